"""Every output format, alphabetically. A new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from terbuka.checks.finding import Finding
from terbuka.checks.formats import github, gitlab, json, markdown, sarif, text
from terbuka.checks.formats.manner import PLAIN, Manner


class Format(Protocol):
    """What the module of a format has to define."""

    # Returns everything that is to be printed, in `language`; files are read below `root`.
    def render(  # noqa: D102
        self, findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN
    ) -> str: ...


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"github": github, "gitlab": gitlab, "json": json, "markdown": markdown, "sarif": sarif, "text": text}
)
