"""The three rings around somebody, in words."""

from django.utils.translation import gettext_lazy as _

RING_WORDS = {1: _("heel dichtbij"), 2: _("dichtbij"), 3: _("verder weg")}
