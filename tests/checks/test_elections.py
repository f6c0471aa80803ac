"""On which days the calendar of office.yml is minded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import check

from conftest import OFFICE, news
from terbuka import office
from terbuka.errors import OfficeError

MakeRepo = Callable[[dict[str, str]], Path]

CALENDAR = """\
calendar:
  - id: tenang
    name: {id: Masa tenang}
    kind: election-silence
    from: 2026-12-06
    until: 2026-12-08
    source: Keputusan KPU
"""
BODY = "Elektabilitas pasangan itu naik."


def found(make_repo: MakeRepo, document: str) -> int:
    """How much the rule finds in a document."""
    root = make_repo({"office.yml": OFFICE + CALENDAR, "content/berita/2026/a.md": document})
    return len(check(root, ["election-silence"]).findings)


@pytest.mark.parametrize(
    ("day", "findings"),
    [("2026-12-05", 0), ("2026-12-06", 1), ("2026-12-08", 1), ("2026-12-09", 0)],
)
def test_the_day_of_a_document(make_repo: MakeRepo, day: str, findings: int) -> None:
    assert found(make_repo, news(body=BODY).replace("date: 2026-11-20", f"date: {day}")) == findings


@pytest.mark.parametrize(
    ("moment", "findings"),
    [
        ("2026-12-05T16:59:59+00:00", 0),
        ("2026-12-05T17:00:00+00:00", 1),
        ("2026-12-08T23:59:59+07:00", 1),
        ("2026-12-09T00:00:00+07:00", 0),
    ],
)
@pytest.mark.parametrize("field", ["publish_at", "expires_at"])
def test_moments_are_those_of_the_office(make_repo: MakeRepo, field: str, moment: str, findings: int) -> None:
    document = news(body=BODY).replace("status:", f"{field}: {moment}\nstatus:")
    assert found(make_repo, document) == findings


def test_what_is_withdrawn_is_not_minded(make_repo: MakeRepo) -> None:
    document = news(body=BODY).replace("date: 2026-11-20", "date: 2026-12-07").replace("published", "withdrawn")
    assert found(make_repo, document) == 0


def test_an_embargo_counts_and_not_the_date_before_it(make_repo: MakeRepo) -> None:
    document = news(body=BODY).replace(
        "date: 2026-11-20", "date: 2026-12-07\npublish_at: 2026-12-10T08:00:00+07:00"
    )
    assert found(make_repo, document) == 0


def test_an_office_without_candidates_minds_no_names(make_repo: MakeRepo) -> None:
    document = news(body="Rina Kartika meninjau pasar.").replace("date: 2026-11-20", "date: 2026-12-07")
    assert found(make_repo, document) == 0


def test_a_period_ends_after_it_begins(make_repo: MakeRepo) -> None:
    wrong = CALENDAR.replace("until: 2026-12-08", "until: 2026-12-05")
    with pytest.raises(OfficeError) as error:
        office.load(make_repo({"office.yml": OFFICE + wrong}))
    assert error.value.say("id") == (
        "office.yml:23:5: “until” lebih awal daripada “from”. Betulkan; “terbuka schema” menerangkan isinya."
    )
