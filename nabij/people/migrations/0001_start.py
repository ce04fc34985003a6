import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import nabij.base.keys
import nabij.base.tables
import nabij.people.called
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('people', '0001_initial'), ('people', '0002_who_may_see_what'), ('people', '0003_found_by_name')]

    initial = True

    dependencies = [
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Household',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Neighbourhood',
                    fields=[
                        ('code', models.CharField(max_length=12, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('gemeente', 'gemeente'), ('wijk', 'wijk'), ('buurt', 'buurt')], max_length=10)),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='people.neighbourhood')),
                        ('outline', models.JSONField(default=list)),
                        ('latitude', models.FloatField(null=True)),
                        ('longitude', models.FloatField(null=True)),
                        ('source', models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^(GM\\d{4}|WK\\d{6}|BU\\d{8})$')), name='cbs_code')],
                    },
                ),
                migrations.CreateModel(
                    name='HatRule',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('role', models.CharField(max_length=80)),
                        ('kind', models.CharField(choices=[('vog', 'VOG'), ('training', 'training'), ('employment', 'bewijs van werk')], max_length=12)),
                        ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.neighbourhood')),
                        ('since', models.DateField()),
                        ('until', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Person',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(blank=True, max_length=120)),
                        ('known_as', models.CharField(blank=True, max_length=120)),
                        ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None)),
                        ('community', models.CharField(blank=True, max_length=80)),
                        ('go_between', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.neighbourhood')),
                        ('street', models.CharField(blank=True, max_length=120)),
                        ('latitude', models.DecimalField(blank=True, decimal_places=3, max_digits=6, null=True)),
                        ('longitude', models.DecimalField(blank=True, decimal_places=3, max_digits=6, null=True)),
                        ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('made_at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(nabij.people.called.WordsOfName('name'), name='person_called')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('known_as', ''), _negated=True), _connector='OR'), name='person_is_called_something'), models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), ('community', ''), _connector='OR'), name='known_as_says_no_community')],
                    },
                ),
                migrations.CreateModel(
                    name='Parent',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parents', to='people.person')),
                        ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='children', to='people.person')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('until', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('child', 'parent'), name='parent_once'), models.CheckConstraint(condition=models.Q(('child', models.F('parent')), _negated=True), name='nobody_is_their_own_parent')],
                    },
                ),
                migrations.CreateModel(
                    name='HouseholdMember',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='people.household')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='households', to='people.person')),
                        ('since', models.DateField(blank=True, null=True)),
                        ('until', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Birth',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='birth', to='people.person')),
                        ('day', models.DateField()),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Administrator',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='people.person')),
                        ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(blank=True, null=True)),
                        ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('person',), name='one_administrator_at_a_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Account',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('email', models.EmailField(max_length=254, unique=True)),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='account', to='people.person')),
                        ('is_active', models.BooleanField(default=True)),
                        ('language', models.CharField(default='nl', max_length=8)),
                        ('made_at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Place',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=120)),
                        ('what', models.CharField(blank=True, max_length=300)),
                        ('address', models.CharField(blank=True, max_length=200)),
                        ('neighbourhood', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='people.neighbourhood')),
                        ('latitude', models.FloatField(null=True)),
                        ('longitude', models.FloatField(null=True)),
                        ('hours', models.CharField(blank=True, max_length=300)),
                        ('step_free', models.BooleanField(null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Group',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('team', 'team'), ('organisation', 'organisatie'), ('initiative', 'iets van bewoners'), ('municipality', 'gemeente')], max_length=12)),
                        ('formal', models.BooleanField()),
                        ('about', models.CharField(blank=True, max_length=500)),
                        ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.neighbourhood')),
                        ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to='people.place')),
                        ('mail', models.EmailField(blank=True, max_length=254)),
                        ('phone', models.CharField(blank=True, max_length=30)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Hat',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hats', to='people.person')),
                        ('role', models.CharField(max_length=80)),
                        ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hats', to='people.group')),
                        ('formal', models.BooleanField()),
                        ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.neighbourhood')),
                        ('can', models.TextField(blank=True)),
                        ('cannot', models.TextField(blank=True)),
                        ('employer', models.CharField(blank=True, max_length=120)),
                        ('since', models.DateField()),
                        ('until', models.DateField(blank=True, null=True)),
                        ('open', models.BooleanField(default=False)),
                        ('granted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood', 'open'], name='people_hat_neighbo_38d321_idx'), models.Index(django.db.models.functions.text.Lower('role'), name='hat_role_whatever_capitals')],
                    },
                ),
                migrations.CreateModel(
                    name='Duty',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('hat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='people.hat')),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.neighbourhood')),
                        ('starts', models.DateTimeField()),
                        ('ends', models.DateTimeField()),
                        ('phone', models.CharField(max_length=30)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood', 'ends'], name='people_duty_neighbo_23811d_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('starts__lt', models.F('ends'))), name='duty_starts_before_it_ends')],
                    },
                ),
                migrations.CreateModel(
                    name='Proof',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('hat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proofs', to='people.hat')),
                        ('kind', models.CharField(choices=[('vog', 'VOG'), ('training', 'training'), ('employment', 'bewijs van werk')], max_length=12)),
                        ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('seen_on', models.DateField()),
                        ('valid_until', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('seen_on')), _connector='OR'), name='proof_holds_when_it_is_seen')],
                    },
                ),
                migrations.CreateModel(
                    name='ReachableHours',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reachable', to='people.person')),
                        ('weekday', models.PositiveSmallIntegerField()),
                        ('opens', models.TimeField()),
                        ('closes', models.TimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='weekday_of_seven'), models.CheckConstraint(condition=models.Q(('opens__lt', models.F('closes'))), name='reachable_opens_before_it_closes')],
                    },
                ),
                migrations.CreateModel(
                    name='Strength',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='strengths', to='people.person')),
                        ('kind', models.CharField(choices=[('can', 'kan'), ('knows', 'weet'), ('likes', 'houdt van'), ('lived', 'heeft meegemaakt')], max_length=8)),
                        ('what', models.CharField(max_length=200)),
                        ('open', models.BooleanField(default=False)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Suspension',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='people.person')),
                        ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(blank=True, null=True)),
                        ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('why', models.CharField(max_length=300)),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('person',), name='one_suspension_at_a_time')],
                    },
                ),
                migrations.CreateModel(
                    name='TakingOff',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('hat', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='taking_off', to='people.hat')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('why', models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WayToReach',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ways', to='people.person')),
                        ('kind', models.CharField(choices=[('mail', 'mail'), ('phone', 'telefoon'), ('through', 'via iemand')], max_length=10)),
                        ('value', models.CharField(max_length=200)),
                        ('note', models.CharField(blank=True, max_length=200)),
                        ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
