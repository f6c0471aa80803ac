"""Requests that no careful client sends: refused as the platform does, and the timeline still opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from stage import Stage, png, stage

GOOD = {"text": "x", "createdAt": "2026-11-20T02:00:00.000Z"}


@pytest.fixture(scope="module")
def here() -> Iterator[Stage]:
    with stage() as running:
        running.login()
        yield running


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"reply_parameters": [1]}, "object expected as reply parameters"),
        ({"reply_parameters": "5"}, "object expected as reply parameters"),
        ({"reply_parameters": "{"}, "can't parse reply parameters JSON object"),
        ({"link_preview_options": [1]}, "object expected as link preview options"),
        ({"link_preview_options": "{"}, "can't parse link preview options JSON object"),
        ({"link_preview_options": {"url": 5}}, 'field "url" must be of type String'),
    ],
)
def test_messages_with_odd_options(here: Stage, fields: dict[str, object], wrong: str) -> None:
    answer = here.bot("sendMessage", chat_id="@ujiresmi", text="x", **fields)
    expected = {"ok": False, "error_code": 400, "description": f"Bad Request: {wrong}"}
    assert here.said(answer) == (400, expected)


@pytest.mark.parametrize(
    "fields", [{"offset": "--5"}, {"offset": "²"}, {"allowed_updates": 5}, {"allowed_updates": [[1]]}]
)
def test_odd_questions_for_updates(here: Stage, fields: dict[str, object]) -> None:
    assert here.said(here.bot("getUpdates", **fields)) == (200, {"ok": True, "result": []})


def test_odd_pages_and_pictures(here: Stage) -> None:
    listing = here.client.get("/mastodon/api/v1/accounts/1/statuses", params={"limit": "9" * 5000})
    assert here.said(listing) == (400, {"error": "Invalid parameter: limit"})
    nothing = here.upload(png(0, 0))
    assert here.said(nothing) == (422, {"error": "File type of uploaded media could not be verified"})
    query = {"repo": "uji.example", "collection": "app.bsky.feed.post", "limit": "²"}
    records = here.client.get("/bluesky/xrpc/com.atproto.repo.listRecords", params=query)
    message = "integer out of range (1 to 100, got ²) at $.limit"
    assert here.said(records) == (400, {"error": "InvalidRequest", "message": message})


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"embed": {"$type": "app.bsky.embed.video", "images": 1}}, 200),
        ({"embed": {"$type": "contoh.uji.lain"}}, 200),
        ({"createdAt": "2026-11-20T02:00:00.1234567890Z"}, 200),
        ({"extra": {"$bytes": "a"}}, 400),
    ],
)
def test_the_timeline_opens_whatever_was_posted(here: Stage, change: dict[str, object], status: int) -> None:
    assert here.put("3m6bntuvmks22", GOOD | change).status_code == status
    assert here.client.get("/").status_code == 200
