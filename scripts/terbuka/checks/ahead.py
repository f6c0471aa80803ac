"""What a check of a change can begin before it has loaded the rules: git compares, Vale reads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace

from terbuka.checks import blocks, changes, prose
from terbuka.checks.changes import Changes
from terbuka.checks.rule import Context
from terbuka.errors import TerbukaError
from terbuka.words.document import Document
from terbuka.workspace import Workspace


@dataclass(frozen=True)
class Change:
    """A change that is to be checked.

    Attributes:
        context: what the rules will know.
        touched: what differs.
        documents: those that are to be checked because of it.
    """

    context: Context
    touched: Changes
    documents: tuple[Document, ...]

    def read(self) -> None:
        """Let Vale read the documents; what keeps it from that is told by the first rule that needs it."""
        with suppress(TerbukaError):
            prose.alerts(self.documents + blocks.of(self.documents, self.context.root), self.context)


def compare(space: Workspace, base: str) -> Change:
    """Return what differs from the commit `base`.

    Raises:
        GitError: there is no such commit, or no repository.
    """
    with ThreadPoolExecutor(1) as helper:  # git compares ten thousand files while they are listed here
        asked = helper.submit(changes.since, space.root, base)
        context = Context(space.root, space.office, space.library(), space.register, space.now)
        touched = asked.result()
    context = replace(context, base=touched.base, touched=touched.paths)
    return Change(context, touched, touched.documents(context.library))
