"""Draw every sample page at three widths, in two directions, light and dark, and on paper, into `pictures/`.

Run by `make pictures`, or: python -m tests.themes.pictures [NAME …]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "communique.site.settings")
django.setup()  # sample charts are set by the code that sets those of articles

from .browsers import View, chromium, view  # noqa: E402  # settings come first
from .pages import LIVING, PAGES, page  # noqa: E402

FOLDER = Path("pictures")
WIDTHS = (360, 768, 1440)


def main(names: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    with chromium() as browser:
        with view(browser, width=1440) as seen:
            for name in names or PAGES:
                for language in _languages(name, 1440, "light"):
                    seen.open(name, language)
                    seen.show_all()
                    _print(seen, FOLDER / f"{name}.{language}.paper.pdf")
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                with view(browser, width=width, scheme=scheme) as seen:
                    for name in names or [*PAGES, *LIVING]:
                        for language in _languages(name, width, scheme):
                            seen.open(name, language)
                            seen.show_all()
                            seen.page.screenshot(
                                path=FOLDER / f"{name}.{language}.{scheme}.{width}.png", full_page=True
                            )
                    for complaint in seen.complaints + seen.foreign:
                        print(f"{scheme} {width}: {complaint}")
    for name in names or [*PAGES, *LIVING]:
        (FOLDER / f"{name}.en.html").write_text(page(name, "en"), encoding="utf-8")


def _print(seen: View, file: Path) -> None:
    """A page as it leaves a printer, on A4; each sheet as a picture too, where poppler is installed."""
    seen.page.pdf(path=file, format="A4", prefer_css_page_size=True)
    if drawer := shutil.which("pdftoppm"):
        subprocess.run([drawer, "-png", "-r", "80", str(file), str(file.with_suffix(""))], check=True)


def _languages(name: str, width: int, scheme: str) -> tuple[str, ...]:
    """Both directions of everything; all four languages of an article, a list and the front page, by day."""
    everywhere = name in {"article", "home", "list"} and scheme == "light"
    return ("en", "ur", "ar", "ru") if everywhere else ("en", "ur")


if __name__ == "__main__":
    main(sys.argv[1:])
