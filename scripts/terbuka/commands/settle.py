"""``terbuka settle``: a person says what became of a post that no platform can be asked about."""

from __future__ import annotations

from datetime import UTC, datetime

from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.git import Git
from terbuka.publish.settle import settle
from terbuka.record.entry import Subject
from terbuka.record.ledger import Ledger
from terbuka.text import text
from terbuka.workspace import Workspace


def run_settle(space: Workspace, console: Console, subject: Subject, url: str | None, *, absent: bool) -> int:
    """Write what the person saw into the record.

    Raises:
        UsageError: neither or both of address and absence are given, or nothing is open there.
    """
    if absent == bool(url):
        raise UsageError(
            text("Say either where the post is or that it is not there."),
            text("Add --url with its address, or --absent."),
        )
    who = Git(space.root).run("config", "--default", "?", "user.name")
    seen = text("Seen by {who}", who=who).say(space.office.language)
    settle(Ledger(space.root), subject, url, seen, datetime.now(UTC))
    console.good(text("Recorded. Run terbuka publish to go on."))
    return 0
