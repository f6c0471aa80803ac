"""Parts of a text that belong together, and whether a place lies in one of them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable


class Spans:
    """Parts of a text, each from a first offset up to, and without, a last one; asking is cheap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        index = bisect(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
