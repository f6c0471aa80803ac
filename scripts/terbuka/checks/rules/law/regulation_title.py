"""The title behind a citation is the title of that regulation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from terbuka.checks import rule
from terbuka.checks.citations import likeness, passages, reader, statutes
from terbuka.checks.citations.citation import Citation
from terbuka.checks.citations.passages import Passage
from terbuka.checks.citations.reader import Reader
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.register import Register

ID = "regulation-title"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The title behind a citation is the title of that regulation.")
SOURCE = "UU 12/2011 Lampiran II butir 45"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

TYPO = 2
"""Letters. Up to so many that are wrong are a slip; it is the same title."""

ALIKE = 0.6
"""From here on two titles are versions of one another; below, one of them is another regulation's."""

_ABOUT = re.compile(r"\btentang\s+\Z", re.I)
_WORD = re.compile(r"\w+")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about titles of regulations in the title, the summary and the text."""
    reads = reader.of(context)
    for passage in passages.of(document):
        for citation in reads.read(passage.words):
            # A translated title (“Law Number 14 of 2008 on …”) has no official form.
            about = passage.words[citation.end : citation.title_start] if citation.titled else ""
            if _ABOUT.search(about) and not citation.inside:
                yield from _compare(passage, citation, reads, context.register)


def _compare(passage: Passage, citation: Citation, reads: Reader, register: Register) -> Iterator[Finding]:
    regulation = reads.regulation(citation)
    right = regulation.title if regulation else None
    if right is None:
        right = statutes.load().title(citation.type, citation.number, citation.year)
    if not right:
        return
    sure = regulation is not None and regulation.confidence == "high"
    written, end = _written(passage.words, citation, right)
    found = _judge(written, right, citation, register, sure=sure, listed=regulation is None)
    if found:
        severity, what, to_do, safe = found
        edit = (
            Edit(written, right)
            if safe and passage.body and "\n" not in passage.words[citation.start : end]
            else None
        )
        place = passage.place(citation.title_start)
        yield Finding(ID, severity, place, what, to_do, SOURCE, edit)


def _written(words: str, citation: Citation, right: str) -> tuple[str, int]:
    """Return the title as written, and where it ends.

    Nothing marks its end, so the words behind “tentang” are taken that come closest to the right title.
    """
    start, wanted = citation.title_start, likeness.plain(right)
    stop = min(len(words), start + 2 * len(right) + 40)
    ends = [match.end() for match in _WORD.finditer(words, start, stop)]
    count = len(likeness.tokens(right))
    near = [end for end in ends[max(0, count - 3) : count + 2] if "\n\n" not in words[start:end]]
    exact = next((end for end in near if likeness.plain(words[start:end]) == wanted), None)
    close = exact or next(
        (end for end in near if likeness.edits(likeness.plain(words[start:end]), wanted, TYPO) <= TYPO), None
    )
    end = close or citation.title_end
    if close and right.endswith(")") and words[end : end + 1] == ")":
        end += 1
    return words[start:end], end


Judgement = tuple[Severity, Text, Text, bool]
"""How bad, what is wrong, what to do, and whether replacing it is safe."""


def _judge(
    written: str, right: str, citation: Citation, register: Register, *, sure: bool, listed: bool
) -> Judgement | None:
    have, wanted = likeness.plain(written), likeness.plain(right)
    alike = SequenceMatcher(None, have, wanted, autojunk=False).ratio() >= ALIKE
    if listed and (alike or _shared(have, wanted) or _initials(written, right)):
        return None  # the list has slips of its own
    name = f"{citation.type} {citation.number}/{citation.year}"
    shown = statutes.readable(right) if listed else right
    to_do = text("Write “{title}”.", title=shown)
    if have == wanted:
        if written.isupper() or not _loses_capitals(written, right):
            return None
        return Severity.SUGGESTION, text("The title of {name} is written with capitals.", name=name), to_do, True
    if likeness.edits(have, wanted, TYPO) <= TYPO:
        severity = SEVERITY if sure else Severity.WARNING
        return severity, text("The title of {name} is misspelt here.", name=name), to_do, sure
    if wanted.startswith(have + " ") or _initials(written, right):
        return Severity.SUGGESTION, text("The title of {name} is cut short here.", name=name), to_do, False
    if alike:
        return Severity.WARNING, text("This is not quite the title of {name}.", name=name), to_do, False
    return _another(have, name, shown, register, sure=sure)


def _another(have: str, name: str, right: str, register: Register, *, sure: bool) -> Judgement:
    """The title belongs to another regulation, or to none that we know."""
    owner = next((item for item in register.regulations if likeness.plain(item.title) == have), None)
    if owner is None:
        what = text("{name} is titled “{title}”; number and title do not belong together.", name=name, title=right)
        return (
            Severity.WARNING,
            what,
            text("Check at JDIH which of the two is meant, and correct the other."),
            False,
        )
    what = text(
        "This is the title of {owner}; {name} is titled “{title}”.",
        owner=owner.short or owner.citation,
        name=name,
        title=right,
    )
    to_do = text("Write “{citation}” if that is meant; otherwise correct the title.", citation=owner.citation)
    return (SEVERITY if sure and owner.confidence == "high" else Severity.WARNING), what, to_do, False


def _loses_capitals(written: str, right: str) -> bool:
    pairs = zip(_WORD.findall(written), _WORD.findall(right), strict=False)
    return any(one[0].islower() and other[0].isupper() and len(other) > len("atas") for one, other in pairs)


def _initials(written: str, right: str) -> bool:
    capitals = "".join(word[0] for word in right.split() if word[0].isupper())
    return written.isupper() and written == capitals


def _shared(have: str, wanted: str) -> bool:
    """Tell whether two titles share so many words that one may be a scan of the other, or a part of it."""
    one, other = set(have.split()), set(wanted.split())
    return len(one & other) >= ALIKE * min(len(one), len(other))
