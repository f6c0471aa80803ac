"""``terbuka summary``: the comment for a pull request."""

from __future__ import annotations

from terbuka.checks import allow
from terbuka.checks.formats.manner import Manner
from terbuka.checks.session import Scope, look
from terbuka.commands.plan import make_plan
from terbuka.console import Console
from terbuka.review.comment import Review, render
from terbuka.workspace import Workspace


def summary(space: Workspace, console: Console, base: str | None, *, draft: bool = False) -> int:
    """Print the comment as Markdown; with `base`, only about documents that changed since then.

    Returns 3 if a rule is broken: the comment says so, and the findings of the others are in it.
    """
    session = look(space, Scope(changed=base))
    documents, result = session.documents, session.result
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
        allowances=allow.allowances(documents),
        manner=Manner(draft=draft, broken=result.broken),
    )
    console.result(render(review, console.language))
    for failure in result.broken:
        console.error(failure)
    return max((failure.status for failure in result.broken), default=0)
