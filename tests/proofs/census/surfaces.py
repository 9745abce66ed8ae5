"""Where somebody outside may look: every question that they can ask, under the name of the surface that answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from wagtail.documents.models import Document

from communique.content.models import BasePage, EarlyLink, Rendition
from communique.press.store import Entry
from communique.readers.contact.models import ContactPage
from tests.site.routes import routes

from .planting import Census

TOLD, MOVED, GONE, MISSING, REFUSED, NO_PART, ANOTHER = {200}, {301, 302}, {410}, {404}, {405}, {416}, {412}
ANY = {200, 301, 302, 303, 400, 401, 403, 404, 405, 410, 422, 429}

NOBODY = "outsider@elsewhere.example"
FOREIGN = {"sec-fetch-site": "cross-site"}
METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS")
SUFFIXES = (".json", "index.json", "amp/", "feed/", "feed.json", "feed.xml", "calendar.ics", "card.png", ".vcf", ".md")
QUERIES = (
    "format=json",
    "preview=true",
    "p=1",
    "rev=1",
    "page=2",
    "draft=1",
    "_wagtail_preview=1",
    "in_preview_panel=1",
)
OF_OTHERS = (
    *("/api/v2/pages/", "/api/main/pages/", "/wp-json/wp/v2/posts", "/graphql", "/admin/", "/search/?q=a", "/?s=a"),
    *("/oembed?url=/", "/wp-content/uploads/", "/xmlrpc.php", "/feed.atom?page=2", "/pages/", "/cms/", "/_preview/"),
)
WELL_KNOWN = (
    *("/.well-known/security.txt", "/.well-known/openid-configuration", "/favicon.ico", "/humans.txt", "/llms.txt"),
    *("/manifest.webmanifest", "/opensearch.xml", "/sitemap_index.xml", "/robots.txt", "/.git/config", "/.env"),
)
OF_THE_SITE = (
    *("/data/content.sqlite3", "/media/../content.sqlite3", "/..%2fcontent.sqlite3", "/_/assets/../../secret_key"),
    *("/media/%2e%2e/press/ledger.sqlite3", "/press/store.sqlite3", "/communique.toml", "/data/secret_key"),
)
OF_A_PAGE = {
    "editors of pages": ("edit", "delete", "unpublish", "copy", "move", "privacy"),
    "previews of pages": ("edit/preview", "view_draft", "edit/preview?mode=&in_preview_panel=true"),
    "histories of pages": ("history", "usage", "workflow/status", "compare/earliest...latest", "revisions/1/view"),
}
LISTS = (
    "pages",
    "images",
    "documents",
    "snippets",
    "reports/site-history",
    "reports/locked",
    "workflows/list",
    "users",
)
SIGNING_IN = {
    "the desk's door": ("/desk/", "/desk/login/", "/desk"),
    "the desk's way to another password": ("/desk/password_reset/", "/desk/password_reset/done/"),
    "pages of accounts": ("/-/accounts/login/", "/-/accounts/signup/", "/-/accounts/email/", "/-/accounts/inactive/"),
    "a password that is asked for anew": ("/-/accounts/password/reset/", "/-/accounts/password/reset/done/"),
    "links that sign in": ("/-/accounts/link/wrong/", "/-/accounts/confirm-email/wrong/"),
    "addresses of live actions that aren't there": ("/-/", "/-/none/", "/-/releases/", "/-/../desk/"),
    "the desk's words for scripts": ("/desk/jsi18n/",),
    "the desk's pictures": ("/desk/sprite/",),
    "the desk's interface": ("/desk/api/main/pages/", "/desk/api/main/images/", "/desk/api/main/documents/"),
}


@dataclass(frozen=True)
class Question:
    """One request; `real` are the statuses by which one sees that the surface answered as itself."""

    surface: str
    target: str
    real: set[int] = field(default_factory=lambda: TOLD)
    method: str = "GET"
    encoding: str = "identity"
    form: dict[str, str] | None = None
    headers: dict[str, str] = field(default_factory=dict)


def questions(census: Census, entries: Iterable[Entry]) -> Iterator[Question]:
    """All of them."""
    published = [entry for entry in entries if not entry.address.startswith("~")]
    yield from of_what_is_published(published)
    yield from of_pieces(entry.address for entry in entries if entry.address.startswith("~"))
    yield from of_one_by_one(published)
    yield from of_hidden_pages(census.pages.hidden)
    yield from of_files()
    yield from _asked("interfaces of other systems", OF_OTHERS, MISSING)
    yield from _asked("what is well known", WELL_KNOWN, TOLD | MISSING)
    yield from _asked("files of the site by guess", OF_THE_SITE, MISSING | {400})
    yield from of_the_desk(census)
    yield from of_live_actions(census)


def _asked(surface: str, targets: Iterable[str], real: set[int]) -> Iterator[Question]:
    return (Question(surface, target, real) for target in targets)


def of_what_is_published(published: list[Entry]) -> Iterator[Question]:
    """Each address, in all encodings; what has moved, and what is gone."""
    for entry in published:
        if entry.status == 200:
            yield Question(f"published as {entry.media_type.partition(';')[0]}", entry.address)
            yield Question("packed with gzip", entry.address, encoding="gzip")
            yield Question("packed with brotli", entry.address, encoding="br")
            yield Question("headers alone", entry.address, method="HEAD")
        else:
            kept = {301: "what has moved", 410: "what is gone"}.get(entry.status, f"published with {entry.status}")
            yield Question(kept, entry.address, {entry.status})
            yield Question(f"{kept}, headers alone", entry.address, {entry.status}, "HEAD")


def of_pieces(addresses: Iterable[str]) -> Iterator[Question]:
    """What pages are put together from isn't published by itself."""
    return (Question("pieces of pages", f"/{address}", MISSING) for address in addresses)


def of_one_by_one(published: list[Entry]) -> Iterator[Question]:
    """Answers that depend on what else is asked for."""
    for entry in published:
        if entry.status != 200:
            continue
        address = entry.address
        yield Question("nothing new", address, {304}, headers={"if-none-match": "*"})
        yield Question("a part", address, {206}, headers={"range": "bytes=0-399"})
        yield Question("a part that isn't there", address, NO_PART, headers={"range": "bytes=99999999-"})
        yield Question("another than was had before", address, ANOTHER, headers={"if-match": '"another"'})
        yield from (Question("other methods", address, REFUSED, method) for method in METHODS)
        yield Question("by another name of the site", address, TOLD | {400}, headers={"host": "elsewhere.example"})
        if address.endswith("/"):
            yield Question("an address without its end", address.rstrip("/") or "/", TOLD | MOVED)
            yield from _asked("other forms of a page", (address + suffix for suffix in SUFFIXES), TOLD | MISSING)
            yield from _asked("pages with questions", (f"{address}?{query}" for query in QUERIES), TOLD | MISSING)


def of_hidden_pages(hidden: Iterable[BasePage]) -> Iterator[Question]:
    """Where somebody who knows what they are called would look."""
    for page in hidden:
        above = page.url_path.rsplit("/", 2)[0]
        for target in dict.fromkeys((page.address, f"/{page.slug}/", f"{above}/{page.slug}/", page.url_path)):
            yield Question("hidden pages by their names", target, MISSING | GONE)
            for language in ("ur", "ar", "ru"):
                headers = {"accept-language": language}
                yield Question(f"nothing there, in {language}", target, MISSING | GONE, headers=headers)
            yield from _asked("other forms of hidden pages", (target + suffix for suffix in SUFFIXES), MISSING)
        yield Question("names that are nearly right", f"/{page.slug[:-1]}/", MISSING)
        yield Question("hidden pages by their numbers", f"/?p={page.pk}", TOLD | MISSING | GONE)
        yield Question("hidden pages by their numbers", f"/pages/{page.pk}/", MISSING)


def of_files() -> Iterator[Question]:
    """Uploads, documents and pictures where they lie, and where others would put them."""
    for path in sorted(settings.COMMUNIQUE.uploads_folder.rglob("*.*")):
        below = path.relative_to(settings.COMMUNIQUE.uploads_folder).as_posix()
        folder = below.partition("/")[0] if "/" in below else "the upload folder"
        targets = (f"/media/{below}", f"/uploads/{below}", f"/media/1/{path.name}", f"/{below}")
        yield from _asked(f"{folder} by guess", targets, MISSING | TOLD)
        yield from _asked("uploads at the desk", (f"/desk/uploads/{below}",), MOVED)
    for rendition in Rendition.objects.all():
        name = Path(rendition.file.name).name
        yield from _asked("renditions by guess", (f"/media/{rendition.pk}/{name}", f"/media/{name}"), MISSING | TOLD)
    for document in Document.objects.all():
        name = Path(document.file.name).name
        yield from _asked("documents by guess", (f"/documents/{document.pk}/{name}",), MISSING)
        yield from _asked("documents at the desk", (f"/desk/files/{document.pk}/{name}",), MOVED)


def of_the_desk(census: Census) -> Iterator[Question]:
    """The desk, by a stranger."""
    for surface, targets in SIGNING_IN.items():
        yield from _asked(surface, targets, ANY)
    yield from _asked("lists of the desk", (f"/desk/{name}/" for name in LISTS), MOVED)
    for page in census.pages.hidden:
        for surface, views in OF_A_PAGE.items():
            yield from _asked(surface, (f"/desk/pages/{page.pk}/{view}/" for view in views), MOVED)
    several = [str(page.pk) for page in census.pages.hidden[::9]]
    for route in routes():
        for number in several if route.names_a_page else several[:1]:
            target = route.address(dict.fromkeys(_NUMBERED, number))
            yield Question("every route of the desk, asked", target, ANY)
            yield Question("every route of the desk, written to", target, ANY, "POST", form={"title": "x", "q": "a"})


_NUMBERED = (
    *("page_id", "parent_page_id", "page_to_move_id", "parent_id", "page_pk", "pk", "id", "object_id"),
    *("image_id", "document_id", "revision_id", "user_id", "group_id"),
)


def of_live_actions(census: Census) -> Iterator[Question]:
    """What readers can do, done by somebody who has no right to, or does it wrongly."""
    name, mail = census.user.username, census.user.email
    for told in (name, mail, "nobody"):
        form = {"login": told, "password": "wrong"}
        yield Question("a wrong password", "/-/accounts/login/", TOLD, "POST", form=form)
        form = {"username": told, "password": "wrong"}
        yield Question("a wrong password at the desk", "/desk/login/", MOVED | TOLD, "POST", form=form)
    yield Question("another password for nobody", "/-/accounts/password/reset/", MOVED, "POST", form={"email": NOBODY})
    signing_up = {"username": "outsider", "email": mail, "password1": "long enough 1", "password2": "long enough 1"}
    yield Question("signing up", "/-/accounts/signup/", TOLD, "POST", form=signing_up)
    for link in EarlyLink.objects.all():
        wrong = link.key[:-1] + ("a" if link.key[-1] != "a" else "b")
        yield Question("early links with a wrong key", f"/-/content/early/{wrong}/", MISSING)
        yield Question("places below early links with a wrong key", f"/-/content/early/{wrong}/pages/1/", MISSING)
        yield Question("files of early links with a wrong key", f"/-/content/early/{wrong}/files/x.jpg", MISSING)
        yield Question("former early links with a wrong key", f"/-/releases/early/{wrong}/", MOVED)
    for page in ContactPage.objects.filter(live=True):
        place = f"/-/contact/{page.pk}/"
        yield Question("tokens of forms", f"{place}token/", TOLD | MISSING)
        yield Question("letters that lack something", place, {422, 404}, "POST", form={"text": "x"})
        yield Question("letters from another site", place, {403, 404}, "POST", form={}, headers=FOREIGN)
    yield Question("more than may be sent", "/-/accounts/login/", {413}, headers={"content-length": "99999999999"})
    yield Question("whether the reader is well", "/healthz")


def without_a_desk() -> Iterator[Question]:
    """What is said when the desk is away."""
    targets = ("/desk/", "/-/accounts/login/", "/-/content/early/x/", "/-/contact/1/token/")
    return _asked("for the moment this can't be done", targets, {503})
