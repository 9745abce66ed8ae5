"""The store: everything that the public can read, in editions, on SQLite and append-only packs.

`store.sqlite3` says which address answers with which object in which edition; the objects' bodies lie in packs beside
it. Bodies are appended and brought to the disk first; then one SQLite transaction makes the edition current. A crash at
any moment leaves the old edition or the new one. One process writes (`Store`), any number read (`StoreReader`).

Room in a pack is given back only when nothing in the pack is kept any more; writing half-empty packs anew is left to a
later issue. So is copying a store while it is written: a copy takes SQLite's backup first and the packs after it.
"""

from .checking import damaged, unreadable
from .entries import Answer, Edition, Entry, Failure
from .layout import StoreIsNewer
from .locking import StoreIsHeld
from .making import EditionOvertaken, NextEdition
from .packs import StoreIsDamaged
from .pressing import FragmentRing, Pressed, UnfitForPrint, press, refuse_unfit
from .reading import Changes, StoreReader
from .writing import Store, UnknownEdition

__all__ = [
    "Answer",
    "Changes",
    "Edition",
    "EditionOvertaken",
    "Entry",
    "Failure",
    "FragmentRing",
    "NextEdition",
    "Pressed",
    "Store",
    "StoreIsDamaged",
    "StoreIsHeld",
    "StoreIsNewer",
    "StoreReader",
    "UnfitForPrint",
    "UnknownEdition",
    "damaged",
    "press",
    "refuse_unfit",
    "unreadable",
]
