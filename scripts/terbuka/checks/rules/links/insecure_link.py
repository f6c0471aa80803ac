"""Addresses are asked for over a connection that nobody between can read or change."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import addresses, rule
from terbuka.checks.addresses import Address, Use
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "insecure-link"
FAMILY = Family.LINKS
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Addresses begin with https://, not with http:// or ftp://.")
SOURCE = ""
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_NAMES_OF_FORMATS = frozenset(
    {"www.w3.org", "schema.org", "purl.org", "xmlns.com", "ns.adobe.com", "www.sitemaps.org"}
)
"""Hosts of addresses that are names of formats and that nobody asks for, when they stand bare in a text."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield addresses that anybody between could read or change."""
    own = (context.office.url.host or "").lower()
    for address in addresses.of(document):
        if address.raw[:5].lower() not in ("http:", "ftp:/"):
            continue
        parts = address.parts
        host = (parts.hostname or "") if parts else ""
        this_machine = host == "localhost" or addresses.is_loopback(host)
        if this_machine or (address.use is Use.BARE and host in _NAMES_OF_FORMATS):
            continue
        what, to_do, severity = _wrong(address, host, own)
        stands_here = not address.keys and document.body.startswith("http://", address.offset)
        edit = Edit("http://", "https://") if host == own and stands_here else None
        yield Finding(ID, severity, address.place(document), what, to_do, SOURCE, edit)


def _wrong(address: Address, host: str, own: str) -> tuple[Text, Text, Severity]:
    if address.raw[:3].lower() == "ftp":
        return (
            text("Browsers no longer open ftp:// addresses ({host}).", host=host),
            text("Offer the file on a page with https://."),
            Severity.ERROR,
        )
    if host == own:
        return (
            text("The portal itself is linked to with http://."),
            text("Link to the .md file, or write https://."),
            Severity.ERROR,
        )
    if address.use is Use.LOADED:
        return (
            text("The page would load something from {host} with http://, which browsers refuse.", host=host),
            text("Write https://, or put the file into content/."),
            Severity.ERROR,
        )
    return (
        text(
            "Anybody between could read or change what {host} sends: the address begins with http://.", host=host
        ),
        text("Try it with https:// and write that; if it has none, look for another source."),
        SEVERITY,
    )
