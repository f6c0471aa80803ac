"""The timeline as a person sees it: real Chromium and axe, on a phone and at a desk, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from stage import POST, TOKEN, Stage, png, stage

from chromium import Watch, chromium
from terbuka.sandbox.server import SECRETS

pytestmark = pytest.mark.browser

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SMALL, PHONE = ViewportSize(width=320, height=640), ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LINK = "https://kabar.kotacontoh.example/berita/2026/layanan-dukcapil-hari-sabtu/?p=ab12cd34"
NEWS = "Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu, pukul 08.00–12.00."
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> \"'& {{ 7*7 }}"
KEYS = ("3m6bntuvmks22", "3m6bntuvmks23")
PAGES = ("/", "/timeline/bluesky", "/timeline/mastodon", "/timeline/telegram", "/?lang=en", "/?refresh=off")


def facet(words: str, part: str, **feature: str) -> dict[str, Any]:
    """A link or a hashtag on a part of a post."""
    start = len(words[: words.index(part)].encode())
    index = {"byteStart": start, "byteEnd": start + len(part.encode())}
    kind = "link" if "uri" in feature else "tag"
    return {"index": index, "features": [{"$type": f"app.bsky.richtext.facet#{kind}", **feature}]}


def on_bluesky(here: Stage) -> None:
    """A post with a card, a picture's post that answers it, and its hostile words."""
    here.login("kotacontoh.example")
    words = f"{NEWS}\n\nSelengkapnya di situs resmi #LayananPublik"
    facets = [facet(words, "situs resmi", uri=LINK), facet(words, "#LayananPublik", tag="LayananPublik")]
    card = {"uri": LINK, "title": "Layanan kependudukan buka hari Sabtu", "description": NEWS}
    post = {
        "$type": POST,
        "text": words,
        "createdAt": "2026-11-20T02:00:00.000Z",
        "langs": ["id"],
        "facets": facets,
    }
    embed = {"$type": "app.bsky.embed.external", "external": card}
    first = here.put(KEYS[0], post | {"embed": embed}).json()
    ref = {"uri": first["uri"], "cid": first["cid"]}
    headers = {"Authorization": f"Bearer {here.session['accessJwt']}", "Content-Type": "image/png"}
    upload = here.client.post("/bluesky/xrpc/com.atproto.repo.uploadBlob", content=png(16, 9), headers=headers)
    image = {"image": upload.json()["blob"], "alt": "Loket layanan dengan dua petugas."}
    answer = {
        "$type": POST,
        "text": HOSTILE,
        "createdAt": "2026-11-20T02:01:00.000Z",
        "langs": ["id"],
        "reply": {"root": ref, "parent": ref},
        "embed": {"$type": "app.bsky.embed.images", "images": [image]},
    }
    here.put(KEYS[1], answer).raise_for_status()


def on_mastodon(here: Stage) -> None:
    """A post with a picture, and one that answers it."""
    words = f"{NEWS}\n\n{LINK}\n\n#LayananPublik"
    first = here.toot(words, language="id", media_ids=[here.ready()]).json()["id"]
    here.toot(f"{HOSTILE} {LINK}", language="id", in_reply_to_id=first).raise_for_status()


def on_telegram(here: Stage) -> None:
    """A message in HTML, and a photo that answers it."""
    words = f'<b>Layanan buka hari Sabtu</b>\n\n{NEWS}\n\n<a href="{LINK}">Selengkapnya</a> #LayananPublik'
    here.bot("sendMessage", chat_id="@kotacontoh", text=words, parse_mode="HTML").raise_for_status()
    here.client.post(
        f"/telegram/bot{SECRETS['telegram']}/sendPhoto",
        data={"chat_id": "@kotacontoh", "caption": HOSTILE, "reply_to_message_id": "1"},
        files={"photo": ("loket.png", png(16, 9), "image/png")},
    ).raise_for_status()


@dataclass(frozen=True)
class Visitor:
    """A browser, and the sandbox whose pages it opens."""

    browser: Browser
    here: Stage

    def open(self, path: str, size: ViewportSize = PHONE, *, javascript: bool = True) -> tuple[Page, Watch]:
        """Open a page with a fresh profile."""
        context = self.browser.new_context(viewport=size, locale="id-ID", java_script_enabled=javascript)
        page = context.new_page()
        watch = Watch(page)
        page.goto(self.here.url + path)
        return page, watch


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def empty(browser: Browser) -> Iterator[Visitor]:
    with stage() as here:
        yield Visitor(browser, here)


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Visitor]:
    with stage() as here:
        on_bluesky(here)
        on_mastodon(here)
        on_telegram(here)
        here.sandbox.fail("telegram", "server-error", match="/getMe")
        yield Visitor(browser, here)


def offences(page: Page) -> list[str]:
    """What axe finds, and whether the page or its menu is wider than the screen."""
    report = Axe().run(page, options=RULES)
    found = [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {node['failureSummary']}"
        for rule in report.response["violations"]
        for node in rule["nodes"]
    ]
    wide = """[document.documentElement, document.querySelector('nav ul')]
        .filter((one) => one.scrollWidth > one.clientWidth).map((one) => `${one.tagName} is too wide`)"""
    return [*found, *page.evaluate(wide)]


def everyone_can_use(page: Page, watch: Watch) -> None:
    """A page offends nobody, closed and opened, and asks nothing of other machines."""
    found: dict[str, list[str]] = {}
    for size in (SMALL, PHONE, DESK):
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found[f"{size['width']} {scheme}"] = offences(page)
    assert found == {view: [] for view in found}
    assert page.locator("h1").count() == 1
    assert (watch.abroad, watch.complaints) == ([], [])
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_use_the_timeline(visitor: Visitor, path: str) -> None:
    everyone_can_use(*visitor.open(path))


def test_everyone_can_use_an_empty_timeline(empty: Visitor) -> None:
    everyone_can_use(*empty.open("/"))


def test_everyone_can_use_opened_descriptions(visitor: Visitor) -> None:
    page, watch = visitor.open("/")
    for one in page.locator("summary").all():
        one.click()
    everyone_can_use(page, watch)


def test_a_long_description_is_read_whole(empty: Visitor) -> None:
    long = "Petugas melayani warga di loket. " * 40
    picture = empty.here.upload(description=long).json()["id"]
    while empty.here.client.get(f"/mastodon/api/v1/media/{picture}", headers=TOKEN).status_code == 206:
        pass
    empty.here.toot("Halo", media_ids=[picture]).raise_for_status()
    page, watch = empty.open("/timeline/mastodon?refresh=off")
    page.locator("summary").click()
    expect(page.locator("details p")).to_have_text(long.strip())
    figure, summary = page.locator("figure").bounding_box(), page.locator("summary").bounding_box()
    assert figure is not None
    assert summary is not None
    assert summary["y"] >= figure["y"]  # what lies outside the figure is cut off
    page.locator("summary").click()
    expect(page.locator("details p")).to_be_hidden()
    everyone_can_use(page, watch)


def test_a_person_reads_the_post_as_the_platform_shows_it(visitor: Visitor) -> None:
    page, _ = visitor.open("/timeline/mastodon")
    first = page.get_by_role("article").first
    expect(first.get_by_role("heading")).to_have_text("Kantor Contoh")
    expect(first.locator("time")).to_have_attribute("datetime", "2026-11-20T02:00:00+00:00")
    expect(first.locator("time")).to_have_text("20 Nov 2026, 09.00 WIB")
    expect(first.get_by_role("link").first).to_have_attribute("href", LINK)
    expect(first.locator(".hashtag")).to_have_text("#LayananPublik")
    expect(first.get_by_role("img")).to_have_attribute("alt", "Loket buka")
    description = first.locator("details p")
    expect(description).to_be_hidden()
    first.locator("summary").click()
    expect(description).to_have_text("Loket buka")
    page.context.close()


def test_posts_of_a_thread_stand_together(visitor: Visitor) -> None:
    page, _ = visitor.open("/")
    for platform in ("bluesky", "mastodon", "telegram"):
        threads = page.locator(f".{platform} .thread")
        expect(threads).to_have_count(1)
        expect(threads.get_by_role("article")).to_have_count(2)
    page.context.close()


def test_hostile_words_stay_words(visitor: Visitor) -> None:
    page, watch = visitor.open("/")
    shown = [words for words in page.locator(".text").all_inner_texts() if "alert" in words]
    assert [words.startswith(HOSTILE) for words in shown] == [True, True, True]
    assert page.locator("img[src=x]").count() == 0
    assert (watch.abroad, watch.complaints) == ([], [])
    page.context.close()


def test_a_new_post_comes_by_itself(empty: Visitor) -> None:
    page, watch = empty.open("/timeline/mastodon")
    expect(page.get_by_text("Belum ada kiriman.")).to_be_visible()
    empty.here.toot("Halo warga")
    expect(page.get_by_text("Halo warga")).to_be_visible(timeout=30_000)
    assert (watch.abroad, watch.complaints) == ([], [])
    page.context.close()


def test_a_new_post_comes_without_javascript(empty: Visitor) -> None:
    page, _ = empty.open("/timeline/mastodon", javascript=False)
    expect(page.get_by_text("Belum ada kiriman.")).to_be_visible()
    empty.here.toot("Halo warga")
    expect(page.get_by_text("Halo warga")).to_be_visible(timeout=30_000)
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_faults_are_set_and_called_off_on_the_page(empty: Visitor, *, javascript: bool) -> None:
    page, watch = empty.open("/timeline/mastodon?refresh=off", javascript=javascript)
    page.get_by_label("Jenis gangguan").select_option(label="Peladen gagal, tidak ada yang tayang")
    page.get_by_label("Berapa kali").fill("2")
    page.get_by_role("button", name="Pasang gangguan").click()
    expect(page.locator(".faults li")).to_have_text("Mastodon: Peladen gagal, tidak ada yang tayang (×2)")
    assert empty.here.toot("Halo").status_code == 503
    page.get_by_role("button", name="Batalkan semua gangguan").click()
    expect(page.get_by_text("Tidak ada gangguan yang dipasang.")).to_be_visible()
    assert empty.here.toot("Halo").status_code == 200
    assert (watch.abroad, watch.complaints) == ([], [])
    page.context.close()


def test_the_keyboard_skips_to_the_posts(visitor: Visitor) -> None:
    page, _ = visitor.open("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke kiriman")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#posts').contains(document.activeElement)")
    page.context.close()
