"""The whole census: pages in every state, and rows of everything else."""

from __future__ import annotations

from django.conf import settings
from django.db import IntegrityError, models, transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from communique.accounts.models import User
from tests.content import stories

from ..canaries import Canaries
from . import fields, rows
from .states import Pages, kinds
from .words import NEVER, OPEN, Purse

ROWS = 8
"""Of each model that isn't a page, where there may be so many."""

NO_ROWS = {
    "wagtailcore.ReferenceIndex": "numbers of rows, and paths of fields",
    "contenttypes.ContentType": "names of models",
    "auth.Permission": "names of models, and what may be done to them",
    "wagtailsearch.SQLiteFTSIndexEntry": "a second table of SQLite's, for what wagtailsearch.IndexEntry has",
    "wagtailcore.Revision": "made of pages, in each of their states",
    "wagtailcore.Locale": "codes of languages",
    "wagtailcore.Site": "its name and host are said to all; pages are addressed by it",
}
"""Models of which the census makes no rows of its own, and why."""

ROWS_FOR_ALL = {
    "content.Organisation": "who publishes here",
    "content.Navigation": "menus",
    "experts.Expert": "whoever is an expert can be asked, and has a page",
}
"""Models whose rows are for readers even where no page leads to them, as far as their columns are declared."""


class Census:
    """The planted content. What was public once is withdrawn by `withdraw`."""

    def __init__(self) -> None:
        self.canaries = Canaries()
        self.kept: set[str] = set()  # those of the words that were found in the database or in a file
        self.log_of_the_press = ""
        with transaction.atomic(), disable_reference_index_auto_update():
            stories.article("The first that all may read")
            self.user: User = rows.row(User, Purse(self.canaries, "an account"))
            self.canaries.keep("hash of a password", self.user.password)
            self.canaries.keep("the secret key", settings.SECRET_KEY)
            self.pages = Pages(self.canaries, self.user, self.canaries.keep)
            for kind in kinds():
                self.pages.plant(kind)
            for model in rows.loose():
                if model._meta.label not in NO_ROWS:
                    self._rows(model)

    def withdraw(self) -> None:
        """What was public is so no longer."""
        with transaction.atomic(), disable_reference_index_auto_update():
            self.pages.withdraw()

    def _rows(self, model: type[models.Model]) -> None:
        seen = OPEN if model._meta.label in ROWS_FOR_ALL else NEVER
        for number in range(1 if model._meta.pk.remote_field else ROWS):
            before = dict(self.canaries.planted)
            try:
                with transaction.atomic():
                    rows.row(model, Purse(self.canaries, f"{model._meta.label} {number + 1}", seen))
            except IntegrityError:
                if not number:
                    raise
                self.canaries.planted = before  # there may be one only
                return


TOO_NARROW = {
    "content.Rendition.focal_point_key": "numbers",
    "wagtailimages.Rendition.focal_point_key": "numbers",
    "content.Recording.kind": "the kind of the file, as it was found",
    "documents.DocumentVersion.kind": "the kind of the file, as it was found",
    "articles.PDFVersion.kind": "the kind of the file, as it was found",
    "documents.DocumentText.language": "a code",
    "wagtailusers.UserProfile.preferred_language": "a code",
    "mail.Outgoing.state": "one of four",
    "articles.ArticlePage.isbn": "an ISBN",
    "articles.ArticlePage.jel": "codes of the Journal of Economic Literature",
    "events.EventPage.spoken": "codes of languages",
    "experts.Expert.spoken": "codes of languages",
    "content.Organisation.ror": "a number",
    "content.Person.affiliation_ror": "a number",
    "projects.Funder.ror": "a number",
    "projects.Funder.funder_id": "a number",
}
"""Fields that hold text and take no word, and what they take."""


def takes_no_word() -> set[str]:
    """The fields that hold text and take no word, by their own rules."""
    return {
        fields.name(field)
        for model in (*kinds(), *rows.loose(), *rows.hanging())
        for field in fields.of(model)
        if not fields.takes_a_word(field)
    }
