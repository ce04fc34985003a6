import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import nabij.base.guard
import nabij.base.keys
import nabij.base.tables
import nabij.directory.listed
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('directory', '0001_initial'), ('directory', '0002_who_may_see_what')]

    initial = True

    dependencies = [
        ('people', '0001_start'),
        ('trust', '0001_start'),
    ]

    operations = [
        nabij.base.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Metadata',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('resource_id', models.UUIDField()),
                        ('resource_type', models.CharField(max_length=40)),
                        ('last_action_date', models.DateField(blank=True, null=True)),
                        ('last_action_type', models.TextField(blank=True, default='')),
                        ('field_name', models.TextField(blank=True, default='')),
                        ('previous_value', models.TextField(blank=True, default='')),
                        ('replacement_value', models.TextField(blank=True, default='')),
                        ('updated_by', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='MetaTableDescription',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('name', models.TextField(blank=True, default='')),
                        ('language', models.TextField(blank=True, default='')),
                        ('character_set', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Taxonomy',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('uri', models.TextField(blank=True, default='')),
                        ('version', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Organization',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('name', models.TextField(blank=True, default='')),
                        ('alternate_name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('email', models.TextField(blank=True, default='')),
                        ('website', models.TextField(blank=True, default='')),
                        ('uri', models.TextField(blank=True, default='')),
                        ('logo', models.TextField(blank=True, default='')),
                        ('year_incorporated', models.IntegerField(blank=True, null=True)),
                        ('legal_status', models.TextField(blank=True, default='')),
                        ('parent_organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='directory.organization')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Location',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locations', to='directory.organization')),
                        ('location_type', models.CharField(default='physical', max_length=10)),
                        ('name', models.TextField(blank=True, default='')),
                        ('alternate_name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('transportation', models.TextField(blank=True, default='')),
                        ('latitude', models.FloatField(blank=True, null=True)),
                        ('longitude', models.FloatField(blank=True, null=True)),
                        ('external_identifier', models.TextField(blank=True, default='')),
                        ('external_identifier_type', models.TextField(blank=True, default='')),
                        ('url', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Accessibility',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='accessibility', to='directory.location')),
                        ('description', models.TextField(blank=True, default='')),
                        ('details', models.TextField(blank=True, default='')),
                        ('url', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='directory.location')),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='directory.organization')),
                        ('attention', models.TextField(blank=True, default='')),
                        ('address_1', models.TextField(blank=True, default='')),
                        ('address_2', models.TextField(blank=True, default='')),
                        ('city', models.TextField(blank=True, default='')),
                        ('region', models.TextField(blank=True, default='')),
                        ('state_province', models.TextField(blank=True, default='')),
                        ('postal_code', models.TextField(blank=True, default='')),
                        ('country', models.TextField(blank=True, default='')),
                        ('address_type', models.CharField(default='physical', max_length=10)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='OrganizationIdentifier',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='directory.organization')),
                        ('identifier_scheme', models.TextField(blank=True, default='')),
                        ('identifier_type', models.TextField(blank=True, default='')),
                        ('identifier', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Program',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='programs', to='directory.organization')),
                        ('name', models.TextField(blank=True, default='')),
                        ('alternate_name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SearchWord',
                    fields=[
                        ('word', models.TextField(primary_key=True, serialize=False)),
                        ('bits', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['bits'], name='directory_s_bits_e2d21e_gin')],
                    },
                ),
                migrations.CreateModel(
                    name='Service',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='services', to='directory.organization')),
                        ('organization_key', models.TextField(blank=True, default='')),
                        ('program', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='services', to='directory.program')),
                        ('name', models.TextField(blank=True, default='')),
                        ('alternate_name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('url', models.TextField(blank=True, default='')),
                        ('email', models.TextField(blank=True, default='')),
                        ('status', models.CharField(choices=[('active', 'actief'), ('inactive', 'niet actief'), ('defunct', 'gestopt'), ('temporarily closed', 'tijdelijk dicht')], default='active', max_length=20)),
                        ('interpretation_services', models.TextField(blank=True, default='')),
                        ('application_process', models.TextField(blank=True, default='')),
                        ('fees_description', models.TextField(blank=True, default='')),
                        ('accreditations', models.TextField(blank=True, default='')),
                        ('eligibility_description', models.TextField(blank=True, default='')),
                        ('minimum_age', models.FloatField(blank=True, null=True)),
                        ('maximum_age', models.FloatField(blank=True, null=True)),
                        ('assured_date', models.DateField(blank=True, null=True)),
                        ('assurer_email', models.TextField(blank=True, default='')),
                        ('alert', models.TextField(blank=True, default='')),
                        ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='services', to='people.group')),
                        ('community', models.CharField(blank=True, default='', max_length=120)),
                        ('go_between', models.CharField(blank=True, default='', max_length=200)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['name', 'id'], name='directory_s_name_ee290b_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='RequiredDocument',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='directory.service')),
                        ('document', models.TextField(blank=True, default='')),
                        ('uri', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Funding',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='fundings', to='directory.organization')),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='fundings', to='directory.service')),
                        ('source', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CostOption',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='directory.service')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('option', models.TextField(blank=True, default='')),
                        ('currency', models.TextField(blank=True, default='')),
                        ('amount', models.FloatField(blank=True, null=True)),
                        ('amount_description', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Confirmation',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='directory.service')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                        ('found', models.CharField(choices=[('right', 'klopt nog'), ('unreached', 'bereik ik niet'), ('wrong', 'klopt niet meer')], max_length=10)),
                        ('how', models.CharField(blank=True, default='', max_length=80)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['service', '-at'], name='directory_c_service_863f8f_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='ServiceArea',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='areas', to='directory.service')),
                        ('name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('extent', models.TextField(blank=True, default='')),
                        ('extent_type', models.TextField(blank=True, default='')),
                        ('uri', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ServiceAtLocation',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='directory.service')),
                        ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='directory.location')),
                        ('description', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Contact',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='directory.organization')),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='directory.service')),
                        ('service_at_location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='directory.serviceatlocation')),
                        ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='directory.location')),
                        ('name', models.TextField(blank=True, default='')),
                        ('title', models.TextField(blank=True, default='')),
                        ('department', models.TextField(blank=True, default='')),
                        ('email', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Phone',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='directory.location')),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='directory.service')),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='directory.organization')),
                        ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='directory.contact')),
                        ('service_at_location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='directory.serviceatlocation')),
                        ('number', models.TextField(blank=True, default='')),
                        ('extension', models.TextField(blank=True, default='')),
                        ('type', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Language',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='languages', to='directory.service')),
                        ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='languages', to='directory.location')),
                        ('phone', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='languages', to='directory.phone')),
                        ('name', models.TextField(blank=True, default='')),
                        ('code', models.TextField(blank=True, default='')),
                        ('note', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['code', 'service'], name='directory_l_code_7abb44_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='Schedule',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='schedules', to='directory.service')),
                        ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='schedules', to='directory.location')),
                        ('service_at_location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='schedules', to='directory.serviceatlocation')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('dtstart', models.DateField(blank=True, null=True)),
                        ('timezone', models.TextField(blank=True, default='')),
                        ('until', models.DateField(blank=True, null=True)),
                        ('count', models.IntegerField(blank=True, null=True)),
                        ('wkst', models.TextField(blank=True, default='')),
                        ('freq', models.TextField(blank=True, default='')),
                        ('interval', models.IntegerField(blank=True, null=True)),
                        ('byday', models.TextField(blank=True, default='')),
                        ('byweekno', models.TextField(blank=True, default='')),
                        ('bymonthday', models.TextField(blank=True, default='')),
                        ('byyearday', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('opens_at', models.TimeField(blank=True, null=True)),
                        ('closes_at', models.TimeField(blank=True, null=True)),
                        ('schedule_link', models.TextField(blank=True, default='')),
                        ('attending_type', models.TextField(blank=True, default='')),
                        ('notes', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TaxonomyTerm',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('code', models.TextField(blank=True, default='')),
                        ('name', models.TextField(blank=True, default='')),
                        ('description', models.TextField(blank=True, default='')),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='directory.taxonomyterm')),
                        ('taxonomy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='terms', to='directory.taxonomy')),
                        ('taxonomy_name', models.TextField(blank=True, default='')),
                        ('language', models.TextField(blank=True, default='')),
                        ('term_uri', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Attribute',
                    fields=[
                        ('id', models.UUIDField(default=nabij.base.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('came_from', models.TextField(blank=True, default='')),
                        ('source_key', models.TextField(blank=True, default='')),
                        ('by_content', models.BooleanField(default=False)),
                        ('extra', models.JSONField(blank=True, default=dict)),
                        ('link_entity', models.CharField(max_length=40)),
                        ('link_id', models.UUIDField()),
                        ('link_type', models.TextField(blank=True, default='')),
                        ('taxonomy_term', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attributes', to='directory.taxonomyterm')),
                        ('value', models.TextField(blank=True, default='')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['link_id', 'link_entity'], name='directory_a_link_id_b3c605_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='ServiceMeaning',
                    fields=[
                        ('service', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='meaning', serialize=False, to='directory.service')),
                        ('heading', models.TextField(blank=True, default='')),
                        ('body', models.TextField(blank=True, default='')),
                        ('around', models.TextField(blank=True, default='')),
                        ('words', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('heading', config='pg_catalog.dutch', weight='A'), '||', django.contrib.postgres.search.SearchVector('body', config='pg_catalog.dutch', weight='B'), django.contrib.postgres.search.SearchConfig('pg_catalog.dutch')), '||', django.contrib.postgres.search.SearchVector('around', config='pg_catalog.dutch', weight='C'), django.contrib.postgres.search.SearchConfig('pg_catalog.dutch')), output_field=django.contrib.postgres.search.SearchVectorField())),
                        ('meaning', django.contrib.postgres.fields.ArrayField(base_field=nabij.directory.listed.Real(), default=list, size=None)),
                        ('told', models.CharField(max_length=64)),
                        ('made_at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['words'], name='directory_s_words_2b7781_gin')],
                    },
                ),
            ],
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_organization'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_program'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_service'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_location'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_serviceatlocation'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_address'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_phone'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_contact'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_schedule'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_language'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_taxonomy'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_taxonomyterm'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_attribute'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_accessibility'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_costoption'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_funding'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_servicearea'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_requireddocument'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_organizationidentifier'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_metadata'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_metatabledescription'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_servicemeaning'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select',), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='The social map is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='The social map is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration imports and keeps the social map.', to='nabij_office', using="(select trust.office()) in ('beheer')")), table='directory_searchword'),
        ),
        nabij.base.guard.ChangeGuard(
            old=None,
            new=nabij.base.guard.Guard(grants=('select', 'insert (id, service_id, by_id, found, how, at)'), offices=('select', 'insert', 'update', 'delete'), policies=(nabij.base.guard.Policy(command='select', name='see_public', says='When a listing was last found right is public.', using='true'), nabij.base.guard.Policy(command='select', name='office_see_public', says='When a listing was last found right is public.', to='nabij_office', using='true'), nabij.base.guard.Policy(check='by_id = (select trust.me())', command='insert', name='add_own', says='You say in your own name what you found.'), nabij.base.guard.Policy(check="(select trust.office()) in ('beheer')", command='all', name='office_beheer', says='Administration notes what it was told.', to='nabij_office', using="(select trust.office()) in ('beheer')"), nabij.base.guard.Policy(command='delete', name='goes_after_its_term', says='Who found a listing right is forgotten after a year.', to='nabij_office', using="(select trust.office()) = 'bewaren' and at < statement_timestamp() - interval '1 year'")), table='directory_confirmation'),
        ),
    ]
