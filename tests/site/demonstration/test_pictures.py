"""The pictures are our own drawings: the same each time, small, described, and kept beside the script."""

from PIL import Image, ImageChops, ImageStat

from communique.site.demonstration import institute
from communique.site.demonstration.pictures import COVER, FOLDER, HEIGHT, MOTIFS, WIDTH, cover, drawn
from communique.site.demonstration.portraits import SIDE, file_name, portrait


def test_there_are_enough_of_them_and_together_they_are_small():
    assert len(MOTIFS) >= 14
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.webp")) < 3_100_000


def test_each_is_kept_in_the_size_promised_and_described():
    described = institute.descriptions()
    assert set(described) == set(MOTIFS)
    for name in MOTIFS:
        with Image.open(FOLDER / f"{name}.webp") as kept:
            assert kept.size == (WIDTH, HEIGHT)


def test_the_cover_is_a_square_that_directories_take():
    with Image.open(FOLDER / COVER) as kept:
        assert kept.width == kept.height >= 1400
    assert institute.cover() and cover().tobytes() == cover().tobytes()


def test_everyone_has_a_portrait_without_a_face():
    for person in institute.people():
        with Image.open(FOLDER / file_name(person.slug)) as kept:
            assert kept.size == (SIDE, SIDE)


def test_a_drawing_is_the_same_each_time_and_as_it_was_kept():
    again = drawn("pass")
    assert again.tobytes() == drawn("pass").tobytes()
    with Image.open(FOLDER / "pass.webp") as kept:
        apart = ImageStat.Stat(ImageChops.difference(again, kept.convert("RGB"))).mean
    assert max(apart) < 4


def test_a_portrait_is_the_same_each_time():
    assert portrait("hina-marjanpuri").tobytes() == portrait("hina-marjanpuri").tobytes()
