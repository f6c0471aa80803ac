"""What a run told, as it was printed: where nothing has changed, nobody waits until it is put into words again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from terbuka.checks import inputs, span
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.manner import Manner
from terbuka.checks.span import Span
from terbuka.checks.store import Shelf, Store


@dataclass(frozen=True)
class Counts:
    """How many documents were looked at, and what was found in them."""

    documents: int
    errors: int
    warnings: int
    suggestions: int


@dataclass(frozen=True)
class Report:
    """What a run told.

    Attributes:
        words: the findings in one of the formats, as UTF-8.
        counts: what is said of them in the end.
    """

    words: bytes
    counts: Counts


def count(findings: Sequence[Finding], documents: int) -> Counts:
    """Return how many findings of each severity there are in so many documents."""
    severities = [finding.severity for finding in findings]
    return Counts(documents, *(severities.count(severity) for severity in Severity))


def key(run: str, output: str, language: str, manner: Manner) -> str:
    """Return under what a report is kept: all that decides its words.

    Args:
        run: under what the outcome is kept; everything that findings and formats read is in it.
        output: the name of the format.
        language: what the sentences are in.
        manner: how the findings are shown.
    """
    ways = [f"colour {manner.colour}", f"draft {manner.draft}"]
    return inputs.digest([run, output, language, inputs.sentences(language), *ways])


def recall(store: Store, name: str, now: datetime) -> Report | None:
    """Return the report kept under `name` if it is true at the moment `now`."""
    value = store.get(Shelf.REPORT, name)
    if value is None:
        return None
    head, _, words = value.partition(b"\n")
    since, until, *counts = json.loads(head)
    return Report(words, Counts(*counts)) if span.read(since, until).holds(now) else None


def remember(store: Store, name: str, report: Report, true: Span) -> None:
    """Keep a report under `name` for as long as it is true."""
    counts = report.counts
    head = [*true.written, counts.documents, counts.errors, counts.warnings, counts.suggestions]
    store.set(Shelf.REPORT, name, json.dumps(head).encode() + b"\n" + report.words)
