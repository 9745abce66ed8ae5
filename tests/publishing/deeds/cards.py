"""What the worker does for cards: it draws those that pages ask for, loses some, and draws them anew."""

from __future__ import annotations

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from communique.content.models import ShareCard
from communique.content.questions.share_cards import digest, drawn
from communique.press.questions import Unanswered
from communique.sections.articles.models import ArticlePage
from tests.content import stories


def draw_a_card(room):
    article = room.one(ArticlePage, live=True)
    for told in _asked_by(article) if article else ():
        ShareCard.objects.get_or_create(digest=digest(told), defaults={"file": _file(room)})


def draw_a_card_anew(room):
    card = room.one(ShareCard)
    if card:
        card.file = _file(room)
        card.save()


def lose_a_card(room):
    card = room.one(ShareCard)
    if card:
        card.delete()


def _asked_by(article):
    """What the page asks to be drawn, as the press's ledger would tell."""
    asking = stories.asking(stories.NOW)
    sheet = next(one for one in stories.declarations.sheets_declared if one.name == "article")
    try:
        sheet.compose(asking, article.pk)
    except Unanswered:
        return []
    return [args for name, args in asking._answers if name == drawn.name]


def _file(room):
    file = BytesIO()
    Image.new("RGB", (12, 6), (room.dice.randrange(256), 0, 0)).save(file, "PNG")
    return default_storage.save("cards/drawn.png", ContentFile(file.getvalue()))


DEEDS = (draw_a_card, draw_a_card, draw_a_card_anew, lose_a_card)
