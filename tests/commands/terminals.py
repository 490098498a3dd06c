"""A terminal of its own for a process: what it shows, and what is typed into it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from tests.commands.running import command, environment

_PATIENCE = 120.0
"""Seconds of silence until what does not come is missed: a busy machine is slow, and a process that ended is known."""
_PRESS_AGAIN = 10.0
"""Seconds after which Ctrl-C is pressed again: pressed sooner it would cut off what the first one began."""

_DEAF = 60.0
"""Seconds of Ctrl-C pressed again and again until a process is said to be deaf to it."""


class Terminal:
    """What a process shows in its terminal."""

    def __init__(self, end: int, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._end = end
        self._seen = b""

    def until(self, text: str) -> str:
        """What is shown up to *text*, which must come."""
        wanted = text.encode()
        while wanted not in self._seen:
            more = self._more()
            assert more, f"{text!r} does not come after {self._seen.decode()!r}"
            self._seen += more
        before, _, self._seen = self._seen.partition(wanted)
        return before.decode() + text

    def type(self, text: str) -> None:
        """Type *text*, as it is."""
        os.write(self._end, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, and again where only its echo comes of it for long.

        Python looks for signals before it waits for a key: one that comes in between waits for the key too.
        """
        begun, heard = monotonic(), b""
        while not heard.replace(b"^C", b"").strip() and self.process.poll() is None:
            assert monotonic() - begun < _DEAF, (
                f"nothing but {heard!r} comes of Ctrl-C after {self._seen.decode()!r}; its process: {self._state()}"
            )
            self.type("\x03")
            while not heard.replace(b"^C", b"").strip() and select.select([self._end], [], [], _PRESS_AGAIN)[0]:
                more = self._more()
                if not more:
                    break
                heard += more
        self._seen += heard

    def _state(self) -> str:
        """What the system says of the process: whether it runs, which signals wait, are blocked, ignored and caught."""
        lines = Path("/proc", str(self.process.pid), "status").read_text("utf-8").splitlines()
        said = [" ".join(line.split()) for line in lines if line.startswith(("State", "Sig", "Shd"))]
        return ", ".join([*said, f"foreground {os.tcgetpgrp(self._end)} of {self.process.pid}"])

    def ended(self) -> tuple[int, str]:
        """The exit code, and what was shown until then."""
        rest = self._seen
        while more := self._more():
            rest += more
        self._seen = b""
        return self.process.wait(_PATIENCE), rest.decode().replace("\r\n", "\n")

    def _more(self) -> bytes:
        if not select.select([self._end], [], [], _PATIENCE)[0]:
            return b""
        try:
            return os.read(self._end, 65536)
        except OSError:  # nobody holds the other end any more
            return b""


@contextmanager
def terminal(*words: str, root: Path, lang: str, columns: int = 80, **variables: str) -> Iterator[Terminal]:
    """Run `handbook` with *words* in a terminal that is *columns* wide."""
    end, other = pty.openpty()
    variables = {"COLUMNS": str(columns), "LINES": "24", "TERM": "xterm-256color", **variables}
    process = subprocess.Popen(
        command("--root", str(root), "--lang", lang, *words),
        stdin=other, stdout=other, stderr=other, start_new_session=True, env=environment() | variables,
        preexec_fn=_take_terminal,
    )  # fmt: skip
    os.close(other)
    try:
        yield Terminal(end, process)
    finally:
        process.kill()
        process.wait()
        os.close(end)


def _take_terminal() -> None:
    """Make the terminal that of this process, so that Ctrl-C reaches it.

    Tests that were begun in the background pass on that Ctrl-C is nothing to them, and a thread that keeps signals to
    others passes that on too.
    """
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
