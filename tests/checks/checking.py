"""Run rules over a repository, always at the same moment."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from terbuka import office
from terbuka.checks.rule import Context
from terbuka.checks.run import Result, choose, run
from terbuka.words import library, register

NOW = datetime.fromisoformat("2026-11-22T09:00:00+07:00")


def context_of(root: Path) -> Context:
    """What rules may know of the repository `root`."""
    settings = office.load(root)
    return Context(root, settings, library.load(root, settings), partial(register.load, root), NOW)


def check(root: Path, only: Collection[str], paths: Sequence[str] = ()) -> Result:
    """Run the rules `only` over all documents of `root`, or over those at `paths`."""
    context = context_of(root)
    chosen = context.library
    if paths:
        chosen = library.load(root, context.office, [PurePosixPath(path) for path in paths])
    return run(chosen.documents, context, choose(only))
