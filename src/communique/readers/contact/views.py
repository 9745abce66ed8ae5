"""What the form's buttons do: a token for a form that is being filled in, and taking in a letter.

A printed form knows no token. With scripts it fetches one when somebody begins to write, and is sent in one go; without
them the first press of the button shows the letter once more to be looked over, with a token, and the second sends it.
"""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from communique.accounts.frame import framed
from communique.content.drafts import Asking, DeskWindow
from communique.content.previews import site_rendering
from communique.press.reading import WindowReading
from communique.publishing.words import in_language

from . import questions, sending, tokens, writing
from .limits import Limit, network
from .models import ContactPage, ContactSubject
from .questions import Contact
from .writing import Written

FROM_ONE = Limit(5, 600)
FROM_ALL = Limit(120, 3600)
"""How many letters are taken: in ten minutes from one network address, and in an hour from all."""


@require_safe
@never_cache
def token(request: HttpRequest, page_id: int) -> HttpResponse:
    """A token for a form that somebody begins to fill in."""
    return JsonResponse({"token": tokens.made(page_id, now=timezone.now())})


# There is no session to protect, and printed forms know no token of Django's: `_is_foreign` looks where it comes from.
@csrf_exempt
@sensitive_post_parameters()
@require_POST
@never_cache
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take in a letter; or show the form again, with what was written and what is to be done."""
    page = _page(page_id)
    now, say = timezone.now(), in_language(page.head.language)
    if _is_foreign(request):
        notice = say("This form was sent from another site, so nothing was taken from it. Write to us here.")
        return _shown(page, Written(), status=403, notice=notice)
    told = writing.written(request.POST.dict())
    numbers = [number for number, _ in page.form.subjects] if page.form else []
    wrong = writing.faults(say, told, numbers, page.form.consent if page.form else "")
    if wrong:
        return _shown(page, told, status=422, faults=wrong)
    form = tokens.read(told.token, page_id, now=now)
    if form is None or form.age < tokens.QUICKEST:
        return _shown(page, told, notice=say("Look over your letter once more. It is sent when you press the button."))
    if not FROM_ONE.allows(network(request.META.get("REMOTE_ADDR", "")), time.monotonic()) or not FROM_ALL.allows(
        "", time.monotonic()
    ):
        notice = say("Too many letters came at once, so yours was not taken. Wait ten minutes, then send it again.")
        return _shown(page, told, status=429, notice=notice)
    chosen = int(told.subject) if len(numbers) > 1 else numbers[0]
    subject = ContactSubject.objects.get(pk=chosen)
    sending.take_in(ContactPage.objects.get(pk=page_id), subject, told, once=form.once, now=now)
    return HttpResponseRedirect(writing.sent_address(page.head.address), status=303)


def _page(page_id: int) -> Contact:
    """The page as readers see it. Where they see no form there is none to send."""
    page = Asking(WindowReading(DeskWindow(), timezone.now()))(questions.contact, page_id)
    if page is None or page.form is None:
        raise Http404
    return page


def _is_foreign(request: HttpRequest) -> bool:
    """Whether a browser says that the form stood on another site."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    own = {urlsplit(settings.COMMUNIQUE.address).netloc, request.get_host()}
    return urlsplit(origin).netloc not in own


def _shown(
    page: Contact, told: Written, *, status: int = 200, faults: dict[str, str] | None = None, notice: str = ""
) -> HttpResponse:
    language = page.head.language
    token = tokens.made(page.head.page_id, now=timezone.now())
    context = {"form": writing.context(page, told, faults=faults, notice=notice, token=token)}
    body = site_rendering().render("contact/again.html", context, language=language)
    with translation.override(language):
        return HttpResponse(framed(body), status=status)
