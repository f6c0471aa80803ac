"""The pages of the timeline, from the template beside this file. Whatever a post holds is escaped there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from terbuka.sandbox.faults import Fault
from terbuka.sandbox.player import Player, Shown
from terbuka.sandbox.timeline.threads import Thread, threads
from terbuka.sandbox.timeline.words import KINDS, OTHER_LANGUAGE, say
from terbuka.sandbox.world import World

HERE = Path(__file__).parent
SECONDS = 4
"""Between two refreshes."""


@dataclass(frozen=True, slots=True)
class View:
    """What a person asked to see.

    Attributes:
        platform: the platform's name; "" for all of them.
        language: ``id`` or ``en``.
        refresh: whether the page shall keep itself fresh.
        token: proves to the panel that a form comes from this page.
    """

    platform: str
    language: str
    refresh: bool
    token: str

    def query(self, **changes: str) -> str:
        """Return the query of this page's address with some values changed."""
        values = {"lang": self.language, "refresh": "" if self.refresh else "off"} | changes
        return "?" + "&".join(f"{name}={value}" for name, value in values.items() if value)


@dataclass(frozen=True, slots=True)
class Column:
    """One platform's threads."""

    id: str
    name: str
    threads: Sequence[Thread]


def columns(world: World, players: Mapping[str, Player], platform: str) -> list[Column]:
    """Return what the page shows: one platform, or all of them beside each other."""
    shown = [player for name, player in players.items() if platform in ("", name)]
    return [Column(player.ID, player.NAME, threads(player.shown(world))) for player in shown]


def fingerprint(found: Sequence[Column], faults: Sequence[Fault]) -> str:
    """Return what changes when the page does."""
    return hashlib.sha256(repr((found, faults)).encode()).hexdigest()[:16]


def render(world: World, players: Mapping[str, Player], view: View) -> tuple[str, str]:
    """Return a page and its fingerprint."""
    found, waiting = columns(world, players, view.platform), world.faults.waiting()
    mark = fingerprint(found, waiting)
    page = _ENVIRONMENT.get_template("page.html.jinja").render(
        words=say(view.language),
        view=view,
        columns=found,
        players=[(player.ID, player.NAME) for player in players.values()],
        faults=waiting,
        kinds={kind.value: sentence.say(view.language) for kind, sentence in KINDS.items()},
        other=OTHER_LANGUAGE[view.language],
        mark=mark,
        seconds=SECONDS,
        initials=initials(world.settings.name),
        moment=lambda post: _moment(post, world.settings.zone, view.language),
    )
    return page, mark


def initials(name: str) -> str:
    """Return the first letters of the first two words of a name."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def _moment(post: Shown, zone: ZoneInfo, language: str) -> str:
    """Return when a post was published, for people."""
    local: datetime = post.at.astimezone(zone)
    # The zone's own abbreviation: English locales would write WIB as +0700.
    pattern = f"d MMM y, {'HH.mm' if language == 'id' else 'HH:mm'} '{local.tzname()}'"
    return format_datetime(local, pattern, locale=language)


def _safe_link(address: str) -> str:
    """Return an address if a browser may follow it; "" for ``javascript:`` and its like."""
    return address if address.partition(":")[0].lower() in ("http", "https") else ""


def _host(address: str) -> str:
    return urlsplit(address).netloc


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(HERE),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {"host": _host, "safe_link": _safe_link}
