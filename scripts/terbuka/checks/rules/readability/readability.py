"""A text that is far harder to read than what the office publishes otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.ranking import LEAST_WORDS, Standing, standing
from terbuka.checks.readability import HARDEST, Measure, measure
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "readability"
FAMILY = Family.READABILITY
DEPENDS = Depends.REPOSITORY
SUMMARY = text("A text is not far harder to read than the office's others.")
SOURCE = "UU 14/2008 Pasal 9 ayat (4)"
SEVERITY = Severity.SUGGESTION

RANK = 90
"""Of 100 texts, how many have to be easier."""

LONG_SENTENCE = 25
"""Words up to which a sentence is not in the way."""

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Measure a text; only one that is very hard is compared with others."""
    if document.meta is None or document.meta.status == "withdrawn":
        return
    found = measure(document.body)
    if found.words < LEAST_WORDS or found.lix <= HARDEST[document.language]:
        return
    rank = standing(document, found.lix, context)
    if rank is None or rank.easier < RANK:
        return
    yield Finding(ID, SEVERITY, document.place("title"), _told(found, rank), _to_do(document, found), SOURCE)


def _to_do(document: Document, found: Measure) -> Text:
    start, words = found.longest
    if words <= LONG_SENTENCE:
        return text("Choose shorter words, and verbs instead of nouns made from them.")
    return text(
        "Split long sentences, first the one on line {line} ({words} words), and choose shorter words.",
        line=document.body_place(start).line,
        words=words,
    )


def _told(found: Measure, rank: Standing) -> Text:
    values = {"easier": rank.easier, "mean": round(found.mean), "long": round(found.share)}
    if rank.of_kind:
        return text(
            "{easier} of 100 published texts of this kind are easier to read: here a sentence has {mean} words "
            "on average, and {long} words in 100 are longer than six letters.",
            **values,
        )
    return text(
        "{easier} of 100 published texts are easier to read: here a sentence has {mean} words on average, and "
        "{long} words in 100 are longer than six letters.",
        **values,
    )
