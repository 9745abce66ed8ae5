"""What a WordPress export holds, as plain frozen values in the export's own terms."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Meta:
    """A key and a value that WordPress or one of its plugins kept beside something."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Site:
    """The site that was exported."""

    title: str = ""
    link: str = ""
    base_site_url: str = ""
    base_blog_url: str = ""
    language: str = ""
    description: str = ""
    version: str = ""
    generator: str = ""

    @property
    def base(self) -> str:
        """The address of the blog without a slash at the end: what all its addresses begin with."""
        return (self.base_blog_url or self.link or self.base_site_url).strip().rstrip("/")


@dataclass(frozen=True, slots=True)
class Author:
    """Someone who has written in the export. The e-mail address is never shown to anyone."""

    login: str
    wordpress_id: int = 0
    email: str = field(default="", repr=False)
    display_name: str = ""
    first_name: str = ""
    last_name: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A category, a tag, or a word of another taxonomy, as declared at the head of the export."""

    taxonomy: str
    slug: str
    name: str
    wordpress_id: int = 0
    parent: str = ""
    description: str = ""
    meta: tuple[Meta, ...] = ()


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term as a post names it."""

    taxonomy: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reader wrote under a post. The sender's network address is not even read."""

    wordpress_id: int
    parent: int = 0
    author: str = ""
    email: str = field(default="", repr=False)
    url: str = ""
    date: str = ""
    date_gmt: str = ""
    content: str = ""
    approved: str = "1"
    kind: str = "comment"
    meta: tuple[Meta, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """One `<item>`: a post, page, attachment, menu entry or anything else that WordPress keeps as a post."""

    wordpress_id: int
    kind: str = "post"
    status: str = "publish"
    title: str = ""
    link: str = ""
    guid: str = ""
    slug: str = ""
    parent: int = 0
    order: int = 0
    content: str = ""
    excerpt: str = ""
    creator: str = ""
    date: str = ""
    date_gmt: str = ""
    modified: str = ""
    modified_gmt: str = ""
    has_password: bool = False
    sticky: bool = False
    comment_status: str = ""
    attachment_url: str = ""
    terms: tuple[TermUse, ...] = ()
    meta: tuple[Meta, ...] = ()
    comments: tuple[Comment, ...] = ()
    line: int = 0

    def meta_value(self, key: str) -> str:
        """The first value kept under a key, or nothing."""
        return next((meta.value for meta in self.meta if meta.key == key), "")

    @property
    def lead(self) -> int:
        """The number of the picture that leads it; 0 if there is none."""
        digits = self.meta_value("_thumbnail_id").strip()
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else 0

    def meta_values(self, key: str) -> list[str]:
        """All values kept under a key."""
        return [meta.value for meta in self.meta if meta.key == key]


Record = Site | Author | Term | Post
