"""Statuses: written, read, listed, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from terbuka.sandbox.mastodon import media
from terbuka.sandbox.mastodon.answers import account, base_of, moment
from terbuka.sandbox.mastodon.answers import status as answer
from terbuka.sandbox.mastodon.entities import LIMIT, count, hashtags
from terbuka.sandbox.mastodon.parameters import names, truth, words
from terbuka.sandbox.mastodon.refusal import NOT_FOUND, Refusal
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

SHELF = "mastodon/statuses"
KEYS = "mastodon/keys"
KEY_LIFE = timedelta(hours=1)
"""How long an Idempotency-Key is remembered (docs.joinmastodon.org/methods/statuses)."""

VISIBILITIES = ("public", "unlisted", "private", "direct")
PAGE = 20
LONGEST_PAGE = 40
_DIGITS = 19
"""Ids are numbers of 64 bits."""


def new_id(world: World) -> str:
    """Return an id that grows with time: milliseconds, then a number in the last 16 bits."""
    milliseconds = int(world.now().timestamp() * 1000)
    return str((milliseconds << 16) + world.store.next("mastodon") % 65536)


def write(world: World, parameters: dict[str, Any], key: str) -> Record:
    """Publish a status; the same `key` within an hour gives back the status of the first time.

    Raises:
        Refusal: it is empty, too long, or answers or shows what is not there.
    """
    with world.store.writing():
        known = _by_key(world, key)
        if known is not None:
            return answer(world, known)
        stored = _read(world, parameters)
        media.attach(world, stored["media_ids"], stored["id"])
        world.store.put(SHELF, stored["id"], stored)
        if key:
            world.store.put(KEYS, key, {"status": stored["id"], "at": world.now().isoformat()})
    return answer(world, stored)


def _by_key(world: World, key: str) -> Record | None:
    used = world.store.get(KEYS, key) if key and world.settings.idempotency else None
    if used is None or world.now() - datetime.fromisoformat(used["at"]) >= KEY_LIFE:
        return None
    return world.store.get(SHELF, used["status"])


def _read(world: World, parameters: dict[str, Any]) -> Record:
    """Return what is to be remembered of a new status."""
    text, warning = words(parameters, "status"), words(parameters, "spoiler_text")
    pictures = names(parameters, "media_ids")
    parent, visibility = words(parameters, "in_reply_to_id"), words(parameters, "visibility") or "public"
    if "scheduled_at" in parameters or "poll" in parameters:
        raise Refusal(422, "Validation failed: the sandbox plays neither scheduled posts nor polls")
    if parent and world.store.get(SHELF, parent) is None:
        raise Refusal(404, "The post you are trying to reply to does not appear to exist.")
    if visibility not in VISIBILITIES:
        raise Refusal(422, f"'{visibility}' is not a valid visibility")
    if not text.strip() and not pictures:
        raise Refusal(422, "Validation failed: Text can't be blank")
    if count(text, warning) > LIMIT:
        raise Refusal(422, f"Validation failed: Text character limit of {LIMIT} exceeded")
    return {
        "id": new_id(world),
        "created_at": moment(world.now()),
        "text": text,
        "spoiler_text": warning,
        "in_reply_to_id": parent or None,
        "visibility": visibility,
        "sensitive": truth(parameters, "sensitive"),
        "language": words(parameters, "language") or None,
        "media_ids": pictures,
    }


def find(world: World, identity: str) -> Record:
    """Return what is remembered of a status.

    Raises:
        Refusal: there is none.
    """
    stored = world.store.get(SHELF, identity)
    if stored is None:
        raise Refusal(404, NOT_FOUND)
    return stored


def delete(world: World, identity: str) -> Record:
    """Delete a status and return it with its source; its pictures can be used again."""
    with world.store.writing():
        stored = find(world, identity)
        gone = answer(world, stored) | {"text": stored["text"], "account": account(world)}
        world.store.remove(SHELF, identity)
        for one in stored["media_ids"]:
            picture = world.store.get(media.SHELF, one)
            if picture is not None:
                world.store.put(media.SHELF, one, picture | {"status": None})
    return gone


def context(world: World, identity: str) -> Record:
    """Return what stands before and after a status in its thread."""
    every = {one["id"]: one for one in world.store.all(SHELF)}
    ancestors: list[Record] = []
    parent = find(world, identity)["in_reply_to_id"]
    while parent in every:
        ancestors.insert(0, every[parent])
        parent = every[parent]["in_reply_to_id"]
    below, descendants = {identity}, []
    for one in every.values():
        if one["in_reply_to_id"] in below:
            below.add(one["id"])
            descendants.append(one)
    return {
        "ancestors": [answer(world, one) for one in ancestors],
        "descendants": [answer(world, one) for one in descendants],
    }


def page(world: World, query: Mapping[str, str], *, owner: bool) -> tuple[list[Record], dict[str, str]]:
    """Return a page of the account's statuses, the newest first, and the header that leads to the next one.

    Raises:
        Refusal: `limit` or an id is no number.
    """
    limit = min(_number(query, "limit") or PAGE, LONGEST_PAGE)
    newest = [one for one in reversed(world.store.all(SHELF)) if _wanted(one, query, owner=owner)]
    if "min_id" in query:
        found = [one for one in newest if int(one["id"]) > _number(query, "min_id")][-limit:]
    else:
        found = [one for one in newest if int(one["id"]) > _number(query, "since_id")][:limit]
    return [answer(world, one) for one in found], _link(world, query, found, limit)


def _wanted(one: Record, query: Mapping[str, str], *, owner: bool) -> bool:
    """Tell whether a status is to be listed."""
    highest = _number(query, "max_id")
    return (
        (owner or one["visibility"] in ("public", "unlisted"))
        and (not highest or int(one["id"]) < highest)
        and not truth(query, "pinned")
        and (not truth(query, "only_media") or bool(one["media_ids"]))
        and ("tagged" not in query or query["tagged"].lower() in hashtags(one["text"]))
    )


def _number(query: Mapping[str, str], name: str) -> int:
    value = query.get(name, "0")
    if not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
        raise Refusal(400, f"Invalid parameter: {name}")
    return int(value)


def _link(world: World, query: Mapping[str, str], found: list[Record], limit: int) -> dict[str, str]:
    """Return the header ``Link`` (RFC 8288): older posts under ``next``, newer ones under ``prev``."""
    if not found:
        return {}
    kept = {name: value for name, value in query.items() if name not in ("max_id", "min_id", "since_id")}
    address = f"{base_of(world)}/api/v1/accounts/1/statuses"
    links = [f'<{address}?{urlencode(kept | {"min_id": found[0]["id"]})}>; rel="prev"']
    if len(found) == limit:
        links.insert(0, f'<{address}?{urlencode(kept | {"max_id": found[-1]["id"]})}>; rel="next"')
    return {"Link": ", ".join(links)}
