"""What people read, whole, in Indonesian: the report on every sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import check
from test_samples import open_sample

from terbuka.checks.formats import text
from terbuka.checks.registry import RULES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", [*RULES, "allow"])
def test_the_whole_report(name: str, tmp_path: Path) -> None:
    root = open_sample(name, tmp_path / "repo")
    only = ["internal-link", "mobile-number", "nik", "review-date"] if name == "allow" else [name]
    result = check(root, only)
    assert text.render(result.findings, root, "id") == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
