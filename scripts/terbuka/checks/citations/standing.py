"""Whether a regulation stood on a day, and whether a sentence itself says that it does not."""

from __future__ import annotations

import re
from datetime import date

from terbuka.checks import sentences
from terbuka.checks.citations.citation import Citation
from terbuka.checks.rule import Context
from terbuka.words.document import Document
from terbuka.words.register import Register, Regulation

IN_FORCE = frozenset({"berlaku", "berlaku_diubah"})
"""The statuses of what may be cited without a word."""

_SAYS_SO = re.compile(
    r"\b(?:dicabut|mencabut|pencabutan|diganti|mengganti|digantikan|menggantikan|pengganti(?:nya)?"
    r"|tidak (?:lagi )?berlaku|ditetapkan menjadi|dahulu|sebelumnya"
    r"|(?:yang|aturan|ketentuan|peraturan|undang-undang|KUHP|KUHAP) lama"
    r"|revoked|repealed|replace[ds]?|supersede[ds]?|former(?:ly)?|previous(?:ly)?|no longer in force)\b",
    re.I,
)
_HINTS = (
    *("cabut", "ganti", "berlaku", "ditetapkan", "dahulu", "sebelum", "lama"),
    *("revok", "repeal", "replac", "supersed", "former", "previous", "force"),
)
"""Parts of which one is in every sentence that says so; looking for them first is ten times as fast."""

_LAW_IN_LIEU = re.compile(r"Peraturan\s{1,3}Pemerintah\s{1,3}Pengganti\s{1,3}Undang", re.I)


def day_of(document: Document, context: Context) -> date:
    """Return the day that a document is judged by: its own; today for what has none."""
    return document.meta.date if document.meta else context.now.astimezone(context.office.zone).date()


def revoked(regulation: Regulation, register: Register, day: date) -> bool:
    """Tell whether `regulation` had surely been revoked on `day`; a year alone counts from its end.

    Where the register does not know when, the successor's year stands for it.
    """
    if regulation.status != "dicabut":
        return False
    on = str(regulation.revoked_on or "")
    successor = register.by_id.get(regulation.revoked_by or "")
    if not on and successor:
        on = str(successor.year)
    return str(day) >= on if len(on) == len("2026-01-02") else str(day.year) > on


def says_so(words: str, citation: Citation) -> bool:
    """Tell whether the sentence around `citation` says that it no longer holds."""
    first, last = sentences.around(words, citation.start, citation.end, sentences.OF_LAWS)
    near = words[first:last]
    lowered = near.lower()
    if not any(hint in lowered for hint in _HINTS):
        return False
    return _SAYS_SO.search(_LAW_IN_LIEU.sub("", near)) is not None


def name(regulation: Regulation) -> str:
    """Return what people call `regulation` for short."""
    return regulation.short or regulation.citation
