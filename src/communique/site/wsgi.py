"""The desk as a WSGI application."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "communique.site.settings")
os.environ.setdefault("COMMUNIQUE_ROLE", "desk")

from django.core.wsgi import get_wsgi_application  # noqa: E402  # it reads the environment

application = get_wsgi_application()
