"""One browser for all that look at pages."""

import pytest

from .browsers import chromium


@pytest.fixture(scope="session")
def browser():
    with chromium() as browser:
        yield browser
