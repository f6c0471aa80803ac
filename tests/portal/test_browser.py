"""The portal as citizens use it: real Chromium and axe over this repository's own words and a small office's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from chromium import Watch, chromium, write
from conftest import OFFICE, news
from terbuka import office
from terbuka.portal.build import PORTAL, build
from terbuka.portal.serve import PortalServer
from terbuka.record.posted import Posted
from terbuka.words import library, register

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
NOW = datetime.fromisoformat("2026-11-22T09:00:00+07:00")

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
VACCINATION = "Vaksinasi anak sekolah dasar dimulai 10 Agustus 2026"
NOT_FOUND = "error: Failed to load resource: the server responded with a status of 404 (Not Found)"

POST = Posted(
    document="content/berita/2026/layanan-dukcapil-hari-sabtu",
    language="id",
    account="mastodon",
    platform="mastodon",
    part=0,
    at=NOW.replace(day=20),
    url="https://sosial.kotacontoh.example/@kotacontoh/1",
    remote_id="1",
    digest="sha256:0",
)

OWN = (
    "",
    "berita/",
    "berita/2026/jadwal-vaksinasi-anak-sekolah/",
    "berita/2026/layanan-dukcapil-hari-sabtu/",
    "kebijakan/keterbukaan-informasi-publik/",
    "klarifikasi/",
    "klarifikasi/layanan-ktp-tetap-gratis/",
    "tanya-jawab/cara-tahu-akun-resmi/",
    "kampanye/kenali-akun-resmi/",
    "panduan/",
    "topik/",
    "akun-resmi/",
    "catatan/",
    "cari/?q=kependudukan",
    "tidak-ada/",
    "en/",
    "en/berita/2026/layanan-dukcapil-hari-sabtu/",
)
SMALL = ("", "berita/", "berita/2026/jadwal/", "akun-resmi/", "catatan/", "klarifikasi/", "tidak-ada/", "en/")


@dataclass(frozen=True)
class Visitor:
    """A browser, and the addresses of the two portals."""

    browser: Browser
    own: str
    small: str

    def open(self, address: str, size: ViewportSize = DESK) -> tuple[Page, Watch]:
        """Open an address with a fresh profile."""
        page = self.browser.new_context(viewport=size, locale="id-ID").new_page()
        watch = Watch(page)
        page.goto(address)
        return page, watch


def portal_of(root: Path, base: str, posted: tuple[Posted, ...]) -> None:
    settings = office.load(root)
    words = library.load(root, settings)
    build(root, settings, words, register.load(root), posted, NOW, base, lambda _: None)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    own, small = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("small")
    for name in ("content", "policies"):
        shutil.copytree(REPOSITORY / name, own / name)
    shutil.copy(REPOSITORY / "office.yml", own)
    write(small, {"office.yml": OFFICE, "content/berita/2026/jadwal.md": news()})
    for root in (own, small):
        shutil.copytree(REPOSITORY / "site", root / "site")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
    with (
        chromium() as browser,
        PortalServer(own / PORTAL) as own_portal,
        PortalServer(small / PORTAL) as small_portal,
    ):
        portal_of(own, own_portal.url, (POST,))
        portal_of(small, small_portal.url, ())
        yield Visitor(browser, own_portal.url, small_portal.url)


def offences(page: Page) -> list[str]:
    """What axe finds, one line for each element."""
    report = Axe().run(page, options=RULES)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {node['html'][:160]} {node['failureSummary']}"
        for rule in report.response["violations"]
        for node in rule["nodes"]
    ]


def wider_than_the_screen(page: Page) -> list[str]:
    """Elements that make readers scroll sideways, which WCAG 1.4.10 forbids."""
    found: list[str] = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.body.querySelectorAll('*')]
                .filter((element) => element.getBoundingClientRect().right > width + 1)
                .map((element) => `${element.tagName} ${element.className}`);
        }"""
    )
    return found


def everyone_can_use(visitor: Visitor, address: str, path: str) -> None:
    """A page offends nobody, on a phone and at a desk, by day and by night."""
    page, watch = visitor.open(address + path)
    page.wait_for_function("!location.search || document.querySelector('[data-state]').textContent")
    found: dict[str, list[str]] = {}
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found[f"{size['width']} {scheme}"] = [*offences(page), *wider_than_the_screen(page)]
    assert found == {view: [] for view in found}
    assert page.locator("h1").count() == 1
    assert watch.abroad == []
    assert watch.complaints == ([NOT_FOUND] if path == "tidak-ada/" else [])
    page.context.close()


@pytest.mark.parametrize("path", OWN)
def test_everyone_can_use_our_own_portal(visitor: Visitor, path: str) -> None:
    everyone_can_use(visitor, visitor.own, path)


@pytest.mark.parametrize("path", SMALL)
def test_everyone_can_use_a_small_portal(visitor: Visitor, path: str) -> None:
    everyone_can_use(visitor, visitor.small, path)


def test_what_offends_is_found(visitor: Visitor) -> None:
    page, _ = visitor.open(visitor.small, PHONE)
    page.set_content(
        "<html><body><img src=x><p style='color:#ccc;background:#fff;width:500px'>Pudar</p></body></html>"
    )
    assert [line.split(":")[0] for line in offences(page)] == [
        "color-contrast",
        "document-title",
        "html-has-lang",
        "image-alt",
    ]
    assert wider_than_the_screen(page) == ["P "]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_header_finds_a_page_by_another_form_of_its_words(visitor: Visitor, size: ViewportSize) -> None:
    page, watch = visitor.open(visitor.own, size)
    page.get_by_role("searchbox").first.fill("memvaksin")
    page.get_by_role("searchbox").first.press("Enter")
    link = page.get_by_role("main").get_by_role(
        "link", name="Vaksinasi anak sekolah dasar dimulai 10 Agustus 2026"
    )
    link.first.click()
    expect(page).to_have_url(f"{visitor.own}berita/2026/jadwal-vaksinasi-anak-sekolah/")
    assert (watch.abroad, watch.complaints) == ([], [])


def test_a_search_without_results_says_so(visitor: Visitor) -> None:
    page, watch = visitor.open(f"{visitor.own}cari/?q=ŋŋŋŋ")
    expect(page.locator("[data-state]")).not_to_be_empty()
    assert page.locator("[data-results] li").count() == 0
    assert (watch.abroad, watch.complaints) == ([], [])


def test_words_in_the_address_of_a_search_stay_words(visitor: Visitor) -> None:
    page, watch = visitor.open(f"{visitor.own}cari/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator("[data-state]")).not_to_be_empty()
    assert page.locator("main img[src=x]").count() == 0
    assert page.get_by_role("searchbox").last.input_value() == "<img src=x onerror=alert(1)>"
    assert (watch.abroad, watch.complaints) == ([], [])


def test_pages_can_be_read_without_javascript(visitor: Visitor) -> None:
    context = visitor.browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{visitor.own}berita/2026/jadwal-vaksinasi-anak-sekolah/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Vaksinasi anak sekolah dasar dimulai 10 Agustus 2026"
    )
    expect(page.get_by_text("Petugas puskesmas akan memvaksinasi murid")).to_be_visible()
    expect(page.get_by_role("link", name="Klarifikasi").first).to_have_attribute("href", "../../../klarifikasi/")
    context.close()


def test_the_keyboard_skips_to_the_text(visitor: Visitor) -> None:
    page, _ = visitor.open(f"{visitor.own}berita/2026/jadwal-vaksinasi-anak-sekolah/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#isi"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#isi').contains(document.activeElement)")
