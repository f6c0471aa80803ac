"""Words that somebody else wrote or said: no rule of form may touch them."""

from __future__ import annotations

from terbuka.checks import sentences


def holds(words: str, start: int) -> bool:
    """Tell whether the character at `start` stands in quotation marks that open in its sentence, or in a quote."""
    first, _ = sentences.around(words, start, start + 1, sentences.OF_LAWS)
    line = words.rfind("\n", 0, start) + 1
    before = words[first:start]
    curly = before.rfind("“") > before.rfind("”")
    return curly or before.count('"') % 2 == 1 or words[line : line + 4].lstrip().startswith(">")
