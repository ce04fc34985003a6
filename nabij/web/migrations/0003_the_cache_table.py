from django.db import migrations


class Migration(migrations.Migration):
    """The table of Django's database cache, as `createcachetable` makes it; its guard follows in the next migration."""

    dependencies = [
        ("web", "0002_nobody_else_reads"),
    ]

    operations = [
        migrations.RunSQL(
            sql=[
                "create table nabij_cache (cache_key varchar(255) primary key, value text not null,"
                " expires timestamp with time zone not null)",
                "create index nabij_cache_expires on nabij_cache (expires)",
            ],
            reverse_sql="drop table nabij_cache",
        ),
    ]
