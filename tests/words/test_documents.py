"""A file becomes a document: fields, body, places, addresses, pairs, and whether it is public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from conftest import news
from terbuka import office
from terbuka.errors import UsageError
from terbuka.marked_yaml import MarkedYaml
from terbuka.words import library, new
from terbuka.words.document import Document, is_public, public_since
from terbuka.words.json_schema import kind_schema
from terbuka.words.kinds.registry import KINDS

MakeRepo = Callable[[dict[str, str]], Path]
ZONE = ZoneInfo("Asia/Jakarta")
PAGE = PurePosixPath("content/berita/2026/judul.md")

FOLDED = """\
---
title: Layanan kependudukan buka hari Sabtu
summary: >-
  Kantor kelurahan membuka layanan
  kartu tanda penduduk pada hari Sabtu.
date: 2026-11-20
owner: kominfo
topics:
  - layanan-publik
class: berkala
status: published
review_by: 2027-05-20
image: {src: gambar/loket.png, alt: Warga antre di loket kelurahan, credit: Tim Uji, licence: CC BY 4.0}
social:
  mastodon: "Sabtu ini buka."
---

Baris pertama.

Baris “ketiga” di sini.
"""


def load(make_repo: MakeRepo, files: dict[str, str]) -> library.Library:
    root = make_repo(files)
    return library.load(root, office.load(root))


def test_places_are_true_past_the_front_matter(make_repo: MakeRepo) -> None:
    document = load(make_repo, {str(PAGE): FOLDED}).by_path[PAGE]
    assert isinstance(document.front_matter, MarkedYaml)
    told = {
        "title": str(document.place("title")),
        "folded summary": str(document.place("summary")),
        "second key below": str(document.place("topics", 0)),
        "flow mapping": str(document.place("image", "alt")),
        "inner": str(document.place("social", "mastodon")),
        "what is not there": str(document.place("image", "caption")),
        "body": str(document.body_place(0)),
        "in the third line": str(document.body_place(document.body.index("ketiga"))),
    }
    assert told == {
        "title": f"{PAGE}:2:1",
        "folded summary": f"{PAGE}:3:1",
        "second key below": f"{PAGE}:9:5",
        "flow mapping": f"{PAGE}:13:32",
        "inner": f"{PAGE}:15:3",
        "what is not there": f"{PAGE}:13:1",
        "body": f"{PAGE}:18:1",
        "in the third line": f"{PAGE}:20:8",
    }
    assert list(document.lines()) == [
        (18, "Baris pertama."),
        (19, ""),
        (20, "Baris “ketiga” di sini."),
        (21, ""),
    ]


def test_windows_line_ends_and_byte_order_marks_change_nothing(make_repo: MakeRepo) -> None:
    root = make_repo({str(PAGE): FOLDED})
    plain = library.load(root, office.load(root)).by_path[PAGE]
    (root / PAGE).write_bytes(b"\xef\xbb\xbf" + FOLDED.replace("\n", "\r\n").encode())
    assert library.load(root, office.load(root)).by_path[PAGE] == plain


def test_shared_blocks_are_put_in_and_count_for_the_hash(make_repo: MakeRepo) -> None:
    block = "content/_bagian/kontak.md"
    root = make_repo({str(PAGE): news(body=f'Satu.\n\n--8<-- "{block}"\n\nTiga.'), block: "Dua.\n"})
    before = library.load(root, office.load(root)).by_path[PAGE]
    (root / block).write_text("Dua lagi.\n", encoding="utf-8")
    after = library.load(root, office.load(root)).by_path[PAGE]
    assert (before.text, after.text) == ("Satu.\n\nDua.\n\nTiga.\n", "Satu.\n\nDua lagi.\n\nTiga.\n")
    assert before.body == after.body == f'Satu.\n\n--8<-- "{block}"\n\nTiga.\n'
    assert before.hash != after.hash


def test_translations_are_pairs_with_addresses(make_repo: MakeRepo) -> None:
    words = load(
        make_repo,
        {
            "content/berita/2026/judul.md": news(),
            "content/berita/2026/judul.en.md": news("Population services open on Saturdays"),
            "content/halaman/tentang.md": news("Tentang pemerintah kota ini"),
            "content/halaman/tentang.en.md": news("About this city government"),
            "content/_bagian/kontak.md": "Bukan dokumen.\n",
        },
    )
    assert [(str(d.path), d.id, d.language, d.slug, d.url_path("id")) for d in words.documents] == [
        ("content/berita/2026/judul.en.md", "content/berita/2026/judul", "en", "judul", "en/berita/2026/judul/"),
        ("content/berita/2026/judul.md", "content/berita/2026/judul", "id", "judul", "berita/2026/judul/"),
        ("content/halaman/tentang.en.md", "content/halaman/tentang", "en", "tentang", "en/tentang/"),
        ("content/halaman/tentang.md", "content/halaman/tentang", "id", "tentang", "tentang/"),
    ]
    original = words.by_path[PAGE]
    translated = words.translation(original, "en")
    assert translated is not None
    assert words.translation(translated, "id") == original


def published(make_repo: MakeRepo, front: str) -> Document:
    words = news().replace("status: published\n", front)
    return load(make_repo, {str(PAGE): words}).by_path[PAGE]


@pytest.mark.parametrize(
    ("front", "moment", "public"),
    [
        ("status: published\n", "2026-11-19T23:59:59+07:00", False),
        ("status: published\n", "2026-11-20T00:00:00+07:00", True),
        ("status: published\n", "2026-11-19T17:00:00+00:00", True),
        ("status: draft\n", "2026-12-01T00:00:00+07:00", False),
        ("status: review\n", "2026-12-01T00:00:00+07:00", False),
        ("status: withdrawn\n", "2026-12-01T00:00:00+07:00", False),
        ("status: published\npublish_at: 2026-11-20T09:00:00+07:00\n", "2026-11-20T08:59:59+07:00", False),
        ("status: published\npublish_at: 2026-11-20T09:00:00+07:00\n", "2026-11-20T09:00:00+07:00", True),
        ("status: published\nexpires_at: 2026-12-01T00:00:00+07:00\n", "2026-11-30T23:59:59+07:00", True),
        ("status: published\nexpires_at: 2026-12-01T00:00:00+07:00\n", "2026-12-01T00:00:00+07:00", False),
        ("status: published\npenulis: Budi\n", "2026-12-01T00:00:00+07:00", False),
    ],
)
def test_the_one_gate(make_repo: MakeRepo, front: str, moment: str, *, public: bool) -> None:
    assert is_public(published(make_repo, front), datetime.fromisoformat(moment), ZONE) is public


def test_a_date_is_the_first_moment_of_the_day_in_the_offices_zone(make_repo: MakeRepo) -> None:
    document = published(make_repo, "status: published\n")
    assert public_since(document, ZONE) == datetime(2026, 11, 20, tzinfo=ZONE)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_of_every_kind_is_valid(make_repo: MakeRepo, kind: str, language: str) -> None:
    root = make_repo({})
    settings = office.load(root)
    path = new.create(root, settings, KINDS[kind], 'Jalan "Melati": dibuka, lagi!', language, date(2026, 11, 20))
    document = library.load(root, settings).by_path[path]
    assert document.problems == ()
    assert document.valid.title == 'Jalan "Melati": dibuka, lagi!'
    assert path.name == ("jalan-melati-dibuka-lagi.md" if language == "id" else "jalan-melati-dibuka-lagi.en.md")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Judul yang sama",
            "content/halaman/judul-yang-sama.md sudah ada. Buka berkas itu, atau pilih judul lain.",
        ),
        ("!!!", "Judul “!!!” tidak memuat huruf atau angka untuk nama berkas. Beri judul dengan kata-kata."),
    ],
    ids=["is there already", "no letters"],
)
def test_a_new_file_never_overwrites_and_needs_a_name(make_repo: MakeRepo, title: str, expected: str) -> None:
    root = make_repo({"content/halaman/judul-yang-sama.md": "tetap"})
    with pytest.raises(UsageError) as raised:
        new.create(root, office.load(root), KINDS["halaman"], title, "id", date(2026, 11, 20))
    assert raised.value.say("id") == expected
    assert (root / "content/halaman/judul-yang-sama.md").read_text(encoding="utf-8") == "tetap"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Jalan Dibuka!", "jalan-dibuka"),
        ("Café Ramah — Anak", "cafe-ramah-anak"),
        ("kata " * 20, "-".join(["kata"] * 12)),
        ("…", ""),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert new.slugify(title) == slug


def test_editors_are_told_the_offices_own_names(make_repo: MakeRepo) -> None:
    schema = kind_schema(KINDS["berita"], office.load(make_repo({})))
    assert (schema["title"], schema["description"]) == (
        "Berita",
        "Ada yang telah, sedang, atau akan terjadi: layanan, keputusan, peringatan.",
    )
    assert schema["properties"]["owner"] == {
        "description": "Sebutkan unit yang bertanggung jawab atas tulisan ini; daftarnya ada di office.yml.",
        "enum": ["kominfo"],
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "title": "Owner",
        "type": "string",
    }
    assert schema["properties"]["topics"]["items"]["enum"] == ["layanan-publik"]
    assert schema["required"] == ["title", "summary", "date", "owner", "topics", "class", "status", "review_by"]
    assert schema["additionalProperties"] is False
