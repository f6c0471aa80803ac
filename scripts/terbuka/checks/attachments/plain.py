"""Plain text, whatever its encoding."""

from __future__ import annotations

import codecs

from terbuka.checks.attachments import package
from terbuka.checks.attachments.reading import Part, Reading

LARGEST = 20_000_000
"""Bytes."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(data: bytes) -> Reading:
    """Return the words of a text.

    Raises:
        UnreadableError: it is too large.
    """
    if len(data) > LARGEST:
        raise package.too_large()
    return Reading((Part(decode(data)),))


def decode(data: bytes) -> str:
    """Return `data` as text; what makes no sense in UTF-8 is read as Windows writes it."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
