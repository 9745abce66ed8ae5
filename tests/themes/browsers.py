"""A browser that looks at sample pages and notes whatever goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.resting import watch

from .serving import HASTY, ORIGIN, serving

PROGRAMS = ("chromium-headless-shell", "chromium")
"""Debian's two builds of Chromium. The one that has no windows opens a page for a third of the work."""


def program() -> str | None:
    """Where Chromium is; None if it isn't here."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@dataclass
class View:
    """A page in the browser, with what it complained of and whom it asked."""

    page: Page
    origin: str = ORIGIN
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def note(self, url: str) -> None:
        """Something that the page asks for."""
        address = urlsplit(url)
        if f"{address.scheme}://{address.netloc}" == self.origin:
            self.fetched.append(address.path)
        elif address.scheme not in ("data", "blob"):
            self.foreign.append(url)

    def forget(self) -> None:
        """What was noted of pages before."""
        for noted in (self.complaints, self.foreign, self.fetched):
            noted.clear()

    def open(self, name: str, language: str) -> None:
        self.page.goto(f"{self.origin}/{language}/{name}", wait_until="load")
        self.page.evaluate("document.fonts.ready")

    def resize(self, width: int) -> None:
        """Another width of the same window, and all that follows from it."""
        self.page.set_viewport_size({"width": width, "height": self.page.viewport_size["height"]})
        self.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")

    def style(self, css: str) -> None:
        """Styles of a reader's own, as an extension sets them."""
        self.page.evaluate(
            """(css) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
            }""",
            css,
        )

    def show_all(self) -> None:
        """Have the pictures further below fetched too."""
        self.page.evaluate(
            "async () => { for (const image of document.images) { image.loading = 'eager'; await image.decode(); } }"
        )


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that finds the sample pages at `ORIGIN`, this machine at localhost, and nobody else anywhere."""
    with serving() as port, sync_playwright() as playwright:
        hosts = f"MAP *.test 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
        # Letters as wide as they are: the one without windows would round them to whole pixels.
        told = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", f"--host-resolver-rules={hosts}"]
        browser = playwright.chromium.launch(executable_path=program(), args=told)
        yield browser
        browser.close()


@contextmanager
def view(
    browser: Browser, width: int = 360, height: int = 800, scheme: str = "light", *, patient: bool = True, **more: Any
) -> Iterator[View]:
    """A window of the browser; `more` is what else Playwright's contexts can be told.

    A `patient` one waits for fonts however slow this machine is; readers' browsers go on without.
    """
    told = {"reduced_motion": "reduce", **more}
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **told)
    context.set_default_timeout(120_000)  # a busy machine is no fault of a page's
    seen = View(context.new_page(), ORIGIN if patient else HASTY)
    watch(seen.page)
    seen.page.on("request", lambda request: seen.note(request.url))
    seen.page.on("console", lambda told: seen.complaints.append(told.text) if told.type == "error" else None)
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    yield seen
    context.close()
