"""Regulations are cited in the form that the law on law-making gives, or in the short form that follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from terbuka.checks import rule
from terbuka.checks.citations import passages, quotation, reader
from terbuka.checks.citations.citation import Citation
from terbuka.checks.citations.passages import Passage
from terbuka.checks.citations.reader import Reader
from terbuka.checks.citations.types import BY_NAME, Type
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import text
from terbuka.words.document import Document

ID = "citation-form"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Regulations are cited as “Undang-Undang Nomor 14 Tahun 2008 tentang …”, and then as “UU 14/2008”.")
SOURCE = "UU 12/2011 Lampiran II butir 45–46"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_NUMBER_ALONE = re.compile(
    r"[Nn](?:omor|o\.?|umber)\s{1,3}\d{1,3}\b(?![./-]\s?[\dA-Z]|\s{0,3}(?:[Tt]ahun|[Tt]hn|[Tt]h\b|of\b|/))"
)
_KIND_BEFORE = re.compile(
    r"(?<![\w-])(?:Undang\s?[-–]\s?Undang|UU|Peraturan\s{1,3}(?:Pemerintah|Presiden)|PP|Perp?pu|Perpres|Law"
    r"|(?:Government|Presidential)\s{1,3}Regulation)(?:\s{1,3}(?:Republik\s{1,3}Indonesia|RI))?\s{1,3}\Z",
    re.I,
)
_TRIGGERS = frozenset({"law", "perppu", "perpres", "peraturan", "pp", "regulation", "undang", "uu"})
_STATE = re.compile(r"\s(?:Republik\sIndonesia|RI|R\.I\.)(?=\s)", re.I)
_OPEN = re.compile(r"Peraturan|Keputusan|Instruksi|Surat Edaran|Qanun", re.I)
_NUMBER_WORD = re.compile(r"\b(?:Nomor\s?:|Nomer|nomor|NO|[Nn]o)\b\.?\s{0,3}(?=[\dA-Z])")
_YEAR_WORD = re.compile(r"\b(?:tahun|[Tt]hn\.?|[Tt]h\.?)(?=\s{1,3}\d{4}\Z)")
_FIRST_OF_LIST = re.compile(r":\s?\w{1,2}[.)]\s")
_AMENDED_BY = re.compile(r"(?:diubah|ditambah|diganti|dicabut|terakhir)\s(?:\w+\s){0,3}(?:dengan|oleh)\s{1,3}\Z")
_CONSTITUTION = re.compile(r"Undang-Undang Dasar|UUD")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about the title, the summary, the sources and the text."""
    reads = reader.of(context)
    for passage in passages.of(document):
        cited = reads.read(passage.words)
        for citation in cited:
            if not citation.inside:
                yield from _form(passage, citation)
        yield from _without_year(passage, cited)
        if passage.body:
            yield from _first_mention(passage, cited, reads)


def _form(passage: Passage, citation: Citation) -> Iterator[Finding]:
    written = " ".join(citation.words.split())
    right = _right(citation)
    if right is None or written == right or quotation.holds(passage.words, citation.start):
        return
    only_state = _STATE.sub("", written, count=1) == right
    severity = Severity.SUGGESTION if only_state else SEVERITY
    what = (
        text("A citation leaves out the words “Republik Indonesia”.")
        if only_state
        else text("“{words}” is not the form of a citation.", words=written)
    )
    edit = Edit(citation.words, right) if passage.body and "\n" not in citation.words else None
    yield Finding(
        ID, severity, passage.place(citation.start), what, text("Write “{right}”.", right=right), SOURCE, edit
    )


def _right(citation: Citation) -> str | None:
    """Return how `citation` should be written; None where nothing can be said, as of English and of open types."""
    words = " ".join(citation.words.split())
    if citation.type == "UUD":
        return words if _CONSTITUTION.match(words) else "Undang-Undang" + words[len("Undang-Undang") :]
    if not citation.link or (words.isupper() and citation.mark) or _FIRST_OF_LIST.search(words):
        return words
    numbered = f"Nomor {citation.number} Tahun {citation.year}"
    slashed = f"{citation.number}/{citation.year}"
    if not citation.head:
        return slashed if not citation.mark else _ministry(citation, numbered, slashed)
    kind = _type(citation)
    if kind is None:
        return _announced(words) if _OPEN.match(words) else None
    if _folded(citation.head) == kind.short.lower():
        return _short(citation, kind, words, numbered, slashed)
    return f"{kind.full} {_ministry(citation, numbered, slashed)}"


def _announced(words: str) -> str:
    """Return a citation of an open type (“Peraturan Menteri …”) with “Nomor” and “Tahun” as they should be."""
    return _YEAR_WORD.sub("Tahun", _NUMBER_WORD.sub("Nomor ", words, count=1))


def _short(citation: Citation, kind: Type, words: str, numbered: str, slashed: str) -> str:
    """A title asks for the long form; otherwise ``UU 14/2008`` is best and ``UU Nomor 14 Tahun 2008`` will do."""
    if words in (f"{kind.short} {numbered}", f"{kind.short} {slashed}"):
        return words
    return f"{kind.full} {numbered}" if citation.titled else f"{kind.short} {slashed}"


def _ministry(citation: Citation, numbered: str, slashed: str) -> str:
    """Numbers such as 112/PMK.03/2022 hold the year; plain ones are followed by it."""
    return f"Nomor {slashed}" if not citation.number.isdigit() and citation.link == "/" else numbered


def _folded(head: str) -> str:
    hyphened = re.sub(r"\s?[-–‑\xad]\s?", "-", " ".join(head.lower().split()))
    return re.sub(r"\bundang ?undang\b", "undang-undang", hyphened)


def _type(citation: Citation) -> Type | None:
    """Return the type whose name is written here in Indonesian; None for others, whose form we do not know."""
    head = _folded(citation.head)
    kind = BY_NAME.get(head)
    if kind is None or kind.issuer or citation.office or head not in (kind.short.lower(), kind.full.lower()):
        return None
    return kind


def _without_year(passage: Passage, cited: Sequence[Citation]) -> Iterator[Finding]:
    if not mentions(passage.words, _TRIGGERS):
        return
    for number in _NUMBER_ALONE.finditer(passage.words):
        kind = _KIND_BEFORE.search(passage.words, max(0, number.start() - 70), number.start())
        if kind is None or any(item.start <= number.start() < item.end for item in cited):
            continue
        words = " ".join(passage.words[kind.start() : number.end()].split())
        yield Finding(
            ID,
            SEVERITY,
            passage.place(kind.start()),
            text("“{words}” lacks its year; numbers begin anew every year.", words=words),
            text("Add the year: “Nomor 14 Tahun 2008”, or “14/2008” in the short form."),
            SOURCE,
        )


def _first_mention(passage: Passage, cited: Sequence[Citation], reads: Reader) -> Iterator[Finding]:
    """Yield full names without a title where the regulation is mentioned for the first time."""
    seen: set[tuple[str, str, int]] = set()
    for citation in cited:
        key = (citation.type, citation.number, citation.year)
        first = key not in seen
        seen.add(key)
        kind = _type(citation)
        full = kind is not None and _folded(citation.head) == kind.full.lower()
        if not first or not full or citation.titled or citation.inside or citation.type == "UUD":
            continue
        start = citation.start
        if quotation.holds(passage.words, start) or _AMENDED_BY.search(passage.words, max(0, start - 60), start):
            continue
        regulation = reads.regulation(citation)
        to_do = (
            text("Write “{citation}” here, and the short form from then on.", citation=regulation.citation)
            if regulation
            else text("Add “tentang” and the title here, and write the short form from then on.")
        )
        what = text(
            "The first mention of “{words}” does not say what it is about.", words=" ".join(citation.words.split())
        )
        yield Finding(ID, Severity.SUGGESTION, passage.place(citation.start), what, to_do, SOURCE)
