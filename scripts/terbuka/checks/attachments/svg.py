"""Drawings (SVG): the words in them, their author, and folders of the computer that they were made on."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from terbuka.checks.attachments import package
from terbuka.checks.attachments.reading import Part, Reading

_HOME = re.compile(r"(?:/home/|/Users/|[A-Za-z]:\\Users\\)(?P<name>[^/\\]{1,60})[/\\]")


def read(data: bytes) -> Reading:
    """Return what a drawing says.

    Raises:
        UnreadableError: it is broken or too large.
    """
    if len(data) > package.LARGEST_PART:
        raise package.too_large()
    root = package.parse(data)
    people = [home["name"] for value in _values(root) for home in _HOME.finditer(value)]
    for element in root.iter():
        if element.tag == "{http://purl.org/dc/elements/1.1/}creator":
            people += [words for item in element.iter() if (words := (item.text or "").strip())]
    return Reading((Part("\n".join(_texts(root))),), tuple(dict.fromkeys(people)))


def _values(root: Element) -> list[str]:
    return [value for element in root.iter() for name, value in element.attrib.items() if len(value) < 1000]  # noqa: PLR2004


def _texts(root: Element) -> list[str]:
    kinds = ("text", "title", "desc")
    return ["".join(element.itertext()) for element in root.iter() if element.tag.rpartition("}")[2] in kinds]
