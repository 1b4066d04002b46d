"""The door for the application server: `granian --interface wsgi kotopolku.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kotopolku.settings")
application = get_wsgi_application()
