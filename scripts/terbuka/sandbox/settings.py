"""Who posts in the rehearsal, and how strict the platforms are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

SECRETS: Mapping[str, str] = MappingProxyType(
    {
        "bluesky": "sandbox-password",
        "mastodon": "sandbox-token",
        "telegram": "1:sandbox",
    }
)
"""What each platform accepts as the account's secret: fixed and public, for there is nothing to protect."""


def real_time() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """How the sandbox behaves.

    Attributes:
        name: the name for people that stands above each post.
        username: the account's name on Mastodon, without ``@``.
        language: what the timeline speaks first, ``id`` or ``en``.
        zone: the time zone that the timeline shows.
        idempotency: whether Mastodon honours the header ``Idempotency-Key``; GoToSocial (0.20) does not.
        processing: how often Mastodon answers 206 before an uploaded picture is ready.
        discussions: the discussion group of each Telegram channel, such as ``{"@kabar": "@obrolan"}``; a
            channel that is not named here has a group without a public name.
        administrator: whether the bot administers the discussion groups too, and so surely sees what is there.
        clock: tells the moment, with a time zone.
    """

    name: str = "Kantor Contoh"
    username: str = "kantorcontoh"
    language: str = "id"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Jakarta"))
    idempotency: bool = True
    processing: int = 1
    discussions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    administrator: bool = True
    clock: Callable[[], datetime] = real_time
