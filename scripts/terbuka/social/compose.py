"""What each account would say about a document. Pure: the same words and settings, the same message."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from terbuka.office import Account, Office
from terbuka.social import count
from terbuka.social.message import Card, Media, Message, Part
from terbuka.social.registry import PLATFORMS
from terbuka.words.document import Document
from terbuka.words.fields import Common

if TYPE_CHECKING:  # whoever only checks words does not wait for a web client
    from terbuka.social.platform import Limits, Platform

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no i, l, o, u, so that a token can be read aloud."""

TOKEN_LENGTH = 8

SHORTEST_SUMMARY = 20
"""A shorter piece of a summary says less than none."""


def compose(document: Document, account: Account, office: Office, base: str) -> Message | None:
    """Return what `account` says about `document`, or None if it says nothing.

    It says nothing when it is not active, does not post this kind or language, or is off for this document.
    """
    meta = document.valid
    own_words = _own_words(meta, account)
    if (
        not account.active
        or own_words is False
        or document.kind.id not in account.kinds
        or document.language not in account.languages
    ):
        return None
    platform = PLATFORMS[account.platform]
    page = base + document.url_path(office.language)
    hashtags = _hashtags(meta, office)
    if own_words is None:
        parts: tuple[Part, ...] = (_from_fields(document, account, platform, page, hashtags),)
    else:
        parts = tuple(_from_writer(document, account, page, hashtags, own_words))
    return Message(
        account=account,
        document=document.id,
        language=document.language,
        digest=document.hash,
        page=page,
        parts=parts,
        card=_card(meta, page),
    )


def token_of(document_id: str, language: str, account_id: str, part: int) -> str:
    """Return the token by which a post is found again: unique for its subject, the same for ever."""
    digest = hashlib.sha256(f"{document_id}\n{language}\n{account_id}\n{part}".encode()).digest()
    number = int.from_bytes(digest[:5], "big")  # 40 bits are eight characters
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(35, -5, -5))


def length_problems(message: Message, limits: Limits | None = None) -> tuple[tuple[int, int, int], ...]:
    """Return (part, count, limit) for each part that is longer than `limits`, or than the platform's own."""
    platform = PLATFORMS[message.account.platform]
    known = limits or platform.LIMITS
    problems = []
    for index, part in enumerate(message.parts):
        length = platform.count(part, known)
        if length > known.characters:
            problems.append((index, length, known.characters))
        elif known.bytes is not None and count.utf8(platform.render(part)) > known.bytes:
            problems.append((index, count.utf8(platform.render(part)), known.bytes))
    return tuple(problems)


def _own_words(meta: Common, account: Account) -> tuple[str, ...] | Literal[False] | None:
    """Return the writer's own parts; False where it is off; None where nothing is said, or only blanks."""
    if meta.social is False:
        return False
    said = meta.social.get(account.id, meta.social.get(account.platform))
    if said is None or said is False:
        return said
    parts = (said,) if isinstance(said, str) else said
    return tuple(part.strip() for part in parts if part.strip()) or None


def _hashtags(meta: Common, office: Office) -> tuple[str, ...]:
    if meta.hashtags:
        return meta.hashtags[: office.limits.hashtags]
    known = (office.topics[topic].hashtag for topic in meta.topics if topic in office.topics)
    return tuple(tag for tag in known if tag)[: office.limits.hashtags]


def _from_fields(
    document: Document, account: Account, platform: Platform, page: str, hashtags: tuple[str, ...]
) -> Part:
    """Say title and summary; give up hashtags first, then the end of the summary, at last the title's."""
    meta, token = document.valid, token_of(document.id, document.language, account.id, 0)
    link = f"{page}?p={token}"
    for kept in range(len(hashtags), -1, -1):
        part = Part(f"{meta.title}\n\n{meta.summary}", link, hashtags[:kept], token)
        if _fits(platform, part):
            return part

    def with_summary(most: int) -> Part:
        return Part(f"{meta.title}\n\n{count.cut(meta.summary, most)}", link, (), token)

    def with_title(most: int) -> Part:
        return Part(count.cut(meta.title, most), link, (), token)

    return (
        _longest(platform, with_summary, SHORTEST_SUMMARY, count.graphemes(meta.summary))
        or _longest(platform, with_title, 1, count.graphemes(meta.title))
        or Part("", link, (), token)  # not even the link may fit: the check says so
    )


def _longest(platform: Platform, make: Callable[[int], Part], least: int, most: int) -> Part | None:
    """Return the longest part that fits, of those that `make` makes; None if even the shortest does not."""
    best = None
    while least <= most:
        middle = (least + most) // 2
        part = make(middle)
        if _fits(platform, part):
            best, least = part, middle + 1
        else:
            most = middle - 1
    return best


def _from_writer(
    document: Document, account: Account, page: str, hashtags: tuple[str, ...], texts: tuple[str, ...]
) -> Iterator[Part]:
    """Say the writer's own words whole: a check, not a machine, tells when they are too long."""
    for index, words in enumerate(texts):
        token = token_of(document.id, document.language, account.id, index)
        first = index == 0
        yield Part(words, f"{page}?p={token}" if first else None, hashtags if first else (), token)


def _fits(platform: Platform, part: Part) -> bool:
    limits = platform.LIMITS
    if platform.count(part, limits) > limits.characters:
        return False
    return limits.bytes is None or count.utf8(platform.render(part)) <= limits.bytes


def _card(meta: Common, page: str) -> Card:
    image = None
    if meta.image is not None:
        path = PurePosixPath("content") / meta.image.src
        image = Media(path, meta.image.alt, mimetypes.guess_type(path.name)[0] or "application/octet-stream")
    return Card(page, meta.title, meta.summary, image)
