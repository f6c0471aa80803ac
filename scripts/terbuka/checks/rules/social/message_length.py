"""What each account would say about a document fits its platform."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import Account
from terbuka.social.compose import compose, length_problems
from terbuka.social.registry import PLATFORMS
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.fields import Common

ID = "message-length"
FAMILY = Family.SOCIAL
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The message of each account is not longer than its platform takes.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

SHORT = 200
"""An address of up to so many characters fits into every post."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield a finding for each account and part that is too long, counted as the platform counts."""
    if document.meta is None:
        return
    whole = len(context.office.base) + len(str(document.path))
    for account in context.office.accounts:
        if account.platform not in PLATFORMS or (whole <= SHORT and not _is_worded(document.meta, account)):
            continue
        message = compose(document, account, context.office, context.office.base)
        for part, length, limit in length_problems(message) if message else ():
            platform = PLATFORMS[account.platform]
            yield Finding(
                ID,
                SEVERITY,
                _place(document, account, part),
                text(
                    "Part {part} for the account “{account}” is {length} long; {platform} takes {limit}.",
                    part=part + 1,
                    account=account.id,
                    length=length,
                    platform=platform.NAME,
                    limit=limit,
                ),
                text("Shorten it, or make it the parts of a thread; the link and hashtags count too."),
                platform.LIMITS.source,
            )


def _is_worded(meta: Common, account: Account) -> bool:
    """Tell whether somebody wrote for this account; what is made of the fields is cut until it fits."""
    return meta.social is not False and bool({account.id, account.platform} & meta.social.keys())


def _place(document: Document, account: Account, part: int) -> Place:
    """Return where the words of this part are written: for the account, for its platform, or the title."""
    for name in (account.id, account.platform):
        if ("social", name) in document.front_matter.marks:
            return document.place("social", name, part)
    return document.place("title")
