"""Every platform keeps the contract: the type checker reads this table, the test compares it with the register."""

from __future__ import annotations

from terbuka.social.platform import Platform
from terbuka.social.platforms import bluesky, mastodon, preview, telegram
from terbuka.social.registry import PLATFORMS

MODULES: dict[str, Platform] = {
    "bluesky": bluesky,
    "mastodon": mastodon,
    "preview": preview,
    "telegram": telegram,
}


def test_the_register_is_whole_and_in_order() -> None:
    assert dict(PLATFORMS) == MODULES
    assert list(PLATFORMS) == sorted(MODULES)
    assert ("mastodon" in PLATFORMS, "tidak-ada" in PLATFORMS, PLATFORMS.get("tidak-ada")) == (True, False, None)
