"""The Rule contract, and the defaults that a rule may adopt.

A rule is a module. It adopts a default by assignment::

    check_library = rule.nothing_in_library
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from terbuka.checks.finding import Finding, Severity
from terbuka.office import Office
from terbuka.text import Text
from terbuka.words.document import Document
from terbuka.words.library import Library
from terbuka.words.register import Register


@dataclass(frozen=True)
class Context:
    """What a rule may know besides the document itself.

    Attributes:
        root: the repository's folder.
        office: who publishes.
        library: every document, also those that are not being checked.
        register: the regulations that may be cited.
        now: the moment of the check, with a time zone.
    """

    root: Path
    office: Office
    library: Library
    register: Register
    now: datetime


class Rule(Protocol):
    """What the module of a rule has to define."""

    # Its name for people: kebab-case, the file's name with hyphens.
    @property
    def ID(self) -> str: ...  # noqa: N802

    # What it looks for, one sentence.
    @property
    def SUMMARY(self) -> Text: ...  # noqa: N802

    # The law, standard or guide it rests on; "" for plain good sense.
    @property
    def SOURCE(self) -> str: ...  # noqa: N802

    # The severity that its findings have unless it says otherwise.
    @property
    def SEVERITY(self) -> Severity: ...  # noqa: N802

    # Looks at one document. Documents with a broken front matter have `meta` None.
    def check_document(self, document: Document, context: Context) -> Iterable[Finding]: ...

    # Looks at all checked documents at once: for tools that are started once, and for pairs.
    def check_library(self, documents: tuple[Document, ...], context: Context) -> Iterable[Finding]: ...


def nothing_in_document(document: Document, context: Context) -> Iterable[Finding]:
    """For rules that only look at the whole library."""
    del document, context
    return ()


def nothing_in_library(documents: tuple[Document, ...], context: Context) -> Iterable[Finding]:
    """For rules that only look at one document at a time."""
    del documents, context
    return ()
