import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.base.word
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('moments', '0001_initial'), ('moments', '0002_words_asked_once'), ('moments', '0003_who_may_see_what'), ('moments', '0004_closer_and_quicker'), ('moments', '0005_memory'), ('moments', '0006_mended'), ('moments', '0007_search_is_memory'), ('moments', '0008_who_seals_and_in_which_hat'), ('moments', '0009_a_name_goes'), ('moments', '0010_network_map'), ('moments', '0011_places_of_older_ties'), ('moments', '0012_a_tie_ends_by_a_row'), ('moments', '0013_quicker_memory'), ('moments', '0014_how_one_wants_letters'), ('moments', '0015_attachments'), ('moments', '0016_time_spent'), ('moments', '0017_words_by_circle')]

    initial = True

    dependencies = [
        ('people', '0001_start'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Moment',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='moments', to='trust.circle')),
                        ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='moments_written', to='people.person')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('shown_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='shown', to='moments.moment')),
                        ('happened_at', models.DateTimeField()),
                        ('noted_at', models.DateTimeField()),
                        ('kind', models.CharField(choices=[('note', 'moment'), ('own_words', 'eigen woorden'), ('lesson', 'wat we leerden')], default='note', max_length=12)),
                        ('line', models.TextField(max_length=4000)),
                        ('findable', models.TextField(blank=True, max_length=4000)),
                        ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                        ('purpose', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='trust.purpose')),
                        ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to='people.place')),
                        ('words', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('findable', config='pg_catalog.dutch'), output_field=django.contrib.postgres.search.SearchVectorField())),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', '-happened_at', '-id'], name='moments_mom_circle__dc02f0_idx'), models.Index(fields=['author', 'circle'], name='moments_mom_author__8bb23e_idx'), django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['words'], name='moment_words'), models.Index(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('findable'), 200)), fields=['circle'], include=('id', 'happened_at', 'author', 'told_by', 'noted_at', 'kind', 'words'), name='moment_words_short'), models.Index(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length('findable'), 200)), fields=['circle'], name='moment_words_long')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('line', ''), _negated=True), name='moment_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='FollowUp',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='moments.moment')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='people.person')),
                        ('day', models.DateField()),
                        ('action', models.CharField(max_length=300)),
                        ('noted_at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', 'day'], name='moments_fol_person__223e62_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='CameBack',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('follow_up', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='done', to='moments.followup')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Attachment',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='moments.moment')),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('kind', models.CharField(choices=[('jpg', 'foto'), ('pdf', 'papier (PDF)')], max_length=3)),
                        ('alt', models.CharField(blank=True, max_length=300)),
                        ('content', models.BinaryField()),
                        ('small', models.BinaryField()),
                        ('size', models.PositiveIntegerField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('size__gt', 0), ('size__lte', 10000000)), name='attachment_of_ten_megabytes')],
                    },
                ),
                migrations.CreateModel(
                    name='Presence',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='moments.moment')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='people.person')),
                        ('hat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.hat')),
                        ('there', models.BooleanField(default=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('moment', 'person'), name='once_in_a_moment')],
                    },
                ),
                migrations.CreateModel(
                    name='Saying',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sayings', to='trust.circle')),
                        ('about', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='said_of', to='people.person')),
                        ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('kind', models.CharField(choices=[('too_much', 'het is te veel'), ('quarrel', 'ruzie'), ('unsafe', 'niet veilig'), ('not_tell', 'mag het niet weten'), ('named', 'zelf genoemd'), ('offered', 'bood het aan')], max_length=10)),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                        ('until', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', 'owner'], name='moments_say_circle__63c60b_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Tie',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties', to='trust.circle')),
                        ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ties', to='people.person')),
                        ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='ties_to', to='people.person')),
                        ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.group')),
                        ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.place')),
                        ('name', models.CharField(blank=True, max_length=120)),
                        ('kind', models.CharField(choices=[('family', 'familie'), ('friend', 'vriend'), ('neighbour', 'buur'), ('known', 'bekende'), ('group', 'groep of club'), ('place', 'plek'), ('volunteer', 'vrijwilliger'), ('professional', 'werkt met je')], max_length=14)),
                        ('called', models.CharField(blank=True, max_length=120)),
                        ('ring', models.PositiveSmallIntegerField()),
                        ('turn', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('weight', models.CharField(choices=[('strong', 'sterk'), ('plain', 'gewoon'), ('weak', 'zwak')], default='plain', max_length=8)),
                        ('gives', models.CharField(blank=True, max_length=300)),
                        ('takes', models.CharField(blank=True, max_length=300)),
                        ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('since', models.DateField(blank=True, null=True)),
                        ('noted_at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['circle', 'ring'], name='moments_tie_circle__d25cf2_idx'), models.Index(fields=['owner'], name='moments_tie_owner_i_7520e3_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ring__gte', 1), ('ring__lte', 3)), name='ring_of_three'), models.CheckConstraint(condition=models.Q(('turn__isnull', True), ('turn__lt', 360), _connector='OR'), name='tie_within_a_turn'), models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('name', ''), ('other__isnull', False), ('place__isnull', True)), models.Q(('group__isnull', False), ('name', ''), ('other__isnull', True), ('place__isnull', True)), models.Q(('group__isnull', True), ('name', ''), ('other__isnull', True), ('place__isnull', False)), models.Q(('group__isnull', True), ('other__isnull', True), ('place__isnull', True), models.Q(('name', ''), _negated=True)), _connector='OR'), name='tie_to_a_person_a_group_or_a_place'), models.CheckConstraint(condition=models.Q(('other', models.F('owner')), _negated=True), name='nobody_is_tied_to_themselves')],
                    },
                ),
                migrations.CreateModel(
                    name='Placing',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('tie', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='placings', to='moments.tie')),
                        ('ring', models.PositiveSmallIntegerField()),
                        ('turn', models.PositiveSmallIntegerField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['tie', '-at', '-id'], name='moments_pla_tie_id_7697c6_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ring__gte', 1), ('ring__lte', 3)), name='placed_in_a_ring_of_three'), models.CheckConstraint(condition=models.Q(('turn__lt', 360)), name='placed_within_a_turn')],
                    },
                ),
                migrations.CreateModel(
                    name='TieEnd',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='trust.circle')),
                        ('tie', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='ended', to='moments.tie')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TimeSpent',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('moment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='time_spent', to='moments.moment')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                        ('minutes', models.PositiveSmallIntegerField()),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('minutes__range', (1, 1440))), name='time_within_a_day')],
                    },
                ),
            ],
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(t.id), '{}') from (\n    select p.moment_id as id from public.moments_presence p\n    where p.person_id = any((select trust.erased_people())::uuid[])\n    union select m.id from public.moments_moment m where m.circle_id = any((select trust.circles_to_mask())::uuid[])\n      and exists (select 1 from unnest((select trust.names_to_mask())) n\n        where strpos(lower(concat(m.line, ' ', m.findable)), n) > 0)\n    ) as t", name='moments_to_mask', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(shown.id), '{}') from public.moments_moment shown\n  join public.moments_moment m on m.id = shown.shown_from_id\n  where m.circle_id = any((select trust.erased_circles())::uuid[])\n    or m.id = any((select trust.erased_things())::uuid[])", name='moments_to_unlink', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(id), '{}') from public.moments_moment\n  where author_id = (select trust.me()) and circle_id = any((select trust.my_left_circles())::uuid[])", name='my_left_moments', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\nbegin\n  return exists (select 1 from public.stories_sealedline l join public.stories_sealednote n on n.id = l.note_id\n    where l.note_id = any((select trust.my_opened_seals())::uuid[]) and n.circle_id = opened_line.circle\n      and l.by_id = opened_line.author and l.words = opened_line.line);\nend', lang='plpgsql', name='opened_line(circle uuid, author uuid, line text)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\ndeclare\n  seats jsonb := coalesce((select jsonb_object_agg(s.circle_id, s.since) from trust.my_seats() s\n    where within is null or s.circle_id = any(within)), '{}');\n  whole uuid[] := array(select key::uuid from jsonb_each_text(seats) where value = '-infinity');\n  later uuid[] := array(select key::uuid from jsonb_each_text(seats) where value <> '-infinity');\n  asked tsquery[] := terms::tsquery[];\n  one_of_them tsquery := array_to_string(terms, '|')::tsquery;\nbegin\n  return query select m.id from (\n    select m.id, m.circle_id, m.author_id, m.told_by_id, m.happened_at, m.words, m.kind\n    from public.moments_moment m where m.circle_id = any(whole) and length(m.findable) <= 200\n    union all select m.id, m.circle_id, m.author_id, m.told_by_id, m.happened_at, m.words, m.kind\n    from public.moments_moment m where m.circle_id = any(later) and m.noted_at >= (seats ->> m.circle_id::text)::timestamptz and length(m.findable) <= 200\n    union all select m.id, m.circle_id, m.author_id, m.told_by_id, m.happened_at, m.words, m.kind\n    from public.moments_moment m where m.circle_id = any(whole || later) and m.noted_at >= (seats ->> m.circle_id::text)::timestamptz and length(m.findable) > 200\n    union all select m.id, m.circle_id, m.author_id, m.told_by_id, m.happened_at, m.words, m.kind\n    from public.moments_moment m where within is null and m.id = any(trust.my_left_moments()) and not coalesce(m.noted_at >= (seats ->> m.circle_id::text)::timestamptz, false)\n    offset 0) m\n  where (m.words @@ one_of_them or whose and (m.circle_id = any(about) or m.author_id = any(people) or m.told_by_id = any(people))) and (kinds is null or m.kind = any(kinds))\n    and (recall.since is null or m.happened_at >= recall.since)\n    and (recall.until is null or m.happened_at < recall.until)\n  order by (select count(*) from unnest(asked) as one where m.words @@ one) + coalesce((m.circle_id = any(about) or m.author_id = any(people) or m.told_by_id = any(people)), false)::int desc,\n    m.happened_at desc, m.id desc limit n;\nend", lang='plpgsql', name='recall(terms text[], within uuid[], about uuid[], people uuid[], whose boolean, since timestamptz, until timestamptz, n integer, kinds text[])', returns='setof uuid', rows=60),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select date_trunc('week', m.happened_at at time zone 'Europe/Amsterdam')::date, count(*)\n  from trust.my_seats() as mine join public.moments_moment m on m.circle_id = mine.circle_id\n  where m.happened_at >= weeks.since and m.noted_at >= mine.since group by 1", name='weeks(since timestamptz)', returns='table(week date, n bigint)', rows=53),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (\n    select 1 from public.moments_moment m where m.id = wrote.moment and m.author_id = (select trust.me()))', name='wrote(moment uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select exists (select 1 from public.moments_moment m where m.id = told_this.moment\n    and coalesce(m.told_by_id, m.author_id) = told_this.teller\n    and m.circle_id = any((select trust.my_circles())::uuid[]))', name='told_this(moment uuid, teller uuid)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select m.id from trust.my_seats() as mine\n  cross join lateral (\n    select id, happened_at from public.moments_moment\n    where circle_id = mine.circle_id and noted_at >= mine.since\n    order by happened_at desc, id desc limit n) as m\n  order by m.happened_at desc, m.id desc limit n', name='stream(n integer)', returns='setof uuid', rows=30),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  with mine as materialized (select circle_id, since from trust.my_seats())\n  select m.id from mine cross join lateral (\n    select id from public.moments_moment where circle_id = mine.circle_id and noted_at >= mine.since\n    order by happened_at desc, id desc limit n / greatest(1, (select count(*) from mine)) + 1) as m', name='spread(n integer)', returns='setof uuid', rows=1000),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select m.id from (\n    select circle_id, since from trust.my_seats()\n    union select unnest((select trust.my_broken_circles())), '-infinity') as mine\n  cross join lateral (\n    select id from public.moments_moment\n    where circle_id = mine.circle_id and noted_at >= mine.since\n      and id not in (select unnest((select trust.limited_things())))\n    order by happened_at desc, id desc limit 1) as m", name='latest', returns='setof uuid', rows=30),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='select max(m.noted_at) from public.moments_moment m where m.circle_id = last_noted.circle', name='last_noted(circle uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select m.happened_at from public.moments_moment m where m.circle_id = last_happened.circle\n  order by m.happened_at desc limit 1', name='last_happened(circle uuid)', returns='timestamptz'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(one.id), '{}') from public.people_person one\n  where one.name = '' and trust.long_known_only(one.id)\n    and not exists (select 1 from public.moments_presence p join public.moments_moment m on m.id = p.moment_id\n      where p.person_id = one.id and (greatest(m.noted_at, m.happened_at) >= statement_timestamp() - interval '6 months'\n        or m.circle_id = any((select trust.held_circles())::uuid[])))", name='forgettable_people', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce(array_agg(c.id), '{}') from public.trust_circle c\n  where c.made_at < statement_timestamp() - (select trust.shortest_term())\n    and coalesce(trust.last_happened(c.id) < statement_timestamp() - (select trust.shortest_term()), true)", name='quiet_circles', returns='uuid[]'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body="\n  select coalesce((\n    select over.since < line.at and (p.counts_from = 'written'\n        or (coalesce(trust.last_happened(over.circle) < line.at, true)\n            and coalesce(trust.last_noted(over.circle) < line.at, true)))\n      and over.circle <> all((select trust.held_circles())::uuid[])\n    from public.trust_purpose p,\n      lateral (select statement_timestamp() - make_interval(months => p.keep_months) as at) as line\n    where p.key = over.purpose), false)", name='over(circle uuid, purpose text, since timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select coalesce((select trust.over(c.id, c.purpose_id, circle_over.since)\n    from public.trust_circle c where c.id = circle_over.circle), false)', name='circle_over(circle uuid, since timestamptz)', returns='boolean'),
        ),
        nabij.base.word.ChangeWord(
            old=None,
            new=nabij.base.word.Word(body='\n  select coalesce((select trust.over(m.circle_id, m.purpose_id,\n      greatest(f.noted_at, f.day::timestamptz,\n        (select c.at from public.moments_cameback c where c.follow_up_id = f.id)))\n    from public.moments_followup f join public.moments_moment m on m.id = f.moment_id\n    where f.id = follow_up_over.follow_up), false)', name='follow_up_over(follow_up uuid)', returns='boolean'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert (id, circle_id, author_id, hat_id, told_by_id, shown_from_id, happened_at, noted_at, kind, line, findable, themes, purpose_id, place_id)'), offices=('select (id, circle_id, author_id, hat_id, told_by_id, shown_from_id, happened_at, noted_at, kind, purpose_id, place_id)', 'update (line, findable, shown_from_id)', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and noted_at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(command='select', name='hide_limited', restrictive=True, says='A limited note is shown to its author, to whom it is about and to whoever answers, and to nobody else.', using='id not in (select unnest((select trust.limited_things())))'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))", command='all', name='office_rights', says='A note goes when its erasing was granted.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[])))"), nabij.base.guard.Policy(command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.moments_to_mask())::uuid[])"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and shown_from_id is null", command='update', name='office_rights_unlink', says='What was shown from a note that is erased no longer points at it.', to='nabij_office', using="(select trust.office()) = 'rights' and id = any((select trust.moments_to_unlink())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_see', says='To change a note it is found; its words are not read.', to='nabij_office', using="(select trust.office()) = 'rights' and (id = any((select trust.moments_to_mask())::uuid[]) or id = any((select trust.moments_to_unlink())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_left', says='You keep seeing what you wrote in a circle you left.', using='id = any((select trust.my_left_moments())::uuid[])'), nabij.base.guard.Policy(check='(author_id = (select trust.me()) or trust.opened_line(circle_id, author_id, line)) and trust.i_am_in(circle_id) and (hat_id is null or hat_id = any((select trust.my_hats())::uuid[]) or author_id <> (select trust.me()) and trust.wears(author_id, hat_id)) and trust.may_share(circle_id, purpose_id) and (shown_from_id is null and trust.past_a_parent(circle_id, told_by_id, author_id) is not true or trust.told_this(shown_from_id, coalesce(told_by_id, author_id)))', command='insert', name='add_member', says='You write in your own name and hat, to a circle you are in, for a purpose that allows who reads; what was sealed and is opened comes word for word in the name of who wrote it; what a child told, its parents read after its yes.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='What happened goes when its purpose says so, counted from the last moment in its circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.over(circle_id, purpose_id, noted_at)"), nabij.base.guard.Policy(command='delete', name='goes_after_writing', says='What happened goes when its purpose says so, counted from its writing.', to='nabij_office', using="(select trust.office()) = 'bewaren' and purpose_id = any((select trust.written_purposes())::text[]) and trust.over(circle_id, purpose_id, noted_at)")), table='moments_moment'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (moment_id in (select id from public.moments_moment) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='Who was there goes with the note.', to='nabij_office', using="(select trust.office()) = 'rights' and (moment_id in (select id from public.moments_moment) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_moment', says='Whoever sees a moment sees who was there.', using='moment_id in (select id from public.moments_moment)'), nabij.base.guard.Policy(check='trust.wrote(moment_id)', command='insert', name='add_author', says='The author says who was there.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_moment_id', says='Who was there goes with the moment.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_moment hung_on where hung_on.id = moment_id)"), nabij.base.guard.Policy(command='delete', name='goes_when_forgotten', says='Who is only known as somebody is forgotten six months after the last moment they were in.', to='nabij_office', using="(select trust.office()) = 'bewaren' and person_id = any((select trust.forgettable_people())::uuid[])")), table='moments_presence'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, moment_id, circle_id, by_id)', 'update (alt)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and moment_id in (select id from public.moments_moment)", command='all', name='office_rights', says='A picture or paper goes with the note.', to='nabij_office', using="(select trust.office()) = 'rights' and moment_id in (select id from public.moments_moment)"), nabij.base.guard.Policy(command='select', name='see_moment', says='Whoever sees a moment sees what hangs on it.', using='moment_id in (select id from public.moments_moment)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and trust.wrote(moment_id) and trust.i_am_in(circle_id) and exists (select 1 from public.moments_moment m where m.id = moment_id and m.circle_id = moments_attachment.circle_id)', command='insert', name='add_author', says='You hang a picture or paper on what you wrote yourself, while you read there.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_moment_id', says='A picture or paper goes with the moment.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_moment hung_on where hung_on.id = moment_id)")), table='moments_attachment'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'update (action)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and noted_at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(command='select', name='hide_limited', restrictive=True, says='What follows from a limited note is limited with it.', using='moment_id not in (select unnest((select trust.limited_things())))'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (moment_id in (select id from public.moments_moment) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='What follows from a note goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and (moment_id in (select id from public.moments_moment) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you wanted to come back to.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='office_reminders', says='On its day a letter says that there is something.', to='nabij_office', using="(select trust.office()) in ('reminders')"), nabij.base.guard.Policy(check='person_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[])', command='insert', name='add_own', says='You say what you come back to.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_with_its_moment', says='What somebody came back to goes when its moment does, and not before its day.', to='nabij_office', using="(select trust.office()) = 'bewaren' and noted_at < statement_timestamp() - (select trust.shortest_term()) and trust.follow_up_over(id)")), table='moments_followup'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and follow_up_id in (select id from public.moments_followup)", command='all', name='office_rights', says='What followed goes with the note.', to='nabij_office', using="(select trust.office()) = 'rights' and follow_up_id in (select id from public.moments_followup)"), nabij.base.guard.Policy(command='select', name='see_follow_up', says='Whoever sees a come-back sees that it was done.', using='follow_up_id in (select id from public.moments_followup)'), nabij.base.guard.Policy(check='by_id = (select trust.me()) and follow_up_id in (select id from public.moments_followup where circle_id = any((select trust.my_circles())::uuid[]) or person_id = (select trust.me()))', command='insert', name='add_own', says='You say that you came back to it.'), nabij.base.guard.Policy(command='select', name='office_reminders', says='No letter comes of what was done.', to='nabij_office', using="(select trust.office()) in ('reminders')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_follow_up_id', says='That it was done goes with it.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_followup hung_on where hung_on.id = follow_up_id)")), table='moments_cameback'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select (id, circle_id, owner_id, other_id, group_id, place_id, told_by_id, noted_by_id, noted_at)', 'update (called, name, gives, takes)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and noted_at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and ((circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[]))) or owner_id = any((select trust.erased_people())::uuid[]) or other_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says="The network of somebody who is forgotten goes, and their place in others' networks.", to='nabij_office', using="(select trust.office()) = 'rights' and ((circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[]))) or owner_id = any((select trust.erased_people())::uuid[]) or other_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(check='(noted_by_id is null or noted_by_id = (select trust.me())) and circle_id = any((select trust.my_circles())::uuid[]) and trust.may_write(circle_id) and trust.past_a_parent(circle_id, told_by_id, (select trust.me())) is not true', command='insert', name='add_member', says='A circle draws the network together, each in their own name; not past a child to its parents.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='A network goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, noted_at)"), nabij.base.guard.Policy(command='delete', name='goes_when_forgotten', says='Who is only known as somebody is forgotten six months after the last moment they were in.', to='nabij_office', using="(select trust.office()) = 'bewaren' and other_id = any((select trust.forgettable_people())::uuid[])")), table='moments_tie'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and tie_id in (select id from public.moments_tie)", command='all', name='office_rights', says='Where somebody stood goes with the tie.', to='nabij_office', using="(select trust.office()) = 'rights' and tie_id in (select id from public.moments_tie)"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and trust.may_write(circle_id) and (told_by_id = (select trust.me()) or told_by_id = any((select trust.my_fellows())::uuid[])) and trust.past_a_parent(circle_id, told_by_id, by_id) is not true and exists (select 1 from public.moments_tie t where t.id = tie_id and t.circle_id = moments_placing.circle_id)', command='insert', name='add_member', says='A circle moves who stands in its own network, each in their own name, by a word heard in a circle.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_tie_id', says='Where somebody stood goes with the tie.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_tie hung_on where hung_on.id = tie_id)")), table='moments_placing'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and tie_id in (select id from public.moments_tie)", command='all', name='office_rights', says='That a tie was over goes with the tie.', to='nabij_office', using="(select trust.office()) = 'rights' and tie_id in (select id from public.moments_tie)"), nabij.base.guard.Policy(check='by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and trust.may_write(circle_id) and (told_by_id = (select trust.me()) or told_by_id = any((select trust.my_fellows())::uuid[])) and trust.past_a_parent(circle_id, told_by_id, by_id) is not true and exists (select 1 from public.moments_tie t where t.id = tie_id and t.circle_id = moments_tieend.circle_id)', command='insert', name='add_member', says='A circle says when a tie of its own network is over, each in their own name.'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_tie_id', says='That a tie was over goes with the tie.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_tie hung_on where hung_on.id = tie_id)")), table='moments_tieend'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update (until)'), offices=('select (id, circle_id, about_id, owner_id, said_by_id, noted_by_id, at)', 'update (words)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='see_member', says='What is written to a circle is read by its members.', using='circle_id = any((select trust.my_whole_circles())::uuid[])'), nabij.base.guard.Policy(command='select', name='see_later', says='Who came later reads what was written since, or what was opened.', using='circle_id = any((select trust.my_later_circles())::uuid[]) and at >= ((select trust.my_beginnings()) ->> circle_id::text)::timestamptz'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and ((circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[]))) or about_id = any((select trust.erased_people())::uuid[]) or owner_id = any((select trust.erased_people())::uuid[]) or said_by_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='What was said by or of somebody who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and ((circle_id = any((select trust.erased_circles())::uuid[]) or (id = any((select trust.erased_things())::uuid[]) and circle_id = any((select trust.erasers_circles())::uuid[]))) or about_id = any((select trust.erased_people())::uuid[]) or owner_id = any((select trust.erased_people())::uuid[]) or said_by_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and trust.may_write(circle_id) and trust.past_a_parent(circle_id, said_by_id, noted_by_id) is not true', command='insert', name='add_member', says='What somebody said is noted by whoever heard it; not past a child to its parents.'), nabij.base.guard.Policy(command='update', name='end_said', says='Whoever said or noted it takes it back.', using='said_by_id = (select trust.me()) or noted_by_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_when_quiet', says='What was said goes when the purpose of its circle says so.', to='nabij_office', using="(select trust.office()) = 'bewaren' and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)"), nabij.base.guard.Policy(command='delete', name='goes_when_forgotten', says='Who is only known as somebody is forgotten six months after the last moment they were in.', to='nabij_office', using="(select trust.office()) = 'bewaren' and about_id = any((select trust.forgettable_people())::uuid[])")), table='moments_saying'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'update (words)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])", command='update', name='office_rights_mask', says="In other people's stories only the name of somebody who is forgotten goes.", to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='office_rights_find', says='What a name is taken out of is found for it.', to='nabij_office', using="(select trust.office()) = 'rights' and circle_id = any((select trust.circles_to_mask())::uuid[])"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_circle_id', says='What was said of a note goes with the circle.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_circle hung_on where hung_on.id = circle_id)"), nabij.base.guard.Policy(command='select', name='see_note', says='Who reads a note reads what was put beside it.', using='exists (select 1 from public.moments_moment m where m.id = about_id)'), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you put beside a note.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='noted_by_id = (select trust.me()) and circle_id = any((select trust.my_circles())::uuid[]) and person_id = any((select trust.my_fellows())::uuid[]) and exists (select 1 from public.moments_moment m where m.id = about_id and m.circle_id = trust_correction.circle_id)', command='insert', name='add_own', says='You put your words beside a note you read without asking anybody, or note them for somebody of the circle.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]) or about_id = any((select trust.erased_things())::uuid[]))", command='all', name='office_rights', says='What stood beside an erased note goes with it.', to='nabij_office', using="(select trust.office()) = 'rights' and (circle_id = any((select trust.erased_circles())::uuid[]) or person_id = any((select trust.erased_people())::uuid[]) or about_id = any((select trust.erased_things())::uuid[]))")), table='trust_correction'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_request_id', says='It goes with the request it is about.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.trust_request hung_on where hung_on.id = request_id)"), nabij.base.guard.Policy(command='select', name='see_own', says='You see what you object to.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='see_circle', says='A circle sees an objection that is shown to it: who reads from then on, and reads the note.', using="shown_in = any((select trust.my_circles())::uuid[]) and at >= trust.my_beginning(shown_in) and (about_kind <> 'moments.moment' or exists (select 1 from public.moments_moment m where m.id = about_id))"), nabij.base.guard.Policy(command='select', name='see_answerer', says='Whoever answers or noted it sees an objection.', using='request_id in (select id from public.trust_request where answerer_id = (select trust.me()) or noted_by_id = (select trust.me()))'), nabij.base.guard.Policy(check="request_id in (select r.id from public.trust_request r where r.noted_by_id = (select trust.me()) and r.person_id = trust_objection.person_id and r.kind = 'object') and (shown_in is null or shown_in = any((select trust.my_circles())::uuid[]))", command='insert', name='add_own', says='An objection belongs to a request, and is shown to a circle of yours or to none.'), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])", command='all', name='office_rights', says='The objections of somebody who is forgotten go.', to='nabij_office', using="(select trust.office()) = 'rights' and person_id = any((select trust.erased_people())::uuid[])")), table='trust_objection'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'delete'), offices=('select (id, moment_id, person_id)', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and (moment_id in (select id from public.moments_moment) or person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='How long something took goes with the note, and with who is forgotten.', to='nabij_office', using="(select trust.office()) = 'rights' and (moment_id in (select id from public.moments_moment) or person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='see_own', says='Only you see how long you say something took.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(check='person_id = (select trust.me()) and trust.wrote(moment_id)', command='insert', name='add_own', says='You note how long something took that you wrote down yourself.'), nabij.base.guard.Policy(command='delete', name='end_own', says='You take away how long something took.', using='person_id = (select trust.me())'), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_moment_id', says='How long something took goes with the moment.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.moments_moment hung_on where hung_on.id = moment_id)")), table='moments_timespent'),
        ),
    ]
