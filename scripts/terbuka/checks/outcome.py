"""The outcome of a whole run, kept while nothing has changed that it depends on.

Rules that look at other documents, at pictures or at git cannot be kept document by document; but if every file is
as it was, so is what they find.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from terbuka import clock
from terbuka.checks import kept, span
from terbuka.checks.finding import Finding
from terbuka.checks.rule import Context
from terbuka.checks.span import Span
from terbuka.checks.store import Shelf, Store
from terbuka.words.document import public_since

BASELINE = PurePosixPath("baseline.yml")


@dataclass(frozen=True)
class Outcome:
    """What a run came to.

    Attributes:
        findings: in order.
        documents: how many were looked at.
        true: when this holds, if no file changes; None if nobody needs to know.
    """

    findings: tuple[Finding, ...]
    documents: int
    true: Span | None = None


def recall(store: Store, name: str, now: datetime) -> Outcome | None:
    """Return the outcome kept under `name` if it is true at the moment `now`."""
    value = store.get(Shelf.RUN, name)
    if value is None:
        return None
    head, _, findings = value.partition(b"\n")
    documents, *times = json.loads(head)
    true = span.read(*times)
    return Outcome(tuple(kept.load(findings)), documents, true) if true.holds(now) else None


def remember(store: Store, name: str, found: Outcome) -> None:
    """Keep an outcome under `name`, if it is known when it is true."""
    if found.true:
        head = json.dumps([found.documents, *found.true.written]).encode()
        store.set(Shelf.RUN, name, head + b"\n" + kept.dump(found.findings))


def true_in(context: Context) -> Span:
    """Return when findings do not change by themselves: until midnight, an embargo's end, an expiry.

    Only the documents that have been read count: the rules know of no others.
    """
    zone = context.office.zone
    today = context.now.astimezone(zone).date()
    moments = [clock.start_of(today + timedelta(days=1), zone)]
    for document in context.library.read():
        if document.meta is not None:
            moments.append(public_since(document, zone))
            if document.meta.expires_at:
                moments.append(document.meta.expires_at)
    return Span(context.now, min(moment for moment in moments if moment > context.now))
