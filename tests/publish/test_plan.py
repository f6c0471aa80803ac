"""What is due, and why the rest is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from conftest import news
from terbuka import office
from terbuka.publish.plan import Desk, Plan, by_reason, plan
from terbuka.record.chain import extend
from terbuka.record.entry import Fact, Subject
from terbuka.record.outbox import fold
from terbuka.words import library

MakeRepo = Callable[[dict[str, str]], Path]
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
NAME = "content/berita/2026/sabtu.md"


def made(root: Path, *facts: Fact, now: datetime = NOW) -> Plan:
    settings = office.load(root)
    states = fold(extend((), facts))
    return plan(Desk(settings, library.load(root, settings), states, now, now, "ini", settings.base))


def fact(root: Path, kind: str, account: str = "mastodon", **more: object) -> Fact:
    settings = office.load(root)
    (document,) = library.load(root, settings).documents
    return Fact.model_validate(
        {
            "kind": kind,
            "at": NOW - timedelta(minutes=5),
            "run": "lain",
            "subject": Subject(document=document.id, language="id", account=account, part=0),
            "platform": account,
            "digest": document.hash,
            "token": "k7m2p9xq",
            **more,
        }
    )


def due(found: Plan) -> list[tuple[str, bool]]:
    return [(one.message.account.id, one.doubtful) for one in found.due]


def held(found: Plan) -> list[tuple[str | None, str]]:
    return [(one.account, one.why.say("en")) for one in found.held]


ALL = [("mastodon", False), ("bluesky", False), ("telegram", False)]


def test_a_new_document_is_due_everywhere(make_repo: MakeRepo) -> None:
    found = made(make_repo({NAME: news()}))
    assert (due(found), held(found)) == (ALL, [])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("status: draft", "Its status is draft, not published."),
        ("status: withdrawn", "Its status is withdrawn, not published."),
        (
            "status: published\npublish_at: 2026-11-20T12:00:01+07:00",
            "It is under embargo until 2026-11-20 12.00 WIB.",
        ),
        ("status: published\nexpires_at: 2026-11-20T12:00:00+07:00", "It expired; it is no longer shown."),
    ],
    ids=["draft", "withdrawn", "embargo", "expired"],
)
def test_what_nobody_may_see_is_not_due(make_repo: MakeRepo, change: str, why: str) -> None:
    found = made(make_repo({NAME: news().replace("status: published", change)}))
    assert (due(found), held(found)) == ([], [(None, why)])


def test_an_embargo_ends_to_the_second(make_repo: MakeRepo) -> None:
    root = make_repo(
        {NAME: news().replace("status: published", "status: published\npublish_at: 2026-11-20T12:00:00+07:00")}
    )
    assert due(made(root)) == ALL


def test_old_news_is_no_news(make_repo: MakeRepo) -> None:
    found = made(make_repo({NAME: news()}), now=NOW + timedelta(days=7))
    why = "It became public more than 7 days ago; it is no news any more."
    assert (due(found), held(found)) == ([], [(name, why) for name, _ in ALL])
    assert by_reason(found.held) == {(PurePosixPath(NAME), found.held[0].why): ("mastodon", "bluesky", "telegram")}


def test_what_the_record_says_decides(make_repo: MakeRepo) -> None:
    root = make_repo({NAME: news()})
    armed = fact(root, "armed", lease_until=NOW + timedelta(minutes=5))
    cases = [
        ([armed], None, "Another publisher is sending it; its lease ends at 2026-11-20 12.05 WIB."),
        ([fact(root, "armed", lease_until=NOW - timedelta(seconds=1))], True, None),
        ([armed, fact(root, "unknown", reason="hilang")], True, None),
        ([armed, fact(root, "confirmed", remote_id="1", url="https://x.example/1")], None, "It is live."),
        ([armed, fact(root, "reconciled", outcome="found", remote_id="1")], None, "It is live."),
        ([armed, fact(root, "reconciled", outcome="absent")], False, None),
        (
            [armed, fact(root, "rejected", reason="Terlalu panjang.")],
            None,
            "The platform refused it: Terlalu panjang. Change the text to try again.",
        ),
        ([armed, fact(root, "rejected", reason="Terlalu panjang.", digest="sha256:lama")], False, None),
        (
            [armed, fact(root, "rejected", reason="Nanti.", retry_at=NOW + timedelta(hours=1))],
            None,
            "The platform asks us to wait until 2026-11-20 13.00 WIB.",
        ),
        ([armed, fact(root, "rejected", reason="Nanti.", retry_at=NOW)], False, None),
    ]
    for facts, doubtful, why in cases:
        found = made(root, *facts)
        assert dict(due(found)).get("mastodon") is doubtful, facts[-1].kind
        assert dict(held(found)).get("mastodon") == why, facts[-1].kind


def test_what_is_in_doubt_is_settled_however_old_it_is(make_repo: MakeRepo) -> None:
    root = make_repo({NAME: news()})
    found = made(root, fact(root, "unknown", reason="hilang"), now=NOW + timedelta(days=30))
    assert due(found) == [("mastodon", True)]
