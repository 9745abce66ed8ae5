"""Pictures: described, in the sizes that pages use, without what the camera wrote."""

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from communique.content.models import Picture
from communique.content.pictures import wanted

from .stories import article, copy, picture

pytestmark = pytest.mark.django_db


def test_a_picture_is_never_enlarged_and_made_once_in_each_size():
    assert wanted(400) == ["width-480|format-webp", "width-1200|format-jpeg"]
    assert len(wanted(5000)) == 4
    assert {one.width for one in picture(width=700).renditions.all()} == {480, 700}


def test_what_the_camera_wrote_stays_behind():
    for made in picture().renditions.all():
        with made.file.open() as file:
            written = file.read()
        assert b"TELLTALE" not in written and b"Exif" not in written


def test_a_picture_is_described_or_decorative():
    with pytest.raises(ValidationError, match="mark it as decorative"):
        picture().full_clean()
    picture(decorative=True).full_clean()
    described = picture(alt_text="A harbour at dusk")
    described.full_clean()
    assert Picture.objects.get(pk=described.pk).default_alt_text == "A harbour at dusk"


def test_a_decorative_picture_stays_decorative():
    assert Picture.objects.get(pk=picture(decorative=True).pk).decorative


def test_a_new_file_makes_new_renditions():
    shown = picture()
    before = set(shown.renditions.values_list("pk", flat=True))
    shown.file = picture("grain", width=300).file.open()
    shown.file._committed = False
    shown.save()
    after = set(shown.renditions.values_list("pk", flat=True))
    assert after and not after & before


def test_an_article_brings_along_the_files_that_it_shows():
    page = article("Ports", lead_picture=picture(alt_text="A harbour"))
    media = copy("article", page).media
    assert media and all(one.address.startswith("/media/") and "original" not in one.path for one in media)
    with Image.open(page.lead_picture.renditions.first().file) as opened:
        assert opened.format == "WEBP"
