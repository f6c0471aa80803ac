"""Channels and their discussion groups: a channel exists as soon as it is named."""

from __future__ import annotations

import hashlib
import re

from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram.refusal import Refusal
from terbuka.sandbox.world import World

SHELF = "telegram/chats"
_NAME = re.compile(r"@[A-Za-z][A-Za-z0-9_]{4,31}")
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
"""What an administrator may do (core.telegram.org/bots/api#chatmemberadministrator)."""

_RIGHTS_HERE = {"channel": ("can_post_messages", "can_edit_messages"), "supergroup": ("can_pin_messages",)}
_FIRST = -1_000_000_000_000
"""Ids of channels and supergroups lie below this number."""


def _id_of(name: str) -> int:
    """Return the id of a channel: the same in every sandbox."""
    return _FIRST - int.from_bytes(hashlib.sha256(name.lower().encode()).digest()[:4], "big") - 1


def find(world: World, wanted: str) -> Record:
    """Return what is remembered of the chat with this ``@name`` or id.

    Raises:
        Refusal: there is none, and the name cannot be that of a channel.
    """
    if not wanted:
        raise Refusal("chat_id is empty")
    for chat in world.store.all(SHELF):
        if wanted == str(chat["id"]) or wanted.lower() == ("@" + chat.get("username", "")).lower():
            return chat
    if _NAME.fullmatch(wanted) is None:
        raise Refusal("chat not found")
    return _open(world, wanted)


def _open(world: World, name: str) -> Record:
    """Open a channel with its discussion group, and return the one that was named."""
    settings = world.settings
    named = {channel.lower(): channel for channel in settings.discussions}
    groups = {group.lower(): channel for channel, group in settings.discussions.items()}
    channel = groups.get(name.lower()) or named.get(name.lower()) or name
    group = settings.discussions.get(channel, "")
    whole = {"id": _id_of(channel), "title": settings.name, "username": channel[1:], "type": "channel"}
    linked = {"id": _id_of(f"{channel} group"), "title": f"{settings.name} (diskusi)"}
    linked |= ({"username": group[1:]} if group else {}) | {"type": "supergroup"}
    with world.store.writing():
        world.store.put(SHELF, str(whole["id"]), whole | {"linked": linked["id"]})
        world.store.put(SHELF, str(linked["id"]), linked | {"linked": whole["id"]})
    return find(world, name)


def linked(world: World, chat: Record) -> Record:
    """Return a channel's discussion group, or a group's channel."""
    return find(world, str(chat["linked"]))


def short(chat: Record) -> Record:
    """Return a chat as messages name it (the type ``Chat``)."""
    return {key: value for key, value in chat.items() if key != "linked"}


def full(chat: Record) -> Record:
    """Return a chat as ``getChat`` tells of it (the type ``ChatFullInfo``)."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return short(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
        "linked_chat_id": chat["linked"],
    }


def rights(chat: Record, *, administrator: bool) -> Record:
    """Return what the bot is in a chat (``ChatMemberAdministrator`` or ``ChatMemberMember``)."""
    if not administrator and chat["type"] != "channel":
        return {"status": "member"}
    allowed = dict.fromkeys((*RIGHTS, *_RIGHTS_HERE[chat["type"]]), True)
    return {
        "status": "administrator",
        "can_be_edited": False,
        "is_anonymous": False,
        "can_promote_members": False,
    } | allowed
