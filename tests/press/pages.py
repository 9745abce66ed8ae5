"""Pages for the tests of the store and the reader."""

from communique.press.objects import Include, Printed


def page(address, *body, **kind):
    """A printed page; strings are text, strings with a tilde are includes."""
    parts = (Include(part) if part.startswith("~") else part.encode() for part in body)
    return Printed(address, tuple(parts), **kind)


def publish(store, *pages, cause="an edit", **where):
    with store.edition(cause=cause, **where) as edition:
        return [edition.put(printed) for printed in pages]


def text(reader, address):
    entry = reader.entry(address)
    return reader.body(entry).decode() if entry else None
