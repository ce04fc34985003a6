import django.db.models.deletion
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.base.word
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('post', '0001_initial'), ('post', '0002_the_hat_of_a_letter'), ('post', '0003_to_know_is_to_have_met'), ('post', '0004_people_counted_once'), ('post', '0005_holes_closed'), ('post', '0006_who_may_see_what'), ('post', '0007_mails_of_the_door'), ('post', '0008_a_letter_of_a_promise'), ('post', '0009_how_one_wants_letters'), ('post', '0010_given_up_mail'), ('post', '0011_messages')]

    initial = True

    dependencies = [
        ('people', '0001_start'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Envelope',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('closed', models.BinaryField()),
                        ('expires', models.DateTimeField(db_index=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Letter',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(choices=[('question', 'vraag'), ('news', 'bericht'), ('welcome', 'welkom'), ('invitation', 'uitnodiging'), ('promised', 'je afspraak'), ('notice', 'seintje'), ('introduction', 'kennismaking'), ('message', 'berichtje')], max_length=12)),
                        ('reader', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='people.person')),
                        ('writer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='letters_written', to='people.person')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('about_kind', models.CharField(max_length=20)),
                        ('about_id', models.UUIDField()),
                        ('circle_key', models.UUIDField(db_index=True, null=True)),
                        ('words', models.CharField(blank=True, max_length=2000)),
                        ('written_at', models.DateTimeField()),
                        ('due', models.DateTimeField()),
                        ('expires', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['due'], name='post_letter_due_97779b_idx'), models.Index(fields=['about_id'], name='post_letter_about_i_5621fe_idx'), models.Index(fields=['reader', '-due'], name='post_letter_reader__0a0a1b_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('writer__isnull', False), ('kind', 'welcome'), _connector='OR'), name='a_letter_has_a_writer')],
                    },
                ),
                migrations.CreateModel(
                    name='Link',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='post.letter')),
                        ('reader', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('token_hash', models.BinaryField(unique=True)),
                        ('expires', models.DateTimeField()),
                        ('used_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('used_at__lte', models.F('expires')), _connector='OR'), name='used_in_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Preference',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('writer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('pace', models.CharField(choices=[('at_once', 'Meteen'), ('daily', 'Eén keer per dag, alles bij elkaar'), ('weekly', 'Eén keer per week, alles bij elkaar'), ('none', 'Geen mail. Ik kijk zelf bij Vandaag')], max_length=10)),
                        ('quiet_from', models.TimeField(blank=True, null=True)),
                        ('quiet_until', models.TimeField(blank=True, null=True)),
                        ('by_link', models.BooleanField(default=False)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', 'writer', '-at'], name='post_prefer_person__f541d2_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('quiet_from__isnull', True), ('quiet_until__isnull', True)), models.Q(('quiet_from__isnull', False), ('quiet_until__isnull', False), models.Q(('quiet_from', models.F('quiet_until')), _negated=True)), _connector='OR'), name='quiet_hours_begin_and_end'), models.CheckConstraint(condition=models.Q(('writer__isnull', True), ('pace__in', ['at_once', 'none']), _connector='OR'), name='one_writer_writes_or_not')],
                    },
                ),
                migrations.CreateModel(
                    name='Sending',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('letter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sending', to='post.letter')),
                        ('at', models.DateTimeField()),
                        ('how', models.CharField(choices=[('mail', 'met de mail'), ('digest', 'met andere brieven samen'), ('today', 'bij Vandaag, zonder mail'), ('given_up', 'bij Vandaag, want de mail kwam niet weg')], default='mail', max_length=10)),
                        ('problem', models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(p.id), '{}') from (\n    select unnest(trust.my_people()) as id\n    union select n.id from public.people_person n where n.made_by_id = (select trust.me())) as p\n  where not exists (select 1 from public.people_account a where a.person_id = p.id)", name='my_people_without_login', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.post_letter l\n    where l.reader_id = (select trust.me()) and l.writer_id = wrote_to_me.person)', name='wrote_to_me(person uuid)', returns='boolean'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (reader_id = any((select trust.erased_people())::uuid[]) or circle_key = any((select trust.erased_circles())::uuid[]) or kind = 'message' and writer_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Letters to somebody who is forgotten go, and their messages to others.', to='nabij_office', using="(select trust.office()) = 'rights' and (reader_id = any((select trust.erased_people())::uuid[]) or circle_key = any((select trust.erased_circles())::uuid[]) or kind = 'message' and writer_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(check="writer_id = (select trust.me()) and about_kind = 'request' and words = '' and hat_id is null and circle_key is null and trust.across(about_id, reader_id)", command='insert', name='add_across', says='Who asks and who answers write each other about the request, also when they do not know each other.'), nabij.base.guard.Policy(command='select', name='see_reader', says='You see letters to you.', using='reader_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_writer', says='You see letters you wrote.', using='writer_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees what was asked for it.', using='circle_key = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_key = any((select trust.my_later_circles())::uuid[]) and written_at >= ((select trust.my_beginnings()) ->> circle_key::text)::timestamptz'), nabij.base.guard.Policy(check="writer_id = (select trust.me()) and kind <> 'welcome' and (reader_id in (select unnest((select trust.my_people()))) or trust.i_noted(reader_id) or trust.wrote_to_me(reader_id)) and (hat_id is null or hat_id = any((select trust.my_hats())::uuid[])) and (circle_key is null or circle_key = any((select trust.my_circles())::uuid[]) or (kind = 'news' and words = ''))", command='insert', name='add_writer', says='You write in your own name, to somebody you know or who wrote to you.'), nabij.base.guard.Policy(check="(kind <> 'message' or trust.acquainted(writer_id, reader_id))", command='insert', name='only_together', restrictive=True, says='A message goes between two who were brought together, until one of them stops it.'), nabij.base.guard.Policy(command='select', name='office_post_door', says='Letters are sent, and links find their letter.', to='nabij_office', using="(select trust.office()) in ('post', 'door')"), nabij.base.guard.Policy(check="(select trust.office()) in ('reminders')", command='all', name='office_reminders', says='What waits for an answer is asked again; the words stay here.', to='nabij_office', using="(select trust.office()) in ('reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'beheer' and kind = 'welcome' and words = '' and circle_key is null", command='insert', name='office_beheer', says='Administration welcomes who can log in from now on.', to='nabij_office'), nabij.base.guard.Policy(check="writer_id = (select trust.administrator()) and kind = 'welcome' and words = '' and circle_key is null", command='insert', name='administrators_insert', says='An administrator welcomes who can log in from now on, in their own name.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows the letter it came in.', to='nabij_office', using='about_id = (select trust.reach()) and reader_id = (select trust.reader())'), nabij.base.guard.Policy(check="writer_id = (select trust.reader()) and (kind <> 'message' or trust.acquainted(writer_id, reader_id))", command='insert', name='link_add', says='An answer by link tells whoever asked; a message by link answers one that came.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='A letter goes a year after it was sent.', to='nabij_office', using="(select trust.office()) = 'bewaren' and due < statement_timestamp() - interval '1 year'")), table='post_letter'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and letter_id in (select id from public.post_letter)", command='all', name='office_rights', says='That a letter went out goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and letter_id in (select id from public.post_letter)"), nabij.base.guard.Policy(command='select', name='see_letter', says='Whoever sees a letter sees whether it went.', using='letter_id in (select id from public.post_letter)'), nabij.base.guard.Policy(check="(select trust.office()) in ('post')", command='all', name='office_post', says='The worker notes what it sent.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_letter_id', says='That it was sent goes with the letter.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.post_letter hung_on where hung_on.id = letter_id)")), table='post_sending'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or writer_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='How somebody wanted letters who is forgotten goes, and that somebody wanted none of theirs.', to='nabij_office', using="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or writer_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_own', says='You see how you want letters.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_without_login', says='Before you ask somebody who cannot log in, you see whether they want letters, of you or at all.', using='person_id = any((select trust.my_people_without_login())::uuid[]) and (writer_id is null or writer_id = (select trust.me()))'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and not by_link and writer_id is null', command='insert', name='add_own', says='You say how you want letters.'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='A letter goes when and how its reader wants.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows whether letters still come.', to='nabij_office', using='person_id = (select trust.reader())'), nabij.base.guard.Policy(check="person_id = (select trust.reader()) and by_link and (pace = 'none' or pace = 'at_once' and not trust.has_account(person_id))", command='insert', name='link_add', says='The link in a letter stops mail; who cannot log in lets it come again by the same link.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='post_preference'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update (used_at)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and letter_id in (select id from public.post_letter)", command='all', name='office_rights', says='The links of a letter go with it.', to='nabij_office', using="(select trust.office()) = 'rights' and letter_id in (select id from public.post_letter)"), nabij.base.guard.Policy(check="(select trust.office()) in ('post')", command='all', name='office_post', says='Links are made when a letter is sent.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(command='select', name='office_door', says='The door finds a link by its hash.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(command='update', name='link_use', says='A link is used up by its reader.', to='nabij_office', using='reader_id = (select trust.reader())'), nabij.base.guard.Policy(command='select', name='link_see', says='A link knows whether it was used.', to='nabij_office', using='reader_id = (select trust.reader())'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='A link goes thirty days after it expired.', to='nabij_office', using="(select trust.office()) = 'bewaren' and expires < statement_timestamp() - interval '30 days'")), table='post_link'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) in ('door', 'beheer')", command='insert', name='office_door_beheer', says='Log-in and administration hand over a mail.', to='nabij_office'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='insert', name='administrators_insert', says='An administrator who changes an address has the old one told.', to='nabij_office'), nabij.base.guard.Policy(check="(select trust.office()) in ('post')", command='all', name='office_post', says='The worker opens an envelope, sends the mail and throws it away.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_over', says='A mail that came too late goes unsent.', to='nabij_office', using="(select trust.office()) = 'bewaren' and expires < statement_timestamp()")), table='post_envelope'),
        ),
    ]
