from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("moments", "0011_places_of_older_ties")]

    operations = [migrations.RemoveField(model_name="tie", name="until")]
