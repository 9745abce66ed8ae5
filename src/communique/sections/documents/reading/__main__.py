"""The process itself: reads the one file that it is told of, and answers by a line of JSON."""

from __future__ import annotations

import json
import resource
import sys
import traceback
from typing import Any

MEMORY = 512 << 20  # bytes, of everything that the process maps
SECONDS = 60  # of processor time; the system then ends it (SIGXCPU)


def read(path: str, kind: str) -> dict[str, Any]:
    """What a file says, page by page where it has pages; or why that can't be told."""
    from communique.text.sentences import sentence

    from .kinds import READERS
    from .words import Unreadable, together

    try:
        return together(READERS[kind](path))
    except Unreadable as refused:
        return {"failed": refused.said.kept()}
    except (MemoryError, RecursionError):
        return {"failed": sentence("Reading it takes too much time or memory.").kept()}
    except Exception:  # whatever is wrong with a file, its reader has no better word for it
        traceback.print_exc()
        return {"failed": sentence("The file is damaged.").kept()}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(json.dumps(read(*sys.argv[1:])))
