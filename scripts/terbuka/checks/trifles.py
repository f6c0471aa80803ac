"""Whether two versions of a text say the same: only spaces, markup, comments or misspelt words differ."""

from __future__ import annotations

import re

from terbuka.checks import markdown

_TOKEN = re.compile(r"https?://[^\s()<>]+|\d[\d.,:/-]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")

_MEANING = frozenset(
    re.findall(
        r"\w+",
        """
        januari februari maret april mei juni juli agustus september oktober november desember
        senin selasa rabu kamis jumat sabtu minggu wib wita wit
        nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus ribu juta miliar
        tidak tak bukan tanpa belum jangan wajib harus boleh dapat dilarang sebelum sesudah setelah
        lebih kurang naik turun buka tutup dibuka ditutup
        january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday one two three four five six seven eight nine ten
        not no never must may can cannot before after more less open closed
        """,
    )
)
"""Months, days, numbers and words of duty: one letter away from another word, and never a mere slip."""

MOST_SLIPS = 5
"""More words that differ are an edit, not the correction of slips."""

_SHORT = 5
"""In words up to this length one letter may differ, in longer ones two."""


def same(old: str, new: str) -> bool:
    """Tell whether readers of `old` have learnt what `new` says."""
    before, after = (_TOKEN.findall(markdown.without_comments(words)) for words in (old, new))
    if [word.casefold() for word in before] == [word.casefold() for word in after]:
        return True
    if "".join(before).casefold() == "".join(after).casefold():
        return not any(char.isdigit() for char in "".join(set(before) ^ set(after)))
    if len(before) != len(after):
        return False
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one.casefold() != other.casefold()]
    return len(pairs) <= MOST_SLIPS and all(_slip(one, other) and before.count(one) == 1 for one, other in pairs)


def _slip(one: str, other: str) -> bool:
    """Tell whether `one` is probably `other` misspelt; a name never is."""
    if not (one.islower() and other.islower() and (one + other).isalpha()) or not _MEANING.isdisjoint(
        (one, other)
    ):
        return False
    return one[0] == other[0] and distance(one, other) <= (1 if min(len(one), len(other)) <= _SHORT else 2)


def distance(one: str, other: str) -> int:
    """Return how many letters have to be put in, taken out, replaced or swapped with the next one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, left in enumerate(one, start=1):
        older, before, row = before, row, [index]
        for column, right in enumerate(other, start=1):
            best = min(before[column] + 1, row[-1] + 1, before[column - 1] + (left != right))
            if older and column > 1 and left == other[column - 2] and one[index - 2] == right:
                best = min(best, older[column - 2] + 1)
            row.append(best)
    return row[-1]
