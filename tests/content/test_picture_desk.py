"""Every way by which a picture comes to the desk asks for a description and goes through the darkroom (rows E4, S6)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import UploadedFile

from communique.content.models import Picture

from .odd_files import REFUSED, TELLTALE, colours, everything_told, saved
from .stories import picture

pytestmark = pytest.mark.django_db

ADD, CHOOSER, SEVERAL = "/desk/images/add/", "/desk/images/chooser/create/", "/desk/images/multiple/add/"


def form(content: bytes, name: str = "harbour.jpg", **fields: str) -> dict:
    empty = dict.fromkeys(("alt_text", "credit", "source", "licence", "tags"), "")
    empty |= {f"focal_point_{side}": "" for side in ("x", "y", "width", "height")}
    sent = {"title": "Harbour", "file": SimpleUploadedFile(name, content), "caption": "null", "collection": "1"}
    return {**empty, **sent, **fields}


def chosen(desk, given: dict):
    given = {f"image-chooser-upload-{name}": value for name, value in given.items()}
    return desk.post(CHOOSER, given, HTTP_X_REQUESTED_WITH="XMLHttpRequest")


def dropped(desk, content: bytes, name: str = "harbour.jpg"):
    sent = {"files[]": SimpleUploadedFile(name, content), "title": name}
    return desk.post(SEVERAL, sent, HTTP_X_REQUESTED_WITH="XMLHttpRequest").json()


def stored() -> list[bytes]:
    files = [*(one.file for one in Picture.objects.all()), *(one.file for one in UploadedFile.objects.all())]
    return [file.open().read() for file in files]


@pytest.mark.parametrize("send", [lambda desk, given: desk.post(ADD, given), chosen], ids=["add", "chooser"])
def test_e4_a_picture_needs_a_description_or_is_decorative(desk, send):
    told = send(desk, form(saved(colours(), "JPEG"))).content.decode()
    assert "mark it as decorative" in told and not Picture.objects.exists()
    send(desk, form(saved(colours(), "JPEG"), decorative="on"))
    send(desk, form(saved(colours(), "PNG"), alt_text="A harbour"))
    assert Picture.objects.count() == 2


def test_e4_pictures_dropped_together_are_asked_for_theirs_one_by_one(desk):
    waiting = dropped(desk, everything_told("JPEG"), "gnp.\u202egpj.jpg")
    assert waiting["success"] and not Picture.objects.exists()
    action = f"/desk/images/multiple/create_from_uploaded_image/{waiting['uploaded_file_id']}/"
    prefix = f"uploaded-image-{waiting['uploaded_file_id']}"
    said = {"title": "gnp.\u202egpj", "caption": "null", "collection": "1", "tags": "", "alt_text": ""}
    given = {f"{prefix}-{name}": value for name, value in said.items()}
    assert "decorative" in desk.post(action, given, HTTP_X_REQUESTED_WITH="XMLHttpRequest").json()["form"]
    given[f"{prefix}-alt_text"] = "A harbour"
    assert desk.post(action, given, HTTP_X_REQUESTED_WITH="XMLHttpRequest").json()["success"]
    made = Picture.objects.get()
    assert (made.title, made.renditions.count(), made.width) == ("gnp.gpj", 3, 60)


@pytest.mark.parametrize("name", ["200 megapixels.png", "drawing.svg", "drawing in disguise.jpg", "cut short.jpg"])
def test_e4_what_is_refused_is_refused_everywhere_with_what_would_do(desk, name):
    make, said = REFUSED[name]
    for told in (
        desk.post(ADD, form(make(), name, alt_text="A harbour")).content.decode(),
        chosen(desk, form(make(), name, alt_text="A harbour")).json()["htmlFragment"],
        dropped(desk, make(), name)["error_message"],
    ):
        assert said in told
    assert not Picture.objects.exists() and not UploadedFile.objects.exists()


def test_e4_nothing_of_what_the_camera_wrote_is_stored_at_any_moment(desk):
    written = everything_told("JPEG")
    dropped(desk, written)
    desk.post(ADD, form(written, alt_text="A harbour"))
    chosen(desk, form(written, alt_text="A harbour"))
    assert len(stored()) == 3 and not any(TELLTALE in one or b"Exif" in one for one in stored())


def test_e4_a_large_file_that_waits_on_disk_is_treated_alike(desk, settings):
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    assert dropped(desk, everything_told("PNG"), "harbour.png")["success"]
    assert not any(TELLTALE in one for one in stored())


def test_e4_a_file_may_be_called_anything(desk):
    desk.post(ADD, form(saved(colours(), "PNG"), "harbour.exe", alt_text="A harbour"))
    assert Picture.objects.get().file.name.endswith(".png")


def test_e4_a_refused_replacement_leaves_the_picture_as_it_was(desk):
    shown = picture(alt_text="A harbour")
    told = desk.post(f"/desk/images/{shown.pk}/", form(b"only words", alt_text="A harbour")).content.decode()
    assert "Send JPEG, PNG" in told
    assert Picture.objects.get(pk=shown.pk).file.name == shown.file.name and shown.renditions.exists()


def test_e4_the_same_picture_again_is_noticed(desk):
    content = saved(colours(), "JPEG")
    chosen(desk, form(content, alt_text="A harbour"))
    assert chosen(desk, form(content, alt_text="A harbour")).json()["step"] == "duplicate_found"


def test_e4_the_desk_says_what_is_taken_and_offers_where_to_look(desk):
    told = desk.get(ADD).content.decode()
    assert "64 million" in told and "removed from the file" in told
    shown = picture(alt_text="A harbour")
    assert "focal-point-chooser" in desk.get(f"/desk/images/{shown.pk}/").content.decode()
