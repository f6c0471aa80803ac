"""A page of the portal before it is staged: data for a template, and Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from terbuka.portal.site import Site, Staged
from terbuka.words.document import content_hash

SHORT_HASH = 12
"""Characters of a hash that people compare by eye."""


@dataclass(frozen=True)
class Page:
    """A page in one language.

    Attributes:
        url: its address below the portal's own, such as ``en/berita/``; "" for the home page.
        language: of its words.
        title: plain words.
        summary: plain words, for search engines and cards.
        template: the file in site/overrides that shows it.
        data: what the template shows, all of it plain words; templates escape it.
        section: the menu entry that it belongs to.
        crumbs: the pages above it, as (title, address), without the home page.
        alternates: the address of the same page in each language that has it.
        body: Markdown.
        digest: the hash of the document that it shows; None for a page made from many.
        index: True makes it a folder's page (``berita/index.md``).
        searchable: False keeps it out of the search index.
    """

    url: str
    language: str
    title: str
    summary: str
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    section: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    alternates: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    digest: str | None = None
    index: bool = True
    searchable: bool = False


def staged(site: Site, page: Page) -> Staged:
    """Return the file that shows `page`: front matter for the template, then Markdown."""
    meta: dict[str, Any] = {
        "title": page.title,
        "description": page.summary,
        "language": page.language,
        "template": page.template,
        "section": page.section,
        "crumbs": [{"title": title, "path": path} for title, path in page.crumbs],
        "alternates": [
            {"language": code, "path": page.alternates[code]}
            for code in site.office.languages
            if code in page.alternates
        ],
        "searchable": page.searchable,
        **page.data,
    }
    digest = page.digest or content_hash(_front_matter(meta) + page.body)
    meta |= {"hash": digest, "short_hash": digest.removeprefix("sha256:")[:SHORT_HASH]}
    path = f"{page.url}index.md" if page.index else f"{page.url.rstrip('/')}.md"
    return Staged(PurePosixPath(path), (_front_matter(meta) + page.body).encode())


def prefix(site: Site, language: str) -> str:
    """Return what the addresses of a language begin with: "" or ``en/``."""
    return "" if language == site.office.language else f"{language}/"


def both(site: Site, path: str) -> dict[str, str]:
    """Return the address of a page that every language has, such as ``berita/``."""
    return {language: prefix(site, language) + path for language in site.office.languages}


def _front_matter(meta: Mapping[str, Any]) -> str:
    shown = {key: value for key, value in meta.items() if value not in (None, "", [], (), {})}
    dumped = yaml.dump(shown, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{dumped}---\n\n"


class _Plain(yaml.CSafeDumper):
    """Front matter that any builder reads: no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401  PyYAML's own signature
        """Write a value twice rather than refer to its first place."""
        return True
