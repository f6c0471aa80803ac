"""What the rules of law are built of: places in regulations, sentences, titles compared, the list of statutes, ranks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terbuka.checks import sentences
from terbuka.checks.citations import criminal, likeness, names, pinpoint, quotation, standing, statutes
from terbuka.checks.citations.reader import Reader
from terbuka.checks.citations.types import TYPES, Rank, rank_of
from terbuka.words import register
from terbuka.words.register import Register, Regulation

ROOT = Path(__file__).parents[2]
REGISTER = register.load(ROOT)
READER = Reader(REGISTER)


def places(words: str) -> list[tuple[str, str | None]]:
    """Each place in `words`, and the regulation that it belongs to."""
    cited = sorted((*READER.read(words), *names.find(words)), key=lambda item: item.start)
    return [
        (" ".join(f"{unit} {label}" for unit, label in place.steps), citation.words if citation else None)
        for group, citation in pinpoint.attach(words, pinpoint.groups(words), cited)
        for place in group.places
    ]


UU = "UU 14/2008"
PLACES = [
    ("Pasal 17 huruf h UU 14/2008", [("pasal 17 huruf h", UU)]),
    ("Pasal 22 ayat (7) huruf e UU 14/2008", [("pasal 22 ayat 7 huruf e", UU)]),
    ("Pasal 1 angka 2 dari UU 14/2008", [("pasal 1 angka 2", UU)]),
    ("UU 14/2008, Lampiran II butir 47", [("lampiran II butir 47", UU)]),
    ("Pasal 22 ayat (7) dan ayat (8) UU 14/2008", [("pasal 22 ayat 7", UU), ("pasal 22 ayat 8", UU)]),
    ("Pasal 45 ayat (1) dan (3) UU 14/2008", [("pasal 45 ayat 1", UU), ("pasal 45 ayat 3", UU)]),
    ("Pasal 9 ayat (4) dan Pasal 10 UU 14/2008", [("pasal 9 ayat 4", UU), ("pasal 10", UU)]),
    ("Pasal 35–37 UU 14/2008", [("pasal 35", UU), ("pasal 36", UU), ("pasal 37", UU)]),
    ("Pasal 5 sampai dengan Pasal 7 UU 14/2008", [("pasal 5", UU), ("pasal 6", UU), ("pasal 7", UU)]),
    ("Pasal 27A ayat (2) UU ITE", [("pasal 27A ayat 2", "UU ITE")]),
    ("Article 22 paragraph (7) of the Law Number 14 of 2008", [("pasal 22 ayat 7", "Law Number 14 of 2008")]),
    ("UU 14/2008 (Pasal 9) dan Pasal 10", [("pasal 9", UU), ("pasal 10", None)]),
    ("UU 14/2008 Pasal 9. Pasal 10 lain lagi.", [("pasal 9", UU), ("pasal 10", None)]),
    ("Pasal 27, 28, dan 29 hari", [("pasal 27", None), ("pasal 28", None)]),
    ("pasal berlapis dan 17 pasal lain", []),
]


@pytest.mark.parametrize(("words", "expected"), PLACES)
def test_a_place_and_its_regulation(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(words) == expected


def test_a_sentence_ends_where_people_think_it_does() -> None:
    words = "Menurut UU No. 14 Tahun 2008 jo. UU Baru. Lalu ini.\n\nAlinea\n- butir satu\n- butir dua"
    starts = sentences.starts(words)
    assert [words[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)] == [
        "Menurut UU No. 14 Tahun 2008 jo. UU Baru.",
        "Lalu ini.",
        "Alinea",
        "- butir satu",
        "- butir dua",
    ]


def test_a_sentence_without_end_is_looked_at_only_nearby() -> None:
    words = "kata " * 1000
    assert sentences.around(words, 2500, 2504, 600) == (1900, 3104)


QUOTED = [
    ('Ia berkata, "UU No 14"', True),
    ("Ia berkata, “UU No 14”", True),
    ("“Baik,” katanya. Lalu UU No 14", False),
    ("> UU No 14", True),
    ("Ini UU No 14", False),
]


@pytest.mark.parametrize(("words", "quoted"), QUOTED)
def test_what_is_quoted(words: str, *, quoted: bool) -> None:
    assert quotation.holds(words, words.index("UU No")) is quoted


EDITS = [
    ("abc", "abc", 0),
    ("keterbukan", "keterbukaan", 1),
    ("abc", "acb", 2),
    ("abc", "xyz", 3),
    ("a", "abcdef", 3),
]


@pytest.mark.parametrize(("one", "other", "expected"), EDITS)
def test_how_many_letters_differ(one: str, other: str, expected: int) -> None:
    assert likeness.edits(one, other, 2) == expected


def test_what_the_list_of_statutes_knows() -> None:
    known = statutes.load()
    assert known.title("UU", "14", 2008) == "KETERBUKAAN INFORMASI PUBLIK"
    assert (
        statutes.readable("PERUBAHAN ATAS UNDANG-UNDANG TENTANG PERS")
        == "Perubahan atas Undang-Undang tentang Pers"
    )
    assert known.title("UU", "99", 2009) is None
    assert known.title("UU", "9/X", 2009) is None
    assert known.last["UU", 2009] == 52
    assert [known.surely_none("UU", number, 2009) for number in ("52", "62", "63", "-")] == [
        False,
        False,
        True,
        False,
    ]
    assert not known.surely_none("UU", "999", 2020), "the list has gaps in that year"
    assert not known.surely_none("UU", "999", 2024), "the list ends before"


def test_every_law_of_our_register_that_the_list_should_hold_is_there() -> None:
    missing = [
        item.id
        for item in REGISTER.regulations
        if item.type in ("UU", "PP") and statutes.load().surely_none(item.type, item.number, item.year)
    ]
    assert missing == []


RANKS = [
    ("UU", Rank.LAW),
    ("Perppu", Rank.LAW),
    ("PP", Rank.GOVERNMENT),
    ("Perda", Rank.REGION),
    ("Permendagri", Rank.OTHER),
    ("Kepmendagri", Rank.POLICY),
    ("SE", Rank.POLICY),
    ("Inpres", Rank.POLICY),
    ("Peraturan BSSN", Rank.OTHER),
]


@pytest.mark.parametrize(("short", "rank"), RANKS)
def test_the_rank_of_a_type(short: str, rank: Rank) -> None:
    assert rank_of(short) is rank


def test_types_are_listed_in_order_and_once() -> None:
    assert [kind.short for kind in TYPES] == sorted({kind.short for kind in TYPES})


def entry(**values: object) -> Regulation:
    known: dict[str, object] = {
        "id": "uu-1-2001",
        "type": "UU",
        "type_full": "Undang-Undang",
        "number": "1",
        "year": 2001,
        "title": "Uji",
        "citation": "Undang-Undang Nomor 1 Tahun 2001 tentang Uji",
        "status": "dicabut",
        "confidence": "high",
        "status_confidence": "high",
        "source": "uji",
    }
    return Regulation.model_validate(known | values)


REVOKED = [
    ({"revoked_on": "2010-05-01"}, date(2010, 4, 30), False),
    ({"revoked_on": "2010-05-01"}, date(2010, 5, 1), True),
    ({"revoked_on": "2010"}, date(2010, 12, 31), False),
    ({"revoked_on": 2010}, date(2011, 1, 1), True),
    ({"revoked_by": "uu-2-2015"}, date(2015, 12, 31), False),
    ({"revoked_by": "uu-2-2015"}, date(2016, 1, 1), True),
    ({"status": "berlaku"}, date(2026, 1, 1), False),
]


@pytest.mark.parametrize(("values", "day", "expected"), REVOKED)
def test_when_a_regulation_is_gone(values: dict[str, object], day: date, *, expected: bool) -> None:
    gone = entry(**values)
    successor = entry(id="uu-2-2015", number="2", year=2015, status="berlaku")
    assert standing.revoked(gone, Register((gone, successor)), day) is expected


def test_old_numbers_of_the_criminal_code_never_name_their_own_new_article() -> None:
    assert all(old != moved.article for old, moved in criminal.MOVED.items())
