"""At the desk: addresses that readers asked for in vain, each with a way to let it lead somewhere."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from communique.content import missed
from communique.content.models import Missed
from communique.publishing.addresses import AddressTaken
from communique.text.sentences import sentence

from .publishers import ForPublishers, publishes

ON_A_PAGE = 50


def listing(request: HttpRequest) -> HttpResponse:
    """Those asked for most, with the page that each probably means."""
    if not publishes(request.user):
        raise PermissionDenied
    missed.clear_away(timezone.localdate())
    shown = Paginator(Missed.objects.all(), ON_A_PAGE).get_page(request.GET.get("p"))
    told = [(one, missed.likely(one.address)) for one in shown]
    return render(request, "content/desk/missed.html", {"told": told, "page": shown})


@require_POST
def lead(request: HttpRequest, number: int) -> HttpResponse:
    """Let an address lead to another, or forget it."""
    if not publishes(request.user):
        raise PermissionDenied
    one = get_object_or_404(Missed, pk=number)
    address, to = one.address, request.POST.get("to", "")
    if "forget" in request.POST:
        one.delete()
        said = sentence("{address} is forgotten. If somebody asks for it again, it comes back.", address=address)
        messages.success(request, str(said))
        return redirect("content_missed")
    try:
        missed.lead(address, to)
    except (missed.NoSuchPlace, AddressTaken) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(sentence("{address} leads to {to} from now on.", address=address, to=to)))
    return redirect("content_missed")


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the report is."""
    return [
        path("missed/", listing, name="content_missed"),
        path("missed/<int:number>/", lead, name="content_missed_lead"),
    ]


@hooks.register("register_reports_menu_item")
def report() -> MenuItem:
    """The way to it."""
    return ForPublishers(_("Asked for in vain"), reverse_lazy("content_missed"), icon_name="search", order=950)
