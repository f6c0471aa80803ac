"""Words from documents where they become a terminal's line, Markdown or a command: they stay words.

Anybody may open a pull request, so no text may steer a terminal, call people, link, or break out of a table.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    # Control characters, marks that turn the direction of writing, line separators, halves of characters.
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~>-])")
_APART = "\N{ZERO WIDTH NON-JOINER}"


def printable(words: str) -> str:
    """Return `words` with control characters shown as a mark: a file must not steer a terminal."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", words.replace("\t", " "))


def clipped(words: str, most: int) -> str:
    """Return `words`, cut where they are longer than `most` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def one_line(words: str, most: int) -> str:
    """Return `words` on one line that can be printed, of at most `most` characters."""
    # Cut first: a line may be as long as its file.
    return clipped(printable(" ".join(words[: 4 * most].split())), most)


def plain(words: str, most: int = 400) -> str:
    """Return `words` so that they are only words in a Markdown table: no markup, mentions, links or line ends."""
    escaped = _MARKUP.sub(r"\\\1", one_line(words, most)).replace("&", "&amp;").replace("<", "&lt;")
    escaped = escaped.replace("@", f"@{_APART}").replace("://", f":{_APART}//").replace("\\#", f"\\#{_APART}")
    return re.sub(r"(?i)\bwww\.", lambda match: f"{match[0][:-1]}{_APART}.", escaped)


def code(words: str, most: int = 400) -> str:
    """Return `words` so that they stay within single backticks in a table."""
    return one_line(words, most).replace("`", "ʼ").replace("|", "¦")


def fenced(words: str) -> str:
    """Return `words` in a fence that they cannot close."""
    shown = "\n".join(printable(line) for line in words.split("\n"))
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{shown}\n{fence}"
