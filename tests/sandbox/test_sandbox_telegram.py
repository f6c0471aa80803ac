"""Telegram, played: whole answers, refusals, the discussion group, updates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from stage import Stage, png, stage

from terbuka.sandbox.server import Settings

NAME, GROUP = "@ujiresmi", "@ujidiskusi"
DATE = 1795140000
CHANNEL = {"id": -1001540027917, "title": "Kantor Contoh", "username": "ujiresmi", "type": "channel"}
DISCUSSION = {
    "id": -1004183949672,
    "title": "Kantor Contoh (diskusi)",
    "username": "ujidiskusi",
    "type": "supergroup",
}
BOT = {"id": 1, "is_bot": True, "first_name": "Kantor Contoh", "username": "terbuka_sandbox_bot"}


def message(number: int, **content: object) -> dict[str, Any]:
    """A whole channel post as answered."""
    return {"message_id": number, "sender_chat": CHANNEL, "chat": CHANNEL, "date": DATE, **content}


def copied(update: int, number: int, of: int, **content: object) -> dict[str, Any]:
    """The update that tells of a post's copy in the discussion group."""
    copy = {
        "message_id": number,
        "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
        "chat": DISCUSSION,
        "forward_origin": {"type": "channel", "chat": CHANNEL, "message_id": of, "date": DATE},
        "is_automatic_forward": True,
        "sender_chat": CHANNEL,
        "date": DATE,
        **content,
    }
    return {"update_id": update, "message": copy}


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage(Settings(discussions={NAME: GROUP})) as running:
        yield running


def good(result: object) -> tuple[int, object]:
    return 200, {"ok": True, "result": result}


def no(description: str, status: int = 400) -> tuple[int, object]:
    return status, {"ok": False, "error_code": status, "description": description}


def test_the_bot_and_its_chats(here: Stage) -> None:
    more = {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    assert here.said(here.bot("getMe")) == good(BOT | more)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
    channel = CHANNEL | full | {"linked_chat_id": DISCUSSION["id"]}
    group = DISCUSSION | full | {"linked_chat_id": CHANNEL["id"]}
    assert here.said(here.bot("getChat", chat_id=GROUP)) == good(group)
    assert here.said(here.bot("getChat", chat_id=NAME)) == good(channel)
    assert here.said(here.bot("GETCHAT", chat_id=CHANNEL["id"])) == good(channel)
    rights = {
        "user": BOT,
        "status": "administrator",
        "can_be_edited": False,
        "is_anonymous": False,
        "can_promote_members": False,
        "can_manage_chat": True,
        "can_delete_messages": True,
        "can_manage_video_chats": True,
        "can_restrict_members": True,
        "can_change_info": True,
        "can_invite_users": True,
        "can_post_stories": True,
        "can_edit_stories": True,
        "can_delete_stories": True,
        "can_pin_messages": True,
    }
    assert here.said(here.bot("getChatMember", chat_id=GROUP, user_id=1)) == good(rights)
    stranger = here.bot("getChatMember", chat_id=GROUP, user_id=2)
    assert here.said(stranger) == no("Bad Request: PARTICIPANT_ID_INVALID")


def test_a_bot_without_rights_in_the_group() -> None:
    with stage(Settings(discussions={NAME: GROUP}, administrator=False)) as here:
        answer = here.bot("getChatMember", chat_id=GROUP, user_id=1)
        assert here.said(answer) == good({"user": BOT, "status": "member"})


def test_a_post_and_its_copy_in_the_discussion(here: Stage) -> None:
    words = "<b>Halo</b> &amp; <a href='https://uji.example'>warga</a>\nhttps://uji.example/?p=ab12 #Uji @ujiresmi"
    content = {
        "text": "Halo & warga\nhttps://uji.example/?p=ab12 #Uji @ujiresmi",
        "entities": [
            {"offset": 0, "length": 4, "type": "bold"},
            {"offset": 7, "length": 5, "type": "text_link", "url": "https://uji.example/"},
            {"offset": 13, "length": 27, "type": "url"},
            {"offset": 41, "length": 4, "type": "hashtag"},
            {"offset": 46, "length": 9, "type": "mention"},
        ],
        "link_preview_options": {"url": "https://uji.example/?p=ab12"},
    }
    preview = {"url": "https://uji.example/?p=ab12"}
    sent = here.bot("sendMessage", chat_id=NAME, text=words, parse_mode="HTML", link_preview_options=preview)
    assert here.said(sent) == good(message(1, **content))
    assert here.said(here.bot("getUpdates")) == good([copied(700000001, 1, 1, **content)])


def test_a_thread(here: Stage) -> None:
    here.bot("sendMessage", chat_id=NAME, text="Satu")
    first = message(1, text="Satu")
    sent = here.bot("sendMessage", chat_id=NAME, text="Dua", reply_parameters={"message_id": 1})
    assert here.said(sent) == good(message(2, reply_to_message=first, text="Dua"))
    copy = copied(0, 1, 1, text="Satu")["message"]
    expected = copied(700000002, 2, 2, text="Dua", reply_to_message=copy)
    assert here.bot("getUpdates").json()["result"][1] == expected
    lost = here.bot("sendMessage", chat_id=NAME, text="Tiga", reply_parameters={"message_id": 9})
    assert here.said(lost) == no("Bad Request: message to be replied not found")


def test_a_message_to_the_group_is_no_post(here: Stage) -> None:
    sent = here.bot("sendMessage", chat_id=GROUP, text="Jawaban")
    expected = {"message_id": 1, "from": BOT, "chat": DISCUSSION, "date": DATE, "text": "Jawaban"}
    assert here.said(sent) == good(expected)
    assert here.said(here.bot("getUpdates")) == good([])


def test_updates_are_confirmed_by_the_offset(here: Stage) -> None:
    for number in range(4):
        here.bot("sendMessage", chat_id=NAME, text=f"Kabar {number}")

    def waiting(**fields: object) -> list[int]:
        return [one["update_id"] for one in here.bot("getUpdates", **fields).json()["result"]]

    assert waiting(limit=2) == [700000001, 700000002]
    assert waiting() == [700000001, 700000002, 700000003, 700000004]
    assert waiting(allowed_updates=["callback_query"]) == []
    assert waiting(offset=700000002, allowed_updates=["message"]) == [700000002, 700000003, 700000004]
    assert waiting(offset=0) == [700000002, 700000003, 700000004]
    assert waiting(offset=-1) == [700000004]
    assert waiting() == [700000004]


def test_updates_are_kept_for_a_day(here: Stage) -> None:
    here.bot("sendMessage", chat_id=NAME, text="Lama")
    here.clock.advance(hours=1)
    here.bot("sendMessage", chat_id=NAME, text="Baru")
    here.clock.advance(hours=23)
    assert len(here.bot("getUpdates").json()["result"]) == 2
    here.clock.advance(seconds=1)
    assert [one["message"]["text"] for one in here.bot("getUpdates").json()["result"]] == ["Baru"]


def test_a_photo_with_a_caption(here: Stage) -> None:
    path = "/telegram/bot1:sandbox/sendPhoto"
    fields = {"chat_id": NAME, "caption": "<i>Loket</i>", "parse_mode": "html"}
    sent = here.client.post(path, data=fields, files={"photo": ("a.png", png())}).json()["result"]
    photo = sent["photo"][0]
    expected = message(
        1, photo=[photo], caption="Loket", caption_entities=[{"offset": 0, "length": 5, "type": "italic"}]
    )
    assert sent == expected
    size = {"width": 2, "height": 1, "file_size": len(png())}
    assert {key: photo[key] for key in size} == size
    assert here.client.get(f"/files/{photo['file_id']}").content == png()
    again = here.bot("sendPhoto", chat_id=NAME, photo=photo["file_id"])
    assert here.said(again) == good(message(2, photo=[photo]))
    address = here.bot("sendPhoto", chat_id=NAME, photo="http://127.0.0.1:8800/a.png").json()["result"]["photo"][0]
    assert address["file_id"] == "http://127.0.0.1:8800/a.png"


def test_an_album(here: Stage) -> None:
    media = [
        {"type": "photo", "media": "attach://satu", "caption": "Loket"},
        {"type": "photo", "media": "attach://dua"},
    ]
    path = "/telegram/bot1:sandbox/sendMediaGroup"
    files = {"satu": ("a.png", png()), "dua": ("b.png", png(3, 2))}
    sent = here.client.post(path, data={"chat_id": NAME, "media": json.dumps(media)}, files=files).json()["result"]
    found = [(one["message_id"], one["media_group_id"], one.get("caption")) for one in sent]
    assert found == [(1, "1", "Loket"), (2, "1", None)]
    assert [(one["photo"][0]["width"], one["photo"][0]["height"]) for one in sent] == [(2, 1), (3, 2)]


def test_an_edit(here: Stage) -> None:
    here.bot("sendMessage", chat_id=NAME, text="Satu")
    here.clock.advance(minutes=1)
    edited = here.bot("editMessageText", chat_id=NAME, message_id=1, text="<b>Dua</b>", parse_mode="HTML")
    bold = [{"offset": 0, "length": 3, "type": "bold"}]
    assert here.said(edited) == good(message(1, edit_date=DATE + 60, text="Dua", entities=bold))
    again = here.bot("editMessageText", chat_id=NAME, message_id=1, text="<b>Dua</b>", parse_mode="HTML")
    same = (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
        " as a current content and reply markup of the message"
    )
    assert here.said(again) == no(same)


def test_a_deletion(here: Stage) -> None:
    here.bot("sendMessage", chat_id=NAME, text="Satu")
    assert here.said(here.bot("deleteMessage", chat_id=NAME, message_id=1)) == good(result=True)
    gone = no("Bad Request: message to delete not found")
    assert here.said(here.bot("deleteMessage", chat_id=NAME, message_id=1)) == gone


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"chat_id": "@a", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": "7", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": NAME}, "Bad Request: message text is empty"),
        ({"chat_id": NAME, "text": " \n "}, "Bad Request: message text is empty"),
        ({"chat_id": NAME, "text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
        ({"chat_id": NAME, "text": "x" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": NAME, "text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"chat_id": NAME, "text": "x", "parse_mode": "MarkdownV2"}, "Bad Request: unsupported parse_mode"),
        (
            {"chat_id": NAME, "text": "<p>x</p>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        (
            {"chat_id": NAME, "text": "x", "reply_parameters": "{"},
            "Bad Request: can't parse reply parameters JSON object",
        ),
    ],
)
def test_messages_that_are_refused(here: Stage, fields: dict[str, object], description: str) -> None:
    assert here.said(here.bot("sendMessage", **fields)) == no(description)
    assert here.said(here.bot("getUpdates")) == good([])


def test_the_longest_texts(here: Stage) -> None:
    markup = "<b>" + "&amp;" * 4096 + "</b>"
    assert here.bot("sendMessage", chat_id=NAME, text=markup, parse_mode="HTML").status_code == 200
    assert here.bot("sendMessage", chat_id=NAME, text="😀" * 2048).status_code == 200
    path, files = "/telegram/bot1:sandbox/sendPhoto", {"photo": ("a.png", png())}
    for length, expected in ((1024, 200), (1025, 400)):
        sent = here.client.post(path, data={"chat_id": NAME, "caption": "x" * length}, files=files)
        assert sent.status_code == expected
    assert here.said(sent) == no("Bad Request: message caption is too long")
    edit = here.bot("editMessageText", chat_id=NAME, message_id=1, text="x" * 4097)
    assert here.said(edit) == no("Bad Request: MESSAGE_TOO_LONG")


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (b"teks", "Bad Request: IMAGE_PROCESS_FAILED"),
        (png(21, 1), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (png(9999, 2), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
    ],
)
def test_photos_that_are_refused(here: Stage, content: bytes, description: str) -> None:
    path = "/telegram/bot1:sandbox/sendPhoto"
    sent = here.client.post(path, data={"chat_id": NAME}, files={"photo": ("a.png", content)})
    assert here.said(sent) == no(description)


def test_other_refusals(here: Stage) -> None:
    here.bot("sendMessage", chat_id=NAME, text="Satu")
    assert here.said(here.client.post("/telegram/bot2:lain/getMe")) == no("Unauthorized", 401)
    assert here.said(here.bot("sendSticker")) == no("Not Found", 404)
    assert here.said(here.bot("sendPhoto", chat_id=NAME)) == no("Bad Request: there is no photo in the request")
    wrong = no("Bad Request: wrong file identifier/HTTP URL specified")
    assert here.said(here.bot("sendPhoto", chat_id=NAME, photo="AgAC")) == wrong
    few = here.bot("sendMediaGroup", chat_id=NAME, media=[{"type": "photo", "media": "x"}])
    assert here.said(few) == no("Bad Request: group must include 2-10 items")
    empty = here.bot("editMessageText", chat_id=NAME, text="x")
    assert here.said(empty) == no("Bad Request: message identifier is not specified")
    lost = here.bot("editMessageText", chat_id=NAME, message_id=9, text="x")
    assert here.said(lost) == no("Bad Request: message to edit not found")


def test_a_call_may_come_as_query_or_form(here: Stage) -> None:
    path = "/telegram/bot1:sandbox/sendMessage"
    assert here.said(here.client.get(path, params={"chat_id": NAME, "text": "Satu"})) == good(
        message(1, text="Satu")
    )
    assert here.said(here.client.post(path, data={"chat_id": NAME, "text": "Dua"})) == good(message(2, text="Dua"))
