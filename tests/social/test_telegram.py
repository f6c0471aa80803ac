"""Telegram, step by step, with the answers that the Bot API documents (core.telegram.org/bots/api, 10.3)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from desk import OFFICE, SUMMARY, TITLE, account, document

from terbuka.errors import OutcomeUnknown, RateLimited, Rejected, Unauthorised
from terbuka.social.compose import compose
from terbuka.social.message import Message, Part, Receipt
from terbuka.social.platform import Files, Session, Steps
from terbuka.social.platforms import telegram

WHO = account("telegram", chat="@ujiresmi")
SECRET = "123:rahasia"
SESSION = Session(WHO, "https://api.telegram.org", SECRET, "123", telegram.LIMITS)
NOW = datetime.now(UTC)


def message(folder: Path, more: str = "") -> Message:
    made = compose(document(folder, more=more), WHO, OFFICE, "https://uji.example/")
    assert made is not None
    return made


def reply(request: httpx.Request, result: object) -> httpx.Response:
    return httpx.Response(200, json={"ok": True, "result": result}, request=request)


def refusal(request: httpx.Request, code: int, description: str, **parameters: object) -> httpx.Response:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return httpx.Response(code, json=body, request=request)


def finish(steps: Steps[Any], response: httpx.Response) -> Any:  # noqa: ANN401
    with pytest.raises(StopIteration) as end:
        steps.send(response)
    return end.value.value


def test_a_message_is_sent_to_the_channel(tmp_path: Path) -> None:
    said = message(tmp_path)
    steps = telegram.send(SESSION, said, 0, (), NOW, Files())
    request = next(steps)
    assert str(request.url) == f"https://api.telegram.org/bot{SECRET}/sendMessage"
    assert json.loads(request.content) == {
        "chat_id": "@ujiresmi",
        "text": f"<b>{TITLE}</b>\n\n{SUMMARY}\n\n#LayananPublik\n\n{said.parts[0].link}",
        "parse_mode": "HTML",
        "link_preview_options": {"url": said.parts[0].link, "prefer_large_media": True},
    }
    receipt = finish(steps, reply(request, {"message_id": 42, "date": 1795140000}))
    assert receipt == Receipt("42", "https://t.me/ujiresmi/42", datetime.fromtimestamp(1795140000, UTC))


def test_a_later_part_answers_the_one_before(tmp_path: Path) -> None:
    said = message(tmp_path, 'social: {telegram: ["Satu.", "Dua & <tiga>."]}\n')
    steps = telegram.send(SESSION, said, 1, (Receipt("42", "", NOW),), NOW, Files())
    assert json.loads(next(steps).content) == {
        "chat_id": "@ujiresmi",
        "text": "<b>Dua &amp; &lt;tiga&gt;.</b>",
        "parse_mode": "HTML",
        "reply_parameters": {"message_id": 42},
    }


def forward(words: str, number: int) -> dict[str, object]:
    """An automatic forward, as the discussion group of a channel receives it."""
    return {
        "update_id": 900 + number,
        "message": {
            "message_id": 7000 + number,
            "is_automatic_forward": True,
            "forward_origin": {"type": "channel", "message_id": number, "date": 1795140000},
            "text": words,
        },
    }


def linked(steps: Steps[Any]) -> httpx.Request:
    """Answer the question for the channel; it has a discussion group."""
    request = next(steps)
    assert json.loads(request.content) == {"chat_id": "@ujiresmi"}
    return steps.send(reply(request, {"id": -1001, "type": "channel", "linked_chat_id": -1009}))


def look(folder: Path, updates: list[dict[str, object]], armed: datetime, status: str = "administrator") -> object:
    said = message(folder)
    steps = telegram.find(SESSION, said, 0, (), armed)
    request = linked(steps)
    assert json.loads(request.content) == {"chat_id": -1009, "user_id": 123}
    request = steps.send(reply(request, {"status": status}))
    assert json.loads(request.content) == {"limit": 100, "timeout": 0}
    return finish(steps, reply(request, updates))


def test_a_post_is_found_by_its_forward(tmp_path: Path) -> None:
    link = message(tmp_path).parts[0].link
    updates = [forward("Lain", 41), forward(f"Judul\n\n{link}", 42)]
    receipt = Receipt("42", "https://t.me/ujiresmi/42", datetime.fromtimestamp(1795140000, UTC))
    assert look(tmp_path, updates, NOW) == receipt


def test_silence_proves_absence_only_for_a_member_and_a_day(tmp_path: Path) -> None:
    assert look(tmp_path, [forward("Lain", 41)], NOW) is None
    for armed, status, updates in (
        (NOW - timedelta(hours=24), "administrator", []),
        (NOW, "administrator", [forward("Lain", n) for n in range(100)]),
    ):
        said = telegram.find(SESSION, message(tmp_path), 0, (), armed)
        request = said.send(reply(linked(said), {"status": status}))
        with pytest.raises(OutcomeUnknown):
            said.send(reply(request, updates))
    steps = telegram.find(SESSION, message(tmp_path), 0, (), NOW)
    with pytest.raises(OutcomeUnknown) as error:
        steps.send(reply(linked(steps), {"status": "left"}))
    assert error.value.say("en") == (
        "Telegram cannot be asked whether the post is there. "
        "Look at the channel, then record what you see with: terbuka settle"
    )


@pytest.mark.parametrize("result", [{}, None, ["x"]], ids=["object", "nothing", "words"])
def test_an_answer_without_updates_proves_nothing(tmp_path: Path, result: object) -> None:
    steps = telegram.find(SESSION, message(tmp_path), 0, (), NOW)
    request = steps.send(reply(linked(steps), {"status": "administrator"}))
    with pytest.raises(Rejected) as error:
        steps.send(reply(request, result))
    assert error.value.say("en") == (
        "Telegram gave an answer that cannot be read. Check that the address of the server in office.yml is right."
    )


def test_a_part_after_one_that_a_person_recorded_stands_alone(tmp_path: Path) -> None:
    said = message(tmp_path, 'social: {telegram: ["Satu.", "Dua."]}\n')
    steps = telegram.send(SESSION, said, 1, (Receipt("beranda", "https://t.me/ujiresmi", NOW),), NOW, Files())
    assert json.loads(next(steps).content) == {"chat_id": "@ujiresmi", "text": "<b>Dua.</b>", "parse_mode": "HTML"}


def test_without_a_group_a_person_has_to_look(tmp_path: Path) -> None:
    steps = telegram.find(SESSION, message(tmp_path), 0, (), NOW)
    request = next(steps)
    with pytest.raises(OutcomeUnknown):
        steps.send(reply(request, {"id": -1001, "type": "channel"}))


@pytest.mark.parametrize(
    ("code", "description", "parameters", "kind"),
    [
        (401, "Unauthorized", {}, Unauthorised),
        (404, "Not Found", {}, Rejected),
        (400, "Bad Request: message is too long", {}, Rejected),
        (429, "Too Many Requests: retry after 7", {"retry_after": 7}, RateLimited),
        (502, "Bad Gateway", {}, OutcomeUnknown),
    ],
)
def test_each_refusal_is_understood_and_hides_the_token(
    tmp_path: Path, code: int, description: str, parameters: dict[str, object], kind: type[Exception]
) -> None:
    steps = telegram.send(SESSION, message(tmp_path), 0, (), NOW, Files())
    request = next(steps)
    with pytest.raises(kind) as error:
        steps.send(refusal(request, code, f"{description} {SECRET}", **parameters))
    assert type(error.value) is kind
    assert SECRET not in str(error.value)
    assert SECRET not in repr(SESSION)


def test_the_length_is_of_the_text_after_parsing() -> None:
    part = Part("👍 & <b>", None, ("Satu",), "x")
    assert telegram.count(part, telegram.LIMITS) == len("👍 & <b>\n\n#Satu") + 1
