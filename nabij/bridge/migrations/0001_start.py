import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.base.word
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('bridge', '0001_initial'), ('bridge', '0002_how_one_wants_letters'), ('bridge', '0003_offers_and_asks'), ('bridge', '0004_introductions'), ('bridge', '0005_neighbourhood_agreement'), ('bridge', '0006_referrals'), ('bridge', '0007_what_is_not_so'), ('bridge', '0008_kinds_a_neighbourhood_keeps')]

    initial = True

    dependencies = [
        ('moments', '0001_start'),
        ('people', '0001_start'),
        ('post', '0001_start'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Agreement',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='people.neighbourhood')),
                        ('number', models.PositiveSmallIntegerField()),
                        ('why', models.CharField(blank=True, max_length=200)),
                        ('review_on', models.DateField()),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('neighbourhood', 'number'), name='one_agreement_of_a_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='agreements_count_from_one')],
                    },
                ),
                migrations.CreateModel(
                    name='AgreementParty',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='bridge.agreement')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.group')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('agreement', 'group'), name='a_group_is_named_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AgreementWithdrawal',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='withdrawal', to='bridge.agreement')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Ask',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('line', models.CharField(max_length=200)),
                        ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('week', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), blank=True, default=list, size=None)),
                        ('by_day', models.DateField(blank=True, null=True)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood', '-at'], name='bridge_ask_neighbo_f90c39_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('line', ''), _negated=True), name='ask_says_something'), models.CheckConstraint(condition=models.Q(('week__contained_by', ['mon-morning', 'mon-afternoon', 'mon-evening', 'tue-morning', 'tue-afternoon', 'tue-evening', 'wed-morning', 'wed-afternoon', 'wed-evening', 'thu-morning', 'thu-afternoon', 'thu-evening', 'fri-morning', 'fri-afternoon', 'fri-evening', 'sat-morning', 'sat-afternoon', 'sat-evening', 'sun-morning', 'sun-afternoon', 'sun-evening'])), name='ask_in_a_week'), models.CheckConstraint(condition=models.Q(('kinds__len__lte', 8)), name='ask_of_few_kinds')],
                    },
                ),
                migrations.CreateModel(
                    name='AskEnding',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('ask', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='ending', to='bridge.ask')),
                        ('kind', models.CharField(choices=[('met', 'Er is iemand gevonden'), ('withdrawn', 'Het hoeft niet meer'), ('nobody', 'Er is niemand gevonden')], max_length=10)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Asker',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('ask', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='asker', to='bridge.ask')),
                        ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asks', to='people.person')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('circle_key', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('to_coordinator', models.BooleanField(default=False)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AskYes',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('ask', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='yes', to='bridge.ask')),
                        ('yes', models.BooleanField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Clause',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='bridge.agreement')),
                        ('position', models.PositiveSmallIntegerField()),
                        ('kind', models.SlugField(max_length=40)),
                        ('starts_on', models.CharField(choices=[('own', 'Eigen mensen'), ('neighbours', 'Buren'), ('initiatives', 'Initiatieven en hulp in de buurt'), ('volunteers', 'Vrijwilligers'), ('professionals', 'Beroepskrachten'), ('specialists', 'Specialisten')], max_length=14)),
                        ('first', models.CharField(max_length=200)),
                        ('then', models.CharField(blank=True, max_length=200)),
                        ('professional', models.CharField(blank=True, max_length=200)),
                        ('answer_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('feedback', models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('agreement', 'kind'), name='one_clause_of_a_kind'), models.CheckConstraint(condition=models.Q(('first', ''), _negated=True), name='clause_says_who_first'), models.CheckConstraint(condition=models.Q(('starts_on__in', ['own', 'neighbours', 'initiatives', 'volunteers', 'professionals', 'specialists'])), name='clause_starts_on_a_rung'), models.CheckConstraint(condition=models.Q(('answer_days__isnull', True), ('answer_days__range', (1, 60)), _connector='OR'), name='answer_within_sixty_days')],
                    },
                ),
                migrations.CreateModel(
                    name='KindOfHelp',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kinds_of_help', to='people.neighbourhood')),
                        ('key', models.SlugField(max_length=40)),
                        ('name', models.CharField(blank=True, max_length=80)),
                        ('starts_on', models.CharField(choices=[('own', 'eigen mensen'), ('neighbours', 'buren'), ('initiatives', 'initiatieven'), ('volunteers', 'vrijwilligers'), ('professionals', 'beroepskrachten'), ('specialists', 'specialisten')], max_length=14)),
                        ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                        ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                        ('why', models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('neighbourhood', 'key'), name='kind_once_in_a_neighbourhood')],
                    },
                ),
                migrations.CreateModel(
                    name='NotAgain',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('one', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='not_again_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Offer',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='people.person')),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='people.group')),
                        ('line', models.CharField(max_length=200)),
                        ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('week', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), blank=True, default=list, size=None)),
                        ('room', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('since', models.DateField()),
                        ('until', models.DateField(blank=True, null=True)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood', '-at'], name='bridge_offe_neighbo_d4cefd_idx'), django.contrib.postgres.indexes.GinIndex(fields=['kinds'], name='offer_kinds')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('line', ''), _negated=True), name='offer_says_something'), models.CheckConstraint(condition=models.Q(('room__isnull', True), ('room__range', (1, 99)), _connector='OR'), name='offer_room'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='offer_ends_after'), models.CheckConstraint(condition=models.Q(('week__contained_by', ['mon-morning', 'mon-afternoon', 'mon-evening', 'tue-morning', 'tue-afternoon', 'tue-evening', 'wed-morning', 'wed-afternoon', 'wed-evening', 'thu-morning', 'thu-afternoon', 'thu-evening', 'fri-morning', 'fri-afternoon', 'fri-evening', 'sat-morning', 'sat-afternoon', 'sat-evening', 'sun-morning', 'sun-afternoon', 'sun-evening'])), name='offer_in_a_week'), models.CheckConstraint(condition=models.Q(('kinds__len__lte', 8)), name='offer_of_few_kinds')],
                    },
                ),
                migrations.CreateModel(
                    name='Introduction',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('why', models.CharField(max_length=300)),
                        ('ask', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='introductions', to='bridge.ask')),
                        ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bridge.offer')),
                        ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['proposed_by', '-at'], name='bridge_intr_propose_47b947_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('one', models.F('other')), _negated=True), name='introduced_to_another'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='introduction_says_why'), models.CheckConstraint(condition=models.Q(('offer__isnull', True), ('ask__isnull', False), _connector='OR'), name='an_offer_meets_an_ask')],
                    },
                ),
                migrations.CreateModel(
                    name='HowItWent',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('introduction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='went', to='bridge.introduction')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('met', models.BooleanField()),
                        ('contact', models.BooleanField(null=True)),
                        ('face', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('line', models.CharField(blank=True, max_length=300)),
                        ('via', models.CharField(choices=[('here', 'hier'), ('mail', 'met de mail'), ('phone', 'aan de telefoon')], default='here', max_length=5)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('introduction', 'person'), name='how_it_went_once'), models.CheckConstraint(condition=models.Q(('face__isnull', True), ('face__range', (1, 5)), _connector='OR'), name='one_of_five_faces')],
                    },
                ),
                migrations.CreateModel(
                    name='IntroductionOutcome',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('introduction', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='outcome', to='bridge.introduction')),
                        ('kind', models.CharField(choices=[('together', 'jullie zeiden allebei ja'), ('off', 'het gaat niet door')], max_length=8)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Meeting',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('introduction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='bridge.introduction')),
                        ('how', models.CharField(choices=[('coffee', 'bij de koffie'), ('walk', 'een wandeling'), ('table', 'aan tafel'), ('other', 'op een andere manier')], default='coffee', max_length=6)),
                        ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.place')),
                        ('spot', models.CharField(blank=True, max_length=120)),
                        ('meets_at', models.DateTimeField(blank=True, null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['introduction', '-at'], name='bridge_meet_introdu_251430_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Contradiction',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contradictions', to='bridge.offer')),
                        ('ask', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contradictions', to='bridge.ask')),
                        ('ground', models.CharField(max_length=500)),
                        ('reason', models.CharField(blank=True, max_length=300)),
                        ('words', models.CharField(blank=True, max_length=200)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['offer', 'ask'], name='bridge_cont_offer_i_dc6885_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ground', ''), _negated=True), name='contradiction_of_a_reason'), models.CheckConstraint(condition=models.Q(('ask__isnull', False), models.Q(('ground', 'rather_not'), _negated=True), _connector='OR'), name='rather_not_is_for_one_ask'), models.UniqueConstraint(fields=('offer', 'ask', 'ground', 'by'), name='contradicted_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='OfferAsked',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked', to='bridge.offer')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['offer', '-at'], name='bridge_offe_offer_i_e04761_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='OfferEnding',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('offer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='ending', to='bridge.offer')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='OfferPause',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='bridge.offer')),
                        ('until', models.DateField(blank=True, null=True)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['offer', '-at'], name='bridge_offe_offer_i_a846cc_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Referral',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('story_key', models.UUIDField(blank=True, null=True)),
                        ('came_from', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('service_key', models.UUIDField(blank=True, null=True)),
                        ('kind', models.CharField(blank=True, max_length=40)),
                        ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('about_name', models.CharField(max_length=120)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('role', models.CharField(blank=True, max_length=120)),
                        ('formal', models.BooleanField(default=False)),
                        ('to_name', models.CharField(max_length=160)),
                        ('what', models.CharField(max_length=300)),
                        ('lived', models.TextField(blank=True, max_length=2000)),
                        ('known', models.TextField(blank=True, max_length=2000)),
                        ('reach', models.CharField(blank=True, max_length=200)),
                        ('agreed', models.BooleanField()),
                        ('ground', models.CharField(blank=True, max_length=500)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['by', '-at'], name='bridge_refe_by_id_d52f38_idx'), models.Index(fields=['about', '-at'], name='bridge_refe_about_i_953ed5_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='referral_asks_something'), models.CheckConstraint(condition=models.Q(models.Q(('ground', ''), _negated=True), ('by', models.F('about')), _connector='OR'), name='referral_says_on_what_ground')],
                    },
                ),
                migrations.CreateModel(
                    name='Receiver',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receivers', to='bridge.referral')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.group')),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.group')),
                        ('name', models.CharField(max_length=160)),
                        ('via', models.CharField(choices=[('sent', 'gevraagd'), ('stand_in', 'gevraagd, omdat er geen antwoord kwam'), ('team', 'het team gevraagd, omdat er geen antwoord kwam')], default='sent', max_length=10)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person'], name='bridge_rece_person__437928_idx'), models.Index(fields=['group'], name='bridge_rece_group_i_2903bd_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('person__isnull', False)), models.Q(('group__isnull', False), ('person__isnull', True)), _connector='OR'), name='receiver_is_a_person_or_a_group'), models.UniqueConstraint(fields=('referral', 'via'), name='asked_once_in_each_way')],
                    },
                ),
                migrations.CreateModel(
                    name='ReferralStep',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='bridge.referral')),
                        ('number', models.PositiveSmallIntegerField()),
                        ('state', models.CharField(choices=[('draft', 'concept'), ('requested', 'aangevraagd'), ('accepted', 'aangenomen'), ('rejected', 'geweigerd'), ('in-progress', 'loopt'), ('on-hold', 'wacht'), ('completed', 'afgerond'), ('failed', 'niet gelukt'), ('cancelled', 'ingetrokken'), ('entered-in-error', 'foutief')], max_length=16)),
                        ('who', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('who_name', models.CharField(max_length=120)),
                        ('code', models.CharField(blank=True, choices=[('geen-plek', 'er is nu geen plek'), ('past-niet', 'het past niet bij ons'), ('niet-bereikt', 'we bereikten diegene niet'), ('wil-niet-meer', 'diegene wil het niet meer'), ('doorverwezen', 'een ander is gevraagd'), ('anders', 'iets anders')], max_length=14)),
                        ('reason', models.CharField(blank=True, max_length=1000)),
                        ('alternative', models.CharField(blank=True, max_length=300)),
                        ('outcome', models.CharField(blank=True, choices=[('hulp-gekregen', 'er is hulp gekomen'), ('deels', 'voor een deel'), ('geen-hulp', 'er kwam geen hulp')], max_length=14)),
                        ('hears_by', models.DateField(blank=True, null=True)),
                        ('by_link', models.BooleanField(default=False)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['referral', '-number'], name='bridge_refe_referra_c7dcb7_idx')],
                        'constraints': [models.UniqueConstraint(fields=('referral', 'number'), name='one_step_after_another'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'])), name='a_state_of_the_table'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('rejected', 'cancelled', 'on-hold', 'failed')), _negated=True), models.Q(models.Q(('reason', ''), _negated=True), models.Q(('code', ''), _negated=True)), _connector='OR'), name='a_step_back_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'rejected'), _negated=True), models.Q(('alternative', ''), _negated=True), _connector='OR'), name='a_no_says_who_then'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'completed'), _negated=True), models.Q(('outcome', ''), _negated=True), _connector='OR'), name='an_end_has_an_outcome'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('requested', 'accepted', 'in-progress', 'on-hold')), _negated=True), ('hears_by__isnull', False), _connector='OR'), name='what_goes_on_is_heard_of_by_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Remark',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='bridge.agreement')),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('called', models.CharField(max_length=120)),
                        ('role', models.CharField(blank=True, max_length=80)),
                        ('at', models.DateTimeField()),
                        ('kind', models.SlugField(blank=True, max_length=40)),
                        ('words', models.CharField(max_length=200)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood'], name='bridge_rema_neighbo_917c50_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='remark_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Safeguard',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='safeguards', to='people.person')),
                        ('kind', models.CharField(max_length=40)),
                        ('valid_until', models.DateField(blank=True, null=True)),
                        ('seen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', 'kind'], name='bridge_safe_person__280d3f_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind', ''), _negated=True), name='safeguard_is_of_a_kind')],
                    },
                ),
                migrations.CreateModel(
                    name='Side',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('introduction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sides', to='bridge.introduction')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('whom', models.CharField(max_length=160)),
                        ('why', models.CharField(max_length=300)),
                        ('second', models.BooleanField(default=False)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', '-at'], name='bridge_side_person__15939c_idx')],
                        'constraints': [models.UniqueConstraint(fields=('introduction', 'person'), name='one_side_of_an_introduction')],
                    },
                ),
                migrations.CreateModel(
                    name='IntroductionAnswer',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('side', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='bridge.side')),
                        ('kind', models.CharField(choices=[('yes', 'ja'), ('no', 'nee'), ('later', 'later')], max_length=5)),
                        ('via', models.CharField(choices=[('here', 'hier'), ('mail', 'met de mail'), ('phone', 'aan de telefoon')], max_length=5)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'later'), _negated=True), fields=('side',), name='yes_or_no_once_to_meeting')],
                    },
                ),
                migrations.CreateModel(
                    name='Signature',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('party', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='signature', to='bridge.agreementparty')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Penholder',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='bridge.agreement')),
                        ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.neighbourhood')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('called', models.CharField(max_length=120)),
                        ('role', models.CharField(blank=True, max_length=80)),
                        ('at', models.DateTimeField()),
                        ('signature', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='penholder', to='bridge.signature')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['neighbourhood'], name='bridge_penh_neighbo_8951c3_idx')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('signature__isnull', True)), fields=('agreement',), name='one_proposes_a_version')],
                    },
                ),
                migrations.CreateModel(
                    name='Thanks',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to='bridge.referral')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('by_name', models.CharField(max_length=120)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('words', models.CharField(max_length=500)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='thanks_says_something'), models.UniqueConstraint(fields=('referral', 'by', 'to'), name='thanked_once_for_one_thing')],
                    },
                ),
            ],
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct p.id), '{}') from unnest(trust.my_people()) as p(id)\n  where exists (select 1 from public.people_account a where a.person_id = p.id and a.is_active)\n    or exists (select 1 from public.people_waytoreach w where w.person_id = p.id and w.kind = 'mail'\n               and w.only_for_id is null)\n      and not exists (select 1 from (\n        select distinct on (c.writer_id) c.pace from public.post_preference c\n        where c.person_id = p.id and (c.writer_id is null or c.writer_id = (select trust.me()))\n        order by c.writer_id, c.at desc, c.id desc) said where said.pace = 'none')", name='my_mailed', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive\n    up as (\n      select places_around.place as code\n      union select n.parent_id from up\n      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),\n    down as (\n      select places_around.place as code\n      union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)\n  select coalesce(array_agg(code), '{}')::text[] from (select code from up union select code from down) as both_ways", name='places_around(place text)', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct h.group_id), '{}') from public.people_hat h\n  join public.people_group g on g.id = h.group_id\n  where h.id = any((select trust.my_hats())::uuid[]) and h.granted_by_id is distinct from h.person_id and (h.formal or not g.formal)", name='my_signing_groups', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select h.person_id from public.people_hat h join public.people_group g on g.id = h.group_id\n  where h.group_id = signers_of.party and h.granted_by_id is distinct from h.person_id and (h.formal or not g.formal)\n    and h.since <= current_date and (h.until is null or h.until >= current_date)\n    and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)\n    and h.id <> all(array(select trust.lapsed_hats(current_date)))', name='signers_of(party uuid)', returns='setof uuid', rows=5),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select neighbourhood_id from public.bridge_agreement a where a.id = place_of_agreement.agreement', name='place_of_agreement(agreement uuid)', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select a.id from public.bridge_agreement a where a.neighbourhood_id = agreement_in_force.place\n    and exists (select 1 from public.bridge_agreementparty p where p.agreement_id = a.id)\n    and not exists (select 1 from public.bridge_agreementparty p where p.agreement_id = a.id\n      and not exists (select 1 from public.bridge_signature s where s.party_id = p.id))\n  order by a.number desc limit 1', name='agreement_in_force(place text)', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(h.agreement_id), '{}') from public.bridge_penholder h\n  where h.person_id = (select trust.me()) and h.signature_id is null\n    and not exists (select 1 from public.bridge_agreementwithdrawal w where w.agreement_id = h.agreement_id)\n    and not exists (select 1 from public.bridge_signature s join public.bridge_agreementparty p on p.id = s.party_id\n      where p.agreement_id = h.agreement_id)", name='my_proposals', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select not exists (select 1 from public.bridge_penholder h where h.agreement_id = is_blank.agreement)\n    and not exists (select 1 from public.bridge_clause c where c.agreement_id = is_blank.agreement)\n    and not exists (select 1 from public.bridge_agreementparty p where p.agreement_id = is_blank.agreement)', name='is_blank(agreement uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select not exists (select 1 from public.bridge_offerending e where e.offer_id = still_offered.offer)\n    and not coalesce((select p.until is null or p.until > current_date from public.bridge_offerpause p\n      where p.offer_id = still_offered.offer order by p.at desc, p.id desc limit 1), false)', name='still_offered(offer uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select e.at from public.bridge_offerending e where e.offer_id = offer_ended_at.offer', name='offer_ended_at(offer uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select a.offer_id, count(*)::integer from public.bridge_offerasked a join public.bridge_offer o on o.id = a.offer_id\n  where a.offer_id = any(offer_load.offers) and a.at > statement_timestamp() - interval '30 days'\n    and (o.person_id = (select trust.me()) or o.neighbourhood_id = any((select trust.my_neighbourhoods())::text[]))\n  group by a.offer_id", name='offer_load(offers uuid[])', returns='table(offer uuid, asked integer)', rows=20),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.bridge_asker a where a.ask_id = ask_stands.ask and (a.about_id = a.asked_by_id\n      or exists (select 1 from public.bridge_askyes y where y.ask_id = a.ask_id and y.yes)))\n    and not exists (select 1 from public.bridge_askending e where e.ask_id = ask_stands.ask and e.kind <> 'nobody')", name='ask_stands(ask uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(a.id), '{}') from public.bridge_ask a\n  join public.bridge_askending e on e.ask_id = a.id and e.kind = 'nobody'\n  where a.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])", name='unmet_asks', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive down as (\n    select h.neighbourhood_id as code from public.people_hat h\n    where h.id = any((select trust.my_hats())::uuid[]) and h.formal and h.granted_by_id is distinct from h.person_id\n      and lower(h.role) ~ '^co(ö|o)rdinator' and h.neighbourhood_id is not null\n    union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)\n  select coalesce(array_agg(code), '{}')::text[] from down", name='my_coordinated', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_asker a where a.ask_id = is_asked_for.ask\n    and a.about_id = is_asked_for.person)', name='is_asked_for(ask uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_asker a where a.ask_id = erased_ask.ask\n    and a.about_id = any((select trust.erased_people())::uuid[]))', name='erased_ask(ask uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce((select o.kind from public.bridge_introductionoutcome o\n    where o.introduction_id = introduction_stands.introduction), 'asked')", name='introduction_stands(introduction uuid)', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.bridge_side s where s.id = its_turn.side and (not s.second\n    or exists (select 1 from public.bridge_side f join public.bridge_introductionanswer a on a.side_id = f.id\n      where f.introduction_id = s.introduction_id and f.id <> s.id and a.kind = 'yes')))", name='its_turn(side uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(i.id), '{}') from public.bridge_introduction i\n  where i.proposed_by_id = (select trust.me()) and (select trust.me()) not in (i.one_id, i.other_id)\n    and not exists (select 1 from public.bridge_asker a where a.ask_id = i.ask_id\n      and (select trust.me()) in (a.about_id, a.asked_by_id))", name='mine_to_introduce', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\ndeclare\n  two record;\nbegin\n  select i.one_id, i.other_id into two from public.bridge_introduction i where i.id = settle.introduction for update;\n  if two is null or trust.introduction_stands(settle.introduction) <> 'asked' then\n    return trust.introduction_stands(settle.introduction);\n  end if;\n  if exists (select 1 from public.bridge_side s join public.bridge_introductionanswer a on a.side_id = s.id\n      where s.introduction_id = settle.introduction and a.kind = 'no') then\n    insert into public.bridge_introductionoutcome (id, introduction_id, kind, at)\n      values (gen_random_uuid(), settle.introduction, 'off', settle.at);\n    insert into public.bridge_notagain (id, one_id, other_id, at) values (gen_random_uuid(),\n      least(two.one_id, two.other_id), greatest(two.one_id, two.other_id), settle.at) on conflict do nothing;\n  elsif not exists (select 1 from public.bridge_side s where s.introduction_id = settle.introduction\n      and not exists (select 1 from public.bridge_introductionanswer a where a.side_id = s.id and a.kind = 'yes')) then\n    insert into public.bridge_introductionoutcome (id, introduction_id, kind, at)\n      values (gen_random_uuid(), settle.introduction, 'together', settle.at);\n    insert into public.trust_acquaintance (id, who_id, person_id, at) values\n      (gen_random_uuid(), two.one_id, two.other_id, settle.at), (gen_random_uuid(), two.other_id, two.one_id, settle.at)\n      on conflict do nothing;\n  end if;\n  return trust.introduction_stands(settle.introduction);\nend", changes=True, lang='plpgsql', name='settle(introduction uuid, at timestamptz)', returns='text'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\ndeclare\n  met record;\nbegin\n  select i.ask_id, a.about_id into met from public.bridge_introduction i\n    join public.bridge_asker a on a.ask_id = i.ask_id where i.id = meet_ask.introduction for update of i;\n  if met is null or (select count(*) from public.bridge_howitwent w\n      where w.introduction_id = meet_ask.introduction and w.met) < 2\n    or exists (select 1 from public.bridge_askending e where e.ask_id = met.ask_id) then\n    return false;\n  end if;\n  insert into public.bridge_askending (id, ask_id, kind, by_id, at)\n    values (gen_random_uuid(), met.ask_id, 'met', met.about_id, meet_ask.at);\n  return true;\nend", changes=True, lang='plpgsql', name='meet_ask(introduction uuid, at timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct h.group_id), '{}') from public.people_hat h\n  where h.id = any((select trust.my_hats())::uuid[]) and h.group_id is not null\n    and h.granted_by_id is distinct from h.person_id", name='my_groups', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct h.person_id), '{}') from public.people_hat h\n  where h.group_id = group_people.team and h.granted_by_id is distinct from h.person_id\n    and h.since <= current_date and (h.until is null or h.until >= current_date)\n    and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)\n    and h.id <> all(array(select trust.lapsed_hats(current_date)))", name='group_people(team uuid)', returns='uuid[]', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(r.id), '{}') from public.bridge_referral r where r.by_id = (select trust.me())", name='my_sent', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_referral r\n    where r.id = of_referral.referral and of_referral.person in (r.by_id, r.about_id)\n    union all select 1 from public.bridge_referralstep s\n    where s.referral_id = of_referral.referral and s.who_id = of_referral.person)', name='of_referral(referral uuid, person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select r.about_id from public.bridge_referral r where r.id = referred_about.referral', name='referred_about(referral uuid)', returns='uuid'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive below as (\n    select b.id, b.to_name, 1 as depth from public.bridge_referral b\n    where b.came_from = onward.referral and exists (select 1 from public.bridge_referral r\n      where r.id = onward.referral and (select trust.me()) in (r.by_id, r.about_id))\n    union select b.id, b.to_name, below.depth + 1 from below\n    join public.bridge_referral b on b.came_from = below.id where below.depth < 20)\n  select below.id, below.to_name::text, s.state::text, s.outcome::text, s.at, s.hears_by\n  from below join public.bridge_referralstep s on s.referral_id = below.id where s.state <> 'draft'", name='onward(referral uuid)', returns='table(referral_id uuid, to_name text, state text, outcome text, at timestamptz, hears_by date)', rows=5),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_referralstep s\n    where s.referral_id = stepped_since.referral and s.at >= stepped_since.moment)', name='stepped_since(referral uuid, moment timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select p.stand_in_id from public.people_person p where p.id = stand_in_of.person', name='stand_in_of(person uuid)', returns='uuid', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="select coalesce(nullif(p.name, ''), p.known_as) from public.people_person p where p.id = called.person", name='called(person uuid)', returns='text', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct place), '{}')::text[] from public.people_hat h\n  left join public.people_group g on g.id = h.group_id\n  cross join lateral unnest(trust.places_around(coalesce(h.neighbourhood_id, g.neighbourhood_id))) as place\n  where h.id = any((select trust.my_hats())::uuid[]) and coalesce(h.neighbourhood_id, g.neighbourhood_id) is not null", name='my_hat_places', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct place), '{}')::text[] from public.people_hat h\n  left join public.people_group g on g.id = h.group_id\n  cross join lateral unnest(trust.places_around(coalesce(h.neighbourhood_id, g.neighbourhood_id))) as place\n  where h.id = any((select trust.my_hats())::uuid[]) and coalesce(h.neighbourhood_id, g.neighbourhood_id) is not null and h.formal and h.granted_by_id is distinct from h.person_id", name='my_work_places', returns='text[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select p.group_id from public.bridge_agreement a\n  join public.bridge_agreementparty p on p.agreement_id = trust.agreement_in_force(a.neighbourhood_id)\n  where a.id = left_out.agreement and p.agreement_id <> a.id\n    and not exists (select 1 from public.bridge_agreementparty q\n      where q.agreement_id = a.id and q.group_id = p.group_id)\n    and exists (select 1 from trust.signers_of(p.group_id))\n    and not exists (select 1 from public.bridge_penholder h where h.agreement_id = a.id and h.signature_id is null\n      and h.person_id in (select trust.signers_of(p.group_id)))', name='left_out(agreement uuid)', returns='setof uuid', rows=2),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_offer o where o.id = may_ask_offer.offer\n    and o.person_id <> (select trust.me()) and o.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])\n    and (o.until is null or o.until >= current_date) and trust.still_offered(o.id))', name='may_ask_offer(offer uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with recursive\n    up as (select area as code union select n.parent_id from up\n      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),\n    down as (select area as code union select n.code from down\n      join public.people_neighbourhood n on n.parent_id = down.code),\n    mine as materialized (select unnest((select trust.my_neighbourhoods())::text[]) as code),\n    boards as materialized (select array(select code from mine\n      where code in (select code from up union select code from down)) as codes),\n    at_hand as (\n      select o.id from public.bridge_offer o\n        where o.neighbourhood_id = any((select codes from boards)::text[]) and o.kinds && (asked || beside)\n      union select o.id from public.bridge_offer o\n        where asked = '{}' and o.neighbourhood_id = any((select codes from boards)::text[])\n      union select o.id from public.bridge_offer o\n        where o.person_id = any(people) and o.neighbourhood_id in (select code from mine)),\n    seen as (\n      select o.id, o.person_id = any(people) as known,\n        8 * (o.kinds && asked)::integer + 4 * (not o.kinds && asked and o.kinds && beside)::integer\n        + 8 * (p.languages && tongues)::integer + 3 * (o.week && slots)::integer\n        + coalesce(case when |/ (((p.latitude - north) * 111195) ^ 2 + ((p.longitude - east) * 111195 * cosd(north)) ^ 2) < 150 then 3 when |/ (((p.latitude - north) * 111195) ^ 2 + ((p.longitude - east) * 111195 * cosd(north)) ^ 2) < 600 then 2\n                        when |/ (((p.latitude - north) * 111195) ^ 2 + ((p.longitude - east) * 111195 * cosd(north)) ^ 2) < 1500 then 1 end, (p.neighbourhood_id = area)::integer * 1, 0)\n        as fits\n      from at_hand h join public.bridge_offer o on o.id = h.id join public.people_person p on p.id = o.person_id\n      where o.since <= current_date and (o.until is null or o.until >= current_date)\n      order by known desc, fits desc, o.id\n      limit most * 2),\n    open as materialized (\n      select s.id, s.known, s.fits, (\n        select count(*)::integer from public.bridge_offerasked a\n        where a.offer_id = s.id and a.at > statement_timestamp() - interval '30 days') as asked_now\n      from seen s where trust.still_offered(s.id))\n  select o.id, o.person_id, coalesce(g.name, ''), o.line, o.kinds, o.week, o.room, f.asked_now, p.languages,\n    p.latitude::float8, p.longitude::float8, p.neighbourhood_id::text, coalesce(n.name, '')::text,\n    array(select array[s.kind::text, s.what::text] from public.people_strength s\n      where s.person_id = p.id and s.open order by s.id),\n    array(select array[s.kind::text, s.valid_until::text] from public.bridge_safeguard s\n      where s.person_id = p.id order by s.id)\n  from open f join public.bridge_offer o on o.id = f.id join public.people_person p on p.id = o.person_id\n    left join public.people_neighbourhood n on n.code = p.neighbourhood_id\n    left join public.people_group g on g.id = o.group_id\n  order by f.known desc, f.fits + case when f.asked_now >= o.room then -10 else 0 end desc, f.asked_now, f.id\n  limit most", name='fitting_offers(asked varchar[], beside varchar[], tongues varchar[], slots varchar[], area text, north float8, east float8, people uuid[], most integer)', returns='table(offer uuid, person uuid, of_group varchar, line varchar, kinds varchar[], week varchar[], room smallint, asked_now integer, languages varchar[], latitude float8, longitude float8, lives_in text, place text, traits text[], shown text[])', rows=100),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_ask a where a.id = ask_coordinated.ask\n    and a.neighbourhood_id = any((select trust.my_coordinated())::text[])) and trust.ask_stands(ask_coordinated.ask)', name='ask_coordinated(ask uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_offer o where o.person_id = may_see_papers.person\n    and trust.still_offered(o.id) and (o.neighbourhood_id = any((select trust.my_coordinated())::text[])\n      or o.group_id in (select h.group_id from public.people_hat h where h.id = any((select trust.my_hats())::uuid[])\n        and h.granted_by_id is distinct from h.person_id)))', name='may_see_papers(person uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_offer o where o.id = may_correct_offer.offer\n    and (o.person_id = (select trust.me()) or o.neighbourhood_id = any((select trust.my_coordinated())::text[])))', name='may_correct_offer(offer uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(s.introduction_id), '{}') from public.bridge_side s\n  where s.person_id = coalesce((select trust.me()), (select trust.reader()))\n    and trust.introduction_stands(s.introduction_id) = 'together'", name='my_introductions', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select trust.has_name(may_be_introduced.one) and trust.has_name(may_be_introduced.other)\n    and coalesce(least(trust.years_of(may_be_introduced.one), trust.years_of(may_be_introduced.other)), 16) >= 16\n    and not exists (select 1 from public.bridge_notagain n\n      where n.one_id = least(may_be_introduced.one, may_be_introduced.other)\n        and n.other_id = greatest(may_be_introduced.one, may_be_introduced.other))\n    and not exists (select 1 from public.bridge_introduction i\n      where least(i.one_id, i.other_id) = least(may_be_introduced.one, may_be_introduced.other)\n        and greatest(i.one_id, i.other_id) = greatest(may_be_introduced.one, may_be_introduced.other)\n        and trust.introduction_stands(i.id) <> 'off')", name='may_be_introduced(one uuid, other uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select p.id, coalesce(nullif(p.name, ''), p.known_as) from public.bridge_introduction i\n  cross join lateral (select coalesce((select trust.me()), (select trust.reader())) as id) as mine\n  join public.people_person p on p.id = case mine.id when i.one_id then i.other_id when i.other_id then i.one_id end\n  where i.id = introduced_to.introduction and trust.introduction_stands(i.id) = 'together'", name='introduced_to(introduction uuid)', returns='table(person uuid, name text)', rows=1),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(s.id), '{}') from public.bridge_side s\n  where s.person_id = coalesce((select trust.me()), (select trust.reader())) and trust.its_turn(s.id)", name='my_sides', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (select 1 from public.bridge_side s join public.bridge_introduction i on i.id = s.introduction_id\n    where s.id = waits_for_answer.side and (i.ask_id is null or trust.ask_stands(i.ask_id))\n    and trust.its_turn(s.id) and trust.introduction_stands(s.introduction_id) = 'asked'\n    and not exists (select 1 from public.bridge_introductionanswer a where a.side_id = s.id and a.kind <> 'later'))", name='waits_for_answer(side uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(distinct v.referral_id), '{}') from public.bridge_receiver v\n  where (v.person_id = (select trust.me()) or v.group_id = any((select trust.my_groups())::uuid[]))\n    and exists (select 1 from public.bridge_referralstep s\n      where s.referral_id = v.referral_id and s.state = 'requested')", name='my_received', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_receiver v where v.referral_id = is_asked.referral\n    and (v.person_id = is_asked.who or is_asked.who = any(trust.group_people(v.group_id))))', name='is_asked(referral uuid, who uuid)', returns='boolean', to='nabij_office'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.bridge_agreement a where a.id = is_signable.agreement\n    and exists (select 1 from public.bridge_clause c where c.agreement_id = a.id)\n    and (select count(distinct g.formal) = 2 from public.bridge_agreementparty p\n      join public.people_group g on g.id = p.group_id where p.agreement_id = a.id)\n    and not exists (select 1 from public.bridge_agreementwithdrawal w where w.agreement_id = a.id)\n    and not exists (select 1 from public.bridge_agreement b\n      where b.id = trust.agreement_in_force(a.neighbourhood_id) and b.number >= a.number)\n    and not exists (select 1 from trust.left_out(a.id)))', name='is_signable(agreement uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  with people as materialized (\n    select distinct h.person_id as id from public.people_hat h\n    where h.open and h.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])\n      and h.since <= current_date and (h.until is null or h.until >= current_date)\n      and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)\n      and h.id <> all(array(select trust.lapsed_hats(current_date)))\n      and h.person_id <> all((select trust.my_company())::uuid[])\n      and (select trust.my_hats()) <> '{}'\n    union select (select trust.me())),\n  recent as materialized (\n    select m.id, m.circle_id, m.author_id, m.themes from public.moments_moment m\n    where m.happened_at >= not_met.since and m.happened_at <= statement_timestamp() and m.kind <> 'lesson'\n      and not exists (select 1 from public.trust_limit l\n        where (l.about_id = m.id or l.about_id is null and l.circle_id = m.circle_id)\n          and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id))),\n  homes as materialized (\n    select distinct m.circle_id, p.street, p.neighbourhood_id, coalesce(h.household_id, p.id) as household\n    from public.trust_membership m join public.people_person p on p.id = m.person_id\n    left join public.people_householdmember h on h.person_id = p.id and (h.until is null or h.until >= current_date)\n    where m.as_resident and (m.until is null or m.until > statement_timestamp())\n      and p.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])\n      and m.circle_id in (select circle_id from recent)),\n  grounds as materialized (\n    select r.id, 'street' as kind, x.street as what, x.neighbourhood_id as place, x.household\n      from recent r join homes x using (circle_id) where x.street <> ''\n    union all select r.id, 'theme', t.theme, x.neighbourhood_id, x.household\n      from recent r join homes x using (circle_id) cross join lateral unnest(r.themes) as t(theme)),\n  common as materialized (\n    select kind, what, place from grounds group by kind, what, place having count(distinct household) >= 5),\n  around as materialized (\n    select distinct w.id, g.kind, g.what, g.place from people w\n    join lateral (select r.id from recent r where r.author_id = w.id\n      union select p.moment_id from public.moments_presence p where p.person_id = w.id and p.there) as told on true\n    join recent at on at.id = told.id and not exists (select 1 from public.trust_membership own\n      where own.circle_id = at.circle_id and own.person_id = w.id and own.as_resident)\n    join grounds g on g.id = told.id join common using (kind, what, place))\n  select distinct theirs.id, theirs.kind, theirs.what from around theirs\n  join around mine using (kind, what, place)\n  where mine.id = (select trust.me()) and theirs.id <> mine.id and trust.may_be_introduced(mine.id, theirs.id)", name='not_met(since timestamptz)', returns='table(person uuid, kind text, what text)', rows=20),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select exists (\n    select 1 from public.bridge_referral r\n    left join lateral (select s.number, s.state from public.bridge_referralstep s\n      where s.referral_id = r.id order by s.number desc limit 1) newest on true\n    join (values ('', 'draft', true, false, false), ('draft', 'requested', true, false, true), ('draft', 'cancelled', true, false, true), ('draft', 'entered-in-error', true, false, false), ('requested', 'accepted', false, true, false), ('requested', 'rejected', false, true, false), ('requested', 'cancelled', true, false, true), ('requested', 'entered-in-error', true, false, false), ('accepted', 'in-progress', false, true, false), ('accepted', 'on-hold', false, true, false), ('accepted', 'completed', false, true, false), ('accepted', 'failed', false, true, false), ('accepted', 'cancelled', true, false, true), ('accepted', 'entered-in-error', true, false, false), ('in-progress', 'on-hold', false, true, false), ('in-progress', 'completed', false, true, false), ('in-progress', 'failed', false, true, false), ('in-progress', 'cancelled', true, false, true), ('in-progress', 'entered-in-error', true, false, false), ('on-hold', 'accepted', false, true, false), ('on-hold', 'in-progress', false, true, false), ('on-hold', 'failed', false, true, false), ('on-hold', 'cancelled', true, false, true), ('on-hold', 'entered-in-error', true, false, false), ('rejected', 'entered-in-error', true, false, false), ('completed', 'entered-in-error', true, false, false), ('failed', 'entered-in-error', true, false, false), ('cancelled', 'entered-in-error', true, false, false)) as life(was, becomes, sender, receiver, resident)\n      on life.was = coalesce(newest.state, '') and life.becomes = may_step.state\n    where r.id = may_step.referral and may_step.number = coalesce(newest.number, 0) + 1\n      and (life.sender and r.by_id = may_step.who or life.resident and r.about_id = may_step.who\n        or life.receiver and trust.is_asked(r.id, may_step.who)))", name='may_step(referral uuid, who uuid, number integer, state text)', returns='boolean'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (name, words, categories)'), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Where a kind of question starts is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Where a kind of question starts is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='(select trust.me()) is not null and neighbourhood_id = any((select trust.my_work_places())::text[])', command='insert', name='add_work', says='Whoever works in a neighbourhood keeps its kinds of help.'), nabij.base.guard.Policy(check='(select trust.me()) is not null and neighbourhood_id = any((select trust.my_work_places())::text[])', command='update', name='change_work', says='Whoever works there changes its words; where a kind starts is agreed.', using='(select trust.me()) is not null and neighbourhood_id = any((select trust.my_work_places())::text[])'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration notes what a neighbourhood agreed.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='bridge_kindofhelp'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='What a neighbourhood agreed is public, each version of it.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='What a neighbourhood agreed is public, each version of it.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='(select trust.me()) is not null and neighbourhood_id = any((select trust.my_hat_places())::text[])', command='insert', name='add_hat', says='Whoever wears a hat in a neighbourhood proposes a version of its agreement.')), table='bridge_agreement'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='What is agreed for a kind of question is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='What is agreed for a kind of question is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='agreement_id = any((select trust.my_proposals())::uuid[])', command='insert', name='add_proposer', says='Who proposes a version writes its clauses, and nothing after the first signature.')), table='bridge_clause'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='Which groups an agreement names is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='Which groups an agreement names is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='agreement_id = any((select trust.my_proposals())::uuid[]) and group_id in (select g.id from public.people_group g where g.neighbourhood_id = any(trust.places_around(trust.place_of_agreement(agreement_id))))', command='insert', name='add_proposer', says='Who proposes a version names groups of that neighbourhood, and none after the first signature.')), table='bridge_agreementparty'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='That a group signed is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='That a group signed is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='party_id in (select p.id from public.bridge_agreementparty p where p.group_id = any((select trust.my_signing_groups())::uuid[]) and trust.is_signable(p.agreement_id))', command='insert', name='add_signer', says='Whoever was given a hat of a group signs for it, and for no other.')), table='bridge_signature'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select',), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='That a proposal was taken back is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='That a proposal was taken back is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='agreement_id = any((select trust.my_proposals())::uuid[])', command='insert', name='add_proposer', says='Who proposed a version takes it back, as long as nobody signed.')), table='bridge_agreementwithdrawal'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_neighbourhood', says='Whoever lives or works there sees who said and signed what.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[])'), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you did yourself.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and called = (select trust.my_name()) and neighbourhood_id = trust.place_of_agreement(agreement_id) and signature_id is null and neighbourhood_id = any((select trust.my_hat_places())::text[]) and trust.is_blank(agreement_id)', command='insert', name='add_proposer', says='Whoever proposes a version does it in their own name.'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and called = (select trust.my_name()) and neighbourhood_id = trust.place_of_agreement(agreement_id) and signature_id in (select s.id from public.bridge_signature s join public.bridge_agreementparty p on p.id = s.party_id where p.agreement_id = bridge_penholder.agreement_id and p.group_id = any((select trust.my_signing_groups())::uuid[]))', command='insert', name='add_signer', says='Whoever signs for a group does it in their own name.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='Who signed is told when it is looked at again.', to='nabij_office', using="(select trust.office()) in ('reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='The signature of a group stays, who held the pen goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='bridge_penholder'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select (id, agreement_id, neighbourhood_id, person_id, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_neighbourhood', says='Whoever lives or works there sees who said and signed what.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[])'), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you did yourself.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and called = (select trust.my_name()) and neighbourhood_id = trust.place_of_agreement(agreement_id) and neighbourhood_id = any((select trust.my_hat_places())::text[])', command='insert', name='add_hat', says='Whoever wears a hat in a neighbourhood says what they think of its agreement.'), nabij.base.guard.Policy(command='delete', name='drop_own', says='You take your own remark away.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='What somebody remarked who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='bridge_remark'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (line, kinds, week, room, until)'), offices=('select (id, person_id, neighbourhood_id, group_id, since, until, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see what you offered.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_neighbourhood', says='Whoever lives or works there sees what is offered in a neighbourhood, while it is.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[]) and (until is null or until >= current_date) and trust.still_offered(id)'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and neighbourhood_id = any((select trust.my_neighbourhoods())::text[]) and (group_id is null or group_id in (select h.group_id from public.people_hat h where h.id = any((select trust.my_hats())::uuid[])))', command='insert', name='add_own', says='You offer in your own name, where you live or work; for a group when you wear its hat.'), nabij.base.guard.Policy(check='person_id = (select trust.me())', command='update', name='change_own', says='You change what you offer, while it stands.', using='person_id = (select trust.me()) and trust.still_offered(id)'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='What somebody offered who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='An offer goes a year after it ended.', to='nabij_office', using="(select trust.office()) = 'bewaren' and (until < current_date - interval '1 year' or trust.offer_ended_at(id) < statement_timestamp() - interval '1 year')")), table='bridge_offer'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, offer_id, until, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see when your offer rests.', using='offer_id in (select id from public.bridge_offer where person_id = (select trust.me()))'), nabij.base.guard.Policy(check='offer_id in (select id from public.bridge_offer where person_id = (select trust.me()))', command='insert', name='add_own', says='You let your own offer rest.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and offer_id in (select id from public.bridge_offer)", command='all', name='office_rights', says='What became of an offer goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and offer_id in (select id from public.bridge_offer)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_offer_id', says='What became of an offer goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_offer hung_on where hung_on.id = offer_id)")), table='bridge_offerpause'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, offer_id, by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see that your offer ended.', using='offer_id in (select id from public.bridge_offer where person_id = (select trust.me()))'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and offer_id in (select id from public.bridge_offer where person_id = (select trust.me()))', command='insert', name='add_own', says='You end your own offer, in your own name.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and offer_id in (select id from public.bridge_offer)", command='all', name='office_rights', says='What became of an offer goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and offer_id in (select id from public.bridge_offer)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_offer_id', says='What became of an offer goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_offer hung_on where hung_on.id = offer_id)")), table='bridge_offerending'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, offer_id, by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see by whom you were asked for what you offer.', using='offer_id in (select id from public.bridge_offer where person_id = (select trust.me()))'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and trust.may_ask_offer(offer_id)', command='insert', name='add_own', says='You ask for what is offered in your neighbourhood, in your own name.'), nabij.base.guard.Policy(command='select', name='see_asker', says='You see whom you asked.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='That somebody was asked goes after a year.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year'"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and offer_id in (select id from public.bridge_offer)", command='all', name='office_rights', says='What became of an offer goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and offer_id in (select id from public.bridge_offer)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_offer_id', says='What became of an offer goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_offer hung_on where hung_on.id = offer_id)")), table='bridge_offerasked'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see what was seen of you.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_known', says='Whoever sees somebody sees that a VOG or a training was seen of them.', using='person_id = any((select trust.my_people())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_seer', says='You see what you noted that you saw.', using='seen_by_id = (select trust.me())'), nabij.base.guard.Policy(check='seen_by_id = (select trust.me()) and person_id <> (select trust.me()) and trust.may_see_papers(person_id)', command='insert', name='add_coordinator', says='Who coordinates there, or wears a granted hat of the group, notes what they saw of who offers.'), nabij.base.guard.Policy(command='delete', name='end_seer', says='You take back what you noted by mistake.', using='seen_by_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='What was seen of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_person_id', says='What is said of somebody goes with them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = person_id)")), table='bridge_safeguard'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_neighbourhood', says='Whoever lives or works there reads what is asked, not by whom; for another after their yes.', using='neighbourhood_id = any((select trust.my_neighbourhoods())::text[]) and trust.ask_stands(id)'), nabij.base.guard.Policy(command='select', name='see_asker', says='Whoever may know who asks sees the ask, also before and after it stands.', using='id in (select ask_id from public.bridge_asker)'), nabij.base.guard.Policy(check='(neighbourhood_id = any((select trust.my_neighbourhoods())::text[]) or neighbourhood_id = any((select trust.my_story_places())::text[]))', command='insert', name='add_own', says='You ask where you live or work, or where somebody lives whose story you read.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows the one ask, to whom it is for.', to='nabij_office', using='id = (select trust.reach()) and trust.is_asked_for(id, (select trust.reader()))'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter says what is asked.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and trust.erased_ask(id)", command='all', name='office_rights', says='What was asked for somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and trust.erased_ask(id)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='An ask goes after a year.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year'")), table='bridge_ask'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_about', says='You see what is asked for you, and by whom.', using='about_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_asked', says='You see what you asked.', using='asked_by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_member', says='Who reads the story it came from sees that it was asked for it.', using='circle_key = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_key = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_key::text)::timestamptz'), nabij.base.guard.Policy(command='select', name='see_coordinator', says='Who coordinates there knows who asks, when whoever asks said so.', using='to_coordinator and trust.ask_coordinated(ask_id)'), nabij.base.guard.Policy(check='asked_by_id = (select trust.me()) and (about_id = (select trust.me()) or about_id = any((select trust.my_people())::uuid[]) or trust.i_noted(about_id)) and (circle_key is null or circle_key = any((select trust.my_circles())::uuid[]) and trust.may_write(circle_key))', command='insert', name='add_own', says='You ask for yourself or for somebody you know, from a story you read.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows who asks it, to whom it is for.', to='nabij_office', using='ask_id = (select trust.reach()) and about_id = (select trust.reader())'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter says for whom is asked, to nobody else.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and about_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='Who asked goes with who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and about_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_ask_id', says='It goes with the ask.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_ask hung_on where hung_on.id = ask_id)")), table='bridge_asker'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_asker', says='Whoever may know who asks sees what they said to it.', using='ask_id in (select ask_id from public.bridge_asker)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and noted_by_id is null and ask_id in (select ask_id from public.bridge_asker where about_id = (select trust.me()) and asked_by_id <> (select trust.me()))', command='insert', name='add_own', says='You say yes or no to what another asks for you.'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and not trust.has_account(by_id) and (ask_id, by_id) in (select ask_id, about_id from public.bridge_asker where asked_by_id = (select trust.me()))', command='insert', name='add_noted', says='Whoever asks notes the yes of somebody who has no login.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows whether it was answered.', to='nabij_office', using='ask_id = (select trust.reach())'), nabij.base.guard.Policy(check='ask_id = (select trust.reach()) and by_id = (select trust.reader()) and noted_by_id is null and ask_id in (select ask_id from public.bridge_asker)', command='insert', name='link_add', says='A link answers for whom it is, once.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter is not sent about what was answered.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and ask_id in (select id from public.bridge_ask)", command='all', name='office_rights', says='A yes goes with the ask.', to='nabij_office', using="(select trust.office()) = 'rights' and ask_id in (select id from public.bridge_ask)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_ask_id', says='It goes with the ask.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_ask hung_on where hung_on.id = ask_id)")), table='bridge_askyes'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_asker', says='Whoever may know who asks sees how it ended.', using='ask_id in (select ask_id from public.bridge_asker)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and ask_id in (select ask_id from public.bridge_asker where about_id = (select trust.me()) or asked_by_id = (select trust.me()))', command='insert', name='add_own', says='Whoever asks, or for whom it is, says how it ended.'), nabij.base.guard.Policy(command='select', name='office_post', says='A letter is not sent about what ended.', to='nabij_office', using="(select trust.office()) in ('post')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and ask_id in (select id from public.bridge_ask)", command='all', name='office_rights', says='How it ended goes with the ask.', to='nabij_office', using="(select trust.office()) = 'rights' and ask_id in (select id from public.bridge_ask)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_ask_id', says='It goes with the ask.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_ask hung_on where hung_on.id = ask_id)")), table='bridge_askending'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (one_id = any((select trust.erased_people())::uuid[]) or other_id = any((select trust.erased_people())::uuid[]) or proposed_by_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Introductions of and by somebody who is forgotten go.', to='nabij_office', using="(select trust.office()) = 'rights' and (one_id = any((select trust.erased_people())::uuid[]) or other_id = any((select trust.erased_people())::uuid[]) or proposed_by_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_proposer', says='You see whom you proposed to introduce.', using='proposed_by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_agreed', says='Who the other is, and who proposed it, the two see when both said yes.', using='id = any((select trust.my_introductions())::uuid[])'), nabij.base.guard.Policy(check="proposed_by_id = (select trust.me()) and (hat_id is null or hat_id = any((select trust.my_hats())::uuid[])) and ask_id is null and offer_id is null and one_id in (select unnest((select trust.my_people()))) and other_id in (select unnest((select trust.my_people()))) and ((select trust.me()) in (one_id, other_id) or (select trust.my_hats()) <> '{}') and trust.may_be_introduced(one_id, other_id)", command='insert', name='add_proposer', says='You introduce people you know, or yourself; never two of whom one said no to the other.'), nabij.base.guard.Policy(check='proposed_by_id = (select trust.me()) and (hat_id is null or hat_id = any((select trust.my_hats())::uuid[])) and trust.ask_stands(ask_id) and trust.may_be_introduced(one_id, other_id) and (ask_id, one_id) in (select a.ask_id, a.about_id from public.bridge_asker a) and (offer_id is null and other_id in (select unnest((select trust.my_people()))) or (offer_id, other_id) in (select o.id, o.person_id from public.bridge_offer o))', command='insert', name='add_for_ask', says='Who may know who asks introduces them to who offers, or to somebody they know.'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Who must be asked, and whether that is still so, is read for a letter; never what was said of it.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows who the other is, when both said yes.', to='nabij_office', using='id = (select trust.reach()) and id = any((select trust.my_introductions())::uuid[])'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='An introduction goes after a year; that somebody said no stays.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year'")), table='bridge_introduction'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)", command='all', name='office_rights', says='What was proposed goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what is proposed to you, when it is your turn; not what is proposed to the other.', using='id = any((select trust.my_sides())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_proposer', says='Who introduces two others sees what both were told; who introduces themselves does not.', using='introduction_id = any((select trust.mine_to_introduce())::uuid[])'), nabij.base.guard.Policy(check='introduction_id in (select i.id from public.bridge_introduction i where i.proposed_by_id = (select trust.me()) and person_id in (i.one_id, i.other_id))', command='insert', name='add_proposer', says='Who proposes it says what each of the two is told.'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Who must be asked, and whether that is still so, is read for a letter; never what was said of it.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows its reader what is proposed to them.', to='nabij_office', using='introduction_id = (select trust.reach()) and id = any((select trust.my_sides())::uuid[])'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_introduction_id', says='What was proposed goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_introduction hung_on where hung_on.id = introduction_id)")), table='bridge_side'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and side_id in (select id from public.bridge_side)", command='all', name='office_rights', says='An answer goes with its introduction.', to='nabij_office', using="(select trust.office()) = 'rights' and side_id in (select id from public.bridge_side)"), nabij.base.guard.Policy(command='select', name='see_side', says='You see your own answer; who introduces two others sees both.', using='side_id in (select id from public.bridge_side)'), nabij.base.guard.Policy(check="via = 'here' and by_id = (select trust.me()) and side_id in (select id from public.bridge_side where person_id = (select trust.me())) and trust.waits_for_answer(side_id)", command='insert', name='add_own', says='You answer what is proposed to you, while it is asked.'), nabij.base.guard.Policy(check="via = 'phone' and by_id = (select trust.me()) and not side_id in (select id from public.bridge_side where person_id = (select trust.me())) and trust.waits_for_answer(side_id) and side_id in (select id from public.bridge_side where introduction_id = any((select trust.mine_to_introduce())::uuid[]))", command='insert', name='add_noted', says='Who introduces two others notes what one of them said on the telephone.'), nabij.base.guard.Policy(check="via = 'mail' and by_id = (select trust.reader()) and trust.waits_for_answer(side_id) and side_id in (select id from public.bridge_side where person_id = (select trust.reader()))", command='insert', name='link_add', says='The reader of a letter answers by its link.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows its reader what they answered.', to='nabij_office', using='side_id in (select id from public.bridge_side where person_id = (select trust.reader()))'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Who must be asked, and whether that is still so, is read for a letter; never what was said of it.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_side_id', says='An answer goes with what was proposed.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_side hung_on where hung_on.id = side_id)")), table='bridge_introductionanswer'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)", command='all', name='office_rights', says='What came of it goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)"), nabij.base.guard.Policy(command='select', name='see_side', says='Who was asked sees whether it goes on; not whose no it was.', using='introduction_id in (select introduction_id from public.bridge_side)'), nabij.base.guard.Policy(command='select', name='see_proposer', says='Who proposed it sees whether it goes on; not whose no it was.', using='introduction_id in (select id from public.bridge_introduction where proposed_by_id = (select trust.me()))'), nabij.base.guard.Policy(check="kind = 'off' and introduction_id in (select id from public.bridge_introduction where proposed_by_id = (select trust.me()))", command='insert', name='add_proposer', says='Who proposed it takes it back, until both said yes.'), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows whether it goes on.', to='nabij_office', using='introduction_id = (select trust.reach())'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Who must be asked, and whether that is still so, is read for a letter; never what was said of it.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'reminders' and kind = 'off'", command='insert', name='office_reminders_add', says='What nobody answered for weeks does not go on.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_introduction_id', says='What came of it goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_introduction hung_on where hung_on.id = introduction_id)")), table='bridge_introductionoutcome'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (one_id = any((select trust.erased_people())::uuid[]) or other_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='That somebody who is forgotten was not to be introduced again goes.', to='nabij_office', using="(select trust.office()) = 'rights' and (one_id = any((select trust.erased_people())::uuid[]) or other_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_one_id', says='That two are not introduced again goes with either of them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = one_id)"), nabij.base.guard.Policy(command='delete', name='along_other_id', says='That two are not introduced again goes with either of them.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_person hung_on where hung_on.id = other_id)")), table='bridge_notagain'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)", command='all', name='office_rights', says='When and where they meet goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)"), nabij.base.guard.Policy(command='select', name='see_side', says='Who was asked sees when and where they meet.', using='introduction_id in (select introduction_id from public.bridge_side)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and introduction_id in (select id from public.bridge_introduction)', command='insert', name='add_in_it', says='Who proposed it says when and where; the two as well, once both said yes.'), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows when and where they meet.', to='nabij_office', using='introduction_id = (select trust.reach())'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Who must be asked, and whether that is still so, is read for a letter; never what was said of it.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_introduction_id', says='When and where they meet goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_introduction hung_on where hung_on.id = introduction_id)")), table='bridge_meeting'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, introduction_id, person_id, at)', 'insert', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)", command='all', name='office_rights', says='How it went goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'rights' and introduction_id in (select id from public.bridge_introduction)"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you said of it; the other does not.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_proposer', says='Who brought two others together reads how it went.', using='introduction_id = any((select trust.mine_to_introduce())::uuid[])'), nabij.base.guard.Policy(check="person_id = (select trust.me()) and via = 'here' and introduction_id = any((select trust.my_introductions())::uuid[])", command='insert', name='add_own', says='Each of the two says how it went, once both said yes.'), nabij.base.guard.Policy(check="person_id = (select trust.reader()) and via = 'mail' and introduction_id = any((select trust.my_introductions())::uuid[])", command='insert', name='link_add', says='The reader of a letter says by its link how it went.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='link_see', says='The link in a letter shows that its reader said how it went.', to='nabij_office', using='person_id = (select trust.reader()) and introduction_id = (select trust.reach())'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Who said how it went is not asked again.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_introduction_id', says='How it went goes with the introduction.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_introduction hung_on where hung_on.id = introduction_id)")), table='bridge_howitwent'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_sender', says='You see what you asked.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_about', says='You see every referral that is about you.', using='about_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_parent', says='Of a child under twelve a parent sees it.', using='about_id = any((select trust.my_young())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_receiver', says='Who is asked sees what was sent, and no more.', using='id = any((select trust.my_received())::uuid[])'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and (came_from is null or came_from = any((select trust.my_received())::uuid[]) or came_from = any((select trust.my_sent())::uuid[])) and (about_id = any((select trust.my_people())::uuid[]) or trust.referred_about(came_from) = about_id)', command='insert', name='add_sender', says='Anybody asks in their own name, about somebody they know; onward about the same person.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows what was sent to its reader.', to='nabij_office', using='id = (select trust.reach()) and trust.is_asked((select trust.reach()), (select trust.reader()))'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Letters tell that something waits or changed.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (about_id = any((select trust.erased_people())::uuid[]) or by_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='A referral about or of somebody who is forgotten goes with them.', to='nabij_office', using="(select trust.office()) = 'rights' and (about_id = any((select trust.erased_people())::uuid[]) or by_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='A referral goes a year after its last step.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year' and not trust.stepped_since(id, statement_timestamp() - interval '1 year')")), table='bridge_referral'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (name)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_referral', says='Whoever sees a referral sees who is asked.', using='referral_id in (select id from public.bridge_referral)'), nabij.base.guard.Policy(check="referral_id in (select id from public.bridge_referral where by_id = (select trust.me())) and via = 'sent' and (person_id is null or person_id = any((select trust.my_people())::uuid[]) or trust.i_noted(person_id))", command='insert', name='add_sender', says='Who asks chooses of whom: somebody they know, or a group.'), nabij.base.guard.Policy(check="(select trust.office()) = 'reminders' and via in ('stand_in', 'team')", command='insert', name='office_reminders_add', says='When no answer comes the stand-in is asked, and then the team.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows who was asked.', to='nabij_office', using='referral_id = (select trust.reach()) and trust.is_asked((select trust.reach()), (select trust.reader()))'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Letters tell that something waits or changed.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and referral_id in (select id from public.bridge_referral)", command='all', name='office_rights', says='It goes with the referral of somebody who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and referral_id in (select id from public.bridge_referral)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_referral_id', says='It goes with its referral.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_referral hung_on where hung_on.id = referral_id)")), table='bridge_receiver'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert', 'update (who_name)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_referral', says='Whoever sees a referral sees how it goes.', using='referral_id in (select id from public.bridge_referral)'), nabij.base.guard.Policy(check='who_id = (select trust.me()) and who_name = (select trust.my_name()) and not by_link and trust.may_step(referral_id, who_id, number::integer, state)', command='insert', name='add_own', says='You say how it stands, as the table of states allows on your side.'), nabij.base.guard.Policy(command='select', name='link_see', says='A link shows how it stands.', to='nabij_office', using='referral_id = (select trust.reach()) and trust.is_asked((select trust.reach()), (select trust.reader()))'), nabij.base.guard.Policy(check='referral_id = (select trust.reach()) and who_id = (select trust.reader()) and by_link and trust.may_step(referral_id, who_id, number::integer, state)', command='insert', name='link_add', says='A link says how it stands, as its reader, once.', to='nabij_office'), nabij.base.guard.Policy(command='select', name='office_post_reminders', says='Letters tell that something waits or changed.', to='nabij_office', using="(select trust.office()) in ('post', 'reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and who_id = any((select trust.erased_people())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and who_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and who_id = any((select trust.erased_people())::uuid[])"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and referral_id in (select id from public.bridge_referral)", command='all', name='office_rights', says='It goes with the referral of somebody who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and referral_id in (select id from public.bridge_referral)"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_referral_id', says='It goes with its referral.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_referral hung_on where hung_on.id = referral_id)")), table='bridge_referralstep'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see the thanks you said.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_for_me', says='Thanks are read by whom they are for.', using='to_id = (select trust.me())'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and by_name = (select trust.my_name()) and to_id <> (select trust.me()) and referral_id in (select id from public.bridge_referral) and trust.of_referral(referral_id, to_id)', command='insert', name='add_own', says='Who sees a referral thanks somebody of it, in their own name.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='A letter tells that there are thanks.', to='nabij_office', using="(select trust.office()) in ('reminders')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (referral_id in (select id from public.bridge_referral) or by_id = any((select trust.erased_people())::uuid[]) or to_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Thanks go.', to='nabij_office', using="(select trust.office()) = 'rights' and (referral_id in (select id from public.bridge_referral) or by_id = any((select trust.erased_people())::uuid[]) or to_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_referral_id', says='Thanks go with the referral.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_referral hung_on where hung_on.id = referral_id)")), table='bridge_thanks'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select (id, offer_id, ask_id, by_id, at)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_own', says='You see what you said was not so.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_all', says='Whoever sees an offer sees what is not so of it.', using='ask_id is null and offer_id in (select id from public.bridge_offer)'), nabij.base.guard.Policy(command='select', name='see_asker', says='Whoever may know who asks sees what was not so for this ask.', using="ask_id in (select ask_id from public.bridge_asker) and ground <> 'rather_not'"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and ask_id in (select ask_id from public.bridge_asker) and offer_id in (select id from public.bridge_offer)', command='insert', name='add_for_ask', says='Whoever may know who asks says what is not so, for this ask.'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and ask_id is null and trust.may_correct_offer(offer_id)', command='insert', name='add_for_all', says='Whoever offers it, and who coordinates there, says what is not so of it.'), nabij.base.guard.Policy(command='delete', name='end_own', says='You take back what you said was not so.', using='by_id = (select trust.me())'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (by_id = any((select trust.erased_people())::uuid[]) or offer_id in (select id from public.bridge_offer) or ask_id in (select id from public.bridge_ask))", command='all', name='office_rights', says='What was said by or of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and (by_id = any((select trust.erased_people())::uuid[]) or offer_id in (select id from public.bridge_offer) or ask_id in (select id from public.bridge_ask))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='What was not so goes after a year.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year'"), nabij.base.guard.Policy(command='delete', name='along_offer_id', says='It goes with the offer.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.bridge_offer hung_on where hung_on.id = offer_id)"), nabij.base.guard.Policy(command='delete', name='along_ask_id', says='It goes with the ask.', to='nabij_office', using="(select trust.office()) = 'bewaren' and ask_id is not null and not exists (select 1 from public.bridge_ask hung_on where hung_on.id = ask_id)")), table='bridge_contradiction'),
        ),
    ]
