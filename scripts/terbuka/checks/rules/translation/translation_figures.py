"""Figures and dates that differ between an original and its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from terbuka.checks import rule
from terbuka.checks.figures import find
from terbuka.checks.figures.figure import Figure
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.translations import Pair, Twin, pairs
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "translation-figures"
FAMILY = Family.TRANSLATION
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Figures, dates and times are the same in a text and in its translation.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2)"
SEVERITY = Severity.WARNING

check_document = rule.nothing_in_document

SHOWN = 4
"""Figures named in one message."""

_LOOK_UP = text("Look up which is right, and correct the other.")
_NOTATION = {
    "en": text("{figure} is another number in English, which writes 1,500 where Indonesian writes 1.500."),
    "id": text("{figure} is another number in Indonesian, which writes 1.500 where English writes 1,500."),
}


def check_library(documents: tuple[Document, ...], context: Context) -> Iterable[Finding]:
    """Compare each translation among `documents` with its original."""
    return (finding for pair in pairs(documents, context) for finding in _look(pair))


@dataclass(frozen=True)
class _Compared:
    """The figures of two parts that belong together.

    Attributes:
        twin: the parts.
        all: every figure, of the original and of the translation.
        alone: those of each that the other part does not have.
    """

    twin: Twin
    all: tuple[Sequence[Figure], Sequence[Figure]]
    alone: tuple[Sequence[Figure], Sequence[Figure]]


def _look(pair: Pair) -> Iterator[Finding]:
    compared = [_compare(twin, pair) for twin in pair.twins()]
    everywhere = tuple([figure for one in compared for figure in one.all[side]] for side in (0, 1))
    alone = tuple([figure for one in compared for figure in one.alone[side] if figure.sure] for side in (0, 1))
    for one in compared:
        # What stands alone here and there has moved to another paragraph.
        ours = [figure for figure in one.alone[0] if not figure.matches(alone[1])]
        theirs = [figure for figure in one.alone[1] if not figure.matches(alone[0])]
        if one.twin.exact and _differ(ours, theirs):
            yield _clash(pair, one.twin, ours, theirs)
            continue
        left_out = [figure for figure in ours if figure.telling and not figure.matches(everywhere[1])]
        added = [figure for figure in theirs if figure.telling and not figure.matches(everywhere[0])]
        if one.twin.exact and left_out:
            yield _finding(pair, one.twin, _left_out(one.twin, left_out), _LOOK_UP, ())
        elif added:
            yield _finding(pair, one.twin, _added(one.twin, added), _LOOK_UP, added)


def _compare(twin: Twin, pair: Pair) -> _Compared:
    ours = find.figures(twin.original.text, pair.original.language)
    theirs = find.figures(twin.translation.text, pair.translation.language)
    alone = ([one for one in ours if not one.matches(theirs)], [one for one in theirs if not one.matches(ours)])
    surplus = _surplus(ours, theirs)
    return _Compared(twin, (ours, theirs), surplus if all(surplus) and not all(alone) else alone)


def _surplus(ours: Sequence[Figure], theirs: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return what stands more often on one side, where both have as many figures: one was taken for another."""
    left, right = ([one for one in side if one.sure] for side in (ours, theirs))
    if len(left) != len(right):
        return [], []
    for one in tuple(left):
        twin = next((other for other in right if one.matches([other])), None)
        if twin:
            left.remove(one)
            right.remove(twin)
    return left, right


def _differ(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Tell whether one figure stands in the place of another; among words, only if there is no other to choose."""
    if any(figure.sure for figure in ours) and any(figure.sure for figure in theirs):
        return True
    return len(ours) == len(theirs) == 1 and all(figure.sure or figure.strong for figure in (*ours, *theirs))


def _clash(pair: Pair, twin: Twin, ours: Sequence[Figure], theirs: Sequence[Figure]) -> Finding:
    to_do = _LOOK_UP
    if _named(ours) == _named(theirs):
        told = text(_NOTATION[pair.translation.language].key, figure=_named(theirs))
        to_do = text("Write the figure as the language of this text does.")
    else:
        told = text(
            "The original ({place}) says {original}; the translation says {translation}.",
            place=_where(twin),
            original=_named(ours),
            translation=_named(theirs),
        )
    return replace(_finding(pair, twin, told, to_do, theirs), severity=SEVERITY)


def _left_out(twin: Twin, figures: Sequence[Figure]) -> Text:
    return text(
        "The original ({place}) says {original}; the translation does not.",
        place=_where(twin),
        original=_named(figures),
    )


def _added(twin: Twin, figures: Sequence[Figure]) -> Text:
    return text(
        "The translation says {translation}; the original ({place}) does not.",
        place=_where(twin),
        translation=_named(figures),
    )


def _where(twin: Twin) -> str:
    return f"{twin.original.place.path}:{twin.original.place.line}"


def _named(figures: Sequence[Figure]) -> str:
    sure = [figure for figure in figures if figure.sure] or figures
    return ", ".join(f"“{raw}”" for raw in dict.fromkeys(figure.raw for figure in sure[:SHOWN]))


def _finding(pair: Pair, twin: Twin, message: Text, to_do: Text, theirs: Sequence[Figure]) -> Finding:
    place = twin.translation.place
    if twin.translation.offset is not None and theirs:
        place = pair.translation.body_place(twin.translation.offset + theirs[0].offset)
    return Finding(ID, Severity.SUGGESTION, place, message, to_do, SOURCE, about=pair.original.path)
