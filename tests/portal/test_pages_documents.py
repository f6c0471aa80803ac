"""A document's own page: everything that its template shows, whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich_words import SUMMARY, WORDS, document, staged_pages
from small_site import NOW, open_site

from terbuka.errors import BuildError
from terbuka.portal.pages import documents
from terbuka.portal.site import Site
from terbuka.record.posted import Posted

MakeRepo = Callable[[dict[str, str]], Path]

POST = Posted(
    document="content/berita/2026/loket",
    language="id",
    account="mastodon",
    platform="mastodon",
    part=0,
    at=NOW.replace(day=20, hour=9, minute=5),
    url="https://sosial.uji.example/@uji/1",
    remote_id="1",
    digest="sha256:" + "ab" * 32,
)


@pytest.fixture
def site(make_repo: MakeRepo) -> Site:
    found, _ = open_site(make_repo(WORDS))
    return Site(found.root, found.office, found.documents, found.register, (POST,), found.now, found.base)


def test_a_news_post(site: Site) -> None:
    digest = next(d.hash for d in site.documents if str(d.path) == "content/berita/2026/loket.md")
    meta, body = staged_pages(site)["berita/2026/loket.md"]
    assert body == "Lihat [hak](../../kebijakan/hak.md).\n"
    assert meta == {
        "title": "Loket buka hari Sabtu",
        "description": SUMMARY,
        "language": "id",
        "template": "document.html",
        "section": "berita",
        "crumbs": [{"title": "Berita", "path": "berita/"}, {"title": "2026", "path": "berita/2026/"}],
        "alternates": [
            {"language": "id", "path": "berita/2026/loket/"},
            {"language": "en", "path": "en/berita/2026/loket/"},
        ],
        "searchable": True,
        "kind": "berita",
        "kind_name": "Berita",
        "date": {"iso": "2026-11-20", "words": "20 November 2026"},
        "location": "Kecamatan Uji",
        "unit": {"name": "Dinas Komunikasi", "email": "kominfo@uji.example"},
        "topics": [{"name": "Layanan publik", "path": "topik/layanan-publik/"}],
        "class": {
            "id": "berkala",
            "name": "Informasi berkala",
            "meaning": "Badan publik mengumumkannya paling lambat enam bulan sekali (Pasal 9 UU 14/2008).",
        },
        "sources": [
            {"title": "Laporan <i>triwulan</i>", "url": "", "date": "15 Oktober 2026", "archived": ""},
            {
                "title": "Peraturan",
                "url": "https://peraturan.bpk.go.id/",
                "date": "",
                "archived": "https://web.archive.org/web/20261015/https://peraturan.bpk.go.id/",
            },
        ],
        "image": {
            "path": "gambar/loket.png",
            "url": "https://uji.example/gambar/loket.png",
            "alt": "Warga dilayani di loket kelurahan",
            "caption": "",
            "credit": "Tim Uji",
            "licence": "CC BY 4.0",
        },
        "review_by": "20 Mei 2027",
        "cite": "Pemerintah Kota Uji, “Loket buka hari Sabtu”, 20 November 2026, "
        "https://uji.example/berita/2026/loket/",
        "mistake": "mailto:kominfo@uji.example?subject=Koreksi%3A%20Loket%20buka%20hari%20Sabtu"
        "&body=Halaman%3A%20https%3A//uji.example/berita/2026/loket/",
        "changes": [
            {"date": "22 November 2026", "note": "Salah ketik dibetulkan.", "readers": False},
            {"date": "21 November 2026", "note": "Jam layanan diperbaiki.", "readers": True},
        ],
        "posts": [
            {
                "platform": "Mastodon",
                "handle": "@uji@sosial.uji.example",
                "url": "https://sosial.uji.example/@uji/1",
                "at": "20 November 2026 pukul 09.05 WIB",
            }
        ],
        "modified": "2026-11-22",
        "hash": digest,
        "short_hash": digest[7:19],
    }


def test_a_clarification_and_its_claim_review(site: Site) -> None:
    meta, _ = staged_pages(site)["klarifikasi/gratis.md"]
    assert meta["clarification"] == {
        "fact": "Layanan kartu tanda penduduk tetap gratis.",
        "claim": "Klaim <b>keliru</b> </script><script>alert(2)</script> yang beredar",
        "rating": "Konten tiruan",
        "meaning": "Ada pihak yang mengaku sebagai instansi ini atau pegawainya.",
        "claim_date": "12 November 2026",
        "claim_channel": "grup percakapan",
        "advice": "Abaikan pesan itu dan tanyakan ke kantor kelurahan.",
        "evidence": [
            {
                "title": "Tangkapan layar pesan",
                "date": "12 November 2026",
                "archived": "arsip internal KU-1",
                "link": False,
            },
            {
                "title": "Salinan halaman",
                "date": "13 November 2026",
                "archived": "https://arsip.example/1",
                "link": True,
            },
        ],
    }
    assert meta["json_ld"] == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://uji.example/klarifikasi/gratis/",
        "inLanguage": "id",
        "datePublished": "2026-11-20",
        "author": {
            "@type": "GovernmentOrganization",
            "name": "Pemerintah Kota Uji",
            "url": "https://uji.example/",
        },
        "claimReviewed": "Klaim <b>keliru</b> </script><script>alert(2)</script> yang beredar",
        "itemReviewed": {
            "@type": "Claim",
            "datePublished": "2026-11-12",
            "appearance": [
                {"@type": "CreativeWork", "name": "Tangkapan layar pesan"},
                {"@type": "CreativeWork", "name": "Salinan halaman", "archivedAt": "https://arsip.example/1"},
            ],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": "Konten tiruan",
        },
    }


def test_a_campaign_shows_every_rupiah(site: Site) -> None:
    meta, _ = staged_pages(site)["kampanye/akun.md"]
    assert meta["campaign"] == {
        "goal": "Warga mengenali akun resmi kota.",
        "audience": "Warga Kota Uji",
        "period": "1 Oktober 2026 sampai 31 Desember 2026",
        "budget": "Rp10.000.000,00",
        "spent": "Rp4.000.000,00",
        "left": "Rp6.000.000,00",
        "share": 40,
        "share_words": "40 persen anggaran sudah terpakai.",
        "spending": [
            {
                "date": "5 Oktober 2026",
                "item": "Cetak selebaran",
                "payee": "CV Uji",
                "platform": "",
                "amount": "Rp2.500.000,00",
                "reference": "KU-1",
            },
            {
                "date": "6 Oktober 2026",
                "item": "Siaran",
                "payee": "Radio Uji",
                "platform": "radio",
                "amount": "Rp1.500.000,00",
                "reference": "KU-2",
            },
        ],
        "results": [{"measure": "Peserta kelas", "value": "1.318", "source": "Daftar hadir"}],
    }


def test_an_answer_says_how_often_it_was_asked(site: Site) -> None:
    meta, _ = staged_pages(site)["tanya-jawab/biaya.md"]
    assert meta["answer"] == {
        "question": "Berapa biaya membuat kartu tanda penduduk?",
        "asked": "Ditanyakan 1.250 orang sejak 1 Agustus 2026, melalui loket, layanan pengaduan LAPOR!.",
    }


def test_the_legal_basis_is_honest_about_its_status(site: Site) -> None:
    meta, _ = staged_pages(site)["kebijakan/hak.md"]
    assert meta["explainer"] == {"affects": "Semua warga kota.", "in_force_from": "30 April 2010"}
    assert meta["basis"] == [
        {
            "citation": "Undang-Undang Nomor 1 Tahun 2001 tentang Satu",
            "article": "Pasal 5",
            "status": "Berlaku dengan perubahan",
            "in_force": True,
            "notes": ["Diubah dengan UU 2/2002."],
        },
        {
            "citation": "Peraturan Pemerintah Nomor 3 Tahun 2003 tentang Tiga",
            "article": None,
            "status": "Status belum pasti",
            "in_force": False,
            "notes": [
                "Status ini belum kami pastikan. Periksa naskah resminya di peraturan.bpk.go.id "
                "sebelum Anda memakainya."
            ],
        },
        {
            "citation": "Peraturan Pemerintah Nomor 4 Tahun 2004 tentang Empat",
            "article": None,
            "status": "Sudah dicabut",
            "in_force": False,
            "notes": ["Dicabut dengan UU 2/2002."],
        },
        {
            "citation": "Perppu Nomor 5 Tahun 2005 tentang Lima",
            "article": None,
            "status": "Sudah menjadi undang-undang",
            "in_force": False,
            "notes": ["Ditetapkan menjadi undang-undang dengan UU 2/2002."],
        },
    ]


def test_a_standing_page_has_no_crumbs(site: Site) -> None:
    meta, _ = staged_pages(site)["kontak.md"]
    assert ("crumbs" in meta, meta["section"]) == (False, "kontak")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            document("Unit yang tidak dikenal").replace("owner: kominfo", "owner: kesehatan"),
            "content/berita/2026/uji.md:5:1: office.yml does not know “kesehatan”. "
            "Correct it, or add it to office.yml.",
        ),
        (
            document("Topik yang tidak dikenal").replace("[layanan-publik]", "[layanan-publik, cuaca]"),
            "content/berita/2026/uji.md:6:1: office.yml does not know “cuaca”. Correct it, or add it to office.yml.",
        ),
        (
            document("Peraturan yang tidak dikenal", "legal_basis: [uu-1-2001, uu-9-2099]\n"),
            "content/berita/2026/uji.md:10:26: The register does not know the regulation “uu-9-2099”. "
            "Correct the id, or add the regulation to policies/regulations.yml.",
        ),
    ],
)
def test_unknown_names_stop_the_build(make_repo: MakeRepo, words: str, expected: str) -> None:
    register = WORDS["policies/regulations.yml"]
    site, _ = open_site(make_repo({"policies/regulations.yml": register, "content/berita/2026/uji.md": words}))
    with pytest.raises(BuildError) as stopped:
        list(documents.files(site))
    assert str(stopped.value) == expected
