import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('web', '0001_initial'), ('web', '0002_nobody_else_reads'), ('web', '0003_who_may_see_what')]

    initial = True

    dependencies = [
        ('account', '0009_emailaddress_unique_primary_email'),
        ('mfa', '0003_authenticator_type_uniq'),
        ('people', '0001_start'),
        ('procrastinate', '0041_post_retry_failed_job'),
        ('sessions', '0001_initial'),
        ('socialaccount', '0006_alter_socialaccount_extra_data'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Tally',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('key', models.CharField(max_length=64, unique=True)),
                        ('until', models.DateTimeField(db_index=True)),
                        ('count', models.IntegerField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('count__gt', 0)), name='tally_counts_up')],
                    },
                ),
            ],
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(table='django_session', why='Closed: sessions stand in trust_session, found by a hash.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) in ('door')", command='all', name='office_door', says='Log-in keeps passkeys and authenticator apps.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and user_id in (select a.id from public.people_account a where a.person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='How somebody logged in who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and user_id in (select a.id from public.people_account a where a.person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_user_id', says='It goes with the account that it logs in.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_account hung_on where hung_on.id = user_id)")), table='mfa_authenticator', why='Log-in keeps passkeys and authenticator apps.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) in ('door')", command='all', name='office_door', says='Log-in knows which account of a provider is whose.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(check="(select trust.office()) = 'rights' and user_id in (select a.id from public.people_account a where a.person_id = any((select trust.erased_people())::uuid[]))", command='all', name='office_rights', says='How somebody logged in who is forgotten goes.', to='nabij_office', using="(select trust.office()) = 'rights' and user_id in (select a.id from public.people_account a where a.person_id = any((select trust.erased_people())::uuid[]))"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='along_user_id', says='It goes with the account that it logs in.', to='nabij_office', using="(select trust.office()) = 'bewaren' and not exists (select 1 from public.people_account hung_on where hung_on.id = user_id)")), table='socialaccount_socialaccount', why='Log-in knows which account of a provider is whose.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(table='socialaccount_socialapp', why='Closed: the provider stands in the settings.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(table='socialaccount_socialtoken', why='Closed: no token of a provider is kept.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(check="(select trust.office()) in ('door')", command='all', name='office_door', says='Whoever lets people in counts how often they knock.', to='nabij_office', using="(select trust.office()) in ('door')"), nabij.base.guard.Policy(command='select', name='bewaren_see', says='The office that deletes sees how old things are.', to='nabij_office', using="(select trust.office()) = 'bewaren'"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='How often somebody knocked is forgotten within thirty days.', to='nabij_office', using="(select trust.office()) = 'bewaren' and until < statement_timestamp() - interval '30 days'")), table='web_tally'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), rls=False, table='account_emailaddress', why='allauth keeps addresses beside the account; log-in runs as the office door, and nobody else reads them.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(offices=('select', 'insert', 'update', 'delete'), rls=False, table='account_emailconfirmation', why="allauth's own; unused while the code proves the address."),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update', 'delete'), offices=('select', 'insert', 'update', 'delete'), rls=False, sequences=('procrastinate_jobs_id_seq',), table='procrastinate_jobs', why='Jobs carry ids only.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update', 'delete'), offices=('select', 'insert', 'update', 'delete'), rls=False, table='procrastinate_workers', why='Which workers live; nothing personal.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert', 'update', 'delete'), offices=('select', 'insert', 'update', 'delete'), rls=False, sequences=('procrastinate_periodic_defers_id_seq',), table='procrastinate_periodic_defers', why='When jobs recur.'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert'), offices=('select', 'insert'), rls=False, sequences=('procrastinate_events_id_seq',), table='procrastinate_events', why='What became of a job; ids only.'),
        ),
    ]
