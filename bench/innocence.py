"""What the rules say of real Indonesian prose, and how often they are right: ``make bench-innocence``.

Every error was looked at by a person; ``judged.yml`` keeps the verdicts. An error without a verdict is listed, so
that it can be looked at: the table is only whole when there is none.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

import offices
from check import TERBUKA

HERE = Path(__file__).parent
PROSE = offices.HOUSE.parent / "shared" / "corpus" / "id"
"""Human Indonesian that is not official: see bench/RESULTS.md."""

VERDICTS = HERE / "judged.yml"
ALLOWED = 0.02
"""False errors for each finding, at most."""

Spot = tuple[str, str, int, int]
"""Rule, file, line, column."""


def main() -> int:
    """Print the table as Markdown; 1 if too many errors are false or some were not looked at."""
    if not PROSE.is_dir():
        sys.stderr.write(f"SKIPPED: {PROSE} is not there; the table is about that prose.\n")
        return 0
    with tempfile.TemporaryDirectory(prefix="terbuka-bench-") as folder:
        findings = check(office(Path(folder, "office")))
    verdicts = read_verdicts()
    unseen = [item for item in findings if item["severity"] == "error" and spot(item) not in verdicts]
    for item in unseen:
        sys.stderr.write(f"not judged: {' '.join(map(str, spot(item)))} {item['message']}\n")
    rows = table(findings, verdicts)
    sys.stdout.write("".join(f"{row}\n" for row in rows))
    false = sum(not verdicts.get(spot(item), True) for item in findings if item["severity"] == "error")
    return int(bool(unseen) or false > ALLOWED * len(findings))


def office(folder: Path) -> Path:
    """An office that publishes the prose, beside our own words."""
    offices.make(folder, 0)
    for number, source in enumerate(sorted(PROSE.rglob("*.md"))):
        body = source.read_text(encoding="utf-8").split("---\n", 2)[-1]
        target = folder / "content" / "berita" / "2020" / f"{source.stem}.md"
        front_matter = offices.FRONT_MATTER.format(
            title=f"Kabar contoh nomor {number} dari kumpulan", number=number
        )
        target.write_text(front_matter + body, encoding="utf-8")
    offices.commit(folder)
    return folder


def check(folder: Path) -> list[dict[str, Any]]:
    """Every finding of every rule."""
    command = [str(TERBUKA), "check", "--fresh", "--format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def spot(item: Mapping[str, Any]) -> Spot:
    """By what a finding is known again."""
    return (item["rule"], item["path"], item["line"], item["column"])


def read_verdicts() -> dict[Spot, bool]:
    """Which errors are right, as a person has judged."""
    listed = yaml.safe_load(VERDICTS.read_text(encoding="utf-8")) if VERDICTS.is_file() else []
    return {(item["rule"], item["path"], item["line"], item["column"]): item["right"] for item in listed}


def table(findings: Iterable[Mapping[str, Any]], verdicts: Mapping[Spot, bool]) -> list[str]:
    """The table as Markdown, a line a rule."""
    counts: dict[str, Counter[str]] = {}
    for item in findings:
        here = counts.setdefault(item["rule"], Counter())
        here[item["severity"]] += 1
        if item["severity"] == "error":
            here[str(verdicts.get(spot(item)))] += 1
    rows = ["| rule | errors | true | false | warnings | suggestions |", "|---|--:|--:|--:|--:|--:|"]
    total: Counter[str] = Counter()
    for rule, here in sorted(counts.items()):
        total.update(here)
        rows.append(_row(f"`{rule}`", here))
    return [*rows, _row("**all**", total)]


def _row(name: str, counts: Counter[str]) -> str:
    columns = ("error", "True", "False", "warning", "suggestion")
    return f"| {name} | " + " | ".join(str(counts[column]) for column in columns) + " |"


if __name__ == "__main__":
    sys.exit(main())
