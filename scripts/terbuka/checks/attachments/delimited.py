"""Tables as plain text: CSV and TSV."""

from __future__ import annotations

import csv
from io import StringIO

from terbuka.checks.attachments import package, plain
from terbuka.checks.attachments.reading import BROKEN, Part, Reading, row_of

LARGEST = 20_000_000
"""Bytes; they become several times as many in memory."""

_SEPARATORS = (";", ",", "\t", "|")
_FIRST_LINES = 5


def read(data: bytes) -> Reading:
    """Return the rows of a table.

    Raises:
        UnreadableError: it is broken or too large.
    """
    if len(data) > LARGEST:
        raise package.too_large()
    words = plain.decode(data)
    first = "\n".join(words.split("\n", _FIRST_LINES)[:_FIRST_LINES])
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(StringIO(words), delimiter=separator))
    except (csv.Error, *BROKEN):
        raise package.broken() from None
    return Reading((Part("\n".join(map(row_of, rows)), rows=tuple(range(1, len(rows) + 1))),))
