"""``terbuka readability`` from outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from command_line import terbuka

from conftest import news

MakeRepo = Callable[[dict[str, str]], Path]


def test_the_table(make_repo: MakeRepo) -> None:
    files = {f"content/berita/2026/a{number}.md": news(body="Loket buka hari ini. " * 30) for number in range(10)}
    files["content/berita/2026/sulit.md"] = news(body="Penyelenggaraan pelayanan kependudukan dilaksanakan. " * 30)
    root = make_repo(
        files | {"content/halaman/tentang.md": news(), "content/halaman/lagi.md": news(body="Kami ada. " * 60)}
    )
    status, output, told = terbuka(
        root, "readability", "content/halaman", "content/berita/2026/sulit.md", NO_COLOR="1"
    )
    assert (status, output, told) == (
        0,
        "Dari yang paling sulit ke yang paling mudah                                           \n"
        "┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━┳━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━━━━━┓\n"
        "┃ Dokumen                      ┃ LIX ┃ Kata per kalimat ┃ Kata panjang ┃ Lebih mudah ┃\n"
        "┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━╇━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━━━━━┩\n"
        "│ content/berita/2026/sulit.md │ 104 │ 4                │ 100          │ 100         │\n"
        "│ content/halaman/lagi.md      │ 2   │ 2                │ 0            │ 0*          │\n"
        "└──────────────────────────────┴─────┴──────────────────┴──────────────┴─────────────┘\n",
        "Kata panjang dan tulisan yang lebih mudah: dari 100; * dari semua jenis karena yang sejenis terlalu sedikit.\n"
        "1 tulisan yang kurang dari 100 kata tidak dinilai.\n",
    )


def test_a_path_that_does_not_exist(make_repo: MakeRepo) -> None:
    assert terbuka(make_repo({}), "readability", "content/x.md") == (
        2,
        "",
        "Galat: content/x.md tidak ada. Periksa alamatnya, lalu coba lagi.\n",
    )
