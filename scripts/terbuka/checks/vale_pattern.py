"""One line of the office's lists → the regular expression and the advice of a Vale rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from terbuka.checks.vale_tables import Part

SHORTEST_WITH_SUFFIX = 4
"""Letters. Shorter ones are abbreviations, to which nobody adds -nya."""

_GAP = "…"
_BETWEEN = r"(?:(?:[^\s.,;:!?]|[.,:](?=\w))+{} ){{1,8}}?"
"""One to eight words of one clause; a dot within a number does not end it. Bounded: time stays linear."""

_SENTENCE_START = "(?<=^|[.!?] )"
_NOTE = re.compile(r"\s*\((.+)\)$")


def pattern(part: Part, wrong: str, right: str, innocent: Iterable[str]) -> str:
    """Return what finds `wrong`, unless it is part of one of the phrases `innocent`."""
    found = _found(part, wrong)
    if right == f"{wrong}.":
        found += r"(?!\.)"
    return _unless(part, wrong, innocent) + found + _suffix(part, wrong)


def replacement(part: Part, wrong: str, right: str) -> str:
    """Return what Vale puts in the place of %s: the words themselves, or advice."""
    if not part.replaces:
        return advice(right)
    return f"{right}$1" if _suffix(part, wrong) else right


def advice(right: str) -> str:
    """Return ``a | b (note)`` as Indonesian: ``tulis 'a' atau 'b' (note)``; only ``(note)`` as ``note``."""
    only_note = _NOTE.fullmatch(right)
    if only_note:
        return only_note[1]
    *others, last = (_option(option.strip()) for option in right.split("|"))
    match others:
        case []:
            return f"tulis {last}"
        case [only]:
            return f"tulis {only} atau {last}"
    return f"tulis {', '.join(others)}, atau {last}"


def _option(option: str) -> str:
    note = _NOTE.search(option)
    return f"'{option[: note.start()]}' ({note[1]})" if note else f"'{option}'"


def _found(part: Part, wrong: str) -> str:
    before, gap, after = wrong.partition(_GAP)
    if gap:
        comma = ",?" if after.startswith(",") else ""
        return _literal(before) + _BETWEEN.format(comma) + _literal(after.lstrip(", "))
    if part.names and wrong[0].islower():
        return f"(?:{wrong[0]}|{_SENTENCE_START}{wrong[0].upper()}){_literal(wrong[1:])}"
    return _literal(wrong)


def _suffix(part: Part, wrong: str) -> str:
    plain = wrong.isascii() and wrong[-1].isalpha() and len(wrong) >= SHORTEST_WITH_SUFFIX
    if not part.inflected or not plain or wrong.endswith("nya"):
        return ""
    return "(nya)?" if part.replaces else "(?:-?nya)?"


def _unless(part: Part, wrong: str, innocent: Iterable[str]) -> str:
    """Return a look-ahead that fails where `wrong` stands within one of the phrases."""
    phrases = sorted({spot for phrase in innocent for spot in _within(wrong, phrase)})
    if not phrases:
        return ""
    either = "|".join(phrases)
    return f"(?!{either})" if part.any_case else f"(?!(?i:{either}))"


def _within(wrong: str, phrase: str) -> Iterable[str]:
    """Yield, for each place of `wrong` in `phrase`, an expression for the phrase as seen from there."""
    if wrong.lower() not in phrase.lower():
        return
    for place in re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", phrase, re.IGNORECASE):
        before, after = phrase[: place.start()], phrase[place.end() :]
        if before or after:
            behind = rf"(?<=\b{_literal(before)})" if before else ""
            yield rf"{behind}{_literal(place[0])}{_literal(after)}\b"


def _literal(words: str) -> str:
    """Escape; spaces need no escape outside verbose patterns."""
    return re.escape(words).replace("\\ ", " ")
