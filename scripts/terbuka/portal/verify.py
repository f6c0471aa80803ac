"""Is the finished portal fit to be seen: links, embargoes, hashes, languages and weight.

Nothing is published that has not passed; everything that is wrong is told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from terbuka.errors import BuildError
from terbuka.portal import broken_links, leaks, markup
from terbuka.portal.site import Site
from terbuka.text import text
from terbuka.words.document import Document


class NotVerified(BuildError):
    """The portal did not pass its own verification.

    Attributes:
        failures: what is wrong, each with the file of the portal that it is in, in path order.
    """

    def __init__(self, failures: Sequence[BuildError]) -> None:
        self.failures = tuple(sorted(failures, key=str))
        super().__init__(
            text("The portal does not pass its own verification; problems: {count}.", count=len(self.failures)),
            text("Correct each of them, then build again; nothing was published."),
        )

    def say(self, language: str) -> str:
        """Return the message and one line for each failure, in `language`."""
        return "\n".join((super().say(language), *(failure.say(language) for failure in self.failures)))


def verify(site_dir: Path, site: Site, hidden: Iterable[Document]) -> None:
    """Check the finished portal in `site_dir`, which was built from `site`.

    Args:
        site_dir: the top folder of the portal.
        site: what it was built from; its base is mapped to files.
        hidden: the documents that nobody may see yet, or any more.

    Raises:
        NotVerified: with everything that is wrong.
        ToolMissing: lychee is not installed.
    """
    failures = [
        *broken_links.find(site_dir, site.base),
        *leaks.find(site_dir, site, hidden),
        *markup.find(site_dir, site),
    ]
    if failures:
        raise NotVerified(failures)
