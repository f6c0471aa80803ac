"""``terbuka summary``: the comment for a pull request."""

from __future__ import annotations

from pathlib import PurePosixPath

from terbuka.checks.registry import RULES
from terbuka.checks.run import run
from terbuka.commands.check import context_of
from terbuka.commands.plan import make_plan
from terbuka.console import Console
from terbuka.git import Git
from terbuka.review.comment import Review, render
from terbuka.workspace import Workspace


def summary(space: Workspace, console: Console, base: str | None) -> int:
    """Print the comment as Markdown; with `base`, only about documents that changed since then."""
    library = space.library()
    changed = {PurePosixPath(name) for name in Git(space.root).changed_since(base)} if base else None
    documents = tuple(d for d in library.documents if changed is None or d.path in changed)
    result = run(documents, context_of(space, library), RULES)
    for failure in result.broken:
        raise failure
    ids = {document.id for document in documents}
    plan = make_plan(space)
    review = Review(
        office=space.office,
        now=space.now,
        documents=documents,
        findings=tuple(result.findings),
        due=tuple(due for due in plan.due if changed is None or due.message.document in ids),
        held=tuple(held for held in plan.held if changed is None or held.document in documents),
    )
    console.result(render(review, console.language))
    return 0
