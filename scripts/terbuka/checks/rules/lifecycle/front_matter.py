"""The front matter is valid, and what it names exists in the office."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words import new
from terbuka.words.document import Document
from terbuka.words.fields import Common
from terbuka.words.kinds.kind import Kind, Variant

ID = "front-matter"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.REPOSITORY
SUMMARY = text("The fields of a document are complete and true to its kind.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what its author has to mend: first what makes it unreadable, then what names nothing."""
    for problem in document.problems:
        yield _finding(problem.place, problem.what, problem.to_do)
    if document.meta is not None:
        yield from _names(document, document.meta, context.office)
        yield from _template(document, document.meta)
        yield from _review(document, document.meta)
        yield from _original(document, context)


def _finding(place: Place, what: Text, to_do: Text) -> Finding:
    return Finding(ID, SEVERITY, place, what, to_do, SOURCE)


def _names(document: Document, meta: Common, office: Office) -> Iterator[Finding]:
    if meta.owner not in office.units:
        yield _finding(
            document.place("owner"),
            text("“{name}” is not a unit of this office.", name=meta.owner),
            text("Choose one of: {names}.", names=_list(office.units)),
        )
    for index, topic in enumerate(meta.topics):
        if topic not in office.topics:
            yield _finding(
                document.place("topics", index),
                text("“{name}” is not a topic of this office.", name=topic),
                text("Choose one of: {names}.", names=_list(office.topics)),
            )
    known = {account.id for account in office.accounts} | {account.platform for account in office.accounts}
    for name in meta.social or ():
        if name not in known:
            yield _finding(
                document.place("social", name),
                text("“{name}” is neither an account nor a platform of this office.", name=name),
                text("Choose one of: {names}.", names=_list(known)),
            )


def _list(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def _review(document: Document, meta: Common) -> Iterator[Finding]:
    if meta.review_by < meta.date:
        yield _finding(
            document.place("review_by"),
            text("The review is due before the text is published."),
            text("Write a day after {date}.", date=meta.date.isoformat()),
        )


def _template(document: Document, meta: Common) -> Iterator[Finding]:
    """Yield what a new document says before its author has written, once it is no longer a draft."""
    if meta.status in ("draft", "withdrawn"):
        return
    for key, words in _filled_in(document.kind):
        if document.front_matter.value.get(key) == words:
            yield _finding(
                document.place(key),
                text("“{key}” still says what the template says.", key=key),
                text("Write it, or set the status back to draft."),
            )
    for sentence in _sentences(document.kind, document.language):
        at = document.body.find(sentence)
        if at >= 0 and document.body[at - 1 : at] in ("", "\n"):
            yield _finding(
                document.body_place(at),
                text("This sentence is from the template."),
                text("Write the text in its place, or set the status back to draft."),
            )


@cache
def _filled_in(kind: Kind) -> tuple[tuple[str, str], ...]:
    """Return the fields in quotes that a template fills in, and their words."""
    own = re.findall(r'^(\w+): "([^"]{10,})"$', kind.fields, re.M)
    return (("summary", new.SUMMARY), ("summary", new.SUMMARY_EN), *own)


@cache
def _sentences(kind: Kind, language: str) -> tuple[str, ...]:
    """Return the lines of a kind's templates that are to be replaced."""
    forms: tuple[Kind | Variant, ...] = (kind, *kind.variants)
    bodies = [form.body_en if language == "en" else form.body for form in forms]
    lines = [line for body in bodies for line in body.split("\n")]
    return tuple(dict.fromkeys(line for line in lines if line.endswith(".") and not line.startswith("#")))


def _original(document: Document, context: Context) -> Iterator[Finding]:
    language = context.office.language
    if document.language != language and context.library.translation(document, language) is None:
        original = document.path.with_name(f"{document.slug}.md")
        yield _finding(
            document.place("title"),
            text("This is a translation, but its original does not exist."),
            text("Write {path}, or correct the file name.", path=str(original)),
        )
