"""What the criminal code of 2023 took out of other statutes, and where old articles of the code went.

Source: UU 1/2023 Pasal 622 ayat (1), in force since 2 January 2026 (Pasal 624). UU 1/2026 may have changed the
detail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

IN_FORCE = date(2026, 1, 2)

Paragraphs = frozenset[str]

ALL: Paragraphs = frozenset()
"""Every paragraph of the article."""


def _articles(first: int, last: int) -> dict[str, Paragraphs]:
    return {str(number): ALL for number in range(first, last + 1)}


REVOKED: Mapping[tuple[str, str, int], Mapping[str, Paragraphs]] = MappingProxyType(
    {
        ("UU", "11", 2008): {
            "27": frozenset("13"),
            "28": frozenset("2"),
            "30": ALL,
            "31": frozenset("12"),
            "36": ALL,
            "45": frozenset("13"),
            "45A": frozenset("2"),
            "46": ALL,
            "47": ALL,
            "51": frozenset("2"),
        },
        ("UU", "13", 2006): {"37": ALL, "38": ALL, "39": ALL, "41": ALL},
        ("UU", "15", 2003): {"6": ALL, "7": ALL},
        ("UU", "18", 2012): {"136": ALL},
        ("UU", "20", 2003): {"69": ALL},
        ("UU", "21", 2007): {"2": ALL},
        ("UU", "23", 2002): {"81": frozenset("1"), "82": ALL},
        ("UU", "24", 2009): _articles(66, 71),
        ("UU", "26", 2000): {"8": ALL, "9": ALL, **_articles(36, 40)},
        ("UU", "31", 1999): {"2": frozenset("1"), "3": ALL, "5": ALL, "11": ALL, "13": ALL},
        ("UU", "35", 2009): _articles(111, 126),
        ("UU", "36", 2009): {"192": ALL, "194": ALL, "195": ALL},
        ("UU", "40", 2008): {"15": ALL, "17": ALL},
        ("UU", "44", 2008): {"29": ALL},
        ("UU", "6", 2011): {"120": frozenset("1")},
        ("UU", "7", 2011): {"36": frozenset("1234")},
        ("UU", "8", 2010): {"2": frozenset("1"), "3": ALL, "4": ALL, "5": ALL},
        ("UU", "9", 2013): {"4": ALL},
    }
)
"""Articles of statutes that otherwise stay in force, with their paragraphs."""

WHOLE = frozenset(
    {
        ("Perppu", "16", 1960),
        ("Perppu", "18", 1960),
        ("UU", "1", 1946),
        ("UU", "1", 1960),
        ("UU", "27", 1999),
        ("UU", "4", 1976),
        ("UU", "7", 1974),
        ("UU", "73", 1958),
    }
)
"""Statutes that were revoked as a whole."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An offence of the old code: what it is called, and its article in the new one."""

    topic: re.Pattern[str]
    article: str


def _moved(topic: str, article: str) -> Moved:
    return Moved(re.compile(topic, re.I), article)


MOVED: Mapping[str, Moved] = MappingProxyType(
    {
        "156": _moved(r"permusuhan|kebencian|golongan", "242"),
        "156A": _moved(r"penodaan|menodai|penistaan|agama", "300"),
        "160": _moved(r"penghasutan|menghasut|hasutan", "246"),
        "207": _moved(r"penghinaan|menghina|penguasa", "240"),
        "263": _moved(r"pemalsuan|memalsukan|surat palsu", "391"),
        "281": _moved(r"kesusilaan", "406"),
        "303": _moved(r"perjudian|berjudi|judi", "426"),
        "310": _moved(r"pencemaran|nama baik|defamation", "433"),
        "311": _moved(r"fitnah|memfitnah|slander", "434"),
        "315": _moved(r"penghinaan|menghina", "436"),
        "335": _moved(r"tidak menyenangkan|memaksa|paksaan", "448"),
        "338": _moved(r"pembunuhan|membunuh|murder", "458"),
        "340": _moved(r"pembunuhan|membunuh|murder", "459"),
        "351": _moved(r"penganiayaan|menganiaya|assault", "466"),
        "362": _moved(r"pencurian|mencuri|theft", "476"),
        "368": _moved(r"pemerasan|memeras|extortion", "482"),
        "369": _moved(r"pengancaman|mengancam", "483"),
        "372": _moved(r"penggelapan|menggelapkan|embezzle", "486"),
        "378": _moved(r"penipuan|menipu|fraud", "492"),
        "480": _moved(r"penadahan|penadah|menadah", "591"),
    }
)
"""Articles that people know by heart. The new code has the same numbers for other things, so the topic decides."""
