"""The office's list of non-standard words → Vale rules.

``styles/kata-baku.yml`` is in the office's hands; ``python -m terbuka.checks.vale_pairs`` writes
``styles/Terbuka/KataBaku*.yml`` (errors) and ``KataRagu*.yml`` (warnings) from it. There is one file a
first letter because Vale makes one regular expression of a whole file, and a big one is ten times slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict

from terbuka import settings_file

FILE = PurePosixPath("styles/kata-baku.yml")
STYLE = PurePosixPath("styles/Terbuka")

SHORTEST_WITH_SUFFIX = 4
"""Letters. Shorter ones are abbreviations, to which nobody adds -nya."""

_HEADER = """\
# Dibuat dari styles/kata-baku.yml oleh python -m terbuka.checks.vale_pairs; jangan diubah dengan tangan.
extends: substitution
message: "{message}"
description: "{description}"
level: {level}
ignorecase: true
capitalize: true
action:
  name: replace
swap:
"""

_WRONG = (
    "Tulis %s, bukan '%s'.",
    "Ganti kata itu; nama dan kutipan boleh didiamkan dengan alasan. Dasar: KBBI VI, EYD V",
)
_DOUBTFUL = (
    "Dalam tulisan resmi, pakailah %s, bukan '%s'.",
    "Ganti kata itu, kecuali dalam nama, judul, atau kutipan. Dasar: KBBI VI, EYD V",
)


class Pairs(BaseModel):
    """The list: non-standard → standard.

    Attributes:
        kesalahan: what is always wrong.
        peringatan: what is sometimes right: names, old titles, other senses.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kesalahan: Mapping[str, str]
    peringatan: Mapping[str, str]


def files(root: Path) -> dict[PurePosixPath, str]:
    """Return the Vale rules that the list below `root` calls for, by path.

    Raises:
        WordsError: the list is missing or broken; names line and key.
    """
    pairs = settings_file.load(root / FILE, FILE, Pairs)
    return {
        **_rules("KataBaku", pairs.kesalahan, "error", _WRONG),
        **_rules("KataRagu", pairs.peringatan, "warning", _DOUBTFUL),
    }


def write(root: Path) -> None:
    """Write the rules below `root`, and remove those of letters that have no words any more.

    Raises:
        WordsError: the list is missing or broken; names line and key.
    """
    wanted = files(root)
    for old in (root / STYLE).glob("Kata[BR]a[kg]u*.yml"):
        if STYLE / old.name not in wanted:
            old.unlink()
    for path, words in wanted.items():
        (root / path).write_text(words, encoding="utf-8")


def _rules(name: str, pairs: Mapping[str, str], level: str, says: tuple[str, str]) -> dict[PurePosixPath, str]:
    letters: dict[str, list[str]] = {}
    for wrong, right in sorted(pairs.items()):
        letters.setdefault(wrong[0].upper(), []).extend(_lines(wrong, right))
    header = _HEADER.format(message=says[0], description=says[1], level=level)
    return {STYLE / f"{name}{letter}.yml": header + "".join(lines) for letter, lines in letters.items()}


def _lines(wrong: str, right: str) -> Iterator[str]:
    yield f"  {_scalar(re.escape(wrong))}: {_scalar(right)}\n"
    if (
        wrong.isascii()
        and wrong[-1].isalpha()
        and len(wrong) >= SHORTEST_WITH_SUFFIX
        and not wrong.endswith("nya")
    ):
        yield f"  {_scalar(re.escape(wrong) + 'nya')}: {_scalar(right + 'nya')}\n"


def _scalar(words: str) -> str:
    """Return a YAML scalar. Spaces need no escape outside verbose patterns."""
    plain = words.replace("\\ ", " ").replace("'", "''")
    return f"'{plain}'"


if __name__ == "__main__":
    write(Path.cwd())
