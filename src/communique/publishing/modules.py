"""What lies in a package, by its folder.

`pkgutil.iter_modules` takes a folder that can't be read for an empty one. A process that begins without a file handle
to spare would then know of no sections, and print a site without them.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType


def within(package: ModuleType) -> list[str]:
    """The names of the modules and packages in a package, in alphabetical order. Raises OSError."""
    inside = [path for folder in package.__path__ for path in Path(folder).iterdir()]
    modules = {path.stem for path in inside if path.suffix == ".py"} - {"__init__"}
    return sorted(modules | {path.name for path in inside if (path / "__init__.py").is_file()})


def packages(package: ModuleType) -> list[str]:
    """The names of the packages in a package, in alphabetical order. Raises OSError."""
    return [name for name in within(package) if any((Path(at) / name).is_dir() for at in package.__path__)]
