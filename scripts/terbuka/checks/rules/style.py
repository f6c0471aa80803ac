"""Spelling and style, by Vale: one run for all files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from terbuka.checks import rule, source, vale, vale_scratch
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context
from terbuka.checks.vale import Alert
from terbuka.checks.vale_scratch import Body, Fields
from terbuka.text import quoted, text
from terbuka.words.document import Document

ID = "style"
SUMMARY = text("Spelling and style follow EYD V and the office's own list of words.")
SOURCE = "UU 24/2009 Pasal 25–45; EYD V"
SEVERITY = Severity.ERROR

check_document = rule.nothing_in_document

_BASIS = " Dasar: "
"""In a style's `description` the part behind this names the law, standard or guide."""


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield Vale's alerts at their true places.

    Raises:
        ToolMissing: Vale is not there, or too old.
        RuleBroken: Vale cannot read its settings or a style.
    """
    tool = vale.find(context.root)
    with tempfile.TemporaryDirectory(prefix="terbuka-vale-") as folder:
        scratch = dict(_scratch(documents, context))
        for name, words in scratch.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words.text, encoding="utf-8")
        for alert in vale.run(tool, context.root, Path(folder), list(scratch)):
            yield _finding(alert, scratch[alert.file])


def _scratch(documents: tuple[Document, ...], context: Context) -> Iterator[tuple[str, Body | Fields]]:
    """Yield scratch files and their names, which end as the documents do: by that Vale knows the language."""
    for document in documents:
        yield f"body/{document.path}", vale_scratch.body(document)
        fields = vale_scratch.fields(document, source.lines(context.root, document.path))
        if fields.values:
            yield f"fields/{document.path}", fields


def _finding(alert: Alert, words: Body | Fields) -> Finding:
    to_do, _, basis = alert.description.partition(_BASIS)
    return Finding(
        ID,
        Severity(alert.severity),
        words.place(alert.line, alert.column, alert.match),
        quoted(alert.message),
        quoted(to_do) if to_do else text("Change the wording, or allow it with the reason."),
        basis or alert.check,
    )
