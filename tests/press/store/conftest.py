import pytest

from communique.press.store import Store, StoreReader


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "press", writer="the test press") as store:
        yield store


@pytest.fixture
def reader(store):
    reader = StoreReader.open(store.folder)
    yield reader
    reader.close()
