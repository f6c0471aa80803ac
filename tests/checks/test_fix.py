"""Safe replacements: only where they fit, never in part, line ends kept."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from terbuka.checks import fix
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.errors import Place
from terbuka.text import quoted

FILE = PurePosixPath("content/a.md")
HEAD = "---\ntitle: Kami ada diatas\n---\n"


def finding(line: int, column: int, old: str, new: str) -> Finding:
    return Finding(
        "style", Severity.ERROR, Place(FILE, line, column), quoted("a"), quoted("b"), edit=Edit(old, new)
    )


def mended(root: Path, before: str, *findings: Finding) -> tuple[str, int]:
    """What becomes of the text, and how many findings are done."""
    file = root / FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(before.encode())
    done = 0
    for fixed in fix.plan(root, findings, {FILE: 4}):
        fix.write(root, fixed)
        done += len(fixed.done)
    assert [path.name for path in file.parent.iterdir()] == [FILE.name]
    return file.read_bytes().decode(), done


@pytest.mark.parametrize(
    ("before", "findings", "after", "done"),
    [
        (
            f"{HEAD}diatas apotik\r\ndiatas\r\n",
            [
                finding(4, 8, "apotik", "apotek"),
                finding(4, 1, "diatas", "di atas"),
                finding(5, 1, "diatas", "di atas"),
            ],
            f"{HEAD}di atas apotek\r\ndi atas\r\n",
            3,
        ),
        (HEAD, [finding(2, 17, "diatas", "di atas")], HEAD.replace("diatas", "di atas"), 1),
        (HEAD, [finding(2, 17, "diatas", "a: b")], HEAD, 0),
        (f"{HEAD}kata lain", [finding(4, 1, "diatas", "di atas")], f"{HEAD}kata lain", 0),
        (f"{HEAD}abcd", [finding(4, 1, "abc", "x"), finding(4, 2, "bcd", "y")], f"{HEAD}ay", 1),
        (f"{HEAD}a", [finding(9, 1, "a", "b")], f"{HEAD}a", 0),
        (f"{HEAD}é́ 👍 diatas", [finding(4, 6, "diatas", "di atas")], f"{HEAD}é́ 👍 di atas", 1),
    ],
    ids=["several", "front matter", "yaml", "moved", "overlapping", "past the end", "wide characters"],
)
def test_replacements(tmp_path: Path, before: str, findings: list[Finding], after: str, done: int) -> None:
    assert mended(tmp_path, before, *findings) == (after, done)


def test_the_difference_is_shown(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}satu\ndiatas\ntiga\n", encoding="utf-8")
    (fixed,) = fix.plan(tmp_path, [finding(5, 1, "diatas", "di atas")], {FILE: 4})
    assert (
        fixed.difference()
        == """\
--- a/content/a.md
+++ b/content/a.md
@@ -4,3 +4,3 @@
 satu
-diatas
+di atas
 tiga
"""
    )
