"""The interface's words come from gettext files, with each language's plurals."""

import pytest

from communique.text.catalogues import Catalogues, MissingString

RUSSIAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Topics"
msgstr "Темы"

msgid "{number} article"
msgid_plural "{number} articles"
msgstr[0] "{number} статья"
msgstr[1] "{number} статьи"
msgstr[2] "{number} статей"
"""


@pytest.fixture
def russian(tmp_path):
    (tmp_path / "ru.po").write_text(RUSSIAN, encoding="utf-8")
    return tmp_path


def test_a_message_is_said_in_the_language(russian):
    assert Catalogues([russian]).gettext("ru", "Topics") == "Темы"


@pytest.mark.parametrize(
    ("number", "form"), [(1, "статья"), (2, "статьи"), (5, "статей"), (11, "статей"), (21, "статья")]
)
def test_a_number_gets_the_form_that_the_language_has_for_it(russian, number, form):
    made = Catalogues([russian]).ngettext("ru", "{number} article", "{number} articles", number)
    assert made == f"{{number}} {form}"


def test_a_missing_string_is_refused_when_strict(russian):
    with pytest.raises(MissingString, match="Board"):
        Catalogues([russian]).gettext("ru", "Board")
    with pytest.raises(MissingString):
        Catalogues([russian]).gettext("ar", "Topics")


def test_otherwise_it_is_said_in_the_language_of_the_templates(russian):
    assert Catalogues([russian], strict=False).gettext("ru", "Board") == "Board"


def test_a_sites_own_catalogue_is_asked_first(russian, tmp_path_factory):
    own = tmp_path_factory.mktemp("site")
    (own / "ru.po").write_text(RUSSIAN.replace("Темы", "Рубрики"), encoding="utf-8")
    assert Catalogues([own, russian]).gettext("ru", "Topics") == "Рубрики"


def test_a_country_variant_falls_back_to_its_language(russian):
    assert Catalogues([russian]).gettext("ru-KZ", "Topics") == "Темы"
    assert Catalogues([russian]).languages() == ["ru"]


def test_a_catalogue_that_can_not_be_read_is_named_with_the_line(russian):
    (russian / "ru.po").write_text(RUSSIAN + '\nmsgstr "Board"\nwords without quotes\n', encoding="utf-8")
    with pytest.raises(OSError, match=r"ru\.po: .*line \d+"):
        Catalogues([russian]).gettext("ru", "Topics")
