"""Sentences at the desk: English as they are written, said in other languages by whoever knows the words. Row K7."""

import pytest

from communique.text import sentences
from communique.text.sentences import as_it_is, counted, from_kept, in_a_row, sentence

RUSSIAN = {
    "The link “{link}” leads nowhere.": "Ссылка «{link}» никуда не ведёт.",
    "It has {width:,} pixels.": "В ней {width:,} точек.",
    "Columns {columns} are empty.": "Столбцы {columns} пусты.",
    "a heading": "заголовок",
    "Here is {what}.": "Здесь {what}.",
}


class InRussian:
    """Knows the words above, and three forms of "letter"."""

    language = "ru"

    def one(self, words):
        return RUSSIAN.get(words, words)

    def several(self, words, several, number):
        form = 0 if number % 10 == 1 and number % 100 != 11 else 1 if number % 10 in (2, 3, 4) else 2
        return ["{number} знак", "{number} знака", "{number} знаков"][form]


@pytest.fixture
def in_russian():
    before = sentences._speaker
    sentences.speak_by(InRussian())
    yield
    sentences.speak_by(before)


def test_k7_a_sentence_is_said_in_the_language_of_the_moment_and_compared_in_english(in_russian):
    told = sentence("The link “{link}” leads nowhere.", link="Ports")
    assert str(told) == "Ссылка «Ports» никуда не ведёт."
    assert told.english == "The link “Ports” leads nowhere."


@pytest.mark.parametrize(("number", "said"), [(1, "1 знак"), (203, "203 знака"), (205, "205 знаков")])
def test_k7_numbers_take_the_form_that_the_language_has(in_russian, number, said):
    assert str(counted("{number} letter", "{number} letters", number)) == said


def test_k7_english_has_one_and_several():
    assert [counted("{number} letter", "{number} letters", many).english for many in (1, 2)] == [
        "1 letter",
        "2 letters",
    ]


def test_k7_numbers_and_names_are_set_as_the_language_sets_them(in_russian):
    wide, empty = (
        sentence("It has {width:,} pixels.", width=12040),
        sentence("Columns {columns} are empty.", columns=[1, 3]),
    )
    assert (wide.english, str(wide)) == ("It has 12,040 pixels.", "В ней 12\N{NO-BREAK SPACE}040 точек.")
    assert (empty.english, str(empty)) == ("Columns 1 and 3 are empty.", "Столбцы 1 и 3 пусты.")


def test_k7_a_sentence_may_stand_in_another_and_after_another(in_russian):
    told = sentence("Here is {what}.", what=sentence("a heading"))
    assert str(in_a_row([told, as_it_is("No {such} file")])) == "Здесь заголовок. No {such} file"


def test_k7_what_is_kept_in_one_language_is_said_in_another(in_russian):
    told = in_a_row(
        [
            sentence("Here is {what}.", what=sentence("a heading")),
            sentence("Columns {columns} are empty.", columns=["A"]),
        ]
    )
    assert str(from_kept(told.kept())) == "Здесь заголовок. Столбцы A пусты."
    assert from_kept(told.kept()).english == told.english


@pytest.mark.parametrize("text", ["", "disk I/O error", '{"words": "no'])
def test_k7_other_texts_that_were_kept_are_said_as_they_are(text):
    assert str(from_kept(text)) == text
