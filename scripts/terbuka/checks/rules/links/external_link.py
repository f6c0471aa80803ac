"""Addresses of other sites that are known to be broken, and since when: `terbuka links` asks, this rule tells."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import addresses, rule
from terbuka.checks.external import collecting, history
from terbuka.checks.external.answer import State
from terbuka.checks.external.history import Known
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "external-link"
FAMILY = Family.LINKS
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Links to other sites lead somewhere; asked for every night.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_PASSING = (State.FAILING, State.REFUSED, State.SILENCE)
"""What may mend itself."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield addresses that have been broken on several nights, or have moved; nothing where nobody has asked."""
    known = context.once("external-link", lambda: history.read(context.root))
    if not known:
        return
    for address in addresses.of(document):
        target = collecting.asked_for(address, context.office)
        item = known.get(target) if target else None
        if item is None:
            continue
        if item.broken:
            severity = Severity.WARNING if item.state in _PASSING else SEVERITY
            yield Finding(ID, severity, address.place(document), _broken(item), _to_do(item), SOURCE)
        elif item.moved:
            yield Finding(ID, Severity.WARNING, address.place(document), *_moved(item.moved), SOURCE)


def _broken(item: Known) -> Text:
    since = item.since.isoformat() if item.since else ""
    match item.state:
        case State.GONE:
            return text(
                "Broken since {since}: there is no such page any more ({status}).", since=since, status=item.status
            )
        case State.NAME:
            return text("Broken since {since}: there is no site of this name any more.", since=since)
        case State.CERTIFICATE:
            return text(
                "Broken since {since}: the site cannot prove who it is, and browsers warn of it.", since=since
            )
        case State.CIRCLE:
            return text("Broken since {since}: the site sends visitors round in a circle.", since=since)
        case State.FAILING:
            return text(
                "Broken since {since}: the site reports a fault of its own ({status}).",
                since=since,
                status=item.status,
            )
        case State.SILENCE:
            return text("Broken since {since}: the site does not answer.", since=since)
        case _:
            return text("Broken since {since}: the site takes no connections.", since=since)


def _to_do(item: Known) -> Text:
    if item.fine is None:
        return text("Correct the address or remove the link; it was never seen to work.")
    return text(
        "Look for the new address, link to an archived copy, or remove the link; it last worked on {fine}.",
        fine=item.fine.isoformat(),
    )


def _moved(address: str) -> tuple[Text, Text]:
    return (
        text("This page has moved for good ({address}).", address=address),
        text("Look whether it still says the same, then write the new address."),
    )
