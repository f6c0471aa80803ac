"""Texts that make careless regular expressions crash or never end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"

PIECES = (
    "(", "[", "]", "![](", "[a](", "[[a]](b ", "`", "``` \n", "~~~\n", "<!--", "<!-- allow: ", "<!-- allow: nik karena ",
    "<", "<div ", '<img alt="', "<a href=", "<table><tr>", "&amp", " ", "    ", "\t", "\n", " \n", "\n\n", "\\", "|",
    "| a |\n|---|\n", "# ", "#", "## a\n", "- ", "> ", "1. ", "!!! a\n    b\n", "[a]: b\n", "[^a]", '--8<-- "a"\n', "---\n",
    "*", "_", "**a", "“", "”", '"', "'", ".", ". ", ", ", "…", "-", "–", "a-a-", "a.a.", "a,a,", "a a ", "A ", "Aa ", "AB ",
    "1", "1.", "1.1.1.1", "1,1", "1/1/", "12 ", "1-", "08", "0812", "+62 ", "3201081211900001", "3201 0812 ", "4111",
    "@", "a@", "a@a.", "#Tagar", "#a", "https://", "https://a.", "http://a/?a=", "www.", "data:", "é́", "👍🏽", "👨‍👩‍👧", "\u202e",
    "\u200b", "\ufeff", "\x0b", "\x00", "ß", "İ", "di ", "ke-", "Rp1.", "Rp ", "pukul 08.00–", "jam 8:", "22 November ",
    "Pasal 1 ", "Pasal 1 ayat (", "ayat (1) huruf a ", "UU Nomor 1 Tahun ", "Undang-Undang ", "Peraturan Menteri A ",
    "Nomor 1 Tahun 2020 tentang ", "Peraturan ", "tentang ", "pasti ", "dijamin ", "tersangka ", "pelaku ", "RAHASIA ",
    "50% ", "NIK ", "rekening ", "klik ", "di sini ", "selengkapnya: ", "Dr. ", "S.H., ", "The ", "the a of ", "Hoaks: ", "3201081211900001 ",
    "081234567890 ", "warga@gmail.com ", "UU Nomor 14 Tahun 2008 ", "Pasal 1 ayat (2) huruf a ", "![](a.png) ", "[klik di sini](a.md) ",
    "http://bit.ly/a ", "Pelaku bernama Budi Contoh. ", "Kami pasti menang. ", "50% warga setuju. ", "**Judul**\n\n", "### a\n",
)  # fmt: skip
"""Every text is one of these, again and again: what expressions are made of, openings without their ends."""


def guilty_lines() -> Iterator[str]:
    """Lines of the samples, in which rules find something."""
    for path in sorted(SAMPLES.rglob("*.md")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if "{" in line and ":" not in line[:20]:
                yield line + " "


def texts(size: int) -> Iterator[str]:
    """Texts of about `size` characters; none of them ends as it began."""
    for piece in PIECES:
        yield piece * (size // len(piece)) + "!"
