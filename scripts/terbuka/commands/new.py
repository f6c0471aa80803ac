"""``terbuka new``: start a document."""

from __future__ import annotations

from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.text import text
from terbuka.words.kinds.kind import Kind, Variant
from terbuka.words.kinds.registry import KINDS
from terbuka.words.new import create
from terbuka.workspace import Workspace


def new(
    space: Workspace, console: Console, kind: str, title: str, language: str | None, variant: str | None = None
) -> int:
    """Write a new draft and say where it is.

    Raises:
        UsageError: there is no such kind, variant or language.
    """
    if kind not in KINDS:
        raise UsageError(
            text("“{kind}” is no kind of document.", kind=kind),
            text("Choose one of: {kinds}.", kinds=", ".join(KINDS)),
        )
    chosen = language or space.office.language
    if chosen not in space.office.languages:
        raise UsageError(
            text("“{language}” is no language of this office.", language=chosen),
            text("Choose one of: {languages}.", languages=", ".join(space.office.languages)),
        )
    form = _variant(KINDS[kind], variant) if variant else None
    path = create(space.root, space.office, KINDS[kind], title, chosen, space.now.date(), form)
    console.result(str(path))
    console.say(text("Fill in the fields and the text, then run: terbuka check {path}", path=str(path)))
    return 0


def _variant(kind: Kind, name: str) -> Variant:
    for variant in kind.variants:
        if variant.id == name:
            return variant
    raise UsageError(
        text("“{kind}” has no form called “{name}”.", kind=kind.id, name=name),
        text("Leave out --as, or choose one of: {names}.", names=", ".join(v.id for v in kind.variants) or "–"),
    )


def kinds(space: Workspace, console: Console) -> int:
    """List the kinds of document and what each is for."""
    columns = (text("Kind"), text("Name"), text("Use for"), text("Not for"))
    language = console.language
    rows = [
        (kind.id, kind.name.say(language), kind.use_for.say(language), kind.not_for.say(language))
        for kind in KINDS.values()
    ]
    del space
    console.table(None, columns, rows)
    return 0
