"""The engine: which rules and files, stable order, rules that break, the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from checking import check, context_of

from conftest import news
from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family, Rule
from terbuka.checks.rules.privacy import mobile_number, nik
from terbuka.checks.run import Result, run
from terbuka.errors import Place, RuleBroken, ToolMissing, UsageError
from terbuka.text import Text, text
from terbuka.words.document import Document

MakeRepo = Callable[[dict[str, str]], Path]
A, B = "content/berita/2026/a.md", "content/berita/2026/b.md"
WARNING = text("warning")
PHONE = "Hubungi 081234567890."


@dataclass(frozen=True)
class Breaking:
    """A rule with a bug: it breaks at one file, after it has found something there."""

    ID: str = "rusak"
    FAMILY: Family = Family.LAW
    DEPENDS: Depends = Depends.DOCUMENT
    SUMMARY: Text = WARNING
    SOURCE: str = ""
    SEVERITY: Severity = Severity.ERROR

    def check_document(self, document: Document, context: Context) -> Iterable[Finding]:
        yield Finding(self.ID, self.SEVERITY, Place(document.path), WARNING, WARNING)
        if document.path == PurePosixPath(A):
            raise IndexError("tuple index out of range")

    def check_library(self, documents: tuple[Document, ...], context: Context) -> Iterable[Finding]:
        raise ToolMissing("Vale 3.17")


def spots(result: Result) -> list[tuple[str, str]]:
    return [(str(finding.place), finding.rule) for finding in result.findings]


def test_a_rule_that_breaks_hides_no_other_finding(make_repo: MakeRepo) -> None:
    here = context_of(make_repo({A: news(body=PHONE), B: news(body=PHONE)}))
    rules: dict[str, Rule] = {"rusak": Breaking(), "mobile-number": mobile_number}
    result = run(here.library.documents, here, rules)
    assert spots(result) == [(f"{A}:12:9", "mobile-number"), (f"{B}:1:1", "rusak"), (f"{B}:12:9", "mobile-number")]
    line = Breaking.check_document.__code__.co_firstlineno + 3
    assert [failure.say("id") for failure in result.broken] == [
        "Vale 3.17 belum terpasang atau versinya terlalu lama. Jalankan scripts/setup, lalu coba lagi.",
        f"{A}:1:1: Aturan “rusak” rusak di baris {line} berkas test_run.py: IndexError: tuple index out of range. "
        "Laporkan kepada pemelihara aturan itu; pemeriksaan ini belum lengkap.",
    ]
    assert [type(failure) for failure in result.broken] == [ToolMissing, RuleBroken]
    assert result.status == 3


def test_the_order_does_not_depend_on_the_order_of_rules_or_files(make_repo: MakeRepo) -> None:
    here = context_of(make_repo({A: news(body=f"NIK 3201081211900001\n\n{PHONE}"), B: news(body=PHONE)}))
    rules: dict[str, Rule] = {"mobile-number": mobile_number, "nik": nik}
    forward = run(here.library.documents, here, rules)
    backward = run(reversed(here.library.documents), here, dict(reversed(rules.items())))
    assert forward == backward
    assert spots(forward) == [
        (f"{A}:12:5", "nik"),
        (f"{A}:14:9", "mobile-number"),
        (f"{B}:12:9", "mobile-number"),
    ]


@pytest.mark.parametrize(
    ("body", "status"),
    [("Isi.", 0), ("Nomor 3201081211900001 saja.", 0), (PHONE, 1)],
    ids=["clean", "warning", "error"],
)
def test_the_exit_status(make_repo: MakeRepo, body: str, status: int) -> None:
    root = make_repo({A: news(body=body)})
    assert check(root, ["mobile-number", "nik"]).status == status


def test_only_some_files_but_all_are_known(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=f"{PHONE} Lihat [b](b.md)."), B: news(body=PHONE)})
    result = check(root, ["internal-link", "mobile-number"], [A])
    assert spots(result) == [(f"{A}:12:9", "mobile-number")]


def test_a_shared_block_is_checked_once_at_its_own_place(make_repo: MakeRepo) -> None:
    block = "content/_bagian/kontak.md"
    include = f'--8<-- "{block}"'
    root = make_repo({A: news(body=include), B: news(body=include), block: f"Satu.\n\n{PHONE}\n"})
    assert spots(check(root, ["mobile-number"])) == [(f"{block}:3:9", "mobile-number")]


@pytest.mark.parametrize(
    ("paths", "only", "expected"),
    [
        (
            [],
            ["gaya"],
            "Tidak ada aturan “gaya”. Perintah terbuka rules menampilkan semuanya.",
        ),
        (
            [],
            ["link-word"],
            "Tidak ada aturan “link-word”. Mungkin maksud Anda link-words / link-form; "
            "terbuka rules menampilkan semuanya.",
        ),
        (["content/hilang"], ["nik"], "content/hilang tidak ada. Periksa alamatnya, lalu coba lagi."),
    ],
    ids=["rule", "similar", "path"],
)
def test_what_does_not_exist(make_repo: MakeRepo, paths: list[str], only: list[str], expected: str) -> None:
    root = make_repo({A: news()})
    with pytest.raises(UsageError) as raised:
        check(root, only, paths)
    assert raised.value.say("id") == expected


def test_an_unreadable_file_is_told_once(make_repo: MakeRepo) -> None:
    root = make_repo({A: news()})
    (root / A).write_bytes(b"---\ncaf\xe9\n---\n")
    only = ["alt-text", "front-matter", "internal-link", "message-length", "mobile-number", "nik", "review-date"]
    assert spots(check(root, only)) == [(f"{A}:2:4", "front-matter")]


def test_a_rule_may_adopt_a_default(make_repo: MakeRepo) -> None:
    here = context_of(make_repo({A: news()}))
    document = here.library.documents[0]
    assert (*rule.nothing_in_document(document, here), *rule.nothing_in_library((document,), here)) == ()
