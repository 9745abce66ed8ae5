"""Opening a picture: looked at before it is unfolded, then set upright, in sRGB, eight bits, no larger than needed."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, UnidentifiedImageError

from communique.text.sentences import sentence

from . import refusals
from .kinds import AVIF, GIF, HEAD, HEIF, JPEG, PNG, WEBP, Kind, kind_of, webp_size
from .refusals import LARGEST, MOST_PIXELS, Refused

LONGEST = 4096
"""No side of what is kept is longer: three times the widest rendition."""

CAREFREE = 24_000_000
"""Above so many pixels, decoders may run out of memory, and call that by any name."""

# Decoders raise what they like for files made to confuse them.
_SAID = (OSError, SyntaxError, EOFError, ValueError, TypeError, LookupError, ArithmeticError, RuntimeError)

_SRGB = ImageCms.createProfile("sRGB")
_MOVING = {GIF.plugin, PNG.plugin, WEBP.plugin, AVIF.plugin}
# The camera's note "orientation" (Exif 2.32, tag 0x0112) and what undoes it.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_COLOURS = {"L", "RGB", "RGBA", "CMYK"}

Image.MAX_IMAGE_PIXELS = None  # our own limit is looked at first, and has a better sentence


def opened(path: Path, *, still: bool = False) -> tuple[Image.Image, Kind]:
    """The picture in a file, and what kind of file it was. With `still`, the first picture of several will do.

    It is upright, in sRGB, of mode L, RGB or RGBA. One that needed no change is the file's own, still with all that
    the file tells: Pillow can write a JPEG anew by its own tables only while it is. Raises Refused.
    """
    if path.stat().st_size > LARGEST:
        raise refusals.too_large(path.stat().st_size)
    with path.open("rb") as file:
        kind = kind_of(head := file.read(HEAD))
    size = webp_size(head) if kind.plugin == WEBP.plugin else (0, 0)
    try:
        _refuse_too_many(size)
        image = _looked_at(path, kind, still)
        size = image.size
        _unfold(image, kind)
        return _plain(image), kind
    except (Refused, MemoryError):
        raise
    except _SAID as error:
        raise _refusal(error, large=size[0] * size[1] > CAREFREE) from error


def _refuse_too_many(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise refusals.too_many_pixels(*size)


def _refusal(error: Exception, *, large: bool) -> Refused:
    if isinstance(error, EOFError) or "truncated" in str(error):
        return refusals.cut_short()
    return refusals.too_heavy() if large else refusals.unreadable()


def _looked_at(path: Path, kind: Kind, still: bool) -> Image.Image:
    """The picture as its header tells of it, nothing unfolded yet."""
    if kind is HEIF:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    try:
        image = Image.open(path, formats=(kind.plugin,))
    except UnidentifiedImageError as error:
        raise refusals.cut_short() from error
    _refuse_too_many(image.size)
    if not still and kind.plugin in _MOVING and getattr(image, "is_animated", False):
        raise refusals.moving()
    return image


def _unfold(image: Image.Image, kind: Kind) -> None:
    times = _times_too_large(image)
    if kind is JPEG and times > 1:
        image.draft(None, (image.width // times, image.height // times))  # unfolds only as much as is needed
    image.load()


def _plain(image: Image.Image) -> Image.Image:
    """Few bytes at each step: a large picture is made smaller before anything is made of it."""
    turn = _turn(image)
    image = _eight_bits(image)
    times = _times_too_large(image)
    if times > 1:
        image = image.reduce(times)
    if turn is not None:
        image = image.transpose(turn)
    return _in_srgb(image)


def _turn(image: Image.Image) -> Image.Transpose | None:
    """How it must be turned to stand upright, by what the camera noted; notes that make no sense are left aside."""
    try:
        return _TURNS.get(image.getexif().get(0x0112, 1))
    except Exception:  # whatever a broken note raises, the picture may be whole
        return None


def _times_too_large(image: Image.Image) -> int:
    return -(-max(image.size) // LONGEST)


def _eight_bits(image: Image.Image) -> Image.Image:
    """One of L, RGB, RGBA and CMYK."""
    if image.mode in _COLOURS:
        return _with_transparency(image) if "transparency" in image.info and image.mode != "CMYK" else image
    if image.mode.startswith("I;16"):
        return _kept_info(image, image.point(lambda value: value / 257).convert("L"))
    if image.mode in ("I", "F"):
        raise Refused(
            sentence("Its pixels are measurements, not colours. Save it as a PNG with 8 bits a colour, and send that.")
        )
    if image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info:
        return _with_transparency(image)
    return _kept_info(image, image.convert("L" if image.mode == "1" else "RGB"))


def _with_transparency(image: Image.Image) -> Image.Image:
    return _kept_info(image, image.convert("RGBA"))


def _kept_info(image: Image.Image, other: Image.Image) -> Image.Image:
    other.info = {name: image.info[name] for name in ("exif", "icc_profile") if name in image.info}
    return other


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colours as browsers take them to be; a profile that makes no sense is left aside."""
    profile = image.info.get("icc_profile")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if image.mode == "CMYK" or "srgb" not in ImageCms.getProfileDescription(own).lower():
                target = "RGBA" if image.mode == "RGBA" else "RGB"
                return _kept(ImageCms.profileToProfile(image, own, _SRGB, outputMode=target))
    return image.convert("RGB") if image.mode == "CMYK" else image


def _kept(image: Image.Image | None) -> Image.Image:
    if image is None:
        raise ValueError("nothing came of it")
    return image
