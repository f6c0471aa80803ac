"""The Rule contract, and the defaults that a rule may adopt.

A rule is a module. It adopts a default by assignment::

    check_library = rule.nothing_in_library
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any, Protocol, TypeVar

from terbuka.checks.finding import Finding, Severity
from terbuka.errors import TerbukaError
from terbuka.office import Office
from terbuka.text import Text
from terbuka.words.document import Document
from terbuka.words.library import Library
from terbuka.words.register import Register

T = TypeVar("T")


class Family(StrEnum):
    """What a rule is about; the folder of its module."""

    ACCESSIBILITY = "accessibility"
    HOAX = "hoax"
    LAW = "law"
    LIFECYCLE = "lifecycle"
    LINKS = "links"
    PRIVACY = "privacy"
    READABILITY = "readability"
    SOCIAL = "social"
    STYLE = "style"
    TRANSLATION = "translation"


class Depends(StrEnum):
    """What a finding on one document depends on, so that results are kept as long as they are true.

    The rule's code, office.yml, the register and the styles always count.
    """

    DOCUMENT = "document"
    """On that document alone, shared blocks put in."""

    DAY = "day"
    """On that document and on the day of the check."""

    REPOSITORY = "repository"
    """On other documents, other files, git, or anything else."""


@dataclass(frozen=True)
class Context:
    """What a rule may know besides the document itself.

    Attributes:
        root: the repository's folder.
        office: who publishes.
        library: every document, also those that are not being checked.
        open_register: reads the register of regulations; see `register`.
        now: the moment of the check, with a time zone.
        base: the commit that changes are compared with; None for the last one.
        touched: the files that differ from it, from the root; None if nothing is compared.
        memo: what rules have worked out together in this run; see `once`.
    """

    root: Path
    office: Office
    library: Library
    open_register: Callable[[], Register]
    now: datetime
    base: str | None = None
    touched: frozenset[PurePosixPath] | None = None
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def register(self) -> Register:
        """The regulations that may be cited, read when the first rule asks: many changes cite none.

        Raises:
            WordsError: the file is broken.
        """
        return self.once("register", self.open_register)

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returns, which is called only once a run; for what several rules share.

        Raises:
            TerbukaError: `make` raised it, now or the first time.
        """
        if name not in self.memo:
            try:
                self.memo[name] = make()
            except TerbukaError as failure:
                self.memo[name] = failure
        result = self.memo[name]
        if isinstance(result, TerbukaError):
            raise result
        made: T = result
        return made


class Rule(Protocol):
    """What the module of a rule has to define."""

    # Its name for people: kebab-case, the file's name with hyphens.
    @property
    def ID(self) -> str: ...  # noqa: N802

    # What it is about; its module lies in the folder of that name.
    @property
    def FAMILY(self) -> Family: ...  # noqa: N802

    # What its findings on one document depend on.
    @property
    def DEPENDS(self) -> Depends: ...  # noqa: N802

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

    # Looks at all checked documents at once: for tools that are started once, and for pairs. If the rule depends
    # on single documents only, it is asked about those whose findings are not known yet. Rules are asked before
    # any looks at a single document, and the findings are read after that: what takes long starts when asked.
    def check_library(self, documents: tuple[Document, ...], context: Context) -> Iterable[Finding]: ...


def nothing_in_document(document: Document, context: Context) -> Iterable[Finding]:
    """For rules that only look at the whole library."""
    del document, context
    return ()


def nothing_in_library(documents: tuple[Document, ...], context: Context) -> Iterable[Finding]:
    """For rules that only look at one document at a time."""
    del documents, context
    return ()
