"""Find the figures of a text: numbers, sums of money, dates, times and telephone numbers.

Indonesian writes 1.000,5 and 08.00 (EYD V), English 1,000.5 and 8 a.m. Dates are taken apart into day, month and
year, because the two put them in another order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from terbuka.checks.figures import words
from terbuka.checks.figures.figure import Figure, Value, number, time

_NO_WORDS = re.compile(
    r"\]\([^()\n]{0,2000}\)|<[^<>\n]{0,2000}>|https?://[^\s)>\]]+|www\.[^\s)>\]]+|[\w.+-]{0,64}@[\w.-]{1,255}"
    r"|\[\^[^\[\]\n]{1,40}\]|^[ \t>]*\d{1,9}[.)](?=[ \t])|^ {0,3}\[[^\[\]\n]{1,99}\]:[^\n]*",
    re.M,
)
"""Addresses, tags, footnotes and the numbers of list items: they hold digits, but say nothing."""

_MONEY = r"(?:Rp\.?|IDR|USD|US\$|\$)[ \u00a0]?"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d])(?![.,:]\d)"
_HALF = r"(?:[ \u00a0]?[ap]\.?[ \u00a0]?m\b\.?)"
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_TO = r"[ \n]?(?:–|-|—|to|and|until)[ \n]?"
_SAID_HOUR = r"(?:(?<=[Pp]ukul )|(?<=[Jj]am ))\d{1,2}(?![\d.:])|\d{1,2}(?= (?:pagi|siang|sore|malam)\b)"
_SCALES = {**words.SCALES["id"], **words.SCALES["en"]}
_AMOUNT = r"\d{1,20}(?:[.,]\d{1,20}){0,8}"


@lru_cache(maxsize=2)
def _scanner(language: str) -> re.Pattern[str]:
    months = "|".join(name.capitalize() for name in words.MONTHS[language])
    short = "|".join(name[:3].capitalize() for name in words.MONTHS[language])
    month = rf"(?:{months}|(?:{short})\.?)"
    kinds = {
        "iso": r"\d{4}-\d\d-\d\d(?!\d)",
        "slashed": r"\d{1,2}/\d{1,2}/\d{4}(?!\d)",
        "phone": r"(?:\+62|\(0\d{2,3}\)|0\d{2,3})[ \u00a0-]?\d(?:[ \u00a0-]?\d){4,11}(?!\d)",
        "halves": rf"{_HOUR}{_TO}(?={_HOUR}{_HALF})",
        "half": rf"{_HOUR}{_HALF}",
        "hour": _SAID_HOUR if language == "id" else r"(?!)",
        "clock": _CLOCK,
        "money": _MONEY + _AMOUNT,
        "amount": _AMOUNT,
    }
    digits = "|".join(f"(?P<{name}>{expression})" for name, expression in kinds.items())
    named = {
        "month": rf"(?<=\d[ \u00a0]){month}\b|(?<=\d(?:st|nd|rd|th) ){month}\b|{month}(?=[ \u00a0]\d)",
        "noon": r"[Tt]engah hari|[Tt]engah malam" if language == "id" else r"[Nn]oon|[Mm]idday|[Mm]idnight",
        "roman": r"[IVX]{2,5}|[VX]",
        "words": rf"(?i:{words.pattern(language)})",
    }
    letters = "|".join(f"(?P<{name}>{expression})" for name, expression in named.items())
    return re.compile(rf"(?:(?<=\bke-)|(?<![^\W_])(?<![^\W\d_]-)(?<!\d[.,]))(?:{digits})|\b(?:{letters})(?![\w])")


def figures(text: str, language: str) -> list[Figure]:
    """Return the figures of `text`, in order; addresses and the like are passed over."""
    shown = _NO_WORDS.sub(lambda match: " " * len(match[0]), text)
    return [
        figure
        for match in _scanner(language).finditer(shown)
        for figure in _READERS[match.lastgroup or ""](match, shown, language)
    ]


def _iso(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    del language
    year, month, day = match[0].split("-")
    yield from _date(match, day, month, year)


def _slashed(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    del language
    yield from _date(match, *match[0].split("/"))


def _date(match: re.Match[str], day: str, month: str, year: str) -> Iterator[Figure]:
    for value in (number(int(day)), ("month", Decimal(month)), number(int(year))):
        yield _figure(match, value, strong=value[0] == "month")


def _phone(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    del language
    digits = re.sub(r"\D", "", match[0])
    yield _figure(match, ("phone", "0" + digits.removeprefix("62").lstrip("0")), strong=True)


def _halves(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    """The first hour of “8 to 10 a.m.”: which half of the day it is in is not said."""
    del language
    hour, minute = _hour_minute(match[0])
    yield _figure(match, number(hour), time(hour, minute), time(hour + 12, minute))


def _half(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    del language
    hour, minute = _hour_minute(match[0])
    afternoon = "p" in match[0].lower()
    yield _figure(match, time(hour % 12 + (12 if afternoon else 0), minute), strong=True)


def _hour(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    """An hour as people say it: “pukul 7”."""
    del language
    hour = int(match[0])
    yield _figure(match, number(hour), time(hour), time(hour + 12))


def _clock(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    """A time; with a point it may be a number as well."""
    hour, minute = _hour_minute(match[0])
    other = [number(Decimal(match[0]))] if "." in match[0] else []
    yield _figure(match, time(hour, minute), *other, strong=language == "id" or not other)


def _hour_minute(raw: str) -> tuple[int, int]:
    hour, *minute = re.findall(r"\d+", raw)[:2]
    return int(hour), int(minute[0]) if minute else 0


def _money(match: re.Match[str], text: str, language: str) -> Iterator[Figure]:
    """A sum. English texts may write rupiah the Indonesian way: nobody means thousandths of a rupiah."""
    raw = re.sub(_MONEY, "", match[0])
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", raw):
        amounts = {Decimal(re.sub(r"\D", "", raw))}
    else:
        amounts = {amount for amount in (_amount(raw, "id"), _amount(raw, "en")) if amount is not None}
    scale, scaled = _scale(match, text)
    if amounts:
        yield _figure(match, *(number(amount * scale) for amount in amounts), strong=True, more=scaled)


def _plain(match: re.Match[str], text: str, language: str) -> Iterator[Figure]:
    raw = match[0]
    # 1.500 is another number in the other language; 2.2 is the same version in both.
    name: list[Value] = [] if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", raw) else [("name", raw)]
    amount = _amount(raw, language)
    if amount is None:
        yield _figure(match, ("name", raw))
        return
    scale, scaled = _scale(match, text)
    amount *= scale
    whole = amount == amount.to_integral_value()
    year = whole and 1900 <= amount <= 2100  # noqa: PLR2004  a year goes without saying
    strong = not year and (not whole or amount > 12)  # noqa: PLR2004  up to a dozen is often written as a word
    yield _figure(match, number(amount), *([] if scaled else name), strong=strong, more=scaled)


def _amount(raw: str, language: str) -> Decimal | None:
    """Return the number that `raw` is in `language`; None for a version or the like."""
    thousands, point = (".", ",") if language == "id" else (",", ".")
    shape = rf"(?:\d{{1,3}}(?:\{thousands}\d{{3}})+|\d+)(?:\{point}\d+)?"
    if not re.fullmatch(shape, raw):
        return None
    return Decimal(raw.replace(thousands, "").replace(point, "."))


def _scale(match: re.Match[str], text: str) -> tuple[int, str]:
    """Return by how much the word behind a number multiplies it, and that word."""
    behind = re.compile(r"[ \u00a0\n](\w{4,8})\b").match(text, match.end())
    # A quotation may stand in the other language.
    scale = _SCALES.get(behind[1].lower(), 1) if behind else 1
    return scale, f" {behind[1]}" if behind and scale > 1 else ""


def _month(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    yield _figure(match, ("month", Decimal(words.month(match[0], language))), strong=True)


def _noon(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    del language
    night = match[0].lower() in ("tengah malam", "midnight")
    yield _figure(match, time(0 if night else 12), sure=False)


def _roman(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    del language
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in match[0]]
    following = [*digits[1:], 0]
    total = sum(-one if one < other else one for one, other in zip(digits, following, strict=True))
    yield _figure(match, number(total), sure=False)


def _words(match: re.Match[str], _: str, language: str) -> Iterator[Figure]:
    said = match[0].lower()
    yield _figure(match, number(words.value(said, language)), sure=False, strong=words.counts(said, language))


def _figure(
    match: re.Match[str], *values: Value, sure: bool = True, strong: bool = False, more: str = ""
) -> Figure:
    raw = re.sub(r"(?<=\d)\W*(?:to|and|until)?\W*\Z", "", " ".join(match[0].split())) + more
    return Figure(raw, match.start(), frozenset(values), sure, strong)


_READERS: Mapping[str, Callable[[re.Match[str], str, str], Iterator[Figure]]] = {
    "amount": _plain,
    "clock": _clock,
    "half": _half,
    "halves": _halves,
    "hour": _hour,
    "iso": _iso,
    "money": _money,
    "month": _month,
    "noon": _noon,
    "phone": _phone,
    "roman": _roman,
    "slashed": _slashed,
    "words": _words,
}
