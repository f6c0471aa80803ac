"""Where search engines find the list of pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from terbuka.portal.site import Site, Staged


def files(site: Site) -> Iterable[Staged]:
    """Make ``robots.txt``."""
    words = f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n"
    yield Staged(PurePosixPath("robots.txt"), words.encode())
