"""The public record: what was posted where, newest first, each post with its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from terbuka.portal import formats
from terbuka.portal.links import staged_path
from terbuka.portal.markdown import escape, link, table
from terbuka.portal.pages.page import SHORT_HASH, Page, staged
from terbuka.portal.pages.paging import sheets
from terbuka.portal.site import Site, Staged
from terbuka.record.posted import Posted
from terbuka.text import text

PER_PAGE = 100


def address(site: Site, language: str) -> str:
    """Return where the record is read in a language."""
    return "catatan/" if language == site.office.language else f"{language}/record/"


def files(site: Site) -> Iterable[Staged]:
    """Make the record's pages in each language; both list posts in every language."""
    newest = list(reversed(site.posted))
    for language in site.office.languages:
        for sheet in sheets(newest, PER_PAGE, address(site, language), language):
            every: dict[str, str] = {code: address(site, code) for code in site.office.languages}
            page = Page(
                url=sheet.url,
                language=language,
                title=text("Record of posts").say(language),
                summary=text("Every post that this office sent to social media, with its page and its proof.").say(
                    language
                ),
                template="plain.html",
                data={"paging": sheet.links},
                section="catatan",
                alternates=every if sheet.number == 1 else {},
                body=_body(site, sheet.items, language, sheet.url),
            )
            yield staged(site, page)


def _body(site: Site, posts: Iterable[Posted], language: str, url: str) -> str:
    how = text(
        "Each line says when a post went out, through which account, and which page it announced. "
        "The content hash is the fingerprint of the page at that moment: "
        "if the page still carries it, nothing has been changed since."
    ).say(language)
    rows = [_row(site, post, language, url) for post in posts]
    if not rows:
        return escape(text("Nothing has been posted yet.").say(language)) + "\n"
    heads = [
        text("Time").say(language),
        text("Account").say(language),
        text("Page").say(language),
        text("Content hash").say(language),
    ]
    return f"{escape(how)}\n\n{table(heads, rows)}"


def _row(site: Site, post: Posted, language: str, url: str) -> list[str]:
    document = site.by_id.get((post.document, post.language))
    account = site.office.account(post.account)
    name = f"{post.platform.capitalize()} {account.handle if account else post.account}"
    page = (
        link(document.valid.title, posixpath.relpath(staged_path(document, site.office.language), url))
        if document
        else escape(text("No longer public").say(language))
    )
    return [
        escape(formats.moment(post.at, site.office.zone, language)),
        link(name, post.url) if post.url else escape(name),
        page,
        f"`{escape(post.digest.removeprefix('sha256:')[:SHORT_HASH])}`",
    ]
