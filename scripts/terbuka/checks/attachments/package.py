"""Files that are zip archives of XML: opened with bounds, so that a small file cannot fill the memory."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from terbuka.checks.attachments.reading import BROKEN, UnreadableError
from terbuka.text import text

MOST_FILES = 5_000
LARGEST_PART = 30_000_000
"""Bytes of one part, unpacked."""

DEEPEST = 50
"""Elements inside elements that are looked at one by one; deeper ones are read as one text."""

LARGEST_WHOLE = 200_000_000
"""Bytes of all parts, unpacked."""

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old office files begin, and new ones that are locked with a password (MS-CFB)."""


class Package:
    """An opened archive.

    Args:
        data: the file.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD):
            raise UnreadableError(
                text("“{file}” is locked with a password or in an old format, and could not be checked."),
                text("Save it without a password in the format that its name says."),
            )
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            members = self._archive.infolist()
        except BROKEN:
            raise broken() from None
        if any(member.flag_bits & 1 for member in members):
            raise locked()
        sizes = [member.file_size for member in members]
        if len(sizes) > MOST_FILES or sum(sizes) > LARGEST_WHOLE or max(sizes, default=0) > LARGEST_PART:
            raise too_large()
        self.names = tuple(member.filename for member in members)

    def find(self, start: str, end: str = ".xml") -> tuple[str, ...]:
        """Return the names of the parts that begin and end so, in order."""
        return tuple(sorted(name for name in self.names if name.startswith(start) and name.endswith(end)))

    def read(self, name: str) -> Element | None:
        """Return a part; None if there is none of that name.

        Raises:
            UnreadableError: it is broken, or defines entities, which good files do not.
        """
        if name not in self.names:
            return None
        try:
            return parse(self._archive.read(name))
        except BROKEN:
            raise broken() from None


def parse(data: bytes) -> Element:
    """Return the root of some XML.

    Raises:
        UnreadableError: it is broken, or defines entities, which good files do not.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=False)
    except DefusedXmlException:
        raise UnreadableError(
            text(
                "“{file}” defines entities of its own, as files do that are made to harm; it could not be checked."
            ),
            text("Remove it, and find out who made it; then save the work anew in an office program."),
        ) from None
    except (ParseError, *BROKEN):
        raise broken() from None
    return root


def locked() -> UnreadableError:
    """Return why a file with a password cannot be looked into."""
    return UnreadableError(
        text("“{file}” is locked with a password and could not be checked."),
        text("Save it without a password; citizens could not open it either."),
    )


def broken() -> UnreadableError:
    """Return why a broken file cannot be looked into."""
    return UnreadableError(
        text("“{file}” is broken, or not what its name says, and could not be checked."),
        text("Open it in the program that it was made with, and save it anew."),
    )


def too_large() -> UnreadableError:
    """Return why a very large file cannot be looked into."""
    return UnreadableError(
        text("“{file}” is too large to be checked."),
        text("Split it, make its pictures smaller, or offer figures as .csv."),
    )
