"""Statutes that people know by a name: ``UU ITE``, ``KUHP``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from terbuka.checks.citations.citation import Citation
from terbuka.checks.vocabulary import mentions

CODE = "KUHP"
PROCEDURE = "KUHAP"

NAMES: Mapping[str, tuple[str, str, int]] = MappingProxyType(
    {
        "KUHAP": (PROCEDURE, "", 0),
        "KUHP": (CODE, "", 0),
        "Kitab Undang-Undang Hukum Acara Pidana": (PROCEDURE, "", 0),
        "Kitab Undang-Undang Hukum Pidana": (CODE, "", 0),
        "UU ITE": ("UU", "11", 2008),
        "UU KIP": ("UU", "14", 2008),
        "UU Keterbukaan Informasi Publik": ("UU", "14", 2008),
        "UU Narkotika": ("UU", "35", 2009),
        "UU PDP": ("UU", "27", 2022),
        "UU Pelayanan Publik": ("UU", "25", 2009),
        "UU Pelindungan Data Pribadi": ("UU", "27", 2022),
        "UU Pers": ("UU", "40", 1999),
        "UU TPPO": ("UU", "21", 2007),
        "UU TPPU": ("UU", "8", 2010),
        "UU Tipikor": ("UU", "31", 1999),
        "Undang-Undang Informasi dan Transaksi Elektronik": ("UU", "11", 2008),
    }
)
"""Names that mean one statute, whatever the year; which of the two criminal codes is meant only the text can tell.
``UU ASN`` is not here: there have been two."""

_TRIGGERS = frozenset({"kuhap", "kuhp", "uu", "undang"})
_NAME = re.compile(
    r"(?<![\w-])(?P<name>"
    + "|".join(
        re.escape(name).replace(r"\ ", r"\s{1,3}").replace("Undang\\-Undang", "Undang\\s?[-–]\\s?[Uu]ndang")
        for name in sorted(NAMES, key=len, reverse=True)
    )
    + r")(?![\w-])"
)


@lru_cache(maxsize=64)
def find(words: str) -> tuple[Citation, ...]:
    """Return where `words` names a statute by such a name, as citations with its type, number and year."""
    if not mentions(words, _TRIGGERS):
        return ()
    return tuple(_named(match) for match in _NAME.finditer(words))


def _named(match: re.Match[str]) -> Citation:
    plain = re.sub(r"\s?[-–]\s?[Uu]ndang", "-Undang", " ".join(match[0].split()))
    kind, number, year = NAMES[plain]
    return Citation(match.start(), match.end(), match[0], match[0], "", kind, number, year, "", "")
