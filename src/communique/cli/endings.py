"""How the command ends: with one clear sentence where something went wrong, and an exit code that scripts can use.

An exception that carries an `exit_code` says in its message all that is needed; so do those that are listed here. What
is left is a fault of ours.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence

import click

from communique.press.causes import causes
from communique.press.disk import NO_ROOM

# As sysexits.h has them, where it has one.
DONE = 0
USAGE = 2  # click's own
DATA = 65  # what was given could not be understood
MISSING = 66  # a file or folder that is not there
UNAVAILABLE = 69  # a port, a database: something that others hold
FAULT = 70  # ours
CANT_WRITE = 73
DISK = 74  # no space, or a disk that fails
LATER = 75  # another process is at it; try again
CONFIGURATION = 78
INTERRUPTED = 130

# By name, so that nothing has to be imported to know them.
SAID = {
    "NotASite": MISSING,
    "NotUnderstood": CONFIGURATION,
    "StoreIsHeld": LATER,
    "StoreIsNewer": UNAVAILABLE,
    "StoreIsDamaged": DISK,
    "SQLiteTooOld": CONFIGURATION,
    "ImproperlyConfigured": CONFIGURATION,
}


def run(command: click.Command, arguments: Sequence[str]) -> int:
    """Run the command and give its exit code; what went wrong has been told on standard error."""
    debug = "--debug" in arguments or bool(os.environ.get("COMMUNIQUE_RUN_DEBUG"))
    try:
        ended = command.main(args=list(arguments), prog_name="communique", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has had enough; Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if debug:
            traceback.print_exc()
        code, sentence = told(error)
        click.echo(sentence, err=True)
        return code
    return ended if isinstance(ended, int) else DONE


def told(error: BaseException) -> tuple[int, str]:
    """The exit code and the sentence for what went wrong."""
    for cause in causes(error):
        code = getattr(cause, "exit_code", None) or SAID.get(type(cause).__name__)
        if isinstance(code, int):
            return code, str(cause)
    for cause in causes(error):
        if isinstance(cause, OSError) and cause.errno is not None:
            return _of_the_machine(cause)
        if type(cause).__name__ == "OperationalError":
            return _of_the_database(cause)
    return FAULT, f"{type(error).__name__}: {error}\nThis is a fault of communique's; run it with --debug to see where."


def _of_the_machine(error: OSError) -> tuple[int, str]:
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in NO_ROOM:
        return DISK, f"There is no space left on the disk{where}; nothing that was published is lost. Make some space."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CANT_WRITE, f"{error.strerror}{where}; run communique as the owner of the site's folder."
    if error.errno == errno.ENOENT:
        return MISSING, f"There is no {error.filename or 'such file'}."
    return FAULT, f"{error.strerror or error}{where}."


def _of_the_database(error: BaseException) -> tuple[int, str]:
    said = str(error).strip().splitlines()[0] if str(error).strip() else "it gives no reason"
    if "full" in said:
        return DISK, f"There is no space left on the disk for the database ({said}). Make some space."
    if "disk I/O" in said:  # what SQLite also says when a full disk leaves it no room for its shared memory
        return DISK, f"The disk fails, or has no space left for the database ({said}). Make some space, or look at it."
    if "readonly" in said or "unable to open" in said:
        return CANT_WRITE, f"The database can't be written ({said}); run communique as the owner of the site's folder."
    if "locked" in said:
        return LATER, f"The database is busy ({said}); try again when the other work is done."
    return UNAVAILABLE, f"The database doesn't answer: {said}."
