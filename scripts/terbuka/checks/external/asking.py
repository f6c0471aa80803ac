"""Ask other sites whether an address still leads somewhere: politely, one request at a time for each site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from terbuka import wire
from terbuka.checks.external.answer import Answer, State
from terbuka.wire import Trouble, Visit, Wire

FURTHEST = 10
"""How often a site may send a visitor on."""

_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


_STATES = {
    Trouble.NAME: State.NAME,
    Trouble.REFUSED: State.REFUSED,
    Trouble.CERTIFICATE: State.CERTIFICATE,
    Trouble.SILENCE: State.SILENCE,
    Trouble.GARBLED: State.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely to ask. Times are in seconds.

    Attributes:
        pause: between two requests to one site.
        retries: how often to ask again after a fault of the site, or when it says that it is asked too often.
        patience: how long to wait before asking again, if the site does not say so.
        longest: at most how long to wait if it does.
        sites: how many sites to ask at once.
    """

    pause: float = 1.0
    retries: int = 2
    patience: float = 5.0
    longest: float = 60.0
    sites: int = 8


def ask_all(
    addresses: Iterable[str], line: Wire, manners: Manners, told: Callable[[str, int], None]
) -> dict[str, Answer]:
    """Ask for every address and return the answers.

    Args:
        addresses: what to ask for.
        line: how to ask.
        manners: how politely.
        told: called with each site and the number of its addresses when all of them have been asked for.
    """
    by_site: dict[str, list[str]] = {}
    for address in addresses:
        by_site.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(manners.sites) as pool:
        waiting = {pool.submit(_ask_site, line, manners, every): site for site, every in by_site.items()}
        for done in as_completed(waiting):
            answers |= done.result()
            told(waiting[done], len(by_site[waiting[done]]))
    return answers


def _ask_site(line: Wire, manners: Manners, addresses: Sequence[str]) -> dict[str, Answer]:
    return {address: ask(line, manners, address) for address in addresses}


def ask(line: Wire, manners: Manners, address: str) -> Answer:
    """Follow `address` to its end and return what is there."""
    here, for_good = address, True
    moved: str | None = None
    for _ in range(FURTHEST):
        visit = _visit(line, manners, here)
        if visit.trouble:
            return Answer(_STATES[visit.trouble])
        if not (visit.location and HTTPStatus(300) <= visit.status < HTTPStatus(400)):
            return _judged(visit.status, moved)
        here = urljoin(here, visit.location)
        if not here.startswith(("http://", "https://")):
            return Answer(State.UNCLEAR, visit.status)  # an app or a mail program goes on from here
        for_good = for_good and visit.status in _FOR_GOOD
        moved = here if for_good else moved
    return Answer(State.CIRCLE)


def _judged(status: int, moved: str | None) -> Answer:
    if status in _GONE:
        return Answer(State.GONE, status)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Answer(State.FAILING, status)
    if status >= HTTPStatus.BAD_REQUEST:
        return Answer(State.UNCLEAR, status)
    return Answer(State.FINE, status, moved)


def _visit(line: Wire, manners: Manners, address: str) -> Visit:
    """Ask for the head only, and for the whole if the site does not like that; again only if it may help."""
    visit = _asked(line, manners, "HEAD", address)
    if visit.trouble not in (None, Trouble.GARBLED) or 0 < visit.status < HTTPStatus.BAD_REQUEST:
        return visit
    visit = _asked(line, manners, "GET", address)
    for turn in range(manners.retries):
        if not _is_passing(visit):
            break
        wait = visit.retry_after if visit.retry_after is not None else manners.patience * (turn + 1)
        wire.pause(min(wait, manners.longest))
        visit = _asked(line, manners, "GET", address)
    return visit


def _asked(line: Wire, manners: Manners, method: str, address: str) -> Visit:
    visit = line.visit(method, address)
    wire.pause(manners.pause)
    return visit


def _is_passing(visit: Visit) -> bool:
    return visit.status == HTTPStatus.TOO_MANY_REQUESTS or visit.status >= HTTPStatus.INTERNAL_SERVER_ERROR
