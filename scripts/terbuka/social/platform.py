"""The Platform contract, and the five ways to recover from an unknown outcome.

A platform is a module of pure functions and generators: it yields requests and receives responses,
errors included, and never opens a socket. ``wire.py`` runs it.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Protocol, TypeVar

import httpx

from terbuka import wire
from terbuka.office import Account
from terbuka.social.message import Message, Part, Receipt

T = TypeVar("T")
Steps = Generator[httpx.Request, httpx.Response, T]
"""An exchange with a server: requests out, responses in, a result in the end."""

PUBLISHES = {wire.PUBLISHES: True}
"""Put into a request's `extensions`: if its answer is lost, the post may be live nevertheless."""


class Recovery(StrEnum):
    """How a platform lets us find out what became of a request whose answer was lost."""

    KEY = "key"  # repeats with the same key are one post
    CHOSEN_ID = "chosen-id"  # we pick the remote id, and can look it up
    HANDLE = "handle"  # two steps; the first one's handle tells the state of the second
    READ_BACK = "read-back"  # our own timeline holds the unique link, or does not
    NONE = "none"  # a person has to look


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server accepts.

    Attributes:
        characters: the longest text, counted as the platform counts.
        link_length: what any link costs; None if it costs its own length.
        bytes: the longest text in UTF-8; None if that does not matter.
        alt: the longest description of a picture, in characters.
        media_bytes: the largest picture.
        source: where these numbers come from, for messages and preview.
    """

    characters: int
    link_length: int | None
    bytes: int | None
    alt: int
    media_bytes: int
    source: str


@dataclass(frozen=True, slots=True)
class Session:
    """An open account: what each request needs. The secret never shows in `repr`.

    Attributes:
        account: whose session.
        server: the base address of the interface, without a slash at its end.
        secret: the token, or what login gave for it.
        user: the platform's own id for us, such as a DID; "" where it has none.
        limits: what the server said it accepts.
    """

    account: Account
    server: str
    secret: str = field(repr=False)
    user: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of the pictures that messages refer to, read before an adapter runs."""

    contents: Mapping[PurePosixPath, bytes] = field(default_factory=lambda: MappingProxyType({}), repr=False)


class Platform(Protocol):
    """What the module of a platform has to define."""

    # Its name in office.yml, and its name for people.
    @property
    def ID(self) -> str: ...  # noqa: N802

    @property
    def NAME(self) -> str: ...  # noqa: N802

    # How to find out what became of a request whose answer was lost.
    @property
    def RECOVERY(self) -> Recovery: ...  # noqa: N802

    # False for platforms that send nothing (preview).
    @property
    def SENDS(self) -> bool: ...  # noqa: N802

    # What servers accept by default; used where no server can be asked (checks, preview).
    @property
    def LIMITS(self) -> Limits: ...  # noqa: N802

    # The final text as people will see it: words, hashtags, link.
    def render(self, part: Part) -> str: ...

    # How long the final text of a part is, as this platform counts.
    def count(self, part: Part, limits: Limits) -> int: ...

    # Opens the account and asks the server for its limits. `server` overrides the account's own.
    def login(self, account: Account, server: str, secret: str) -> Steps[Session]: ...

    # Publishes part `index`; `earlier` are the receipts of the parts before it; `armed` is the moment
    # that the intent was recorded, the same at every try.
    def send(
        self,
        session: Session,
        message: Message,
        index: int,
        earlier: tuple[Receipt, ...],
        armed: datetime,
        files: Files,
    ) -> Steps[Receipt]: ...

    # Looks for part `index` on the platform. None: it is surely not there.
    # Raises OutcomeUnknown where the platform cannot tell.
    def find(
        self, session: Session, message: Message, index: int, earlier: tuple[Receipt, ...], armed: datetime
    ) -> Steps[Receipt | None]: ...
