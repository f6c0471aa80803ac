"""The only place that opens a socket: strict time-outs, waiting, redaction.

An adapter yields a request and is sent the response. What never left this machine is `NotSent`; what may
have arrived although no answer came is `OutcomeUnknown`, and only for requests that publish.
"""

from __future__ import annotations

import logging
import socket
import ssl
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import TracebackType
from typing import Self, TypeVar

import httpx

from terbuka import __version__
from terbuka.errors import NotSent, OutcomeUnknown
from terbuka.text import text

T = TypeVar("T")

TIMEOUT = httpx.Timeout(20.0, connect=5.0)
"""Seconds. Far below the lease in the record, so that a slow request cannot outlive it."""

USER_AGENT = f"terbuka/{__version__}"

PUBLISHES = "terbuka_publishes"
AFTER = "terbuka_after"
"""A request's extension: seconds to wait before it is sent, for servers that are still working."""

# httpx logs the address of each request; Telegram's holds the bot's token.
logging.getLogger("httpx").setLevel(logging.WARNING)


class Trouble(StrEnum):
    """Why no answer came."""

    NAME = "name"
    """No site has this name."""

    REFUSED = "refused"
    """The machine takes no connection."""

    CERTIFICATE = "certificate"
    """The site cannot prove who it is."""

    SILENCE = "silence"
    """It did not answer in time."""

    GARBLED = "garbled"
    """It answered, but not as the web does."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a site answered when it was asked for an address.

    Attributes:
        status: the number of its answer; 0 if none came.
        location: where it sends visitors on, if it does.
        retry_after: seconds after which it wants to be asked again, if it said so.
        trouble: why no answer came, or None.
    """

    status: int
    location: str | None = None
    retry_after: float | None = None
    trouble: Trouble | None = None


class Wire:
    """A pool of connections. Use it as a context manager.

    Attributes:
        timeout: how long to wait for a connection and for an answer, in seconds.
    """

    def __init__(self, timeout: httpx.Timeout = TIMEOUT) -> None:
        # trust_env stays on: offices sit behind proxies. Redirects are never followed with a token.
        self._client = httpx.Client(timeout=timeout, follow_redirects=False, headers={"User-Agent": USER_AGENT})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def run(self, steps: Generator[httpx.Request, httpx.Response, T]) -> T:
        """Run an exchange to its end and return its result.

        Raises:
            NotSent: the server could not be reached.
            OutcomeUnknown: a publishing request may have arrived, but no answer came.
            WireError: what the exchange itself raises on the server's answers.
        """
        try:
            request = next(steps)
            while True:
                request = steps.send(self.answer(request))
        except StopIteration as end:
            result: T = end.value
            return result

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return the whole response, errors included.

        Raises:
            NotSent, OutcomeUnknown: as for `run`.
        """
        host = request.url.host
        # The client's own headers are missing from requests that adapters build themselves.
        request.headers.setdefault("User-Agent", USER_AGENT)
        request.extensions = {**request.extensions, "timeout": self._client.timeout.as_dict()}
        time.sleep(request.extensions.get(AFTER, 0))
        try:
            return self._client.send(request)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol):
            raise NotSent(
                text("{host} cannot be reached.", host=host),
                text("Check the address in office.yml and the network, then run the command again."),
            ) from None
        except httpx.TransportError as error:
            if not request.extensions.get(PUBLISHES):
                raise NotSent(
                    text("{host} did not answer ({reason}).", host=host, reason=type(error).__name__),
                    text("Run the command again later; nothing was published."),
                ) from None
            raise OutcomeUnknown(
                text(
                    "{host} may have taken the post, but its answer was lost ({reason}).",
                    host=host,
                    reason=type(error).__name__,
                ),
                text("Run terbuka publish again: it reads the platform before it sends anything."),
            ) from None

    def visit(self, method: str, address: str) -> Visit:
        """Ask for `address` and return what came back, without its words; a failure is an answer, too."""
        try:
            with self._client.stream(method, address) as response:
                return _visited(response)
        except httpx.TimeoutException:
            return Visit(0, trouble=Trouble.SILENCE)
        except httpx.ConnectError as error:
            return Visit(0, trouble=_trouble(error))
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
            return Visit(0, trouble=Trouble.GARBLED)


def _visited(response: httpx.Response) -> Visit:
    wait = response.headers.get("Retry-After", "")
    return Visit(response.status_code, response.headers.get("Location"), float(wait) if wait.isdigit() else None)


def _trouble(error: BaseException) -> Trouble:
    """Return what lies behind a failure to connect."""
    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            return Trouble.NAME
        if isinstance(cause, ssl.SSLError):
            return Trouble.CERTIFICATE
    return Trouble.REFUSED


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def pause(seconds: float) -> None:
    """Wait so many seconds."""
    time.sleep(seconds)


def pause_until(moment: datetime) -> None:
    """Wait until `moment`, which has a time zone."""
    time.sleep(max(0.0, (moment - datetime.now(UTC)).total_seconds()))


def hide(words: str, *secrets: str) -> str:
    """Return `words` with every secret replaced, for messages and logs."""
    for secret in secrets:
        if secret:
            words = words.replace(secret, "•••")
    return words
