"""What is kept between runs is what would be found again: whole findings, for the same words and rules only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pytest
from checking import context_of

from conftest import news
from terbuka.checks import kept
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.kept import Kept
from terbuka.checks.rule import Context, Depends, Family, Rule
from terbuka.checks.run import Result, run
from terbuka.checks.store import Shelf, Store
from terbuka.errors import Place, ToolMissing
from terbuka.text import Text, quoted, text
from terbuka.words.document import Document

MakeRepo = Callable[[dict[str, str]], Path]
A, B = "content/berita/2026/a.md", "content/berita/2026/b.md"
WARNING = text("warning")


@dataclass(frozen=True)
class Counting:
    """A rule that finds every document, and remembers which it was asked about."""

    DEPENDS: Depends
    asked: list[str] = field(default_factory=list)
    ID: str = "hitung"
    FAMILY: Family = Family.LAW
    SUMMARY: Text = WARNING
    SOURCE: str = ""
    SEVERITY: Severity = Severity.ERROR

    def check_document(self, document: Document, context: Context) -> Iterable[Finding]:
        self.asked.append(document.path.name)
        yield Finding(self.ID, self.SEVERITY, Place(document.path, 12), WARNING, WARNING)

    def check_library(self, documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
        self.asked.append(f"{len(documents)}")
        return (Finding(self.ID, self.SEVERITY, Place(document.path), WARNING, WARNING) for document in documents)


def run_kept(root: Path, rule: Counting) -> Result:
    """Run one rule with what earlier runs have kept."""
    rules: dict[str, Rule] = {"hitung": rule}
    context = context_of(root)
    store = Store(root)
    result = run(context.library.documents, context, rules, Kept(store, context, rules))
    store.close()
    return result


@pytest.mark.parametrize(
    ("depends", "second", "third"),
    [
        (Depends.DOCUMENT, ["0"], ["b.md", "1"]),
        (Depends.DAY, ["0"], ["b.md", "1"]),
        (Depends.REPOSITORY, ["a.md", "b.md", "2"], ["a.md", "b.md", "2"]),
    ],
)
def test_only_what_changed_is_asked_about(
    make_repo: MakeRepo, depends: Depends, second: list[str], third: list[str]
) -> None:
    root = make_repo({A: news(), B: news()})
    rules = [Counting(depends) for _ in range(3)]
    first = run_kept(root, rules[0])
    assert run_kept(root, rules[1]) == first
    (root / B).write_text(news(body="Kantor tutup."), encoding="utf-8")
    assert run_kept(root, rules[2]) == first
    assert [sorted(rule.asked) for rule in rules] == [["2", "a.md", "b.md"], sorted(second), sorted(third)]


def test_a_finding_comes_back_whole() -> None:
    finding = Finding(
        "nik",
        Severity.WARNING,
        Place(PurePosixPath("content/a b.md"), 3, 14),
        text("{count} rules", count=3),
        quoted("a “b”"),
        "UU 27/2022",
        Edit("diatas", "di atas"),
        PurePosixPath("content/gambar/x.png"),
    )
    bare = Finding("nik", Severity.ERROR, Place(PurePosixPath("a")), WARNING, WARNING)
    assert kept.load(kept.dump([finding, bare])) == [finding, bare]


def test_a_run_in_which_something_broke_is_not_kept(make_repo: MakeRepo) -> None:
    root = make_repo({A: news()})

    class Failing(Counting):
        def check_library(self, documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
            raise ToolMissing("Vale 3.17")

    assert [type(failure) for failure in run_kept(root, Failing(Depends.DOCUMENT)).broken] == [ToolMissing]
    rule = Counting(Depends.DOCUMENT)
    run_kept(root, rule)
    assert sorted(rule.asked) == ["1", "a.md"]


def test_a_store_that_cannot_be_opened_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("ini bukan folder", encoding="utf-8")
    store = Store(tmp_path)
    store.set(Shelf.RUN, "a", b"satu")
    store.close()
    assert Store(tmp_path).get(Shelf.RUN, "a") is None
