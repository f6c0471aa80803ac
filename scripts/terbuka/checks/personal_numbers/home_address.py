"""Addresses of homes: where somebody is said to live, and columns of addresses beside names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.page import Page

_ADDRESS = re.compile(
    r"[RJGDPKB](?<!\w.)(?:(?<=R)(?:T[ .]{0,2}\d{1,3} ?[/,]? ?RW[ .]{0,2}\d{1,3})(?!\d)"
    r"|(?<!R)(?:l\.|ln\.?|alan|ang|g\.|usun|erumahan|ompleks|lok) [^.\n|]{1,60}?"
    r"(?:(?<!\w)(?:No\.? ?|Nomor |Blok )[A-Z]{0,2}[-/]?\d{1,4}|RT[ .]{0,2}\d{1,3}))"
)
_LIVES = re.compile(
    r"(?<!\w)(?:(?:ber(?:tempat )?)?tinggal(?:nya)? di|(?:ber)?domisili(?:nya)?|kediaman(?:nya)?|rumahnya"
    r"|rumah (?:duka|warga|korban|pelaku|tersangka|pemohon|penerima|milik|bapak|ibu|pak|bu)"
    r"|alamat (?:rumah|tinggal|pemohon|korban|pelapor|penerima|KTP)|lives? at|home address)(?!\w)",
    re.I,
)
_PERSON = re.compile(
    r"\W*nama(?: lengkap| warga| penerima(?: bantuan)?| pemohon| siswa| peserta| korban| ketua| pemilik)?\W*", re.I
)
_WHERE = re.compile(r"\W*(?:alamat(?: rumah| tinggal| lengkap| KTP| domisili)?|domisili|tempat tinggal)\W*", re.I)
_SIGNS = ("RT", "Jl", "Jalan", "Gang", "Gg.", "Dusun", "Perumahan", "Kompleks", "Blok")
_BEFORE = 80


def find(page: Page) -> Iterator[Found]:
    """Yield addresses down to the house or the neighbourhood (RT) that are somebody's home."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for match in _ADDRESS.finditer(page.text):
        if _is_home(page, match.start()):
            yield Found(match.start(), match.end(), " ".join(match[0].lower().split()), sure=False)


def _is_home(page: Page, start: int) -> bool:
    head, column = page.head(start)
    if head:
        named = any(_PERSON.fullmatch(cell) for cell in head)
        return named and column < len(head) and _WHERE.fullmatch(head[column]) is not None
    before = page.text[max(0, start - _BEFORE) : start].rpartition("\n\n")[2]
    return _LIVES.search(before) is not None
