"""Regulations that a document rests on or cites exist, and the register knows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from terbuka.checks import rule
from terbuka.checks.citations import likeness, passages, reader, standing, statutes
from terbuka.checks.citations.citation import Citation
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.register import Register, Regulation

ID = "regulation-unknown"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Regulations that are cited exist, and the register knows them.")
SOURCE = "UU 12/2011 Lampiran II butir 45"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_NATIONAL = frozenset({"Inpres", "PP", "Perppu", "Perpres", "UU"})
"""Types of which the register is meant to hold whatever the office cites; others are only offered to it."""

_INDEPENDENCE = 1945


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about `legal_basis`, the title, the summary and the text; about a regulation only once."""
    register, day = context.register, standing.day_of(document, context)
    for index, basis in enumerate(document.meta.basis if document.meta else ()):
        if basis.id not in register.by_id:
            yield _unknown_id(basis.id, document.place("legal_basis", index), register)
    reads = reader.of(context)
    types = context.once("types of the register", lambda: _types(register))
    told: set[tuple[str, str, int]] = set()
    for passage in passages.of(document):
        for citation in reads.read(passage.words):
            key = (citation.type, citation.number, citation.year)
            if citation.type not in types or citation.inside or key in told or reads.regulation(citation):
                continue
            told.add(key)
            title = passage.words[citation.title_start : citation.title_end] if citation.titled else ""
            yield _unknown(citation, title, day, passage.place(citation.start), register)


def _types(register: Register) -> frozenset[str]:
    return _NATIONAL | {regulation.type for regulation in register.regulations}


def _unknown_id(name: str, place: Place, register: Register) -> Finding:
    near = get_close_matches(name, register.by_id, n=3, cutoff=0.75)
    to_do = (
        text(
            "Did you mean {candidates}? Otherwise add it to policies/regulations.yml.", candidates=", ".join(near)
        )
        if near
        else text("Correct the id, or add the regulation to policies/regulations.yml with its source.")
    )
    return Finding(
        ID, SEVERITY, place, text("“{id}” is not in the register of regulations.", id=name), to_do, SOURCE
    )


def _unknown(citation: Citation, title: str, day: date, place: Place, register: Register) -> Finding:
    words = " ".join(citation.words.split())
    known = statutes.load()
    listed = known.title(citation.type, citation.number, citation.year)
    if citation.year > day.year:
        what = text("“{words}” is younger than this text, which is of {year}.", words=words, year=str(day.year))
        return Finding(ID, SEVERITY, place, what, _correct(citation, title, register), SOURCE)
    if citation.type in _NATIONAL and citation.year < _INDEPENDENCE:
        what = text("There is no “{words}”: the first ones are of 1945.", words=words)
        return Finding(ID, SEVERITY, place, what, _correct(citation, title, register), SOURCE)
    if listed is not None:
        return _not_registered(words, listed, place)
    if known.surely_none(citation.type, citation.number, citation.year):
        last = known.last[citation.type, citation.year]
        what = text("There is no “{words}”: the last number of that year is {last}.", words=words, last=last)
        return Finding(ID, SEVERITY, place, what, _correct(citation, title, register), SOURCE)
    severity = Severity.WARNING if citation.type in _NATIONAL else Severity.SUGGESTION
    what = text("“{words}” is not in the register of regulations.", words=words)
    return Finding(ID, severity, place, what, _correct(citation, title, register), SOURCE)


def _not_registered(words: str, title: str, place: Place) -> Finding:
    what = (
        text(
            "“{words}” exists ({title}), but the register does not know it.",
            words=words,
            title=statutes.readable(title),
        )
        if title
        else text("“{words}” exists, but the register does not know it.", words=words)
    )
    to_do = text("Look up its status at JDIH, and add it to policies/regulations.yml so that it is checked.")
    return Finding(ID, Severity.SUGGESTION, place, what, to_do, SOURCE)


def _correct(citation: Citation, title: str, register: Register) -> Text:
    near = _nearest(citation, title, register)
    if near:
        names = "; ".join(regulation.citation for regulation in near)
        return text("Check type, number and year at JDIH. Perhaps this is meant: {candidates}.", candidates=names)
    return text("Check type, number and year at JDIH; if they are right, add it to policies/regulations.yml.")


def _nearest(citation: Citation, title: str, register: Register) -> list[Regulation]:
    """Return what may be meant: the same title, or a number or year that is easily mistaken for it."""
    wanted = likeness.plain(title)
    same = [item for item in register.regulations if wanted and likeness.plain(item.title) == wanted]
    if same:
        return same[:2]
    alike = [item for item in register.regulations if item.type == citation.type and _mistaken(item, citation)]
    return sorted(alike, key=lambda item: abs(item.year - citation.year))[:2]


def _mistaken(regulation: Regulation, citation: Citation) -> bool:
    """Tell whether only the year is wrong by one or two, or digits of the year or the number changed places."""
    year, number = abs(regulation.year - citation.year), regulation.number == citation.number
    if number:
        return year <= 2 or sorted(str(regulation.year)) == sorted(str(citation.year))  # noqa: PLR2004
    swapped = regulation.number == citation.number[::-1] and len(citation.number) > 1
    return year == 0 and swapped
