"""The contract of a platform that is played here, and the post as its timeline shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from starlette.responses import Response
from starlette.types import ASGIApp

from terbuka.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a post's text.

    Attributes:
        text: the words as people see them.
        href: where it leads; "" where it leads nowhere.
        marks: how it is set: names of HTML elements such as ``strong``, from the outside in.
    """

    text: str
    href: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture in a post. `alt` is None on platforms that have no descriptions."""

    src: str
    alt: str | None


@dataclass(frozen=True, slots=True)
class ShownCard:
    """The preview of a link. `title` is "" where the platform would fetch the preview itself."""

    url: str
    title: str = ""
    description: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as a person would see it.

    Attributes:
        platform: which platform shows it.
        id: unique on that platform.
        parent: the id of the post that it answers; "" if it stands alone.
        name: the name for people.
        handle: the account's address on the platform.
        at: when it was published.
        spans: its text.
        pictures: its pictures.
        card: the preview of its link, or None.
        language: the language it declares; "" if it does not.
        count: its length as the platform counts.
        limit: the longest that the platform takes.
    """

    platform: str
    id: str
    parent: str
    name: str
    handle: str
    at: datetime
    spans: tuple[Span, ...]
    pictures: tuple[ShownPicture, ...]
    card: ShownCard | None
    language: str
    count: int
    limit: int


class Player(Protocol):
    """What the module of a platform has to define."""

    @property
    def ID(self) -> str:  # noqa: N802
        """Its name in addresses."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """Its name for people."""

    def publishes(self, method: str, path: str) -> bool:
        """Tell whether a request publishes: faults without `match` wait for these."""

    def app(self, world: World) -> ASGIApp:
        """Return its interface, to be mounted under its name."""

    def rate_limited(self, now: datetime, seconds: float) -> Response:
        """Return the answer to too many requests: come back `seconds` after `now`."""

    def server_error(self) -> Response:
        """Return the answer of a server that is out of order."""

    def expired_token(self) -> Response:
        """Return the answer to a token that is no longer taken."""

    def shown(self, world: World) -> list[Shown]:
        """Return every post as a person would see it, the oldest first."""
