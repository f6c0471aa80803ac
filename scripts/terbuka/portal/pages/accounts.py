"""Official accounts: the whole list, with those that are no longer used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from terbuka.portal import formats
from terbuka.portal.pages.page import Page, both, prefix, staged
from terbuka.portal.site import Site, Staged
from terbuka.text import text

DOCUMENT = "content/halaman/akun-resmi"
"""A document with this id carries the list below its own words."""


def files(site: Site) -> Iterable[Staged]:
    """Make the page in each language that has no document for it."""
    for language in site.office.languages:
        if (DOCUMENT, language) in site.by_id:
            continue
        page = Page(
            url=f"{prefix(site, language)}akun-resmi/",
            language=language,
            title=text("Official accounts").say(language),
            summary=text("Every account that {office} speaks through.", office=site.office.short_name).say(
                language
            ),
            template="plain.html",
            data=table(site, language),
            section="akun-resmi",
            alternates=both(site, "akun-resmi/"),
            searchable=True,
        )
        yield staged(site, page)


def table(site: Site, language: str) -> dict[str, Any]:
    """Return what the template shows of each account; those in use come first."""
    accounts = sorted(site.office.accounts, key=lambda account: not account.active)
    return {
        "accounts": [
            {
                "platform": account.platform.capitalize(),
                "handle": account.handle,
                "profile": str(account.profile),
                "active": account.active,
                "verified": formats.day(account.verified_on, language) if account.verified_on else "",
            }
            for account in accounts
        ]
    }
