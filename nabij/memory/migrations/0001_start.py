import django.db.models.deletion
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.base.word
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('memory', '0001_absence_and_handover')]

    initial = True

    dependencies = [
        ('people', '0001_start'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Absence',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='people.person')),
                        ('stand_in', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('starts', models.DateField()),
                        ('ends', models.DateField()),
                        ('at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', 'ends'], name='memory_abse_person__35263d_idx'), models.Index(fields=['stand_in', 'ends'], name='memory_abse_stand_i_45a7b4_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('starts__lte', models.F('ends'))), name='absence_begins_before_it_ends'), models.CheckConstraint(condition=models.Q(('person', models.F('stand_in')), _negated=True), name='somebody_else_stands_in'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='absence_ended_by_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Handover',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handovers', to='trust.circle')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('to_name', models.CharField(max_length=120)),
                        ('last_day', models.DateField()),
                        ('at', models.DateTimeField()),
                        ('past', models.CharField(blank=True, choices=[('all', 'Ja, ook wat er eerder stond'), ('from_now', 'Ja, wat er vanaf nu bij komt'), ('no', 'Nee, liever iemand anders')], max_length=8)),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', '-at'], name='memory_hand_person__d7f187_idx'), models.Index(fields=['circle', '-at'], name='memory_hand_circle__866cd6_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('person', models.F('to')), _negated=True), name='somebody_else_takes_it_over'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('past', '')), models.Q(models.Q(('past', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='handover_answered_by_somebody')],
                    },
                ),
            ],
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select is_away.person = any((select trust.my_people())::uuid[]) and exists (\n    select 1 from public.memory_absence a where a.person_id = is_away.person and a.ended_at is null\n      and a.starts <= is_away.ends and a.ends >= is_away.starts)', name='is_away(person uuid, starts date, ends date)', returns='boolean'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (ended_at, ended_by_id)'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or stand_in_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='When somebody who is forgotten was away goes with them.', to='nabij_office', using="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or stand_in_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_company', says='Who shares a circle with you sees when you are away and who stands in.', using='person_id = any((select trust.my_company())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_stand_in', says='You see for whom you stand in.', using='stand_in_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and ended_at is null and stand_in_id = any((select trust.my_people())::uuid[])', command='insert', name='add_own', says='You say yourself when you are away, and ask somebody you know to stand in.'), nabij.base.guard.Policy(check='(person_id = (select trust.me()) or stand_in_id = (select trust.me())) and ended_by_id = (select trust.me())', command='update', name='end_own', says='You say that you are back, or that you cannot stand in after all.', using='(person_id = (select trust.me()) or stand_in_id = (select trust.me())) and ended_at is null'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='When somebody was away goes a year after it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and ends < statement_timestamp() - interval '1 year'")), table='memory_absence'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (past, answered_at, answered_by_id, noted_by_id)'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]) or to_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Who was to take a story over goes with it, and with who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]) or to_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_resident', says='Whom a story is about reads who is to take it over, before anybody else does.', using='circle_id = any((select trust.my_own_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_own', says='You see whom you proposed.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="person_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and past = '' and (to_id = any((select trust.my_people())::uuid[]) or trust.reads_from(to_id, circle_id) is not null)", command='insert', name='add_own', says='Who leaves a story proposes somebody they know, and answers for nobody.'), nabij.base.guard.Policy(check='circle_id = any((select trust.my_own_circles())::uuid[]) and answered_by_id = (select trust.me()) and noted_by_id is null', command='update', name='answer_resident', says='Whom it is about says what the other may read, once.', using="circle_id = any((select trust.my_own_circles())::uuid[]) and past = ''"), nabij.base.guard.Policy(check='person_id = (select trust.me()) and noted_by_id = (select trust.me()) and trust.is_resident(circle_id, answered_by_id) and not trust.has_account(answered_by_id)', command='update', name='answer_noted', says='Who leaves notes what somebody said who cannot log in.', using="person_id = (select trust.me()) and past = ''"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='Who was to take a story over goes with its circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)")), table='memory_handover'),
        ),
    ]
