"""At the desk, what is done to a page is done whole, and one deed after the other.

Wagtail reads a page, and saves it, in different transactions. While someone writes it saves by itself, so an autosave
that was read before "Publish" and written after it would take down what was just published.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from wagtail.admin import messages
from wagtail.models import Page

from communique.text.sentences import sentence

from .desk.speech import in_own_language

View = Callable[..., HttpResponseBase]

PAGES = "wagtailadmin_pages"


def one_after_the_other(view: View) -> View:
    """A view of the desk that does what it does to a page in one transaction, after any earlier one has ended.

    On SQLite a transaction that writes is the only one; on PostgreSQL the page's row is what they wait for.
    """

    @wraps(view)
    def in_turn(request: HttpRequest, *places: Any, **named: Any) -> HttpResponseBase:
        if not _changes_a_page(request):
            return view(request, *places, **named)
        numbers = [value for name, value in named.items() if name.startswith("page_") or name == "parent_page_id"]
        # What is told once all is committed is told outside of Wagtail's own view.
        with in_own_language(request.user), transaction.atomic():
            list(Page.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))
            return view(request, *places, **named)

    return in_turn


class NotDone:
    """Middleware: what no form could see before is told where the editor came from; nothing of the deed remains."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Every request goes through."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Only what a page itself refuses is answered here, at the desk."""
        if not isinstance(error, ValidationError) or not request.path.startswith("/desk/"):
            return None
        with in_own_language(request.user):
            said = sentence("This could not be done. {reason}", reason=" ".join(error.messages))
            messages.error(request, str(said))
        return HttpResponseRedirect(request.headers.get("Referer") or request.path)


def _changes_a_page(request: HttpRequest) -> bool:
    found = request.resolver_match
    if request.method != "POST" or found is None or PAGES not in found.namespaces:
        return False
    return "preview" not in (found.url_name or "")
