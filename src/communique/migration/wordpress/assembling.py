"""Assembling: the fields of elements, as they end, become the records of an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .shapes import Author, Comment, Meta, Post, Site, Term, TermUse

Fields = Mapping[str, str]


def site(fields: Fields) -> Site:
    """The head of the channel."""
    return Site(
        title=_said(fields, "title"),
        link=_said(fields, "link"),
        base_site_url=_said(fields, "wp:base_site_url"),
        base_blog_url=_said(fields, "wp:base_blog_url"),
        language=_said(fields, "language"),
        description=_said(fields, "description"),
        version=_said(fields, "wp:wxr_version"),
        generator=_said(fields, "generator"),
    )


def author(fields: Fields) -> Author:
    """A `wp:author`."""
    return Author(
        login=_said(fields, "wp:author_login"),
        wordpress_id=_number(fields, "wp:author_id"),
        email=_said(fields, "wp:author_email"),
        display_name=_said(fields, "wp:author_display_name"),
        first_name=_said(fields, "wp:author_first_name"),
        last_name=_said(fields, "wp:author_last_name"),
    )


def category(fields: Fields, meta: Iterable[Meta]) -> Term:
    """A `wp:category`."""
    return Term(
        taxonomy="category",
        slug=_said(fields, "wp:category_nicename"),
        name=_said(fields, "wp:cat_name"),
        wordpress_id=_number(fields, "wp:term_id"),
        parent=_said(fields, "wp:category_parent"),
        description=fields.get("wp:category_description", ""),
        meta=tuple(meta),
    )


def tag(fields: Fields, meta: Iterable[Meta]) -> Term:
    """A `wp:tag`."""
    return Term(
        taxonomy="post_tag",
        slug=_said(fields, "wp:tag_slug"),
        name=_said(fields, "wp:tag_name"),
        wordpress_id=_number(fields, "wp:term_id"),
        description=fields.get("wp:tag_description", ""),
        meta=tuple(meta),
    )


def term(fields: Fields, meta: Iterable[Meta]) -> Term:
    """A `wp:term`: a word of any taxonomy."""
    return Term(
        taxonomy=_said(fields, "wp:term_taxonomy"),
        slug=_said(fields, "wp:term_slug"),
        name=_said(fields, "wp:term_name"),
        wordpress_id=_number(fields, "wp:term_id"),
        parent=_said(fields, "wp:term_parent"),
        description=fields.get("wp:term_description", ""),
        meta=tuple(meta),
    )


def meta(fields: Fields) -> Meta:
    """A key and value; keys with line breaks around them are found in real exports."""
    return Meta(_said(fields, "wp:meta_key"), fields.get("wp:meta_value", ""))


def comment(fields: Fields, kept: Iterable[Meta]) -> Comment:
    """A `wp:comment`, without its sender's network address."""
    return Comment(
        wordpress_id=_number(fields, "wp:comment_id"),
        parent=_number(fields, "wp:comment_parent"),
        author=_said(fields, "wp:comment_author"),
        email=_said(fields, "wp:comment_author_email"),
        url=_said(fields, "wp:comment_author_url"),
        date=_said(fields, "wp:comment_date"),
        date_gmt=_said(fields, "wp:comment_date_gmt"),
        content=fields.get("wp:comment_content", ""),
        approved=_said(fields, "wp:comment_approved") or "0",
        kind=_said(fields, "wp:comment_type") or "comment",
        meta=tuple(kept),
    )


def post(
    fields: Fields, terms: Iterable[TermUse], kept: Iterable[Meta], comments: Iterable[Comment], *, line: int
) -> Post:
    """An `<item>`."""
    return Post(
        wordpress_id=_number(fields, "wp:post_id"),
        kind=_said(fields, "wp:post_type") or "post",
        status=_said(fields, "wp:status"),
        title=fields.get("title", "").strip(),
        link=_said(fields, "link"),
        guid=_said(fields, "guid"),
        slug=_said(fields, "wp:post_name"),
        parent=_number(fields, "wp:post_parent"),
        order=_number(fields, "wp:menu_order"),
        content=fields.get("content:encoded", ""),
        excerpt=fields.get("excerpt:encoded", ""),
        creator=_said(fields, "dc:creator"),
        date=_said(fields, "wp:post_date"),
        date_gmt=_said(fields, "wp:post_date_gmt"),
        modified=_said(fields, "wp:post_modified"),
        modified_gmt=_said(fields, "wp:post_modified_gmt"),
        has_password=bool(_said(fields, "wp:post_password")),
        sticky=_said(fields, "wp:is_sticky") == "1",
        comment_status=_said(fields, "wp:comment_status"),
        attachment_url=_said(fields, "wp:attachment_url"),
        terms=tuple(terms),
        meta=tuple(kept),
        comments=tuple(comments),
        line=line,
    )


def _said(fields: Fields, name: str) -> str:
    return fields.get(name, "").strip()


def _number(fields: Fields, name: str) -> int:
    digits = fields.get(name, "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else 0
