"""Which addresses of other sites readers are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urldefrag

from terbuka.checks import addresses, blocks
from terbuka.checks.addresses import Address
from terbuka.office import Office
from terbuka.words.document import Document, is_public
from terbuka.words.library import Library

_RESERVED = ("example", "invalid", "localhost", "test")
_RESERVED_NAMES = ("example.com", "example.net", "example.org")
"""Names that are for examples only; RFC 2606 and RFC 6761."""


def collect(library: Library, now: datetime) -> tuple[str, ...]:
    """Return the addresses of other sites that readers are given at the moment `now`, each once, in order.

    Documents that are not public are left out: asking for an address tells its site that somebody knows it.
    """
    zone = library.office.zone
    public = [document for document in library.valid() if is_public(document, now, zone)]
    everything = (*public, *blocks.of(public, library.root))
    return tuple(sorted({target for target, _ in in_documents(everything, library.office)}))


def in_documents(documents: Iterable[Document], office: Office) -> Iterator[tuple[str, Address]]:
    """Yield what is to be asked for, and the place in a document that gives it."""
    for document in documents:
        for address in addresses.of(document):
            target = asked_for(address, office)
            if target:
                yield target, address


def asked_for(address: Address, office: Office) -> str | None:
    """Return what is asked for to try `address`; None if it is no address of another site."""
    parts = address.parts
    host = (parts.hostname or "") if parts else ""
    if parts is None or parts.scheme not in ("http", "https") or host == (office.url.host or ""):
        return None
    if host.rpartition(".")[2] in _RESERVED or any(f".{host}".endswith(f".{name}") for name in _RESERVED_NAMES):
        return None
    whole = address.clean if "://" in address.clean else f"https://{address.clean}"
    return urldefrag(whole).url if host else None
