"""``terbuka sandbox``: a place to rehearse."""

from __future__ import annotations

import contextlib
from pathlib import Path

from terbuka.console import Console
from terbuka.sandbox.server import serve
from terbuka.text import text


def sandbox(console: Console, port: int, state: Path | None) -> int:
    """Run the sandbox until Ctrl-C and say how to send to it."""

    def ready(url: str) -> None:
        console.good(text("The sandbox is open: {url}", url=url))
        console.say(text("Send to it with: terbuka publish --sandbox {url}", url=url))
        console.say(text("Press Ctrl-C to stop."))

    with contextlib.suppress(KeyboardInterrupt):  # it may also come while the sandbox is opening
        serve(port, state, ready)
    return 0
