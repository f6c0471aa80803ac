"""Messages: sent, edited, deleted; and the copy of each channel post in the discussion group."""

from __future__ import annotations

from terbuka.sandbox.settings import SECRETS
from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram import chats, updates
from terbuka.sandbox.telegram.parameters import Call
from terbuka.sandbox.telegram.refusal import Refusal
from terbuka.sandbox.world import World

SHELF = "telegram/messages"
_SERVICE = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
"""Who sends the automatic copies (core.telegram.org/bots/api#message)."""

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def _key(chat: Record, number: int) -> str:
    return f"{chat['id']}/{number}"


def read(world: World, chat: Record, number: int) -> Record | None:
    """Return a message, or None."""
    return world.store.get(SHELF, _key(chat, number))


def send(world: World, call: Call, contents: list[Record]) -> list[Record]:
    """Send one message for each content, all or none, and copy them to the discussion group.

    Raises:
        Refusal: the chat does not exist, or the message that is answered does not.
    """
    chat = chats.find(world, call.words("chat_id"))
    answered = _answered(world, chat, call)
    date = int(world.now().timestamp())
    with world.store.writing():
        sent = []
        for content in contents:
            number = world.store.next(f"telegram/{chat['id']}")
            head = {"message_id": number, **_sender(world, chat), "chat": chats.short(chat), "date": date}
            message = head | ({"reply_to_message": answered} if answered else {}) | content
            world.store.put(SHELF, _key(chat, number), message)
            sent.append(message)
        if chat["type"] == "channel":
            for message in sent:
                _copy(world, chat, message)
    return sent


def _sender(world: World, chat: Record) -> Record:
    """Return who a message is from: in a channel the channel itself, elsewhere the bot."""
    return {"sender_chat": chats.short(chat)} if chat["type"] == "channel" else {"from": bot(world)}


def bot(world: World) -> Record:
    """Return the bot as messages name it (the type ``User``)."""
    number = int(SECRETS["telegram"].partition(":")[0])
    return {"id": number, "is_bot": True, "first_name": world.settings.name, "username": "terbuka_sandbox_bot"}


def _answered(world: World, chat: Record, call: Call) -> Record | None:
    """Return the message that a call answers, without the one which that answers."""
    wanted = call.record("reply_parameters") or {"message_id": call.number("reply_to_message_id")}
    number = Call(wanted, {}).number("message_id")
    if not number:
        return None
    found = read(world, chat, number)
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise Refusal("message to be replied not found")
    return {key: value for key, value in (found or {}).items() if key != "reply_to_message"} or None


def _copy(world: World, channel: Record, message: Record) -> None:
    """Forward a channel post into the discussion group, as Telegram does by itself."""
    group = chats.linked(world, channel)
    number = world.store.next(f"telegram/{group['id']}")
    origin = {
        "type": "channel",
        "chat": chats.short(channel),
        "message_id": message["message_id"],
        "date": message["date"],
    }
    kept = {key: value for key, value in message.items() if key not in ("message_id", "chat", "reply_to_message")}
    copy = {
        "message_id": number,
        "from": _SERVICE,
        "chat": chats.short(group),
        "forward_origin": origin,
        "is_automatic_forward": True,
        **kept,
        **_thread(world, group, message),
    }
    world.store.put(SHELF, _key(group, number), copy)
    updates.add(world, {"message": copy})


def _thread(world: World, group: Record, message: Record) -> Record:
    """Return the copy that the copy of an answer answers."""
    number = message.get("reply_to_message", {}).get("message_id")
    for one in world.store.all(SHELF):
        here = one["chat"]["id"] == group["id"] and one.get("is_automatic_forward")
        if here and one["forward_origin"]["message_id"] == number:
            return {"reply_to_message": {key: value for key, value in one.items() if key != "reply_to_message"}}
    return {}


def edit(world: World, call: Call, content: Record) -> Record:
    """Change the text of a message.

    Raises:
        Refusal: there is no such message, it has no text, or nothing would change.
    """
    chat, number, message = _wanted(world, call, "message to edit not found")
    if "text" not in message:
        raise Refusal("there is no text in the message to edit")
    if (message["text"], message.get("entities")) == (content["text"], content.get("entities")):
        raise Refusal(NOT_MODIFIED)
    rest = {key: value for key, value in message.items() if key not in ("text", "entities", "edit_date")}
    edited = rest | {"edit_date": int(world.now().timestamp())} | content
    with world.store.writing():
        world.store.put(SHELF, _key(chat, number), edited)
    return edited


def delete(world: World, call: Call) -> bool:
    """Delete a message.

    Raises:
        Refusal: there is no such message.
    """
    chat, number, _ = _wanted(world, call, "message to delete not found")
    with world.store.writing():
        return world.store.remove(SHELF, _key(chat, number))


def _wanted(world: World, call: Call, missing: str) -> tuple[Record, int, Record]:
    chat, number = chats.find(world, call.words("chat_id")), call.number("message_id")
    if not call.words("message_id"):
        raise Refusal("message identifier is not specified")
    message = read(world, chat, number)
    if message is None:
        raise Refusal(missing)
    return chat, number, message
