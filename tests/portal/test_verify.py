"""The portal verifies itself before anybody sees it: real lychee, real gzip, and the whole list of failures."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_site import open_site

from chromium import write
from conftest import news
from terbuka.portal import search
from terbuka.portal.site import Site
from terbuka.portal.verify import NotVerified, verify
from terbuka.words.document import Document

Repo = Callable[[dict[str, str]], Path]
Portal = tuple[Path, Site, tuple[Document, ...]]

SECRET = news(
    "Wali kota melantik kepala dinas baru", "Pelantikan berlangsung di balai kota pada Senin pagi."
).replace("date: 2026-11-20", "date: 2026-12-20")
FILES = {
    "content/berita/2026/jadwal.md": news("Jadwal layanan bulan ini"),
    "content/berita/2026/pelantikan.md": SECRET,
}

PAGE = (
    '<!doctype html><html lang="{language}"><head><title>{title}</title>'
    '<meta name="terbuka:hash" content="{hash}"></head><body>{body}</body></html>'
)


def html(body: str, digest: str = "sha256:0", language: str = "id") -> str:
    return PAGE.format(language=language, title="Uji", hash=digest, body=body)


@pytest.fixture
def portal(make_repo: Repo, tmp_path: Path) -> Portal:
    """A sound portal of two pages under https://uji.example/kota/."""
    site, hidden = open_site(make_repo(FILES), "https://uji.example/kota/")
    digest = site.documents[0].hash
    pages = {
        "index.html": html(
            '<a href="berita/2026/jadwal/#jam">Jadwal</a> <a href="https://lain.example/">Lain</a>'
        ),
        "404.html": html('<a href="/kota/">Beranda</a>'),
        "berita/2026/jadwal/index.html": html('<h2 id="jam">Jam</h2><a href="../../../">Beranda</a>', digest),
        "berita/2026/jadwal/index.json": json.dumps({"url": "https://uji.example/kota/berita/2026/jadwal/"}),
        "sitemap.xml": "<urlset><url><loc>https://uji.example/kota/berita/2026/jadwal/</loc></url></urlset>",
    }
    return write(tmp_path / "portal", pages), site, hidden


def failures(portal: Portal) -> list[str]:
    """What verification says, line by line, after its first line; nothing if it is content."""
    site_dir, site, hidden = portal
    try:
        verify(site_dir, site, hidden)
    except NotVerified as error:
        first, *lines = error.say("en").split("\n")
        assert first == (
            f"The portal does not pass its own verification; problems: {len(lines)}. "
            "Correct each of them, then build again; nothing was published."
        )
        return lines
    return []


def test_a_sound_portal_passes(portal: Portal) -> None:
    assert failures(portal) == []


def test_every_broken_link_is_told_with_its_place(portal: Portal) -> None:
    body = (
        '<a href="berita/2026/hilang/">a</a>\n<a href="berita/2026/jadwal/#tidak-ada">b</a>\n'
        '<a href="berita/">c</a>\n'
        '<a href="/berita/2026/jadwal/">d</a>\n<a href="https://uji.example/kota/lama/">e</a>\n<img src="x.png">'
    )
    write(
        portal[0],
        {
            "index.html": html(body),
            "data/index.json": json.dumps({"documents": [{"url": "https://uji.example/kota/nihil/"}]}),
            "gaya.css": "body { background: url(latar.png) }",
            "sitemap.xml": "<urlset><url><loc>https://uji.example/kota/tiada/</loc></url></urlset>",
        },
    )
    advice = "Correct the link in the document, or publish what it leads to."
    missing = "File not found"
    no_index = "Cannot find index file within directory"
    assert failures(portal) == [
        f"data/index.json:1:1: The link https://uji.example/kota/nihil/ leads nowhere (File not found). {advice}",
        f"gaya.css:1:20: The link /latar.png leads nowhere ({missing}). {advice}",
        f"index.html:1:123: The link /berita/2026/hilang leads nowhere ({missing}). {advice}",
        f"index.html:2:10: The link /berita/2026/jadwal#tidak-ada leads nowhere (Cannot find fragment). {advice}",
        f"index.html:3:10: The link /berita leads nowhere ({no_index}). {advice}",
        f"index.html:4:10: The link /berita/2026/jadwal leads nowhere ({missing}). {advice}",
        f"index.html:5:10: The link https://uji.example/kota/lama/ leads nowhere ({missing}). {advice}",
        f"index.html:6:11: The link /x.png leads nowhere ({missing}). {advice}",
        f"sitemap.xml:1:19: The link https://uji.example/kota/tiada/ leads nowhere ({missing}). {advice}",
    ]


def leak(path: str, document: str = "content/berita/2026/pelantikan.md") -> str:
    return (
        f"{path}:1:1: It tells of {document}, which is not public. "
        "Remove the mention; if no document makes it, report an error of the portal."
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("uji.html", html("<p>Wali kota <b>melantik</b> kepala&nbsp;dinas baru</p>")),
        ("uji.html", html('<img alt="Wali kota melantik kepala dinas baru" src="404.html">')),
        (
            "uji.html",
            html('<a href="https://lain.example/?t=Wali%20kota%20melantik%20kepala%20dinas%20baru">a</a>'),
        ),
        ("uji.html", html("<p>WALI KOTA MELANTIK KEPALA DINAS BARU</p>")),
        ("uji.json", '{"title": "Wali kota\\u0020melantik kepala dinas baru"}'),
        ("uji.json", '{"text": "…\\nPelantikan berlangsung di **balai kota** pada Senin pagi."}'),
        ("uji.json", '{"id": "content/berita/2026/pelantikan"}'),
        (
            "feed.xml",
            "<a>&lt;p&gt;Pelantikan berlangsung di balai &lt;i&gt;kota&lt;/i&gt; pada Senin pagi&lt;/p&gt;</a>",
        ),
        ("peta.txt", "https://uji.example/kota/berita/2026/pelantikan/"),
        ("peta.txt", "berita/2026/pelantikan.md"),
        ("gaya.js", "const judul = 'Wali kota melantik kepala dinas baru';"),
        ("berita/2026/pelantikan/gambar.svg", "<svg/>"),
    ],
)
def test_a_leak_is_found_in_whatever_form(portal: Portal, name: str, content: str) -> None:
    write(portal[0], {name: content})
    assert [line for line in failures(portal) if "It tells of" in line] == [leak(name)]


def test_a_leak_is_found_in_the_search_index(portal: Portal) -> None:
    write(portal[0], {"uji.html": html("<p>Pelantikan berlangsung di balai kota pada Senin pagi.</p>")})
    search.index(portal[0])
    (portal[0] / "uji.html").unlink()
    assert [line.split(":")[0].split("/")[:2] for line in failures(portal)] == [["pagefind", "fragment"]]


def test_a_leak_is_found_in_any_gzipped_file(portal: Portal) -> None:
    (portal[0] / "sitemap.xml.gz").write_bytes(gzip.compress(b"<loc>/berita/2026/pelantikan/</loc>"))
    assert failures(portal) == [leak("sitemap.xml.gz")]


def test_ordinary_words_and_longer_addresses_are_no_leak(portal: Portal) -> None:
    body = (
        "Pelantikan pelantikan berita/2026/pelantikan-lurah/ Wali kota melantik lurah. Balai kota pada Senin pagi."
    )
    write(portal[0], {"uji.html": html(f"<p>{body}</p>")})
    assert failures(portal) == []


def test_what_a_public_document_says_itself_is_no_leak(make_repo: Repo, tmp_path: Path) -> None:
    words = "Kantor kelurahan buka setiap hari Sabtu sampai sore."
    draft = news("Jadwal layanan bulan ini", words).replace("status: published", "status: draft")
    root = make_repo(
        {
            "content/berita/2026/jadwal.md": news("Jadwal layanan bulan ini", words),
            "content/berita/2026/ulang.md": draft,
        }
    )
    site, hidden = open_site(root)
    page = html(f"<h1>Jadwal layanan bulan ini</h1><p>{words}</p>", site.documents[0].hash)
    assert failures((write(tmp_path / "p", {"berita/2026/jadwal/index.html": page}), site, hidden)) == []


def test_a_hidden_original_of_a_public_translation(make_repo: Repo, tmp_path: Path) -> None:
    """The address of the translation contains that of its original, and their ids are the same."""
    root = make_repo(
        {
            "content/berita/2026/pelantikan.md": SECRET,
            "content/berita/2026/pelantikan.en.md": news("The mayor swears in a new head of office", "On Monday."),
        }
    )
    site, hidden = open_site(root)
    sound = html('<a href="/en/berita/2026/pelantikan/">content/berita/2026/pelantikan</a>', "x", "en")
    page = sound.replace('content="x"', f'content="{site.documents[0].hash}"')
    site_dir = write(tmp_path / "p", {"en/berita/2026/pelantikan/index.html": page})
    assert failures((site_dir, site, hidden)) == []
    write(site_dir, {"peta.txt": "https://uji.example/berita/2026/pelantikan/"})
    assert failures((site_dir, site, hidden)) == [leak("peta.txt")]


def test_a_picture_that_only_a_hidden_document_shows(make_repo: Repo, tmp_path: Path) -> None:
    image = "image: {src: gambar/baru.png, alt: Gambar yang belum boleh dilihat, credit: Uji, licence: CC0}"
    secret = SECRET.replace("review_by", f"{image}\nreview_by")
    site, hidden = open_site(make_repo({"content/berita/2026/x.md": secret}))
    site_dir = write(tmp_path / "p", {"index.html": html(""), "gambar/baru.png": "…"})
    assert failures((site_dir, site, hidden)) == [leak("gambar/baru.png", "content/berita/2026/x.md")]


def test_every_page_has_a_language_and_the_hash_of_its_text(portal: Portal) -> None:
    write(
        portal[0],
        {
            "index.html": "<!doctype html><html><head><title>Uji</title></head></html>",
            "berita/2026/jadwal/index.html": html('<h2 id="jam">Jam</h2>', "sha256:lain", "en"),
        },
    )
    keep = "Keep the <meta> “terbuka:hash” in site/overrides/main.html."
    speak = "Set lang on <html> in site/overrides; screen readers and search depend on it."
    page = "berita/2026/jadwal/index.html:1:1"
    assert failures(portal) == [
        f"{page}: The page carries the content hash “sha256:lain”, not that of its text. {keep}",
        f"{page}: The page's language is “en”, not id. {speak}",
        f"index.html:1:1: The page carries the content hash “”, not that of its text. {keep}",
        f"index.html:1:1: The page's language is “”, not id, en. {speak}",
    ]


def test_every_document_has_a_page(portal: Portal) -> None:
    (portal[0] / "berita/2026/jadwal/index.html").rename(portal[0] / "jadwal.html")
    write(portal[0], {"index.html": html("")})
    assert [line for line in failures(portal) if "leads nowhere" not in line] == [
        "berita/2026/jadwal/index.html:1:1: content/berita/2026/jadwal.md has no page. "
        "This is an error of the portal; report it."
    ]


def test_a_page_is_light(portal: Portal) -> None:
    write(portal[0], {"berat.html": html("a" * 100_000), "ringan.html": html("a" * 99_000)})
    assert failures(portal) == [
        "berat.html:1:1: The page weighs 100 kB; at most 100 kB. "
        "Shorten the text, or move long tables into attachments."
    ]


def test_failures_are_told_in_indonesian(portal: Portal) -> None:
    site_dir, site, hidden = portal
    write(site_dir, {"peta.txt": "berita/2026/pelantikan"})
    with pytest.raises(NotVerified) as caught:
        verify(site_dir, site, hidden)
    assert caught.value.say("id").split("\n") == [
        "Portal tidak lolos pemeriksaannya sendiri; jumlah masalah: 1. "
        "Perbaiki semuanya, lalu bangun ulang; belum ada yang diterbitkan.",
        "peta.txt:1:1: Berkas ini membocorkan content/berita/2026/pelantikan.md, "
        "yang belum atau tidak lagi terbuka untuk umum. "
        "Hapus penyebutannya; jika tidak ada dokumen yang menyebutnya, laporkan sebagai kesalahan portal.",
    ]
