"""Pictures: described, in the sizes that pages use, without what the camera wrote."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from communique.content import pictures
from communique.content.darkroom.refusals import Refused
from communique.content.models import Picture

from .odd_files import SVG, colours, saved, told
from .stories import article, copy, picture

pytestmark = pytest.mark.django_db


def test_e4_a_picture_has_its_renditions_when_it_is_saved():
    made = picture(width=700)
    assert {(one.width, one.filter_spec.rpartition("-")[2]) for one in made.renditions.all()} == {
        *((width, form) for width in (480, 700) for form in ("avif", "webp")),
        (700, "jpeg"),
    }
    assert Picture.objects.get(pk=made.pk).rendered == pictures.DONE


def test_e4_what_the_camera_wrote_is_in_no_file_of_ours():
    shown = picture()
    for file in (shown.file, *(made.file for made in shown.renditions.all())):
        with file.open() as opened:
            written = opened.read()
        assert b"TELLTALE" not in written and b"Exif" not in written


def test_e4_what_is_no_picture_is_never_saved():
    with pytest.raises(Refused, match="SVG"):
        Picture(title="Drawing", file=ContentFile(SVG, name="drawing.png")).save()
    assert not Picture.objects.exists()


def test_e4_a_file_put_straight_into_storage_is_developed_too():
    shown = picture(alt_text="A harbour")
    raw = saved(colours(900, 600), "JPEG", exif=told(6))
    shown.file.save("straight.jpg", ContentFile(raw), save=False)
    stored = shown.file.name
    shown.save()
    assert (shown.width, shown.height) == (600, 900) and shown.file.name != stored
    assert not shown.file.storage.exists(stored)


def test_e4_names_are_without_disguise():
    shown = picture("gnp.\u202egpj.exe")
    assert shown.file.name.isascii() and shown.file.name.endswith(".jpg") and ".exe" not in shown.file.name


def test_e4_in_haste_only_what_pages_need_is_made_and_the_rest_later():
    with pictures.in_haste():
        shown = picture(width=1300)
    assert {one.filter_spec for one in shown.renditions.all()} == {"width-960|format-webp", "width-1200|format-jpeg"}
    again = Picture.objects.get(pk=shown.pk)
    again.save()
    assert again.renditions.count() == 7 and again.rendered == pictures.DONE


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
    assert {one.media_type for one in media} == {"image/avif", "image/webp", "image/jpeg"}
    assert all(one.address.startswith("/media/") and "original" not in one.path for one in media)


def test_e4_an_editor_marks_where_to_look():
    shown = picture(width=1000, alt_text="A harbour", focal_point_x=900, focal_point_y=50)
    shown.focal_point_width = shown.focal_point_height = 20
    shown.save()
    page = article("Ports", lead_picture=shown)
    assert copy("article", page).context["article"]["lead"]["focus"] == "focus focus-x-9 focus-y-1"


def test_e4_a_page_holds_with_whatever_renditions_there_are():
    page = article("Ports", lead_picture=picture(width=1300, alt_text="A harbour"))
    renditions = page.lead_picture.renditions

    def formats():
        lead = copy("article", page).context["article"]["lead"]
        return [one["type"] for one in lead["formats"]] if lead else None

    assert formats() == ["image/avif", "image/webp"]
    renditions.filter(filter_spec="width-480|format-avif").delete()
    assert formats() == ["image/webp"]
    renditions.filter(filter_spec__endswith="webp").delete()
    renditions.filter(filter_spec__endswith="jpeg").delete()
    assert formats() == ["image/avif"]
    renditions.all().delete()
    assert formats() is None


def test_e4_a_licence_is_named_with_its_address():
    page = article("Ports", lead_picture=picture(alt_text="A harbour", licence="CC-BY-4.0"))
    assert copy("article", page).context["article"]["lead"]["licence"]["name"] == "CC BY 4.0"
