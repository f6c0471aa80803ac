"""Where the title of a regulation ends that stands behind “tentang”.

Nothing marks the end of a title in running text. Titles are written with capitals, joined by small words; so a
title goes on while capitals do, and small words only join what comes next.
"""

from __future__ import annotations

import re

from terbuka.checks.citations.citation import UNKNOWN

LONGEST = 700
"""Characters. The longest real titles, of revenue statutes that name all they amend, stay below."""

_ABOUT = re.compile(
    r"[*_]{0,2}(?:\]\([^()\s]{1,200}\))?[*_]{0,2}\s{0,3}(?:tentang|mengenai|on|concerning|regarding)\s{1,3}",
    re.I,
)
_TOKEN = re.compile(r"(\s+)?(\S+)")
_NEXT = re.compile(r"\s+(\S+)")
_BREAK = re.compile(r"\n\s*\n|\n\s*(?:[-*+|>#]|\d+[.)]|[a-z][.)])\s")
_JOINING = frozenset(
    {
        "agar",
        "akan",
        "antar",
        "antara",
        "atas",
        "atau",
        "ayat",
        "bagi",
        "beserta",
        "dalam",
        "dan",
        "dan/atau",
        "dari",
        "dengan",
        "di",
        "huruf",
        "angka",
        "kepada",
        "ke",
        "maupun",
        "melalui",
        "menjadi",
        "menurut",
        "nomor",
        "oleh",
        "pada",
        "para",
        "pasal",
        "sampai",
        "sebagai",
        "secara",
        "selama",
        "serta",
        "tahun",
        "tanpa",
        "tentang",
        "terhadap",
        "untuk",
        "yang",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "its",
        "of",
        "on",
        "or",
        "the",
        "their",
        "to",
        "with",
    }
)
_ADDS = frozenset(("dan", "serta", "atau", "dan/atau", "and", "or", "jo.", "juncto"))
_HEADS = re.compile(
    r"(?:Undang\s?[-–]\s?Undang|UU|Peraturan|Per(?:ppu|pres|da|men)\w*|PP|Keputusan|Ketetapan|Instruksi|Surat|Law"
    r"|Government|Presidential|Nomor|No\.)\b",
    re.I,
)
_PINPOINT = re.compile(r"(?:Pasal|Lampiran|Bab|Article)\s+[\dIVX]", re.I)
_LIST = re.compile(
    r"\s+(?:[A-Z][\w/-]*(?:\s+(?:[A-Z][\w/-]*|dan|untuk|di|atas|of|the)){0,8},\s+){0,8}"
    r"(?:[A-Z][\w/-]*(?:\s+[A-Z][\w/-]*){0,4},?\s+)?(?:dan|serta|atau|dan/atau|and)\s+[A-Z]"
)
_NUMBERED = re.compile(r"\S+(?:\s+\S+){0,8}?\s+(?:Nomor|No\.?|Number|\d)", re.I)
_ABBREVIATED = re.compile(r"[\"“(]?(?:PT|No|Tbk|jo|St|Dr|Ir|[A-Z])\.$")
_CLOSING = ".,;:!?\"”’')]}*_|"


def find(words: str, end: int) -> tuple[int, int]:
    """Return where the title begins and ends that follows a citation ending at `end`; -1, -1 without “tentang”."""
    about = _ABOUT.match(words, end)
    if about is None:
        return UNKNOWN, UNKNOWN
    start = about.end()
    stop = _end(words, start)
    while (
        stop > start
        and (words[stop - 1] in _CLOSING or words[stop - 1].isspace())
        and not _closes_own_bracket(words[start:stop])
    ):
        stop -= 1
    return (start, stop) if stop > start else (UNKNOWN, UNKNOWN)


def _closes_own_bracket(part: str) -> bool:
    return part.endswith(")") and part.count("(") == part.count(")")


def _end(words: str, start: int) -> int:
    """Walk from word to word until the title is over."""
    limit = min(len(words), start + LONGEST)
    small = words[start : start + 1].islower()
    at, before = start, ""
    while at < limit:
        token = _TOKEN.match(words, at, limit)
        if token is None:
            break
        gap, word = token[1] or "", token[2]
        if gap.count("\n") and _BREAK.match(words, token.start(), limit):
            break
        if at > start and not _goes_on(words, token, before, small=small):
            break
        at = token.end()
        if word[-1] in ";:" or word.endswith((");", "),")):
            break
        if word[-1] in ".!?" and not _ABBREVIATED.match(word) and _sentence_ends(words, at):
            break
        if word[-1] == "," and not _list_goes_on(words, at, small=small):
            break
        before = word.lower().rstrip(",")
    return at


def _goes_on(words: str, token: re.Match[str], before: str, *, small: bool) -> bool:
    """Tell whether `token` still belongs to the title; `before` is the word before it."""
    word, at = token[2], token.start(2)
    if word[0] == "(":
        return not _aside(words, at)
    if word in ("|", "–", "—"):
        return False
    if _HEADS.match(word) and before in _ADDS:
        return _heads_belong(words, at)
    if word[0].islower() and not small:
        return _joins(words, token)
    return not (small and _HEADS.match(word))


def _heads_belong(words: str, at: int) -> bool:
    """A regulation behind “dan” is a further citation, unless only its type is named: “dan Peraturan Lainnya”."""
    return _NUMBERED.match(words, at, at + 120) is None


def _joins(words: str, token: re.Match[str]) -> bool:
    """Tell whether a small word joins the title to more of it."""
    at, word = token.end(), token[2].lower()
    for _ in range(4):
        if word.rstrip(",") not in _JOINING:
            return False
        follows = _NEXT.match(words, at, at + 80)
        if follows is None:
            return False
        word, at, bare = follows[1].lower(), follows.end(), follows[1].lstrip("\"“'(")
        if bare and not bare[0].islower():
            return not (token[2] in _ADDS and _HEADS.match(bare) and not _heads_belong(words, follows.start(1)))
    return False


def _aside(words: str, at: int) -> bool:
    """Tell whether a bracket holds a gazette, a citation, a short name or a remark, not a part of the title."""
    close = words.find(")", at, at + 160)
    inside = words[at + 1 : close] if close > 0 else ""
    if not inside or inside[0].islower() or re.search(r"\d{4}|Lembaran|Tambahan|Berita\s+Negara", inside):
        return True
    return _HEADS.match(inside) is not None


def _sentence_ends(words: str, at: int) -> bool:
    follows = _NEXT.match(words, at, at + 80)
    return follows is None or not follows[1][0].islower()


def _list_goes_on(words: str, at: int, *, small: bool) -> bool:
    """Tell whether a title goes on behind a comma: if it lists, as in “Bendera, Bahasa, dan Lambang Negara”."""
    follows = _NEXT.match(words, at, at + 80)
    if small or follows is None or _HEADS.match(follows[1]) or _PINPOINT.match(words, follows.start(1)):
        return False
    if follows[1].isupper() and len(follows[1]) > 1:
        return True
    if follows[1] in ("dan", "serta", "and"):
        after = _NEXT.match(words, follows.end(), at + 120)
        return bool(after and after[1][0].isupper() and not _HEADS.match(after[1]))
    return _LIST.match(words, at, at + 200) is not None
