"""A clarification says first what is true: its title, its fact and its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import claims, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.klarifikasi import Clarification

ID = "fact-first"
FAMILY = Family.HOAX
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Title and first sentence of a clarification state the fact, not the claim.")
SOURCE = "Debunking Handbook 2020"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_LABEL = re.compile(
    r"\W{0,4}(?P<label>waspada(?:i)? hoaks|awas hoaks|hoaks|hoax|salah|disinformasi|misinformasi"
    r"|klarifikasi|cek fakta|beredar|viral|heboh|fact[ -]?check|false|debunked)\b",
    re.I,
)
_QUESTION = re.compile(r"\?\W*$|^\W*(?:benarkah|apakah|betulkah|is it true)\b", re.I)
_ABOUT = re.compile(
    r"\b(?:kabar|isu|klaim|rumor|hoaks|tuduhan|berita bohong|claims?|rumou?rs?|hoax)\b.{0,30}"
    r"\b(?:soal|tentang|bahwa|terkait|mengenai|seputar|about|that|on)\b",
    re.I,
)
_DENIAL = re.compile(
    r"\W*(?:tidak (?:benar|betul)|bukan|hoaks|itu hoaks|not true|it is not true|false|hoax)\b", re.I
)
_REPORT = re.compile(
    r"\b(?:beredar\w*|viral|heboh|klaim|hoaks|pesan berantai|kabar|isu|rumor|tuduhan|narasi|disebut-sebut|tersebar"
    r"|circulat\w+|claim\w*|hoax|rumou?rs?|going (?:a)?round|spreading)\b",
    re.I,
)
_SKIP = re.compile(r"#{1,6}\s|!\[|!!!|\?\?\?|---|\||--8<--|\[[^\]]{0,80}\]:")

ENOUGH = 2
"""So many words of the fact in a title or sentence, and it is about the fact."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what stands in the place of the fact."""
    del context
    meta = document.meta
    if not isinstance(meta, Clarification) or meta.status == "withdrawn":
        return
    fact = claims.stems(meta.fact)
    yield from _title(document, meta, fact)
    if denial := _DENIAL.match(meta.fact):
        yield _finding(
            document.place("fact"),
            text("The fact begins with “{words}”: it only denies the claim.", words=denial[0].strip()),
            text("Say what is true instead, so that readers remember that."),
        )
    first = next(((at, words) for at, words in claims.sentences(document.body) if not _SKIP.match(words)), None)
    if first is not None:
        yield from _first(document.body_place(first[0]), first[1], fact)


def _title(document: Document, meta: Clarification, fact: frozenset[str]) -> Iterator[Finding]:
    place = document.place("title")
    if label := _LABEL.match(meta.title):
        yield _finding(
            place,
            text("The title begins with the label “{words}”, not with the fact.", words=label["label"]),
            text("Write as title what is true; the page shows the label itself."),
        )
    elif _QUESTION.search(meta.title):
        yield _finding(
            place,
            text("The title asks; many people read no further and remember the claim."),
            text("Write as title what is true."),
        )
    elif _ABOUT.search(meta.title):
        yield _finding(
            place,
            text("The title says that there is a claim, not what is true."),
            text("Write as title what is true."),
        )
    elif len(claims.stems(meta.title) & fact) < min(ENOUGH, len(fact)):
        yield _finding(
            place,
            text("The title has hardly a word of the fact."),
            text("Write as title what “fact” says, only shorter."),
        )


def _first(place: Place, sentence: str, fact: frozenset[str]) -> Iterator[Finding]:
    report = _REPORT.search(sentence)
    if report and len(claims.stems(sentence[: report.start()]) & fact) < min(ENOUGH, len(fact)):
        yield _finding(
            place,
            text("The text begins with the claim (“{words}”), not with the fact.", words=report[0]),
            text("Begin with what is true; the claim comes after it, once, with a warning."),
        )
    elif len(claims.stems(sentence) & fact) < min(ENOUGH, len(fact)):
        yield _finding(
            place,
            text("The first sentence has hardly a word of the fact."),
            text("Begin with what “fact” says."),
        )


def _finding(place: Place, what: Text, to_do: Text) -> Finding:
    return Finding(ID, SEVERITY, place, what, to_do, SOURCE)
