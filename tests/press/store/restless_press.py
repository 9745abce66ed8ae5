"""Publishes editions as fast as it can until it is killed; every page of an edition carries the edition's number."""

import sys
from pathlib import Path

from communique.press.objects import Include, Printed
from communique.press.store import Store

PAGES = 12


def pages(number):
    text = f"edition {number} ".encode()
    yield Printed("~footer", (text,))
    for page in range(PAGES):
        yield Printed(f"/{page}/", (text * (1 + (number * 37 + page) % 900), Include("~footer")))


def publish_until_killed(folder):
    with Store.open(folder, writer="the restless press") as store:
        print("open", flush=True)
        while True:
            number = (store.current().number if store.current() else 0) + 1
            with store.edition(cause="restlessness", position=str(number)) as edition:
                for printed in pages(number):
                    edition.put(printed)
            print(number, flush=True)


if __name__ == "__main__":
    publish_until_killed(Path(sys.argv[1]))
