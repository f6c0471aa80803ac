"""Links between files become links between pages; what is not public is not linked; dead links stop the build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from small_site import open_site

from conftest import news
from terbuka.errors import BuildError
from terbuka.portal.links import files_of, staged_body, staged_file, staged_path

MakeRepo = Callable[[dict[str, str]], Path]

EXPLAINER = """\
---
title: Hak Anda atas informasi publik
summary: Setiap warga dapat meminta informasi dan menerima jawaban tertulis.
date: 2026-11-02
owner: kominfo
topics: [layanan-publik]
class: setiap-saat
status: published
review_by: 2027-05-02
legal_basis: [uu-14-2008]
affects: Semua warga yang meminta informasi.
---

Isi.
"""

OTHERS = {
    "content/berita/2026/lain.md": news("Berita lain yang sudah terbit"),
    "content/berita/2026/lain.en.md": news("Other news that is already out"),
    "content/berita/2026/besok.md": news("Berita yang baru terbit besok").replace("2026-11-20", "2026-11-23"),
    "content/halaman/kontak.md": news("Menghubungi Pemerintah Kota Uji"),
    "content/gambar/peta kota.png": "png",
    "content/lampiran/daftar.csv": "a,b",
    "policies/hak.md": EXPLAINER,
    "policies/lampiran.csv": "a,b",
}


def body_of(make_repo: MakeRepo, body: str, name: str = "content/berita/2026/uji.md") -> str:
    site, _ = open_site(make_repo({**OTHERS, name: news(body=body)}))
    return staged_body(site, site.by_path[PurePosixPath(name)])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[Lain](lain.md)", "[Lain](lain.md)\n"),
        ("[Lain](./lain.md#bagian-dua)", "[Lain](lain.md#bagian-dua)\n"),
        ("[Other](lain.en.md)", "[Other](../../en/berita/2026/lain.md)\n"),
        ("[Kontak](../../halaman/kontak.md)", "[Kontak](../../kontak.md)\n"),
        ("[Hak](../../../policies/hak.md)", "[Hak](../../kebijakan/hak.md)\n"),
        ("[Besok](besok.md) dan [lusa](besok.md#x)", "Besok dan lusa\n"),
        ("![Peta](../../gambar/peta%20kota.png 'Peta')", "![Peta](../../gambar/peta%20kota.png 'Peta')\n"),
        ("![Peta](<../../gambar/peta kota.png>)", "![Peta](../../gambar/peta%20kota.png)\n"),
        ("[Daftar](../../lampiran/daftar.csv)", "[Daftar](../../lampiran/daftar.csv)\n"),
        ("[Daftar](../../../policies/lampiran.csv)", "[Daftar](../../kebijakan/lampiran.csv)\n"),
        (
            "[![Peta](../../gambar/peta%20kota.png)](../../halaman/kontak.md)",
            "[![Peta](../../gambar/peta%20kota.png)](../../kontak.md)\n",
        ),
        ("[`terbuka new`](lain.md)", "[`terbuka new`](lain.md)\n"),
        ("`[x](tidak-ada.md)`", "`[x](tidak-ada.md)`\n"),
        ("```\n[x](tidak-ada.md)\n```", "```\n[x](tidak-ada.md)\n```\n"),
        ("Lihat [ini].\n\n[ini]: lain.en.md", "Lihat [ini].\n\n[ini]: ../../en/berita/2026/lain.md\n"),
        ("Kata[^1]\n\n[^1]: lain.md", "Kata[^1]\n\n[^1]: lain.md\n"),
        ("[Naik](#atas)", "[Naik](#atas)\n"),
        (
            "[A](https://a.example/x_(y)) <https://a.example/>",
            "[A](https://a.example/x_(y)) <https://a.example/>\n",
        ),
        ("[Surel](mailto:a@uji.example) [112](tel:112)", "[Surel](mailto:a@uji.example) [112](tel:112)\n"),
    ],
)
def test_links_lead_to_pages(make_repo: MakeRepo, body: str, expected: str) -> None:
    assert body_of(make_repo, body) == expected


def test_links_of_an_english_page_lead_out_of_its_folder(make_repo: MakeRepo) -> None:
    body = "[Other](lain.en.md) [Lain](lain.md) [Hak](../../../policies/hak.md)"
    assert body_of(make_repo, body, "content/berita/2026/uji.en.md") == (
        "[Other](lain.md) [Lain](../../../berita/2026/lain.md) [Hak](../../../kebijakan/hak.md)\n"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Satu\n\nDua [x](hilang.md)",
            "content/berita/2026/uji.md:14:9: The link “hilang.md” leads to no file. "
            "Correct the path; it counts from this document's folder.",
        ),
        (
            "[x](../../../office.yml)",
            "content/berita/2026/uji.md:12:5: The link “../../../office.yml” leads to no file. "
            "Correct the path; it counts from this document's folder.",
        ),
        (
            "[x](/berita/)",
            "content/berita/2026/uji.md:12:5: The link “/berita/” leads to no file. "
            "Correct the path; it counts from this document's folder.",
        ),
        (
            "[x](javascript:alert%281%29)",
            "content/berita/2026/uji.md:12:5: The link “javascript:alert%281%29” is not allowed. "
            "Begin it with https://, mailto: or tel:, or link to a file of the repository.",
        ),
        (
            "[a [b [c]]](JavaScript:x)",
            "content/berita/2026/uji.md:12:13: The link “JavaScript:x” is not allowed. "
            "Begin it with https://, mailto: or tel:, or link to a file of the repository.",
        ),
        (
            "[x]:\n  data:text/html,x",
            "content/berita/2026/uji.md:13:3: The link “data:text/html,x” is not allowed. "
            "Begin it with https://, mailto: or tel:, or link to a file of the repository.",
        ),
    ],
)
def test_a_dead_or_dangerous_link_stops_the_build(make_repo: MakeRepo, body: str, expected: str) -> None:
    with pytest.raises(BuildError) as stopped:
        body_of(make_repo, body)
    assert str(stopped.value) == expected


def test_a_link_out_of_the_repository_is_no_file(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({**OTHERS, "content/berita/2026/uji.md": news(body="[x](../../gambar/luar.png)")})
    (tmp_path / "rahasia.png").write_text("rahasia")
    (root / "content/gambar/luar.png").symlink_to(tmp_path / "rahasia.png")
    site, _ = open_site(root)
    with pytest.raises(BuildError, match=r"^content/berita/2026/uji\.md:12:5: The link"):
        staged_body(site, site.by_path[PurePosixPath("content/berita/2026/uji.md")])


def test_pictures_and_attachments_of_a_body(make_repo: MakeRepo) -> None:
    body = "![a](../../gambar/peta%20kota.png) [b](../../lampiran/daftar.csv) [c](lain.md) `![x](y.png)`"
    site, _ = open_site(make_repo({**OTHERS, "content/berita/2026/uji.md": news(body=body)}))
    found = files_of(site, site.by_path[PurePosixPath("content/berita/2026/uji.md")])
    assert [str(path) for path, _ in found] == ["content/gambar/peta kota.png", "content/lampiran/daftar.csv"]


def test_where_things_lie_in_the_staged_tree(make_repo: MakeRepo) -> None:
    site, _ = open_site(make_repo(OTHERS))
    assert [str(staged_path(document, "id")) for document in site.documents] == [
        "en/berita/2026/lain.md",
        "berita/2026/lain.md",
        "kontak.md",
        "kebijakan/hak.md",
    ]
    assert str(staged_file(PurePosixPath("content/gambar/a.png"))) == "gambar/a.png"
    assert str(staged_file(PurePosixPath("policies/a.csv"))) == "kebijakan/a.csv"
