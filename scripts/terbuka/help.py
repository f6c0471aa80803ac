"""The language of the help texts, which are needed before anything is loaded."""

from __future__ import annotations

import os
from pathlib import Path

from terbuka import office
from terbuka.errors import OfficeError
from terbuka.text import LANGUAGES, Text
from terbuka.workspace import find_root


def _language() -> str:
    """Return TERBUKA_LANG, else the office's language, else Indonesian."""
    wanted = os.environ.get("TERBUKA_LANG", "")
    if wanted in LANGUAGES:
        return wanted
    try:
        return office.load(find_root(Path.cwd())).language
    except OfficeError:
        return "id"


LANGUAGE = _language()


def say(sentence: str) -> str:
    """Return a sentence of the catalogue in the language of the help."""
    return Text(sentence).say(LANGUAGE)
