"""What a check can begin before it has loaded the rules: git compares, Vale reads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from terbuka.checks import blocks, changes, prose
from terbuka.checks.changes import Changes
from terbuka.checks.rule import Context
from terbuka.errors import TerbukaError
from terbuka.words.document import Document
from terbuka.workspace import Workspace


@dataclass(frozen=True)
class Start:
    """What a check is to look at.

    Attributes:
        context: what the rules will know.
        paths: where the documents are.
        touched: what differs from a commit, if only that is wanted.
    """

    context: Context
    paths: tuple[PurePosixPath, ...]
    touched: Changes | None = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents at `paths`."""
        return tuple(self._parsed())

    def read(self) -> None:
        """Let Vale read the documents; what keeps it from that is told by the first rule that needs it."""
        with suppress(TerbukaError):
            prose.begin(self._words(), self.context)

    def _words(self) -> Iterator[Document]:
        yield from self._parsed()
        yield from blocks.of(self._parsed(), self.context.root)

    def _parsed(self) -> Iterator[Document]:
        """Yield the documents; each is parsed when it is wanted."""
        return (self.context.library.by_path[path] for path in self.paths)


def everything(space: Workspace) -> Start:
    """Return all documents."""
    context = Context(space.root, space.office, space.library(), space.register, space.now)
    return Start(context, context.library.paths)


def compare(space: Workspace, base: str) -> Start:
    """Return the documents that a change is about.

    Args:
        space: the repository.
        base: the commit to compare with.

    Raises:
        GitError: there is no such commit, or no repository.
    """
    with ThreadPoolExecutor(1) as helper:  # git compares ten thousand files while they are listed here
        asked = helper.submit(changes.since, space.root, base)
        start = everything(space)
        touched = asked.result()
    context = replace(start.context, base=touched.base, touched=touched.paths)
    return Start(context, touched.documents(context.library), touched)
