"""The darkroom takes odd files, refuses what it must with a sentence, and lets nothing out but pixels (rows E4, N9)."""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from communique.content.darkroom import masters, renditions
from communique.content.darkroom.refusals import Refused
from communique.content.darkroom.renditions import Spec, wanted
from communique.content.darkroom.room import Room

from .odd_files import ODD, REFUSED, TELLTALE, colours, everything_told, saved


@pytest.fixture
def file(tmp_path):
    def made(content: bytes, name: str = "upload"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return made


@pytest.fixture
def developed(file, tmp_path):
    """The master of a file, opened."""

    def made(content: bytes) -> Image.Image:
        master, suffix = masters.master(file(content))
        opened = Image.open(file(master, f"master.{suffix}"))
        opened.load()
        return opened

    return made


def near(colour, other, by=30):
    return all(abs(a - b) <= by for a, b in zip(colour[:3], other[:3], strict=True))


@pytest.mark.parametrize("name", ODD)
def test_e4_odd_files_become_masters(name, file):
    master, suffix = masters.master(file(ODD[name]()))
    assert suffix in masters.TYPES and TELLTALE not in master and b"Exif" not in master
    path = file(master, f"master.{suffix}")
    for content, width, _ in renditions.rendered(path, list(renditions.EVERY)):
        assert content and width <= 1600 and TELLTALE not in content


@pytest.mark.parametrize("name", REFUSED)
def test_e4_what_is_refused_is_refused_with_what_would_do(name, file):
    make, said = REFUSED[name]
    with pytest.raises(Refused, match=said):
        masters.master(file(make()))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_e4_nothing_that_a_file_tells_besides_its_pixels_is_kept(form, file):
    written = everything_told(form)
    assert TELLTALE in written
    master, suffix = masters.master(file(written))
    assert TELLTALE not in master
    with Image.open(file(master, f"m.{suffix}")) as opened:
        assert not opened.getexif() and not {"icc_profile", "xmp", "comment", "exif"} & opened.info.keys()


def test_e4_a_picture_taken_sideways_stands_upright(developed):
    lying = developed(ODD["on its side.jpg"]())
    assert lying.size == (40, 60) and near(lying.getpixel((20, 50)), (20, 20, 200))
    assert near(lying.getpixel((38, 2)), (255, 255, 255))


@pytest.mark.parametrize("name", ["from a printer.jpg", "scanned.tif", "strange profile.jpg", "small.avif"])
def test_e4_colours_come_out_as_browsers_show_them(name, developed):
    assert near(developed(ODD[name]()).convert("RGB").getpixel((20, 30)), (200, 20, 20), by=60)


def test_e4_sixteen_bits_become_eight(developed):
    grey = developed(ODD["deep grey.png"]())
    assert grey.mode == "L" and 55_000 // 257 in range(grey.getpixel((55, 5)) - 2, grey.getpixel((55, 5)) + 3)


def test_e4_what_can_be_seen_through_stays_so(developed):
    seen_through = developed(ODD["of a palette.png"]())
    assert seen_through.mode == "RGBA" and seen_through.getextrema()[3] == (0, 255)


def test_e4_a_large_picture_is_kept_as_large_as_screens_need(developed):
    assert 2048 <= developed(saved(colours(9000, 300), "JPEG")).width <= 4096
    assert developed(saved(colours(9000, 300), "PNG")).size == (3000, 100)


def test_e4_a_jpeg_that_needs_no_change_keeps_its_quality(developed):
    once = saved(Image.radial_gradient("L").convert("RGB"), "JPEG", quality=71)
    given, kept = Image.open(BytesIO(once)), developed(once)
    assert kept.quantization == given.quantization
    assert sum(ImageStat.Stat(ImageChops.difference(kept, given)).mean) < 1


def test_e4_a_still_will_do_where_nobody_can_be_asked(file):
    master, suffix = masters.master(file(REFUSED["moving.gif"][0]()), still=True)
    assert suffix == "png" and master


def test_e4_a_picture_is_never_enlarged_and_made_once_in_each_size():
    assert wanted(400) == [Spec(480, "avif"), Spec(480, "webp"), Spec(1200, "jpeg")]
    assert len(wanted(5000)) == 7


@pytest.fixture
def room():
    made = Room()
    yield made
    made.close()


def test_s6_opening_is_bounded_in_memory_and_ends_in_a_refusal(room, file, tmp_path):
    heavy = file(saved(Image.new("RGB", (7900, 7900)), "WEBP", method=0, quality=10))
    with pytest.raises(Refused, match="more memory or time"):
        room.do("master", source=str(heavy), into=str(tmp_path), still=False)
    light = file(saved(colours(), "PNG"))
    assert room.do("master", source=str(light), into=str(tmp_path), still=False)["suffix"] == "png"


def test_s6_a_darkroom_that_dies_is_a_refusal_and_the_next_job_finds_another(room, file, tmp_path):
    told = {"source": str(file(saved(colours(), "PNG"))), "into": str(tmp_path), "still": False}
    room.do("master", **told)
    first = room._process
    first.kill()
    first.wait()
    assert room.do("master", **told) and room._process.pid != first.pid


def test_nothing_is_said_when_whoever_asked_has_gone():
    """As when the site is stopped while a card is drawn."""
    command = [sys.executable, "-P", "-m", "communique.content.darkroom"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1) as process:
        process.stdout.close()
        process.stdin.write(b'{"job": "nothing"}\n')
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
