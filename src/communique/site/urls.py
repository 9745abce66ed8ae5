"""What the desk answers: itself under /desk/, and live actions under /-/. All other addresses are the reader's."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as desk_urls
from wagtail.documents.views.serve import serve as document
from wagtail.utils.urlpatterns import decorate_urlpatterns

from communique.content.turns import one_after_the_other
from communique.publishing import parts

from .uploads import staff_only, upload


def live_patterns() -> list[URLPattern | URLResolver]:
    """The live actions of each part, under its own name: /-/accounts/, /-/comments/."""
    found: list[URLPattern | URLResolver] = []
    for part in parts.found():
        if find_spec(f"{part}.urls"):
            actions = getattr(import_module(f"{part}.urls"), "live_patterns", [])
            found.append(path(f"{part.rpartition('.')[2]}/", include(actions)))
    return found


def _elsewhere(name: str) -> Callable[..., HttpResponseBase]:
    return RedirectView.as_view(pattern_name=name, query_string=True)


decorate_urlpatterns(desk_urls.urlpatterns, one_after_the_other)

handler404 = "communique.accounts.frame.nothing_here"
handler500 = "communique.site.going_wrong.went_wrong"

urlpatterns = [
    path("-/", include(live_patterns())),
    # Wagtail's own ways to sign in know no limits of tries: allauth's are used instead.
    path("desk/login/", _elsewhere("account_login")),
    re_path(r"^desk/password_reset/", _elsewhere("account_reset_password")),
    re_path(r"^desk/uploads/(?P<path>.+)$", upload),
    path("desk/files/<int:document_id>/<str:document_filename>", staff_only(document), name="wagtaildocs_serve"),
    path("desk/", include(desk_urls)),
]
