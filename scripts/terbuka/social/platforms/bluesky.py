"""Bluesky: a Personal Data Server that speaks atproto.

Source: the lexicons com.atproto.* and app.bsky.* (MIT), and a real PDS, which the tests run.

We choose the id of every record, from the moment of arming and the token, so that sending the same part
again changes nothing: `putRecord` answers with the same cid. Bluesky's servers build no link card: we do.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from terbuka.errors import Unauthorised, WireError
from terbuka.office import Account
from terbuka.social import answers
from terbuka.social import count as counting
from terbuka.social.message import Message, Part, Receipt
from terbuka.social.platform import PUBLISHES, Files, Limits, Recovery, Session, Steps
from terbuka.text import text

ID = "bluesky"
NAME = "Bluesky"
RECOVERY = Recovery.CHOSEN_ID
SENDS = True
LIMITS = Limits(
    characters=300,
    link_length=None,
    bytes=3000,
    alt=2000,
    media_bytes=1_000_000,
    source="lexicons app.bsky.feed.post (maxGraphemes, maxLength) and app.bsky.embed.external (thumb maxSize)",
)

POST = "app.bsky.feed.post"
SHOWN_LINK = 30
"""Graphemes of a link that are shown; the facet carries the whole address."""

SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
"""The alphabet of a TID: base 32 that sorts (https://atproto.com/specs/tid)."""

REFUSED_SECRETS = frozenset(
    {"AuthenticationRequired", "InvalidToken", "ExpiredToken", "AuthMissing", "AccountTakedown"}
)
"""Codes that mean the secret, whatever the status: a PDS answers 400 ExpiredToken."""


def shown_link(part: Part) -> str:
    """Return the link as people see it: without scheme and token, shortened."""
    if part.link is None:
        return ""
    bare = part.link.split("://", 1)[-1].split("?", 1)[0].rstrip("/")
    return bare if len(bare) <= SHOWN_LINK else bare[: SHOWN_LINK - 1] + "…"


def render(part: Part) -> str:
    """Return words, hashtags and the shortened link, each in a block of its own."""
    tags = " ".join(f"#{tag}" for tag in part.hashtags)
    return "\n\n".join(block for block in (part.text, tags, shown_link(part)) if block)


def count(part: Part, limits: Limits) -> int:
    """Count graphemes of what is shown; nothing is discounted."""
    del limits
    return counting.graphemes(render(part))


def facets(part: Part) -> list[dict[str, Any]]:
    """Return the places of hashtags and links in the shown text, in bytes of UTF-8."""
    words, found = render(part), []
    for start, stop in counting.links(part.text):
        place = {"byteStart": counting.utf8(part.text[:start]), "byteEnd": counting.utf8(part.text[:stop])}
        feature = {"$type": "app.bsky.richtext.facet#link", "uri": part.text[start:stop]}
        found.append({"index": place, "features": [feature]})
    end = words.encode()
    if part.link is not None:
        start = len(end) - counting.utf8(shown_link(part))
        feature = {"$type": "app.bsky.richtext.facet#link", "uri": part.link}
        found.append({"index": {"byteStart": start, "byteEnd": len(end)}, "features": [feature]})
    position = counting.utf8(part.text) + 2 if part.text else 0
    for tag in part.hashtags:
        size = counting.utf8(tag) + 1
        feature = {"$type": "app.bsky.richtext.facet#tag", "tag": tag}
        found.append({"index": {"byteStart": position, "byteEnd": position + size}, "features": [feature]})
        position += size + 1
    return sorted(found, key=lambda facet: int(facet["index"]["byteStart"]))


def record_key(armed: datetime, token: str) -> str:
    """Return the TID under which a part is stored: its microsecond and a clock id from its token."""
    microseconds = int((armed - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1))
    clock_id = int.from_bytes(hashlib.sha256(token.encode()).digest()[:2], "big") & 1023
    number = (microseconds & (2**53 - 1)) << 10 | clock_id
    return "".join(SORTABLE[(number >> shift) & 31] for shift in range(60, -5, -5))


def login(account: Account, server: str, secret: str) -> Steps[Session]:
    """Open a session with the app password: once a run, because logins are few (300 a day)."""
    handle = account.handle.removeprefix("@")
    response = yield _request(
        "POST", f"{server}/xrpc/com.atproto.server.createSession", json={"identifier": handle, "password": secret}
    )
    if response.status_code != httpx.codes.OK:
        raise _failure(response, secret)
    token, user = answers.field(NAME, response, "accessJwt"), answers.field(NAME, response, "did")
    return Session(account, server, token, user, LIMITS)


def send(
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    armed: datetime,
    files: Files,
) -> Steps[Receipt]:
    """Upload the card's picture, then put the record under the key of our own choosing."""
    part = message.parts[index]
    record: dict[str, Any] = {
        "$type": POST,
        "text": render(part),
        "createdAt": armed.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "langs": [message.language],
        "facets": facets(part),
    }
    if part.link is not None:
        record["embed"] = yield from _card(session, message, part.link, files)
    if earlier:
        root = yield from _reference(session, earlier[0])
        parent = yield from _reference(session, earlier[-1])
        record["reply"] = {"root": root, "parent": parent}
    key = record_key(armed, part.token)
    response = yield _request(
        "POST",
        f"{session.server}/xrpc/com.atproto.repo.putRecord",
        session.secret,
        json={"repo": session.user, "collection": POST, "rkey": key, "record": record},
        publishes=True,
    )
    if response.status_code != httpx.codes.OK:
        raise _failure(response, session.secret)
    return _receipt(session, key, response, armed)


def find(
    session: Session, message: Message, index: int, earlier: tuple[Receipt, ...], armed: datetime
) -> Steps[Receipt | None]:
    """Look the record up under its key."""
    del earlier
    key = record_key(armed, message.parts[index].token)
    response = yield _look_up(session, key)
    if response.status_code == httpx.codes.OK:
        return _receipt(session, key, response, armed)
    if _code(response) == "RecordNotFound":
        return None
    raise _failure(response, session.secret)


def _card(session: Session, message: Message, link: str, files: Files) -> Steps[dict[str, Any]]:
    external: dict[str, Any] = {
        "uri": link,
        "title": message.card.title,
        "description": message.card.description,
    }
    image = message.card.image
    content = files.contents.get(image.path, b"") if image is not None else b""
    if image is not None and 0 < len(content) <= LIMITS.media_bytes:
        response = yield _request(
            "POST",
            f"{session.server}/xrpc/com.atproto.repo.uploadBlob",
            session.secret,
            content=content,
            content_type=image.mime,
        )
        if response.status_code != httpx.codes.OK:
            raise _failure(response, session.secret)
        blob = answers.data(NAME, response).get("blob")
        if not isinstance(blob, dict):
            raise answers.unreadable(NAME, response)
        external["thumb"] = blob
    return {"$type": "app.bsky.embed.external", "external": external}


def _request(
    method: str,
    url: str,
    secret: str = "",
    *,
    json: object = None,
    params: dict[str, str] | None = None,
    content: bytes | None = None,
    content_type: str = "",
    publishes: bool = False,
) -> httpx.Request:
    headers = {"Accept": "application/json"}
    if secret:
        headers["Authorization"] = f"Bearer {secret}"
    if content_type:
        headers["Content-Type"] = content_type
    extensions = PUBLISHES if publishes else {}
    return httpx.Request(
        method, url, headers=headers, json=json, params=params, content=content, extensions=extensions
    )


def _look_up(session: Session, key: str) -> httpx.Request:
    query = {"repo": session.user, "collection": POST, "rkey": key}
    return _request("GET", f"{session.server}/xrpc/com.atproto.repo.getRecord", session.secret, params=query)


def _reference(session: Session, receipt: Receipt) -> Steps[dict[str, str]]:
    """Return what an answer points at. A receipt that a person recorded has no cid: it is looked up."""
    cid = dict(receipt.extra).get("cid")
    if cid:
        return {"uri": receipt.remote_id, "cid": cid}
    response = yield _look_up(session, receipt.remote_id.rsplit("/", 1)[-1])
    if response.status_code != httpx.codes.OK:
        raise _failure(response, session.secret)
    return {key: answers.field(NAME, response, key) for key in ("uri", "cid")}


def _receipt(session: Session, key: str, response: httpx.Response, armed: datetime) -> Receipt:
    handle = session.account.handle.removeprefix("@")
    return Receipt(
        remote_id=answers.field(NAME, response, "uri"),
        url=f"https://bsky.app/profile/{handle}/post/{key}",
        at=armed,
        extra=(("cid", answers.field(NAME, response, "cid")),),
    )


def _code(response: httpx.Response) -> str:
    return _body(response).get("error", "")


def _body(response: httpx.Response) -> dict[str, str]:
    found = answers.body(response)
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _failure(response: httpx.Response, secret: str) -> WireError:
    body = _body(response)
    code, words = body.get("error", ""), f"{body.get('error', '')} {body.get('message', '')}".strip()
    if code in REFUSED_SECRETS:
        return Unauthorised(
            text("{platform} does not accept the secret: {said}", platform=NAME, said=words),
            text("Make a new app password for this account and put it into its environment variable."),
        )
    reset = answers.seconds_after(datetime(1970, 1, 1, tzinfo=UTC), response.headers.get("ratelimit-reset"))
    retry_at = reset or answers.retry_after(response)
    return answers.failure(NAME, response, words, secret, retry_at=retry_at)
