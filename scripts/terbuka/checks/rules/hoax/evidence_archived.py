"""What proves a hoax is kept where it stays, and nothing leads readers to the hoax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from terbuka.checks import markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.klarifikasi import Clarification

ID = "evidence-archived"
FAMILY = Family.HOAX
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Evidence is kept in an archive, sources are named, and nothing links to the hoax.")
SOURCE = "UU 43/2009 Pasal 86; UU 14/2008 Pasal 7 ayat (2)"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

ARCHIVES = frozenset(
    {
        "archive.fo", "archive.is", "archive.li", "archive.md", "archive.org", "archive.ph",
        "archive.today", "archive.vn", "ghostarchive.org", "perma.cc", "web.archive.org", "webcitation.org",
    }
)  # fmt: skip
"""Public archives of web pages."""

PLATFORMS = frozenset(
    {
        "bsky.app", "discord.com", "facebook.com", "fb.com", "fb.watch", "instagram.com", "line.me",
        "linkedin.com", "quora.com", "reddit.com", "snackvideo.com", "t.co", "t.me", "telegram.me",
        "threads.com", "threads.net", "tiktok.com", "twitter.com", "wa.me", "whatsapp.com", "x.com",
        "youtu.be", "youtube.com",
    }
)  # fmt: skip
"""Where hoaxes go round; a link there may be one."""

_NUMBERED = re.compile(r"\d")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield evidence that may vanish, and links that spread what the text refutes."""
    meta = document.meta
    if not isinstance(meta, Clarification) or meta.status == "withdrawn":
        return
    for index, kept in enumerate(meta.evidence):
        yield from _evidence(document.place("evidence", index, "archived"), str(kept.archived), context.office)
    if not meta.sources:
        yield _finding(
            document.place("fact"),
            text("The fact has no source."),
            text("Add “sources”: the document, the log or the page by which anybody can check it."),
            Severity.WARNING,
        )
    for index, source in enumerate(meta.sources):
        if source.url and not source.archived and _may_change(str(source.url), context.office):
            yield _finding(
                document.place("sources", index),
                text("This page may change or go, and nothing keeps what it says today."),
                text("Have a web archive keep it, and add its address as “archived”."),
                Severity.SUGGESTION,
            )
    yield from _links(document, context.office)


def _evidence(place: Place, archived: str, office: Office) -> Iterator[Finding]:
    if not archived.lower().startswith(("http://", "https://")):
        if not _NUMBERED.search(archived):
            yield _finding(
                place,
                text("“{words}” does not say where the copy is kept.", words=archived),
                text("Give the number in the office's archive, or the address in a web archive."),
            )
        return
    host = _host(archived)
    if host in ARCHIVES or _is_ours(host, office):
        return
    if _matches(host, PLATFORMS):
        yield _finding(
            place,
            text("This leads to where the hoax itself spreads: {host}.", host=host),
            text("Keep a copy in a web archive or in the office's archive, and name that."),
        )
    else:
        yield _finding(
            place,
            text("{host} is no archive; the page may change or go.", host=host),
            text("Keep a copy in a web archive or in the office's archive, and name that."),
            Severity.WARNING,
        )


def _links(document: Document, office: Office) -> Iterator[Finding]:
    if "://" not in document.body:
        return
    own = tuple(f"{_plain(str(account.profile))}/" for account in office.accounts)
    for link in markdown.links(document.body):
        target = link.target or ""
        if not target.startswith(("http://", "https://")) or not _matches(_host(target), PLATFORMS):
            continue
        if not f"{_plain(target)}/".startswith(own):
            yield _finding(
                document.body_place(link.offset),
                text("This link leads to {host}, where the hoax may stand.", host=_host(target)),
                text("Never link to a hoax; link to a kept copy, or describe it."),
                Severity.WARNING,
            )


def _may_change(address: str, office: Office) -> bool:
    """Tell whether `address` is a page of somebody else; the front page of a site proves nothing anyway."""
    host = _host(address)
    return bool(urlsplit(address).path.strip("/")) and host not in ARCHIVES and not _is_ours(host, office)


def _plain(address: str) -> str:
    parts = urlsplit(address)
    return f"{_host(address)}{parts.path.rstrip('/')}".casefold()


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _matches(host: str, hosts: frozenset[str]) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _is_ours(host: str, office: Office) -> bool:
    """Tell whether an address is the portal's, or that of another site of the same office."""
    own = _host(office.base)
    domain = own.partition(".")[2] if own.count(".") > 1 else own
    return host in (own, domain) or host.endswith(f".{domain}")


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
