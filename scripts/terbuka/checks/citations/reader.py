"""Text → the citations in it.

A text is first searched for a year that can end a citation: most texts have none and are done. Then every name
of a type is found, and the number and the year behind it. Wrong forms are read as well (``uu no 14 thn 2008``):
what they should be is for rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from terbuka.checks.citations import grammar, title
from terbuka.checks.citations.citation import Citation
from terbuka.checks.citations.types import BY_NAME, Type
from terbuka.checks.vocabulary import mentions
from terbuka.words.register import Register, Regulation

if TYPE_CHECKING:
    from terbuka.checks.rule import Context


class Reader:
    """Reads citations; it knows the types that a register adds to ours.

    Args:
        register: the regulations that may be cited.
    """

    def __init__(self, register: Register) -> None:
        self._types: dict[str, str] = {name: kind.short for name, kind in BY_NAME.items()}
        self._by_key: dict[tuple[str, str, int], Regulation] = {}
        for regulation in register.regulations:
            self._types[_folded(regulation.type)] = regulation.type
            self._types.setdefault(_folded(regulation.type_full), regulation.type)
            for number in _numbers(regulation.number, regulation.year):
                self._by_key.setdefault((regulation.type, number, regulation.year), regulation)
        self._triggers = grammar.TRIGGERS | {_folded(item.type).split()[0] for item in register.regulations}
        self.read = lru_cache(maxsize=64)(self._read)
        """Return the citations in a text, in order; worked out once for texts that several rules ask about."""

    def regulation(self, citation: Citation) -> Regulation | None:
        """Return what the register says of `citation`; None if it does not know it."""
        for number in _numbers(citation.number, citation.year):
            found = self._by_key.get((citation.type, number, citation.year))
            if found:
                return found
        return None

    def _read(self, words: str) -> tuple[Citation, ...]:
        windows = _windows(words)
        if not windows or not self._mentioned(words):
            return ()
        found: list[Citation] = []
        reach = covered = 0
        for first, last in windows:
            for head in grammar.HEAD.finditer(words, first, last):
                if head.start() < reach:
                    continue
                for item in self._at(words, head):
                    found.append(replace(item, inside=True) if item.start < covered else item)
                    reach = item.end
                    covered = max(covered, item.title_end)
        return tuple(found)

    def _mentioned(self, words: str) -> bool:
        lowered = words.lower()
        return mentions(words, self._triggers) or "permen" in lowered or "kepmen" in lowered or "perka" in lowered

    def _at(self, words: str, head: re.Match[str]) -> Iterator[Citation]:
        """Yield the citation whose type is named by `head`, and the further ones of its list."""
        first = self._first(words, head)
        if first is None:
            return
        *earlier, last = first
        last = _with_title(words, last)
        yield from earlier
        yield last
        for _ in range(30):
            following = _further(words, last)
            if following is None:
                return
            last = _with_title(words, following)
            yield last

    def _first(self, words: str, head: re.Match[str]) -> list[Citation] | None:
        if head["uud"] or (head["law"] and grammar.BASIC.match(words, head.end())):
            return _constitution(words, head)
        start, name, office = head.start(), head[0], ""
        end = head.end()
        if head["english"]:
            named = self._english(words, head)
            if named is None:
                return None
            start, end = named
            name = words[start:end]
        elif head["open"]:
            end, name = _longer(words, head)
            if _folded(name) not in _CLOSED:
                found = _office(words, end)
                if found is None:
                    return None
                office, end = found
        elif head["law"] and (emergency := grammar.EMERGENCY.match(words, end)):
            end, name = emergency.end(), words[start : emergency.end()]
        return self._numbered(words, start, end, name, office)

    def _english(self, words: str, head: re.Match[str]) -> tuple[int, int] | None:
        """Return where the name begins and ends that “Regulation”, “Decree” and the like are the last word of."""
        lieu = grammar.IN_LIEU.match(words, head.end())
        end = lieu.end() if lieu else head.end()
        before = grammar.BEFORE_ENGLISH.search(words, max(0, head.start() - 120), head.start())
        if before is None:
            return None
        starts = [word.start() for word in grammar.CAPITAL.finditer(words, before.start(), head.start())]
        known = (start for start in starts if _folded(words[start:end]) in self._types)
        start = next(known, starts[0] if starts else None)
        return None if start is None else (start, end)

    def _numbered(self, words: str, start: int, end: int, name: str, office: str) -> list[Citation] | None:
        state = grammar.STATE.match(words, end)
        end = state.end() if state else end
        kind = self._kind(name, office)
        early = grammar.YEAR_FIRST.match(words, end)
        if early:
            year, mark = int(early["year"]), early["mark"]
            whole = words[start : early.end()]
            return [Citation(start, early.end(), whole, name, office, kind, early["number"], year, mark, "")]
        number = grammar.NUMBERED.match(words, end) or grammar.BARE.match(words, end)
        if number is None:
            return None
        mark = number.groupdict().get("mark") or ""
        return _complete(words, start, name, office, kind, mark, number)

    def _kind(self, name: str, office: str) -> str:
        """Return the short type: the longest name that we or the register know, from the first word on."""
        parts = _folded(f"{name} {office}").removeprefix("the ").split(" ")
        for length in range(len(parts), 0, -1):
            known = self._types.get(" ".join(parts[:length]))
            if known:
                return known
        english = (short for end, short in _ENGLISH.items() if _folded(name).endswith(end))
        return next(english, name)


_EARLIER: Mapping[str, str] = {"prp": "Perppu", "prps": "Penpres", "drt": "UU Drt"}
"""In the 1950s and 1960s the kind stood behind the number: “Nomor 51 Prp. Tahun 1960” is a Perppu."""
_CLOSED = frozenset(("peraturan pemerintah", "peraturan pemerintah pengganti undang-undang", "peraturan presiden"))
_ENGLISH: Mapping[str, str] = {
    "in lieu of law": "Perppu",
    "government regulation": "PP",
    "presidential regulation": "Perpres",
    "presidential instruction": "Inpres",
    "presidential decree": "Keppres",
    "regional regulation": "Perda",
    "regulation": "Peraturan",
    "decree": "Keputusan",
    "instruction": "Instruksi",
    "circular": "SE",
}


def of(context: Context) -> Reader:
    """Return the reader for the register of `context`; there is one a run."""
    return context.once("citations", lambda: Reader(context.register))


def _folded(name: str) -> str:
    plain = grammar.HYPHEN.sub("-", " ".join(name.lower().split()))
    return grammar.LAW_TOGETHER.sub("undang-undang", plain).replace("peraturan-peraturan", "peraturan")


def _numbers(number: str, year: int) -> tuple[str, ...]:
    """Return a number as it may be looked up: whole, without the year, and its leading digits alone."""
    whole = number.lower().strip()
    without = whole.removesuffix(f"/{year}")
    leading = re.match(r"(\d+)/(?=[a-z])", without)
    return tuple(dict.fromkeys((without, whole, leading[1] if leading else without)))


def _windows(words: str) -> list[tuple[int, int]]:
    """Return the parts of a text in which a citation may begin: those before a year that can end one."""
    found: list[tuple[int, int]] = []
    for year in grammar.YEAR.finditer(words):
        start = year.start()
        if not grammar.BEFORE_YEAR.search(words, max(0, start - 12), start):
            continue
        first = max(0, start - grammar.WINDOW)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], start)
        else:
            found.append((first, start))
    return found


def _constitution(words: str, head: re.Match[str]) -> list[Citation] | None:
    basic = None if head["uud"] else grammar.BASIC.match(words, head.end())
    found = grammar.UUD.match(words, basic.end() if basic else head.end())
    if found is None:
        return None
    name = words[head.start() : basic.end() if basic else head.end()]
    whole = words[head.start() : found.end()]
    return [Citation(head.start(), found.end(), whole, name, "", "UUD", "-", 1945, "", "Tahun")]


def _longer(words: str, head: re.Match[str]) -> tuple[int, str]:
    """Return where the name of the type ends, and the name: ``Peraturan`` may be ``Peraturan Pemerintah``."""
    if not head[0].lower().startswith(("peraturan", "keputusan", "instruksi")):
        return head.end(), head[0]
    longer = grammar.KIND_OF_GOVERNMENT.match(words, head.end())
    if longer is None or (not longer["perpres"] and not head[0].lower().startswith("peraturan")):
        return head.end(), head[0]
    return longer.end(), words[head.start() : longer.end()]


def _office(words: str, end: int) -> tuple[str, int] | None:
    """Return the office or place behind an open type and where it ends; None if no number follows it."""
    found = grammar.OFFICE.match(words, end) or grammar.OFFICE_SHORT.match(words, end)
    if found is None:
        near = grammar.NUMBERED.match(words, end) or grammar.BARE.match(words, end)
        return ("", end) if near else None
    office = found[0].strip(" \n\t,")
    names = re.findall(r"[\w/.&'-]+", office)
    if not all(name[0].isupper() or name in grammar.SMALL for name in names) or grammar.HEAD_INSIDE.search(office):
        return None
    return " ".join(office.split()), found.end()


def _complete(
    words: str, start: int, name: str, office: str, kind: str, mark: str, number: re.Match[str]
) -> list[Citation] | None:
    """Return the citation whose number is `number`, or several if that begins a list with one year at its end."""
    token = number["number"].rstrip(".-–")
    end = number.start("number") + len(token)
    if not any(character.isdigit() for character in token) and "/" not in token:
        return None
    linked = grammar.LINKED.match(words, end)
    if linked:
        kind = _EARLIER.get((linked["earlier"] or "").lower().rstrip("."), kind)
        return [_make(words, start, linked.end(), name, office, kind, token, int(linked["year"]), mark, linked)]
    own = re.fullmatch(r"(?P<number>.{1,120})(?P<slash>/)(?P<year>(?:19|20)\d\d)", token)
    if own and (mark or re.fullmatch(r"\d{1,4}[A-Z]?", own["number"])):
        return [_make(words, start, end, name, office, kind, own["number"], int(own["year"]), mark, own)]
    more = grammar.MORE.match(words, end) if mark and token.isdigit() else None
    linked = grammar.LINKED.match(words, more.end()) if more else None
    if more is None or linked is None or linked["slash"]:
        return None
    year = int(linked["year"])
    items = [_make(words, start, end, name, office, kind, token, year, mark, linked)]
    for other in grammar.ONE_MORE.finditer(words, more.start(), more.end()):
        items.append(_make(words, other.start(), other.end(), "", "", kind, other[1], year, mark, linked))
    items[-1] = replace(items[-1], end=linked.end(), words=words[items[-1].start : linked.end()])
    return items


def _make(
    words: str,
    start: int,
    end: int,
    name: str,
    office: str,
    kind: str,
    number: str,
    year: int,
    mark: str,
    link: re.Match[str],
) -> Citation:
    by = link["slash"] or link["link"]
    return Citation(start, end, words[start:end], name, office, kind, number, year, mark, by)


def _with_title(words: str, citation: Citation) -> Citation:
    start, end = title.find(words, citation.end)
    return replace(citation, title_start=start, title_end=end)


def _further(words: str, last: Citation) -> Citation | None:
    """Return the next citation of a list that does not name its type again: “dan Nomor 15 Tahun 2004”."""
    if last.type == "UUD":
        return None
    if not last.mark or last.link == "/":
        short = grammar.FURTHER_SHORT.match(words, last.reach)
        if short:
            start = short.start("number")
            return _make(
                words, start, short.end(), "", "", last.type, short["number"], int(short["year"]), "", short
            )
    number = grammar.FURTHER.match(words, last.reach)
    if number is None:
        return None
    items = _complete(words, number.start("mark"), "", "", last.type, number["mark"], number)
    return items[0] if items else None


def type_of(citation: Citation) -> Type | None:
    """Return our own type of `citation`; None for one that only the register knows."""
    return BY_NAME.get(citation.type.lower())
