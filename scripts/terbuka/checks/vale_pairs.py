"""The office's lists of words and phrases → Vale rules.

The lists are in the office's hands; ``python -m terbuka.checks.vale_pairs`` writes the rules of `vale_tables` from
them, and the dictionary of `vale_dictionary`. Long tables become one file a first letter because Vale makes one
regular expression of a whole file, and a big one is several times slower.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from terbuka.checks import vale_dictionary, vale_tables
from terbuka.checks.vale_pattern import pattern, replacement
from terbuka.checks.vale_tables import TABLES, Entry

STYLE = PurePosixPath("styles/Terbuka")

_HEADER = """\
# Dibuat dari {file} oleh python -m terbuka.checks.vale_pairs; jangan diubah dengan tangan.
extends: substitution
message: "{message}"
description: "{description}"
level: {level}
ignorecase: {ignorecase}
"""
_REPLACES = """\
capitalize: true
action:
  name: replace
"""


def files(root: Path) -> dict[PurePosixPath, str]:
    """Return the Vale rules and the dictionary that the lists below `root` call for, by path.

    Raises:
        WordsError: a list is missing or broken; names line and key.
    """
    entries, innocent = vale_tables.entries(root)
    rules: dict[PurePosixPath, list[Entry]] = defaultdict(list)
    for entry in entries:
        letter = entry.wrong[0].upper() if entry.part.letters else ""
        rules[STYLE / f"{entry.part.check}{letter}.yml"].append(entry)
    longer = [*innocent, *(entry.wrong for entry in entries if " " in entry.wrong or "-" in entry.wrong)]
    return {
        **{path: _rule(found, longer) for path, found in rules.items()},
        vale_dictionary.WORDS: vale_dictionary.words(root, [entry.wrong for entry in entries]),
    }


def write(root: Path) -> None:
    """Write the rules below `root`, and remove those of letters that have no words any more.

    Raises:
        WordsError: a list is missing or broken; names line and key.
    """
    wanted = files(root)
    for old in generated(root):
        if old not in wanted:
            (root / old).unlink()
    for path, words in wanted.items():
        (root / path).write_text(words, encoding="utf-8")


def generated(root: Path) -> list[PurePosixPath]:
    """Return the Vale rules below `root` that have the names of ours, wanted or not."""
    names = "|".join(part.check for table in TABLES for part in table.parts)
    ours = re.compile(rf"(?:{names})[A-Z]?\.yml")
    return [STYLE / path.name for path in sorted((root / STYLE).glob("*.yml")) if ours.fullmatch(path.name)]


def _rule(entries: list[Entry], longer: Iterable[str]) -> str:
    part = entries[0].part
    header = _HEADER.format(
        file=entries[0].table.file,
        message=part.message,
        description=part.description,
        level=part.level,
        ignorecase=str(part.any_case).lower(),
    )
    # Of the words of one rule Vale takes the longest; only those of others can hide within another's.
    own = {entry.wrong for entry in entries}
    others = [phrase for phrase in longer if phrase not in own]
    swaps = (
        f"  {_scalar(pattern(part, entry.wrong, entry.right, others))}: "
        f"{_scalar(replacement(part, entry.wrong, entry.right))}\n"
        for entry in sorted(entries, key=lambda entry: entry.wrong)
    )
    return header + (_REPLACES if part.replaces else "") + "swap:\n" + "".join(swaps)


def _scalar(words: str) -> str:
    doubled = words.replace("'", "''")
    return f"'{doubled}'"


if __name__ == "__main__":
    write(Path.cwd())
