"""A browser that looks at sample pages and notes whatever goes wrong."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, sync_playwright

from .pages import POLICY, answer

CHROMIUM = "/usr/bin/chromium"
ORIGIN = "http://institute.test"


@dataclass
class View:
    """A page in the browser, with what it complained of and whom it asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    fetched: dict[str, int] = field(default_factory=dict)

    def open(self, name: str, language: str) -> None:
        self.page.goto(f"{ORIGIN}/{language}/{name}", wait_until="load")
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
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
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
    seen = View(context.new_page())

    def respond(route: Route) -> None:
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}" != ORIGIN:
            seen.foreign.append(route.request.url)
            return route.abort()
        found = answer(address.path)
        if found is None:
            return route.fulfill(status=404, body="")
        body, media_type = found
        if patient and media_type.startswith("text/css"):
            body = body.replace(b"font-display: optional", b"font-display: block")
        seen.fetched[address.path] = len(body if media_type.startswith("font/") else gzip.compress(body))
        return route.fulfill(body=body, headers={"Content-Type": media_type, "Content-Security-Policy": POLICY})

    context.route("**/*", respond)
    seen.page.on("console", lambda told: seen.complaints.append(told.text) if told.type == "error" else None)
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    yield seen
    context.close()
