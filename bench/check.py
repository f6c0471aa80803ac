"""How fast ``terbuka check`` is: ``make bench-check``. A line is a claim; it ends with 1 if one does not hold."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import offices
import watch
from terbuka.checks import vale

TERBUKA = offices.HOUSE / ".venv" / "bin" / "terbuka"
EMPTY_STYLE = "extends: existence\nmessage: kosong\nlevel: error\ntokens:\n  - qzxqzxqzx\n"
ALL = 2081


@dataclass(frozen=True)
class Claim:
    """Something we say about speed, and what was measured."""

    what: str
    measured: float
    limit: float
    unit: str

    def __str__(self) -> str:
        verdict = "ok" if self.measured <= self.limit else "NO"
        return f"{verdict}  {self.what:<72} {self.measured:8.2f} ≤ {self.limit:g} {self.unit}"


def main() -> int:
    """Measure everything; print a table."""
    if not offices.POSTS.is_file():
        sys.stderr.write(f"SKIPPED: {offices.POSTS} is not there; the figures are about those posts.\n")
        return 0
    held = True
    with tempfile.TemporaryDirectory(prefix="terbuka-bench-") as folder:
        for claim in (*many(Path(folder, "many")), *pull_request(Path(folder, "ten-thousand"))):
            sys.stdout.write(f"{claim}\n")
            sys.stdout.flush()
            held &= claim.measured <= claim.limit
    return 0 if held else 1


def many(folder: Path) -> Iterator[Claim]:
    """All posts and all our words, with every rule."""
    office = offices.make(folder, ALL)
    tool = vale.find(offices.HOUSE)
    documents = [*office.glob("content/**/*.md"), *office.glob("policies/**/*.md")]
    words = ("content", "policies")  # folders: named one by one, Vale reads its files one after the other
    vale_alone: list[str | Path] = [tool, "--output=JSON", "--no-exit", *words]
    everything: list[str | Path] = [TERBUKA, "check", "--fresh", "--format", "json"]
    empty, styles, fresh = watch.rivals(
        ([*vale_alone, f"--config={_empty(folder.parent)}"], vale_alone, everything), office
    )
    yield Claim("Vale with all styles, times Vale with one empty style", styles.seconds / empty.seconds, 3, "×")
    yield Claim("all rules, times Vale alone with the same styles", fresh.seconds / styles.seconds, 1.3, "×")
    yield Claim("memory of the largest process", fresh.megabytes, 600, "MB")
    half = watch.best(everything, offices.make(folder.parent / "half", ALL // 2))
    yield Claim("twice the documents, times the time", fresh.seconds / half.seconds, 2.4, "×")
    watch.run([TERBUKA, "check", "--format", "json"], office)
    again = watch.best([TERBUKA, "check", "--format", "json"], office, times=5)
    yield Claim(f"second run over {len(documents)} unchanged documents", again.seconds, 1, "s")


def _empty(folder: Path) -> Path:
    """Settings of Vale with one style that never finds anything."""
    style = folder / "empty-styles" / "Kosong"
    style.mkdir(parents=True)
    (style / "Kosong.yml").write_text(EMPTY_STYLE, encoding="utf-8")
    settings = folder / "empty.ini"
    settings.write_text(f"StylesPath = {style.parent}\n[*.md]\nBasedOnStyles = Kosong\n", encoding="utf-8")
    return settings


def pull_request(folder: Path) -> Iterator[Claim]:
    """Three changed files in ten thousand, nothing kept from an earlier run."""
    office = offices.make(folder, 10_000)
    for number in (1, 5_000, 9_999):
        path = office / f"content/berita/2020/pos-{number:05}.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nKantor kami ada diatas bukit.\n", encoding="utf-8")
    changed = watch.best([TERBUKA, "check", "--fresh", "--changed", "HEAD", "--format", "json"], office, times=10)
    yield Claim("three changed files in 10,000, nothing kept", changed.seconds, 1.5, "s")


if __name__ == "__main__":
    sys.exit(main())
