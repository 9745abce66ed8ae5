"""Pictures: brought from a folder of uploads, each file once, under whatever names texts know it by."""

from __future__ import annotations

import re
from hashlib import sha1
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files import File
from PIL import Image as Drawing

from communique.content.models import Picture
from communique.migration.wordpress.conversion import Attached
from communique.migration.wordpress.kinds import ATTACHMENT
from communique.migration.wordpress.permalinks import OldSite
from communique.migration.wordpress.plan import Plan
from communique.migration.wordpress.shapes import Post
from communique.text import sanitise
from communique.text.plain import text_of

from .register import Kind, Register

FORMS = ("JPEG", "PNG", "GIF", "WEBP")
LARGEST = 64 << 20
MOST_PIXELS = 60_000_000

_UPLOADS = re.compile(r"(?:^|/)(?:wp-content/)?(?:uploads|files|blogs\.dir/\d+/files)/(?P<name>.+)$")
_VARIANT = re.compile(r"-(?:\d+x\d+|scaled|rotated|e\d{10,})(?=\.[A-Za-z0-9]+$)")
_SHOWN = re.compile(r"\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)


class Library:
    """Finds and brings the pictures of an export. Without a folder, none is found."""

    def __init__(self, plan: Plan, register: Register, old: OldSite, folder: Path | None) -> None:
        self.plan = plan
        self.register = register
        self.old = old
        self.folder = folder.resolve() if folder else None
        self.refused: dict[str, str] = {}
        known = register.of_kind(Kind.PICTURE)
        self._known: dict[str, int | None] = {key: row.picture_id for key, row in known.items() if row.picture_id}
        self._numbers: dict[str, int] | None = None

    def find(self, wordpress_id: int, address: str) -> int | None:
        """The picture that a text shows, by its number there or its address."""
        name = self._name(address)
        number = wordpress_id or self._number(name)
        attachment = self.plan.post(number) if number else None
        if attachment is not None and attachment.kind == ATTACHMENT:
            return self._attachment(attachment)
        return self._bring(name, None) if name else None

    def attachment(self, wordpress_id: int) -> int | None:
        """The picture that an attachment is."""
        return self.find(wordpress_id, "") if wordpress_id else None

    def bring_all(self) -> int:
        """Bring every picture of the export whose file is there. Tells how many the library has of them."""
        if self.folder is not None:
            for attachment in self.plan.posts(ATTACHMENT):
                self._attachment(attachment)
        return len({picture for picture in self._known.values() if picture})

    def attached(self, post: Post, chosen: tuple[int, ...], excluded: tuple[int, ...]) -> list[Attached]:
        """The pictures of a gallery: those chosen, or all that hang on the post."""
        numbers = chosen or tuple(
            number
            for (number,) in self.plan.rows(
                "SELECT id FROM post WHERE parent = ? AND kind = 'attachment' ORDER BY place", (post.wordpress_id,)
            )
        )
        found = (self.plan.post(number) for number in numbers if number not in excluded)
        return [
            Attached(each.wordpress_id, each.attachment_url, each.meta_value("_wp_attachment_image_alt"), each.excerpt)
            for each in found
            if each is not None and each.kind == ATTACHMENT and (chosen or _SHOWN.search(each.attachment_url))
        ]

    def _attachment(self, attachment: Post) -> int | None:
        name = attachment.meta_value("_wp_attached_file").strip().lstrip("/") or self._name(attachment.attachment_url)
        return self._bring(name, attachment) if name else None

    def _name(self, address: str) -> str:
        """What a file is called below the folder of uploads."""
        path = self.old.path(address) if "//" in address else address
        if path is None and "//" in address:
            # Files may be on a host of their own; their path tells what they are.
            path = unquote(urlsplit(address).path)
        found = _UPLOADS.search((path or "").split("?")[0])
        return found["name"] if found else ""

    def _number(self, name: str) -> int:
        """The number of the attachment that a file or one of its sizes belongs to."""
        if self._numbers is None:
            rows = self.plan.rows("SELECT id, file, address FROM post WHERE kind = 'attachment' ORDER BY place DESC")
            self._numbers = {_plain(file or self._name(address)): number for number, file, address in rows}
        return self._numbers.get(_plain(name), 0) if name else 0

    def _bring(self, name: str, attachment: Post | None) -> int | None:
        key = _plain(name)[:500]
        if key in self._known:
            return self._known[key]
        path = self._file(name)
        picture = self._picture(path, name, attachment) if path else None
        self._known[key] = picture  # not asked for twice, found or not
        if picture is not None and self.register.find(Kind.PICTURE, key) is None:
            self.register.add(Kind.PICTURE, key, picture_id=picture)
        return picture

    def _file(self, name: str) -> Path | None:
        """The file in the folder: the original, or the size that the text names. Never one outside the folder."""
        if self.folder is None:
            return None
        for wanted in dict.fromkeys((_VARIANT.sub("", name), name)):
            path = (self.folder / wanted).resolve()
            if path.is_relative_to(self.folder) and path.is_file():
                return path
        return None

    def _picture(self, path: Path, name: str, attachment: Post | None) -> int | None:
        reason = _refusal(path)
        if reason:
            self.refused[name] = reason
            return None
        digest = sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
        twin = Picture.objects.filter(file_hash=digest).values_list("pk", flat=True).first()
        if twin is not None:
            return int(twin)
        alt = attachment.meta_value("_wp_attachment_image_alt") if attachment else ""
        title = text_of(attachment.title) if attachment else ""
        with path.open("rb") as file:
            picture = Picture(
                title=title[:255] or path.stem[:255],
                file=File(file, name=path.name),
                file_hash=digest,
                file_size=path.stat().st_size,
                alt_text=text_of(alt)[:500],
                caption=sanitise.inline(attachment.excerpt) if attachment else "",
            )
            picture.save()
        return int(picture.pk)


def _plain(name: str) -> str:
    """The name of a file without what only tells its size."""
    return _VARIANT.sub("", name)


def _refusal(path: Path) -> str:
    """Why a file isn't taken for a picture; decided by what is in it, whatever it is called."""
    if path.stat().st_size > LARGEST:
        return "larger than 64 MB"
    try:
        with Drawing.open(path, formats=FORMS) as drawing:
            width, height = drawing.size
            if width * height > MOST_PIXELS:
                return "more than 60 million pixels"
            drawing.verify()
    except (OSError, SyntaxError, ValueError, Drawing.DecompressionBombError):
        return "not a picture that browsers show (JPEG, PNG, GIF, WebP)"
    return ""
