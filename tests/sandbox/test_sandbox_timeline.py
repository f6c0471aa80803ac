"""The timeline's pages: what stands there, what cannot get in, and the panel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape

import pytest
from stage import TOKEN, Stage, png, stage

from terbuka.sandbox.player import Shown, Span
from terbuka.sandbox.telegram.richtext import spans
from terbuka.sandbox.timeline.threads import threads

AT = "2026-11-20T02:00:00.000Z"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage() as running:
        yield running


def articles(page: str) -> list[str]:
    """The words of each post on a page, as a reader without pictures and style hears them."""
    found = re.findall(r"<article.*?</article>", page, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def links(page: str) -> list[str]:
    posts = "".join(re.findall(r"<article.*?</article>", page, re.DOTALL))
    return [unescape(one) for one in re.findall(r'<a[^>]* href="([^"]*)"', posts)]


def test_an_empty_timeline(here: Stage) -> None:
    page = here.client.get("/timeline/mastodon").text
    assert '<h1 class="">Linimasa Mastodon</h1>' in page
    assert articles(page) == []
    assert page.count("Belum ada kiriman.") == 1
    assert "Tidak ada yang keluar dari komputer ini." in page


def test_posts_as_people_see_them(here: Stage) -> None:
    first = here.toot("Halo #Uji https://uji.example/berita/2026/kabar-panjang-sekali/?p=ab12", language="id")
    here.toot("Lanjutan", in_reply_to_id=first.json()["id"])
    here.toot("Gambar", media_ids=[here.ready()])
    page = here.client.get("/timeline/mastodon?lang=en").text
    by = "Kantor Contoh @kantorcontoh@" + here.url.removeprefix("http://") + " 20 Nov 2026, 09:00 WIB"
    assert articles(page) == [
        f"KC {by} Gambar ALT Description Loket buka Length: 6 / 500",
        f"KC {by} Halo #Uji uji.example/berita/2026/kabar-… uji.example The platform fetches"
        " this preview from the page itself. Length: 33 / 500 Language: id",
        f"KC {by} Lanjutan Length: 8 / 500",
    ]
    assert links(page) == ["https://uji.example/berita/2026/kabar-panjang-sekali/?p=ab12"] * 2
    assert page.count('role="group" aria-label="Thread"') == 1


def test_the_first_page_shows_every_platform(here: Stage) -> None:
    here.toot("Mastodon")
    here.put("3m5vzabcdef22", {"text": "Bluesky", "createdAt": AT})
    here.bot("sendMessage", chat_id="@ujiresmi", text="Telegram")
    page = here.client.get("/?lang=en").text
    when = "20 Nov 2026, 09:00 WIB"
    assert articles(page) == [
        f"KC Kantor Contoh @uji.example {when} Bluesky Length: 7 / 300",
        f"KC Kantor Contoh @kantorcontoh@{here.url.removeprefix('http://')} {when} Mastodon Length: 8 / 500",
        f"KC Kantor Contoh @ujiresmi {when} Telegram Length: 8 / 4096",
    ]


def test_a_card_is_the_one_that_was_sent(here: Stage) -> None:
    headers = here.login() | {"Content-Type": "image/png"}
    upload = here.client.post("/bluesky/xrpc/com.atproto.repo.uploadBlob", content=png(), headers=headers)
    thumb = upload.json()["blob"]
    card = {"uri": "https://uji.example/a", "title": "Judul", "description": "Ringkasan", "thumb": thumb}
    record = {"text": "x", "createdAt": AT, "embed": {"$type": "app.bsky.embed.external", "external": card}}
    assert here.put("3m5vzabcdef22", record).status_code == 200
    page = here.client.get("/timeline/bluesky").text
    assert links(page) == ["https://uji.example/a"]
    assert "uji.example Judul Ringkasan" in articles(page)[0]
    picture = f"/files/{thumb['ref']['$link']}"
    assert f'<img src="{picture}" alt=""' in page
    assert here.client.get(picture).headers["content-type"] == "image/png"


def test_nothing_in_a_post_becomes_markup(here: Stage) -> None:
    picture = here.upload(description=EVIL).json()["id"]
    for _ in range(2):
        here.client.get(f"/mastodon/api/v1/media/{picture}", headers=TOKEN)
    here.toot(EVIL, media_ids=[picture])
    evil = {"$type": "app.bsky.richtext.facet#link", "uri": "javascript:alert(1)"}
    link = [{"index": {"byteStart": 0, "byteEnd": 5}, "features": [evil]}]
    here.put("3m5vzabcdef22", {"text": EVIL, "createdAt": AT, "facets": link})
    here.bot("sendMessage", chat_id="@ujiresmi", text=EVIL)
    page = here.client.get("/").text
    assert page.count("<script") == 1  # its own
    assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", page)
    assert "javascript:" not in page
    assert [EVIL in one for one in articles(page)] == [True, True, True]


def test_a_file_that_is_no_picture_is_not_shown(here: Stage) -> None:
    headers = here.login() | {"Content-Type": "text/html"}
    upload = here.client.post("/bluesky/xrpc/com.atproto.repo.uploadBlob", content=b"<script>", headers=headers)
    answer = here.client.get(f"/files/{upload.json()['blob']['ref']['$link']}")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert here.client.get("/files/tidak-ada").status_code == 404


def test_browsers_are_told_to_load_nothing_from_elsewhere(here: Stage) -> None:
    policy = here.client.get("/").headers["content-security-policy"]
    assert policy == (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
        " img-src 'self' http://127.0.0.1:*; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def test_other_host_names_are_not_answered(here: Stage) -> None:
    answer = here.client.get("/", headers={"Host": "jahat.example"})
    assert (answer.status_code, answer.text) == (400, "Invalid host header")


def test_a_page_is_sent_again_only_when_it_changed(here: Stage) -> None:
    first = here.client.get("/timeline/mastodon")
    mark = {"If-None-Match": first.headers["etag"]}
    assert here.client.get("/timeline/mastodon", headers=mark).status_code == 304
    here.toot("Halo")
    assert here.client.get("/timeline/mastodon", headers=mark).status_code == 200


def test_a_page_keeps_itself_fresh_unless_told_not_to(here: Stage) -> None:
    fresh, still = here.client.get("/").text, here.client.get("/?refresh=off").text
    meta = '<noscript><meta http-equiv="refresh" content="4"></noscript>'
    assert [meta in fresh, "/timeline.js" in fresh, meta in still, "/timeline.js" in still] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("path", ["/mastodon", "/mastodon/", "/bluesky/", "/telegram"])
def test_a_platforms_address_leads_a_person_to_its_timeline(here: Stage, path: str) -> None:
    answer = here.client.get(path)
    assert answer.headers["location"] == f"/timeline/{path.strip('/')}"
    assert here.client.get(answer.headers["location"]).status_code == 200


def test_timelines_that_do_not_exist(here: Stage) -> None:
    assert here.client.get("/timeline/x").status_code == 404


def token(here: Stage) -> str:
    found = re.search(r'name="token" value="([^"]+)"', here.client.get("/").text)
    assert found is not None
    return found[1]


def test_the_panel_sets_and_calls_off_faults(here: Stage) -> None:
    form = {"token": token(here), "platform": "mastodon", "kind": "slow", "times": "2", "back": "mastodon"}
    answer = here.client.post("/panel/faults?lang=en", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/timeline/mastodon?lang=en#faults")
    assert "The answer takes half a minute (×2)" in here.client.get(answer.headers["location"]).text
    assert here.client.get("/faults").json()[0]["seconds"] == 30.0
    answer = here.client.post("/panel/clear?refresh=off", data={"token": form["token"], "back": "x"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?lang=id&refresh=off#faults")
    assert here.client.get("/faults").json() == []


@pytest.mark.parametrize("path", ["/panel/faults", "/panel/clear"])
def test_the_panel_takes_only_its_own_forms(here: Stage, path: str) -> None:
    here.sandbox.fail("mastodon", "slow")
    for given in ({}, {"token": "lain"}):
        form = {"platform": "mastodon", "kind": "slow", "times": "1", **given}
        assert here.client.post(path, data=form).status_code == 403
    assert len(here.sandbox.faults()) == 1


def test_the_panel_refuses_what_makes_no_sense(here: Stage) -> None:
    form = {"token": token(here), "platform": "mastodon", "kind": "slow", "times": "0"}
    assert here.client.post("/panel/faults", data=form).status_code == 422


def shown(identity: str, parent: str = "") -> Shown:
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    return Shown("mastodon", identity, parent, "", "", moment, (), (), None, "", 0, 500)


def test_threads_are_joined() -> None:
    posts = [shown("1"), shown("2"), shown("3", "1"), shown("4", "3"), shown("5", "9")]
    assert [[post.id for post in thread.posts] for thread in threads(posts)] == [["5"], ["2"], ["1", "3", "4"]]


def test_marks_may_overlap() -> None:
    entities = [
        {"type": "text_link", "offset": 0, "length": 6, "url": "https://uji.example/"},
        {"type": "bold", "offset": 2, "length": 2},
    ]
    assert spans("😀ab cd", entities) == (
        Span("😀", href="https://uji.example/"),
        Span("ab", href="https://uji.example/", marks=("strong",)),
        Span(" c", href="https://uji.example/"),
        Span("d"),
    )
