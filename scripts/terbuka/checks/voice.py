"""Whether words are the office's own assertion: not quoted, asked, denied, or shown to be false."""

from __future__ import annotations

import re
from collections.abc import Callable

from terbuka.checks import quotations, sentences

_DENIAL = re.compile(
    r"\b(?:tidak|tak|bukan|bukanlah|belum|tanpa|jangan|janganlah|dilarang|larangan|melarang|hindari|menghindari"
    r"|menolak|tiada|mustahil|never|not|no|nobody|none|cannot|without|avoid|don['’]t|doesn['’]t|won['’]t"
    r"|isn['’]t|can['’]t)\b(?! (?:hanya|saja|cuma|sekadar|sekedar|segan|ragu|main-main|only|just|merely)\b)",
    re.I,
)
_CLAUSE = re.compile(
    r"[,;:()\u2013\u2014]|\b(?:tetapi|namun|melainkan|sedangkan|padahal|but|however|while)\b", re.I
)
_BEFORE = 90
"""Characters before words in which a denial of them is looked for."""

_REFUTED = re.compile(
    r"\b(?:hoaks?|hoax(?:es)?|keliru|tidak (?:benar|betul|tepat)|bohong|kebohongan|palsu|menyesatkan"
    r"|disinformasi|misinformasi|modus|penipuan|penipu|mengaku|mengaku-ngaku|klaim(?:nya)?|mengeklaim|mengklaim"
    r"|diklaim|beredar|waspada(?:i|lah)?|jangan (?:mudah )?(?:percaya|tergiur|terpancing)|berhati-hati"
    r"|iming-iming|diiming-imingi|dijanjikan|menjanjikan|false|fake|misleading|untrue|not true|scam(?:mer)?s?"
    r"|rumou?rs?|claims?|claimed|claiming|beware)\b",
    re.I,
)
_MENTION = re.compile(
    r"\b(?:kata|istilah|frasa|ungkapan|sebutan|penulisan|makna|arti|the (?:word|term|phrase))\s+[\W_]{0,3}\Z", re.I
)


def said_in(words: str) -> Callable[[re.Match[str]], bool]:
    """Return `said` for the matches of an expression in `words`."""
    return lambda match: said(words, *match.span())


def stated_in(words: str) -> Callable[[re.Match[str]], bool]:
    """Return `stated` for the matches of an expression in `words`."""
    return lambda match: stated(words, *match.span())


def stated(words: str, start: int, end: int) -> bool:
    """Tell whether the office asserts ``words[start:end]``: it says so, and does not call it false."""
    return said(words, start, end) and not _REFUTED.search(sentences.at(words, start, end))


def said(words: str, start: int, end: int) -> bool:
    """Tell whether ``words[start:end]`` are the office's own: not quoted, denied, asked, or named as words."""
    if start in quotations.spans(words) or denied(words, start):
        return False
    named = _MENTION.search(words[max(0, start - 20) : start])
    return not named and not asked(sentences.at(words, start, end))


def denied(words: str, start: int) -> bool:
    """Tell whether the clause denies what stands at `start`: “belum pasti”, “tidak kami jamin”."""
    first, _ = sentences.around(words, start, start + 1)
    before = words[max(first, start - _BEFORE) : start]
    clause = _CLAUSE.split(before)[-1]
    return _DENIAL.search(clause) is not None


def asked(sentence: str) -> bool:
    """Tell whether a sentence is a question."""
    return sentence.rstrip(' \n\t"”’*_)|#').endswith("?")
