"""Number plates: a region's letters, up to four digits, up to three letters, and a word for a vehicle nearby."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.page import Page

# fmt: off
REGIONS = frozenset({
    "A", "AA", "AB", "AD", "AE", "AG", "B", "BA", "BB", "BD", "BE", "BG", "BH", "BK", "BL", "BM", "BN", "BP", "CC",
    "CD", "D", "DA", "DB", "DC", "DD", "DE", "DG", "DH", "DK", "DM", "DN", "DR", "DS", "DT", "E", "EA", "EB", "ED",
    "F", "G", "H", "K", "KB", "KH", "KT", "KU", "L", "M", "N", "P", "PA", "PB", "PG", "PS", "PT", "PY", "R", "S",
    "T", "W", "Z",
})
"""The letters that plates begin with."""

_UNITS = frozenset({
    "AH", "CC", "CM", "GB", "GHZ", "H", "HP", "HZ", "KB", "KG", "KM", "KVA", "KW", "KWH", "L", "M", "MB", "MG",
    "ML", "MM", "PC", "TB", "V", "VA", "W", "WIB", "WIT", "WP",
})
# fmt: on
"""What follows a number of another sort."""

_NUMBER = re.compile(r"(?P<number>[1-9]\d{0,3})[ \u00a0-]?(?P<rest>[A-Z]{1,3})(?![\w/-])")
_REGION = re.compile(r"(?:^|[^\w.,/&-])(?P<region>[A-Z]{1,2})[ \u00a0-]?\Z")
_REGION_LENGTH = 4
_NAMED = re.compile(
    r"(?<![^\W\d_])(?:(?:ber)?pe?lat(?: nomor)?|(?:ber)?nopol|nomor polisi"
    r"|(?:number|licen[cs]e) plate)(?![^\W\d_])",
    re.I,
)
_VEHICLE = re.compile(
    r"(?<![^\W\d_])(?:mobil|(?:sepeda )?motor|(?:ber)?kendaraan|(?:mini|micro|mikro)?bus|truk|angkot|taksi|pikap"
    r"|car|vehicle|truck|motorcycle)(?![^\W\d_])",
    re.I,
)
_WORDS = ("pelat", "plat ", "nopol", "nomor polisi", " motor", "kendaraan", " bus ", "truk", "angkot", "taksi",
          "pikap", " car ", "vehicle", "truck", "er plate", "se plate", "ce plate")  # fmt: skip
_BEFORE, _AFTER = 80, 40
_LONG_NUMBER = 3


def find(page: Page) -> Iterator[Found]:
    """Yield number plates: near a word for a plate, or with a longer build near a word for a vehicle."""
    for match in _NUMBER.finditer(page.text):
        before = page.text[max(0, match.start() - _REGION_LENGTH) : match.start()]
        region = _REGION.search(before)
        if not region or region["region"] not in REGIONS or match["rest"] in _UNITS:
            continue
        if not _names_vehicles(page.lower):
            return
        if _is_plate(page.text, match):
            start = match.start() - len(before) + region.start("region")
            yield Found(
                start, match.end(), re.sub("[ \u00a0-]", "", page.text[start : match.end()]).lower(), sure=False
            )


def _names_vehicles(lower: str) -> bool:
    return lower.count("mobil") > lower.count("mobile") or any(word in lower for word in _WORDS)


def _is_plate(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n\n")[2]
    after = text[match.end() : match.end() + _AFTER].partition("\n\n")[0]
    if _NAMED.search(before) or _NAMED.search(after):
        return True
    long = len(match["number"]) >= _LONG_NUMBER or len(match["number"]) > 1 < len(match["rest"])
    return long and bool(_VEHICLE.search(before) or _VEHICLE.search(after))
