"""What the desk says when a document is opened: that nothing in it can be read, where that is so."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .models import DocumentText


@hooks.register("before_edit_page")
def tell_of_scans(request: HttpRequest, page: Page) -> None:
    """Once each time it is opened, until a version that can be read takes its place."""
    if request.method != "GET":
        return
    for kept in DocumentText.objects.filter(page_id=page.pk).exclude(state=DocumentText.State.TAKEN).defer("text"):
        messages.warning(request, f"{kept.said} {kept.remedy}")
