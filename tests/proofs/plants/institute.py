"""A small institute with a canary in every place that readers must not see into."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageCms, PngImagePlugin
from wagtail.documents.models import Document
from wagtail.log_actions import log
from wagtail.models import Collection, Comment, CommentReply, Page, PageViewRestriction

from communique.accounts.models import User
from communique.content.lists import corrections
from communique.content.models import (
    Amendment,
    LandingPage,
    LegalPage,
    Navigation,
    NavigationEntry,
    Person,
    Picture,
    SharedPiece,
    SharedPieceText,
    Topic,
)
from communique.content.models.delays import Delay
from communique.publishing.addresses import check
from communique.sections.articles.models import ArticlePage, ArticlesPage, ArticleType, Contributor, Disclaimer
from tests.content import stories
from tests.content.stories import block

from ..canaries import Canaries


class Institute:
    """The planted content. What was public once is withdrawn by `withdraw`."""

    def __init__(self) -> None:
        self.canaries = Canaries()
        self.guesses: set[str] = set()
        self.section = stories.section()
        self.live = stories.article("A public title", body=body("What all may read."), standfirst="For all.")
        self._user()
        self._pages_nobody_sees()
        self._live_page_with_plans()
        self._what_readers_are_not_told()
        self._disclaimers()
        self._written_for_another_type()
        for room in iter_modules([str(Path(__file__).parent)]):
            if room.name != "institute":
                import_module(f"{__package__}.{room.name}").plant(self)
        self._pictures_and_documents()
        self._desk_talk()
        self._once_public()

    def withdraw(self) -> None:
        """What was public is taken down, made private, deleted, or said in other words."""
        self._say_it_otherwise()
        self._deleted.delete()
        self._unpublished.unpublish()
        PageViewRestriction.objects.create(page=self._closed, restriction_type="login")

    def plant(self, where: str) -> str:
        return self.canaries.plant(where)

    def fields(self, what: str, *, slug: bool = True) -> dict[str, Any]:
        """Every field of an article, a canary in each."""
        names = ("title", "kicker", "standfirst", "seo_title", "search_description", "lead_caption")
        names += ("lead_credit", "lead_alt", "slug") if slug else ("lead_credit", "lead_alt")
        fields: dict[str, Any] = {name: self.plant(f"{what}: {name}") for name in names}
        return fields | {"body": self.every_block(what)}

    def every_block(self, what: str) -> list[dict[str, Any]]:
        def rich(where: str) -> str:
            return f"<p>{self.plant(f'{what}: {where}')}</p>"

        def plain(where: str) -> str:
            return self.plant(f"{what}: {where}")

        return [
            stories.heading(plain("heading")),
            block("paragraph", rich("paragraph")),
            block("quote", {"text": rich("quote"), "attribution": plain("attribution")}),
            block("preformatted", {"text": plain("preformatted"), "language": ""}),
            block("embed", {"url": f"https://videos.example/{plain('embed address')}", "title": plain("embed title")}),
            block("aside", {"title": plain("box title"), "text": rich("box")}),
            block("details", {"summary": plain("summary"), "text": rich("details")}),
            block("imported", {"html": rich("imported passage"), "note": plain("note of an import")}),
            self._unresolved(what),
        ]

    def _unresolved(self, what: str) -> dict[str, Any]:
        names = ("name", "attributes", "original")
        return block("unresolved", {name: self.plant(f"{what}: unresolved {name}") for name in names})

    def article(self, what: str, under: Page | None = None, *, amended: bool = True, **fields: Any) -> ArticlePage:
        page = ArticlePage(**{"published": stories.FIRST, **self.fields(what), **fields})
        page.contributors = [Contributor(person=self.person(what), affiliation=self.plant(f"{what}: affiliation"))]
        page = (under or self.section).add_child(instance=page)
        self.guesses |= {check(page), f"/articles/{page.slug}/", f"/{page.slug}/"}
        if amended:
            self._told_of_a_change(page, what)
        return page

    def _told_of_a_change(self, page: ArticlePage, what: str, **place: Any) -> Amendment:
        """Words for readers about a change; they may see them where they may see the page."""
        said = {name: self.plant(f"{what}: {name} in a change") for name in ("wrong", "right", "note", "reason")}
        out = {"published": stories.NOW, "standing": True, "shelf": corrections("en"), "year": 2026, "month": 202611}
        return Amendment.objects.create(page=page, kind="correction", language="en", **said, **{**out, **place})

    def person(self, what: str) -> Person:
        return Person.objects.create(name="Somebody", email=f"{self.plant(f'{what}: e-mail of a person')}@example.org")

    def _user(self) -> None:
        self.user = User.objects.create_user(
            self.plant("name of an account"),
            email=f"{self.plant('e-mail of an account')}@example.org",
            password=self.plant("password"),
            first_name=self.plant("first name of an account"),
            last_name=self.plant("last name of an account"),
        )
        self.canaries.keep("hash of a password", self.user.password)
        self.canaries.keep("the secret key", settings.SECRET_KEY)

    def _pages_nobody_sees(self) -> None:
        self.draft = self.article("draft", live=False, lead_picture=self.picture("picture of a draft", "JPEG"))
        self.draft.save_revision(user=self.user)
        soon = timezone.now() + timedelta(days=30)
        scheduled = self.article("scheduled", live=False)
        scheduled.go_live_at = soon
        scheduled.save_revision(approved_go_live_at=soon)
        private = self.article("private")
        secret = self.plant("password of a private page")
        PageViewRestriction.objects.create(page=private, restriction_type="password", password=secret)
        closed = self.section.get_parent().add_child(
            instance=ArticlesPage(title=self.plant("closed section: title"), slug=self.plant("closed section: slug"))
        )
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        self.article("below a private section", under=closed)
        self.article("deleted draft", live=False).delete()
        piece = SharedPiece.objects.create(name=self.plant("name of a shared piece"))
        SharedPieceText.objects.create(piece=piece, language="en", text="<p>Shared with all.</p>")
        SharedPieceText.objects.create(piece=piece, language="ar", text=self.plant("shared piece that no page shows"))
        self.live.body = [*self.live.body.get_prep_value(), block("shared", piece.pk)]
        self.live.save()
        Topic.objects.create(title=self.plant("topic of a draft")).articles.add(self.draft)
        menu = Navigation.objects.create(language="en")
        label = self.plant("menu entry that leads to a draft")
        menu.entries = [NavigationEntry(page=self.draft, label=label), NavigationEntry(page=self.draft)]
        menu.save()
        ArticlePage.objects.filter(pk=private.pk).update(original=self.live)
        self._front_pages(private)
        self._legal_pages()

    def _legal_pages(self) -> None:
        """A draft of a legal page, and of changes to one that is live."""
        home = self.section.get_parent()
        said = {name: self.plant(f"legal page: {name}") for name in ("title", "slug", "standfirst")}
        words = body(self.plant("legal page: body"))
        home.add_child(instance=LegalPage(role="imprint", body=words, live=False, **said))
        live = home.add_child(instance=LegalPage(title="Privacy", role="privacy", body=body("We keep little.")))
        live.standfirst, live.body = self.plant("legal page: standfirst of a draft"), words
        live.save_revision(user=self.user)

    def _front_pages(self, private: ArticlePage) -> None:
        """Slots with picks that readers can't see, on pages that they can; and a draft of other slots."""
        picks = [{"page": page.pk, "until": None} for page in (self.draft, private)]
        row = block("row", {"heading": "Picked", "picks": picks, "kinds": []})
        way = block("callout", {"heading": "", "text": "<p>Go on.</p>", "page": self.draft.pk, "label": ""})
        landing = self.section.get_parent().add_child(instance=LandingPage(title="Themes", slots=[row, way]))
        told = {"heading": self.plant("heading of a slot"), "text": f"<p>{self.plant('text of a slot')}</p>"}
        words = block("callout", {**told, "page": self.live.pk, "label": self.plant("words of a slot's link")})
        landing.slots, landing.standfirst = [row, words], self.plant("standfirst of a landing page's draft")
        landing.save_revision(user=self.user)
        hidden = LandingPage(title=self.plant("landing page: title"), slots=[words], live=False)
        self.section.get_parent().add_child(instance=hidden)

    def _live_page_with_plans(self) -> None:
        page = self.live
        blocks = [*body("The body of a live page."), self._unresolved("live page")]
        imported = {"html": "<p>A passage.</p>", "note": self.plant("live page: note of an import")}
        page.body = [*blocks, block("imported", imported)]
        page.contributors = [Contributor(person=self.person("live page"))]
        linked = f'<p>See <a linktype="page" id="{self.draft.pk}">this</a>.</p>'
        page.body = [*page.body.raw_data, block("paragraph", linked)]
        page.seo_title = self.plant("live page: title for search engines, not used")
        page.save_revision().publish()
        for revision in ("older draft", "draft"):
            for name, value in self.fields(f"{revision} of a live page", slug=False).items():
                setattr(page, name, value)
            page.slug = self.plant(f"{revision} of a live page: slug")
            page.save_revision(user=self.user)
        assert Page.objects.get(pk=page.pk).draft_title in self.canaries.planted

    def _what_readers_are_not_told(self) -> None:
        """A change that waits, one that was classed anew, a typo: all of a page that they can read."""
        self._told_of_a_change(self.live, "change that waits", published=None, standing=False)
        first = self._told_of_a_change(self.live, "change classed anew", standing=False)
        typo = self._told_of_a_change(self.live, "typo")
        Amendment.objects.filter(pk=typo.pk).update(kind="typo", replaces=first)

    def _disclaimers(self) -> None:
        """What will hold one day, and what is said in a language that no article of the type is in."""
        kind = ArticleType.objects.create(name="Opinion")
        for since, language in ((date(2999, 1, 1), "en"), (None, "ar")):
            words = self.plant(f"disclaimer in {language} since {since}")
            Disclaimer.objects.create(article_type=kind, language=language, since=since, text=f"<p>{words}</p>")
        Disclaimer.objects.create(article_type=kind, language="en", text="<p>Not what {organisation} thinks.</p>")
        ArticlePage.objects.filter(pk=self.live.pk).update(article_type=kind)

    def _written_for_another_type(self) -> None:
        """What an article has in fields that its type hasn't."""
        words = {
            name: self.plant(f"live page: {name}, which its type hasn't")
            for name in ("abstract", "signatories", "edition")
        }
        stories.article("A statement once", standfirst="Now an opinion.", **words)

    def picture(self, what: str, form: str) -> Picture:
        name = f"{self.plant(f'{what}: name of the file')}.{form.lower()}"
        picture = Picture(title=self.plant(f"{what}: title"), alt_text="A harbour", uploaded_by_user=self.user)
        picture.file = ContentFile(self._shot(what, form), name=name)
        picture.save()
        return picture

    def _shot(self, what: str, form: str) -> bytes:
        """A picture file with words in all places that cameras and programs write to."""

        def said(where: str) -> str:
            return self.plant(f"{what}: {where}")

        drawing, file = Image.new("RGB", (700, 350), "navy"), BytesIO()
        exif = drawing.getexif()
        for tag, where in ((0x010E, "description"), (0x013B, "artist"), (0x8298, "copyright"), (0x0110, "camera")):
            exif[tag] = said(f"Exif {where}")
        exif[0x9C9B] = said("Exif title").encode("utf-16-le")
        exif.get_ifd(0x8825)[29] = said("Exif place")
        colours = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        options: dict[str, Any] = {"exif": exif, "icc_profile": colours + said("colour profile").encode()}
        xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{said("XMP")}</x:xmpmeta>'.encode()
        if form == "PNG":
            words = PngImagePlugin.PngInfo()
            words.add_text("Comment", said("text chunk"))
            words.add_text("Description", said("compressed text chunk"), zip=True)
            words.add_itxt("XML:com.adobe.xmp", xmp.decode())
            drawing.save(file, form, pnginfo=words, **options)
        elif form == "JPEG":
            drawing.save(file, form, comment=said("comment").encode(), xmp=xmp, **options)
        else:
            drawing.save(file, form, xmp=xmp, **options)
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + said("IPTC").encode()
        picture = file.getvalue()
        if form != "JPEG":
            return picture + iptc
        return picture[:2] + b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc + picture[2:] + iptc

    def _pictures_and_documents(self) -> None:
        shown = []
        for form in ("JPEG", "PNG", "WEBP"):
            picture = self.picture(f"public {form}", form)
            figure = {"picture": picture.pk, "alt": "", "decorative": False, "caption": "", "credit": "", "source": ""}
            shown.append(block("figure", figure))
        stories.article("With pictures", days=1, lead_picture=picture, body=shown)
        for what in ("document nobody refers to", "document of a public article"):
            name, inside = self.plant(f"{what}: name"), self.plant(f"{what}: what is in it")
            document = Document(title=self.plant(f"{what}: title"), file=ContentFile(inside.encode(), f"{name}.pdf"))
            document.save()
            self.guesses |= {f"/documents/{document.pk}/{name}.pdf", f"/desk/files/{document.pk}/{name}.pdf"}
        linked = block("paragraph", f'<p>The <a linktype="document" id="{document.pk}">report</a>.</p>')
        stories.article("With a document", days=2, body=[linked, block("document", document.pk)])
        self.guesses |= _files()

    def _desk_talk(self) -> None:
        log(self.live, "wagtail.edit", user=self.user, data={"said": self.plant("desk's log")})
        place = {"page": self.live, "user": self.user, "contentpath": "title"}
        comment = Comment.objects.create(text=self.plant("editor's comment"), position="", **place)
        CommentReply.objects.create(comment=comment, user=self.user, text=self.plant("reply to a comment"))
        Delay.objects.create(page=self.draft, reason=self.plant("why a page is late"))
        Collection.get_first_root_node().add_child(name=self.plant("name of a collection"))

    def _once_public(self) -> None:
        self._deleted = self.article("deleted")
        self._unpublished = self.article("unpublished")
        self._closed = self.article("made private")
        self._replaced = self.article("replaced", amended=False)  # what readers are told of its changes is for them
        self._replaced.save_revision().publish()

    def _say_it_otherwise(self) -> None:
        page = self._replaced
        for name in ("kicker", "standfirst", "seo_title", "search_description"):
            setattr(page, name, "")
        for name in ("lead_caption", "lead_credit", "lead_alt"):
            setattr(page, name, "")
        page.title, page.slug, page.body, page.contributors = "Said otherwise", "otherwise", body("Otherwise."), []
        page.save_revision().publish()


def body(words: str) -> list[dict[str, Any]]:
    return [block("paragraph", f"<p>{words}</p>")]


def _files() -> set[str]:
    """Where somebody would look for uploaded files."""
    return {
        f"{prefix}{path.relative_to(settings.MEDIA_ROOT).as_posix()}"
        for path in settings.COMMUNIQUE.uploads_folder.rglob("*.*")
        for prefix in ("/desk/uploads/", "/media/", "/uploads/", "/media/1/")
    }
