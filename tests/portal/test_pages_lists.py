"""Lists: what stands in them, in which order, on how many pages, in each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from rich_words import HOSTILE, SUMMARY, WORDS, document, staged_pages
from small_site import NOW, open_site

from conftest import OFFICE
from terbuka.checks.pages import page_of
from terbuka.checks.registry import RULES
from terbuka.portal import menu
from terbuka.portal.pages import robots
from terbuka.portal.pages.paging import Sheet, sheets
from terbuka.portal.site import Site
from terbuka.record.posted import Posted

MakeRepo = Callable[[dict[str, str]], Path]
Pages = Mapping[str, tuple[Mapping[str, Any], str]]


@pytest.fixture
def site(make_repo: MakeRepo) -> Site:
    return open_site(make_repo(WORDS))[0]


@pytest.fixture
def pages(site: Site) -> Pages:
    return staged_pages(site)


def test_the_handbook_has_a_page_for_every_rule(pages: Pages) -> None:
    found = sorted(path for path in pages if path.startswith("panduan/aturan/"))
    assert found == sorted(
        f"panduan/aturan/{name}index.md" for name in ["", "allow/", *(f"{rule}/" for rule in RULES)]
    )
    for name, rule in RULES.items():
        meta, body = pages[f"panduan/aturan/{name}/index.md"]
        assert (meta["title"], meta["description"]) == (name, rule.SUMMARY.say("id"))
        assert body.strip() == page_of(rule).split("\n", 1)[1].strip()
        assert f"[`{name}`]({name}/index.md)" in pages["panduan/aturan/index.md"][1]


def titles(pages: Pages, path: str) -> list[str]:
    return [card["title"] for card in pages[path][0].get("cards", [])]


def test_every_page_of_a_small_portal(pages: Pages) -> None:
    assert sorted(path for path in pages if not path.startswith("panduan/aturan/")) == [
        "akun-resmi/index.md",
        "berita/2025/index.md",
        "berita/2025/lama.md",
        "berita/2026/index.md",
        "berita/2026/jahat.md",
        "berita/2026/loket.md",
        "berita/index.md",
        "cari/index.md",
        "catatan/index.md",
        "en/akun-resmi/index.md",
        "en/berita/2026/index.md",
        "en/berita/2026/loket.md",
        "en/berita/index.md",
        "en/index.md",
        "en/kampanye/index.md",
        "en/kebijakan/index.md",
        "en/klarifikasi/index.md",
        "en/panduan/index.md",
        "en/record/index.md",
        "en/search/index.md",
        "en/tanya-jawab/index.md",
        "en/topik/index.md",
        "en/topik/layanan-publik/index.md",
        "index.md",
        "kampanye/akun.md",
        "kampanye/index.md",
        "kebijakan/hak.md",
        "kebijakan/index.md",
        "klarifikasi/gratis.md",
        "klarifikasi/index.md",
        "kontak.md",
        "panduan/dua.md",
        "panduan/index.md",
        "panduan/satu.md",
        "tanya-jawab/biaya.md",
        "tanya-jawab/index.md",
        "topik/index.md",
        "topik/layanan-publik/index.md",
    ]


def test_news_by_year(pages: Pages) -> None:
    assert titles(pages, "berita/index.md") == ["Loket buka hari Sabtu", HOSTILE, "Berita lama tahun lalu"]
    meta, body = pages["berita/2025/index.md"]
    assert {key: meta[key] for key in ("title", "crumbs", "years", "cards")} == {
        "title": "Berita tahun 2025",
        "crumbs": [{"title": "Berita", "path": "berita/"}],
        "years": [
            {"name": "2026", "path": "berita/2026/", "here": False},
            {"name": "2025", "path": "berita/2025/", "here": True},
        ],
        "cards": [
            {
                "kind": "berita",
                "kind_name": "Berita",
                "title": "Berita lama tahun lalu",
                "path": "berita/2025/lama/",
                "summary": SUMMARY,
                "date": {"iso": "2025-12-31", "words": "31 Desember 2025"},
                "class": "berkala",
            }
        ],
    }
    assert ("alternates" in pages["berita/2026/index.md"][0], meta["alternates"], body) == (
        True,
        [{"language": "id", "path": "berita/2025/"}],
        "",
    )


def test_english_lists_hold_english_pages_and_say_what_is_missing(pages: Pages) -> None:
    meta, _ = pages["en/berita/index.md"]
    assert titles(pages, "en/berita/index.md") == ["Counters open on Saturday"]
    assert (meta["title"], meta["language"], meta["elsewhere"]) == (
        "News",
        "en",
        {"words": "2 more in Indonesian", "path": "berita/"},
    )


def test_topics_gather_every_kind(pages: Pages) -> None:
    assert pages["topik/index.md"][0]["topics"] == [
        {"name": "Layanan publik", "path": "topik/layanan-publik/", "count": 10}
    ]
    assert sorted(titles(pages, "topik/layanan-publik/index.md")) == sorted(
        [
            "Berapa biaya membuat kartu tanda penduduk?",
            "Berita lama tahun lalu",
            "Hak Anda atas informasi",
            HOSTILE,
            "Kampanye kenali akun",
            "Layanan KTP tetap gratis",
            "Loket buka hari Sabtu",
            "Menghubungi Kota Uji",
            "Panduan bagian kedua",
            "Panduan bagian pertama",
        ]
    )


def test_the_handbook_keeps_its_order(pages: Pages) -> None:
    assert titles(pages, "panduan/index.md") == ["Panduan bagian pertama", "Panduan bagian kedua"]


def test_clarifications_show_the_fact(pages: Pages) -> None:
    card = pages["klarifikasi/index.md"][0]["cards"][0]
    assert card["fact"] == "Layanan kartu tanda penduduk tetap gratis."


def test_the_home_page(pages: Pages) -> None:
    meta, _ = pages["index.md"]
    assert (meta["title"], meta["description"]) == ("Pemerintah Kota Uji", "Kabar resmi Kota Uji")
    assert [card["title"] for card in meta["news"]] == [
        "Loket buka hari Sabtu",
        HOSTILE,
        "Berita lama tahun lalu",
    ]
    assert [shortcut["path"] for shortcut in meta["shortcuts"]] == ["topik/layanan-publik/", "akun-resmi/"]
    assert "urgent" not in meta


@pytest.mark.parametrize(("date", "urgent"), [("2026-11-16", ["Peringatan dini banjir"]), ("2026-11-14", [])])
def test_what_is_urgent_stands_on_top_for_a_week(make_repo: MakeRepo, date: str, urgent: list[str]) -> None:
    warning = document("Peringatan dini banjir", date=date, information_class="serta-merta")
    site, _ = open_site(make_repo({"content/berita/2026/banjir.md": warning}))
    meta: Mapping[str, Any] = staged_pages(site)["index.md"][0]
    assert [card["title"] for card in meta.get("urgent", [])] == urgent


def test_long_lists_are_cut_into_pages(make_repo: MakeRepo) -> None:
    files = {f"content/berita/2026/b{n}.md": document(f"Berita nomor {n}") for n in range(5)}
    limits = "limits: {news_per_page: 2}\n"
    site, _ = open_site(make_repo({"office.yml": OFFICE + limits, **files}))
    pages = staged_pages(site)
    found = {path: titles(pages, path) for path in pages if path.startswith("berita/") and "index" in path}
    assert found == {
        f"berita/{year}{sheet}index.md": shown
        for year in ("", "2026/")
        for sheet, shown in (
            ("", ["Berita nomor 4", "Berita nomor 3"]),
            ("halaman-2/", ["Berita nomor 2", "Berita nomor 1"]),
            ("halaman-3/", ["Berita nomor 0"]),
        )
    }
    assert pages["berita/halaman-2/index.md"][0]["paging"] == {
        "words": "Halaman 2 dari 3",
        "newer": "berita/",
        "older": "berita/halaman-3/",
    }


def test_an_empty_list_is_one_page() -> None:
    empty: list[str] = []
    assert list(sheets(empty, 10, "x/", "en")) == [Sheet("x/", 1, [], {})]


def test_the_record_lists_every_post(site: Site) -> None:
    posts = tuple(
        Posted(
            document=f"content/berita/2026/{name}",
            language="id",
            account=account,
            platform=account,
            part=0,
            at=NOW.replace(hour=hour),
            url=url,
            remote_id="1",
            digest="sha256:" + "0123456789abcdef" * 4,
        )
        for name, account, hour, url in (
            ("loket", "mastodon", 7, "https://sosial.uji.example/@uji/1"),
            ("jahat", "telegram", 8, ""),
            ("besok", "bluesky", 9, "javascript:alert(1)"),
        )
    )
    told = Site(site.root, site.office, site.documents, site.register, posts, site.now, site.base)
    _, body = staged_pages(told)["catatan/index.md"]
    table = body.split("\n\n", 1)[1]
    assert table == (
        "| Waktu | Akun | Halaman | Sidik isi |\n"
        "| --- | --- | --- | --- |\n"
        "| 22 November 2026 pukul 09\\.00 WIB | Bluesky uji\\.example | Tidak lagi terbuka untuk umum "
        "| `0123456789ab` |\n"
        "| 22 November 2026 pukul 08\\.00 WIB | Telegram @ujiresmi | "
        '[&lt;script&gt;alert\\("x"\\)&lt;/script&gt; &amp; \\[x\\]\\(javascript:alert\\(1\\)\\) \' &#124; '
        "\\`b\\`](<../berita/2026/jahat.md>) | `0123456789ab` |\n"
        "| 22 November 2026 pukul 07\\.00 WIB | "
        "[Mastodon @uji@sosial\\.uji\\.example](<https://sosial.uji.example/@uji/1>) | "
        "[Loket buka hari Sabtu](<../berita/2026/loket.md>) | `0123456789ab` |\n"
    )


def test_a_record_without_posts_says_so(pages: Pages) -> None:
    assert pages["en/record/index.md"][1] == "Nothing has been posted yet\\.\n"


def test_accounts_that_are_no_longer_used_stay_on_the_list(make_repo: MakeRepo) -> None:
    office = OFFICE.replace('"@uji@sosial.uji.example"', '"@uji@sosial.uji.example", active: false')
    site, _ = open_site(
        make_repo({"office.yml": office, "content/halaman/akun-resmi.md": document("Akun resmi kota")})
    )
    pages = staged_pages(site)
    assert [path for path in pages if "akun-resmi" in path] == ["en/akun-resmi/index.md", "akun-resmi.md"]
    meta: Mapping[str, Any] = pages["akun-resmi.md"][0]
    assert [(account["platform"], account["active"]) for account in meta["accounts"]] == [
        ("Bluesky", True),
        ("Telegram", True),
        ("Mastodon", False),
    ]


def test_menus_name_only_what_exists(site: Site) -> None:
    assert menu.main(site, "en") == [
        {"section": "berita", "title": "News", "path": "en/berita/"},
        {"section": "akun-resmi", "title": "Official accounts", "path": "en/akun-resmi/"},
    ]
    assert menu.pages(site, "id") == [
        {"section": "kontak", "title": "Menghubungi Kota Uji", "path": "kontak/"},
        {"section": "topik", "title": "Topik", "path": "topik/"},
        {"section": "catatan", "title": "Catatan unggahan", "path": "catatan/"},
        {"section": "panduan", "title": "Panduan pegawai", "path": "panduan/"},
        {"section": "cari", "title": "Cari", "path": "cari/"},
    ]


def test_robots_find_the_sitemap(site: Site) -> None:
    assert [(str(file.path), file.content.decode()) for file in robots.files(site)] == [
        ("robots.txt", "User-agent: *\nAllow: /\n\nSitemap: https://uji.example/sitemap.xml\n")
    ]
