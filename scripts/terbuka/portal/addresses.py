"""A body whose links work anywhere: feeds and data files are read away from the portal."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from terbuka.portal.links import destination, rewrite
from terbuka.portal.markdown import without_html
from terbuka.portal.site import Site
from terbuka.words.document import Document


def portable_markdown(site: Site, document: Document) -> str:
    """Return the body of `document` with whole addresses, and without comments and HTML.

    A link to a document that is not public keeps its words only: an address tells of an embargo.

    Raises:
        BuildError: a link leads nowhere, or is not an address we allow.
    """
    return without_html(rewrite(document.text, lambda target: address(site, document, target)))


def address(site: Site, document: Document, target: str) -> str | None:
    """Return where the link `target` in `document` leads, as a whole address; None if that is not public.

    Raises:
        BuildError: it leads nowhere, or is not an address we allow.
    """
    if target.startswith("#"):
        return site.url(document) + target
    found = destination(site, document, target)
    if found is None or isinstance(found, str):
        return found
    page = quote(f"{found.with_suffix('')}/" if found.suffix == ".md" else str(found))
    return site.base + page + target[len(urlsplit(target).path) :]
