"""ROR iDs: those that exist pass, and no slip of the pen does. Row A2."""

import pytest

from communique.text.ror import address, as_stored, is_ror

REAL = ("05gq02987", "03yrm5c26", "04wxnsj81", "02twcfp32", "05dxps055", "00k4n6c32")
SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"


@pytest.mark.parametrize("one", REAL)
def test_those_that_exist_pass(one):
    assert is_ror(one)


@pytest.mark.parametrize("one", REAL)
def test_any_one_sign_written_wrongly_is_noticed(one):
    wrong = {one[:at] + sign + one[at + 1 :] for at in range(len(one)) for sign in SIGNS if sign != one[at]}
    assert not [other for other in wrong if is_ror(other)]


@pytest.mark.parametrize("one", REAL)
def test_two_neighbours_exchanged_are_noticed(one):
    turned = {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)} - {one}
    assert not [other for other in turned if is_ror(other)]


@pytest.mark.parametrize("other", ["", "05gq0298", "05gq029877", "05GQ02987", "0000-0002-1825-0097", "05gq0298x"])
def test_what_has_another_form_is_none(other):
    assert not is_ror(other)


def test_it_may_be_pasted_as_an_address():
    assert as_stored(" https://ror.org/05GQ02987/ ") == "05gq02987"
    assert address("05gq02987") == "https://ror.org/05gq02987"
