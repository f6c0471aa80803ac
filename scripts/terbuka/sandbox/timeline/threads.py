"""Posts joined into threads, the newest thread first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from terbuka.sandbox.player import Shown


@dataclass(frozen=True, slots=True)
class Thread:
    """Posts that belong together, in reading order."""

    posts: tuple[Shown, ...]


def threads(posts: Sequence[Shown]) -> list[Thread]:
    """Join posts with those that they answer; `posts` come the oldest first."""
    home: dict[str, str] = {}
    grown: dict[str, list[Shown]] = {}
    for post in posts:
        first = home.get(post.parent, post.id)
        home[post.id] = first
        grown.setdefault(first, []).append(post)
    return [Thread(tuple(thread)) for thread in reversed(grown.values())]
