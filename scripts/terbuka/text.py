"""Sentences for people, kept apart from the language they are finally said in.

Code writes a sentence once, in English, and never glues pieces together; the catalogues in
``locale/<language>/*.po`` say it in the office's language. A sentence is a value, so a finding
or an error can be compared, stored and said again in another language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
"""One folder a language, one ``.po`` file a room."""

LANGUAGES = ("en", "id")
"""The languages the tool itself speaks."""

SOURCE_LANGUAGE = "en"
"""The language of the sentences in the source."""

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence and the values that belong in its ``{placeholders}``."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def say(self, language: str) -> str:
        """Return the sentence in `language`; English where the catalogue lacks it."""
        sentence = catalogue(language).get(self.key, self.key)
        return sentence.format(**dict(self.values)) if self.values else sentence

    def __str__(self) -> str:
        return self.say(SOURCE_LANGUAGE)


def text(key: str, /, **values: Value) -> Text:
    """Return the sentence `key` (English, with ``{placeholders}``) as a `Text`."""
    return Text(key, tuple(sorted(values.items())))


def quoted(words: str) -> Text:
    """Return words that come from elsewhere (Vale, a platform, git) and are not translated."""
    return Text("{words}", (("words", words),))


_LINE = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_MESSAGE = re.compile(rf"^msgid\s+((?:{_LINE}\s+)+)msgstr\s+((?:{_LINE}\s+)+)", re.M)
_LINES = re.compile(_LINE)
_ESCAPED = re.compile(r"\\(.)")
_CHARACTERS = {"n": "\n", "r": "\r", "t": "\t"}


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return every translated sentence of `language`, read from its ``.po`` files."""
    sentences: dict[str, str] = {}
    for path in sorted((LOCALE / language).glob("*.po")):
        # Babel reads more than we write, and takes ten times as long; every command waits for it.
        for key, said in _MESSAGE.findall(path.read_text(encoding="utf-8") + "\n"):
            sentences[_plain(key)] = _plain(said) or _plain(key)
    sentences.pop("", None)  # who wrote the file, and in which characters
    return sentences


def _plain(quoted: str) -> str:
    joined = "".join(line[1:-1] for line in _LINES.findall(quoted))
    return _ESCAPED.sub(lambda match: _CHARACTERS.get(match[1], match[1]), joined) if "\\" in joined else joined
