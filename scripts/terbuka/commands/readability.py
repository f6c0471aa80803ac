"""``terbuka readability``: which texts are the hardest to read, beside the office's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from terbuka.checks.ranking import LEAST_WORDS, standing
from terbuka.checks.readability import Measure, measure
from terbuka.checks.rule import Context
from terbuka.console import Console
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.library import load
from terbuka.workspace import Workspace


def readability(space: Workspace, console: Console, paths: Sequence[PurePosixPath]) -> int:
    """Print the texts at `paths`, or all, the hardest first; always 0, because a rank is no mistake.

    Raises:
        UsageError: a path does not exist.
    """
    context = Context(space.root, space.office, space.library(), space.register, space.now)
    chosen = load(space.root, space.office, paths).paths if paths else context.library.paths
    documents = [context.library.by_path[path] for path in chosen]
    measured = [(document, measure(document.body)) for document in documents]
    ranked = sorted(
        (pair for pair in measured if pair[1].words >= LEAST_WORDS),
        key=lambda pair: (-round(pair[1].lix, 1), pair[0].path),
    )
    columns = (text("Document"), text("LIX"), text("Words a sentence"), text("Long words"), text("Easier texts"))
    rows = [_row(document, found, context) for document, found in ranked]
    if rows:
        console.table(text("From the hardest to the easiest"), columns, rows)
        console.say(
            text("Long words and easier texts: of 100; * of all kinds, because there are too few of its own.")
        )
    if len(ranked) < len(documents):
        count = len(documents) - len(ranked)
        console.say(
            text("{count} texts of fewer than {least} words are left out.", count=count, least=LEAST_WORDS)
        )
    return 0


def _row(document: Document, found: Measure, context: Context) -> tuple[str, ...]:
    numbers = (str(round(value)) for value in (found.lix, found.mean, found.share))
    rank = standing(document, found.lix, context)
    easier = "–" if rank is None else f"{rank.easier}{'' if rank.of_kind else '*'}"
    return (str(document.path), *numbers, easier)
