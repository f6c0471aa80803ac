"""Telegram: a channel, written to by a bot.

Source: Telegram Bot API 10.3, https://core.telegram.org/bots/api.

There is no idempotency and no way to list what was sent. But each channel post is forwarded by itself into the
linked discussion group; a bot that is an administrator there reads it in its updates, which Telegram keeps for
24 hours. Without such a group an unknown outcome is for a person to settle.

Telegram has no field for the description of a picture. So no picture is attached: the link's preview, which
Telegram builds from the page, shows it, and the page carries its description.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from terbuka import wire
from terbuka.errors import OutcomeUnknown, Rejected, WireError
from terbuka.office import Account
from terbuka.social import answers
from terbuka.social import count as counting
from terbuka.social import secret as secrets
from terbuka.social.message import Message, Part, Receipt
from terbuka.social.platform import PUBLISHES, Files, Limits, Recovery, Session, Steps
from terbuka.text import text

ID = "telegram"
NAME = "Telegram"
RECOVERY = Recovery.READ_BACK
SENDS = True
LIMITS = Limits(
    characters=4096,
    link_length=None,
    bytes=None,
    alt=0,
    media_bytes=10_000_000,
    source="Bot API 10.3, sendMessage: 1-4096 characters after entities parsing",
)

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
"""A bot token: the bot's number, a colon and a key. Anything else would change the address that holds it."""

UPDATES_KEPT = timedelta(hours=23)
"""Telegram keeps updates for at most 24 hours; an hour is left for clocks that differ."""

MOST_UPDATES = 100
"""The most that getUpdates returns. It keeps returning the oldest, because we confirm none."""


def render(part: Part) -> str:
    """Return words, hashtags and link, each in a block of its own."""
    tags = " ".join(f"#{tag}" for tag in part.hashtags)
    return "\n\n".join(block for block in (part.text, tags, part.link) if block)


def count(part: Part, limits: Limits) -> int:
    """Count UTF-16 code units of the text as it stands after parsing."""
    del limits
    return counting.utf16(render(part))


def markup(part: Part) -> str:
    """Return the text in Telegram's HTML: the first line bold, everything escaped."""
    first, newline, rest = part.text.partition("\n")
    words = f"<b>{html.escape(first, quote=False)}</b>{newline}{html.escape(rest, quote=False)}"
    tags = " ".join(f"#{tag}" for tag in part.hashtags)
    link = html.escape(part.link, quote=False) if part.link else ""
    return "\n\n".join(block for block in (words, tags, link) if block)


def login(account: Account, server: str, secret: str) -> Steps[Session]:
    """Ask whether the token is right and the channel is there."""
    secrets.check(NAME, secret, _TOKEN)
    response = yield _call(server, secret, "getMe", {})
    bot = _result(response, secret).get("id")
    if not isinstance(bot, int):
        raise answers.unreadable(NAME, response)
    response = yield _call(server, secret, "getChat", {"chat_id": _chat(account)})
    _result(response, secret)
    return Session(account, server, secret, str(bot), LIMITS)


def send(
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    armed: datetime,
    files: Files,
) -> Steps[Receipt]:
    """Send one message to the channel; later parts answer the one before."""
    del files, armed
    part = message.parts[index]
    fields: dict[str, Any] = {"chat_id": _chat(session.account), "text": markup(part), "parse_mode": "HTML"}
    if part.link is not None:
        fields["link_preview_options"] = {"url": part.link, "prefer_large_media": True}
    if _number(earlier):
        fields["reply_parameters"] = {"message_id": _number(earlier)}
    response = yield _call(session.server, session.secret, "sendMessage", fields, publishes=True)
    sent = _result(response, session.secret)
    number = sent.get("message_id")
    if not isinstance(number, int):
        raise OutcomeUnknown(
            text("{platform} answered without the post's id.", platform=NAME),
            text("Run terbuka publish again: it reads the platform before it sends anything."),
        )
    return _receipt(session.account, number, sent.get("date"))


def find(
    session: Session, message: Message, index: int, earlier: tuple[Receipt, ...], armed: datetime
) -> Steps[Receipt | None]:
    """Look for the post among the automatic forwards into the discussion group.

    No offset is given, so no update is confirmed, and no `allowed_updates`, which Telegram would keep as the
    bot's setting: nothing is lost for those who read questions.
    """
    response = yield _call(session.server, session.secret, "getChat", {"chat_id": _chat(session.account)})
    group = _result(response, session.secret).get("linked_chat_id")
    if group is None:
        raise _look_yourself()
    member = {"chat_id": group, "user_id": int(session.user)}
    response = yield _call(session.server, session.secret, "getChatMember", member)
    if _result(response, session.secret).get("status") != "administrator":
        raise _look_yourself()  # it might not be shown the forwards, and silence would prove nothing
    fields = {"limit": MOST_UPDATES, "timeout": 0}
    response = yield _call(session.server, session.secret, "getUpdates", fields)
    updates = _results(response, session.secret)
    for forwarded in _forwards(updates):
        if _is_ours(forwarded, message.parts[index], earlier):
            origin = _part(forwarded, "forward_origin")
            return _receipt(session.account, int(origin["message_id"]), origin.get("date"))
    if len(updates) >= MOST_UPDATES or datetime.now(UTC) - armed > UPDATES_KEPT:
        raise _look_yourself()
    return None


def _look_yourself() -> OutcomeUnknown:
    return OutcomeUnknown(
        text("{platform} cannot be asked whether the post is there.", platform=NAME),
        text("Look at the channel, then record what you see with: terbuka settle"),
    )


def _forwards(updates: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for update in updates:
        forwarded = _part(update, "message")
        if forwarded.get("is_automatic_forward") and isinstance(
            _part(forwarded, "forward_origin").get("message_id"), int
        ):
            yield forwarded


def _is_ours(forwarded: Mapping[str, Any], part: Part, earlier: tuple[Receipt, ...]) -> bool:
    words = str(forwarded.get("text") or forwarded.get("caption") or "")
    if part.link is not None:
        return f"?p={part.token}" in words
    number = int(_part(forwarded, "forward_origin")["message_id"])
    return number > _number(earlier) and "".join(words.split()) == "".join(render(part).split())


def _number(earlier: tuple[Receipt, ...]) -> int:
    """Return the number of the part before; 0 if there is none, or a person recorded an address without one."""
    known = earlier[-1].remote_id if earlier else ""
    return int(known) if known.isdecimal() else 0


def _call(
    server: str, secret: str, method: str, fields: Mapping[str, Any], *, publishes: bool = False
) -> httpx.Request:
    extensions = PUBLISHES if publishes else {}
    return httpx.Request("POST", f"{server}/bot{secret}/{method}", json=dict(fields), extensions=extensions)


def _result(response: httpx.Response, secret: str) -> dict[str, Any]:
    result = _answer(response, secret).get("result")
    if not isinstance(result, dict):
        raise answers.unreadable(NAME, response)
    return result


def _results(response: httpx.Response, secret: str) -> list[dict[str, Any]]:
    result = _answer(response, secret).get("result")
    if not isinstance(result, list) or not all(isinstance(item, dict) for item in result):
        raise answers.unreadable(NAME, response)  # read as an empty list, it would prove that nothing is there
    return result


def _answer(response: httpx.Response, secret: str) -> dict[str, Any]:
    if response.status_code == httpx.codes.OK:
        return answers.data(NAME, response)
    raise _failure(response, secret)


def _failure(response: httpx.Response, secret: str) -> WireError:
    found = answers.body(response)
    body = found if isinstance(found, dict) else {}
    retry_at = answers.seconds_after(datetime.now(UTC), _part(body, "parameters").get("retry_after"))
    words = str(body.get("description", ""))
    if response.status_code == httpx.codes.NOT_FOUND:
        # Telegram answers 404 to a token that never existed.
        return Rejected(
            text(
                "{platform} does not know this bot or channel: {said}",
                platform=NAME,
                said=wire.hide(words, secret),
            ),
            text("Check the token and the channel's name in office.yml."),
        )
    return answers.failure(NAME, response, words, secret, retry_at=retry_at)


def _receipt(account: Account, number: int, date: object) -> Receipt:
    chat = _chat(account)
    url = f"https://t.me/{chat.removeprefix('@')}/{number}" if chat.startswith("@") else ""
    at = answers.seconds_after(datetime(1970, 1, 1, tzinfo=UTC), date)
    return Receipt(str(number), url, at or datetime.now(UTC))


def _chat(account: Account) -> str:
    return account.chat or account.handle


def _part(mapping: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = mapping.get(key)
    return value if isinstance(value, dict) else {}
