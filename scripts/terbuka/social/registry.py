"""Every platform, alphabetically. A new platform is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from terbuka.social.platform import Platform
from terbuka.social.platforms import bluesky, mastodon, preview, telegram

PLATFORMS: Mapping[str, Platform] = MappingProxyType(
    {
        "bluesky": bluesky,
        "mastodon": mastodon,
        "preview": preview,
        "telegram": telegram,
    }
)
