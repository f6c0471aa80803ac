"""The sections of a text, and which of the things that it has to state stand in them.

A section has a heading. Bold words that begin a line, and the first cell of a table's row, head a section as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbuka.checks import markdown
from terbuka.errors import Place
from terbuka.text import Text
from terbuka.words.document import Document

_HEAD = re.compile(
    r"^(?:(?P<marks>#{1,6})[ \t](?P<heading>[^\n]+)"
    r"|(?:[-*+][ \t]|\d{1,2}[.)][ \t])?(?:\*\*|__)(?P<lead>[^*_\n]{3,80})(?:\*\*|__)(?P<after>[^\n]*)"
    r"|\|(?P<cell>[^|\n]{3,100})\|(?P<cells>[^\n]*))$",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text with a title.

    Attributes:
        title: its heading, without marks.
        offset: where the title stands.
        words: what stands below or beside it; for a heading, up to the next heading of its level or above.
    """

    title: str
    offset: int
    words: str

    @property
    def empty(self) -> bool:
        """Whether nothing is said under the title."""
        return re.search(r"\w", self.words) is None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a text has to state in a section of its own.

    Attributes:
        missing: the sentence for a text that does not.
        title: a regular expression for the title of such a section, in small letters.
        not_title: what titles of other sections say that look similar.
        heading: a heading to offer, in Indonesian and English.
    """

    missing: Text
    title: re.Pattern[str]
    heading: tuple[str, str]
    not_title: re.Pattern[str] | None = None

    def offer(self, language: str) -> str:
        """Return a heading to write, in `language`."""
        return self.heading[1] if language == "en" else self.heading[0]

    def found(self, sections: Iterable[Section]) -> Iterator[Section]:
        """Yield the sections about this topic."""
        for section in sections:
            title = section.title.lower()
            if self.title.search(title) and not (self.not_title and self.not_title.search(title)):
                yield section


def place(document: Document, section: Section) -> Place:
    """Return where a section of ``document.text`` stands in the file; of a shared block, where the text begins."""
    if document.text == document.body:
        return document.body_place(section.offset)
    return document.body_place(max(document.body.find(section.title), 0))


def of(body: str) -> tuple[Section, ...]:
    """Return the sections of `body`, in order."""
    text = markdown.prose(body)
    heads = list(_HEAD.finditer(text))
    found: list[Section] = []
    ends: dict[int, int] = {}  # the nearest start of a heading of this level or above, seen from below
    for head in reversed(heads):
        if head["marks"]:
            level = len(head["marks"])
            end = min((ends[other] for other in ends if other <= level), default=len(text))
            title = head["heading"].rstrip("# \t")
            found.append(Section(title.strip(), head.start(), text[head.end() : end]))
            ends = {other: start for other, start in ends.items() if other < level} | {level: head.start()}
        else:
            name = "lead" if head["lead"] else "cell"
            beside = head["after"] if head["lead"] else head["cells"]
            found.append(Section(head[name].strip(" \t:*"), head.start(name), beside))
    return tuple(reversed(found))
