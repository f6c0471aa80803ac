"""Pictures in messages: uploaded, by address, or sent before."""

from __future__ import annotations

import hashlib

from terbuka.sandbox.pictures import look
from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram.parameters import Call, caption_of
from terbuka.sandbox.telegram.refusal import Refusal
from terbuka.sandbox.world import World

LARGEST = 10 * 1024 * 1024
WIDEST = 10_000
"""Pixels: width and height together (core.telegram.org/bots/api#sendphoto)."""

STEEPEST = 20
GROUP = range(2, 11)
"""How many pictures a group may hold."""


def photo(world: World, call: Call) -> Record:
    """Return the content of ``sendPhoto``.

    Raises:
        Refusal: there is no photo, it is none, or the caption is too long.
    """
    content = caption_of(call.words("caption"), call.words("parse_mode"))
    attached = call.files.get("photo")
    return _photo(world, call, call.words("photo"), attached) | content


def group(world: World, call: Call) -> list[Record]:
    """Return the contents of ``sendMediaGroup``.

    Raises:
        Refusal: too few or too many, something else than photos, or one of them is wrong.
    """
    items = call.json("media")
    if not isinstance(items, list) or len(items) not in GROUP or not all(isinstance(one, dict) for one in items):
        raise Refusal("group must include 2-10 items")
    if any(one.get("type") != "photo" for one in items):
        raise Refusal("the sandbox plays photos only")
    name = str(world.store.next("telegram/groups"))
    contents = []
    for item in items:
        source = str(item.get("media", ""))
        content = caption_of(str(item.get("caption", "")), str(item.get("parse_mode", "")))
        attached = call.files.get(source.removeprefix("attach://"))
        contents.append({"media_group_id": name} | _photo(world, call, source, attached) | content)
    return contents


def _photo(world: World, call: Call, source: str, attached: bytes | None) -> Record:
    if attached is None and source.startswith("attach://"):
        attached = call.files.get(source.removeprefix("attach://"))
    if attached is not None:
        return {"photo": [_uploaded(world, attached)]}
    if source.startswith(("http://", "https://")):
        # The real server fetches the file; nothing leaves this machine, so the size stays unknown.
        return {"photo": [_size(source, 0, 0, 0)]}
    kept = world.store.file(source)
    if kept is None:
        raise Refusal("wrong file identifier/HTTP URL specified" if source else "there is no photo in the request")
    return {"photo": [_measured(source, kept[1])]}


def _uploaded(world: World, content: bytes) -> Record:
    if len(content) > LARGEST:
        raise Refusal("Request Entity Too Large", 413)
    name = hashlib.sha256(content).hexdigest()
    size = _measured(name, content)
    picture = look(content)
    with world.store.writing():
        world.store.keep_file(name, picture.mime if picture else "", content)
    return size


def _measured(name: str, content: bytes) -> Record:
    picture = look(content)
    if picture is None:
        raise Refusal("IMAGE_PROCESS_FAILED")
    wide, high = picture.width, picture.height
    if not wide or not high or wide + high > WIDEST or max(wide, high) > STEEPEST * min(wide, high):
        raise Refusal("PHOTO_INVALID_DIMENSIONS")
    return _size(name, wide, high, len(content))


def _size(name: str, width: int, height: int, size: int) -> Record:
    """Return a picture as messages name it (the type ``PhotoSize``)."""
    unique = hashlib.sha256(name.encode()).hexdigest()[:16]
    whole = {"file_id": name, "file_unique_id": unique, "width": width, "height": height}
    return whole | ({"file_size": size} if size else {})
