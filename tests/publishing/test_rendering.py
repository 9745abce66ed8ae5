"""Templates become pages: whose template is used, what it may read, where its fragments stand."""

from datetime import UTC, datetime
from weakref import ref
from zoneinfo import ZoneInfo

import minijinja
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.press.guard import Endless
from communique.press.objects import Include
from communique.publishing.rendering import Rendering, TemplateFailed
from communique.text.catalogues import MissingString


@pytest.fixture
def part(tmp_path):
    return tmp_path / "podcasts"


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rendering(part, site=None, **more):
    return Rendering([part / "templates"], site, static_folders=[part / "static"], **more)


def said(part, template, language="en", **context):
    write(part, "templates/podcasts/x.html", template)
    return rendering(part).render("podcasts/x.html", context, language=language)


def test_values_are_escaped_and_markup_is_not(part):
    assert said(part, "{{ a }}{{ b|safe }}", a="<b>", b="<b>") == "&lt;b&gt;<b>"


def test_reading_what_was_not_given_fails_and_says_where(part):
    with pytest.raises(TemplateFailed, match=r"episode\.draft.*podcasts/x\.html"):
        said(part, "{{ episode.draft }}", episode={})


def test_the_site_stands_before_the_parts_and_the_parts_before_the_theme(part, site):
    write(part, "templates/podcasts/x.html", "part")
    write(part, "templates/components/byline.html", "the part's byline")
    write(site, "templates/podcasts/x.html", "site, on {% include 'parts/podcasts/x.html' %}")
    made = rendering(part, site)
    assert made.render("podcasts/x.html", {}, language="en") == "site, on part"
    assert made.render("components/byline.html", {}, language="en") == "the part's byline"


def test_no_template_is_read_from_outside_the_folders(part, tmp_path):
    write(tmp_path, "secret.html", "secret")
    (part / "templates").mkdir(parents=True)
    with pytest.raises(TemplateFailed, match="does not exist"):
        rendering(part).render("../../secret.html", {}, language="en")


def test_includes_become_places_in_the_body(part):
    write(part, "templates/podcasts/x.html", "a{{ include('~navigation/en') }}b{{ include('~footer/en') }}")
    body = rendering(part).printed("podcasts/x.html", {}, language="en")
    assert body == (b"a", Include("~navigation/en"), b"b", Include("~footer/en"))


def test_only_fragments_can_be_included(part):
    with pytest.raises(ValueError, match="no fragment"):
        said(part, "{{ include('/articles/') }}")


@given(text=st.text() | st.just("\0~footer/en\0") | st.just("\0" * 3))
def test_no_text_of_a_reader_becomes_an_include(text, rendering_of_a_word):
    body = rendering_of_a_word.printed("podcasts/word.html", {"word": text}, language="en")
    assert not [piece for piece in body if isinstance(piece, Include)]
    assert b"\0" not in b"".join(body)


@pytest.fixture(scope="module")
def rendering_of_a_word(tmp_path_factory):
    folder = tmp_path_factory.mktemp("part")
    write(folder, "templates/podcasts/word.html", "<p>{{ word }}</p>")
    return rendering(folder)


def test_a_mark_from_another_process_is_only_text(part):
    write(part, "templates/podcasts/x.html", "{{ include('~footer/en') }}")
    copied = rendering(part).render("podcasts/x.html", {}, language="en")
    body = rendering(part).split(copied)
    assert not [piece for piece in body if isinstance(piece, Include)]


def test_a_template_that_alters_a_mark_is_refused(part):
    write(part, "templates/podcasts/x.html", "{{ include('~footer/en')|replace('~', '') |replace('footer/en', '') }}")
    made = rendering(part)
    with pytest.raises(ValueError, match="altered"):
        made.printed("podcasts/x.html", {}, language="en")


def test_two_renderings_print_the_same(part):
    write(part, "templates/podcasts/x.html", "a{{ include('~footer/en') }}{{ _('Topics') }}")
    bodies = {rendering(part).printed("podcasts/x.html", {}, language="ur") for _ in range(2)}
    assert len(bodies) == 1


def test_n1_one_that_is_no_longer_needed_is_gone_with_its_engines(part):
    """No circle leads through the engine, where nobody would find it: each press that begins makes a rendering anew."""
    write(part, "templates/podcasts/x.html", '{{ include("~footer/en") }}{{ day|date }}')
    made = rendering(part)
    made.render("podcasts/x.html", {"day": datetime(2026, 1, 1, tzinfo=UTC)}, language="en")
    engine, gone = made._environments["en"], ref(made)
    del made
    assert gone() is None
    assert engine


def test_each_language_has_its_words_and_places_take_text_or_markup(part):
    write(
        part,
        "locale/ru.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n\nmsgid "By {name}"\nmsgstr "Автор: {name} &"\n',
    )
    assert said(part, "{{ _('By {name}', name=name) }}", "ru", name="<Amina>") == "Автор: &lt;Amina&gt; &amp;"
    assert (
        said(part, "{{ _('By {name}', name=name) }}", "ru", name=minijinja.Markup("<b>A</b>"))
        == "Автор: <b>A</b> &amp;"
    )


def test_a_value_that_looks_like_a_place_stays_what_it_is(part):
    assert said(part, "{{ _('{a} and {b}', a=a, b=b) }}", a="{b}", b="x") == "{b} and x"


def test_a_missing_word_fails_when_strict(part):
    write(part, "templates/podcasts/x.html", "{{ _('Nobody says this') }}")
    with pytest.raises(MissingString, match="Nobody says this"):
        rendering(part, strict=True).render("podcasts/x.html", {}, language="ru")


def test_dates_are_in_the_sites_zone(part):
    write(part, "templates/podcasts/x.html", "{{ day|date }} {{ day|date('ur') }} {{ day|iso }}")
    late = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
    made = rendering(part, zone=ZoneInfo("Asia/Karachi")).render("podcasts/x.html", {"day": late}, language="en")
    assert made == "24 November 2026 24 نومبر 2026 2026-11-24T02:00:00+05:00"


def test_the_fingerprint_changes_with_templates_words_and_styles(part):
    write(part, "templates/podcasts/x.html", "a")
    before = rendering(part).fingerprint()
    assert rendering(part).fingerprint() == before
    seen = {before}
    for name in ("templates/podcasts/x.html", "locale/ru.po", "static/podcasts/x.css", "static/podcasts/x.svg"):
        write(part, name, f'msgid ""\nmsgstr ""\n# {name}')
        seen.add(rendering(part).fingerprint())
    assert len(seen) == 5


def test_r20_a_template_that_would_never_be_done_is_stopped(part):
    many = "{% for a in range(9999) %}"
    with pytest.raises(Endless):
        said(part, f"{many}{many}{{{{ a }}}}{{% endfor %}}{{% endfor %}}")
