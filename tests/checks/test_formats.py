"""The three formats, whole, with everything in them that must be escaped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.registry import FORMATS
from terbuka.errors import Place
from terbuka.text import quoted, text

FILE = "content/a,b:c.md"
LONG = "kata " * 30 + "salah" + " kata" * 30

FINDINGS = (
    Finding(
        "nik",
        Severity.ERROR,
        Place(PurePosixPath(FILE), 2, 5),
        text("This picture has no description."),
        text("Begin with what is seen."),
        "UU 27/2022 Pasal 65 ayat (2)",
    ),
    Finding(
        "style",
        Severity.WARNING,
        Place(PurePosixPath(FILE), 3, 151),
        quoted("100%, ya::\nsatu\r"),
        quoted("Ganti."),
    ),
    Finding("style", Severity.SUGGESTION, Place(PurePosixPath(FILE), 4, 2), quoted("A"), quoted("B")),
    Finding("style", Severity.ERROR, Place(PurePosixPath("content/tidak-ada.md"), 9, 9), quoted("C"), quoted("")),
)

TEXT = f"""\
{FILE}:2:5: kesalahan nik: Gambar ini tidak mempunyai keterangan. Mulailah dengan apa yang terlihat.
    2 | dua salah
      |     ^

{FILE}:3:151: peringatan style: 100%, ya::\ufffdsatu\ufffd Ganti.
    3 | …{"kata " * 8}salah{" kata" * 11}…
      | {" " * 41}^

{FILE}:4:2: saran style: A B
    4 | \ufffd[31m merah\ufffd
      |  ^

content/tidak-ada.md:9:9: kesalahan style: C

"""

GITHUB = """\
::error file=content/a%2Cb%3Ac.md,line=2,col=5,title=nik::Gambar ini tidak mempunyai keterangan. \
Mulailah dengan apa yang terlihat.
::warning file=content/a%2Cb%3Ac.md,line=3,col=151,title=style::100%25, ya::%0Asatu%0D Ganti.
::notice file=content/a%2Cb%3Ac.md,line=4,col=2,title=style::A B
::error file=content/tidak-ada.md,line=9,col=9,title=style::C
"""

JSON = """\
[
  {
    "rule": "nik",
    "severity": "error",
    "path": "content/a,b:c.md",
    "line": 2,
    "column": 5,
    "message": "Gambar ini tidak mempunyai keterangan.",
    "fix": "Mulailah dengan apa yang terlihat.",
    "source": "UU 27/2022 Pasal 65 ayat (2)"
  },
  {
    "rule": "style",
    "severity": "warning",
    "path": "content/a,b:c.md",
    "line": 3,
    "column": 151,
    "message": "100%, ya::\\nsatu\\r",
    "fix": "Ganti.",
    "source": ""
  },
  {
    "rule": "style",
    "severity": "suggestion",
    "path": "content/a,b:c.md",
    "line": 4,
    "column": 2,
    "message": "A",
    "fix": "B",
    "source": ""
  },
  {
    "rule": "style",
    "severity": "error",
    "path": "content/tidak-ada.md",
    "line": 9,
    "column": 9,
    "message": "C",
    "fix": "",
    "source": ""
  }
]
"""


@pytest.mark.parametrize(("name", "expected"), [("github", GITHUB), ("json", JSON), ("text", TEXT)])
def test_a_format(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text(f"satu\ndua salah\n{LONG}\n\x1b[31m\tmerah\u202e\n", encoding="utf-8")
    assert FORMATS[name].render(FINDINGS, tmp_path, "id") == expected


@pytest.mark.parametrize(("name", "expected"), [("github", ""), ("json", "[]\n"), ("text", "")])
def test_nothing_was_found(tmp_path: Path, name: str, expected: str) -> None:
    assert FORMATS[name].render((), tmp_path, "id") == expected


def test_every_format_is_listed_once_in_order() -> None:
    render: list[Callable[..., str]] = [module.render for module in FORMATS.values()]
    assert (list(FORMATS), len(set(render))) == (["github", "json", "text"], 3)
