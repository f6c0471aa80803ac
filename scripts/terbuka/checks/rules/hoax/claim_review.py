"""The fields from which ClaimReview is made say what machines need, and agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import claims, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.klarifikasi import Clarification

ID = "claim-review"
FAMILY = Family.HOAX
DEPENDS = Depends.REPOSITORY
SUMMARY = text("The fields of ClaimReview are complete and agree with each other.")
SOURCE = "schema.org/ClaimReview"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_VERDICT = re.compile(
    r"\W*(?:\[?(?:hoaks|hoax|salah|keliru|disinformasi|misinformasi)\]?\s*[:!\]]"
    r"|tidak benar(?: bahwa)?\b|it is not true)",
    re.I,
)
_SENTENCES = re.compile(r"(?<=\w{4})[.!?]\s+(?=[A-Z“\"])")
_VAGUE = re.compile(
    r"\W*(?:internet|media sosial|medsos|online|daring|social media|tidak diketahui|unknown|-|–|—)\W*", re.I
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield fields that are empty, vague, or contradict each other or the other language."""
    meta = document.meta
    if not isinstance(meta, Clarification) or meta.status == "withdrawn":
        return
    yield from _claim(document, meta)
    yield from _days(document, meta)
    original = context.library.translation(document, context.office.language)
    if original is not None and isinstance(original.meta, Clarification) and original.path != document.path:
        yield from _same(document, meta, original.meta)


def _claim(document: Document, meta: Clarification) -> Iterator[Finding]:
    if _VERDICT.match(meta.claim):
        yield _finding(
            document,
            "claim",
            text("“claim” passes judgement; machines then read that the denial is false."),
            text("Report the claim itself in one neutral sentence; the judgement is in “rating”."),
        )
    elif meta.claim.rstrip().endswith("?"):
        yield _finding(
            document,
            "claim",
            text("“claim” is a question; a question cannot be false."),
            text("Report what is claimed in one neutral sentence."),
        )
    elif _SENTENCES.search(meta.claim):
        yield _finding(
            document,
            "claim",
            text("“claim” has several sentences."),
            text("Report one claim in one sentence; write a clarification of its own for another claim."),
            Severity.WARNING,
        )
    whole, fact = claims.stems(meta.claim), claims.stems(meta.fact)
    if whole == fact or meta.claim.casefold() == meta.fact.casefold():
        yield _finding(
            document,
            "fact",
            text("“fact” says the same as “claim”."),
            text("Say what is true instead."),
        )
    if not meta.claim_channel.strip():
        yield _finding(
            document,
            "claim_channel",
            text("“{key}” is missing.", key="claim_channel"),
            text("Say where the claim spreads, such as “grup percakapan”."),
            Severity.WARNING,
        )
    elif _VAGUE.fullmatch(meta.claim_channel):
        yield _finding(
            document,
            "claim_channel",
            text("“{words}” does not say where the claim spreads.", words=meta.claim_channel),
            text("Say it more precisely, such as “grup percakapan warga”; never name a person."),
            Severity.WARNING,
        )


def _days(document: Document, meta: Clarification) -> Iterator[Finding]:
    if meta.claim_date > meta.date:
        yield _finding(
            document,
            "claim_date",
            text("The claim is first seen on {day}, after this text was published.", day=str(meta.claim_date)),
            text("Correct “claim_date” or “date”."),
        )
    for index, kept in enumerate(meta.evidence):
        if kept.date < meta.claim_date:
            yield _finding(
                document,
                "evidence",
                text("This copy is from {day}, before the claim was first seen.", day=str(kept.date)),
                text("Correct the day of the copy, or “claim_date”."),
                Severity.WARNING,
                index,
            )


def _same(document: Document, meta: Clarification, original: Clarification) -> Iterator[Finding]:
    if meta.rating != original.rating:
        yield _finding(
            document,
            "rating",
            text("The original has the rating “{rating}”.", rating=original.rating),
            text("Give a clarification and its translation the same rating."),
        )
    if meta.claim_date != original.claim_date:
        yield _finding(
            document,
            "claim_date",
            text("In the original the claim is first seen on {day}.", day=str(original.claim_date)),
            text("Give a clarification and its translation the same day."),
        )


def _finding(
    document: Document,
    key: str,
    what: Text,
    to_do: Text,
    severity: Severity = SEVERITY,
    index: int | None = None,
) -> Finding:
    place = document.place(key) if index is None else document.place(key, index)
    return Finding(ID, severity, place, what, to_do, SOURCE)
