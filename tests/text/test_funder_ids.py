"""Funder IDs: how one is written. Row C8."""

import pytest

from communique.text import funder_ids


@pytest.mark.parametrize(
    "written",
    [
        "10.13039/501100000780",
        " https://doi.org/10.13039/501100000780/ ",
        "http://dx.doi.org/10.13039/501100000780",
        "doi:10.13039/501100000780",
    ],
)
def test_c8_whoever_pastes_an_address_gets_the_doi_of_it(written):
    stored = funder_ids.as_stored(written)
    assert stored == "10.13039/501100000780" and funder_ids.is_funder_id(stored)
    assert funder_ids.address(stored) == "https://doi.org/10.13039/501100000780"


@pytest.mark.parametrize("wrong", ["", "501100000780", "10.1303/501100000780", "10.13039/12", "10.13039/abc", "x"])
def test_c8_what_is_none_is_seen(wrong):
    assert not funder_ids.is_funder_id(funder_ids.as_stored(wrong))
