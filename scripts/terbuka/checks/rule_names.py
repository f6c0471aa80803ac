"""What to say to a person who names a rule that does not exist."""

from __future__ import annotations

from difflib import get_close_matches

from terbuka.checks.registry import RULES
from terbuka.text import Text, text


def unknown(name: str) -> tuple[Text, Text]:
    """Return what is wrong with `name` and what to do: choose a rule of a similar name, or look at the list."""
    similar = get_close_matches(name, RULES, n=3)
    if similar:
        to_do = text("Perhaps you mean {names}; terbuka rules lists them all.", names=" / ".join(similar))
    else:
        to_do = text("The command terbuka rules lists them all.")
    return text("There is no rule “{name}”.", name=name), to_do
