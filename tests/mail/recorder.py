"""A mail server on loopback that keeps what it is given, and does what it is told: refuse, put off, hang up."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from django.conf import settings
from django.test import override_settings


class Recorder(socketserver.ThreadingTCPServer):
    """Speaks SMTP (RFC 5321) as far as a client needs it."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.taken: list[tuple[str, EmailMessage]] = []
        self.answers: dict[str, str] = {}
        """What is said instead of yes, by the verb that it answers; "" hangs up. The end of a mail is "."."""
        self.before_yes: Callable[[], None] | None = None

    def to(self, address: str) -> list[EmailMessage]:
        """What came for an address."""
        return [mail for recipient, mail in self.taken if recipient == address]


class _Conversation(socketserver.StreamRequestHandler):
    server: Recorder

    def handle(self) -> None:
        self._say("220 recorder")
        recipient = ""
        while line := self.rfile.readline():
            told = line.decode().strip()
            verb = told.split(" ")[0].upper()
            if verb == "RCPT":
                recipient = told.partition("<")[2].rstrip(">")
            if verb == "DATA" and "DATA" not in self.server.answers:
                self._say("354 go on")
                body = self._body()
                if self.server.before_yes:
                    self.server.before_yes()
                if "." not in self.server.answers:
                    mail = email.message_from_bytes(body, policy=email.policy.default)
                    self.server.taken.append((recipient, mail))
                verb = "."
            answer = self.server.answers.get(verb, "221 bye" if verb == "QUIT" else "250 yes")
            if not answer:
                return
            self._say(answer)
            if verb == "QUIT":
                return

    def _body(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def recording() -> Iterator[Recorder]:
    """A server that is there, and that the site sends its mail to."""
    with Recorder() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        with sent_to(server.server_address[1]):
            yield server
        server.shutdown()


@contextmanager
def sent_to(port: int) -> Iterator[None]:
    """The site sends its mail to a port, where there may be nobody."""
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=smtp, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=5):
        assert settings.EMAIL_HOST
        yield
