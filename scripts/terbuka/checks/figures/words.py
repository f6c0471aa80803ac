"""Numbers that are written as words, in Indonesian and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

UNITS: Mapping[str, Mapping[str, int]] = {
    "id": {
        **dict.fromkeys(("satu", "sekali", "pertama", "kesatu"), 1),
        **{"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9},
        **{"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kedelapan": 8},
        **{"kesembilan": 9, "kesepuluh": 10, "kesebelas": 11, "sepuluh": 10, "sebelas": 11},
        **{"seratus": 100, "seribu": 1000, "sejuta": 1_000_000},
    },
    "en": {
        **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
        **{"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
        **{"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
        **{"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "once": 1, "twice": 2, "both": 2},
        **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
        **{"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12},
    },
}

NO_COUNT: Mapping[str, tuple[str, ...]] = {
    "id": ("satu", "sekali", "pertama", "ke"),
    "en": (
        *("one", "once", "twice", "both", "first", "second", "third", "fourth", "fifth"),
        *("sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    ),
}
"""How words begin that are numbers and seldom count."""

SCALES: Mapping[str, Mapping[str, int]] = {
    "id": {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
}
"""Words that multiply all that stands before them, also digits."""

_TIMES: Mapping[str, Mapping[str, int]] = {"id": {"puluh": 10, "ratus": 100}, "en": {"hundred": 100}}
"""Words that multiply the unit before them."""

_TEEN = "belas"

MONTHS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ),
    "en": (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
}


def month(name: str, language: str) -> int:
    """Return the number of a month, from its name or the first three letters; 0 for another word."""
    names = (known[:3] for known in MONTHS[language])
    return next((index for index, start in enumerate(names, start=1) if name[:3].lower() == start), 0)


def pattern(language: str) -> str:
    """Return an expression for a number in words, in small letters."""
    units = "|".join(sorted(UNITS[language], key=len, reverse=True))
    more = "|".join([*_TIMES[language], *SCALES[language], *([_TEEN] if language == "id" else [])])
    glue = r"(?:[ \n-]|[ \n]and[ \n])" if language == "en" else r"[ \n]"
    return rf"(?:{units})(?:{glue}(?:{units}|{more})){{0,12}}"


def counts(words: str, language: str) -> bool:
    """Tell whether `words` say how many; “satu”, “kedua” and “first” mostly do not."""
    return not words.startswith(NO_COUNT[language])


def value(words: str, language: str) -> Decimal:
    """Return the number that `words`, which `pattern` has matched, stand for."""
    total = current = unit = 0
    for word in re.split(r"[\s-]+", words):
        if word in UNITS[language]:
            current, unit = current + unit, UNITS[language][word]
        elif word == _TEEN:
            current, unit = current + unit + 10, 0
        elif word in _TIMES[language]:
            current, unit = current + unit * _TIMES[language][word], 0
        elif word in SCALES[language]:
            total, current, unit = total + (current + unit) * SCALES[language][word], 0, 0
    return Decimal(total + current + unit)
