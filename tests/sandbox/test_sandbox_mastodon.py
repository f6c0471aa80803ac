"""Mastodon, played: whole answers, its own refusals, keys and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from stage import TOKEN, Stage, png, stage

from terbuka.sandbox.server import Settings

ACCOUNT = {
    "id": "1",
    "username": "kantorcontoh",
    "acct": "kantorcontoh",
    "display_name": "Kantor Contoh",
    "locked": False,
    "bot": False,
    "discoverable": True,
    "indexable": True,
    "group": False,
    "created_at": "2026-01-01T00:00:00.000Z",
    "note": "",
    "url": "BASE/mastodon/@kantorcontoh",
    "uri": "BASE/mastodon/users/kantorcontoh",
    "avatar": "BASE/avatar.svg",
    "avatar_static": "BASE/avatar.svg",
    "header": "BASE/avatar.svg",
    "header_static": "BASE/avatar.svg",
    "followers_count": 0,
    "following_count": 0,
    "statuses_count": 0,
    "last_status_at": None,
    "emojis": [],
    "fields": [],
}
FIRST = "117646295040000001"
SIZE = {"width": 2, "height": 1, "size": "2x1", "aspect": 2.0}


def status(number: str = FIRST, **other: object) -> dict[str, Any]:
    """A whole status as answered."""
    return {
        "id": number,
        "created_at": "2026-11-20T02:00:00.000Z",
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "sensitive": False,
        "spoiler_text": "",
        "visibility": "public",
        "language": None,
        "uri": f"BASE/mastodon/users/kantorcontoh/statuses/{number}",
        "url": f"BASE/mastodon/@kantorcontoh/{number}",
        "replies_count": 0,
        "reblogs_count": 0,
        "favourites_count": 0,
        "edited_at": None,
        "content": "<p>Halo</p>",
        "reblog": None,
        "application": {"name": "Terbuka", "website": None},
        "account": ACCOUNT | {"statuses_count": 1, "last_status_at": "2026-11-20"},
        "media_attachments": [],
        "mentions": [],
        "tags": [],
        "emojis": [],
        "card": None,
        "poll": None,
        **other,
    }


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage() as running:
        yield running


def test_who_owns_the_token(here: Stage) -> None:
    answer = here.client.get("/mastodon/api/v1/accounts/verify_credentials", headers=TOKEN)
    source = {
        "privacy": "public",
        "sensitive": False,
        "language": None,
        "note": "",
        "fields": [],
        "follow_requests_count": 0,
        "indexable": True,
    }
    role = {"id": "-99", "name": "", "permissions": "0", "color": "", "highlighted": False}
    assert here.said(answer) == (200, ACCOUNT | {"source": source, "role": role})
    assert here.said(here.client.get("/mastodon/api/v1/accounts/1")) == (200, ACCOUNT)


def test_what_the_instance_accepts(here: Stage) -> None:
    new = here.client.get("/mastodon/api/v2/instance").json()
    old = here.client.get("/mastodon/api/v1/instance").json()
    statuses = {"max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23}
    assert new["configuration"]["statuses"] == old["configuration"]["statuses"] == statuses
    assert new["configuration"]["media_attachments"]["description_limit"] == 1500
    assert old["uri"] == new["domain"] == here.url.removeprefix("http://") + "/mastodon"


def test_a_status_with_link_hashtag_language(here: Stage) -> None:
    words = "Halo <warga> & semua\n\nBaca: https://uji.example/berita/?p=ab12 #LayananPublik"
    answer = here.toot(words, language="id", visibility="unlisted")
    content = (
        "<p>Halo &lt;warga&gt; &amp; semua</p><p>Baca: "
        '<a href="https://uji.example/berita/?p=ab12" target="_blank" rel="nofollow noopener noreferrer">'
        '<span class="invisible">https://</span><span class="">uji.example/berita/?p=ab12</span>'
        '<span class="invisible"></span></a> '
        '<a href="BASE/mastodon/tags/layananpublik" class="mention hashtag" rel="tag">'
        "#<span>LayananPublik</span></a></p>"
    )
    expected = status(
        content=content,
        language="id",
        visibility="unlisted",
        tags=[{"name": "layananpublik", "url": "BASE/mastodon/tags/layananpublik"}],
    )
    assert here.said(answer) == (200, expected)
    assert here.said(here.client.get(f"/mastodon/api/v1/statuses/{FIRST}")) == (200, expected)
    limits = {name: answer.headers[f"x-ratelimit-{name}"] for name in ("limit", "remaining", "reset")}
    assert limits == {"limit": "300", "remaining": "299", "reset": "2026-11-20T02:05:00.000000Z"}


def test_a_form_means_the_same_as_json(here: Stage) -> None:
    picture = here.ready()
    fields = {"status": "Halo", "media_ids[]": [picture], "sensitive": "true"}
    answer = here.client.post("/mastodon/api/v1/statuses", headers=TOKEN, data=fields).json()
    assert (answer["content"], answer["sensitive"]) == ("<p>Halo</p>", True)
    assert [one["id"] for one in answer["media_attachments"]] == [picture]


def test_a_picture_is_ready_a_little_later_and_gone_once_posted(here: Stage) -> None:
    number, address = FIRST, f"/mastodon/api/v1/media/{FIRST}"
    media = {
        "id": number,
        "type": "image",
        "url": None,
        "preview_url": None,
        "remote_url": None,
        "meta": {"original": SIZE, "small": SIZE},
        "description": "Loket buka",
        "blurhash": None,
    }
    assert here.said(here.upload()) == (202, media)
    early = here.toot("Halo", media_ids=[number])
    unfinished = "Cannot attach files that have not finished processing. Try again in a moment!"
    assert here.said(early) == (422, {"error": unfinished})
    assert here.said(here.client.get(address, headers=TOKEN)) == (206, media)
    file = here.client.get(address, headers=TOKEN).json()["url"]
    ready = media | {"url": file.replace(here.url, "BASE"), "preview_url": file.replace(here.url, "BASE")}
    assert here.said(here.client.get(address, headers=TOKEN)) == (200, ready)
    assert here.client.get(file).content == png()
    changed = here.client.put(address, headers=TOKEN, data={"description": "Loket tutup"})
    assert here.said(changed) == (200, ready | {"description": "Loket tutup"})
    assert here.said(here.toot("Halo", media_ids=[number]))[1]["media_attachments"] == [
        ready | {"description": "Loket tutup"}
    ]
    assert here.said(here.client.get(address, headers=TOKEN)) == (404, {"error": "Record not found"})
    again = here.toot("Halo", media_ids=[number])
    assert here.said(again) == (422, {"error": f"Media {number} not found or already attached to another post"})


def test_a_key_is_honoured_for_an_hour(here: Stage) -> None:
    first = here.toot("Halo", key="a").json()["id"]
    here.clock.advance(minutes=59)
    assert here.toot("Teks lain", key="a").json()["id"] == first
    assert here.toot("Halo", key="b").json()["id"] != first
    here.clock.advance(minutes=1)
    assert here.toot("Halo", key="a").json()["id"] != first


def test_a_server_may_ignore_keys() -> None:
    with stage(Settings(idempotency=False)) as here:
        assert here.toot("Halo", key="a").json()["id"] != here.toot("Halo", key="a").json()["id"]


def test_a_refused_status_leaves_its_key_free(here: Stage) -> None:
    assert here.toot("x" * 501, key="a").status_code == 422
    assert here.toot("Halo", key="a").status_code == 200


@pytest.mark.parametrize(
    ("fields", "code", "error"),
    [
        ({"status": ""}, 422, "Validation failed: Text can't be blank"),
        ({"status": " \n"}, 422, "Validation failed: Text can't be blank"),
        ({"status": "x" * 501}, 422, "Validation failed: Text character limit of 500 exceeded"),
        (
            {"status": "x" * 499, "spoiler_text": "xx"},
            422,
            "Validation failed: Text character limit of 500 exceeded",
        ),
        ({"status": "x", "visibility": "semua"}, 422, "'semua' is not a valid visibility"),
        ({"status": "x", "media_ids": "1"}, 422, "Invalid parameter: media_ids"),
        ({"status": "x", "media_ids": ["7"]}, 422, "Media 7 not found or already attached to another post"),
        ({"status": "x", "media_ids": list("12345")}, 422, "Validation failed: Cannot attach more than 4 files"),
        (
            {"status": "x", "in_reply_to_id": "7"},
            404,
            "The post you are trying to reply to does not appear to exist.",
        ),
        (
            {"status": "x", "scheduled_at": "2026-12-01T00:00:00Z"},
            422,
            "Validation failed: the sandbox plays neither scheduled posts nor polls",
        ),
    ],
)
def test_what_it_refuses(here: Stage, fields: dict[str, Any], code: int, error: str) -> None:
    answer = here.client.post("/mastodon/api/v1/statuses", headers=TOKEN, json=fields)
    assert here.said(answer) == (code, {"error": error})
    assert here.client.get("/mastodon/api/v1/accounts/1/statuses").json() == []


def test_the_longest_status(here: Stage) -> None:
    family = "👨‍👩‍👧‍👦"  # one character for people, seven code points
    link = "https://uji.example/" + "x" * 200
    assert here.toot(family * 475 + " @uji " + link[:-1]).status_code == 422
    words = family * (500 - 23 - 5 - 1) + " @uji@sosial.example " + link
    assert here.toot(family * (500 - 23 - 6 - 1) + " @uji@sosial.example " + link).status_code == 200, words


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "File type of uploaded media could not be verified"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "File type of uploaded media could not be verified"),
        (b"\x89PNG\r\n\x1a\n", "File type of uploaded media could not be verified"),
    ],
)
def test_what_is_no_picture(here: Stage, content: bytes, error: str) -> None:
    assert here.said(here.upload(content)) == (422, {"error": error})


def test_uploads_without_a_file_or_with_a_long_description(here: Stage) -> None:
    empty = here.client.post("/mastodon/api/v2/media", headers=TOKEN, data={"description": "x"})
    assert here.said(empty) == (422, {"error": "Validation failed: File can't be blank"})
    error = "Validation failed: Description is too long (maximum is 1500 characters)"
    assert here.said(here.upload(description="x" * 1501)) == (422, {"error": error})


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "accounts/verify_credentials", {}),
        ("GET", "accounts/verify_credentials", {"Authorization": "Bearer lain"}),
        ("GET", "accounts/verify_credentials", {"Authorization": "Basic c2FuZGJveC10b2tlbg=="}),
        ("POST", "statuses", {}),
        ("DELETE", "statuses/1", {}),
        ("GET", "accounts/1/statuses", {"Authorization": "Bearer lain"}),
    ],
)
def test_a_wrong_token(here: Stage, method: str, path: str, headers: dict[str, str]) -> None:
    answer = here.client.request(method, f"/mastodon/api/v1/{path}", headers=headers)
    assert here.said(answer) == (401, {"error": "The access token is invalid"})


@pytest.mark.parametrize("path", ["statuses/7", "accounts/2", "accounts/2/statuses", "tidak/ada", "media/7"])
def test_what_is_not_there(here: Stage, path: str) -> None:
    answer = here.client.get(f"/mastodon/api/v1/{path}", headers=TOKEN)
    assert here.said(answer) == (404, {"error": "Record not found"})


def test_json_that_is_none(here: Stage) -> None:
    headers = TOKEN | {"Content-Type": "application/json"}
    answer = here.client.post("/mastodon/api/v1/statuses", headers=headers, content=b"{")
    assert here.said(answer) == (400, {"error": "Error occurred while parsing request parameters"})


def test_statuses_are_listed_in_pages(here: Stage) -> None:
    every = [here.toot(f"Kabar {number} #Uji").json()["id"] for number in range(5)]
    path = "/mastodon/api/v1/accounts/1/statuses"
    seen, url = [], f"{path}?limit=2&tagged=uji"
    while url:
        page = here.client.get(url, headers=TOKEN)
        seen.append([one["id"] for one in page.json()])
        url = page.links.get("next", {}).get("url", "")
    assert seen == [[every[4], every[3]], [every[2], every[1]], [every[0]]]
    query = {"limit": "2", "min_id": every[0]}
    assert [one["id"] for one in here.client.get(path, params=query).json()] == [every[2], every[1]]
    query = {"limit": "2", "since_id": every[0]}
    assert [one["id"] for one in here.client.get(path, params=query).json()] == [every[4], every[3]]
    last = here.client.get(path, params={"limit": "2", "max_id": every[2]})
    address = f"{here.url}{path}?limit=2"
    expected = f'<{address}&max_id={every[0]}>; rel="next", <{address}&min_id={every[1]}>; rel="prev"'
    assert last.headers["link"] == expected
    bad = here.client.get(path, params={"limit": "banyak"})
    assert here.said(bad) == (400, {"error": "Invalid parameter: limit"})


def test_a_private_status_is_for_its_owner(here: Stage) -> None:
    number = here.toot("Halo", visibility="private").json()["id"]
    path = f"/mastodon/api/v1/statuses/{number}"
    assert here.client.get(path).status_code == 404
    assert here.client.get(path, headers=TOKEN).status_code == 200
    assert here.client.get("/mastodon/api/v1/accounts/1/statuses").json() == []


def test_a_thread_and_its_context(here: Stage) -> None:
    first = here.toot("Satu").json()["id"]
    second = here.toot("Dua", in_reply_to_id=first).json()
    assert (second["in_reply_to_id"], second["in_reply_to_account_id"]) == (first, "1")
    third = here.toot("Tiga", in_reply_to_id=second["id"]).json()["id"]
    context = here.client.get(f"/mastodon/api/v1/statuses/{second['id']}/context").json()
    found = {name: [one["id"] for one in context[name]] for name in ("ancestors", "descendants")}
    assert found == {"ancestors": [first], "descendants": [third]}
    assert here.client.get(f"/mastodon/api/v1/statuses/{first}").json()["replies_count"] == 1


def test_a_deleted_status_gives_back_its_source_and_pictures(here: Stage) -> None:
    picture = here.ready()
    number = here.toot("Halo <b>", media_ids=[picture]).json()["id"]
    path = f"/mastodon/api/v1/statuses/{number}"
    gone = here.client.delete(path, headers=TOKEN)
    assert (gone.status_code, gone.json()["text"], gone.json()["id"]) == (200, "Halo <b>", number)
    assert here.said(here.client.delete(path, headers=TOKEN)) == (404, {"error": "Record not found"})
    assert here.toot("Lagi", media_ids=[picture]).status_code == 200


def test_a_person_who_opens_a_status_comes_to_the_timeline(here: Stage) -> None:
    answer = here.client.get(f"/mastodon/@kantorcontoh/{FIRST}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{here.url}/timeline/mastodon#mastodon-{FIRST}"
