import django.contrib.postgres.fields
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.base.word
import nabij.stories.searching
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('stories', '0001_initial'), ('stories', '0002_promise_about_a_service'), ('stories', '0003_words_asked_once'), ('stories', '0004_to_know_is_to_have_met'), ('stories', '0005_a_new_answer'), ('stories', '0006_holes_closed'), ('stories', '0007_who_may_see_what'), ('stories', '0008_closer_and_quicker'), ('stories', '0009_who_helps'), ('stories', '0010_memory'), ('stories', '0011_mended'), ('stories', '0012_who_seals_and_in_which_hat'), ('stories', '0013_a_name_goes'), ('stories', '0014_promises_that_come_back'), ('stories', '0015_names_on_the_map'), ('stories', '0016_quicker_memory'), ('stories', '0017_how_one_wants_letters'), ('stories', '0018_drafts'), ('stories', '0019_life_of_a_story'), ('stories', '0020_how_one_comes_in'), ('stories', '0021_who_is_longer_silent'), ('stories', '0022_counts_for_a_team')]

    initial = True

    dependencies = [
        ('directory', '0001_start'),
        ('moments', '0001_start'),
        ('people', '0001_start'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Feed',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('token_hash', models.BinaryField(unique=True)),
                        ('made_at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Lesson',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('moment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='lesson', to='moments.moment')),
                        ('helped', models.CharField(choices=[('yes', 'Dit hielp'), ('partly', 'Dit hielp een beetje'), ('no', 'Dit hielp niet')], max_length=6)),
                        ('came_from', models.UUIDField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SilenceAnswer',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('last', models.DateField()),
                        ('kind', models.CharField(choices=[('right', 'klopte'), ('nothing', 'er was niets'), ('rest', 'rust')], max_length=8)),
                        ('until', models.DateField(blank=True, null=True)),
                        ('reason', models.CharField(blank=True, choices=[('agreed', 'zo afgesproken'), ('away', 'even weg'), ('other', 'een ander houdt contact')], max_length=8)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', '-at'], name='stories_sil_person__21b4e9_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'rest'), ('until__isnull', False)), models.Q(models.Q(('kind', 'rest'), _negated=True), ('reason', ''), ('until__isnull', True)), _connector='OR'), name='a_rest_has_a_last_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Story',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='story', to='trust.circle')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='people.person')),
                        ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='people.household')),
                        ('called', models.CharField(blank=True, max_length=120)),
                        ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('opened_at', models.DateTimeField()),
                        ('reference', models.CharField(blank=True, max_length=80)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person'], name='stories_sto_person__51f870_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('person__isnull', True), ('household__isnull', True), _connector='OR'), models.Q(models.Q(('household__isnull', True), ('person__isnull', True)), ('called', ''), _connector='XOR')), name='story_of_a_person_a_household_or_two')],
                    },
                ),
                migrations.CreateModel(
                    name='Closing',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='stories.story')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('words', models.UUIDField(blank=True, null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Promise',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='stories.story')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('who', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='people.person')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('for_whom', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('what', models.CharField(max_length=300)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.service')),
                        ('day', models.DateField(blank=True, null=True)),
                        ('time', models.TimeField(blank=True, null=True)),
                        ('rhythm', models.CharField(blank=True, choices=[('', 'één keer'), ('week', 'elke week'), ('two_weeks', 'elke twee weken'), ('month', 'elke maand'), ('always', 'doorlopend')], db_default='', default='', max_length=10)),
                        ('until', models.DateField(blank=True, null=True)),
                        ('bounds', models.CharField(blank=True, db_default='', default='', max_length=300)),
                        ('instead_of', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('asked_at', models.DateTimeField()),
                        ('in_memory', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector(nabij.stories.searching.WithoutAddresses(models.F('what')), config='pg_catalog.dutch'), output_field=django.contrib.postgres.search.SearchVectorField())),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', '-asked_at'], name='stories_pro_circle__c8e82b_idx'), models.Index(fields=['who', 'day'], name='stories_pro_who_id_9aa637_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='promise_says_what'), models.CheckConstraint(condition=models.Q(models.Q(('rhythm__in', ('week', 'two_weeks', 'month')), _negated=True), ('day__isnull', False), _connector='OR'), name='what_comes_back_has_a_first_day'), models.CheckConstraint(condition=models.Q(('until__isnull', True), models.Q(models.Q(('rhythm', ''), _negated=True), models.Q(('day__isnull', True), ('until__gte', models.F('day')), _connector='OR')), _connector='OR'), name='promise_ends_after_it_begins')],
                    },
                ),
                migrations.CreateModel(
                    name='Keeping',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('promise', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='keeping', to='stories.promise')),
                        ('kept', models.BooleanField()),
                        ('why', models.CharField(blank=True, max_length=300)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Reopening',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('closing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reopening', to='stories.closing')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SealedNote',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='stories.story')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='trust.circle')),
                        ('about', models.CharField(max_length=120)),
                        ('reason', models.CharField(blank=True, max_length=500)),
                        ('why_untold', models.CharField(blank=True, max_length=500)),
                        ('review_on', models.DateField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['story'], name='stories_sea_story_i_7e01fb_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='SealKeeper',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keepers', to='stories.sealednote')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('person_name', models.CharField(max_length=120)),
                        ('put_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('until', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person'], name='stories_sea_person__31f855_idx')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('note', 'person'), name='keeps_once')],
                    },
                ),
                migrations.CreateModel(
                    name='KeeperAnswer',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('keeper', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer', to='stories.sealkeeper')),
                        ('yes', models.BooleanField()),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SealOpening',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('note', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='opening', to='stories.sealednote')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SealReview',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='stories.sealednote')),
                        ('kind', models.CharField(choices=[('open', 'openen'), ('renew', 'langer besloten houden'), ('delete', 'verwijderen')], max_length=6)),
                        ('until', models.DateField(blank=True, null=True)),
                        ('why', models.CharField(blank=True, max_length=500)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['note', '-at'], name='stories_sea_note_id_4cadd9_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'renew'), _negated=True), ('until__isnull', False), _connector='OR'), name='renewed_until_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='SealAgreement',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('review', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agreement', to='stories.sealreview')),
                        ('yes', models.BooleanField()),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SealTold',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('note', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='told', to='stories.sealednote')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='trust.circle')),
                        ('since', models.DateField()),
                        ('looks_again', models.DateField()),
                        ('until', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle'], name='stories_sea_circle__eaeb07_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Scan',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scans', to='stories.story')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('day', models.DateField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', '-day'], name='stories_sca_circle__cdf425_idx'), models.Index(fields=['story', '-day'], name='stories_sca_story_i_00b701_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='ReadyLine',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ready_lines', to='stories.story')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('what', models.CharField(max_length=120)),
                        ('position', models.PositiveSmallIntegerField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Party',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='stories.story')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('story', 'person'), name='party_once')],
                    },
                ),
                migrations.CreateModel(
                    name='OwnWords',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_words', to='stories.story')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('words', models.TextField(max_length=2000)),
                        ('matters', models.CharField(blank=True, max_length=500)),
                        ('kind', models.CharField(choices=[('wants', 'wat iemand wil'), ('goes', 'hoe het gaat'), ('outcome', 'wat het bracht'), ('way_in', 'hoe je binnenkomt'), ('start_yes', 'moest opnieuw beginnen'), ('start_no', 'hoefde niet opnieuw te beginnen')], db_default='wants', default='wants', max_length=10)),
                        ('face', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'heel zwaar'), (2, 'zwaar'), (3, 'gaat wel'), (4, 'goed'), (5, 'heel goed')], null=True)),
                        ('number', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('in_memory', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector(nabij.stories.searching.WithoutAddresses(django.db.models.functions.text.Concat(models.F('words'), models.Value(' '), models.F('matters'), output_field=models.TextField())), config='pg_catalog.dutch'), output_field=django.contrib.postgres.search.SearchVectorField())),
                    ],
                    options={
                        'indexes': [models.Index(fields=['story', '-at'], name='stories_own_story_i_989de0_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('face__isnull', True), ('number__isnull', True)), ('kind', 'goes'), _connector='OR'), name='only_how_it_goes_has_a_face'), models.CheckConstraint(condition=models.Q(('face__isnull', True), ('number__isnull', True), _connector='OR'), name='a_face_or_a_number'), models.CheckConstraint(condition=models.Q(('face__isnull', True), ('face__range', (1, 5)), _connector='OR'), name='face_is_known'), models.CheckConstraint(condition=models.Q(('number__isnull', True), ('number__range', (0, 10)), _connector='OR'), name='number_to_ten')],
                    },
                ),
                migrations.CreateModel(
                    name='Concern',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='stories.story')),
                        ('about', models.CharField(blank=True, max_length=120)),
                        ('words', models.TextField(max_length=2000)),
                        ('cannot_wait', models.BooleanField(default=False)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('to_name', models.CharField(max_length=120)),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('answer_by', models.DateField()),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['to', 'at'], name='stories_con_to_id_a4c4d5_idx'), models.Index(fields=['by', 'at'], name='stories_con_by_id_6cec39_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='concern_says_something'), models.CheckConstraint(condition=models.Q(('by', models.F('to')), _negated=True), name='concern_goes_to_another')],
                    },
                ),
                migrations.CreateModel(
                    name='StoryCircle',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='smaller_circles', to='stories.story')),
                        ('circle', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='within_story', to='trust.circle')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Turn',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('promise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='stories.promise')),
                        ('day', models.DateField()),
                        ('kept', models.BooleanField()),
                        ('why', models.CharField(blank=True, max_length=300)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('promise', 'day'), name='turn_once_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='ConcernAnswer',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='stories.concern')),
                        ('kind', models.CharField(choices=[('taken_up', 'ik ga ermee aan de slag'), ('answered', 'dit is mijn antwoord')], max_length=10)),
                        ('words', models.CharField(max_length=1000)),
                        ('day', models.DateField(blank=True, null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='answer_to_a_concern_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'taken_up'), _negated=True), ('day__isnull', False), _connector='OR'), name='taken_up_until_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Draft',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('place', models.CharField(max_length=300)),
                        ('typed', models.JSONField()),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('person', 'place'), name='one_draft_in_a_place'), models.CheckConstraint(condition=models.Q(('typed', {}), _negated=True), name='draft_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Handhold',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('name', models.CharField(max_length=80)),
                        ('lines', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood', 'name', '-at'], name='stories_han_neighbo_04a870_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='handhold_has_a_name'), models.CheckConstraint(condition=models.Q(('lines__len__lte', 12)), name='handhold_is_short')],
                    },
                ),
                migrations.CreateModel(
                    name='Answer',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('promise', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer', to='stories.promise')),
                        ('kind', models.CharField(choices=[('yes', 'ja'), ('no', 'nee'), ('other_day', 'een andere dag')], max_length=10)),
                        ('day', models.DateField(blank=True, null=True)),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_link', models.BooleanField(default=False)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'other_day'), _negated=True), ('day__isnull', False), _connector='OR'), name='other_day_names_the_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Resource',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='stories.scan')),
                        ('what', models.CharField(max_length=120)),
                        ('formal', models.BooleanField()),
                    ],
                    options={
                        'ordering': ['id'],
                        'constraints': [models.UniqueConstraint(fields=('scan', 'what'), name='resource_once_in_a_scan'), models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='resource_says_what')],
                    },
                ),
                migrations.CreateModel(
                    name='SealedLine',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='stories.sealednote')),
                        ('words', models.TextField(max_length=3000)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['note', 'at'], name='stories_sea_note_id_59746a_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='sealed_line_says_something')],
                    },
                ),
            ],
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  with asked as materialized (select unnest(terms)::tsquery as query)\n  select t.id from public.stories_promise t where t.id in (\n    select p.id from trust.my_seats() s\n    join public.stories_promise p on p.circle_id = s.circle_id and p.asked_at >= s.since\n    union select p.id from public.stories_promise p where p.who_id = (select trust.me()))\n  and (within is null or t.circle_id = any(within))\n  and (recall_promises.since is null or t.asked_at >= recall_promises.since)\n  and (recall_promises.until is null or t.asked_at < recall_promises.until)\n  and (cardinality(terms) = 0 or exists (select 1 from asked where t.in_memory @@ asked.query) or whose and (t.circle_id = any(about) or t.who_id = any(people) or t.for_whom_id = any(people)))\n  order by (select count(*) from asked where t.in_memory @@ asked.query) + (coalesce(t.circle_id = any(about) or t.who_id = any(people) or t.for_whom_id = any(people), false))::int desc, t.asked_at desc, t.id desc limit n', name='recall_promises(terms text[], within uuid[], about uuid[], people uuid[], whose boolean, since timestamptz, until timestamptz, n integer)', returns='setof uuid', rows=60),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  with asked as materialized (select unnest(terms)::tsquery as query)\n  select t.id from trust.my_seats() s\n  join public.stories_ownwords t on t.circle_id = s.circle_id and t.at >= s.since\n  where (within is null or t.circle_id = any(within))\n  and (recall_own_words.since is null or t.at >= recall_own_words.since)\n  and (until is null or t.at < until)\n  and (cardinality(terms) = 0 or exists (select 1 from asked where t.in_memory @@ asked.query) or whose and (t.circle_id = any(about) or t.person_id = any(people)))\n  order by (select count(*) from asked where t.in_memory @@ asked.query) + (t.circle_id = any(about) or t.person_id = any(people))::int desc, t.at desc, t.id desc limit n', name='recall_own_words(terms text[], within uuid[], about uuid[], people uuid[], whose boolean, since timestamptz, until timestamptz, n integer)', returns='setof uuid', rows=60),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with there as materialized (select unnest((select trust.circles_to_mask())) as circle_id),\n  texts(kind, id, part, said, there) as (\n    select 'moments.moment', m.id, f.part, f.said, m.circle_id from public.moments_moment m\n      cross join lateral (values ('line', m.line), ('findable', m.findable)) as f(part, said)\n      where m.id = any((select trust.moments_to_mask())::uuid[])\n        and m.circle_id <> all((select trust.erased_circles())::uuid[])\n    union all select 'moments.followup', x.id, 'action', x.action, circle_id\n      from public.moments_followup x join there using (circle_id)\n    union all select 'moments.attachment', x.id, 'alt', x.alt, circle_id\n      from public.moments_attachment x join there using (circle_id)\n    union all select 'moments.tie', x.id, f.part, f.said, circle_id\n      from public.moments_tie x join there using (circle_id)\n      cross join lateral (values ('called', x.called), ('name', x.name), ('gives', x.gives), ('takes', x.takes))\n        as f(part, said)\n    union all select 'moments.saying', x.id, 'words', x.words, circle_id\n      from public.moments_saying x join there using (circle_id)\n    union all select 'trust.correction', x.id, 'words', x.words, circle_id\n      from public.trust_correction x join there using (circle_id)\n    union all select 'trust.circle', x.id, 'name', x.name, x.id\n      from public.trust_circle x join there on there.circle_id = x.id\n    union all select 'people.household', x.id, 'name', x.name, x.id\n      from public.people_household x where x.id = any((select trust.households_to_mask())::uuid[])\n    union all select 'stories.story', x.id, 'called', x.called, circle_id\n      from public.stories_story x join there using (circle_id)\n    union all select 'stories.ownwords', x.id, f.part, f.said, circle_id\n      from public.stories_ownwords x join there using (circle_id)\n      cross join lateral (values ('words', x.words), ('matters', x.matters)) as f(part, said)\n    union all select 'stories.promise', x.id, f.part, f.said, circle_id\n      from public.stories_promise x join there using (circle_id)\n      cross join lateral (values ('what', x.what), ('bounds', x.bounds)) as f(part, said)\n    union all select 'stories.turn', x.id, 'why', x.why, circle_id\n      from public.stories_turn x join public.stories_promise p on p.id = x.promise_id join there using (circle_id)\n    union all select 'stories.answer', x.id, 'words', x.words, circle_id\n      from public.stories_answer x join public.stories_promise p on p.id = x.promise_id join there using (circle_id)\n    union all select 'stories.keeping', x.id, 'why', x.why, circle_id\n      from public.stories_keeping x join public.stories_promise p on p.id = x.promise_id join there using (circle_id)\n    union all select 'stories.resource', x.id, 'what', x.what, circle_id\n      from public.stories_resource x join public.stories_scan s on s.id = x.scan_id join there using (circle_id))\n  select t.kind, t.id, t.part, t.said, trust.names_beside(t.there) from texts t\n  where (select trust.office()) = 'rights'\n    and exists (select 1 from unnest((select trust.names_to_mask())) n where strpos(lower(t.said), n) > 0)", name='texts_to_mask', returns='table(kind text, id uuid, part text, said text, beside text[])', rows=30, to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(story_id), '{}') from public.stories_storycircle\n  where circle_id = any((select trust.my_circles())::uuid[])", name='my_smaller_stories', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with residents as (\n    select m.circle_id, m.person_id from public.trust_membership m\n    where m.as_resident and (m.until is null or m.until > statement_timestamp())),\n  about as (\n    select r.person_id in (select i.person_id from residents i where i.circle_id = keeps_residents.circle) as inside\n    from residents r join public.stories_story s on s.circle_id = r.circle_id where s.id = keeps_residents.story)\n  select coalesce(bool_or(inside) and (bool_and(inside) or exists (\n    select 1 from public.stories_story s where s.id = keeps_residents.story and s.called <> '')), false) from about", name='keeps_residents(story uuid, circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select circle_id from public.stories_story s where s.id = circle_of_story.story', name='circle_of_story(story uuid)', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select greatest(p.asked_at, p.day::timestamptz, p.until::timestamptz,\n      (select max(t.at) from public.stories_turn t where t.promise_id = p.id),\n      (select a.at from public.stories_answer a where a.promise_id = p.id),\n      (select k.at from public.stories_keeping k where k.promise_id = p.id))\n  from public.stories_promise p where p.id = promise_last.promise', name='promise_last(promise uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.stories_promise p\n    join public.stories_answer a on a.promise_id = p.id and a.kind = 'yes'\n    join public.stories_promise was on was.id = p.instead_of and was.circle_id = p.circle_id\n    where p.instead_of = handed_on.promise)", name='handed_on(promise uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.stories_concernanswer a where a.concern_id = answered_since.concern\n    and greatest(a.at, a.day::timestamptz) >= answered_since.moment)', name='answered_since(concern uuid, moment timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(k.note_id), '{}') from public.stories_sealkeeper k\n  join public.stories_keeperanswer a on a.keeper_id = k.id and a.yes\n  where k.person_id = (select trust.me()) and k.until is null", name='my_kept_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(k.note_id), '{}') from public.stories_sealkeeper k\n  where k.person_id = (select trust.me()) and k.until is null\n    and not exists (select 1 from public.stories_keeperanswer a where a.keeper_id = k.id)", name='my_asked_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(n.id), '{}') from public.stories_sealednote n where n.by_id = (select trust.me())\n  and not exists (select 1 from public.stories_sealkeeper k where k.note_id = n.id)", name='my_new_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.stories_sealreview r join public.stories_sealagreement g on g.review_id = r.id\n    where r.note_id = seal_ended.note and r.kind in ('open', 'delete') and g.yes)", name='seal_ended(note uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.stories_concernanswer a\n    where a.concern_id = concern_ended.concern and a.kind = 'answered')", name='concern_ended(concern uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 from public.stories_sealedline l where l.note_id = seal_stands.note)', name='seal_stands(note uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 from public.stories_concern c where c.id = concern_there.concern)', name='concern_there(concern uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select count(*)::integer from public.stories_sealkeeper k\n  left join public.stories_keeperanswer a on a.keeper_id = k.id\n  where k.note_id = keepers_of.note and k.until is null and coalesce(a.yes, true)', name='keepers_of(note uuid)', returns='integer'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select case when trust.wears_formal(may_keep.person) and trust.has_account(may_keep.person) and not exists (\n    select 1 from public.stories_sealednote n\n    join public.trust_membership m on m.circle_id = n.circle_id and m.as_resident\n    where n.id = may_keep.note and m.person_id = may_keep.person) then array[may_keep.person] else '{}' end", name='may_keep(note uuid, person uuid)', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.stories_sealkeeper k\n    left join public.stories_keeperanswer a on a.keeper_id = k.id\n    where k.id = has_left_seal.keeper and k.person_id <> (select trust.me()) and (\n      a.yes is null or not a.yes\n      or not exists (select 1 from public.people_account c where c.person_id = k.person_id and c.is_active)\n      or not exists (select 1 from public.people_hat h where h.person_id = k.person_id and h.since <= current_date\n                     and (h.until is null or h.until >= current_date) and not trust.taken_off(h.id))))', name='has_left_seal(keeper uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\nbegin\n  return query with seats as materialized (\n    select s.circle_id, s.since, coalesce(t.id, w.story_id) as story\n    from trust.my_seats() s\n    left join public.stories_story t on t.circle_id = s.circle_id\n    left join public.stories_storycircle w on w.circle_id = s.circle_id\n    where coalesce(t.id, w.story_id) is not null\n      and s.circle_id <> all((select trust.my_own_circles())::uuid[])),\n  mine as materialized (\n    select s.circle_id, s.story, greatest(s.since, (\n        select max(r.at) from public.stories_closing c join public.stories_reopening r on r.closing_id = c.id\n        where c.story_id = s.story)) as since\n    from seats s where not exists (select 1 from public.stories_closing c where c.story_id = s.story\n      and not exists (select 1 from public.stories_reopening r where r.closing_id = c.id))),\n  residents as materialized (\n    select distinct m.circle_id, m.person_id from public.trust_membership m\n    where m.circle_id in (select circle_id from mine) and m.as_resident\n      and (m.until is null or m.until > statement_timestamp())),\n  told as (\n    select m.id from public.moments_moment m\n      where m.author_id = (select trust.me()) and m.circle_id = any(array(select circle_id from mine))\n    union select p.moment_id from public.moments_presence p where p.person_id = (select trust.me()) and p.there\n    union select m.id from residents r join public.moments_moment m\n      on m.author_id = r.person_id and m.circle_id = r.circle_id\n    union select m.id from residents r join public.moments_moment m\n      on m.told_by_id = r.person_id and m.circle_id = r.circle_id)\n  select distinct mine.story, (m.happened_at at time zone 'Europe/Amsterdam')::date\n  from told join public.moments_moment m on m.id = told.id join mine on mine.circle_id = m.circle_id\n  where m.noted_at >= mine.since and m.happened_at >= contact_days.since and m.kind <> 'lesson'\n    and m.happened_at <= statement_timestamp()\n    and m.id not in (select unnest((select trust.limited_things())));\nend", lang='plpgsql', name='contact_days(since date)', returns='table(story uuid, day date)', rows=100),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with stood as (\n    select month at time zone 'Europe/Amsterdam' as at, month::date as day,\n      (month - interval '1 month') at time zone 'Europe/Amsterdam' as began\n    from date_trunc('month', statement_timestamp() at time zone 'Europe/Amsterdam') as month\n    where exists (select 1 from public.people_hat h where h.group_id = team_counts.team\n      and h.id = any((select trust.my_hats())::uuid[]) and h.granted_by_id is distinct from h.person_id)),\n  hats as materialized (\n    select h.id, h.person_id from public.people_hat h, stood\n    where h.group_id = team_counts.team and h.since < stood.day and (h.until is null or h.until >= stood.day)\n      and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id and t.at < stood.at)),\n  limited as (\n    select l.circle_id from public.trust_limit l where l.circle_id is not null and l.about_id is null\n      and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)),\n  open_stories as materialized (\n    select s.id, s.circle_id from public.stories_story s, stood\n    where s.opened_at < stood.at and not exists (select 1 from public.stories_closing c\n      where c.story_id = s.id and c.at < stood.at and not exists (select 1 from public.stories_reopening r\n        where r.closing_id = c.id and r.at < stood.at))),\n  circles as (\n    select id as story_id, circle_id from open_stories\n    union select w.story_id, w.circle_id from public.stories_storycircle w join open_stories o on o.id = w.story_id),\n  seats as materialized (\n    select distinct c.story_id, m.circle_id, m.person_id\n    from stood, hats join public.trust_membership m on m.hat_id = hats.id join circles c on c.circle_id = m.circle_id\n    where not m.as_resident and m.parent_of_id is null and m.since < stood.at\n      and (m.until is null or m.until >= stood.at) and m.circle_id not in (select circle_id from limited)),\n  alone as materialized (\n    select s.* from seats s, stood where not exists (\n      select 1 from public.trust_membership o join public.people_account a on a.person_id = o.person_id and a.is_active\n      where o.circle_id = s.circle_id and o.person_id <> s.person_id and not o.as_resident and o.parent_of_id is null\n        and o.since < stood.at and (o.until is null or o.until >= stood.at))),\n  promised as (\n    select p.id, p.who_id, p.circle_id from stood, public.stories_promise p\n    join seats s on s.circle_id = p.circle_id and s.person_id = p.who_id\n    join public.stories_answer a on a.promise_id = p.id and a.kind = 'yes'\n    where a.at < stood.at and (p.until is null or p.until >= stood.day)\n      and not exists (select 1 from public.stories_keeping k where k.promise_id = p.id and k.at < stood.at)\n      and not exists (select 1 from public.stories_promise n join public.stories_answer y on y.promise_id = n.id\n        where n.instead_of = p.id and n.circle_id = p.circle_id and y.kind = 'yes' and y.at < stood.at)),\n  counted(what, things, people, need, said) as (\n    select 'stories', count(distinct s.story_id), count(distinct s.person_id), 3, count(distinct s.story_id)\n      from seats s join open_stories o on o.circle_id = s.circle_id\n    union all select 'stories_alone', count(distinct s.story_id), count(distinct s.person_id), 3,\n      count(distinct s.story_id) from alone s join open_stories o on o.circle_id = s.circle_id\n    union all select 'promises', count(*), count(distinct who_id), 3, count(*) from promised\n    union all select 'promises_alone', count(*), count(distinct p.who_id), 3, count(*)\n      from promised p join alone s on s.circle_id = p.circle_id and s.person_id = p.who_id\n    union all select 'ties_alone', count(*), count(distinct s.person_id), 3, count(*)\n      from stood, alone s join public.moments_tie t on t.circle_id = s.circle_id\n      where t.noted_at < stood.at\n        and not exists (select 1 from public.moments_tieend e where e.tie_id = t.id and e.at < stood.at)\n    union all select 'hours', round(sum(t.minutes) / 60.0)::bigint, count(distinct t.person_id), 5,\n      round(sum(t.minutes) / 60.0)::bigint\n      from stood, hats join public.moments_moment m on m.hat_id = hats.id\n      join public.moments_timespent t on t.moment_id = m.id\n      where m.happened_at >= stood.began and m.happened_at < stood.at and t.at < stood.at),\n  large as (\n    select what, case when things >= 5 and people >= need then said end as said from counted)\n  select l.what, case when part.said is null or l.said - part.said >= 5 then l.said end::integer\n  from stood, large l left join large part on part.what = l.what || '_alone'", name='team_counts(team uuid)', returns='table(what text, n integer)', rows=6),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct r.note_id), '{}') from public.stories_sealreview r\n  join public.stories_sealagreement g on g.review_id = r.id and g.yes\n  where r.note_id = any((select trust.my_kept_seals())::uuid[]) and r.kind in ('open', 'delete')", name='my_ended_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct r.note_id), '{}') from public.stories_sealreview r\n  join public.stories_sealagreement g on g.review_id = r.id and g.yes\n  where r.note_id = any((select trust.my_kept_seals())::uuid[]) and r.kind in ('open')", name='my_opened_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(n.id), '{}') from public.stories_sealednote n\n  where n.id = any((select trust.my_kept_seals())::uuid[])\n    and n.circle_id = any((select trust.erased_circles())::uuid[])", name='my_erased_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(n.id), '{}') from public.stories_sealednote n\n  where n.circle_id = any((select trust.erased_circles())::uuid[]) and trust.seal_ended(n.id)", name='erasable_seals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(s.id), '{}') from public.stories_story s\n  where (select trust.office()) = 'rights' and s.circle_id = any((select trust.erased_circles())::uuid[]) and (\n    exists (select 1 from public.stories_sealednote n where n.story_id = s.id and not trust.seal_ended(n.id))\n    or exists (select 1 from public.stories_concern c where c.story_id = s.id and not trust.concern_ended(c.id)))", name='kept_stories', returns='uuid[]'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (reference)'), offices=('select', 'update (called)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees its story.', using='circle_id = any((select trust.my_circles())::uuid[])'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says='A story of two is not called after who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.erased_circles())::uuid[])", command='all', name='office_rights', says='A story about somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.erased_circles())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_smaller', says='Whoever is in a smaller circle knows whose story it is.', using='id = any((select trust.my_smaller_stories())::uuid[])'), nabij.base.guard.Policy(check='opened_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and (person_id is null or person_id in (select m.person_id from public.trust_membership m where m.circle_id = stories_story.circle_id and m.as_resident) and not trust.seats_a_parent(circle_id, person_id))', command='insert', name='add_member', says='You open a story in a circle you are in; of a child from 12 no parent reads it before the child says so.'), nabij.base.guard.Policy(command='update', name='refer_member', says='A circle notes where the official case stands.', using='circle_id = any((select trust.my_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='A story goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, opened_at)")), table='stories_story'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees its story.', using='circle_id = any((select trust.my_circles())::uuid[])'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.erased_circles())::uuid[])", command='all', name='office_rights', says='A smaller circle of a story that goes, goes too.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.erased_circles())::uuid[])"), nabij.base.guard.Policy(check='circle_id = any((select trust.my_circles())::uuid[]) and story_id in (select id from public.stories_story) and trust.keeps_residents(story_id, circle_id) and trust.seats_a_parent(circle_id, (select s.person_id from public.stories_story s where s.id = story_id)) is not true', command='insert', name='add_member', says='You make a smaller circle in a story of yours; whom it is about is always in it, and a parent of a child from 12 only by the child.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='That it was part of a story goes with the circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)")), table='stories_storycircle'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and story_id in (select id from public.stories_story)", command='all', name='office_rights', says='Between whom a story was goes with the story.', to='nabij_office', using="(select trust.office()) = 'rights' and story_id in (select id from public.stories_story)"), nabij.base.guard.Policy(command='select', name='see_story', says='Whoever sees a story sees between whom it is.', using='story_id in (select id from public.stories_story)'), nabij.base.guard.Policy(check='story_id in (select s.id from public.stories_story s where s.opened_by_id = (select trust.me()) and s.person_id is null and s.household_id is null) and trust.is_resident(trust.circle_of_story(story_id), person_id)', command='insert', name='add_opener', says='Who opens a story between two people says who they are; both read it.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_story_id', says='Between whom a story was goes with the story.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_story hung_on where hung_on.id = story_id)")), table='stories_party'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, story_id, circle_id, person_id, noted_by_id, at)', 'update (words, matters)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and ((circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[]))) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='The words of somebody who is forgotten go.', to='nabij_office', using="(select trust.office()) = 'rights' and ((circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[]))) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and story_id in (select id from public.stories_story) and trust.may_write(circle_id) and trust.past_a_parent(circle_id, person_id, noted_by_id) is not true', command='insert', name='add_member', says="The resident's words are written by them, or noted by a member; not past a child to its parents."), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='Own words go when the purpose of their circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)")), table='stories_ownwords'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'update (what, bounds)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and asked_at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))", command='all', name='office_rights', says='A promise goes with the story.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))"), nabij.base.guard.Policy(command='select', name='see_asked', says='You see what you were asked, also outside the circle.', using='who_id = (select trust.me())'), nabij.base.guard.Policy(check='asked_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and (story_id is null or story_id in (select id from public.stories_story)) and (hat_id is null or trust.wears(who_id, hat_id)) and trust.may_write(circle_id)', command='insert', name='add_member', says='You ask in your own name, in a circle you are in.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows the one thing that is asked.', to='nabij_office', using='id = (select trust.reach()) and who_id = (select trust.reader())'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='A letter says what is asked, or that a day has come.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='A promise goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, trust.promise_last(id))"), nabij.base.guard.Policy(command='delete', name='goes_when_forgotten', says='What somebody promised who is only known as somebody is forgotten with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and who_id = any((select trust.forgettable_people())::uuid[]) and trust.promise_last(id) < statement_timestamp() - interval '6 months' and circle_id <> all((select trust.held_circles())::uuid[])")), table='stories_promise'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select', 'insert', 'update (words)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise)", command='all', name='office_rights', says='An answer goes with the promise.', to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise)"), nabij.base.guard.Policy(command='select', name='see_promise', says='Whoever sees a promise sees the answer.', using='promise_id in (select id from public.stories_promise)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and promise_id in (select id from public.stories_promise where who_id = by_id)', command='insert', name='add_own', says='You answer for yourself.'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and promise_id in (select id from public.stories_promise where who_id = by_id)', command='insert', name='add_noted', says='You note what somebody answered you.'), nabij.base.guard.Policy(command='delete', name='replace_own', says='You change your mind; and whoever asked notes a new answer.', using='by_id = (select trust.me()) or noted_by_id = (select trust.me()) or promise_id in (select id from public.stories_promise where asked_by_id = (select trust.me()))'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows what was answered.', to='nabij_office', using='promise_id = (select trust.reach())'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='A letter says what was answered, and whose day it is.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_promise_id', says='An answer goes with what was asked.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_promise hung_on where hung_on.id = promise_id)"), nabij.base.guard.Policy(check='promise_id = (select trust.reach()) and by_id = (select trust.reader()) and promise_id in (select id from public.stories_promise where who_id = by_id)', command='insert', name='link_add', says='A link answers the one thing, once.', to='nabij_office')), table='stories_answer'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (why)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows whether a promise was kept.', to='nabij_office', using='promise_id = (select trust.reach())'), nabij.base.guard.Policy(check='promise_id = (select trust.reach()) and by_id = (select trust.reader()) and promise_id in (select id from public.stories_promise where who_id = by_id)', command='insert', name='link_add', says='A link says whether a promise was kept, of what its reader promised.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='No letter asks about what is over.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise)", command='all', name='office_rights', says='What became of a promise goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise)"), nabij.base.guard.Policy(command='select', name='see_promise', says='Whoever sees a promise sees whether it was kept.', using='promise_id in (select id from public.stories_promise)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and promise_id in (select id from public.stories_promise where circle_id = any((select trust.my_circles())::uuid[]) or who_id = (select trust.me()))', command='insert', name='add_seen', says='You say whether a promise was kept that stands in a circle of yours or was asked of you.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_promise_id', says='That it was kept goes with the promise.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_promise hung_on where hung_on.id = promise_id)")), table='stories_keeping'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (why)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows how one time went.', to='nabij_office', using='promise_id = (select trust.reach())'), nabij.base.guard.Policy(check='promise_id = (select trust.reach()) and by_id = (select trust.reader()) and promise_id in (select id from public.stories_promise where who_id = by_id)', command='insert', name='link_add', says='A link says how one time went, of what its reader promised.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='No letter asks about what is over.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise)", command='all', name='office_rights', says='How each time went goes with the promise.', to='nabij_office', using="(select trust.office()) = 'rights' and promise_id in (select id from public.stories_promise)"), nabij.base.guard.Policy(command='select', name='see_promise', says='Whoever sees a promise sees how each time went.', using='promise_id in (select id from public.stories_promise)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and promise_id in (select id from public.stories_promise where circle_id = any((select trust.my_circles())::uuid[]) or who_id = (select trust.me()))', command='insert', name='add_seen', says='You say how one time went of a promise in a circle of yours, or that was asked of you.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_promise_id', says='How each time went goes with the promise.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_promise hung_on where hung_on.id = promise_id)")), table='stories_turn'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='The feed of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='You see that you have a calendar feed.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me())', command='insert', name='add_own', says='You make a calendar feed for yourself.'), nabij.base.guard.Policy(command='delete', name='end_own', says='You stop your own feed.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='office_door', says='A feed is found by the hash of its address.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='stories_feed'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (typed, at)', 'delete'), offices=('select (id, person_id, at)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='What somebody was writing who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='Only you read what you are still writing.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me())', command='insert', name='add_own', says='You begin to write.'), nabij.base.guard.Policy(check='person_id = (select trust.me())', command='update', name='go_on_own', says='You write on.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='delete', name='end_own', says='You throw away what you were writing.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='What somebody was writing goes thirty days after the last letter; later while that is held.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '30 days' and person_id <> all((select trust.held_people())::uuid[])")), table='stories_draft'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))", command='all', name='office_rights', says='A count of who helps goes with the story.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and (circle_id in (select s.circle_id from public.stories_story s where s.id = story_id) or circle_id in (select c.circle_id from public.stories_storycircle c where c.story_id = stories_scan.story_id)) and trust.may_write(circle_id)', command='insert', name='add_member', says='A member counts who helps in a circle of that story, in their own name.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='A count of who helps goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)")), table='stories_scan'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, scan_id)', 'update (what)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and scan_id in (select id from public.stories_scan where circle_id = any((select trust.circles_to_mask())::uuid[]))", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and scan_id in (select id from public.stories_scan where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and scan_id in (select id from public.stories_scan where circle_id = any((select trust.circles_to_mask())::uuid[]))"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and scan_id in (select id from public.stories_scan)", command='all', name='office_rights', says='Who or what helps goes with the count.', to='nabij_office', using="(select trust.office()) = 'rights' and scan_id in (select id from public.stories_scan)"), nabij.base.guard.Policy(command='select', name='see_scan', says='Whoever sees a count sees who and what was counted.', using='scan_id in (select id from public.stories_scan)'), nabij.base.guard.Policy(check='scan_id in (select id from public.stories_scan where by_id = (select trust.me()))', command='insert', name='add_counter', says='Who counts says who and what helps.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_scan_id', says='Who or what helps goes with the count.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_scan hung_on where hung_on.id = scan_id)")), table='stories_resource'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and moment_id in (select id from public.moments_moment)", command='all', name='office_rights', says='What was learned goes with the note.', to='nabij_office', using="(select trust.office()) = 'rights' and moment_id in (select id from public.moments_moment)"), nabij.base.guard.Policy(command='select', name='see_moment', says='Whoever sees a moment sees whether it helped.', using='moment_id in (select id from public.moments_moment)'), nabij.base.guard.Policy(check='trust.wrote(moment_id)', command='insert', name='add_author', says='The author says whether it helped.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_moment_id', says='Whether it helped goes with the moment.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_moment hung_on where hung_on.id = moment_id)")), table='stories_lesson'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees that its story is closed.', using='circle_id = any((select trust.my_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_smaller', says='Whoever is in a smaller circle knows that the story is closed.', using='story_id = any((select trust.my_smaller_stories())::uuid[])'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))", command='all', name='office_rights', says='That a story was closed goes with the story.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and circle_id = trust.circle_of_story(story_id) and not trust.is_closed(circle_id)', command='insert', name='add_member', says='Whoever reads a story as a whole closes it, in their own name, once until it is opened again.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='That a story was closed goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)")), table='stories_closing'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_closing', says='Whoever sees that a story was closed sees that it was opened again.', using='closing_id in (select id from public.stories_closing)'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and closing_id in (select id from public.stories_closing)", command='all', name='office_rights', says='That a story was opened again goes with the story.', to='nabij_office', using="(select trust.office()) = 'rights' and closing_id in (select id from public.stories_closing)"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and closing_id in (select id from public.stories_closing where circle_id = any((select trust.my_circles())::uuid[]))', command='insert', name='add_member', says='Whoever reads a story as a whole opens it again, in their own name.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_closing_id', says='It goes with the closing it ended.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_closing hung_on where hung_on.id = closing_id)")), table='stories_reopening'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), policies=(nabij.base.guard.Policy(command='select', name='see_neighbourhood', says='Whoever lives or works there sees the lists of a neighbourhood.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[])'), nabij.base.guard.Policy(check='(select trust.me()) is not null and neighbourhood_id in (select h.neighbourhood_id from public.people_hat h where h.person_id = (select trust.me()) and h.id = any((select trust.my_hats())::uuid[]))', command='insert', name='add_hat', says='Whoever wears a hat in a neighbourhood writes its lists.')), table='stories_handhold'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select (id, story_id, circle_id, by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='What stands ready in a story is read by its circle.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))", command='all', name='office_rights', says='What stands ready goes with the story.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and circle_id = trust.circle_of_story(story_id) and trust.may_write(circle_id)', command='insert', name='add_member', says='Whoever reads a story as a whole puts a list ready in it.'), nabij.base.guard.Policy(command='delete', name='drop_member', says='Whoever reads a line may take it away.', using='circle_id = any((select trust.my_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='What stands ready goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)")), table='stories_readyline'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (reason, why_untold)'), offices=('select (id, story_id, circle_id, by_id, review_on, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_decided', says='A sealed note goes with its story, but never before both keepers decided about it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and (trust.seal_ended(id) or review_on < statement_timestamp() - interval '5 years') and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.erased_circles())::uuid[]) and not trust.seal_stands(id)", command='all', name='office_rights', says='What was sealed about somebody who is forgotten goes with their story, unless it still stands.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.erased_circles())::uuid[]) and not trust.seal_stands(id)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a sealed note sees it.', using='id = any((select trust.my_kept_seals())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_asked', says='Who is asked to keep it sees why it is sealed.', using='id = any((select trust.my_asked_seals())::uuid[])'), nabij.base.guard.Policy(check="by_id = (select trust.me()) and by_name = (select trust.my_name()) and circle_id = any((select trust.my_circles())::uuid[]) and circle_id <> all((select trust.my_own_circles())::uuid[]) and reason <> '' and review_on > at::date and review_on < at::date + 190 and story_id in (select s.id from public.stories_story s where s.circle_id = stories_sealednote.circle_id) and trust.wears_formal((select trust.me()))", command='insert', name='add_member', says='A professional seals what they write about a story they read, with a reason and a day.'), nabij.base.guard.Policy(check="id = any((select trust.my_ended_seals())::uuid[]) and reason = '' and why_untold = ''", command='update', name='empty_keeper', says='What was deleted leaves no words.', using='id = any((select trust.my_ended_seals())::uuid[])'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_sealednote'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (until)'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_note_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealednote hung_on where hung_on.id = note_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)", command='all', name='office_rights', says='What hangs on a sealed note that no longer stands goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a sealed note sees all of it.', using='note_id = any((select trust.my_kept_seals())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you were asked to keep.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='put_by_id = (select trust.me()) and note_id = any((select trust.my_new_seals())::uuid[]) and (person_id = (select trust.me()) or person_id = any((select trust.my_people())::uuid[]) and person_id = any(trust.may_keep(note_id, person_id)))', command='insert', name='add_first', says='Who seals a note keeps it with a professional who is not whom it is about.'), nabij.base.guard.Policy(check='put_by_id = (select trust.me()) and note_id = any((select trust.my_kept_seals())::uuid[]) and person_id = any((select trust.my_people())::uuid[]) and person_id = any(trust.may_keep(note_id, person_id)) and trust.keepers_of(note_id) < 2', command='insert', name='add_keeper', says='Who is left asks another to keep it with them.'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and until is not null', command='update', name='end_own', says='You stop keeping a note, unless you are the last.', using='person_id = (select trust.me()) and until is null and (trust.keepers_of(note_id) > 1 or note_id = any((select trust.my_asked_seals())::uuid[]))'), nabij.base.guard.Policy(check='note_id = any((select trust.my_kept_seals())::uuid[]) and until is not null', command='update', name='end_left', says='Who said no, never answered or is gone gives up their place.', using='note_id = any((select trust.my_kept_seals())::uuid[]) and until is null and trust.has_left_seal(id)'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_sealkeeper'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, keeper_id, yes)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_keeper_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealkeeper hung_on where hung_on.id = keeper_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and keeper_id in (select id from public.stories_sealkeeper)", command='all', name='office_rights', says='What hangs on a sealed note that no longer stands goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and keeper_id in (select id from public.stories_sealkeeper)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a note sees who said yes.', using='keeper_id in (select id from public.stories_sealkeeper)'), nabij.base.guard.Policy(check='keeper_id in (select id from public.stories_sealkeeper where person_id = (select trust.me()) and until is null)', command='insert', name='add_own', says='You say yourself whether you keep it.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_keeperanswer'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select (id, note_id, by_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_note_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealednote hung_on where hung_on.id = note_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and note_id = any((select trust.erasable_seals())::uuid[])", command='all', name='office_rights', says='The words about somebody who is forgotten go, once both keepers decided.', to='nabij_office', using="(select trust.office()) = 'rights' and note_id = any((select trust.erasable_seals())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a sealed note sees all of it.', using='note_id = any((select trust.my_kept_seals())::uuid[])'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and note_id = any((select trust.my_kept_seals())::uuid[]) and note_id <> all((select trust.my_ended_seals())::uuid[])', command='insert', name='add_keeper', says='Who keeps a note writes in it until it is opened or deleted.'), nabij.base.guard.Policy(command='delete', name='drop_ended', says='When both keepers agree, what was sealed moves to the story or is gone.', using='note_id = any((select trust.my_ended_seals())::uuid[])')), table='stories_sealedline'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (why)'), offices=('select (id, note_id, kind, until, by_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_note_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealednote hung_on where hung_on.id = note_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)", command='all', name='office_rights', says='What hangs on a sealed note that no longer stands goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a sealed note sees all of it.', using='note_id = any((select trust.my_kept_seals())::uuid[])'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and note_id = any((select trust.my_kept_seals())::uuid[]) and note_id <> all((select trust.my_ended_seals())::uuid[]) and (until is null or until > at::date and until < at::date + 190)', command='insert', name='add_keeper', says='Who keeps a note proposes to open, renew or delete it.'), nabij.base.guard.Policy(check="note_id = any((select trust.my_ended_seals())::uuid[]) and why = ''", command='update', name='empty_keeper', says='What was deleted leaves no words.', using='note_id = any((select trust.my_ended_seals())::uuid[])'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_sealreview'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (words)'), offices=('select (id, review_id, yes, by_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_review_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealreview hung_on where hung_on.id = review_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and review_id in (select id from public.stories_sealreview)", command='all', name='office_rights', says='What hangs on a sealed note that no longer stands goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and review_id in (select id from public.stories_sealreview)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a note sees what the other said.', using='review_id in (select id from public.stories_sealreview)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and review_id in (select id from public.stories_sealreview where by_id <> (select trust.me()))', command='insert', name='add_other', says='The other keeper agrees, or not; never whoever proposed it.'), nabij.base.guard.Policy(check="words = ''", command='update', name='empty_keeper', says='What was deleted leaves no words.', using='review_id in (select id from public.stories_sealreview where note_id = any((select trust.my_ended_seals())::uuid[]))'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_sealagreement'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, note_id, by_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_note_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealednote hung_on where hung_on.id = note_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)", command='all', name='office_rights', says='What hangs on a sealed note that no longer stands goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a sealed note sees all of it.', using='note_id = any((select trust.my_kept_seals())::uuid[])'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and note_id = any((select trust.my_opened_seals())::uuid[])', command='insert', name='add_keeper', says='A keeper puts in the story what both agreed to open.')), table='stories_sealopening'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (looks_again, until)'), offices=('select (id, note_id, circle_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_note_id', says='What hangs on a sealed note goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_sealednote hung_on where hung_on.id = note_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)", command='all', name='office_rights', says='What hangs on a sealed note that no longer stands goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and note_id in (select id from public.stories_sealednote)"), nabij.base.guard.Policy(command='select', name='see_keeper', says='Who keeps a sealed note sees all of it.', using='note_id = any((select trust.my_kept_seals())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_resident', says='The resident sees that there is one, since when, and when it is looked at again.', using='circle_id = any((select trust.my_own_circles())::uuid[])'), nabij.base.guard.Policy(check='note_id = any((select trust.my_kept_seals())::uuid[]) and note_id in (select n.id from public.stories_sealednote n where n.circle_id = stories_sealtold.circle_id)', command='insert', name='add_keeper', says='Who seals a note tells the resident that it is there.'), nabij.base.guard.Policy(command='update', name='keep_day', says='The resident hears when it is looked at next.', using='note_id = any((select trust.my_kept_seals())::uuid[])')), table='stories_sealtold'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, story_id, by_id, to_id, hat_id, answer_by, at)', 'update (story_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='A concern goes a year after its answer, or after the day on which there should have been one.', to='nabij_office', using="(select trust.office()) = 'bewaren' and answer_by < statement_timestamp() - interval '1 year' and not trust.answered_since(id, statement_timestamp() - interval '1 year')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (story_id in (select id from public.stories_story) or by_id = any((select trust.erased_people())::uuid[])) and trust.concern_ended(id)", command='all', name='office_rights', says='A concern about or of somebody who is forgotten goes with them, once it was answered.', to='nabij_office', using="(select trust.office()) = 'rights' and (story_id in (select id from public.stories_story) or by_id = any((select trust.erased_people())::uuid[])) and trust.concern_ended(id)"), nabij.base.guard.Policy(command='select', name='see_writer', says='You see the concern you shared.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_asked', says='Whom it was shared with sees it, and nobody else.', using='to_id = (select trust.me())'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and to_id = any((select trust.my_people())::uuid[]) and trust.wears_formal(to_id) and (story_id is null or story_id in (select id from public.stories_story))', command='insert', name='add_writer', says='Anybody shares a concern with a professional they know.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_concern'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, concern_id, kind, day, by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_concern_id', says='An answer goes with the concern.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.stories_concern hung_on where hung_on.id = concern_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and not trust.concern_there(concern_id)", command='all', name='office_rights', says='An answer goes when its concern is gone.', to='nabij_office', using="(select trust.office()) = 'rights' and not trust.concern_there(concern_id)"), nabij.base.guard.Policy(command='select', name='see_concern', says='Who shared it reads the answer.', using='concern_id in (select id from public.stories_concern)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and concern_id in (select id from public.stories_concern where to_id = (select trust.me()))', command='insert', name='add_asked', says='Whom it was shared with answers.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The keepers are asked to look again; nobody reads the words.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='stories_concernanswer'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, person_id, circle_id, at)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='What was answered to a silence goes with the story, and with who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_own', says='Only you see what you answered to a silence.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[])', command='insert', name='add_own', says='You answer to a silence in a story that you read.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='What was answered to a silence goes after a year.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='What was answered to a silence goes with its circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)")), table='stories_silenceanswer'),
        ),
    ]
