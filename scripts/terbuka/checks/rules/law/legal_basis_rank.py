"""The legal basis is of a rank that can carry what the text says: penalties, taxes, duties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.checks import rule
from terbuka.checks.citations import names, passages, reader
from terbuka.checks.citations.types import BY_SHORT, Rank, rank_of
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "legal-basis-rank"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The legal basis is of a rank that can carry penalties, taxes and duties.")
SOURCE = "UU 12/2011 Pasal 8 dan Pasal 15"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_WORDS = frozenset(
    {"berkewajiban", "denda", "didenda", "dilarang", "diwajibkan", "kurungan", "pajak", "penjara", "pidana"}
    | {"retribusi", "sanksi", "wajib"}
)
_BY_PARLIAMENT = frozenset({Rank.CONSTITUTION, Rank.LAW, Rank.REGION})
_BINDING = frozenset(rank for rank in Rank if rank is not Rank.POLICY)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a text may say, and which ranks can carry it."""

    words: re.Pattern[str]
    ranks: frozenset[Rank]
    what: Text
    to_do: Text
    source: str


_CLAIMS = (
    _Claim(
        re.compile(
            r"\b(?:dipidana|pidana\s{1,3}(?:penjara|kurungan|denda)|(?:penjara|kurungan)\s{1,3}paling\s{1,3}lama"
            r"|(?:diancam|terancam)\s{1,3}(?:dengan\s{1,3})?(?:hukuman\s{1,3})?(?:pidana|penjara|kurungan))\b",
            re.I,
        ),
        _BY_PARLIAMENT,
        text("A criminal penalty can only stand in a law (UU) or a regional regulation (perda); none is named."),
        text("Name the law or perda that contains the penalty, or leave the penalty out."),
        "UU 12/2011 Pasal 15 ayat (1)",
    ),
    _Claim(
        re.compile(
            r"\b(?:(?:dikenai|dikenakan|dipungut|wajib\s{1,3}membayar|harus\s{1,3}membayar)\s{1,3}(?:pajak|retribusi)"
            r"|(?:pajak|retribusi)\s{1,3}(?:dipungut|dikenakan)|tarif\s{1,3}pajak)\b",
            re.I,
        ),
        _BY_PARLIAMENT,
        text("Only a law (UU) or a regional regulation (perda) can lay a tax or levy on people; none is named."),
        text("Name the law or perda that lays it on; other regulations may only carry it out."),
        "UUD 1945 Pasal 23A; UU 1/2022 Pasal 94",
    ),
    _Claim(
        re.compile(
            r"\b(?:(?:warga|masyarakat|penduduk|pemohon|pengunjung|pedagang|pelaku\s{1,3}usaha|setiap\s{1,3}orang|Anda)"
            r"\s{1,3}(?:wajib|diwajibkan|berkewajiban|dilarang)|(?:dikenai|dikenakan)\s{1,3}(?:sanksi|denda)|didenda)\b",
            re.I,
        ),
        _BINDING,
        text("A circular, an instruction or a decision cannot oblige the public; nothing else is named."),
        text("Name the regulation behind it, or write what the office asks for, such as “mohon” or “diimbau”."),
        "UU 12/2011 Pasal 7 dan Pasal 8",
    ),
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield at most one finding a claim about the body of a document that names any basis."""
    body = next(passage for passage in passages.of(document) if passage.body)
    if document.meta is None or not mentions(body.words, _WORDS):
        return
    claims = [(claim, found) for claim in _CLAIMS if (found := claim.words.search(body.words))]
    ranks = _ranks(document, body.words, context) if claims else frozenset[Rank]()
    for claim, found in claims:
        if ranks and not ranks & claim.ranks:
            yield Finding(ID, SEVERITY, body.place(found.start()), claim.what, claim.to_do, claim.source)


def _ranks(document: Document, words: str, context: Context) -> frozenset[Rank]:
    """Return the ranks of all that the document rests on or cites; none if it names nothing that we know."""
    register, reads = context.register, reader.of(context)
    known = (register.by_id.get(basis.id) for basis in document.valid.basis)
    ranks = {rank_of(regulation.type, regulation.type_full) for regulation in known if regulation}
    for citation in reads.read(words):
        ranks.add(rank_of(citation.type, f"{citation.head} {citation.office}"))
    ranks |= {BY_SHORT[item.type].rank if item.type in BY_SHORT else Rank.LAW for item in names.find(words)}
    return frozenset(ranks)
