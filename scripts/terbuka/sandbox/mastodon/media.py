"""Uploads: taken at once, ready a little later, gone from here once a status has them."""

from __future__ import annotations

import hashlib
from typing import Any

from terbuka.sandbox.mastodon.answers import ALT_LIMIT, IMAGE_BYTES, MEDIA_LIMIT
from terbuka.sandbox.mastodon.parameters import words
from terbuka.sandbox.mastodon.refusal import NOT_FOUND, Refusal
from terbuka.sandbox.pictures import look
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

SHELF = "mastodon/media"


def take(world: World, identity: str, parameters: dict[str, Any]) -> Record:
    """Store an upload under `identity` and return what is remembered of it.

    Raises:
        Refusal: there is no file, it is no picture, too large, or its description is too long.
    """
    content = parameters.get("file")
    if not isinstance(content, bytes):
        raise Refusal(422, "Validation failed: File can't be blank")
    if len(content) > IMAGE_BYTES:
        raise Refusal(422, f"Validation failed: File file size must be less than {IMAGE_BYTES // 1024**2} MB")
    picture = look(content)
    if picture is None or not picture.width or not picture.height:
        raise Refusal(422, "File type of uploaded media could not be verified")
    name = hashlib.sha256(content).hexdigest()
    stored = {
        "id": identity,
        "file": name,
        "width": picture.width,
        "height": picture.height,
        "description": _description(parameters),
        "waits": world.settings.processing,
        "status": None,
    }
    with world.store.writing():
        world.store.keep_file(name, picture.mime, content)
        world.store.put(SHELF, identity, stored)
    return stored


def find(world: World, identity: str) -> Record:
    """Return an upload that no status has yet.

    Raises:
        Refusal: there is none; one that is in a status is not found here any more.
    """
    stored = world.store.get(SHELF, identity)
    if stored is None or stored["status"] is not None:
        raise Refusal(404, NOT_FOUND)
    return stored


def look_after(world: World, identity: str) -> tuple[Record, bool]:
    """Return an upload and whether it is ready; each look brings it nearer."""
    stored = find(world, identity)
    if stored["waits"] == 0:
        return stored, True
    with world.store.writing():
        world.store.put(SHELF, identity, stored | {"waits": stored["waits"] - 1})
    return stored, False


def describe(world: World, identity: str, parameters: dict[str, Any]) -> tuple[Record, bool]:
    """Change an upload's description."""
    stored = find(world, identity)
    if "description" in parameters:
        stored = stored | {"description": _description(parameters)}
        with world.store.writing():
            world.store.put(SHELF, identity, stored)
    return stored, stored["waits"] == 0


def attach(world: World, identities: list[str], status: str) -> None:
    """Give uploads to a status; to be called while writing.

    Raises:
        Refusal: too many, unknown, taken already, or not ready.
    """
    if len(identities) > MEDIA_LIMIT:
        raise Refusal(422, f"Validation failed: Cannot attach more than {MEDIA_LIMIT} files")
    uploads = {identity: world.store.get(SHELF, identity) for identity in identities}
    lost = [identity for identity, stored in uploads.items() if stored is None or stored["status"] is not None]
    if lost:
        raise Refusal(422, f"Media {', '.join(lost)} not found or already attached to another post")
    for identity, stored in uploads.items():
        if stored is None or stored["waits"]:
            raise Refusal(422, "Cannot attach files that have not finished processing. Try again in a moment!")
        world.store.put(SHELF, identity, stored | {"status": status})


def _description(parameters: dict[str, Any]) -> str | None:
    description = words(parameters, "description").strip()
    if len(description) > ALT_LIMIT:
        error = f"Validation failed: Description is too long (maximum is {ALT_LIMIT} characters)"
        raise Refusal(422, error)
    return description or None
