"""Every page has a copy for programs, and the schema says what is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_site import open_site

from conftest import news
from terbuka.portal.pages import data
from terbuka.words.kinds.registry import KINDS

Repo = Callable[[dict[str, str]], Path]

CLARIFICATION = """\
---
title: Layanan kartu tanda penduduk tetap gratis
summary: Pesan berantai menyebut biaya layanan. Semua layanan kependudukan tidak dipungut biaya.
date: 2026-11-18
owner: kominfo
topics: [layanan-publik]
class: serta-merta
status: published
review_by: 2027-05-18
legal_basis: [uu-24-2013, {id: uu-25-2009, article: Pasal 15}]
social: {mastodon: "Draf yang belum terbit."}
claim: Layanan kartu tanda penduduk berbayar mulai bulan depan.
fact: Layanan kartu tanda penduduk tidak dipungut biaya.
rating: fabricated
claim_date: 2026-11-17
claim_channel: grup percakapan
evidence:
  - {title: Tangkapan layar pesan, archived: arsip internal, date: 2026-11-17}
advice: Jangan membayar siapa pun untuk layanan ini.
---

Layanan tetap gratis. <!-- allow: hoax-first because contoh --> Baca [jadwal](../berita/2026/jadwal.md).
"""

ENGLISH = news("Opening hours of this month", "Open on Saturdays.")
FILES = {
    "content/klarifikasi/gratis.md": CLARIFICATION,
    "content/berita/2026/jadwal.md": news("Jadwal layanan bulan ini"),
    "content/berita/2026/jadwal.en.md": ENGLISH,
    "content/berita/2026/draf.md": news("Berita yang masih draf").replace("published", "draft"),
}


def made(root: Path) -> dict[str, Any]:
    return {str(staged.path): json.loads(staged.content) for staged in data.files(open_site(root)[0])}


def test_a_page_says_everything_that_is_public(make_repo: Repo) -> None:
    root = make_repo(FILES)
    site = open_site(root)[0]
    assert made(root)["klarifikasi/gratis/index.json"] == {
        "$schema": "https://uji.example/data/schema.json",
        "id": "content/klarifikasi/gratis",
        "kind": "klarifikasi",
        "language": "id",
        "url": "https://uji.example/klarifikasi/gratis/",
        "data": "https://uji.example/klarifikasi/gratis/index.json",
        "hash": site.by_id["content/klarifikasi/gratis", "id"].hash,
        "title": "Layanan kartu tanda penduduk tetap gratis",
        "summary": "Pesan berantai menyebut biaya layanan. Semua layanan kependudukan tidak dipungut biaya.",
        "published": "2026-11-18T00:00:00+07:00",
        "updated": "2026-11-18T00:00:00+07:00",
        "source": "content/klarifikasi/gratis.md",
        "translations": [],
        "image": None,
        "fields": {
            "title": "Layanan kartu tanda penduduk tetap gratis",
            "summary": "Pesan berantai menyebut biaya layanan. Semua layanan kependudukan tidak dipungut biaya.",
            "date": "2026-11-18",
            "owner": "kominfo",
            "topics": ["layanan-publik"],
            "class": "serta-merta",
            "status": "published",
            "publish_at": None,
            "expires_at": None,
            "review_by": "2027-05-18",
            "legal_basis": ["uu-24-2013", {"id": "uu-25-2009", "article": "Pasal 15"}],
            "sources": [],
            "image": None,
            "hashtags": [],
            "changes": [],
            "claim": "Layanan kartu tanda penduduk berbayar mulai bulan depan.",
            "fact": "Layanan kartu tanda penduduk tidak dipungut biaya.",
            "rating": "fabricated",
            "claim_date": "2026-11-17",
            "claim_channel": "grup percakapan",
            "evidence": [{"title": "Tangkapan layar pesan", "archived": "arsip internal", "date": "2026-11-17"}],
            "advice": "Jangan membayar siapa pun untuk layanan ini.",
        },
        "text": "Layanan tetap gratis.  Baca [jadwal](https://uji.example/berita/2026/jadwal/).\n",
    }


def test_translations_know_each_other(make_repo: Repo) -> None:
    pages = made(make_repo(FILES))
    assert pages["berita/2026/jadwal/index.json"]["translations"] == [
        {
            "language": "en",
            "url": "https://uji.example/en/berita/2026/jadwal/",
            "data": "https://uji.example/en/berita/2026/jadwal/index.json",
        }
    ]
    assert [t["language"] for t in pages["en/berita/2026/jadwal/index.json"]["translations"]] == ["id"]


def test_the_list_has_every_public_document_and_no_other(make_repo: Repo) -> None:
    root = make_repo(FILES)
    pages = made(root)
    listing = pages["data/index.json"]
    assert [entry["data"] for entry in listing["documents"]] == [
        "https://uji.example/en/berita/2026/jadwal/index.json",
        "https://uji.example/berita/2026/jadwal/index.json",
        "https://uji.example/klarifikasi/gratis/index.json",
    ]
    assert listing["documents"][2] == {
        key: value
        for key, value in pages["klarifikasi/gratis/index.json"].items()
        if key not in ("$schema", "source", "translations", "image", "fields", "text")
    }
    assert {key: listing[key] for key in ("$schema", "office", "url")} == {
        "$schema": "https://uji.example/data/schema.json",
        "office": {"id": "Pemerintah Kota Uji", "en": "Uji City Government"},
        "url": "https://uji.example/",
    }


def test_the_schema_knows_every_kind_and_hides_what_is_not_public(make_repo: Repo) -> None:
    schema = made(make_repo({}))["data/schema.json"]
    assert schema["$id"] == "https://uji.example/data/schema.json"
    assert schema["$defs"]["page"]["properties"]["kind"] == {"enum": sorted(KINDS)}
    fields = {kind.id: schema["$defs"][kind.model.__name__]["properties"] for kind in KINDS.values()}
    assert {kind: sorted(set(fields[kind]) & {"title", "class", "social"}) for kind in fields} == {
        kind: ["class", "title"] for kind in KINDS
    }


def test_every_file_obeys_the_schema(make_repo: Repo) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="the Python package jsonschema is not installed")
    pages = made(make_repo(FILES))
    validator = jsonschema.Draft202012Validator(pages.pop("data/schema.json"))
    assert {path: [e.message for e in validator.iter_errors(page)] for path, page in pages.items()} == {
        path: [] for path in pages
    }
