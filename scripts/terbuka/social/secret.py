"""Secrets as they come from the environment: whole, or with what slipped in while copying."""

from __future__ import annotations

import re

from terbuka.errors import Unauthorised
from terbuka.text import text


def check(platform: str, secret: str, shape: re.Pattern[str]) -> None:
    """Refuse a secret that cannot be one, before it gets into a header or an address. It is never shown.

    Args:
        platform: the platform's name for people.
        secret: what the environment variable holds.
        shape: what the platform's secrets look like.

    Raises:
        Unauthorised: it has another shape.
    """
    if shape.fullmatch(secret) is None:
        raise Unauthorised(
            text("What is set as the secret cannot be one of {platform}.", platform=platform),
            text("Copy it again into its environment variable: whole, without spaces, quotes and line ends."),
        )
