"""Regulations that a document rests on or cites are known and were in force on its day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from terbuka.checks import citations, markdown, rule
from terbuka.checks.citations import Citation
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.register import Register, Regulation

ID = "regulation-status"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Regulations that are cited are in the register and in force.")
SOURCE = "UU 12/2011 Lampiran II butir 41–44"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_SAYS_SO = re.compile(
    r"\b(?:dicabut|mencabut|pencabutan|diganti|mengganti|digantikan|menggantikan|pengganti(?:nya)?"
    r"|tidak (?:lagi )?berlaku|ditetapkan menjadi"
    r"|revoked|repealed|replace[ds]?|supersede[ds]?|former(?:ly)?|no longer in force)\b",
    re.I,
)
_LAW_IN_LIEU = re.compile(r"Peraturan\s+Pemerintah\s+Pengganti\s+Undang-Undang", re.I)
# Inside the title of another regulation a revoked one keeps its name.
_INSIDE_TITLE = re.compile(
    r"(?:Pelaksanaan|Perubahan(?:\s+\w+)?\s+atas|Pencabutan|Penetapan|Implementation of|Amendment (?:to|of))\s+$"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])|\n\s*\n|\n(?=\s*(?:[-*+|]|\d+\.)\s?)")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about `legal_basis`, the title, the summary and the text."""
    meta, register = document.meta, context.register
    day = meta.date if meta else context.now.astimezone(context.office.zone).date()
    if meta is not None:
        for index, basis in enumerate(meta.basis):
            place = document.place("legal_basis", index)
            regulation = register.by_id.get(basis.id)
            if regulation is None:
                yield _unknown_id(basis.id, place)
            else:
                yield from _status(regulation, basis.id, day, place, register, in_text=False)
        yield from _in_text(meta.title, day, register, lambda _: document.place("title"))
        yield from _in_text(meta.summary, day, register, lambda _: document.place("summary"))
    yield from _in_text(markdown.prose(document.body), day, register, document.body_place)


def _in_text(words: str, day: date, register: Register, place: Callable[[int], Place]) -> Iterator[Finding]:
    for citation in citations.find(words, register):
        sentence, before = _around(words, citation)
        if _INSIDE_TITLE.search(before):
            continue
        regulation = register.by_number.get((citation.type, citation.number, citation.year))
        if regulation is None:
            yield _unknown(citation, place(citation.start))
        elif not _SAYS_SO.search(sentence):
            yield from _status(regulation, citation.words, day, place(citation.start), register, in_text=True)


def _around(words: str, citation: Citation) -> tuple[str, str]:
    """Return the sentence of `citation`, and the part of it that stands before."""
    starts = [match.end() for match in _SENTENCE_END.finditer(words, 0, citation.start)]
    end = _SENTENCE_END.search(words, citation.end)
    first, last = starts[-1] if starts else 0, end.start() if end else len(words)
    return _LAW_IN_LIEU.sub("", words[first:last]), words[first : citation.start]


def _status(
    regulation: Regulation, words: str, day: date, place: Place, register: Register, *, in_text: bool
) -> Iterator[Finding]:
    """Yield a finding unless `regulation` was in force on `day`; `words` is how it is cited."""
    successor = register.by_id.get(regulation.revoked_by or "")
    if regulation.status == "belum_pasti":
        what = text("The register is not sure whether “{words}” is in force.", words=words)
        to_do = text("Look it up at JDIH, then correct its status in policies/regulations.yml.")
        yield Finding(ID, Severity.WARNING, place, what, to_do, SOURCE)
    elif regulation.status == "ditetapkan_menjadi_uu" and successor:
        what = text("“{words}” has become {successor}.", words=words, successor=_name(successor))
        yield Finding(ID, Severity.WARNING, place, what, _instead(successor, in_text=in_text), SOURCE)
    elif regulation.revoked_before(day):
        yield Finding(
            ID, SEVERITY, place, _revoked(words, successor), _instead(successor, in_text=in_text), SOURCE
        )


def _revoked(words: str, successor: Regulation | None) -> Text:
    if successor is None:
        return text("“{words}” had been revoked before the day of this text.", words=words)
    return text(
        "“{words}” had been revoked before the day of this text; {successor} took its place.",
        words=words,
        successor=_name(successor),
    )


def _instead(successor: Regulation | None, *, in_text: bool) -> Text:
    if successor is None:
        return (
            text("Cite what is in force, or say in the same sentence that it has been revoked.")
            if in_text
            else text("Name a regulation that is in force; a text cannot rest on another.")
        )
    name = _name(successor)
    return (
        text("Cite {successor}, or say in the same sentence that the old one is gone.", successor=name)
        if in_text
        else text("Name {successor} instead; a text cannot rest on what is no longer in force.", successor=name)
    )


def _name(regulation: Regulation) -> str:
    return regulation.short or regulation.citation


def _unknown_id(name: str, place: Place) -> Finding:
    return Finding(
        ID,
        SEVERITY,
        place,
        text("“{id}” is not in the register of regulations.", id=name),
        text("Correct the id, or add the regulation to policies/regulations.yml with its source."),
        SOURCE,
    )


def _unknown(citation: Citation, place: Place) -> Finding:
    return Finding(
        ID,
        Severity.WARNING,
        place,
        text("“{words}” is not in the register of regulations.", words=citation.words),
        text("Check type, number and year at JDIH; if they are right, add it to policies/regulations.yml."),
        SOURCE,
    )
