"""At the desk: the letters, what became of each, and what is done with them. For those who may see them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from communique.mail.models import REFUSED, SENT, Outgoing
from communique.text.scripts import direction
from communique.text.sentences import Sentence, counted, sentence

from . import exporting, keeping, sending
from .models import Letter
from .screening import Suspicion

ON_A_PAGE = 50
NEW, ANSWERED, HELD = Letter.State.NEW, Letter.State.ANSWERED, Letter.State.HELD

WHY = {
    Suspicion.TRAP: _("A field that people don’t see was filled in."),
    Suspicion.MARKUP: _("It holds markup of links, as programs write it."),
    Suspicion.LINKS: _("It holds many links."),
    Suspicion.LINK_ALONE: _("It is a link and hardly anything else."),
    Suspicion.LINK_IN_NAME: _("The name is a link."),
    Suspicion.AGAIN: _("The same text came several times."),
}

may_see = permission_required("contact.view_letter", raise_exception=True)
may_change = permission_required("contact.change_letter", raise_exception=True)
may_delete = permission_required("contact.delete_letter", raise_exception=True)


def found(request: HttpRequest) -> QuerySet[Letter]:
    """The letters that were asked for: in a state, and with some words in them."""
    state, words = request.GET.get("state", ""), request.GET.get("q", "").strip()
    letters = Letter.objects.filter(state=state) if state in Letter.State else Letter.objects.exclude(state=HELD)
    for word in words.split():
        letters = letters.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(subject__icontains=word) | Q(text__icontains=word)
        )
    return letters


@may_see
def listing(request: HttpRequest) -> HttpResponse:
    """The letters, newest first."""
    shown = Paginator(found(request), ON_A_PAGE).get_page(request.GET.get("p"))
    states = [(state.value, state.label, Letter.objects.filter(state=state).count()) for state in Letter.State]
    context = {
        "letters": shown,
        "states": states,
        "state": request.GET.get("state", ""),
        "words": request.GET.get("q", ""),
    }
    return render(request, "contact/desk/letters.html", context)


@may_see
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """One letter, and what became of it."""
    one = get_object_or_404(Letter, pk=number)
    mails = Outgoing.objects.filter(about=one.about).order_by("pk")
    context = {
        "letter": one,
        "dir": direction(one.language),
        "why": [WHY[Suspicion(name)] for name in one.suspicions.split()],
        "mails": [(mail, _became(mail)) for mail in mails],
        "may_change": request.user.has_perm("contact.change_letter"),
        "may_delete": request.user.has_perm("contact.delete_letter"),
    }
    return render(request, "contact/desk/letter.html", context)


def _became(mail: Outgoing) -> Sentence:
    if mail.state == SENT:
        return sentence("sent")
    if mail.state == REFUSED:
        return sentence("not sent, and given up: {reason}", reason=mail.trouble or "–")
    if mail.trouble:
        return sentence("not sent yet, will be tried again: {reason}", reason=mail.trouble)
    return sentence("waits to be sent")


@require_POST
@may_change
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Note what became of a letter. One that is no spam after all is mailed to whom it is for."""
    state = request.POST.get("state", "")
    with transaction.atomic():
        one = get_object_or_404(Letter.objects.select_for_update(), pk=number)
        if state in Letter.State and state != one.state:
            was_held = one.state == HELD
            one.state = state
            one.save(update_fields=["state"])
            if was_held:
                sending.let_through(one, now=timezone.now())
            log(one, "contact.letter", user=request.user, data={"state": state})
    messages.success(request, str(sentence("It is noted.")))
    return redirect("contact_letter", number)


@require_POST
@may_delete
def delete(request: HttpRequest, number: int) -> HttpResponse:
    """Delete a letter for good."""
    one = get_object_or_404(Letter, pk=number)
    log(one, "contact.delete", user=request.user)
    keeping.delete(one)
    messages.success(request, str(sentence("The letter is deleted.")))
    return redirect("contact_letters")


@may_see
def export(request: HttpRequest) -> HttpResponse:
    """The letters that are shown, as a spreadsheet. That it was taken stands in the log."""
    letters = list(found(request))
    for one in letters:
        log(one, "contact.export", user=request.user)
    answer = HttpResponse(exporting.workbook(letters), content_type=exporting.TYPE)
    answer["Content-Disposition"] = 'attachment; filename="letters.xlsx"'
    return answer


def waiting(user: Any) -> int:
    """How many letters nobody has answered yet; none for those who may not see them."""
    return Letter.objects.filter(state=NEW).count() if user.has_perm("contact.view_letter") else 0


def told(number: int) -> Sentence:
    """The same in words."""
    return counted("{number} letter isn’t answered yet.", "{number} letters aren’t answered yet.", number)
