"""What a text demands or threatens has a legal basis that the reader can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule, sentences
from terbuka.checks.citations import names, passages, pinpoint, reader
from terbuka.checks.citations.passages import Passage
from terbuka.checks.citations.reader import Reader
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import text
from terbuka.words.document import Document

ID = "legal-basis"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("What a text demands or threatens has a legal basis that readers can look up.")
SOURCE = "UU 25/2009 Pasal 21 huruf a; UU 14/2008 Pasal 7 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

EXPLAINER = "kebijakan"

_VAGUE_WORDS = frozenset({"berlaku", "perundang"})
_VAGUE = re.compile(
    r"(?:sesuai|menurut|berdasarkan|mengikuti)\s{1,3}(?:dengan\s{1,3})?(?:ketentuan\s{1,3})?"
    r"(?:(?:peraturan|aturan|hukum|ketentuan|perundang-undangan|undang-undang)\s{1,3}(?:perundang-undangan\s{1,3})?"
    r"yang\s{1,3}berlaku|(?:ketentuan\s{1,3})?peraturan\s{1,3}perundang-undangan)(?:\s{1,3}yang\s{1,3}berlaku)?"
    r"(?!\s{1,3}(?:di\s{1,3}bidang|mengenai|tentang|dalam|pada)\b)",
    re.I,
)
_THREAT_WORDS = frozenset({"denda", "didenda", "dipidana", "kurungan", "penjara", "pidana", "sanksi"})
_THREAT = re.compile(
    r"\b(?:didenda|dipidana|dipenjara"
    r"|(?:dikenai|dikenakan|dijatuhi|terancam|diancam|diancam\s{1,3}dengan)\s{1,3}(?:sanksi|denda|pidana|hukuman|kurungan)"
    r"|(?:penjara|kurungan)\s{1,3}paling\s{1,3}lama|denda\s{1,3}paling\s{1,3}banyak)\b",
    re.I,
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about the body of a valid document."""
    if document.meta is None:
        return
    reads = reader.of(context)
    body = next(passage for passage in passages.of(document) if passage.body)
    explainer = document.kind.id == EXPLAINER
    if explainer and not _cites(body, reads) and not pinpoint.groups(body.words):
        yield Finding(
            ID,
            SEVERITY,
            document.place("legal_basis"),
            text("The text never names the regulation that it explains, nor an article of it."),
            text("Name the regulation at its first mention, and beside each right and duty the article."),
            SOURCE,
        )
    yield from _vague(body, reads, explainer=explainer)
    if not document.meta.basis:
        yield from _threat(body, reads)


def _cites(passage: Passage, reads: Reader) -> bool:
    return bool(reads.read(passage.words) or names.find(passage.words))


def _vague(body: Passage, reads: Reader, *, explainer: bool) -> Iterator[Finding]:
    if not mentions(body.words, _VAGUE_WORDS):
        return
    cited = (*reads.read(body.words), *names.find(body.words))
    named = [item.start for item in cited] + [group.start for group in pinpoint.groups(body.words)]
    for phrase in _VAGUE.finditer(body.words):
        first, last = sentences.around(body.words, phrase.start(), phrase.end(), sentences.OF_LAWS)
        if not any(first <= start < last for start in named):
            yield Finding(
                ID,
                SEVERITY if explainer else Severity.SUGGESTION,
                body.place(phrase.start()),
                text("“{words}” does not say which regulation.", words=" ".join(phrase[0].split())),
                text("Name the regulation and the article, or leave the phrase out."),
                SOURCE,
            )


def _threat(body: Passage, reads: Reader) -> Iterator[Finding]:
    """Yield the first threat of a document that neither rests on a regulation nor cites one."""
    threat = _THREAT.search(body.words) if mentions(body.words, _THREAT_WORDS) else None
    if threat and not _cites(body, reads):
        yield Finding(
            ID,
            SEVERITY,
            body.place(threat.start()),
            text(
                "“{words}”: the text threatens a penalty and names no regulation.",
                words=" ".join(threat[0].split()),
            ),
            text("Name the regulation and the article, and list it in legal_basis."),
            SOURCE,
        )
