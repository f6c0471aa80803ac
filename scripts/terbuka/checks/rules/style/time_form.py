"""Times of the day: pukul 08.00 WIB."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import own_words, prose
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.own_words import Words
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "time-form"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Times are written like pukul 08.00 WIB, and their zone is named.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Pukul", "Terbuka.PukulBentuk", "Terbuka.PukulMustahil", "Terbuka.PukulNol")

check_library = prose.findings_of(ID, CHECKS)

_TIME = re.compile(r"[Pp](?<!\w.)ukul \d{1,2}\.\d\d\b")
_ZONE = re.compile(r"\b(?:WIB|WITA|WIT|GMT|UTC)\b", re.I)
# What they may begin with stands first, because such expressions are found fastest.
_CLOCK = re.compile(r"[:0-9](?:(?<=:)[0-5]\d|(?<=[0-9]) ?[aApP]\.?[mM]\b)")

_COLON = re.compile(
    r"\d(?<![\w:.,/]\d)(?<![Pp]ukul \d)(?<!\b[Jj]am \d)(?<![Dd]urasi \d)(?<![Mm]enit \d)(?<![Ss]kor \d)"
    r"(?:(?<=[01])\d|(?<=2)[0-3])?:[0-5]\d(?![\w:/]|\.\d| ?[apAP]\.?[mM]\b| (?:WIB|WITA)\b)"
)
_HALF = re.compile(r"(\d(?<![\w.,]\d)\d?)(?:[.:](\d\d))? ?(?:([ap])\.m\.|([apAP])[mM]\b)")
_NOON = 12


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield times with a colon, and the first time of a document that names no zone at all."""
    del context
    if document.language != "id":
        return
    fields = list(own_words.fields(document))
    texts = [words for words in fields if _may_tell_time(words.text)]
    if _may_tell_time(document.body):
        texts.append(own_words.body(document))
    for words in texts:
        yield from (_colon(words, match) for match in _COLON.finditer(words.text))
        yield from (_half(words, match) for match in _HALF.finditer(words.text) if int(match[1]) <= _NOON)
    first = next(((words, match) for words in texts if (match := _TIME.search(words.text))), None)
    if (
        first
        and not _ZONE.search(document.text)
        and not any(_ZONE.search(words.text) for words in (*fields, *texts))
    ):
        yield _warning(
            first[0].place(first[1].start()),
            text("No time in this document says which zone it is in."),
            text("Write WIB, WITA or WIT behind it; one time is enough."),
        )


def _may_tell_time(words: str) -> bool:
    return "ukul " in words or _CLOCK.search(words) is not None


def _colon(words: Words, match: re.Match[str]) -> Finding:
    hour, _, minute = match[0].partition(":")
    return _warning(
        words.place(match.start()),
        text(
            "If “{time}” is a time of the day, it is written pukul {right}.",
            time=match[0],
            right=f"{int(hour):02}.{minute}",
        ),
        text("Write it with a full stop; say durasi or menit where it is a length of time."),
    )


def _half(words: Words, match: re.Match[str]) -> Finding:
    hour = int(match[1]) % _NOON + (_NOON if (match[3] or match[4]).lower() == "p" else 0)
    return _warning(
        words.place(match.start()),
        text("“{time}” is written pukul {right}.", time=match[0], right=f"{hour:02}.{match[2] or '00'}"),
        text("Count the hours of the day up to 24."),
    )


def _warning(place: Place, what: Text, to_do: Text) -> Finding:
    return Finding(ID, Severity.WARNING, place, what, to_do, SOURCE)
