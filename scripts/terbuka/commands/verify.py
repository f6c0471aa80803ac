"""``terbuka verify``: is the whole record sound?"""

from __future__ import annotations

from terbuka.console import Console
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import fold
from terbuka.text import text
from terbuka.workspace import Workspace


def verify(space: Workspace, console: Console) -> int:
    """Check every link of the chain and say what the record holds; offline, of the copy fetched last.

    Raises:
        LedgerError: names the first entry that is broken.
    """
    entries = Ledger(space.root).peek()
    states = fold(entries).values()
    live = sum(state.live for state in states)
    waiting = sum(state.open for state in states)
    console.good(
        text(
            "The record is whole: {entries} entries, {live} posts live, {waiting} with an unknown outcome.",
            entries=len(entries),
            live=live,
            waiting=waiting,
        )
    )
    return 0
