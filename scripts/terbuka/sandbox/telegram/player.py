"""Telegram's interface, and the channel as a person sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from terbuka.sandbox.player import Shown, ShownCard, ShownPicture
from terbuka.sandbox.settings import SECRETS
from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram import chats, messages, photos, refusal, updates
from terbuka.sandbox.telegram.markup import units
from terbuka.sandbox.telegram.parameters import CAPTION_LIMIT, TEXT_LIMIT, Call, read, text_of
from terbuka.sandbox.telegram.refusal import Refusal
from terbuka.sandbox.telegram.richtext import spans
from terbuka.sandbox.world import World

ID = "telegram"
NAME = "Telegram"

rate_limited = refusal.rate_limited
server_error = refusal.server_error
expired_token = refusal.expired_token

_PUBLISHING = re.compile(r"/bot[^/]+/(sendmessage|sendphoto|sendmediagroup)", re.IGNORECASE)


def publishes(_: str, path: str) -> bool:
    """Tell whether a request publishes a message; the Bot API takes GET as well as POST."""
    return _PUBLISHING.fullmatch(path) is not None


def _get_me(world: World, _: Call) -> Record:
    return messages.bot(world) | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _get_chat(world: World, call: Call) -> Record:
    return chats.full(chats.find(world, call.words("chat_id")))


def _get_chat_member(world: World, call: Call) -> Record:
    chat = chats.find(world, call.words("chat_id"))
    if call.number("user_id") != messages.bot(world)["id"]:
        raise Refusal("PARTICIPANT_ID_INVALID")
    return {"user": messages.bot(world), **chats.rights(chat, administrator=world.settings.administrator)}


def _send_message(world: World, call: Call) -> Record:
    content = text_of(call)
    options = call.record("link_preview_options")
    if not isinstance(options.get("url", ""), str):
        raise Refusal('field "url" must be of type String')
    content |= {"link_preview_options": options} if options else {}
    return messages.send(world, call, [content])[0]


def _send_photo(world: World, call: Call) -> Record:
    return messages.send(world, call, [photos.photo(world, call)])[0]


def _send_media_group(world: World, call: Call) -> list[Record]:
    return messages.send(world, call, photos.group(world, call))


def _edit(world: World, call: Call) -> Record:
    return messages.edit(world, call, text_of(call, too_long="MESSAGE_TOO_LONG"))


METHODS: Mapping[str, Callable[[World, Call], Any]] = {
    "deletemessage": messages.delete,
    "editmessagetext": _edit,
    "getchat": _get_chat,
    "getchatmember": _get_chat_member,
    "getme": _get_me,
    "getupdates": updates.get,
    "sendmediagroup": _send_media_group,
    "sendmessage": _send_message,
    "sendphoto": _send_photo,
}
"""The methods that are played; their names are not case-sensitive."""


def app(world: World) -> ASGIApp:
    """Return the interface."""

    async def call(request: Request) -> Response:
        if request.path_params["token"] != SECRETS[ID]:
            return refusal.expired_token()
        method = METHODS.get(request.path_params["method"].lower())
        if method is None:
            return refusal.bad(404, "Not Found")
        return refusal.good(method(world, await read(request)))

    handlers = {Refusal: refusal.on_refusal, 404: refusal.on_refusal, 405: refusal.on_refusal}
    routes = [Route("/bot{token}/{method}", call, methods=["GET", "POST"])]
    return Starlette(routes=routes, exception_handlers=handlers)


def shown(world: World) -> list[Shown]:
    """Return every post of the channels as a person would see it, the oldest first."""
    every = [one for one in world.store.all(messages.SHELF) if one["chat"]["type"] == "channel"]
    firsts: dict[str, Record] = {}
    for one in every:
        if "media_group_id" in one:
            firsts.setdefault(one["media_group_id"], one)
    albums = {one: [each for each in every if each.get("media_group_id") == one] for one in firsts}
    return [
        _shown(one, albums.get(one.get("media_group_id", ""), [one]))
        for one in every
        if firsts.get(one.get("media_group_id", ""), one) is one
    ]


def _shown(message: Record, album: list[Record]) -> Shown:
    """Return a message, or an album as the one post that people see."""
    words = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    pictures = [_picture(one["photo"][-1]["file_id"]) for one in album if "photo" in one]
    return Shown(
        platform=ID,
        id=str(message["message_id"]),
        parent=str(message.get("reply_to_message", {}).get("message_id", "")),
        name=message["chat"]["title"],
        handle=f"@{message['chat']['username']}",
        at=datetime.fromtimestamp(message["date"], UTC),
        spans=spans(words, entities),
        pictures=tuple(pictures),
        card=None if pictures else _card(message),
        language="",
        count=units(words),
        limit=CAPTION_LIMIT if pictures else TEXT_LIMIT,
    )


def _picture(name: str) -> ShownPicture:
    return ShownPicture(name if name.startswith("http") else f"/files/{name}", None)


def _card(message: Record) -> ShownCard | None:
    """Return the preview that Telegram would make of the first link, unless it was switched off."""
    options = message.get("link_preview_options") or {}
    if options.get("is_disabled"):
        return None
    if options.get("url"):
        return ShownCard(options["url"])
    for one in message.get("entities", []):
        if one["type"] == "text_link":
            return ShownCard(one["url"])
        if one["type"] == "url":
            content = message["text"].encode("utf-16-le")
            end = (one["offset"] + one["length"]) * 2
            return ShownCard(content[one["offset"] * 2 : end].decode("utf-16-le"))
    return None
