"""Regulations that a document rests on or cites were in force on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from terbuka.checks import rule
from terbuka.checks.citations import names, passages, reader, standing
from terbuka.checks.citations.citation import Citation
from terbuka.checks.citations.passages import Passage
from terbuka.checks.citations.reader import Reader
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.register import Register, Regulation

ID = "regulation-status"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Regulations that a text rests on or cites were in force on its day.")
SOURCE = "UU 12/2011 Lampiran II butir 41–44"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_LEGAL_PART = re.compile(r"^[\W_]{0,6}Mengingat[\W_]{0,4}:?(?P<part>.{1,20000}?)(?:MEMUTUSKAN|\Z)", re.M | re.S)
_AS_AMENDED = re.compile(r"(?:yang|sebagaimana)\s{1,3}telah\s{1,3}(?:beberapa\s{1,3}kali\s{1,3})?diubah", re.I)
_GUIDE = re.compile(r"\b(?:PUEBI|Pedoman Umum Ejaan Bahasa Indonesia)\b")
_GUIDE_WORDS = frozenset({"ejaan", "puebi"})
_GUIDE_GONE = date(2022, 8, 16)
"""The day of the decree 0424/I/BS.00.01/2022, which brought EYD, fifth edition."""
_NEAR = 400
"""Characters behind a citation in which a decree says that it has been amended; a gazette stands between."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about `legal_basis`, the title, the summary and the text."""
    register, day = context.register, standing.day_of(document, context)
    for index, basis in enumerate(document.meta.basis if document.meta else ()):
        regulation = register.by_id.get(basis.id)
        if regulation is not None:
            place = document.place("legal_basis", index)
            yield from _status(regulation, basis.id, day, place, register, in_text=False)
            yield from _not_yet(regulation, basis.id, day, place)
    reads = reader.of(context)
    for passage in passages.of(document):
        yield from _in_text(passage, day, register, reads)
        if passage.body:
            yield from _guide(passage, day)
            yield from _unamended(passage, day, register, reads)


def _in_text(passage: Passage, day: date, register: Register, reads: Reader) -> Iterator[Finding]:
    for citation in (*reads.read(passage.words), *names.find(passage.words)):
        regulation = None if citation.inside else reads.regulation(citation)
        doubtful = regulation is not None and regulation.status not in standing.IN_FORCE
        if regulation and doubtful and not standing.says_so(passage.words, citation):
            place = passage.place(citation.start)
            yield from _status(regulation, citation.words, day, place, register, in_text=True)


def _status(
    regulation: Regulation, words: str, day: date, place: Place, register: Register, *, in_text: bool
) -> Iterator[Finding]:
    """Yield a finding unless `regulation` was in force on `day`; `words` is how it is cited."""
    words = " ".join(words.split())
    successor = register.by_id.get(regulation.revoked_by or "")
    if regulation.status == "belum_pasti":
        what = text("The register is not sure whether “{words}” is in force.", words=words)
        to_do = text("Look it up at JDIH, then correct its status in policies/regulations.yml.")
        yield Finding(ID, Severity.WARNING, place, what, to_do, SOURCE)
    elif regulation.status == "ditetapkan_menjadi_uu" and successor:
        if day.year >= successor.year:
            what = text("“{words}” has become {successor}.", words=words, successor=standing.name(successor))
            yield Finding(ID, Severity.WARNING, place, what, _instead(successor, in_text=in_text), SOURCE)
    elif standing.revoked(regulation, register, day):
        sure = regulation.status_confidence == "high"
        severity = SEVERITY if sure else Severity.WARNING
        to_do = _instead(successor, in_text=in_text)
        yield Finding(ID, severity, place, _revoked(words, successor), to_do, SOURCE)


def _revoked(words: str, successor: Regulation | None) -> Text:
    if successor is None:
        return text("“{words}” had been revoked before the day of this text.", words=words)
    return text(
        "“{words}” had been revoked before the day of this text; {successor} took its place.",
        words=words,
        successor=standing.name(successor),
    )


def _instead(successor: Regulation | None, *, in_text: bool) -> Text:
    if successor is None:
        return (
            text("Cite what is in force, or say in the same sentence that it has been revoked.")
            if in_text
            else text("Name a regulation that is in force; a text cannot rest on another.")
        )
    name = standing.name(successor)
    return (
        text("Cite {successor}, or say in the same sentence that the old one is gone.", successor=name)
        if in_text
        else text("Name {successor} instead; a text cannot rest on what is no longer in force.", successor=name)
    )


def _not_yet(regulation: Regulation, words: str, day: date, place: Place) -> Iterator[Finding]:
    since = str(regulation.in_force_from or "")
    if len(since) == len("2026-01-02") and str(day) < since:
        yield Finding(
            ID,
            Severity.WARNING,
            place,
            text(
                "“{words}” was not in force yet on the day of this text; it is from {since}.",
                words=words,
                since=since,
            ),
            text("Name what is in force today, or say in the text from when the new one applies."),
            SOURCE,
        )


def _guide(passage: Passage, day: date) -> Iterator[Finding]:
    if day < _GUIDE_GONE or not mentions(passage.words, _GUIDE_WORDS):
        return
    for match in _GUIDE.finditer(passage.words):
        here = Citation(match.start(), match.end(), match[0], match[0], "", "", "", 0, "", "")
        if not standing.says_so(passage.words, here):
            what = text("“{words}” is no longer the official spelling guide.", words=match[0])
            to_do = text("Name EYD, fifth edition, which took its place on 16 August 2022.")
            source = "Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022"
            yield Finding(ID, Severity.WARNING, passage.place(match.start()), what, to_do, source)


def _unamended(passage: Passage, day: date, register: Register, reads: Reader) -> Iterator[Finding]:
    """Yield what the legal basis of a decree names without its amendments; running text need not name them."""
    part = _LEGAL_PART.search(passage.words) if "Mengingat" in passage.words else None
    if part is None:
        return
    for citation in reads.read(passage.words):
        if not part.start("part") <= citation.start < part.end("part") or citation.inside:
            continue
        regulation = reads.regulation(citation)
        amenders = [register.by_id.get(name) for name in (regulation.amended_by if regulation else ())]
        last = next((item for item in reversed(amenders) if item and item.year <= day.year), None)
        if last and not _AS_AMENDED.search(passage.words, citation.end, _end_of_item(passage.words, citation)):
            yield Finding(
                ID,
                Severity.WARNING,
                passage.place(citation.start),
                text(
                    "“{words}” has been amended, last by {amender}; a legal basis says so.",
                    words=" ".join(citation.words.split()),
                    amender=standing.name(last),
                ),
                text("Add “sebagaimana telah diubah dengan”, or “telah beberapa kali diubah, terakhir dengan”."),
                "UU 12/2011 Lampiran II",
            )


def _end_of_item(words: str, citation: Citation) -> int:
    """Return where the item of the legal basis ends that begins with `citation`: at its semicolon."""
    end = words.find(";", citation.reach, citation.reach + _NEAR)
    return end if end >= 0 else citation.reach + _NEAR
