"""An address is what it seems to be: its host, its words, and nothing carried along in secret."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import SplitResult

from terbuka.checks import addresses, markdown, rule
from terbuka.checks.addresses import Address
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.markdown import Link
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "link-form"
FAMILY = Family.LINKS
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Addresses carry no password and no tracking, and lead where they seem to lead.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_TRACKING = re.compile(
    r"(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|twclid|ttclid)",
    re.I,
)
_SHOWN_HOST = re.compile(r"(?:https?://)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?:/\S*+)?", re.I)
_GOVERNMENT = re.compile(r"(?:^|[.-])go[.-]?id[.-]|-go\.id$", re.I)
_ENDINGS = frozenset(
    {
        "app",
        "biz",
        "co",
        "com",
        "dev",
        "edu",
        "example",
        "go",
        "gov",
        "id",
        "info",
        "int",
        "io",
        "link",
        "net",
        "org",
    }
)
"""What hosts that staff write end with; “Node.js” and “S.Kom” are no hosts."""

LONGEST_LABEL = 63
"""Characters between two dots of a host; RFC 1035."""

Wrong = tuple[Text, Text, Severity]


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield addresses that hide something."""
    del context
    for address in addresses.of(document):
        raw = address.raw
        if "//" not in raw and not raw.lower().startswith("www."):
            continue
        parts = address.parts
        if parts is None:
            yield _finding(document, address, *_broken())
        elif parts.hostname:
            yield from _of_parts(document, address, parts)
    for link in markdown.links(document.body):
        hosts = None if link.image else _two_hosts(link)
        if hosts:
            yield Finding(
                ID,
                Severity.WARNING,
                document.body_place(link.offset),
                text("The words say {shown}, but the link leads to {host}.", shown=hosts[0], host=hosts[1]),
                text("Correct the address, or name the page that it leads to."),
                SOURCE,
            )


def _of_parts(document: Document, address: Address, parts: SplitResult) -> Iterator[Finding]:
    host = parts.hostname or ""
    for wrong in (_secret(parts), _lookalike(host)):
        if wrong:
            yield _finding(document, address, *wrong)
    kept = _untracked(parts.query)
    if kept != parts.query:
        clean = address.clean.replace(f"?{parts.query}", f"?{kept}" if kept else "", 1)
        stands_here = not address.keys and document.body.startswith(address.clean, address.offset)
        yield Finding(
            ID,
            Severity.SUGGESTION,
            address.place(document),
            text("This address tells {host} how its visitors came.", host=host),
            text("Write it without the part that tracks: {address}", address=clean),
            SOURCE,
            Edit(address.clean, clean) if stands_here else None,
        )


def _broken() -> Wrong:
    return (
        text("No browser can follow this address."),
        text("Copy it again from the page that it leads to."),
        SEVERITY,
    )


def _secret(parts: SplitResult) -> Wrong | None:
    if parts.username is None:
        return None
    if parts.password is not None:
        return (
            text("This address holds a name and a password."),
            text("Remove them, and change the password: it is in the history of this change."),
            SEVERITY,
        )
    return (
        text("What stands before @ is not the host: this address leads to {host}.", host=parts.hostname or ""),
        text("Remove everything between // and @."),
        SEVERITY,
    )


def _lookalike(host: str) -> Wrong | None:
    to_do = text("Compare it letter by letter with the address that the office itself has published.")
    shown = _decoded(host)
    if not shown.isascii():
        if any(len(_scripts(label)) > 1 for label in shown.split(".")):
            return text("The host {host} mixes letters of several alphabets.", host=shown), to_do, SEVERITY
        return text("The host {host} has letters beyond a to z.", host=shown), to_do, Severity.WARNING
    if "go" in host and _GOVERNMENT.search(host) and not host.endswith(".go.id"):
        return (
            text("{host} looks like an address of the government (go.id), but is none.", host=host),
            to_do,
            Severity.WARNING,
        )
    if addresses.is_loopback(host) is False:
        return (
            text("The address names a machine by number ({host}), not by name.", host=host),
            text("Use the name of the site."),
            Severity.WARNING,
        )
    return None


def _decoded(host: str) -> str:
    """Return a host as readers see it, with its letters beyond ASCII."""
    return ".".join(_decoded_label(label) for label in host.split(".")) if "xn--" in host else host


def _decoded_label(label: str) -> str:
    if not label.startswith("xn--") or len(label) > LONGEST_LABEL:
        return label
    try:
        return label[4:].encode().decode("punycode")
    except UnicodeError:
        return label


def _scripts(label: str) -> set[str]:
    """Return the alphabets of the letters of `label`."""
    return {unicodedata.name(letter, "?").split(" ")[0] for letter in label if letter.isalpha()}


def _untracked(query: str) -> str:
    if not query:
        return query
    return "&".join(pair for pair in query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0]))


def _two_hosts(link: Link) -> tuple[str, str] | None:
    """Return the host that the words of a link name and the one that it leads to, if these are not the same."""
    words = link.text.strip(" *_`")
    shown = _SHOWN_HOST.fullmatch(words) if "." in words and words.islower() else None
    if shown is None or shown["host"].rpartition(".")[2] not in _ENDINGS:
        return None
    parts = addresses.parts_of(link.target or "")
    if parts is None or not parts.hostname:
        return None
    said, real = shown["host"].removeprefix("www."), parts.hostname.removeprefix("www.")
    related = said == real or said.endswith(f".{real}") or real.endswith(f".{said}")
    return None if related else (shown["host"], parts.hostname)


def _finding(document: Document, address: Address, what: Text, to_do: Text, severity: Severity) -> Finding:
    return Finding(ID, severity, address.place(document), what, to_do, SOURCE)
