"""Mastodon, and servers that speak its interface (GoToSocial, Pleroma…).

Source: Mastodon's OpenAPI description 4.7.0 and https://docs.joinmastodon.org/methods/.

An Idempotency-Key is sent, but nothing relies on it: Mastodon keeps it for an hour only, and a real GoToSocial
(0.20-rc) ignores it. An unknown outcome is read back from the account's own timeline by the unique link.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import httpx

from terbuka import wire
from terbuka.errors import OutcomeUnknown, RateLimited, WireError
from terbuka.office import Account
from terbuka.social import answers
from terbuka.social import count as counting
from terbuka.social import secret as secrets
from terbuka.social.message import Media, Message, Part, Receipt
from terbuka.social.platform import PUBLISHES, Files, Limits, Recovery, Session, Steps
from terbuka.text import text

ID = "mastodon"
NAME = "Mastodon"
RECOVERY = Recovery.READ_BACK
SENDS = True
LIMITS = Limits(
    characters=500,
    link_length=23,
    bytes=None,
    alt=1500,
    media_bytes=16_777_216,
    source="Mastodon's defaults, https://docs.joinmastodon.org/entities/Instance/",
)

PAGES_BACK = 10
"""How many pages of 40 of our own posts are read to find one. The moment of arming ends it earlier."""

POLLS = 30
"""How often a picture is asked for that the server is still working on: at once, then each second."""

SKEW = timedelta(minutes=5)
"""How far a server's clock may be behind ours."""

_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")
"""A bearer token (RFC 6750, section 2.1)."""

_HREF = re.compile(r'href="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")


def render(part: Part) -> str:
    """Return words, hashtags and link, each in a block of its own."""
    tags = " ".join(f"#{tag}" for tag in part.hashtags)
    return "\n\n".join(block for block in (part.text, tags, part.link) if block)


def count(part: Part, limits: Limits) -> int:
    """Count graphemes; a link costs what the server reserves for it."""
    return counting.mastodon(render(part), limits.link_length or 23)


def login(account: Account, server: str, secret: str) -> Steps[Session]:
    """Ask who we are and what the server accepts. A token needs no login of its own."""
    secrets.check(NAME, secret, _TOKEN)
    headers = _headers(secret)
    response = yield httpx.Request("GET", f"{server}/api/v1/accounts/verify_credentials", headers=headers)
    if response.status_code != httpx.codes.OK:
        raise _failure(response, secret)
    user = answers.field(NAME, response, "id")
    response = yield httpx.Request("GET", f"{server}/api/v2/instance", headers=headers)
    if response.status_code == httpx.codes.NOT_FOUND:
        response = yield httpx.Request("GET", f"{server}/api/v1/instance", headers=headers)
    if response.status_code != httpx.codes.OK:
        raise _failure(response, secret)
    limits = read_limits(answers.data(NAME, response), str(response.request.url))
    return Session(account, server, secret, user, limits)


def read_limits(instance: Mapping[str, object], source: str) -> Limits:
    """Return what a server says that it accepts; where it is silent, Mastodon's defaults."""
    configuration = _part(instance, "configuration")
    statuses = _part(configuration, "statuses")
    media = _part(configuration, "media_attachments")
    return Limits(
        # GoToSocial and Pleroma's older interface give the length at the top.
        characters=_number(statuses, "max_characters", _number(instance, "max_toot_chars", LIMITS.characters)),
        link_length=_number(statuses, "characters_reserved_per_url", LIMITS.link_length or 23),
        bytes=None,
        alt=_number(media, "description_limit", LIMITS.alt),
        media_bytes=_number(media, "image_size_limit", LIMITS.media_bytes),
        source=source,
    )


def send(
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    armed: datetime,
    files: Files,
) -> Steps[Receipt]:
    """Upload the picture, then publish."""
    part = message.parts[index]
    media: list[str] = []
    image = message.card.image
    content = files.contents.get(image.path, b"") if image is not None else b""
    if index == 0 and image is not None and 0 < len(content) <= session.limits.media_bytes:
        media.append((yield from _upload(session, image, content)))
    fields: dict[str, object] = {
        "status": render(part),
        "language": message.language,
        "visibility": "public",
        "media_ids": media,
    }
    if earlier:
        fields["in_reply_to_id"] = earlier[-1].remote_id
    response = yield httpx.Request(
        "POST",
        f"{session.server}/api/v1/statuses",
        headers={**_headers(session.secret), "Idempotency-Key": f"{part.token}-{armed.timestamp():.0f}"},
        json=fields,
        extensions=PUBLISHES,
    )
    if response.status_code != httpx.codes.OK:
        raise _failure(response, session.secret)
    receipt = _receipt(answers.data(NAME, response))
    if receipt is None:
        raise OutcomeUnknown(
            text("{platform} answered without the post's id.", platform=NAME),
            text("Run terbuka publish again: it reads the platform before it sends anything."),
        )
    return receipt


def find(
    session: Session, message: Message, index: int, earlier: tuple[Receipt, ...], armed: datetime
) -> Steps[Receipt | None]:
    """Read our own timeline back to before the part was armed."""
    part = message.parts[index]
    doubt = False
    query: dict[str, str] = {"limit": "40", "exclude_reblogs": "true"}
    url = f"{session.server}/api/v1/accounts/{session.user}/statuses"
    for _ in range(PAGES_BACK):
        response = yield httpx.Request("GET", url, params=query, headers=_headers(session.secret))
        if response.status_code != httpx.codes.OK:
            raise _failure(response, session.secret)
        oldest: Receipt | None = None
        for status in _list(response):
            oldest = _receipt(status)
            if oldest is None:
                raise answers.unreadable(NAME, response)
            if _is_ours(status, part, earlier):
                return oldest
            doubt = doubt or _answers(status, part, earlier)
        if oldest is None or oldest.at < armed - SKEW:
            if doubt:
                break
            return None
        query["max_id"] = oldest.remote_id
    raise OutcomeUnknown(
        text("{platform} does not show clearly whether the post is there.", platform=NAME),
        text("Look at the account, then record what you see with: terbuka settle"),
    )


def _upload(session: Session, image: Media, content: bytes) -> Steps[str]:
    """Upload a picture with its description and wait until the server has it ready."""
    response = yield httpx.Request(
        "POST",
        f"{session.server}/api/v2/media",
        headers=_headers(session.secret),
        data={"description": counting.cut(image.alt, session.limits.alt)},
        files={"file": (image.path.name, content, image.mime)},
    )
    if response.status_code not in (httpx.codes.OK, httpx.codes.ACCEPTED):
        raise _failure(response, session.secret)
    media_id = answers.field(NAME, response, "id")
    ready = response.status_code == httpx.codes.OK
    for poll in range(POLLS):
        if ready:
            return media_id
        response = yield httpx.Request(
            "GET",
            f"{session.server}/api/v1/media/{media_id}",
            headers=_headers(session.secret),
            extensions={wire.AFTER: min(poll, 1)},
        )
        if response.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
            raise _failure(response, session.secret)
        ready = response.status_code == httpx.codes.OK
    raise RateLimited(  # it is tried again later; a refusal would stand until the words change
        text("{platform} is still working on the picture {name}.", platform=NAME, name=image.path.name),
        text("Run terbuka publish again later, or use a smaller picture."),
    )


def _is_ours(status: Mapping[str, object], part: Part, earlier: tuple[Receipt, ...]) -> bool:
    """Tell a post by its unique link; a later part of a thread by what it answers and says."""
    content = str(status.get("content", ""))
    if part.link is not None:
        links = (html.unescape(link) for link in _HREF.findall(content))
        return any(link.endswith(f"?p={part.token}") for link in links) or part.link in _plain(content)
    return _answers(status, part, earlier) and _squeezed(_plain(content)) == _squeezed(render(part))


def _answers(status: Mapping[str, object], part: Part, earlier: tuple[Receipt, ...]) -> bool:
    """Whether it stands where a later part of a thread would.

    If it says something else, nobody but a person can tell: a server may have changed the words, or a
    colleague may have written it.
    """
    return part.link is None and bool(earlier) and status.get("in_reply_to_id") == earlier[-1].remote_id


def _plain(content: str) -> str:
    return html.unescape(_TAG.sub("", content))


def _squeezed(words: str) -> str:
    """Return what servers leave alone: no white space, and mentions without their server."""
    return "".join(counting.short_mentions(words).split())


def _receipt(status: Mapping[str, object]) -> Receipt | None:
    remote_id, at = status.get("id"), answers.moment(status.get("created_at"))
    if not isinstance(remote_id, str) or not remote_id:
        return None
    return Receipt(remote_id, str(status.get("url") or status.get("uri") or ""), at or datetime.now(UTC))


def _headers(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}", "Accept": "application/json"}


def _failure(response: httpx.Response, secret: str) -> WireError:
    body = answers.body(response)
    words = str(body.get("error", "")) if isinstance(body, dict) else ""
    retry_at = answers.moment(response.headers.get("X-RateLimit-Reset")) or answers.retry_after(response)
    return answers.failure(NAME, response, words, secret, retry_at=retry_at)


def _list(response: httpx.Response) -> list[Mapping[str, object]]:
    found = answers.body(response)
    if not isinstance(found, list) or not all(isinstance(status, dict) for status in found):
        raise answers.unreadable(NAME, response)
    return found


def _part(mapping: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = mapping.get(key)
    return value if isinstance(value, dict) else {}


def _number(mapping: Mapping[str, object], key: str, default: int) -> int:
    value = mapping.get(key)
    return value if isinstance(value, int) and value > 0 else default
