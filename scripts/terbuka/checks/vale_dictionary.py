"""The office's own words → a dictionary for Vale's spelling.

hunspell-id (``id_ID.dic``) is from 2014 and gives most of its words no affixes, so that *dokumennya* and
*hubungi* are unknown to it. The second dictionary, ``tambahan``, takes its words and those of
``styles/kamus.txt``, and lets every one of them have every affix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from terbuka import settings_file

LIST = PurePosixPath("styles/kamus.txt")
"""What the office adds: one word a line, ``#`` before remarks."""

FOLDER = PurePosixPath("styles/config/dictionaries")
STEMS = FOLDER / "id_ID.dic"
WORDS = FOLDER / "tambahan.dic"

_STEM = re.compile(r"[a-z]{4,}")
"""Shorter ones would turn too many slips into words: *dita* + *kan*."""


def words(root: Path, wrong: Iterable[str]) -> str:
    """Return the dictionary below `root`, in the format of hunspell.

    Args:
        root: the repository's folder.
        wrong: what other rules find; it is known here, so that nobody hears of it twice.

    Raises:
        WordsError: one of the two lists is missing or is no text.
    """
    stems = {line.partition("/")[0] for line in _lines(root, STEMS)}
    listed = {word.partition("#")[0].strip() for word in _lines(root, LIST)} - {""}
    known = {f"{word}/AB" for word in stems if _STEM.fullmatch(word)} | {f"{word}/AB" for word in listed}
    parts = {word for phrase in wrong for word in phrase.replace("-", " ").split() if word.isalpha()}
    known |= {f"{word}/C" for word in parts - stems - listed}
    return "\n".join([str(len(known)), *sorted(known), ""])


def _lines(root: Path, name: PurePosixPath) -> list[str]:
    return settings_file.read_text(root / name, name).split("\n")
