"""Share cards: drawn in four scripts, once for what they show, and shown by exactly the pages they are of (B10, K3)."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from communique.content.darkroom import fonts
from communique.content.darkroom.share_card import HEIGHT, WIDTH
from communique.content.models import Organisation, ShareCard
from communique.content.share_cards import drawing, looks
from communique.publishing import pressing

from .stories import article, copy, picture

TITLES = {
    "en": "Who keeps the lock gates? (and the word قرض)",
    "ur": "بندرگاہ سے سرحد تک، CPEC اور 15% محصولات",
    "ar": "الميناء الذي يطعم ثلاثة جيران بلا بحر",
    "ru": "Гавань, которая кормит трёх соседей",
}


def told(title: str, language: str = "en", **more) -> tuple:
    shown = {"kicker": "", "title": title, "byline": "", "name": "Institute", "logo": "", "picture": "", "focus": 60}
    return (looks.of_site().digest, language, *{**shown, **more}.values())


def opened(title: str, language: str = "en", **more) -> Image.Image:
    return Image.open(BytesIO(drawing.content_of(told(title, language, **more))[0])).convert("RGB")


@pytest.mark.letters
@pytest.mark.parametrize("language", TITLES)
def test_b10_a_card_is_drawn_in_each_script(language):
    card = opened(TITLES[language], language, byline="Rahat Idris")
    assert card.size == (WIDTH, HEIGHT)
    box = card.crop((0, 60, WIDTH, 500)).convert("L").point(lambda value: 255 if value < 90 else 0).getbbox()
    assert box is not None
    begins_at_the_right = WIDTH - box[2] < box[0]
    assert begins_at_the_right == (language in ("ur", "ar"))


@pytest.mark.letters
def test_b10_the_same_card_is_the_same_bytes():
    assert drawing.content_of(told("Ports")) == drawing.content_of(told("Ports"))


@pytest.mark.letters
@pytest.mark.parametrize(
    "title", ["", "x" * 90, "ایک لمبا عنوان " * 21, "word " * 400, "\U0001f6a2 漢字", "a", "(("], ids=range(7)
)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_b10_no_title_breaks_a_card(title, language):
    assert opened(title, language).size == (WIDTH, HEIGHT)


def test_k3_signs_that_no_font_has_are_known():
    assert fonts.missing("Ports, 漢 порты, بندرگاہ and قرض", looks.fonts()) == ["漢"]
    assert not fonts.missing("".join(TITLES.values()), looks.fonts())


def test_b10_what_the_machine_lacks_for_cards_is_told_once(monkeypatch, caplog):
    monkeypatch.setattr(fonts, "can_shape", lambda: False)
    drawing._tell_what_is_missing.cache_clear()
    assert drawing.catch_up(lambda: False) == drawing.catch_up(lambda: False) == 0
    (message,) = caplog.messages
    assert "sudo apt install -y libfribidi0" in message


def shown(page) -> str:
    """The address that a page says its card is at."""
    card = copy("article", page).context["frame"]["card"]
    return card["address"] if card else ""


@pytest.mark.django_db
def test_b10_until_the_card_is_drawn_the_lead_picture_stands_for_it():
    assert shown(article("Ports")) == ""
    page = article("Silos", lead_picture=picture(alt_text="A silo"))
    assert shown(page).endswith(".jpg")


@pytest.mark.letters
@pytest.mark.django_db
def test_b10_a_card_that_is_drawn_is_shown_until_what_it_shows_changes(monkeypatch):
    page = article("Ports")
    asked = []
    monkeypatch.setattr(drawing, "wanted", lambda: iter(asked))
    asked.append(told("Ports", kicker="", name=Organisation.load().name))
    assert drawing.catch_up(lambda: False) == 1
    assert "/media/cards/" in shown(page) and shown(page).endswith(".png")
    page.title = "Ports and silos"
    page.save()
    assert shown(page) == ""


@pytest.mark.letters
@pytest.mark.django_db(transaction=True)
def test_b10_the_worker_reads_in_the_ledger_what_was_asked_in_vain():
    article("Ports of the Gulf")
    pressing.run_once()
    wanted = {one[3] for one in drawing.wanted()}
    assert "Ports of the Gulf" in wanted
    drawn = drawing.catch_up(lambda: False)
    assert drawn == len(wanted) and not list(drawing.wanted())
    run = pressing.run_once()
    assert any(address.startswith("/media/cards/") for address in run.printed)
    assert any(address.endswith("/ports-of-the-gulf/") for address in run.printed)
    assert not pressing.run_once().printed


@pytest.mark.letters
@pytest.mark.django_db(transaction=True)
def test_b10_cards_that_nobody_shows_any_more_are_cleared_away():
    page = article("Ports")
    pressing.run_once()
    drawing.catch_up(lambda: False)
    page.title = "Silos"
    page.save_revision().publish()
    pressing.run_once()
    before = ShareCard.objects.count()
    assert drawing.clear_away(datetime.now(UTC)) == 0
    assert drawing.clear_away(datetime.now(UTC) + timedelta(days=2)) == 1
    assert ShareCard.objects.count() == before - 1
