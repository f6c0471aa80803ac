"""Every output format, alphabetically. A new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from terbuka.checks.finding import Finding
from terbuka.checks.formats import github, json, text


class Format(Protocol):
    """What the module of a format has to define."""

    # Returns everything that is to be printed, in `language`; files are read below `root`.
    def render(self, findings: Iterable[Finding], root: Path, language: str) -> str: ...  # noqa: D102


FORMATS: Mapping[str, Format] = MappingProxyType({"github": github, "json": json, "text": text})
