from django.db import migrations

# Each older tie gets a place of its own on its ring, so that it stays there when another goes: the golden angle spreads
# them, in the order they were told, outside the 48 degrees beside the top where the names of the rings stand.
TURNS = """
  update moments_tie t set turn = 48 + mod(137 * one.place, 265) from (
    select id, row_number() over (partition by circle_id, owner_id order by id) - 1 as place from moments_tie) one
  where one.id = t.id and t.turn is null"""
# What was over by a day alone gets its row; whose word it was is the nearest we know to who said so.
ENDS = """
  insert into moments_tieend (id, circle_id, tie_id, by_id, told_by_id, at)
  select gen_random_uuid(), circle_id, id, told_by_id, told_by_id, until::timestamp at time zone 'Europe/Amsterdam'
  from moments_tie where until is not null"""


class Migration(migrations.Migration):

    dependencies = [("moments", "0010_network_map")]

    operations = [
        migrations.RunSQL(TURNS, migrations.RunSQL.noop),
        migrations.RunSQL(ENDS, migrations.RunSQL.noop),
    ]
