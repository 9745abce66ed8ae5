"""The `communique` command: one module for each subcommand, found because it is there.

`communique --help` answers at once: a module imports Django, or anything else that is slow, only when its command runs.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command, and end with its exit code."""
    from .endings import run
    from .group import communique

    sys.exit(run(communique, sys.argv[1:]))
