"""Penal provisions are those of the new criminal code, and what it has left of other statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule, sentences
from terbuka.checks.citations import criminal, names, passages, pinpoint, reader, standing
from terbuka.checks.citations.citation import Citation
from terbuka.checks.citations.passages import Passage
from terbuka.checks.citations.pinpoint import Group, Pinpoint
from terbuka.checks.citations.reader import Reader
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import text
from terbuka.words.document import Document

ID = "criminal-code"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Penal provisions are cited as they are in force since 2 January 2026.")
SOURCE = "UU 1/2023 Pasal 622 ayat (1) dan Pasal 624"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_TRIGGERS = frozenset({"article", "kuhp", "pasal", "undang", "uu"})
_OLD = re.compile(
    r"\b(?:lama|1946|sebelum 2 Januari 2026|saat itu|kala itu|ketika itu|old (?:criminal|penal) code)\b", re.I
)
_OLD_CODE = ("UU", "1", 1946)
_NEW_NAME = "UU 1/2023"


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about a document of the time of the new code: title, summary and text."""
    if standing.day_of(document, context) < criminal.IN_FORCE:
        return
    reads = reader.of(context)
    for passage in passages.of(document):
        if mentions(passage.words, _TRIGGERS):
            yield from _in(passage, reads)


def _in(passage: Passage, reads: Reader) -> Iterator[Finding]:
    words = passage.words
    cited = sorted((*reads.read(words), *names.find(words)), key=lambda item: item.start)
    for item in cited:
        key = (item.type, item.number, item.year)
        if key in criminal.WHOLE and reads.regulation(item) is None and not _of_the_past(words, item):
            yield _whole(passage, item)
    groups = pinpoint.groups(words) if cited else ()
    for group, citation in pinpoint.attach(words, groups, cited):
        if citation is None:
            continue
        key = (citation.type, citation.number, citation.year)
        old_code = citation.type == names.CODE or key == _OLD_CODE
        found = _old_code(passage, group) if old_code else _taken_out(passage, group, citation)
        if found and not _of_the_past(words, citation):
            yield found


def _of_the_past(words: str, citation: Citation) -> bool:
    first, last = sentences.around(words, citation.start, citation.end, sentences.OF_LAWS)
    return standing.says_so(words, citation) or _OLD.search(words, first, last) is not None


def _whole(passage: Passage, citation: Citation) -> Finding:
    return Finding(
        ID,
        SEVERITY,
        passage.place(citation.start),
        text("The new criminal code has revoked “{words}”.", words=" ".join(citation.words.split())),
        text("Cite {code}, or say in the same sentence that the old one is gone.", code=_NEW_NAME),
        SOURCE,
    )


def _taken_out(passage: Passage, group: Group, citation: Citation) -> Finding | None:
    """Return a finding about the first place of `group` that the new code has taken out of the statute."""
    articles = criminal.REVOKED.get((citation.type, citation.number, citation.year), {})
    gone = next((place for place in group.places if _gone(place, articles.get(place.article))), None)
    if gone is None:
        return None
    return Finding(
        ID,
        SEVERITY,
        passage.place(group.start),
        text(
            "{place} of {statute} was revoked on 2 January 2026 by the new criminal code.",
            place=_name(gone),
            statute=" ".join(citation.words.split()),
        ),
        text(
            "Look up in {code} and UU 1/2026 what holds now, or say that it is the old provision.", code=_NEW_NAME
        ),
        SOURCE,
    )


def _gone(place: Pinpoint, paragraphs: criminal.Paragraphs | None) -> bool:
    if paragraphs is None:
        return False
    return not paragraphs or place.label("ayat") in paragraphs


def _name(place: Pinpoint) -> str:
    paragraph = place.label("ayat")
    return f"Pasal {place.article} ayat ({paragraph})" if paragraph else f"Pasal {place.article}"


def _old_code(passage: Passage, group: Group) -> Finding | None:
    """Return a finding about an article of the old code, if the sentence names the offence that has moved."""
    first, last = sentences.around(passage.words, group.start, group.end, sentences.OF_LAWS)
    around = passage.words[first:last]
    for place in group.places:
        moved = criminal.MOVED.get(place.article)
        if moved and moved.topic.search(around) and f"Pasal {moved.article}" not in around:
            what = text(
                "{place} is the number of the old criminal code (KUHP) for this offence.", place=_name(place)
            )
            to_do = text(
                "Since 2 January 2026 it is Pasal {article} of {code}.", article=moved.article, code=_NEW_NAME
            )
            return Finding(ID, SEVERITY, passage.place(group.start), what, to_do, SOURCE)
    return None
