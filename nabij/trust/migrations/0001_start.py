import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.base.word
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('trust', '0001_initial'), ('trust', '0002_words_asked_once'), ('trust', '0003_to_know_is_to_have_met'), ('trust', '0004_people_counted_once'), ('trust', '0005_holes_closed'), ('trust', '0006_nobody_else_reads'), ('trust', '0007_who_may_see_what'), ('trust', '0008_closer_and_quicker'), ('trust', '0009_memory'), ('trust', '0010_mended'), ('trust', '0011_log_in_asks_administrators_for_two'), ('trust', '0012_duty_where_they_live'), ('trust', '0013_a_name_goes'), ('trust', '0014_quicker_memory'), ('trust', '0015_absence_and_handover'), ('trust', '0016_life_of_a_story'), ('trust', '0017_one_who_stands_there_twice'), ('trust', '0018_names_by_index'), ('trust', '0019_who_were_brought_together')]

    initial = True

    dependencies = [
        ('people', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='ChainLink',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('number', models.PositiveBigIntegerField(unique=True)),
                        ('at', models.DateTimeField()),
                        ('upto', models.DateTimeField(db_index=True)),
                        ('form', models.PositiveSmallIntegerField()),
                        ('keys', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                        ('hashes', models.BinaryField()),
                        ('previous', models.BinaryField()),
                        ('hash', models.BinaryField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Deletion',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('table_name', models.CharField(max_length=80)),
                        ('rule', models.CharField(max_length=300)),
                        ('how_many', models.PositiveIntegerField()),
                        ('oldest', models.DateField(blank=True, null=True)),
                        ('newest', models.DateField(blank=True, null=True)),
                        ('keys_hash', models.CharField(max_length=64)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Forgetting',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('before', models.DateTimeField()),
                        ('looks', models.PositiveBigIntegerField()),
                        ('traces', models.PositiveBigIntegerField()),
                        ('processings', models.PositiveBigIntegerField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Processing',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('trace_id', models.UUIDField()),
                        ('status', models.PositiveSmallIntegerField(choices=[(0, 'Unknown'), (1, 'Ok'), (2, 'Error')])),
                        ('name', models.CharField(max_length=40)),
                        ('began', models.DateTimeField()),
                        ('ended', models.DateTimeField()),
                        ('activity', models.CharField(max_length=80)),
                        ('subject', models.BinaryField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Throttle',
                    fields=[
                        ('cache_key', models.CharField(max_length=255, primary_key=True, serialize=False)),
                        ('value', models.TextField()),
                        ('expires', models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='GlassAttempt',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('hat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('third', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('name', models.CharField(max_length=120)),
                        ('place', models.CharField(max_length=120)),
                        ('reason', models.CharField(max_length=500)),
                        ('at', models.DateTimeField()),
                        ('logged_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['by', 'logged_at'], name='trust_glass_by_id_8f34ae_idx'), models.Index(fields=['third', '-at'], name='trust_glass_third_i_6036ea_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='attempt_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='BreakGlass',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('attempt', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='glass', to='trust.glassattempt')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('about_name', models.CharField(max_length=120)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('hat_name', models.CharField(max_length=80)),
                        ('third', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['by', '-until'], name='trust_break_by_id_338f41_idx'), models.Index(fields=['person'], name='trust_break_person__6860e7_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('third', models.F('by')), _negated=True), name='nobody_watches_themselves'), models.CheckConstraint(condition=models.Q(('third', models.F('person')), _negated=True), name='nobody_watches_their_own_story')],
                    },
                ),
                migrations.CreateModel(
                    name='GlassReview',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('glass', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='review', to='trust.breakglass')),
                        ('verdict', models.CharField(choices=[('needed', 'nodig'), ('not_needed', 'niet nodig'), ('to_talk', 'eerst samen bespreken')], max_length=10)),
                        ('words', models.CharField(max_length=1000)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='verdict_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='GlassTelling',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('glass', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tellings', to='trust.breakglass')),
                        ('told', models.BooleanField()),
                        ('why', models.CharField(blank=True, max_length=500)),
                        ('again', models.DateField(blank=True, null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('told', True), models.Q(('again__isnull', False), models.Q(('why', ''), _negated=True)), _connector='OR'), name='not_yet_says_why_and_when')],
                    },
                ),
                migrations.CreateModel(
                    name='Hold',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person_key', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('circle_key', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('why', models.CharField(max_length=300)),
                        ('by', models.UUIDField(blank=True, null=True)),
                        ('by_name', models.CharField(max_length=120)),
                        ('until', models.DateField()),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('person_key__isnull', False), ('circle_key__isnull', False), _connector='XOR'), name='hold_of_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('why', ''), _negated=True), models.Q(('by_name', ''), _negated=True)), name='hold_says_why_and_by_whom')],
                    },
                ),
                migrations.CreateModel(
                    name='LawInForce',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('ground', models.CharField(choices=[('consent', 'je eigen ja (AVG artikel 6 lid 1 a)'), ('vital', 'gevaar voor iemands leven (AVG artikel 6 lid 1 d)'), ('duty', 'een wettelijke plicht (AVG artikel 6 lid 1 c)'), ('wmo', 'een taak van de gemeente: Wmo 2015 (AVG artikel 6 lid 1 e)'), ('jeugdwet', 'een taak van de gemeente: Jeugdwet (AVG artikel 6 lid 1 e)'), ('participatiewet', 'een taak van de gemeente: Participatiewet (AVG artikel 6 lid 1 e)'), ('wgs', 'een taak van de gemeente: hulp bij schulden, Wgs (AVG artikel 6 lid 1 e)'), ('public_task', 'een andere taak van de overheid (AVG artikel 6 lid 1 e)'), ('interest', 'wat een groep bewoners samen wil doen (AVG artikel 6 lid 1 f)'), ('wams', 'de Wams, die nog niet geldt')], max_length=20, unique=True)),
                        ('since', models.DateField()),
                        ('source', models.CharField(max_length=200)),
                        ('noted_at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='law_in_force_says_where')],
                    },
                ),
                migrations.CreateModel(
                    name='Look',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('who', models.UUIDField(null=True)),
                        ('who_name', models.CharField(max_length=120)),
                        ('hat', models.UUIDField(null=True)),
                        ('hat_name', models.CharField(blank=True, max_length=80)),
                        ('what', models.CharField(max_length=40)),
                        ('thing', models.CharField(max_length=40)),
                        ('thing_id', models.UUIDField(null=True)),
                        ('circle_key', models.UUIDField(null=True)),
                        ('trace_id', models.UUIDField(null=True)),
                        ('about', models.UUIDField()),
                        ('purpose', models.CharField(blank=True, max_length=80)),
                        ('why', models.CharField(blank=True, max_length=300)),
                        ('access_point', models.CharField(blank=True, max_length=16)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['about', '-at'], name='trust_look_about_889ba3_idx'), models.Index(fields=['who', '-at'], name='trust_look_who_e244f0_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Purpose',
                    fields=[
                        ('key', models.SlugField(max_length=40, primary_key=True, serialize=False)),
                        ('sentence', models.CharField(max_length=200)),
                        ('ground', models.CharField(choices=[('consent', 'je eigen ja (AVG artikel 6 lid 1 a)'), ('vital', 'gevaar voor iemands leven (AVG artikel 6 lid 1 d)'), ('duty', 'een wettelijke plicht (AVG artikel 6 lid 1 c)'), ('wmo', 'een taak van de gemeente: Wmo 2015 (AVG artikel 6 lid 1 e)'), ('jeugdwet', 'een taak van de gemeente: Jeugdwet (AVG artikel 6 lid 1 e)'), ('participatiewet', 'een taak van de gemeente: Participatiewet (AVG artikel 6 lid 1 e)'), ('wgs', 'een taak van de gemeente: hulp bij schulden, Wgs (AVG artikel 6 lid 1 e)'), ('public_task', 'een andere taak van de overheid (AVG artikel 6 lid 1 e)'), ('interest', 'wat een groep bewoners samen wil doen (AVG artikel 6 lid 1 f)'), ('wams', 'de Wams, die nog niet geldt')], max_length=20)),
                        ('law', models.CharField(blank=True, max_length=200)),
                        ('special', models.CharField(choices=[('none', 'hoort hier niet in'), ('consent', 'met je uitdrukkelijke ja (AVG artikel 9 lid 2 a, UAVG artikel 22)'), ('care', 'als goede hulp het nodig heeft (AVG artikel 9 lid 2 h, UAVG artikel 30 lid 3 a)'), ('vital', 'bij gevaar voor iemands leven (AVG artikel 9 lid 2 c, UAVG artikel 22)')], default='none', max_length=10)),
                        ('keep_months', models.PositiveSmallIntegerField()),
                        ('counts_from', models.CharField(choices=[('last_moment', 'na het laatste moment in de kring'), ('written', 'nadat het is geschreven')], default='last_moment', max_length=12)),
                        ('recipients', models.CharField(blank=True, default='', max_length=300)),
                        ('people', models.CharField(blank=True, default='', max_length=300)),
                        ('data', models.CharField(blank=True, default='', max_length=300)),
                        ('to_volunteers', models.BooleanField(default=False)),
                        ('enabled', models.BooleanField(default=True)),
                        ('position', models.PositiveSmallIntegerField(default=100)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('ground__in', ['consent', 'vital', 'duty', 'wmo', 'jeugdwet', 'participatiewet', 'wgs', 'public_task', 'interest', 'wams'])), name='purpose_on_a_known_ground'), models.CheckConstraint(condition=models.Q(('special__in', ['none', 'consent', 'care', 'vital'])), name='purpose_special_known'), models.CheckConstraint(condition=models.Q(('keep_months__gte', 1), ('keep_months__lte', 600)), name='purpose_has_an_end'), models.CheckConstraint(condition=models.Q(models.Q(('sentence', ''), _negated=True), models.Q(('recipients', ''), _negated=True)), name='purpose_says_why_and_to_whom')],
                    },
                ),
                migrations.CreateModel(
                    name='Circle',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('own', 'alleen ik'), ('story', 'rond een verhaal'), ('group', 'van een groep')], max_length=8)),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('made_at', models.DateTimeField()),
                        ('purpose', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.purpose')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'own')), fields=('made_by',), name='one_circle_of_ones_own')],
                    },
                ),
                migrations.CreateModel(
                    name='Consent',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='people.person')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='trust.circle')),
                        ('for_whom', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('informed', models.CharField(max_length=300)),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', 'for_whom'], name='trust_conse_circle__7f3632_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('informed', ''), _negated=True), name='consent_says_how_one_was_told')],
                    },
                ),
                migrations.CreateModel(
                    name='Correction',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='trust.circle')),
                        ('about_id', models.UUIDField()),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='people.person')),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('words', models.CharField(max_length=1000)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle'], name='trust_corre_circle__4b339b_idx'), models.Index(fields=['about_id'], name='trust_corre_about_i_078285_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='correction_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Invitation',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='trust.circle')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='people.person')),
                        ('name', models.CharField(blank=True, max_length=120)),
                        ('way', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.waytoreach')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('expires', models.DateTimeField()),
                        ('sees_from', models.DateTimeField(blank=True, null=True)),
                        ('until', models.DateTimeField(blank=True, null=True)),
                        ('code_hash', models.BinaryField(blank=True, null=True, unique=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', '-at'], name='trust_invit_circle__3057d7_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('person__isnull', False), ('code_hash__isnull', False), _connector='OR'), name='invitation_is_for_somebody'), models.CheckConstraint(condition=models.Q(('expires__gt', models.F('at'))), name='invitation_expires_after_it_began')],
                    },
                ),
                migrations.CreateModel(
                    name='InvitationEnd',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='end', to='trust.invitation')),
                        ('kind', models.CharField(choices=[('accepted', 'leest mee'), ('declined', 'doet het niet'), ('withdrawn', 'ingetrokken')], max_length=10)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Knock',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='knock', to='trust.invitation')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('name', models.CharField(max_length=120)),
                        ('address', models.EmailField(blank=True, max_length=254)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='trust.circle')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='people.person')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('as_resident', models.BooleanField(default=False)),
                        ('parent_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('let_in_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(blank=True, null=True)),
                        ('sees_from', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', 'circle'], name='trust_membe_person__8a3a4b_idx')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('circle', 'person'), name='once_in_a_circle'), models.CheckConstraint(condition=models.Q(('parent_of__isnull', True), models.Q(('as_resident', False), ('until__isnull', False)), _connector='OR'), name='a_parent_reads_until_the_child_decides')],
                    },
                ),
                migrations.CreateModel(
                    name='Merge',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='trust.circle')),
                        ('double_circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merged_into', to='trust.circle')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='people.person')),
                        ('double', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='merged_into', to='people.person')),
                        ('why', models.CharField(choices=[('told', 'het is mij verteld door wie het is'), ('known', 'ik ken deze persoon'), ('details', 'naam en adres of nummer zijn hetzelfde'), ('twice', 'het is twee keer opgeschreven')], max_length=10)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('double__isnull', True), ('person__isnull', True), models.Q(('circle', models.F('double_circle')), _negated=True)), models.Q(('double__isnull', False), ('person__isnull', False), models.Q(('person', models.F('double')), _negated=True)), _connector='OR'), name='two_are_merged')],
                    },
                ),
                migrations.CreateModel(
                    name='MergeEnd',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('merge', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='end', to='trust.merge')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Noted',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='noted', to='trust.circle')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='noted_in', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('circle', 'person'), name='noted_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Opening',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='trust.membership')),
                        ('since', models.DateTimeField(blank=True, null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Release',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('hold', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='release', to='trust.hold')),
                        ('by_name', models.CharField(max_length=120)),
                        ('why', models.CharField(max_length=300)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Request',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='people.person')),
                        ('person_name', models.CharField(max_length=120)),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('way', models.CharField(choices=[('here', 'zelf, hier'), ('paper', 'op papier'), ('phone', 'per telefoon'), ('talk', 'in een gesprek')], default='here', max_length=8)),
                        ('kind', models.CharField(choices=[('access', 'weten wat er over mij staat'), ('correct', 'iets laten veranderen dat niet klopt'), ('erase', 'iets laten wissen'), ('limit', 'laten beperken wie het ziet'), ('object', 'bezwaar maken'), ('withdraw', 'toestemming intrekken'), ('portability', 'mijn gegevens meenemen')], max_length=12)),
                        ('about_kind', models.CharField(blank=True, max_length=40)),
                        ('about_id', models.UUIDField(null=True)),
                        ('about_words', models.CharField(blank=True, default='', max_length=500)),
                        ('words', models.TextField(blank=True, max_length=2000)),
                        ('made_at', models.DateTimeField()),
                        ('answer_by', models.DateField()),
                        ('answerer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests_to_answer', to='people.person')),
                        ('answerer_name', models.CharField(max_length=120)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', '-made_at'], name='trust_reque_person__4cb796_idx'), models.Index(fields=['answerer', 'answer_by'], name='trust_reque_answere_239616_idx'), models.Index(fields=['about_id'], name='trust_reque_about_i_c77a6f_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('person', models.F('answerer')), _negated=True), name='nobody_answers_themselves'), models.CheckConstraint(condition=models.Q(models.Q(('about_id__isnull', True), ('about_kind', '')), models.Q(models.Q(('about_kind', ''), _negated=True), ('about_id__isnull', False)), _connector='OR'), name='request_about_one_thing_or_all')],
                    },
                ),
                migrations.CreateModel(
                    name='Limit',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='limit', to='trust.request')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='limits', to='trust.circle')),
                        ('about_id', models.UUIDField(null=True)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='limits', to='people.person')),
                        ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('answerer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle'], name='trust_limit_circle__8a9cae_idx'), models.Index(fields=['about_id'], name='trust_limit_about_i_9ada9e_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Lifting',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('limit', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='lifting', to='trust.limit')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Reply',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reply', to='trust.request')),
                        ('kind', models.CharField(choices=[('granted', 'Ja'), ('partly', 'Voor een deel'), ('refused', 'Nee')], max_length=8)),
                        ('words', models.TextField(blank=True, max_length=2000)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind', 'granted'), models.Q(('words', ''), _negated=True), _connector='OR'), name='a_no_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='Objection',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='objection', to='trust.request')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='people.person')),
                        ('about_kind', models.CharField(choices=[('trust.look', 'dat iemand keek'), ('trust.membership', 'dat iemand meeleest'), ('moments.moment', 'wat er is opgeschreven')], max_length=40)),
                        ('about_id', models.UUIDField()),
                        ('shown_in', models.UUIDField(db_index=True, null=True)),
                        ('words', models.TextField(max_length=2000)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person'], name='trust_objec_person__7cac8c_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='objection_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Extension',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='extension', to='trust.request')),
                        ('until', models.DateField()),
                        ('why', models.CharField(max_length=500)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='extension_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='Erasure',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='erasure', to='trust.request')),
                        ('counts', models.JSONField(default=dict)),
                        ('stays', models.JSONField(default=list)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RightsReview',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('changed', models.CharField(max_length=1000)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Seal',
                    fields=[
                        ('only', models.BooleanField(default=True, primary_key=True, serialize=False)),
                        ('inner', models.BinaryField()),
                        ('outer', models.BinaryField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('only', True)), name='one_seal')],
                    },
                ),
                migrations.CreateModel(
                    name='Session',
                    fields=[
                        ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                        ('session_data', models.TextField(verbose_name='session data')),
                        ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                        ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
                        ('device', models.CharField(blank=True, max_length=80)),
                        ('begun_at', models.DateTimeField()),
                        ('seen_at', models.DateTimeField()),
                    ],
                    options={
                        'verbose_name': 'session',
                        'verbose_name_plural': 'sessions',
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Setting',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('key', models.CharField(choices=[('organisation', 'Wie hier verantwoordelijk is'), ('privacy_officer', 'Bij wie je terechtkunt over je gegevens'), ('terms', 'Onze spelregels')], max_length=20)),
                        ('words', models.TextField(blank=True, max_length=5000)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['key', '-at'], name='trust_setti_key_e993c9_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Trace',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('who', models.UUIDField(null=True)),
                        ('who_name', models.CharField(max_length=120)),
                        ('hat', models.UUIDField(null=True)),
                        ('hat_name', models.CharField(blank=True, max_length=80)),
                        ('what', models.CharField(max_length=40)),
                        ('thing', models.CharField(max_length=40)),
                        ('thing_id', models.UUIDField(null=True)),
                        ('circle_key', models.UUIDField(null=True)),
                        ('trace_id', models.UUIDField(null=True)),
                        ('why', models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['who', '-at'], name='trace_of_whom'), models.Index(fields=['circle_key'], name='trace_in_circle'), models.Index(condition=models.Q(('circle_key__isnull', True)), fields=['-at'], name='trace_of_no_circle')],
                    },
                ),
                migrations.CreateModel(
                    name='TrustedThird',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('since', models.DateField()),
                        ('until', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('person', 'neighbourhood'), name='trusted_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Withdrawal',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('consent', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='withdrawal', to='trust.consent')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('why', models.CharField(blank=True, max_length=300)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Acquaintance',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('who', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acquaintances', to='people.person')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='known_to', to='people.person')),
                        ('introduced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('who', 'person'), name='introduced_once')],
                    },
                ),
            ],
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\ndeclare\n  said text := current_setting(\'nabij.actor\', true);\n  parts text[];\n  payload text;\nbegin\n  if said is null or said = \'\' then\n    raise exception \'nobody is acting\' using errcode = \'insufficient_privilege\';\n  end if;\n  payload := left(said, length(said) - 65);\n  if not exists (select 1 from public.trust_seal where\n      encode(sha256("outer" || sha256("inner" || convert_to(payload, \'UTF8\'))), \'hex\') = right(said, 64)) then\n    raise exception \'the seal is broken\' using errcode = \'insufficient_privilege\';\n  end if;\n  parts := string_to_array(payload, \'|\');\n  if to_timestamp(parts[6]::bigint) < clock_timestamp() then\n    raise exception \'the seal has expired\' using errcode = \'insufficient_privilege\';\n  end if;\n  return parts;\nend', lang='plpgsql', name='actor', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select p.name from public.people_person p where p.id = granted_by.who and (\n    exists (select 1 from public.people_hat h where h.id = granted_by.hat and h.granted_by_id = p.id)\n    or exists (select 1 from public.people_proof f where f.hat_id = granted_by.hat and f.seen_by_id = p.id)\n    or exists (select 1 from public.people_takingoff t where t.hat_id = granted_by.hat and t.by_id = p.id))', name='granted_by(hat uuid, who uuid)', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 from public.people_takingoff t where t.hat_id = taken_off.hat)', name='taken_off(hat uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select h.id from public.people_hatrule r\n  join public.people_hat h on lower(h.role) = lower(r.role)\n    and (r.neighbourhood_id is null or r.neighbourhood_id = h.neighbourhood_id)\n  where r.since <= lapsed_hats.day and (r.until is null or r.until >= lapsed_hats.day)\n    and not exists (select 1 from public.people_proof p where p.hat_id = h.id and p.kind = r.kind\n                    and (p.valid_until is null or p.valid_until >= lapsed_hats.day))\n  union select t.hat_id from public.people_takingoff t join public.people_duty d on d.hat_id = t.hat_id\n  where d.ends > lapsed_hats.day', name='lapsed_hats(day date)', returns='setof uuid', rows=20),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select c.kind = 'own' from public.trust_circle c where c.id = is_of_one.circle", name='is_of_one(circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select circle_id from public.trust_membership m where m.id = circle_of.membership', name='circle_of(membership uuid)', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 from public.people_account a where a.person_id = has_account.person)', name='has_account(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_acquaintance a\n      where a.who_id = acquainted.one and a.person_id = acquainted.other)\n    and exists (select 1 from public.trust_acquaintance a\n      where a.who_id = acquainted.other and a.person_id = acquainted.one)', name='acquainted(one uuid, other uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select exists (select 1 from public.people_person p where p.id = has_name.person and p.name <> '')", name='has_name(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 from public.people_hat h where h.id = wears.hat and h.person_id = wears.person)', name='wears(person uuid, hat uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select count(*)::integer from public.people_householdmember m\n  where m.household_id = household_size.household and (m.until is null or m.until >= current_date)', name='household_size(household uuid)', returns='integer'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 from public.people_householdmember m where m.household_id = lived_in.household)', name='lived_in(household uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select extract(year from age(current_date, b.day))::integer from public.people_birth b\n  where b.person_id = years_of.person', name='years_of(person uuid)', returns='integer'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select (b.day + interval '16 years')::date::timestamp at time zone 'Europe/Amsterdam' from public.people_birth b\n  where b.person_id = sixteenth.child", name='sixteenth(child uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.people_parent p where p.parent_id = is_parent.parent\n    and p.child_id = is_parent.child and (p.until is null or p.until >= current_date))', name='is_parent(parent uuid, child uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(p.parent_id), '{}') from public.people_parent p\n  where p.child_id = parents_of.child and (p.until is null or p.until >= current_date)", name='parents_of(child uuid)', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_membership m where m.circle_id = is_resident.circle\n    and m.person_id = is_resident.person and m.as_resident and (m.until is null or m.until > statement_timestamp()))', name='is_resident(circle uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select (lpad(to_hex((extract(epoch from first_key.moment) * 1000)::bigint), 12, '0')\n    || '70008000000000000000')::uuid", definer=False, name='first_key(moment timestamptz)', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\nbegin\n  if tg_op = 'DELETE' and tg_table_name in ('trust_look', 'trust_trace', 'trust_processing')\n      and current_setting('nabij.forgetting', true) = 'yes'\n      and old.id < trust.first_key(statement_timestamp() - interval '5 years') then\n    return old;\n  end if;\n  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';\nend", changes=True, definer=False, lang='plpgsql', name='only_added_to', returns='trigger'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\ndeclare\n  looks bigint;\n  traces bigint;\n  processings bigint;\nbegin\n  if (select trust.office()) is distinct from 'retention' then\n    raise exception 'only the office for retention forgets' using errcode = 'insufficient_privilege';\n  end if;\n  if forget_looks.before is null or forget_looks.before > statement_timestamp() - interval '5 years' then\n    raise exception 'the logs are kept for five years' using errcode = 'check_violation';\n  end if;\n  perform set_config('nabij.forgetting', 'yes', true);\n  delete from public.trust_look where id < trust.first_key(forget_looks.before);\n  get diagnostics looks = row_count;\n  delete from public.trust_trace where id < trust.first_key(forget_looks.before);\n  get diagnostics traces = row_count;\n  delete from public.trust_processing where id < trust.first_key(forget_looks.before);\n  get diagnostics processings = row_count;\n  perform set_config('nabij.forgetting', '', true);\n  if looks + traces + processings > 0 then\n    insert into public.trust_forgetting (id, at, before, looks, traces, processings)\n    values (gen_random_uuid(), clock_timestamp(), forget_looks.before, looks, traces, processings);\n  end if;\n  return looks + traces + processings;\nend", changes=True, lang='plpgsql', name='forget_looks(before timestamptz)', returns='bigint', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select coalesce(array_agg(r.person_id), '{}') \n  from public.trust_request r join public.trust_reply a on a.request_id = r.id\n  where r.kind = 'erase' and a.kind in ('granted', 'partly') and r.about_id is null", name='erased_people', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select coalesce(array_agg(r.about_id), '{}') \n  from public.trust_request r join public.trust_reply a on a.request_id = r.id\n  where r.kind = 'erase' and a.kind in ('granted', 'partly') and r.about_id is not null", name='erased_things', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(m.circle_id), '{}') from public.trust_membership m\n  where m.person_id in (select r.person_id \n  from public.trust_request r join public.trust_reply a on a.request_id = r.id\n  where r.kind = 'erase' and a.kind in ('granted', 'partly') and r.about_id is not null)", name='erasers_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(r.person_id), '{}') \n  from public.trust_request r join public.trust_reply a on a.request_id = r.id\n  where r.kind = 'erase' and a.kind in ('granted', 'partly') and r.about_id is null\n    and not exists (select 1 from public.trust_erasure e where e.request_id = r.id)", name='people_to_mask', returns='uuid[]', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select in_force.ground <> 'wams' or exists (\n    select 1 from public.trust_lawinforce l where l.ground = in_force.ground and l.since <= current_date)", name='in_force(ground text)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_membership r where r.circle_id = chosen_in.circle\n      and r.person_id = chosen_in.through and r.as_resident)\n    or exists (select 1 from public.trust_consent c where c.circle_id = chosen_in.circle\n      and (c.for_whom_id is null or c.for_whom_id = chosen_in.person)\n      and not exists (select 1 from public.trust_withdrawal w where w.consent_id = c.id))', name='chosen_in(circle uuid, person uuid, through uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\nbegin\n  return exists (select 1 from public.stories_closing c join public.stories_story s on s.id = c.story_id\n    where (s.circle_id = is_closed.circle\n        or s.id in (select w.story_id from public.stories_storycircle w where w.circle_id = is_closed.circle))\n      and not exists (select 1 from public.stories_reopening r where r.closing_id = c.id));\nend', lang='plpgsql', name='is_closed(circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct circle), '{}') from (\n    select h.circle_key as circle from public.trust_hold h where h.circle_key is not null and h.until >= current_date\n      and not exists (select 1 from public.trust_release l where l.hold_id = h.id)\n    union all select m.circle_id from public.trust_hold h join public.trust_membership m on m.person_id = h.person_key\n      where m.as_resident and h.until >= current_date\n      and not exists (select 1 from public.trust_release l where l.hold_id = h.id)) as held", name='held_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct h.person_key), '{}') from public.trust_hold h\n  where h.person_key is not null and h.until >= current_date\n      and not exists (select 1 from public.trust_release l where l.hold_id = h.id)", name='held_people', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select coalesce((select term_over.since < statement_timestamp() - make_interval(months => p.keep_months)\n    from public.trust_purpose p where p.key = term_over.purpose), false)', name='term_over(purpose text, since timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select make_interval(months => coalesce(min(keep_months), 600)) from public.trust_purpose', name='shortest_term', returns='interval'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(key::text), '{}') from public.trust_purpose where counts_from = 'written'", name='written_purposes', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select not exists (select 1 from public.trust_membership m where m.person_id = in_no_circle.person)', name='in_no_circle(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select not exists (select 1 from public.trust_membership m where m.person_id = in_no_circle_now.person\n    and (m.until is null or m.until > statement_timestamp()))', name='in_no_circle_now(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select min(least(coalesce(m.sees_from, '-infinity'), case when o.id is null then 'infinity'\n                   else coalesce(o.since, '-infinity') end))\n  from public.trust_membership m left join public.trust_opening o on o.membership_id = m.id\n  where m.person_id = reads_from.person and m.circle_id = reads_from.circle\n    and (m.until is null or m.until > statement_timestamp())", name='reads_from(person uuid, circle uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_invitation i where i.id = is_for.invitation\n    and (i.person_id = is_for.person or exists (\n      select 1 from public.people_waytoreach w join public.people_account a on lower(a.email) = lower(w.value)\n      where w.id = i.way_id and a.person_id = is_for.person)))', name='is_for(invitation uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_membership m where m.circle_id = known_there.circle\n      and m.person_id = known_there.person and (m.until is null or m.until > statement_timestamp()))\n    or exists (select 1 from public.trust_noted n where n.circle_id = known_there.circle\n      and n.person_id = known_there.person)', name='known_there(circle uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(m.person_id order by m.person_id), '{}') from public.trust_membership m\n  where m.circle_id = residents_of.circle and m.as_resident and (m.until is null or m.until > statement_timestamp())", name='residents_of(circle uuid)', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select case when a[1] = 'person' then a[2]::uuid end from (select trust.actor()) as t(a)", name='me', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select case when a[1] = 'person' then nullif(a[3], '')::uuid end from (select trust.actor()) as t(a)", name='hat', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select case a[1] when 'office' then a[2] when 'link' then 'link' else '' end from (select trust.actor()) as t(a)", name='office', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select case when a[1] = 'link' then a[2]::uuid end from (select trust.actor()) as t(a)", name='reader', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select case when a[1] = 'link' then nullif(a[4], '')::uuid end from (select trust.actor()) as t(a)", name='reach', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select a[5] from (select trust.actor()) as t(a)', name='purpose', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select nullif(a[7], '')::uuid from (select trust.actor()) as t(a)", name='trace', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select coalesce(a[8], '') from (select trust.actor()) as t(a)", name='point', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select d.person_id from public.people_administrator d\n  where d.person_id = (select case when a[1] = 'administrator' then a[2]::uuid end from (select trust.actor()) as t(a))\n    and d.until is null\n    and exists (select 1 from public.people_account a where a.person_id = d.person_id and a.is_active)", name='administrator', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.people_hat h where h.person_id = wears_formal.person and h.formal\n    and h.since <= current_date and (h.until is null or h.until >= current_date) and not trust.taken_off(h.id)\n    and h.id <> all(array(select trust.lapsed_hats(current_date))))', name='wears_formal(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select person_id from public.people_hat\n  where formal and role = 'privacycontact' and since <= current_date and (until is null or until >= current_date)\n    and not trust.taken_off(id) and id <> all(array(select trust.lapsed_hats(current_date)))\n  order by since, id limit 1", name='privacy_contact', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_membership m where m.circle_id = only_the_child.circle\n    and m.as_resident and (m.until is null or m.until > statement_timestamp())\n    and trust.is_parent(only_the_child.person, m.person_id) and trust.years_of(m.person_id) >= 12)', name='only_the_child(circle uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select teller <> writer and trust.years_of(teller) between 12 and 15 and exists (\n    select 1 from public.trust_membership m where m.circle_id = past_a_parent.circle\n    and (m.until is null or m.until > statement_timestamp()) and trust.is_parent(m.person_id, teller))', name='past_a_parent(circle uuid, teller uuid, writer uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(c.id), '{}') from public.trust_circle c\n  where (c.kind = 'own' and c.made_by_id = any((select trust.erased_people())::uuid[]))\n    or (c.id in (select m.circle_id from public.trust_membership m\n          where m.as_resident and m.person_id = any((select trust.erased_people())::uuid[]))\n      and not exists (select 1 from public.trust_membership m where m.circle_id = c.id and m.as_resident\n          and m.person_id <> all((select trust.erased_people())::uuid[])))", name='erased_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct lower(n.said)), '{}') from public.people_person p cross join lateral (\n    select p.name union select p.known_as\n    union select w from unnest(array[split_part(p.name, ' ', 1), split_part(p.name, ' ', -1)]) w\n      where length(w) > 2) as n(said)\n  where n.said <> '' and p.id = any((select trust.people_to_mask())::uuid[])", name='names_to_mask', returns='text[]', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct m.household_id), '{}') from public.people_householdmember m\n  where m.person_id = any((select trust.people_to_mask())::uuid[])", name='households_to_mask', returns='uuid[]', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct lower(w.word)), '{}') from (\n    select m.person_id from public.trust_membership m where m.circle_id = names_beside.there\n    union select n.person_id from public.trust_noted n where n.circle_id = names_beside.there\n    union select h.person_id from public.people_householdmember h where h.household_id = names_beside.there) as o\n  join public.people_person p on p.id = o.person_id\n  cross join lateral regexp_split_to_table(p.name, '[[:space:]]+') as w(word)\n  where w.word <> '' and p.id <> all((select trust.people_to_mask())::uuid[])", name='names_beside(there uuid)', returns='text[]', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(key::text), '{}') from public.trust_purpose where enabled and trust.in_force(ground)", name='purposes_in_use', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.people_person p where p.id = is_known_only.person and p.name = '')\n    and not trust.has_account(is_known_only.person) and trust.in_no_circle(is_known_only.person)", name='is_known_only(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select not trust.has_account(nobody_any_more.person) and trust.in_no_circle(nobody_any_more.person)\n    and not exists (select 1 from public.people_person p\n      where p.id = nobody_any_more.person and p.made_at >= statement_timestamp() - interval '6 months')\n    and not exists (select 1 from public.trust_noted n where n.person_id = nobody_any_more.person)\n    and not exists (select 1 from public.people_householdmember a\n      join public.people_householdmember b on b.household_id = a.household_id and b.person_id <> a.person_id\n      where a.person_id = nobody_any_more.person and (trust.has_account(b.person_id)\n        or not trust.in_no_circle(b.person_id)))\n    and not nobody_any_more.person = any((select trust.held_people())::uuid[])", name='nobody_any_more(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.trust_invitation i where i.id = is_open.invitation\n    and i.expires > statement_timestamp()\n    and not exists (select 1 from public.trust_invitationend e where e.invitation_id = i.id)\n    and coalesce(i.sees_from, '-infinity') >= trust.reads_from(i.by_id, i.circle_id))", name='is_open(invitation uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select case when may_merge.person is null\n    then trust.residents_of(may_merge.circle) = trust.residents_of(may_merge.double_circle)\n      and trust.residents_of(may_merge.circle) <> '{}'\n    else not trust.has_account(may_merge.double)\n      and trust.known_there(may_merge.circle, may_merge.person)\n      and trust.known_there(may_merge.double_circle, may_merge.double) end", name='may_merge(person uuid, circle uuid, double uuid, double_circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select coalesce(array_agg(m.circle_id), '{}') \n  from public.trust_membership m\n  where m.person_id = (select trust.me()) and (m.until is null or m.until > statement_timestamp())\n    and (m.as_resident or m.circle_id not in (select l.circle_id from public.trust_limit l\n      where l.circle_id is not null and l.about_id is null and l.answerer_id is distinct from (select trust.me())\n        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)))", name='my_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select exists (select 1 \n  from public.trust_membership m\n  where m.person_id = (select trust.me()) and (m.until is null or m.until > statement_timestamp())\n    and (m.as_resident or m.circle_id not in (select l.circle_id from public.trust_limit l\n      where l.circle_id is not null and l.about_id is null and l.answerer_id is distinct from (select trust.me())\n        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id))) and m.circle_id = i_am_in.circle)', name='i_am_in(circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(circle_id), '{}') from public.trust_membership\n  where person_id = (select trust.me()) and (as_resident or parent_of_id is not null)\n    and (until is null or until > statement_timestamp())", name='my_own_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(id), '{}') from public.people_hat\n  where person_id = (select trust.me()) and since <= current_date and (until is null or until >= current_date)\n    and not exists (select 1 from public.people_takingoff t where t.hat_id = people_hat.id)\n    and id <> all(array(select trust.lapsed_hats(current_date)))", name='my_hats', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select count(*)::integer from public.trust_glassattempt\n  where by_id = (select trust.me()) and logged_at > statement_timestamp() - interval '24 hours'", name='my_attempts', returns='integer'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select m.circle_id, min(least(coalesce(m.sees_from, '-infinity'), case when o.id is null then 'infinity'\n                                else coalesce(o.since, '-infinity') end)) as since\n  from public.trust_membership m left join public.trust_opening o on o.membership_id = m.id\n  where m.person_id = (select trust.me()) and (m.until is null or m.until > statement_timestamp())\n  group by m.circle_id having bool_or(m.as_resident or m.circle_id not in (select l.circle_id from public.trust_limit l\n      where l.circle_id is not null and l.about_id is null and l.answerer_id is distinct from (select trust.me())\n        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)))", name='my_seats', returns='table(circle_id uuid, since timestamptz)', rows=10),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct m.circle_id), '{}') from public.trust_membership m\n  where m.person_id = (select trust.me())\n    and (m.until is not null or m.sees_from is not null or m.circle_id in (select l.circle_id from public.trust_limit l\n      where l.circle_id is not null and l.about_id is null and l.answerer_id is distinct from (select trust.me())\n        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)))", name='my_left_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(c.id), '{}') from public.trust_circle c where c.made_by_id = (select trust.me())\n  and not exists (select 1 from public.trust_membership m where m.circle_id = c.id)", name='my_new_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.people_person p\n    where p.id = i_noted.person and p.made_by_id = (select trust.me()))', name='i_noted(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(nullif(name, ''), known_as) from public.people_person where id = (select trust.me())", name='my_name', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(p.child_id), '{}') from public.people_parent p\n  where p.parent_id = (select trust.me()) and (p.until is null or p.until >= current_date)\n    and trust.years_of(p.child_id) < 16", name='my_children', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select coalesce((select trust.me()) <> seats_a_parent.child and trust.years_of(seats_a_parent.child) >= 12, false)\n    and exists (select 1 from public.trust_membership m where m.circle_id = seats_a_parent.circle\n      and m.person_id <> (select trust.me()) and (m.until is null or m.until > statement_timestamp())\n      and trust.is_parent(m.person_id, seats_a_parent.child))', name='seats_a_parent(circle uuid, child uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_request r where r.id = across.request\n    and ((r.answerer_id = across.person and (select trust.me()) in (r.person_id, r.noted_by_id))\n      or (r.answerer_id = (select trust.me()) and across.person in (r.person_id, r.noted_by_id))))', name='across(request uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.people_hat h where h.formal and h.person_id = (select trust.me()) and (\n    h.id = (select trust.hat()) or h.id in (select m.hat_id from public.trust_membership m\n      where m.circle_id = i_am_formal_in.circle and m.person_id = h.person_id\n        and (m.until is null or m.until > statement_timestamp()))))', name='i_am_formal_in(circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select i.circle_id from public.trust_invitation i where i.id = (select trust.reach())', name='invited_circle', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select coalesce(\n    (select a.person_id from public.people_account a where a.person_id = i.person_id),\n    (select a.person_id from public.people_waytoreach w join public.people_account a on lower(a.email) = lower(w.value)\n     where w.id = i.way_id))\n  from public.trust_invitation i where i.id = (select trust.reach())', name='invited_login', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select name from public.people_person where id = (select trust.administrator())', name='administrator_name', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(nullif(name, ''), known_as) from public.people_person where id = (select trust.privacy_contact())", name='privacy_contact_name', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select coalesce((\n    select c.made_by_id from public.trust_circle c\n    where c.id = g.double_circle_id and c.made_by_id <> (select trust.me())\n      and exists (select 1 from public.trust_membership m where m.circle_id = c.id and m.person_id = c.made_by_id\n        and (m.until is null or m.until > statement_timestamp()))), (select trust.privacy_contact()))\n  from public.trust_merge g\n  where g.double_id = answers_for_double.double and g.person_id = (select trust.me())\n    and not exists (select 1 from public.trust_mergeend e where e.merge_id = g.id)\n  order by g.at, g.id limit 1', name='answers_for_double(double uuid)', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(t.circle_id), '{}') from (\n    select m.circle_id from public.trust_membership m where m.person_id = any((select trust.people_to_mask())::uuid[])\n    union select n.circle_id from public.trust_noted n where n.person_id = any((select trust.people_to_mask())::uuid[])\n    ) as t where t.circle_id <> all((select trust.erased_circles())::uuid[])", name='circles_to_mask', returns='uuid[]', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select trust.is_known_only(long_known_only.person)\n    and not exists (select 1 from public.people_person p\n      where p.id = long_known_only.person and p.made_at >= statement_timestamp() - interval '6 months')\n    and not exists (select 1 from public.trust_noted n\n      where n.person_id = long_known_only.person and (n.at >= statement_timestamp() - interval '6 months'\n        or n.circle_id = any((select trust.held_circles())::uuid[])))\n    and not long_known_only.person = any((select trust.held_people())::uuid[])", name='long_known_only(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select trust.is_open(i.id) and trust.is_for(i.id, joins.person) from public.trust_invitation i\n  where i.id = (select trust.reach()) and i.circle_id = joins.circle and i.by_id = joins.let_in_by\n    and i.hat_id is not distinct from joins.hat and i.sees_from is not distinct from joins.sees_from\n    and i.until is not distinct from joins.until', name='joins(circle uuid, person uuid, let_in_by uuid, hat uuid, sees_from timestamptz, until timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with company as (\n    select m.person_id, case when m.as_resident then m.circle_id end as circle_id from public.trust_membership m\n    where m.circle_id = any((select trust.my_circles())::uuid[])\n    union select n.person_id, null from public.trust_noted n\n    where n.circle_id = any((select trust.my_circles())::uuid[]))\n  select w.word, c.person_id, c.circle_id from company c join public.people_person p on p.id = c.person_id\n  cross join lateral unnest(regexp_split_to_array(translate(lower(p.name), 'áàäâãåéèëêíìïîóòöôõúùüûçñ', 'aaaaaaeeeeiiiiooooouuuucn'), '[^[:alpha:]]+')) as w(word)\n  where (select count(*) from public.people_person a where regexp_split_to_array(translate(lower(a.name), 'áàäâãåéèëêíìïîóòöôõúùüûçñ', 'aaaaaaeeeeiiiiooooouuuucn'), '[^[:alpha:]]+') && named.words) > 0\n    and w.word = any(named.words) and length(w.word) > 1", name='named(words text[])', returns='table(word text, person uuid, circle uuid)', rows=5),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive up as (\n    select p.neighbourhood_id as code from public.trust_membership m\n      join public.people_person p on p.id = m.person_id\n      where m.circle_id = any((select trust.my_circles())::uuid[]) and m.as_resident\n        and (m.until is null or m.until > statement_timestamp()) and p.neighbourhood_id is not null\n    union select n.parent_id from up\n      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null)\n  select coalesce(array_agg(code), '{}')::text[] from up", name='my_story_places', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(person_id), '{}') from (\n    select trust.me() as person_id where trust.me() is not null\n    union select m.person_id from public.trust_membership m where m.circle_id = any((select trust.my_circles())::uuid[])\n    union select n.person_id from public.trust_noted n\n    where n.circle_id = any((select trust.my_circles())::uuid[])) as company", name='my_company', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(person_id), '{}') from (\n    select trust.me() as person_id where trust.me() is not null\n    union select m.person_id from public.trust_membership m where m.circle_id = any((select trust.my_circles())::uuid[])\n    union select n.person_id from public.trust_noted n join public.trust_circle c on c.id = n.circle_id\n      where n.circle_id = any((select trust.my_circles())::uuid[]) and (c.kind <> 'own'\n        or not exists (select 1 from public.people_account a where a.person_id = n.person_id))) as fellows", name='my_fellows', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.trust_invitation i where i.id = may_withdraw.invitation\n    and (i.by_id = (select trust.me()) or i.circle_id = any((select trust.my_own_circles())::uuid[])))', name='may_withdraw(invitation uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select worn.id from (\n    select id, formal from public.people_hat\n    where id = any((select trust.my_hats())::uuid[])\n    order by id = (select trust.hat()) desc nulls last, id limit 1) as worn\n  where worn.formal', name='formal_hat', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive\n    home as (\n      select neighbourhood_id as code from public.people_person where id = (select trust.me())\n      union select neighbourhood_id from public.people_hat where id = any((select trust.my_hats())::uuid[])),\n    up as (\n      select code from home where code is not null\n      union select n.parent_id from up\n      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),\n    down as (\n      select code from home where code is not null\n      union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)\n  select coalesce(array_agg(code), '{}')::text[] from (select code from up union select code from down) as both_ways", name='my_neighbourhoods', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select array_append(array_agg(role::text), '') from public.people_hat\n  where id = any((select trust.my_hats())::uuid[])", name='my_roles', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select coalesce(array_agg(circle_id), '{}') from trust.my_seats() where since > '-infinity'", name='my_later_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(jsonb_object_agg(circle_id, since), '{}') from trust.my_seats() where since > '-infinity'", name='my_beginnings', returns='jsonb'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select since from trust.my_seats() s where s.circle_id = my_beginning.circle', name='my_beginning(circle uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct g.id), '{}') from trust.my_seats() mine\n  join public.trust_membership m on m.circle_id = mine.circle_id\n  join public.trust_breakglass g on g.person_id = m.person_id and g.at >= mine.since\n  join public.trust_glasstelling t on t.glass_id = g.id and t.told\n  where m.as_resident", name='my_told_glasses', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select case when trust.has_account(may_invite.person) then may_invite.way is null\n    else trust.i_noted(may_invite.person) and (may_invite.way is null or exists (\n      select 1 from public.people_waytoreach w where w.id = may_invite.way and w.person_id = may_invite.person\n        and w.kind = 'mail' and w.only_for_id = (select trust.me()))) end", name='may_invite(person uuid, way uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(child), '{}') from unnest((select trust.my_children())) as child\n  where trust.years_of(child) < 12", name='my_young', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select not trust.is_closed(may_share.circle) and exists (select 1 from public.trust_purpose p\n    where p.key = may_share.purpose and p.enabled and trust.in_force(p.ground)\n      and (p.to_volunteers or not trust.i_am_formal_in(may_share.circle) or not exists (\n        select 1 from public.trust_membership m left join public.people_hat h on h.id = m.hat_id\n        where m.circle_id = may_share.circle and not m.as_resident and not coalesce(h.formal, false)\n          and m.person_id <> (select trust.me()) and (m.until is null or m.until > statement_timestamp())\n          and not trust.chosen_in(may_share.circle, m.person_id, m.let_in_by_id))))', name='may_share(circle uuid, purpose text)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select not trust.i_am_formal_in(may_join.circle)\n    or exists (select 1 from public.people_hat h where h.id = may_join.hat and h.formal)\n    or exists (select 1 from public.trust_circle c join public.trust_purpose p on p.key = c.purpose_id\n      where c.id = may_join.circle and (p.to_volunteers or c.kind = 'own'))\n    or trust.chosen_in(may_join.circle, may_join.person, (select trust.me()))", name='may_join(circle uuid, person uuid, hat uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(nullif(p.name, ''), p.known_as) from public.people_person p\n  where p.id = trust.answers_for_double(name_of_answerer.double)", name='name_of_answerer(double uuid)', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct household_id), '{}') from public.people_householdmember\n  where person_id = any((select trust.my_company())::uuid[])", name='my_households', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select not trust.has_account(may_note_way.person)\n    and trust.has_name(may_note_way.person)\n    and (may_note_way.person = any((select trust.my_company())::uuid[]) or trust.i_noted(may_note_way.person))', name='may_note_way(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive\n    home as (select neighbourhood_id as code from public.people_hat where id = (select trust.formal_hat())),\n    up as (\n      select code from home where code is not null\n      union select n.parent_id from up\n      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),\n    down as (\n      select code from home where code is not null\n      union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)\n  select coalesce(array_agg(code), '{}')::text[] from (select code from up union select code from down) as both_ways", name='formal_places', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select case when exists (select 1 from public.trust_breakglass\n      where by_id = (select trust.me()) and until > statement_timestamp()) and trust.formal_hat() is not null\n    then (\n      select coalesce(array_agg(distinct m.circle_id), '{}') from public.trust_breakglass g\n      join public.trust_membership m on m.person_id = g.person_id and m.as_resident\n        and (m.until is null or m.until > statement_timestamp())\n      join public.trust_circle c on c.id = m.circle_id and c.kind = 'story'\n      where g.by_id = (select trust.me()) and g.until > statement_timestamp())\n    else '{}' end", name='my_broken_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(person_id), '{}') from (\n    select unnest((select trust.my_company())) as person_id\n    union select h.person_id from public.people_hat h\n      where h.open and h.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])\n        and h.since <= current_date and (h.until is null or h.until >= current_date)\n        and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)\n        and h.id <> all(array(select trust.lapsed_hats(current_date)))\n    union select a.person_id from public.trust_acquaintance a where a.who_id = (select trust.me())) as people", name='my_people', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct id), '{}') from (\n    select id from public.trust_breakglass where third_id = (select trust.me())\n    union select g.id from public.trust_breakglass g\n      join public.trust_membership m on m.person_id = g.person_id and m.as_resident\n      where g.id = any((select trust.my_told_glasses())::uuid[])\n        and m.circle_id = any((select trust.my_own_circles())::uuid[])) as shown", name='my_shown_glasses', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select trust.may_share(may_write.circle, c.purpose_id) from public.trust_circle c where c.id = may_write.circle', name='may_write(circle uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select case when count(*) = 1 then array_agg(found.id) else '{}' end from (\n    select p.id from public.trust_glassattempt t\n    join public.people_person p on lower(t.name) in (lower(p.name), lower(p.known_as))\n    left join public.people_neighbourhood n on n.code = p.neighbourhood_id\n    where t.id = behind_glass.attempt and t.by_id = (select trust.me()) and t.name <> '' and t.place <> ''\n      and t.logged_at > statement_timestamp() - interval '10 minutes'\n      and lower(t.place) in (lower(p.street), lower(n.name))\n      and p.neighbourhood_id = any((select trust.formal_places())::text[])\n      and exists (select 1 from public.trust_membership m join public.trust_circle c on c.id = m.circle_id\n        where m.person_id = p.id and m.as_resident and c.kind = 'story'\n          and (m.until is null or m.until > statement_timestamp()))) as found", name='behind_glass(attempt uuid)', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select (select trust.my_circles()) || (select trust.my_broken_circles())', name='my_readable_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(person_id), '{}') from (\n    select m.person_id from public.trust_membership m\n      where m.circle_id = any((select trust.my_broken_circles())::uuid[])\n    union select n.person_id from public.trust_noted n\n      where n.circle_id = any((select trust.my_broken_circles())::uuid[])) as people", name='my_glass_people', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(circle_id), '{}') || (select trust.my_broken_circles())\n  from trust.my_seats() where since = '-infinity'", name='my_whole_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(l.about_id), '{}') from public.trust_limit l\n  join public.trust_membership m on m.circle_id = l.circle_id and m.person_id = (select trust.me())\n  where l.about_id is not null and not m.as_resident and l.person_id <> m.person_id\n    and l.author_id is distinct from m.person_id and l.answerer_id is distinct from m.person_id\n    and l.circle_id <> all((select trust.my_broken_circles())::uuid[])\n    and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)", name='limited_things', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct t.person_id), '{}') from public.trust_trustedthird t\n  where t.neighbourhood_id = any((select trust.formal_places())::text[]) and t.person_id <> (select trust.me())\n    and t.since <= current_date and (t.until is null or t.until >= current_date)\n    and t.person_id = any((select trust.my_people())::uuid[])", name='thirds_here', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select has_mail.person = any((select trust.my_people())::uuid[]) and (\n    exists (select 1 from public.people_account a where a.person_id = has_mail.person and a.is_active)\n    or exists (select 1 from public.people_waytoreach w where w.person_id = has_mail.person and w.kind = 'mail'\n               and w.only_for_id is null))", name='has_mail(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(nullif(p.name, ''), p.known_as) from public.people_person p\n  where p.id = any(trust.behind_glass(name_behind.attempt))", name='name_behind(attempt uuid)', returns='text'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (name)'), offices=('select', 'update (name)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='You see the circles you are in.', using='id = any((select trust.my_readable_circles())::uuid[])'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and id = any((select trust.erased_circles())::uuid[])", command='all', name='office_rights', says='A circle about somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.erased_circles())::uuid[])"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says='A circle of others is not called after somebody forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_maker', says='You see a circle you just made.', using='id = any((select trust.my_new_circles())::uuid[])'), nabij.base.guard.Policy(check='made_by_id = (select trust.me()) and purpose_id = any((select trust.purposes_in_use())::text[])', command='insert', name='add_maker', says='Anybody may begin a circle, in their own name and for a purpose that is in use.'), nabij.base.guard.Policy(command='update', name='rename_resident', says='The resident names the circle.', using='id = any((select trust.my_own_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Letters are written about things in circles.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='An empty circle goes when its purpose says so; what still stands in it keeps it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and trust.term_over(purpose_id, made_at) and id <> all(((select trust.held_circles())::uuid[]))")), table='trust_circle'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (until)'), offices=('select', 'insert', 'update (until)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_fellow', says='Members of a circle see each other.', using='circle_id = any((select trust.my_readable_circles())::uuid[])'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Who is forgotten reads nowhere any more.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_own', says='You see which circles you were ever in.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="let_in_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and not as_resident and parent_of_id is null and coalesce(sees_from, '-infinity') >= trust.my_beginning(circle_id) and not trust.only_the_child(circle_id, person_id) and (person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id)) and trust.may_join(circle_id, person_id, hat_id) and not trust.is_of_one(circle_id)", command='insert', name='add_member', says="A member lets in somebody they know, in their own name, who reads no further back than they do; whom a circle is about stays as it began, and a child from 12 lets a parent in itself. From a professional to a volunteer needs a purpose for that, or the resident's yes."), nabij.base.guard.Policy(check='let_in_by_id = (select trust.me()) and circle_id = any((select trust.my_own_circles())::uuid[]) and (parent_of_id is null or trust.is_parent(person_id, parent_of_id) and until <= trust.sixteenth(parent_of_id)) and ((person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id)) or trust.is_parent(person_id, (select trust.me()))) and not trust.is_of_one(circle_id) and (not trust.only_the_child(circle_id, person_id) or trust.is_resident(circle_id, (select trust.me())))', command='insert', name='add_resident', says='Whom a circle is about says who else it is about; of a child from 12 no parent lets the other in.'), nabij.base.guard.Policy(check='let_in_by_id = (select trust.me()) and circle_id = any((select trust.my_new_circles())::uuid[]) and (parent_of_id is null or trust.is_parent(person_id, parent_of_id) and until <= trust.sixteenth(parent_of_id)) and (person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id))', command='insert', name='add_first', says='Who begins a circle lets its first people in, all at once, and says whom it is about.'), nabij.base.guard.Policy(check="person_id = (select trust.me()) and until <= statement_timestamp() + interval '1 minute'", command='update', name='end_own', says='Anybody may leave a circle but that of oneself alone, and nobody walks back in.', using='person_id = (select trust.me()) and not as_resident and (until is null or until > statement_timestamp()) and not trust.is_of_one(circle_id)'), nabij.base.guard.Policy(check='circle_id = any((select trust.my_own_circles())::uuid[]) and (parent_of_id is null or parent_of_id = (select trust.me()) and let_in_by_id = (select trust.me())) and until is not null', command='update', name='end_resident', says='The resident decides who stays in their circle, and until when; a parent whom a child let in, the child.', using='circle_id = any((select trust.my_own_circles())::uuid[]) and not as_resident and (parent_of_id is null or parent_of_id = (select trust.me()) and let_in_by_id = (select trust.me())) and (until is null or until > statement_timestamp())'), nabij.base.guard.Policy(check="let_in_by_id = (select trust.me()) and not as_resident and until <= statement_timestamp() + interval '1 minute'", command='update', name='end_let_in', says='Whoever let somebody in until a day may stop it sooner, as when they are back themselves.', using='let_in_by_id = (select trust.me()) and not as_resident and parent_of_id is null and until is not null and (until is null or until > statement_timestamp())'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Letters go to members of circles.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='Who read in a circle goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)"), nabij.base.guard.Policy(command='select', name='link_see', says='Whoever opens an invitation hears whether they read there already.', to='nabij_office', using='circle_id = trust.invited_circle() and trust.is_for((select trust.reach()), person_id)'), nabij.base.guard.Policy(check='(select trust.reach()) is not null and not as_resident and trust.joins(circle_id, person_id, let_in_by_id, hat_id, sees_from, until)', command='insert', name='link_join', says='A yes to an open invitation makes a member, just as the invitation says and no further.', to='nabij_office')), table='trust_membership'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_fellow', says='Members of a circle see for whom the past was opened.', using='membership_id in (select id from public.trust_membership)'), nabij.base.guard.Policy(check="by_id = (select trust.me()) and coalesce(since, '-infinity') >= trust.my_beginning(trust.circle_of(membership_id))", command='insert', name='add_member', says='A member opens the past to another, no further back than they read themselves.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and membership_id in (select id from public.trust_membership)", command='all', name='office_rights', says='That the past was opened to somebody goes with their reading.', to='nabij_office', using="(select trust.office()) = 'rights' and membership_id in (select id from public.trust_membership)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_membership_id', says='That the past was opened goes with the reading.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_membership hung_on where hung_on.id = membership_id)")), table='trust_opening'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees whom it knows.', using='circle_id = any((select trust.my_readable_circles())::uuid[])'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='No circle knows somebody who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(check='circle_id = any((select trust.my_circles())::uuid[]) and (person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id))', command='insert', name='add_member', says='A member tells the circle of somebody they know themselves.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='Who read in a circle goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='That a circle knew somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='trust_noted'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or who_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Nobody knows of somebody who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or who_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_who', says='You see to whom you were introduced.', using='who_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_person', says='You see who was told of you.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and introduced_by_id = (select trust.me())', command='insert', name='add_self', says='You let somebody know of you.'), nabij.base.guard.Policy(command='delete', name='drop_self', says='You take that back.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration introduces people who will work together.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)"), nabij.base.guard.Policy(command='delete', name='along_who_id', says='Whom somebody knew goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = who_id)")), table='trust_acquaintance'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='An invitation goes thirty days after its last day.', to='nabij_office', using="(select trust.office()) = 'bewaren' and expires < statement_timestamp() - interval '30 days'"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='An invitation of somebody who is forgotten goes, or to a circle about them.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees whom it asked in.', using='circle_id = any((select trust.my_readable_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_own', says='You see whom you asked.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(check="by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and not trust.is_of_one(circle_id) and coalesce(sees_from, '-infinity') >= trust.my_beginning(circle_id) and (person_id is null and way_id is null or trust.may_invite(person_id, way_id) and (person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id))) and (person_id is null or trust.may_join(circle_id, person_id, hat_id)) and (person_id is null or circle_id = any((select trust.my_own_circles())::uuid[]) or not trust.only_the_child(circle_id, person_id))", command='insert', name='add_member', says='A member asks somebody they know, who will read no further back than they do; a log-in is given only to whom they noted themselves, and a child from 12 asks a parent in itself.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows the invitation it came in.', to='nabij_office', using='id = (select trust.reach())'), nabij.base.guard.Policy(command='select', name='office_post_door', says='Invitations are sent, and found by their code.', to='nabij_office', using="(select trust.office()) in ('post', 'door')")), table='trust_invitation'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_invitation_id', says='It goes with the invitation it is about.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_invitation hung_on where hung_on.id = invitation_id)"), nabij.base.guard.Policy(command='delete', name='term_or_request', restrictive=True, says='This goes in its time, or when somebody is forgotten, and in no other way.', to='nabij_office', using="(select trust.office()) in ('bewaren', 'rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or invitation_id in (select id from public.trust_invitation))", command='all', name='office_rights', says='That somebody knocked goes with them.', to='nabij_office', using="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or invitation_id in (select id from public.trust_invitation))"), nabij.base.guard.Policy(command='select', name='see_inviter', says='Whoever invites sees who knocks.', using='invitation_id in (select id from public.trust_invitation where by_id = (select trust.me()) and code_hash is not null)'), nabij.base.guard.Policy(command='select', name='see_own', says='You see where you knocked.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('door')", command='all', name='office_door', says='The door writes down who knocks.', to='nabij_office', using="(select trust.office()) in ('door')")), table='trust_knock'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_invitation_id', says='It goes with the invitation it is about.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_invitation hung_on where hung_on.id = invitation_id)"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and invitation_id in (select id from public.trust_invitation)", command='all', name='office_rights', says='What became of an invitation goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and invitation_id in (select id from public.trust_invitation)"), nabij.base.guard.Policy(command='select', name='see_invitation', says='Whoever sees an invitation sees what became of it.', using='invitation_id in (select id from public.trust_invitation)'), nabij.base.guard.Policy(check="by_id = (select trust.me()) and kind = 'withdrawn' and trust.may_withdraw(invitation_id)", command='insert', name='add_withdrawn', says='Whoever invited takes it back; so does whom the circle is about.'), nabij.base.guard.Policy(check="by_id = (select trust.me()) and kind <> 'withdrawn' and invitation_id in (select id from public.trust_invitation where by_id = (select trust.me()) and code_hash is not null) and invitation_id in (select k.invitation_id from public.trust_knock k)", command='insert', name='add_confirmed', says='Whoever invited on the spot says whether it is who knocks.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link knows whether it was answered.', to='nabij_office', using='invitation_id = (select trust.reach())'), nabij.base.guard.Policy(check="invitation_id = (select trust.reach()) and kind <> 'withdrawn' and trust.is_for(invitation_id, by_id)", command='insert', name='link_add', says='A link says yes or no to its own invitation.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_post_door', says='What is over is not sent, and its code opens nothing.', to='nabij_office', using="(select trust.office()) in ('post', 'door')")), table='trust_invitationend'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) in ('door')", command='all', name='office_door', says='Log-in keeps who is logged in where.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration ends the sessions of an account.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and account_id in (select a.id from public.people_account a where a.person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Where somebody is logged in who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and account_id in (select a.id from public.people_account a where a.person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_account_id', says='Where somebody is logged in goes with the account.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_account hung_on where hung_on.id = account_id)"), nabij.base.guard.Policy(command='delete', name='goes_when_over', says='A log-in that has ended goes.', to='nabij_office', using="(select trust.office()) = 'bewaren' and expire_date < statement_timestamp()")), table='trust_session'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) in ('door')", command='all', name='office_door', says='Log-in counts what is tried too often; nobody else reads or resets it.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_over', says='A count that is over goes.', to='nabij_office', using="(select trust.office()) = 'bewaren' and expires < statement_timestamp()")), table='trust_throttle'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Purposes are public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Purposes are public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) = 'beheer' and (not enabled or trust.in_force(ground))", command='insert', name='office_beheer_add', says='Administration adds purposes; a ground that is not in force cannot be enabled.', to='nabij_office'), nabij.base.guard.Policy(check="(select trust.office()) = 'beheer' and (not enabled or trust.in_force(ground))", command='update', name='office_beheer_change', says='Administration adapts purposes; a ground that is not in force cannot be enabled.', to='nabij_office', using="(select trust.office()) = 'beheer'")), table='trust_purpose'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Which law is in force is public; only the owner of the database says so.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Which law is in force is public; only the owner of the database says so.', to='nabij_office', using='true')), table='trust_lawinforce'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, circle_id, person_id, for_whom_id, noted_by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='The yes of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you said yes to.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees what it may share on, each from when they read; how somebody was told is not older news.', using='circle_id = any((select trust.my_circles())::uuid[]) and at >= trust.my_beginning(circle_id)'), nabij.base.guard.Policy(command='select', name='see_noted', says='You see the yes that you noted.', using='noted_by_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and noted_by_id = (select trust.me()) and circle_id = any((select trust.my_own_circles())::uuid[])', command='insert', name='add_own', says='The resident says yes to sharing in a circle about them.'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and not trust.has_account(person_id) and person_id in (select m.person_id from public.trust_membership m where m.circle_id = trust_consent.circle_id and m.as_resident)', command='insert', name='add_noted', says='A member notes the yes of a resident who has no login.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='A yes goes with the circle it was given in.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)")), table='trust_consent'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, consent_id, by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and consent_id in (select id from public.trust_consent)", command='all', name='office_rights', says='It goes with the yes.', to='nabij_office', using="(select trust.office()) = 'rights' and consent_id in (select id from public.trust_consent)"), nabij.base.guard.Policy(command='select', name='see_consent', says='Whoever sees a yes sees that it was taken back.', using='consent_id in (select id from public.trust_consent)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and consent_id in (select id from public.trust_consent where person_id = (select trust.me()) or noted_by_id = (select trust.me()))', command='insert', name='add_own', says='You take your yes back; for who has no login, whoever noted it.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_consent_id', says='It goes with the yes that was taken back.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_consent hung_on where hung_on.id = consent_id)")), table='trust_withdrawal'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_about', says='You see that what is about you is held, and why.', using='person_key = (select trust.me()) or circle_key = any((select trust.my_own_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='office_beheer', says='Administration sees what it holds.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check="(select trust.office()) = 'beheer'", command='insert', name='office_beheer_add', says='Administration holds what must stay.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_rights', says='What is held is not erased.', to='nabij_office', using="(select trust.office()) in ('rights')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='A hold is remembered for five years after its last day.', to='nabij_office', using="(select trust.office()) = 'bewaren' and until < statement_timestamp() - interval '5 years'")), table='trust_hold'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_hold', says='Whoever sees a hold sees that it was lifted.', using='hold_id in (select id from public.trust_hold)'), nabij.base.guard.Policy(command='select', name='office_beheer', says='Administration sees what it lifted.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='office_rights', says='A hold that was lifted holds nothing back.', to='nabij_office', using="(select trust.office()) in ('rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'beheer'", command='insert', name='office_beheer_add', says='Administration lifts what it held.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_hold_id', says='It goes with the hold it lifted.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_hold hung_on where hung_on.id = hold_id)")), table='trust_release'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert'), policies=(nabij.base.guard.Policy(command='select', name='office_beheer_bewaren', says='What was deleted can be shown, without content.', to='nabij_office', using="(select trust.office()) in ('beheer', 'bewaren')"), nabij.base.guard.Policy(check="(select trust.office()) = 'bewaren'", command='insert', name='office_bewaren_add', says='Whoever deletes leaves the proof.', to='nabij_office')), table='trust_deletion'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(add_only=True, grants=('select', 'insert'), offices=('select', 'insert'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='A circle sees what changed in it.', using='circle_key = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_key = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_key::text)::timestamptz'), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you changed.', using='who = (select trust.me())'), nabij.base.guard.Policy(check='who = (select trust.me()) and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[]) and (hat is null or hat = any((select trust.my_hats())::uuid[]))', command='insert', name='add_own', says='Everybody leaves their own trace, under their own name; who is asked from outside as well.'), nabij.base.guard.Policy(check="(select trust.office()) in ('door', 'post', 'beheer', 'link', 'rights')", command='insert', name='office_door_post_beheer_link_rights', says='Offices leave a trace as well.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_logs', says='The logs are chained, and their chain is checked.', to='nabij_office', using="(select trust.office()) in ('logs')"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see what administration did, and nothing of a circle.', to='nabij_office', using="(select trust.administrator()) is not null and thing = any('{people.account,people.administrator,people.duty,people.group,people.hat,people.hatrule,people.place,people.proof,people.suspension,people.takingoff,trust.rightsreview,trust.setting}'::text[]) and circle_key is null"), nabij.base.guard.Policy(check="who = (select trust.administrator()) and who_name = (select trust.administrator_name()) and hat_name = '' and circle_key is null", command='insert', name='administrators_insert', says='An administrator leaves a trace under their own name.', to='nabij_office')), table='trust_trace'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(add_only=True, grants=('select', 'insert'), offices=('select', 'insert'), policies=(nabij.base.guard.Policy(command='select', name='see_about', says='You see who looked at what is about you.', using='about = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_young', says='A parent sees who looked at what is about their child under twelve.', using='about = any((select trust.my_young())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you looked at.', using='who = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_glass', says='What was read behind broken glass is seen by the trusted third, and by the resident once told.', using='about = any((select trust.my_shown_glasses())::uuid[])'), nabij.base.guard.Policy(check='who = (select trust.me()) and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[]) and (hat is null or hat = any((select trust.my_hats())::uuid[])) and trace_id = (select trust.trace())', command='insert', name='add_own', says='Every look is written down by whoever looks, under their own name.'), nabij.base.guard.Policy(check="(select trust.office()) in ('why')", command='insert', name='office_why', says='Who asks at the terminal why somebody may see is written down.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_logs', says='The logs are chained, and their chain is checked.', to='nabij_office', using="(select trust.office()) in ('logs')")), table='trust_look'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(add_only=True, grants=('insert',), offices=('select', 'insert'), policies=(nabij.base.guard.Policy(check='trace_id = (select trust.trace())', command='insert', name='add_traced', says='What is processed is written down without by whom.'), nabij.base.guard.Policy(check="(select trust.office()) in ('why')", command='insert', name='office_why', says='What is asked at the terminal is processed as well.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_logs', says='The log of processing is handed over as a whole.', to='nabij_office', using="(select trust.office()) in ('logs')")), table='trust_processing'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(add_only=True, offices=('select', 'insert'), policies=(nabij.base.guard.Policy(command='select', name='office_logs', says='The logs are chained, and their chain is checked.', to='nabij_office', using="(select trust.office()) in ('logs')"), nabij.base.guard.Policy(check="(select trust.office()) = 'logs'", command='insert', name='office_chain', says='The logs are chained each minute.', to='nabij_office')), table='trust_chainlink'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(add_only=True, offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='office_logs_retention', says='That rows went stays to be seen.', to='nabij_office', using="(select trust.office()) in ('logs', 'retention')"),), table='trust_forgetting'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(table='trust_seal', why='Nobody reads the seal: row-level security without a policy and without a grant.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (name, known_as, languages, community, go_between_id, stand_in_id, neighbourhood_id, street, latitude, longitude)'), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_self', says='You see yourself.', using='id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_people', says='You see yourself, the people of your circles and who wears an open hat in your neighbourhood.', using='id in (select unnest((select trust.my_people())))'), nabij.base.guard.Policy(command='select', name='see_glass', says='Who reads in danger sees who stands there, while that lasts.', using='id in (select unnest((select trust.my_glass_people())))'), nabij.base.guard.Policy(check='made_by_id = (select trust.me())', command='insert', name='add_maker', says='Anybody may note a person, in their own name.'), nabij.base.guard.Policy(command='update', name='change_self', says='You change what is said of you.', using='id = (select trust.me())'), nabij.base.guard.Policy(command='update', name='change_noted', says='Who noted a person without a login may mend the note.', using='made_by_id = (select trust.me()) and not trust.has_account(id)'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration makes persons, without seeing what is written.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='office_door_post', says='Log-in and letters need a name.', to='nabij_office', using="(select trust.office()) in ('door', 'post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='Who asked to be forgotten loses their name, and nobody else does.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see who has a log-in or a granted hat, and nobody who was only noted.', to='nabij_office', using='(select trust.administrator()) is not null and (id in (select person_id from public.people_account) or id in (select person_id from public.people_hat))'), nabij.base.guard.Policy(check="(select trust.administrator()) is not null and made_by_id is null and name <> ''", command='insert', name='administrators_insert', says='Administrators invite people by name, and know them not.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='link_see_reader', says="A link shows its reader's name.", to='nabij_office', using='id = (select trust.reader())'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_forgotten', says='Who is only known as somebody is forgotten six months after the last moment.', to='nabij_office', using="(select trust.office()) = 'bewaren' and name = '' and trust.long_known_only(id)"), nabij.base.guard.Policy(command='delete', name='goes_when_unknown', says='Somebody without a login, of whom nothing stands here any more, is forgotten after six months.', to='nabij_office', using="(select trust.office()) = 'bewaren' and trust.nobody_any_more(id)")), table='people_person'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'update (language)'), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see your own log-in.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='update', name='change_own', says='You choose your language.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('door', 'beheer')", command='all', name='office_door_beheer', says='Log-in finds accounts; administration makes them.', to='nabij_office', using="(select trust.office()) in ('door', 'beheer')"), nabij.base.guard.Policy(command='select', name='office_post', says='Letters go to the address of the log-in.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='The log-in of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='all', name='administrators_all', says='Administrators keep log-ins.', to='nabij_office', using='(select trust.administrator()) is not null'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_unused', says='A login that nobody used for two years, of somebody who reads in no circle, goes.', to='nabij_office', using="(select trust.office()) = 'bewaren' and greatest(last_login, made_at) < statement_timestamp() - interval '24 months' and trust.in_no_circle_now(person_id) and person_id <> all((select trust.held_people())::uuid[])")), table='people_account'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update', 'delete'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='How somebody was reached who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='You see how you are reached.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_given', says='You see a number that was given to you.', using='only_for_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_company', says='People in one circle see how to reach each other, but for what was given to one alone.', using='only_for_id is null and person_id = any((select trust.my_fellows())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_glass', says='Who reads in danger sees how to reach them, while that lasts.', using='only_for_id is null and person_id in (select unnest((select trust.my_glass_people())))'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and (person_id = (select trust.me()) or trust.has_name(person_id) and only_for_id = (select trust.me()) or trust.may_note_way(person_id))', command='insert', name='add_noted', says='You note how somebody is reached who has no login: for the circle, or for yourself alone.'), nabij.base.guard.Policy(command='update', name='change_own', says='You change how you are reached.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='delete', name='drop_own', says='You take away your own or what you noted.', using='person_id = (select trust.me()) or noted_by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='office_post', says='Letters need an address; nobody else sees it for that.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'beheer' and trust.has_name(person_id)", command='all', name='office_beheer', says='Administration notes how somebody is reached, of no one who is only known as somebody.', to='nabij_office', using="(select trust.office()) = 'beheer'"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='people_waytoreach'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update', 'delete'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='When somebody was reached who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_people', says='Whoever sees you sees when you can be reached.', using='person_id = any((select trust.my_people())::uuid[])'), nabij.base.guard.Policy(check='person_id = (select trust.me())', command='all', name='keep_own', says='You say when you can be reached.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer', 'post')", command='all', name='office_beheer_post', says='Administration begins with what a team knows.', to='nabij_office', using="(select trust.office()) in ('beheer', 'post')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='people_reachablehours'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update', 'delete'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='What somebody could who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_company', says='People in one circle know what each can.', using='person_id = any((select trust.my_fellows())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_open', says='What somebody offers openly, the neighbourhood sees.', using='open and person_id = any((select trust.my_people())::uuid[])'), nabij.base.guard.Policy(check='person_id = (select trust.me())', command='all', name='keep_own', says='You say what you can.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration begins with what a team knows.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='people_strength'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (name)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and id = any((select trust.households_to_mask())::uuid[])", command='update', name='office_rights_mask', says='A household of others is not called after somebody forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.households_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.households_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_company', says='You see the households of your company.', using='id = any((select trust.my_households())::uuid[])'), nabij.base.guard.Policy(check='(select trust.me()) is not null', command='insert', name='add_anyone', says='Whoever is logged in may begin a household.'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration makes households.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_empty', says='A household nobody is in any more goes.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not trust.lived_in(id)")), table='people_household'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (until)'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='With whom somebody lived who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_company', says='You see who of your company lives where.', using='person_id = any((select trust.my_company())::uuid[])'), nabij.base.guard.Policy(check='person_id = any((select trust.my_company())::uuid[]) and (household_id = any((select trust.my_households())::uuid[]) or not trust.lived_in(household_id))', command='insert', name='add_company', says='You say who of your company lives together.'), nabij.base.guard.Policy(command='update', name='end_own', says='You say when you moved.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration makes households.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='people_householdmember'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (until, open, can, cannot)'), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_company', says="People in one circle see each other's hats.", using='person_id = any((select trust.my_company())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_open', says='Open hats are seen in the neighbourhood.', using='open and neighbourhood_id = any((select trust.my_neighbourhoods())::text[])'), nabij.base.guard.Policy(command='select', name='see_glass', says='Who reads in danger sees in which hat somebody wrote, while that lasts.', using='person_id in (select unnest((select trust.my_glass_people())))'), nabij.base.guard.Policy(check="person_id = (select trust.me()) and not formal and employer = '' and (granted_by_id is null or granted_by_id = (select trust.me())) and (group_id is null or group_id in (select id from public.people_group where not formal))", command='insert', name='add_informal', says='You put on an informal hat yourself.'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and not formal', command='update', name='change_own', says='You say what you can and cannot in an informal hat, and take it off.', using='person_id = (select trust.me()) and not formal and (until is null or until >= current_date) and not trust.taken_off(id)'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration grants hats.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='The hats of somebody who is forgotten come off.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see hats that were granted or are open, and no hat somebody keeps to their circles.', to='nabij_office', using='(select trust.administrator()) is not null and (open or granted_by_id is distinct from person_id)'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and granted_by_id = (select trust.administrator()) and trust.has_account(person_id)', command='insert', name='administrators_insert', says='An administrator grants a hat in their own name, to somebody with a log-in.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_door_post', says='Letters and log-in name the hat.', to='nabij_office', using="(select trust.office()) in ('door', 'post')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_nobody_wears_it', says='A hat goes with whoever wore it, when nothing speaks of it any more.', to='nabij_office', using="(select trust.office()) = 'bewaren' and trust.nobody_any_more(person_id)")), table='people_hat'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_near', says='Who is on duty is seen in the neighbourhood.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[])'), nabij.base.guard.Policy(command='select', name='see_for_a_story', says='Who reads a story sees who is on duty where its people live.', using='neighbourhood_id = any((select trust.my_story_places())::text[])'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration keeps the duty list.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='all', name='administrators_all', says='Administrators keep the duty list.', to='nabij_office', using='(select trust.administrator()) is not null'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='Who had duty is forgotten a year after it ended.', to='nabij_office', using="(select trust.office()) = 'bewaren' and ends < statement_timestamp() - interval '1 year'")), table='people_duty'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Groups are public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Groups are public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration keeps groups.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='insert', name='administrators_insert', says='Administrators begin groups.', to='nabij_office')), table='people_group'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Neighbourhoods are public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Neighbourhoods are public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports neighbourhoods.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='people_neighbourhood'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Places to meet are public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Places to meet are public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration keeps places.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='insert', name='administrators_insert', says='Administrators put places on the page of a neighbourhood.', to='nabij_office')), table='people_place'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (day)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)"), nabij.base.guard.Policy(command='delete', name='term_or_request', restrictive=True, says='This goes in its time, or when somebody is forgotten, and in no other way.', to='nabij_office', using="(select trust.office()) in ('bewaren', 'rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='The day of birth of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='You see your own day of birth.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_noted', says='You see a day of birth that you noted.', using='noted_by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_parent', says='A parent sees when a child was born.', using='person_id = any((select trust.my_children())::uuid[])'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and (person_id = (select trust.me()) or trust.i_noted(person_id) and not trust.has_account(person_id))', command='insert', name='add_noted', says='Who notes a child notes how old it is; it decides who reads.'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration mends a day that was wrong.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='people_birth'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (until)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_child_id', says='Whose child somebody is goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = child_id)"), nabij.base.guard.Policy(command='delete', name='along_parent_id', says='Whose parent somebody is goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = parent_id)"), nabij.base.guard.Policy(command='delete', name='term_or_request', restrictive=True, says='This goes in its time, or when somebody is forgotten, and in no other way.', to='nabij_office', using="(select trust.office()) in ('bewaren', 'rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (child_id = any((select trust.erased_people())::uuid[]) or parent_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Whose child or parent somebody was who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and (child_id = any((select trust.erased_people())::uuid[]) or parent_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_child', says='You see who stands here as your parent.', using='child_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_parent', says='You see of whom you stand here as a parent.', using='parent_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_noted', says='You see whom you noted as a parent.', using='noted_by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_company', says='A circle knows who the parents of a child are.', using='child_id = any((select trust.my_company())::uuid[])'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and (trust.i_noted(child_id) and not trust.has_account(child_id) or child_id = any((select trust.my_children())::uuid[]))', command='insert', name='add_noted', says='Who notes a child says who its parents are; a parent adds the other.'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration mends what was wrong, and ends what a judge ended.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='people_parent'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'update (words, about_words, person_name)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='A request goes five years after the day of its answer: so long it can be shown what was done.', to='nabij_office', using="(select trust.office()) = 'bewaren' and answer_by < statement_timestamp() - interval '5 years' and not exists (select 1 from public.trust_reply a where a.request_id = trust_request.id and a.at >= statement_timestamp() - interval '5 years') and person_id <> all((select trust.held_people())::uuid[])"), nabij.base.guard.Policy(command='delete', name='term_alone', restrictive=True, says='Nobody but the office that deletes takes this away, in its time.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you asked.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_answerer', says='Whoever must answer sees the request.', using='answerer_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_noted', says='You see what you noted for somebody else.', using='noted_by_id = (select trust.me())'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and person_id = any((select trust.my_company())::uuid[]) and (answerer_id = (select trust.privacy_contact()) or answerer_id = any((select trust.my_company())::uuid[]))', command='insert', name='add_own', says='You ask for yourself, or note what somebody of your circles asked; of somebody who can answer.'), nabij.base.guard.Policy(check="noted_by_id = (select trust.me()) and kind = 'erase' and about_id is null and answerer_id = trust.answers_for_double(person_id)", command='insert', name='add_double', says='You ask to be forgotten also under the name that somebody noted you by; of who answers for that.'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter says that there is a request.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or about_id = any((select trust.erased_things())::uuid[]))", command='all', name='office_rights', says='What was erased is not kept in the request for it.', to='nabij_office', using="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or about_id = any((select trust.erased_things())::uuid[]))")), table='trust_request'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_request_id', says='It goes with the request it is about.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_request hung_on where hung_on.id = request_id)"), nabij.base.guard.Policy(command='select', name='see_request', says='Both sides see that it takes longer, and why.', using='request_id in (select id from public.trust_request)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and request_id in (select id from public.trust_request where answerer_id = (select trust.me()))', command='insert', name='add_answerer', says='Only whoever answers takes more time.'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter says that it takes longer.', to='nabij_office', using="(select trust.office()) in ('post')")), table='trust_extension'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_request_id', says='It goes with the request it is about.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_request hung_on where hung_on.id = request_id)"), nabij.base.guard.Policy(command='select', name='see_request', says='Both sides see the answer.', using='request_id in (select id from public.trust_request)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and request_id in (select id from public.trust_request where answerer_id = (select trust.me()))', command='insert', name='add_answerer', says='Only whoever was asked answers.'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter says that there is an answer.', to='nabij_office', using="(select trust.office()) in ('post')")), table='trust_reply'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_request_id', says='It goes with the request it is about.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_request hung_on where hung_on.id = request_id)"), nabij.base.guard.Policy(command='delete', name='term_alone', restrictive=True, says='Nobody but the office that deletes takes this away, in its time.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='select', name='see_request', says='Both sides see what was erased and what had to stay.', using='request_id in (select id from public.trust_request)'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and request_id in (select id from public.trust_request)", command='all', name='office_rights', says='Whoever erases leaves a proof.', to='nabij_office', using="(select trust.office()) = 'rights' and request_id in (select id from public.trust_request)")), table='trust_erasure'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='What was said of a note in a circle goes with the circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you limited.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_resident', says='Whom a circle is about sees what is limited in it.', using='circle_id = any((select trust.my_own_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_answerer', says='Whoever answers sees what is limited.', using='answerer_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_author', says='An author sees that their note is limited.', using='author_id = (select trust.me())'), nabij.base.guard.Policy(check="person_id = (select trust.me()) and circle_id = any((select trust.my_own_circles())::uuid[]) and request_id in (select r.id from public.trust_request r where r.person_id = (select trust.me()) and r.kind = 'limit')", command='insert', name='add_resident', says='Whom a circle is about limits what stands in it, at once.'), nabij.base.guard.Policy(check="answerer_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and request_id in (select r.id from public.trust_request r where r.answerer_id = (select trust.me()) and r.kind = 'limit' and r.about_id = trust_limit.about_id and r.person_id = trust_limit.person_id)", command='insert', name='add_answerer', says='Whoever answers limits a note when somebody asked for that.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]) or about_id = any((select trust.erased_things())::uuid[]))", command='all', name='office_rights', says='A limit on what is erased goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]) or about_id = any((select trust.erased_things())::uuid[]))")), table='trust_limit'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_limit_id', says='That a limit ended goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_limit hung_on where hung_on.id = limit_id)"), nabij.base.guard.Policy(command='select', name='see_limit', says='Who sees a limit sees that it ended.', using='limit_id in (select id from public.trust_limit)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and limit_id in (select id from public.trust_limit where person_id = (select trust.me()) or answerer_id = (select trust.me()))', command='insert', name='add_own', says='Who asked for a limit ends it, or whoever answers.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and limit_id in (select id from public.trust_limit)", command='all', name='office_rights', says='A limit on what is erased goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and limit_id in (select id from public.trust_limit)")), table='trust_lifting'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update (until)'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='What a hat needs is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='What a hat needs is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration says what a hat needs.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='insert', name='administrators_insert', says='An administrator says what a hat needs.', to='nabij_office'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='update', name='administrators_update', says='An administrator ends such a rule.', to='nabij_office', using='(select trust.administrator()) is not null')), table='people_hatrule'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_hat_id', says='A proof goes with the hat it was shown for.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_hat hung_on where hung_on.id = hat_id)"), nabij.base.guard.Policy(command='delete', name='term_or_request', restrictive=True, says='This goes in its time, or when somebody is forgotten, and in no other way.', to='nabij_office', using="(select trust.office()) in ('bewaren', 'rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and hat_id in (select h.id from public.people_hat h where h.person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='The proofs of somebody who is forgotten go.', to='nabij_office', using="(select trust.office()) = 'rights' and hat_id in (select h.id from public.people_hat h where h.person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_hat', says='Whoever sees a hat sees which proofs were seen for it.', using='exists (select 1 from public.people_hat h where h.id = hat_id)'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration notes which proofs it saw.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see the proofs of hats they see.', to='nabij_office', using='(select trust.administrator()) is not null and exists (select 1 from public.people_hat h where h.id = hat_id)'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and seen_by_id = (select trust.administrator()) and exists (select 1 from public.people_hat h where h.id = hat_id)', command='insert', name='administrators_insert', says='An administrator notes which proof they saw themselves.', to='nabij_office')), table='people_proof'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (why)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_hat_id', says='That a hat was taken off goes with the hat.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_hat hung_on where hung_on.id = hat_id)"), nabij.base.guard.Policy(command='delete', name='term_alone', restrictive=True, says='Nobody but the office that deletes takes this away, in its time.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and hat_id in (select h.id from public.people_hat h where h.person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Why a hat of somebody who is forgotten came off is not kept.', to='nabij_office', using="(select trust.office()) = 'rights' and hat_id in (select h.id from public.people_hat h where h.person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_hat', says='Whoever sees a hat sees that it was taken off.', using='exists (select 1 from public.people_hat h where h.id = hat_id)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and trust.wears((select trust.me()), hat_id)', command='insert', name='add_wearer', says='You take off a hat of your own.'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration takes hats off.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='office_door_post', says='Log-in and letters know which hats are worn.', to='nabij_office', using="(select trust.office()) in ('door', 'post')"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see which hats were taken off.', to='nabij_office', using='(select trust.administrator()) is not null and exists (select 1 from public.people_hat h where h.id = hat_id)'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and by_id = (select trust.administrator()) and exists (select 1 from public.people_hat h where h.id = hat_id)', command='insert', name='administrators_insert', says='An administrator takes off a hat they see.', to='nabij_office')), table='people_takingoff'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update (until, ended_by_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)"), nabij.base.guard.Policy(command='delete', name='term_alone', restrictive=True, says='Nobody but the office that deletes takes this away, in its time.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='Who is forgotten administers nothing any more.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='You see whether you are an administrator.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='The first administrator is named from the terminal.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='office_door', says='Log-in asks an administrator for two things.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators know each other.', to='nabij_office', using='(select trust.administrator()) is not null'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and made_by_id = (select trust.administrator()) and until is null and trust.has_account(person_id)', command='insert', name='administrators_insert', says='An administrator names another, in their own name.', to='nabij_office'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and until is not null and ended_by_id = (select trust.administrator())', command='update', name='administrators_update', says='An administrator ends that of another or their own.', to='nabij_office', using='(select trust.administrator()) is not null and until is null')), table='people_administrator'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update (until, ended_by_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)"), nabij.base.guard.Policy(command='delete', name='term_or_request', restrictive=True, says='This goes in its time, or when somebody is forgotten, and in no other way.', to='nabij_office', using="(select trust.office()) in ('bewaren', 'rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='Why somebody stood still who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='You see when your log-in stood still, and why.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration stops a log-in for a while.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see which log-ins stand still, and why.', to='nabij_office', using='(select trust.administrator()) is not null'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and made_by_id = (select trust.administrator())', command='insert', name='administrators_insert', says='An administrator stops a log-in, in their own name.', to='nabij_office'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and until is not null and ended_by_id = (select trust.administrator())', command='update', name='administrators_update', says='An administrator lets a log-in go on.', to='nabij_office', using='(select trust.administrator()) is not null and until is null')), table='people_suspension'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='What this installation says of itself is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='What this installation says of itself is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration says it first.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(check='(select trust.administrator()) is not null', command='insert', name='administrators_insert', says='An administrator says it.', to='nabij_office')), table='trust_setting'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='That rights were looked at is known for five years.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '5 years'"), nabij.base.guard.Policy(command='select', name='administrators_select', says='Administrators see when rights were looked at.', to='nabij_office', using='(select trust.administrator()) is not null'), nabij.base.guard.Policy(check='(select trust.administrator()) is not null and by_id = (select trust.administrator())', command='insert', name='administrators_insert', says='An administrator looked, in their own name.', to='nabij_office')), table='trust_rightsreview'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update (until)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='Who watched over it is known for five years after.', to='nabij_office', using="(select trust.office()) = 'bewaren' and until < statement_timestamp() - interval '5 years'"), nabij.base.guard.Policy(command='delete', name='term_or_request', restrictive=True, says='This goes in its time, or when somebody is forgotten, and in no other way.', to='nabij_office', using="(select trust.office()) in ('bewaren', 'rights')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='Who is forgotten watches over nothing any more.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_neighbourhood', says='A neighbourhood knows who watches over breaking the glass.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[]) or person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration says who is trusted.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='trust_trustedthird'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, by_id, hat_id, third_id, logged_at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='That somebody sought a story in danger: five years, as the logs.', to='nabij_office', using="(select trust.office()) = 'bewaren' and logged_at < statement_timestamp() - interval '5 years'"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you sought.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_third', says='The trusted third sees every attempt.', using='third_id = (select trust.me())'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and hat_id = (select trust.formal_hat()) and third_id = any((select trust.thirds_here())::uuid[]) and (select trust.my_attempts()) < 5 and logged_at = statement_timestamp()', command='insert', name='add_formal', says='Who wears a hat of work here seeks a story in danger, five times a day, while a third watches.')), table='trust_glassattempt'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='That the glass was broken: five years, as the logs; longer while that is held.', to='nabij_office', using="(select trust.office()) = 'bewaren' and until < statement_timestamp() - interval '5 years' and person_id <> all((select trust.held_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you opened.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_third', says='The trusted third sees that it was opened.', using='third_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_told', says='The circle hears of it when the trusted third agrees.', using='id = any((select trust.my_told_glasses())::uuid[])'), nabij.base.guard.Policy(check="by_id = (select trust.me()) and by_name = (select trust.my_name()) and third_id = any((select trust.thirds_here())::uuid[]) and person_id = any(trust.behind_glass(attempt_id)) and until <= least(at, statement_timestamp() + interval '1 minute') + interval '24 hours'", command='insert', name='add_found', says='What was sought just now, with a reason, opens for 24 hours.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='The circle and the third are written to.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='trust_breakglass'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_glass_id', says='When the circle heard of it goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_breakglass hung_on where hung_on.id = glass_id)"), nabij.base.guard.Policy(command='select', name='see_third', says='The trusted third sees what they decided.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_told', says='Whoever hears of it sees since when.', using='told and glass_id in (select id from public.trust_breakglass)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and glass_id in (select id from public.trust_breakglass where third_id = (select trust.me()))', command='insert', name='add_third', says='The trusted third decides whether the circle hears of it now.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='What was put off is asked again.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='trust_glasstelling'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_glass_id', says='What was thought of it goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_breakglass hung_on where hung_on.id = glass_id)"), nabij.base.guard.Policy(command='select', name='see_glass', says='Whoever hears of it sees what was thought of it.', using='glass_id in (select id from public.trust_breakglass)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and glass_id in (select id from public.trust_breakglass where third_id = (select trust.me()))', command='insert', name='add_third', says='The trusted third says what they think of it.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='What was not reviewed is asked again.', to='nabij_office', using="(select trust.office()) in ('reminders')")), table='trust_glassreview'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see that you and somebody who was noted are the same, who said so and why.', using='person_id = (select trust.me()) or double_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_both', says='Whoever is in both circles sees it; nobody learns by it of a person or a story elsewhere.', using='circle_id = any((select trust.my_circles())::uuid[]) and double_circle_id = any((select trust.my_circles())::uuid[])'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and double_circle_id = any((select trust.my_circles())::uuid[]) and trust.may_write(circle_id) and trust.may_write(double_circle_id) and trust.may_merge(person_id, circle_id, double_id, double_circle_id)', command='insert', name='add_both', says='Whoever writes in both says so, in their own name; never of two people who both have a log-in.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or double_id = any((select trust.erased_people())::uuid[]) or circle_id = any((select trust.erased_circles())::uuid[]) or double_circle_id = any((select trust.erased_circles())::uuid[]))", command='all', name='office_rights', says='That two were the same goes with whoever is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and (person_id = any((select trust.erased_people())::uuid[]) or double_id = any((select trust.erased_people())::uuid[]) or circle_id = any((select trust.erased_circles())::uuid[]) or double_circle_id = any((select trust.erased_circles())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='That two are the same goes with either circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)"), nabij.base.guard.Policy(command='delete', name='along_double_circle_id', says='That two are the same goes with either circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = double_circle_id)"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='That two are the same goes with either of them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and person_id is not null and not exists (select 1 from public.people_person p where p.id = person_id)"), nabij.base.guard.Policy(command='delete', name='along_double_id', says='That two are the same goes with either of them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and double_id is not null and not exists (select 1 from public.people_person p where p.id = double_id)")), table='trust_merge'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_merge', says='Whoever sees that two were one sees that they are two again.', using='merge_id in (select id from public.trust_merge)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and merge_id in (select id from public.trust_merge)', command='insert', name='add_seen', says='Whoever sees it takes it apart again, the person themselves too.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and merge_id in (select id from public.trust_merge)", command='all', name='office_rights', says='That it ended goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and merge_id in (select id from public.trust_merge)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_merge_id', says='That it ended goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_merge hung_on where hung_on.id = merge_id)")), table='trust_mergeend'),
        ),
    ]
