"""What accounts answers besides allauth: the sign-in link."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from . import links

BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button; signing in is what the button does.

    Mail programs and messengers look at links before people do: if looking signed in, the link would be used up.
    """
    if request.method == "POST":
        user = links.use(token, now=timezone.now())
        if user is not None:
            login(request, user, backend=BACKEND)
            return redirect(settings.LOGIN_REDIRECT_URL)
    good = request.method != "POST" and links.stands(token, now=timezone.now())
    answer = render(request, "accounts/link.html", {"good": good}, status=200 if good else 410)
    # The address is the secret. "no-referrer" would also empty the Origin that the form is checked by.
    answer["Referrer-Policy"] = "same-origin"
    return answer
