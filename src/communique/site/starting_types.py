"""What a new site begins with besides its pages: a type of article for each form, with its disclaimer."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from communique.sections.articles.models import ArticleType, ArticleTypeText, Disclaimer

TEXTS = Path(__file__).with_suffix(".toml")


@cache
def texts() -> dict[str, dict[str, dict[str, str]]]:
    """By form what the type is called in each language, and what stands below its articles ("": nothing)."""
    return tomllib.loads(TEXTS.read_text("utf-8"))


def add_types(languages: Sequence[str]) -> None:
    """Make a type for each form, unless there are types already."""
    if ArticleType.objects.exists():
        return
    for form, told in texts().items():
        kind = ArticleType(
            name=told["en"]["name"],
            form=form,
            described_as=DESCRIBED.get(form, ArticleType.Described.ARTICLE),
            texts=[ArticleTypeText(language=language, name=told[language]["name"]) for language in languages],
            disclaimers=[
                Disclaimer(language=language, text=f"<p>{said}</p>")
                for language in languages
                if (said := told[language].get("disclaimer", ""))
            ],
        )
        kind.save()


DESCRIBED = {
    "article": ArticleType.Described.SCHOLARLY,
    "paper": ArticleType.Described.SCHOLARLY,
    "report": ArticleType.Described.REPORT,
    "brief": ArticleType.Described.REPORT,
    "opinion": ArticleType.Described.OPINION,
    "elsewhere": ArticleType.Described.OPINION,
}
"""What search engines are told of each; nothing particular of the others."""
