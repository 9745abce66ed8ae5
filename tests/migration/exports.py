"""Small exports for tests, written as WordPress writes them."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

BASE = "https://institute.example/blog"

_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Institute</title><link>{base}</link><description></description><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{base}</wp:base_site_url><wp:base_blog_url>{base}</wp:base_blog_url>
"""
AUTHOR = (
    "<wp:author><wp:author_id>7</wp:author_id><wp:author_login>amina</wp:author_login>"
    "<wp:author_email>amina@private.example</wp:author_email>"
    "<wp:author_display_name><![CDATA[Amina Rahman]]></wp:author_display_name></wp:author>\n"
)


def post(
    number: int,
    content: str = "",
    *,
    kind: str = "post",
    status: str = "publish",
    title: str | None = None,
    slug: str | None = None,
    link: str | None = None,
    parent: int = 0,
    creator: str = "amina",
    date: str = "2020-03-04 15:00:00",
    gmt: str = "2020-03-04 10:00:00",
    modified: str | None = None,
    password: str = "",
    terms: tuple[tuple[str, str, str], ...] = (),
    meta: dict[str, str] | None = None,
    extra: str = "",
    excerpt: str = "",
) -> str:
    """One `<item>`."""
    slug = f"text-{number}" if slug is None else slug
    link = f"{BASE}/{slug}/" if link is None else link
    named = "".join(f'<category domain="{d}" nicename="{n}"><![CDATA[{name}]]></category>' for d, n, name in terms)
    kept = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in (meta or {}).items()
    )
    shown = f"Text {number}" if title is None else title
    return f"""<item><title><![CDATA[{shown}]]></title><link>{escape(link)}</link>
<dc:creator><![CDATA[{creator}]]></dc:creator><guid isPermaLink="false">{BASE}/?p={number}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{gmt}</wp:post_date_gmt>
<wp:post_modified>{modified or date}</wp:post_modified><wp:post_modified_gmt>{modified or gmt}</wp:post_modified_gmt>
<wp:post_name>{slug}</wp:post_name><wp:status>{status}</wp:status><wp:post_parent>{parent}</wp:post_parent>
<wp:menu_order>0</wp:menu_order><wp:post_type>{kind}</wp:post_type><wp:post_password>{password}</wp:post_password>
<wp:is_sticky>0</wp:is_sticky>{named}{kept}{extra}</item>
"""


def attachment(
    number: int,
    file: str,
    *,
    parent: int = 0,
    alt: str = "",
    caption: str = "",
    status: str = "inherit",
    address: str = "",
) -> str:
    """A picture of the media library."""
    address = address or f"{BASE}/wp-content/uploads/{file}"
    return post(
        number,
        kind="attachment",
        status=status,
        parent=parent,
        excerpt=caption,
        link=f"{BASE}/?attachment_id={number}",
        meta={"_wp_attached_file": file, "_wp_attachment_image_alt": alt},
        extra=f"<wp:attachment_url>{address}</wp:attachment_url>",
    )


def export(*records: str, base: str = BASE) -> str:
    """A whole export."""
    return f"{_HEAD.format(base=base)}{''.join(records)}</channel>\n</rss>\n"


def written(folder: Path, *records: str, name: str = "export.xml", base: str = BASE) -> Path:
    """A whole export as a file."""
    path = folder / name
    path.write_text(export(*records, base=base), encoding="utf-8")
    return path
