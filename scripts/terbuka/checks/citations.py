"""Where a text cites a regulation, and which one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from terbuka.words.register import Register

CORE: Mapping[str, str] = MappingProxyType(
    {
        "Undang-Undang": "UU",
        "Peraturan Pemerintah Pengganti Undang-Undang": "Perppu",
        "Peraturan Pemerintah": "PP",
        "Peraturan Presiden": "Perpres",
        "Instruksi Presiden": "Inpres",
        "Law": "UU",
        "Government Regulation in Lieu of Law": "Perppu",
        "Government Regulation": "PP",
        "Presidential Regulation": "Perpres",
        "Presidential Instruction": "Inpres",
    }
)
"""Full names in both languages; the register adds those of its own types."""

_NUMBER = r"(?P<number>\d[\w.]*(?:/[A-Z][\w.-]*)*(?:-[\w.]+)?)"
_LINK_TO_YEAR = r"(?:\s*/\s*|\s+(?:Tahun|Thn\.?|Th\.?|of)\s+)"


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation named by type, number and year.

    Attributes:
        start: the offset of its first character.
        end: the offset behind its last one.
        words: as written.
        type: the short type, such as ``UU``.
        number: such as ``14``.
        year: such as 2008.
    """

    start: int
    end: int
    words: str
    type: str
    number: str
    year: int


def find(words: str, register: Register) -> Iterator[Citation]:
    """Yield the citations in `words` whose type the register knows, in order.

    Understood are ``Undang-Undang Nomor 14 Tahun 2008``, ``UU 14/2008``, ``UU No. 14 Tahun 2008``,
    ``Law Number 14 of 2008`` and the like.
    """
    pattern, types = _grammar(tuple(sorted({(item.type, item.type_full) for item in register.regulations})))
    for match in pattern.finditer(words):
        kind = types[" ".join(match["type"].lower().split())]
        yield Citation(match.start(), match.end(), match[0], kind, match["number"], int(match["year"]))


@lru_cache(maxsize=4)
def _grammar(pairs: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    types = {full.lower(): short for full, short in CORE.items()} | {
        short.lower(): short for short in CORE.values()
    }
    for short, full in pairs:
        types |= {short.lower(): short, full.lower(): short}
    # Longest first, so that a Perppu is not taken for a PP.
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(types, key=len, reverse=True))
    numbered = r"(?:\s+(?:Republik\s+Indonesia|RI))?\s+(?:(?:Nomor|Number|No\.?)\s*)?"
    return re.compile(
        rf"(?<!\w)(?P<type>{names}){numbered}{_NUMBER}{_LINK_TO_YEAR}(?P<year>\d{{4}})(?!\d)", re.I
    ), types
