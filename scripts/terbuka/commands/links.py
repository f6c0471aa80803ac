"""``terbuka links``: ask other sites for every address that readers are given, and say what broke since when."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import httpx

from terbuka.checks.external import asking, collecting, history
from terbuka.checks.external.answer import Answer, State
from terbuka.checks.external.asking import Manners
from terbuka.checks.external.history import Known
from terbuka.checks.finding import Severity
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.session import Scope, look
from terbuka.console import Console
from terbuka.errors import NotSent, UsageError
from terbuka.text import text
from terbuka.wire import Wire
from terbuka.workspace import Workspace

RULE = "external-link"

TIMEOUT = httpx.Timeout(15.0, connect=10.0)
"""Seconds. A site that takes longer is no use to a reader either."""


MANNERS = Manners()

ENOUGH = 3
"""Addresses, from which on it is likelier that this machine has no network than that all are broken."""


def links(
    space: Workspace,
    console: Console,
    output: str,
    manners: Manners = MANNERS,
    timeout: httpx.Timeout = TIMEOUT,
) -> int:
    """Ask, remember, and print what is broken; return 1 if something surely is.

    Args:
        space: the repository.
        console: who speaks.
        output: the name of a format.
        manners: how politely to ask.
        timeout: how long to wait for an answer.

    Raises:
        NotSent: no site at all could be reached, so that the fault is here.
        UsageError: there is no such format.
        WordsError: the history of links cannot be read.
    """
    if output not in FORMATS:
        raise UsageError(
            text("“{name}” is no format.", name=output),
            text("Choose one of: {names}.", names=", ".join(FORMATS)),
        )
    earlier = history.read(space.root)
    addresses = collecting.collect(space.library(), space.now)
    with (
        Wire(timeout) as line,
        console.progress(text("Asking for {count} addresses", count=len(addresses)), len(addresses)) as advance,
    ):
        answers = asking.ask_all(
            addresses,
            line,
            manners,
            lambda site, count: advance(text("{site}: {count} addresses", site=site, count=count)),
        )
    _require_network(answers.values())
    today = space.now.astimezone(space.office.zone).date()
    known = [history.after(earlier.get(address), address, answers[address], today) for address in addresses]
    history.write(space.root, known)
    session = look(space, Scope(rules=(RULE,)))
    console.result(FORMATS[output].render(session.result.findings, space.root, console.language))
    _summarise(console, known)
    for item in known:
        if item.state is State.FINE and (before := earlier.get(item.address)) and before.broken and before.since:
            console.good(
                text(
                    "{address} works again; it was broken since {since}.",
                    address=item.address,
                    since=before.since.isoformat(),
                )
            )
    return int(any(finding.severity is Severity.ERROR for finding in session.result.findings))


def _require_network(answers: Collection[Answer]) -> None:
    """Refuse to remember a night on which this machine had no network."""
    unreached = (State.NAME, State.REFUSED, State.SILENCE)
    if len(answers) >= ENOUGH and all(answer.state in unreached for answer in answers):
        raise NotSent(
            text("Not one of {count} addresses could be reached.", count=len(answers)),
            text("Check the network of this machine; nothing was remembered."),
        )


def _summarise(console: Console, known: Iterable[Known]) -> None:
    items = list(known)
    broken = sum(item.broken for item in items)
    sentence = text(
        "{count} addresses: {broken} broken, {doubtful} failed for the first time, {moved} moved for good, "
        "{unclear} turn programs away.",
        count=len(items),
        broken=broken,
        doubtful=sum(item.nights > 0 and not item.broken for item in items),
        moved=sum(item.moved is not None for item in items),
        unclear=sum(item.state is State.UNCLEAR for item in items),
    )
    (console.bad if broken else console.good)(sentence)
