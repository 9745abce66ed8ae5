"""Pictures come from a folder of uploads only: each file once, whatever size a text shows it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from communique.content.models import Picture, Rendition

from .exports import BASE, attachment, post
from .lookup import article, everything

pytestmark = pytest.mark.alike

UPLOADS = f"{BASE}/wp-content/uploads"


@pytest.fixture
def uploads(mover, tmp_path, settings) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "ours")
    mover.uploads = tmp_path / "uploads"
    folder = mover.uploads / "2020" / "03"
    folder.mkdir(parents=True)
    Image.new("RGB", (640, 400), "navy").save(folder / "port.jpg")
    return folder


def figures(number: int = 1) -> list[dict]:
    return [block["value"] for block in article(number).body.raw_data if block["type"] == "figure"]


def test_a_caption_and_its_picture_become_a_figure(mover, uploads):
    image = f'<img class="wp-image-9" src="{UPLOADS}/2020/03/port-300x200.jpg" alt="The port" />'
    text = f'[caption id="attachment_9" width="300"]{image} At dawn[/caption]'
    mover.bring(attachment(9, "2020/03/port.jpg", alt="A port"), post(1, text))
    picture = Picture.objects.get()
    assert picture.alt_text == "A port"
    (figure,) = figures()
    assert (figure["picture"], figure["alt"], figure["caption"]) == (picture.pk, "The port", "At dawn")


def test_a_picture_keeps_its_link_but_not_one_to_itself(mover, uploads):
    image = f'<img src="{UPLOADS}/2020/03/port-300x200.jpg">'
    outside, inside = "https://partner.example/", f"{BASE}/text-2/"
    own = (
        f'<a href="{UPLOADS}/2020/03/port.jpg">{image}</a><a rel="attachment wp-att-9" href="{BASE}/port/">{image}</a>'
    )
    mover.bring(
        attachment(9, "2020/03/port.jpg"),
        post(1, f'<a href="{outside}">{image}</a>\n\n<a href="{inside}">{image}</a>\n\n{own}'),
        post(2),
    )
    led = [(figure["link"], figure["page"]) for figure in figures()]
    assert led == [(outside, None), ("", article(2).pk), ("", None), ("", None)]


def test_a_file_is_found_by_its_address_in_any_size(mover, uploads):
    text = f'<img src="{UPLOADS}/2020/03/port-300x187.jpg"><img src="{UPLOADS}/2020/03/port-scaled.jpg">'
    mover.bring(post(1, text))
    assert len({figure["picture"] for figure in figures()}) == 1


def test_a_gallery_shows_those_chosen_or_all_that_hang_on_the_post(mover, uploads):
    Image.new("RGB", (300, 300), "red").save(uploads / "red.png")
    mover.bring(
        attachment(8, "2020/03/port.jpg", parent=1),
        attachment(9, "2020/03/red.png", caption="Red"),
        post(1, "[gallery]"),
        post(2, '[gallery ids="9,8"]'),
    )
    assert [figure["caption"] for figure in figures(1)] == [""]
    assert [figure["caption"] for figure in figures(2)] == ["Red", ""]


def test_the_featured_picture_leads_the_article(mover, uploads):
    mover.bring(attachment(9, "2020/03/port.jpg"), post(1, meta={"_thumbnail_id": "9"}))
    assert article().lead_picture == Picture.objects.get()


def test_identical_files_are_one_picture(mover, uploads):
    (uploads / "copy.jpg").write_bytes((uploads / "port.jpg").read_bytes())
    mover.bring(attachment(8, "2020/03/port.jpg"), attachment(9, "2020/03/copy.jpg"), post(1))
    assert Picture.objects.count() == 1


def test_what_is_no_picture_is_refused_whatever_it_is_called(mover, uploads):
    (uploads / "page.jpg").write_text("<html><script>alert(1)</script>")
    (uploads / "drawing.png").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    outcome = mover.bring(attachment(8, "2020/03/page.jpg"), attachment(9, "2020/03/drawing.png"), post(1))
    assert not Picture.objects.exists()
    assert set(outcome.done.pictures_refused) == {"2020/03/page.jpg", "2020/03/drawing.png"}


@pytest.mark.parametrize("name", ["../private.jpg", "/etc/../private.jpg", "a%00.jpg", f"{'x' * 5000}.jpg", "..", "."])
def test_no_name_leads_out_of_the_folder(mover, uploads, name):
    Image.new("RGB", (10, 10)).save(mover.folder / "private.jpg")
    (uploads / "link.jpg").symlink_to(mover.folder / "private.jpg")
    text = f'<img src="{UPLOADS}/{name}"><img src="{UPLOADS}/2020/03/link.jpg">'
    mover.bring(attachment(9, name), attachment(8, "2020/03/link.jpg"), post(1, text))
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        f"{UPLOADS}/sites/98/2020/03/port-300x200.jpg",
        f"{BASE}/files/2020/03/port.jpg?w=600",
        "https://institute.files.wordpress.com/2020/03/port.jpg?w=300&amp;h=200",
        "https://i0.wp.com/institute.example/blog/wp-content/uploads/2020/03/port-e1234567890123-300x200.jpg?resize=3",
        "//institute.example/wp-content/uploads/2020/03/port-scaled.jpg",
        "/wp-content/uploads/2020/03/port.jpg",
        "https://moved.example:3443/x/wp-content/uploads/2020/03/port.jpg",
    ],
)
def test_a_picture_is_known_by_all_its_addresses(mover, uploads, address):
    own = "https://institute.files.wordpress.com/2020/03/port.jpg"
    mover.bring(attachment(9, "2020/03/port.jpg", address=own), post(1, f'<img src="{address}">'))
    assert [figure["picture"] for figure in figures()] == [Picture.objects.get().pk]


def test_an_attachment_without_a_file_name_is_known_by_its_address(mover, uploads):
    address = "https://institute.files.wordpress.com/2020/03/port.jpg"
    mover.bring(attachment(9, "", address=address), post(1, f'<img src="{address}?w=300">'))
    assert len(figures()) == Picture.objects.count() == 1


def test_a_file_that_lies_elsewhere_is_found_by_its_name_if_no_other_has_it(mover, uploads):
    (uploads / "port.jpg").rename(mover.uploads / "port-scaled.jpg")
    mover.bring(attachment(9, "2020/03/port.jpg"), post(1))
    assert Picture.objects.count() == 1


def test_of_two_files_of_that_name_neither_is_guessed(mover, uploads):
    for month in ("04", "05"):
        (mover.uploads / month).mkdir()
        (mover.uploads / month / "port.jpg").write_bytes((uploads / "port.jpg").read_bytes())
    (uploads / "port.jpg").unlink()
    mover.bring(attachment(9, "2020/03/port.jpg"), post(1))
    assert not Picture.objects.exists()


def test_a_picture_of_somebody_elses_site_is_not_taken_for_ours(mover, uploads):
    mover.bring(post(1, '<img src="https://elsewhere.example/wp-content/uploads/2020/03/port.jpg">'))
    assert not figures()


def test_the_file_that_is_shown_counts_more_than_its_number(mover, uploads):
    Image.new("RGB", (300, 300), "red").save(uploads / "red.png")
    text = f'<img class="wp-image-8" src="{UPLOADS}/2020/03/red.png">'
    mover.bring(attachment(8, "2020/03/port.jpg"), attachment(9, "2020/03/red.png", alt="Red"), post(1, text))
    assert [Picture.objects.get(pk=figure["picture"]).alt_text for figure in figures()] == ["Red"]


def test_what_is_private_or_thrown_away_is_in_no_gallery(mover, uploads):
    hidden = [attachment(8, "2020/03/port.jpg", parent=1, status="private")]
    hidden += [attachment(9, "2020/03/port.jpg", parent=1, status="trash")]
    mover.bring(*hidden, post(1, '[gallery] [gallery ids="8,9"]'))
    assert not figures()


def test_a_second_run_brings_no_picture_twice(mover, uploads):
    records = (attachment(9, "2020/03/port.jpg"), post(1, f'<img class="wp-image-9" src="{UPLOADS}/2020/03/port.jpg">'))
    mover.bring(*records)
    mover.bring(*records)
    assert Picture.objects.count() == 1


def test_without_its_file_a_picture_is_kept_for_editors_and_never_shown_from_elsewhere(mover):
    mover.bring(
        post(1, f'<figure><img src="{UPLOADS}/gone.jpg" alt="Gone"><figcaption>Still said</figcaption></figure>')
    )
    kept, figure = article().body.raw_data
    assert kept["type"] == "unresolved" and "gone.jpg" in kept["value"]["attributes"]
    assert (figure["value"]["picture"], figure["value"]["caption"]) == (None, "Still said")


def test_files_that_come_later_are_put_where_they_were_missed(mover, uploads):
    mover.uploads, late = None, mover.uploads
    records = (
        attachment(9, "2020/03/port.jpg"),
        post(1, f'One <img src="{UPLOADS}/2020/03/port.jpg">', meta={"_thumbnail_id": "9"}),
        post(2, f'Two <img src="{UPLOADS}/2020/03/port.jpg">'),
    )
    mover.bring(*records)
    draft = article(2).get_latest_revision_as_object()
    draft.title = "Ours"
    draft.save_revision().publish()
    mover.uploads = late
    done = mover.bring(*records).done
    assert (done.told.completed, done.told.updated, done.told.conflicts) == (1, 0, [])
    assert len(figures(1)) == 1 and article(1).lead_picture == Picture.objects.get() and article(1).live
    assert article(2).title == "Ours" and not figures(2)
    before = everything()
    assert mover.bring(*records).done.told.unchanged == 2
    assert everything() == before


def test_what_readers_knew_is_called_as_before_and_nothing_else(mover, uploads):
    for name in ("secret.png", "shown.png", "free.png"):
        Image.new("RGB", (len(name) * 10, 300), "red").save(uploads / name)
    mover.bring(
        attachment(7, "2020/03/secret.png", parent=1),
        attachment(8, "2020/03/shown.png", parent=1),
        attachment(9, "2020/03/free.png"),
        post(1, f'<img src="{UPLOADS}/2020/03/secret.png">', status="draft"),
        post(2, f'<img src="{UPLOADS}/2020/03/shown-300x200.png">'),
    )
    files = {rendition.file.name.rpartition("/")[2].partition("-")[0] for rendition in Rendition.objects.all()}
    assert files == {"picture", "shown", "free"}
