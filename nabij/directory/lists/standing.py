"""What of a list stands on the map already."""

from nabij.directory.lists.bringing import ListReport
from nabij.directory.models import Service
from nabij.directory.reading import SHOWN


def there_already(report: ListReport) -> int:
    """How many listings of a list that was read are on show now."""
    return Service.objects.filter(pk__in=report.services, status__in=SHOWN).count()
