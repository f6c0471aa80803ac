"""Words and record → the finished portal in ``build/portal``: assembled, rendered, indexed, verified."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbuka.errors import BuildError
from terbuka.office import Office
from terbuka.portal import search
from terbuka.portal.assemble import assemble, replace
from terbuka.portal.render import render
from terbuka.portal.site import Site
from terbuka.portal.verify import verify
from terbuka.record.posted import Posted
from terbuka.text import Text, text
from terbuka.words.document import Document, is_public
from terbuka.words.library import Library
from terbuka.words.register import Register

STAGED = "build/staged"
PORTAL = "build/portal"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built.

    Attributes:
        folder: where the portal is.
        documents: how many documents it shows, in all languages.
        hidden: how many nobody may see yet, or any more.
        pages: how many pages it has.
        indexed: how many of them can be found by searching.
    """

    folder: Path
    documents: int
    hidden: int
    pages: int
    indexed: int


def build(
    root: Path,
    office: Office,
    library: Library,
    register: Register,
    posted: Iterable[Posted],
    now: datetime,
    base: str,
    on_step: Callable[[Text], None],
) -> BuildReport:
    """Build the portal as it should be at `now`, for the address `base`, and put it into ``build/portal``.

    `on_step` is told of each step as it begins. The portal that was there before is replaced only by one
    that has passed its own verification.

    Raises:
        BuildError: a document is not valid, or the portal cannot be built or verified.
        ToolMissing: MkDocs, Pagefind or lychee is not installed.
    """
    on_step(text("Reading the documents"))
    site, hidden = site_of(root, office, library, register, posted, now, base)
    on_step(text("Putting the pages together"))
    staged = root / STAGED
    assemble(site, staged)
    fresh = Path(tempfile.mkdtemp(prefix="portal.", dir=staged.parent))
    try:
        on_step(text("Making HTML"))
        pages = render(site, staged, fresh)
        on_step(text("Making the search index"))
        indexed = search.index(fresh)
        on_step(text("Verifying links, embargoes and hashes"))
        verify(fresh, site, hidden)
        replace(root / PORTAL, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return BuildReport(root / PORTAL, len(site.documents), len(hidden), pages, indexed)


def site_of(
    root: Path,
    office: Office,
    library: Library,
    register: Register,
    posted: Iterable[Posted],
    now: datetime,
    base: str,
) -> tuple[Site, tuple[Document, ...]]:
    """Return the portal's material, and the documents that nobody may see at `now`.

    Raises:
        BuildError: a document is not valid; names the first mistake.
    """
    for document in library.documents:
        for problem in document.problems:
            raise BuildError(problem.what, problem.to_do, problem.place)
    public = tuple(d for d in library.documents if is_public(d, now, office.zone))
    hidden = tuple(d for d in library.documents if not is_public(d, now, office.zone))
    return Site(root, office, public, register, tuple(posted), now, base.rstrip("/") + "/"), hidden
