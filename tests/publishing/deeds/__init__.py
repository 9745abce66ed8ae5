"""Everything that is done to published content, each deed a function of the newsroom."""

from importlib import import_module
from pkgutil import iter_modules

_rooms = [import_module(f"{__name__}.{room.name}") for room in iter_modules(__path__)]
# Some are done more often than others.
DEEDS = tuple(deed for room in _rooms for deed in (*room.DEEDS, *getattr(room, "OFTEN", ()) * 2))
