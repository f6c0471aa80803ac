"""``terbuka summary``: the comment for a pull request."""

from __future__ import annotations

from terbuka.checks.session import Scope, look
from terbuka.commands.plan import make_plan
from terbuka.console import Console
from terbuka.review.comment import Review, render
from terbuka.workspace import Workspace


def summary(space: Workspace, console: Console, base: str | None) -> int:
    """Print the comment as Markdown; with `base`, only about documents that changed since then."""
    session = look(space, Scope(changed=base))
    documents, result = session.documents, session.result
    for failure in result.broken:
        raise failure
    paths = {document.path for document in documents}
    ids = {document.id for document in documents}
    plan = make_plan(space)
    review = Review(
        office=space.office,
        now=space.now,
        documents=documents,
        findings=tuple(result.findings),
        due=tuple(due for due in plan.due if base is None or due.message.document in ids),
        held=tuple(held for held in plan.held if base is None or held.document.path in paths),
    )
    console.result(render(review, console.language))
    return 0
