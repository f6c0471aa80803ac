"""What one account says about one document, and the proof that it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from terbuka.office import Account


@dataclass(frozen=True, slots=True)
class Media:
    """A picture and the words for people who do not see it.

    Attributes:
        path: the file, from the repository's root.
        alt: never empty.
        mime: such as ``image/png``.
    """

    path: PurePosixPath
    alt: str
    mime: str


@dataclass(frozen=True, slots=True)
class Card:
    """The preview of a page: platforms that build none themselves are given this.

    Attributes:
        url: the canonical address, without a token.
        title: the document's title.
        description: the document's summary.
        image: the document's picture, or None.
    """

    url: str
    title: str
    description: str
    image: Media | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One post; a message has several when it is a thread.

    Attributes:
        text: the words, without link and hashtags.
        link: the page's address with the token. The first part of a thread carries it; later parts, which
            carry None, are found as replies to the part before.
        hashtags: without ``#``.
        token: unique for this document, language, account and part; `link` ends in it where there is one.
    """

    text: str
    link: str | None
    hashtags: tuple[str, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Message:
    """What one account says about one document in one language.

    Attributes:
        account: who says it.
        document: the document's id, such as ``content/berita/2026/judul``.
        language: the language of the words.
        digest: the document's content hash; the page must carry it before anything is sent.
        page: the canonical address of the page.
        parts: one or more posts, in order.
        card: the page's preview.
    """

    account: Account
    document: str
    language: str
    digest: str
    page: str
    parts: tuple[Part, ...]
    card: Card


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof from a platform that a part is live.

    Attributes:
        remote_id: the platform's own id for the post.
        url: where people see it; "" where the platform has no address for it.
        at: when the platform says it was published, with a time zone; else when it answered.
        extra: what later parts or corrections need, such as Bluesky's ``cid``.
    """

    remote_id: str
    url: str
    at: datetime
    extra: tuple[tuple[str, str], ...] = field(default=())
