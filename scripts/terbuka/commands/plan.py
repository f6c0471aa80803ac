"""``terbuka plan``: what is due, and why the rest is not."""

from __future__ import annotations

from collections.abc import Sequence

from terbuka.console import Console
from terbuka.publish.plan import Desk, Due, Held, Plan, by_reason, plan
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import fold
from terbuka.social.registry import PLATFORMS
from terbuka.text import text
from terbuka.workspace import Workspace


def make_plan(space: Workspace, base: str | None = None) -> Plan:
    """Read the record and the words, and return what is due."""
    return plan(
        Desk(
            office=space.office,
            library=space.library(),
            states=fold(Ledger(space.root).peek()),
            now=space.now,
            clock=space.now,
            run="plan",
            base=base or space.office.base,
        )
    )


def show_plan(space: Workspace, console: Console, output: str, *, texts: bool) -> int:
    """Show the plan as a table or as JSON; with `texts`, what each post would say."""
    made = make_plan(space)
    if output == "json":
        console.json({"due": [due_json(due) for due in made.due], "held": held_json(made.held, console.language)})
        return 0
    rows = [
        (due.message.account.id, due.message.document, due.message.language, str(len(due.message.parts)))
        for due in made.due
    ]
    columns = (text("Account"), text("Document"), text("Language"), text("Parts"))
    console.table(text("Due now: {count}", count=len(made.due)), columns, rows)
    if texts:
        for due in made.due:
            console.result(rendered(due))
    console.table(
        text("Not due: {count}", count=len(made.held)),
        (text("Document"), text("Account"), text("Why not")),
        [
            (str(path), ", ".join(accounts) or "–", why.say(console.language))
            for (path, why), accounts in by_reason(made.held).items()
        ],
    )
    return 0


def rendered(due: Due) -> str:
    """Return what each part of a message would say, as its platform shows it."""
    message, platform = due.message, PLATFORMS[due.message.account.platform]
    parts = (platform.render(part) for part in message.parts)
    return f"── {message.account.id} · {message.document} ({message.language})\n" + "\n⋯\n".join(parts) + "\n"


def due_json(due: Due) -> dict[str, object]:
    """Return a due message as data."""
    platform = PLATFORMS[due.message.account.platform]
    return {
        "document": due.message.document,
        "language": due.message.language,
        "account": due.message.account.id,
        "platform": due.message.account.platform,
        "page": due.message.page,
        "hash": due.message.digest,
        "read_first": due.doubtful,
        "parts": [platform.render(part) for part in due.message.parts],
    }


def held_json(held: Sequence[Held], language: str) -> list[dict[str, object]]:
    """Return what is not due, and why, as data."""
    return [{"path": str(h.document.path), "account": h.account, "why": h.why.say(language)} for h in held]
