"""E-mail addresses, and whose they are by their domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.page import Page

_LOCAL = re.compile(r"[A-Za-z0-9_.+%-]{1,64}\Z")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@-]|\.\w)")
_SPELT_OUT = re.compile(r"[\[(] ?(?:at|et) ?[\])] ?(?P<domain>[A-Za-z0-9.-]{1,63})", re.I)
_LONGEST_LOCAL = 64

# fmt: off
PRIVATE = frozenset({
    "aol", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "mac", "mail", "me", "msn", "outlook",
    "plasa", "proton", "protonmail", "rocketmail", "telkom", "tuta", "tutanota", "yahoo", "yandex", "ymail",
    "zoho",
})
# fmt: on
"""Providers of mailboxes for anybody, the part of the domain before the first dot."""

_PRIVATE_DOMAIN = re.compile(
    rf"(?:{'|'.join(sorted(PRIVATE))})\.(?:com|net|org|me|ru|de|id|co\.id|co\.uk|sg|com\.sg|email)"
)
OFFICIAL = (".go.id", ".desa.id", ".mil.id", ".gov", ".int", ".example", ".test", ".invalid", ".localhost")
"""Endings of domains of public bodies, and those that belong to nobody (RFC 2606)."""

_NOBODY = frozenset({"example.com", "example.net", "example.org"})
_FILES = frozenset({"css", "gif", "html", "jpeg", "jpg", "js", "json", "md", "pdf", "png", "svg", "webp", "yml"})
_ROLES = frozenset(
    re.findall(
        r"\w+",
        """
        abuse admin administrasi admission aduan bantuan conduct contact cs customer customercare
        customerservice feedback git government hai halo hello help helpdesk hi hotline humas info
        informasi kami kontak lapor layanan list marketing media newsroom no noreply office
        pengaduan ppid press privacy project proyek redaksi reply report sales security sekretariat
        service support team tim webmaster
        """,
    )
)
"""Words in addresses that do not belong to one person."""

_APART = re.compile(r"[._+-]+|\d+")


def find(page: Page, own: Iterable[str] = (), own_domains: Iterable[str] = ()) -> Iterator[Found]:
    """Yield addresses that are not of the office or another public body; sure in a mailbox for anybody.

    Args:
        page: where to look.
        own: addresses that the office publishes, in lower case.
        own_domains: domains that are the office's own or that it trusts, in lower case.
    """
    known, domains = frozenset(own), tuple(own_domains)
    for start, end, local, domain in (*_written(page.text), *_spelt_out(page)):
        whole = f"{local}@{domain}".lower()
        private = is_private(domain)
        if whole in known or _is_official(domain.lower(), domains):
            continue
        if private or _ROLES.isdisjoint(_APART.split(local.lower())):
            yield Found(start, end, whole, sure=private)


def is_private(domain: str) -> bool:
    """Tell whether anybody may have a mailbox there."""
    return _PRIVATE_DOMAIN.fullmatch(domain.lower()) is not None


def may_be_spelt_out(page: Page) -> bool:
    """Tell whether an address may stand there with a word for its @."""
    return any(sign in page.lower for sign in ("at]", "at)", "et]", "et)", "at ]", "at )"))


def _written(text: str) -> Iterator[tuple[int, int, str, str]]:
    at = text.find("@")
    while at >= 0:
        before = _LOCAL.search(text, max(0, at - _LONGEST_LOCAL), at)
        domain = _DOMAIN.match(text, at + 1) if before else None
        if before and domain and _is_address(text, before, domain):
            local = before[0].removeprefix("%20").lstrip(".-+%")
            if local:
                yield at - len(local), domain.end(), local, domain[0]
        at = text.find("@", at + 1)


def _is_address(text: str, local: re.Match[str], domain: re.Match[str]) -> bool:
    """Tell an address from a name on a social network, a file name and the user of a web address."""
    before = text[max(0, local.start() - 3) : local.start()]
    social = before.endswith("@") or text[domain.end() : domain.end() + 1] == "@"
    return not social and not before.endswith("://") and domain[0].rpartition(".")[2].lower() not in _FILES


def _spelt_out(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Yield addresses such as ``nama [at] gmail.com``, which programs that gather addresses read as well."""
    for match in _SPELT_OUT.finditer(page.text) if may_be_spelt_out(page) else ():
        domain = match["domain"].rstrip(".-")
        at = match.start() - (page.text[match.start() - 1 : match.start()] == " ")
        local = _LOCAL.search(page.text, max(0, at - _LONGEST_LOCAL), at)
        if local and is_private(domain):
            yield local.start(), match.end(), local[0], domain


def _is_official(domain: str, own_domains: tuple[str, ...]) -> bool:
    return (
        domain.endswith(OFFICIAL)
        or domain in _NOBODY
        or any(domain == own or domain.endswith("." + own) for own in own_domains)
    )
