"""Which legal pages a site has, and which it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.text.scripts import own_name
from communique.text.sentences import sentence

from . import languages
from .models import HomePage, LegalPage

NEEDED = (LegalPage.Role.PRIVACY, LegalPage.Role.ACCESSIBILITY)
"""What every site should have in each of its languages. Whether an imprint is needed, the law of the place says."""


class Missing(ValueError):
    """Readers would be sent to a page that isn't there."""


@dataclass(frozen=True)
class Lack:
    """A legal page that readers of a language can't find."""

    role: str
    name: str
    language: str
    draft: int | None  # the page that only has to be published


def lacking(roles: Iterable[str] = NEEDED, among: Iterable[str] | None = None) -> list[Lack]:
    """The pages that are missing, by language."""
    homes = set(HomePage.objects.filter(live=True).values_list("language", flat=True))
    wanted = [code for code in (languages.published() if among is None else among) if code in homes]
    found = {(page.role, page.language): page for page in LegalPage.objects.order_by("live", "pk")}
    lacks = []
    for code in wanted:
        for role in roles:
            page = found.get((role, code))
            if page is None or not page.live:
                name = str(LegalPage.Role(role).label).partition(":")[0]
                lacks.append(Lack(role, name, code, page.pk if page else None))
    return lacks


def require(role: str, language: str) -> None:
    """For what takes something from readers: raise Missing unless they can read what becomes of it."""
    for lack in lacking([role], [language]):
        raise Missing(
            sentence(
                "There is no page on “{subject}” in {language} yet, and the form would lead to it: write and publish "
                "one first (Pages → the home page → New → legal page).",
                subject=lack.name,
                language=own_name(language),
            )
        )
