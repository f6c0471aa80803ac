"""What staff write themselves for their accounts, with its place; nothing is composed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.words.document import Document


@dataclass(frozen=True, slots=True)
class Post:
    """One post in the writer's own words.

    Attributes:
        account: the account or the platform that it is written for.
        words: the text.
        keys: where it stands in the front matter.
        index: which part of a thread it is, from 0.
        parts: how many parts the thread has; 1 for a single post.
    """

    account: str
    words: str
    keys: tuple[str | int, ...]
    index: int
    parts: int


def posts(document: Document) -> Iterator[Post]:
    """Yield the posts that `document` words itself; none where the fields are used, or nothing is posted."""
    meta = document.meta
    if meta is None or meta.social is False:
        return
    for account, said in meta.social.items():
        if said is False:
            continue
        if isinstance(said, str):
            yield Post(account, said, ("social", account), 0, 1)
            continue
        for index, words in enumerate(said):
            yield Post(account, words, ("social", account, index), index, len(said))
