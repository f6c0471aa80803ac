"""Every family of pages, alphabetically. A new family is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from terbuka.portal.pages import (
    accounts,
    assets,
    data,
    documents,
    feeds,
    home,
    news,
    pictures,
    record,
    robots,
    rules,
    search,
    sections,
    topics,
)
from terbuka.portal.site import Site, Staged

PAGES: Mapping[str, Callable[[Site], Iterable[Staged]]] = MappingProxyType(
    {
        "accounts": accounts.files,
        "assets": assets.files,
        "data": data.files,
        "documents": documents.files,
        "feeds": feeds.files,
        "home": home.files,
        "news": news.files,
        "pictures": pictures.files,
        "record": record.files,
        "robots": robots.files,
        "rules": rules.files,
        "search": search.files,
        "sections": sections.files,
        "topics": topics.files,
    }
)
