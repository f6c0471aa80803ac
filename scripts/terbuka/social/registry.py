"""Every platform, alphabetically. A new platform is one file and one line here.

The names are literal; a platform is imported when it is first asked for: whoever only checks
words does not wait for a web client.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from terbuka.social.platform import Platform

NAMES = (
    "bluesky",
    "mastodon",
    "preview",
    "telegram",
)


class _Platforms(Mapping[str, "Platform"]):
    def __getitem__(self, name: str) -> Platform:
        if name not in NAMES:
            raise KeyError(name)
        return cast("Platform", import_module(f"terbuka.social.platforms.{name}"))

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __contains__(self, name: object) -> bool:
        return name in NAMES


PLATFORMS: Mapping[str, Platform] = _Platforms()
