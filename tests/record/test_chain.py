"""The chain of the record: canonical, linked, and honest about where it is broken."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from terbuka.errors import LedgerError
from terbuka.record import chain
from terbuka.record.entry import Fact, Subject

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def fact(part: int = 0, kind: str = "armed", **more: object) -> Fact:
    return Fact.model_validate(
        {
            "kind": kind,
            "at": AT,
            "run": "uji",
            "subject": Subject(document="content/berita/2026/uji", language="id", account="mastodon", part=part),
            "platform": "mastodon",
            "digest": "sha256:" + "a" * 64,
            "token": "k7m2p9xq",
            **more,
        }
    )


def test_an_entry_is_one_line_of_canonical_json() -> None:
    (entry,) = chain.extend((), [fact(reason="Jawaban hilang – “502”")])
    assert entry.line().decode() == (
        '{"at":"2026-11-20T02:00:00+00:00","digest":"sha256:'
        + "a" * 64
        + '","kind":"armed","platform":"mastodon",'
        '"prev":"sha256:' + "0" * 64 + '","reason":"Jawaban hilang – “502”","run":"uji","seq":1,"subject":'
        '{"account":"mastodon","document":"content/berita/2026/uji","language":"id","part":0},"token":"k7m2p9xq"}'
    )


def test_what_is_written_is_what_is_read() -> None:
    entries = chain.extend((), [fact(0), fact(1), fact(0, "confirmed", remote_id="1", url="https://x.example/1")])
    assert chain.read(chain.dump(entries)) == entries
    assert chain.read(b"") == ()


LINES = chain.dump(chain.extend((), [fact(0), fact(1), fact(2)])).splitlines(keepends=True)
HINT = "Compare the branch with a copy from before; nothing is sent while the record is broken."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            LINES[0] + LINES[1].replace(b'"part":1', b'"part":7') + LINES[2],
            f"ledger.jsonl:3:1: The hash of the entry before does not fit; one of the two was changed. {HINT}",
        ),
        (
            LINES[0] + LINES[2],
            f"ledger.jsonl:2:1: The entry says it is number 3; entries are missing or moved. {HINT}",
        ),
        (LINES[0] + b"halo\n", f"ledger.jsonl:2:1: This line is not an entry. {HINT}"),
        (LINES[0] + LINES[1][:-9], f"ledger.jsonl:2:1: The last line is not whole. {HINT}"),
        (
            LINES[0].replace(b'{"at"', b'{ "at"'),
            f"ledger.jsonl:1:1: The entry is not in canonical form; it was written by hand. {HINT}",
        ),
        (LINES[0] + LINES[1] + b"\n" + LINES[2], f"ledger.jsonl:3:1: This line is not an entry. {HINT}"),
    ],
    ids=["changed", "missing", "not-json", "cut", "by-hand", "empty-line"],
)
def test_the_first_broken_entry_is_named(data: bytes, message: str) -> None:
    with pytest.raises(LedgerError) as error:
        chain.read(data)
    assert error.value.say("en") == message
