"""No process of a site outlives the one that started it, however that one ends."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time

PARENT = "COMMUNIQUE_RUN_PARENT"
_PR_SET_PDEATHSIG = 1
_LOOK = 1.0  # seconds, where the kernel can't be asked


def hold_to_parent() -> None:
    """End when the parent is gone: with the kernel's help on Linux, by looking now and then elsewhere."""
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it went before we could ask
            os.kill(os.getpid(), signal.SIGTERM)
        return
    threading.Thread(target=_look_for, args=(parent,), daemon=True).start()


def hold_if_child() -> None:
    """Hold to the parent where this process was started by our supervisor."""
    if os.environ.get(PARENT):
        hold_to_parent()


def _look_for(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
