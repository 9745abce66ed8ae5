"""Pictures: brought from a folder of uploads, each file once, under whatever names texts know it by."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path

from django.core.files import File
from django.db import transaction

from communique.content import pictures
from communique.content.darkroom.refusals import Refused
from communique.content.models import Picture
from communique.migration.wordpress.conversion import Attached
from communique.migration.wordpress.kinds import ATTACHMENT
from communique.migration.wordpress.permalinks import OldSite
from communique.migration.wordpress.plan import Plan
from communique.migration.wordpress.providers import host_of
from communique.migration.wordpress.shapes import Post
from communique.migration.wordpress.uploads import PICTURE, Uploads, name_in, plain
from communique.text import invisible, sanitise
from communique.text.plain import text_of
from communique.text.sentences import Sentence

from .register import Kind, Register

Progress = Callable[[str, int, int], None]

_TOGETHER = 20
_NO_NAME = re.compile(r"[^\w.-]+")
# As WordPress has it: what is private or thrown away is in nobody's gallery.
_SHOWN = frozenset({"inherit", "publish", ""})


class Library:
    """Finds and brings the pictures of an export. Without a folder, none is found."""

    def __init__(self, plan: Plan, register: Register, old: OldSite, folder: Path | None) -> None:
        self.plan = plan
        self.register = register
        self.old = old
        self.uploads = Uploads(folder) if folder else None
        self.refused: dict[str, Sentence] = {}
        known = register.of_kind(Kind.PICTURE)
        self._known: dict[str, int | None] = {key: row.picture_id for key, row in known.items() if row.picture_id}
        self._numbers: dict[str, int] | None = None
        self._taken: dict[str, int | None] = {}

    def find(self, wordpress_id: int, address: str, *, public: bool = False) -> int | None:
        """The picture that a text shows, by its number there or its address; whether readers see that text."""
        name = name_in(address)
        attachment = self._known_as(wordpress_id, name)
        if attachment is not None:
            return self._attachment(attachment, public=public)
        host = host_of(address)
        # A file of the same name on somebody else's site is somebody else's picture.
        return self._bring(name, None, public) if name and (not host or host in self.old.hosts) else None

    def attachment(self, wordpress_id: int, *, public: bool = False) -> int | None:
        """The picture that an attachment is."""
        return self.find(wordpress_id, "", public=public) if wordpress_id else None

    def bring_all(self, progress: Progress) -> int:
        """Bring every picture of the export whose file is there. Tells how many the library has of them."""
        due = self.plan.planned("attached") if self.uploads is not None else []
        for at in range(0, len(due), _TOGETHER):
            with transaction.atomic():
                for planned in due[at : at + _TOGETHER]:
                    attachment = self.plan.post(planned.wordpress_id)
                    if attachment is not None:
                        self._attachment(attachment, public=self._was_public(attachment))
            progress("Pictures", min(at + _TOGETHER, len(due)), len(due))
        return len({picture for picture in self._known.values() if picture})

    def attached(self, post: Post, chosen: tuple[int, ...], excluded: tuple[int, ...]) -> list[Attached]:
        """The pictures of a gallery: those chosen, or all that hang on the post."""
        numbers = chosen or tuple(
            number
            for (number,) in self.plan.rows(
                "SELECT id FROM post WHERE parent = ? AND state = 'attached' ORDER BY place", (post.wordpress_id,)
            )
        )
        found = [each for number in numbers if number not in excluded and (each := self.plan.post(number))]
        shown = [each for each in found if each.kind == ATTACHMENT and each.status in _SHOWN]
        if not chosen:
            shown = [each for each in shown if PICTURE.search(each.attachment_url)]
            shown.sort(key=lambda each: (each.order, each.wordpress_id))
        return [
            Attached(each.wordpress_id, each.attachment_url, each.meta_value("_wp_attachment_image_alt"), each.excerpt)
            for each in shown
        ]

    def _known_as(self, wordpress_id: int, name: str) -> Post | None:
        """The attachment of a number, unless a file of another name is shown and known: then the one of that name."""
        numbered = self.plan.post(wordpress_id) if wordpress_id else None
        if numbered is not None and numbered.kind == ATTACHMENT:
            named = self._number(name)
            same = not named or named == wordpress_id or plain(_named(numbered)) == plain(name)
            return numbered if same else self.plan.post(named)
        number = self._number(name)
        return self.plan.post(number) if number else None

    def _was_public(self, attachment: Post) -> bool:
        """Whether readers could see a file there: it hung on nothing that was hidden."""
        states = self.plan.rows("SELECT state FROM post WHERE id = ?", (attachment.parent,))
        return attachment.status in _SHOWN and (not attachment.parent or states == [("live",)])

    def _attachment(self, attachment: Post, *, public: bool) -> int | None:
        name = _named(attachment)
        return self._bring(name, attachment, public) if name else None

    def _number(self, name: str) -> int:
        """The number of the attachment that a file or one of its sizes belongs to."""
        if self._numbers is None:
            rows = self.plan.rows("SELECT id, file, address FROM post WHERE state = 'attached' ORDER BY place DESC")
            self._numbers = {plain(file or name_in(address)): number for number, file, address in rows}
        return self._numbers.get(plain(name), 0) if name else 0

    def _bring(self, name: str, attachment: Post | None, public: bool) -> int | None:
        key = plain(name)[:500]
        if key in self._known:
            return self._known[key]
        path = self.uploads.file(name) if self.uploads else None
        picture = self._picture(path, name, attachment, public) if path else None
        self._known[key] = picture  # not asked for twice, found or not
        if picture is not None and self.register.find(Kind.PICTURE, key) is None:
            self.register.add(Kind.PICTURE, key, picture_id=picture)
        return picture

    def _picture(self, path: Path, name: str, attachment: Post | None, public: bool) -> int | None:
        own = sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
        if own not in self._taken:
            self._taken[own] = self._developed(path, name, attachment, public)
        return self._taken[own]

    def _developed(self, path: Path, name: str, attachment: Post | None, public: bool) -> int | None:
        try:
            with path.open("rb") as file:
                # Nobody can be asked here for a still of a picture that moves: the first one is taken.
                master = pictures.developed(File(file, name=path.name), still=True)
        except Refused as refused:
            self.refused[name] = refused.said
            return None
        digest = sha1(master.read(), usedforsecurity=False).hexdigest()
        twin = Picture.objects.filter(file_hash=digest).values_list("pk", flat=True).first()
        if twin is not None:
            return int(twin)
        alt = attachment.meta_value("_wp_attachment_image_alt") if attachment else ""
        title = text_of(attachment.title) if attachment else ""
        picture = Picture(
            title=invisible.without(title or path.stem)[:255],
            file=master,
            called=_called(name) if public else "",
            alt_text=text_of(alt)[:500],
            caption=sanitise.inline(attachment.excerpt) if attachment else "",
        )
        with pictures.in_haste():  # of thousands at once; the worker makes the other sizes
            picture.save()
        return int(picture.pk)


def _named(attachment: Post) -> str:
    """What the file of an attachment is called below the folder of uploads."""
    stated = attachment.meta_value("_wp_attached_file").strip().lstrip("/")
    address = attachment.attachment_url
    # Below the folder that all sites of a network share, the address says which of them it is of.
    addressed = name_in(address)
    if not stated or plain(stated) == plain(addressed):
        return max(stated, addressed, key=len)
    return stated


def _called(name: str) -> str:
    """What readers knew a file by, without its size and its ending."""
    own = plain(name.rpartition("/")[2]).rpartition(".")[0]
    return _NO_NAME.sub("-", own).strip("-.")[:60]
