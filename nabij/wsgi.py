"""The front door for a server: `application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nabij.settings")
application = get_wsgi_application()
