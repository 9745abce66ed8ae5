"""The articles for measuring as a site for Hugo, with templates of the same make-up as the standard theme's."""

from __future__ import annotations

import json
from pathlib import Path

from texts import Draft, drafts

CONFIGURATION = """
baseURL = "http://localhost/"
title = "The Institute"
disableKinds = ["404"]
enableRobotsTXT = true
[taxonomies]
person = "people"
topic = "topics"
[pagination]
pagerSize = 20
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 20
[security]
allowContent = [".*"]
[[menus.main]]
name = "Articles"
url = "/articles/"
"""

LAYOUTS = {
    "_default/baseof.html": """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} – {{ site.Title }}</title>
{{ with .Params.standfirst }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<link rel="alternate" type="application/rss+xml" title="{{ site.Title }}" href="/index.xml">
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/style.css">
<meta property="og:type" content="article"><meta property="og:title" content="{{ .Title }}">
<meta property="og:site_name" content="{{ site.Title }}"><meta property="og:url" content="{{ .Permalink }}">
</head><body><a class="skip" href="#main">Skip to the text</a>
<header class="masthead"><a class="masthead__name" href="/">{{ site.Title }}</a>
{{ partialCached "menu.html" . }}</header>
<main class="main" id="main" tabindex="-1">
<nav class="crumbs"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ol></nav>
{{ block "main" . }}{{ end }}</main>
{{ partialCached "foot.html" . }}</body></html>""",
    "partials/menu.html": """<nav class="menu"><ul>{{ range site.Menus.main }}
<li><a href="{{ .URL }}">{{ .Name }}</a></li>{{ end }}</ul></nav>""",
    "partials/foot.html": """<footer class="foot"><p>© {{ now.Year }} {{ site.Title }}</p>
{{ partialCached "menu.html" . }}<a href="/index.xml">Feed</a></footer>""",
    "partials/byline.html": """<p class="byline">{{ range .GetTerms "people" }}
<a rel="author" href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time></p>""",
    "partials/card.html": """<li class="card"><p class="card__kicker">{{ .Params.kicker }}</p>
<h2 class="card__title"><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="standfirst">{{ .Params.standfirst }}</p>{{ partial "byline.html" . }}
<ul class="topics">{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</li>""",
    "_default/single.html": """{{ define "main" }}<article class="article" lang="en" dir="ltr">
<header class="article__head"><p class="article__kicker">{{ .Params.kicker }}</p>
<h1 class="article__title">{{ .Title }}</h1><p class="standfirst">{{ .Params.standfirst }}</p>
{{ partial "byline.html" . }}</header>
<nav class="contents"><h2>Contents</h2><ol>{{ range $place, $text := .Params.headings }}
<li><a href="#part-{{ $place }}">{{ $text }}</a></li>{{ end }}</ol></nav>
<div class="prose">{{ .Content }}</div>
<footer class="article__end"><ul class="topics">{{ range .GetTerms "topics" }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<nav class="neighbours">{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></footer></article>
{{ end }}""",
    "_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ if eq .Kind "taxonomy" }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ else }}<ol class="cards">{{ range .Paginator.Pages }}{{ partial "card.html" . }}{{ end }}</ol>
<nav>{{ with .Paginator.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}</nav>{{ end }}{{ end }}""",
    "index.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ol class="cards">
{{ range first 5 site.RegularPages }}{{ partial "card.html" . }}{{ end }}</ol>{{ end }}""",
}


def make(folder: Path, articles: int) -> None:
    """Write configuration, templates and articles."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in LAYOUTS.items():
        path = folder / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for draft in drafts(articles):
        path = folder / "content" / "articles" / f"{draft.slug}.html"
        path.write_text(_article(draft), encoding="utf-8")


def _article(draft: Draft) -> str:
    head = {
        "title": draft.title,
        "date": draft.published.isoformat(),
        "kicker": "Research",
        "standfirst": draft.standfirst,
        "people": [f"Person {one}" for one in draft.people],
        "topics": [f"Topic {one}" for one in draft.topics],
        "headings": [heading for heading, _ in draft.sections],
    }
    return f"{json.dumps(head, indent=1)}\n\n{draft.html}\n"
