"""Each document's own page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from terbuka.errors import BuildError
from terbuka.portal import formats
from terbuka.portal.links import staged_body
from terbuka.portal.markdown import without_html
from terbuka.portal.pages import accounts, answers, campaigns, clarifications, explainers
from terbuka.portal.pages.cards import topic_link
from terbuka.portal.pages.legal import legal_basis
from terbuka.portal.pages.page import Page, prefix, staged
from terbuka.portal.site import Site, Staged
from terbuka.text import Text, text
from terbuka.words.document import Document, public_since
from terbuka.words.kinds.berita import News
from terbuka.words.kinds.kampanye import Campaign
from terbuka.words.kinds.kebijakan import Explainer
from terbuka.words.kinds.klarifikasi import Clarification
from terbuka.words.kinds.tanya_jawab import Answer

CLASSES: dict[str, tuple[Text, Text]] = {
    "berkala": (
        text("Published regularly"),
        text("Information that a public body announces at least every six months (Article 9 of Law 14/2008)."),
    ),
    "serta-merta": (
        text("Announced at once"),
        text("Information on a threat to many people’s lives or to public order (Article 10 of Law 14/2008)."),
    ),
    "setiap-saat": (
        text("Available at any time"),
        text("Information that a public body must have ready for everyone (Article 11 of Law 14/2008)."),
    ),
}
"""Each class of public information, and what the law means by it."""


def files(site: Site) -> Iterable[Staged]:
    """Make the page of every public document.

    Raises:
        BuildError: a document names a unit, topic or regulation that nobody knows, or a dead link.
    """
    return (staged(site, _page(site, document)) for document in site.documents)


def _page(site: Site, document: Document) -> Page:
    meta, language = document.valid, document.language
    data = {**_about(site, document), **_history(site, document), **_extras(site, document)}
    return Page(
        url=document.url_path(site.office.language),
        language=language,
        title=meta.title,
        summary=meta.summary,
        template="document.html",
        data=data,
        section=document.kind.url or document.slug,
        crumbs=_crumbs(site, document),
        alternates={
            code: site.by_id[document.id, code].url_path(site.office.language)
            for code in site.office.languages
            if (document.id, code) in site.by_id
        },
        body=without_html(staged_body(site, document)),
        digest=document.hash,
        index=False,
        searchable=True,
    )


def _crumbs(site: Site, document: Document) -> tuple[tuple[str, str], ...]:
    if not document.kind.url:
        return ()
    top = f"{prefix(site, document.language)}{document.kind.url}/"
    crumbs = [(document.kind.plural.say(document.language), top)]
    if document.kind.by_year:
        year = str(public_since(document, site.office.zone).year)
        crumbs.append((year, f"{top}{year}/"))
    return tuple(crumbs)


def _about(site: Site, document: Document) -> dict[str, Any]:
    """Return who answers for the page, what it rests on and how to cite it."""
    meta, language = document.valid, document.language
    unit = site.office.units.get(meta.owner)
    if unit is None:
        raise _unknown(document, "owner", meta.owner)
    for topic in meta.topics:
        if topic not in site.office.topics:
            raise _unknown(document, "topics", topic)
    day = public_since(document, site.office.zone).date()
    name, meaning = CLASSES[meta.information_class]
    return {
        "kind": document.kind.id,
        "kind_name": document.kind.name.say(language),
        "date": {"iso": day.isoformat(), "words": formats.day(day, language)},
        "location": meta.location if isinstance(meta, News) else None,
        "unit": {"name": formats.in_language(unit.name, language), "email": unit.email},
        "topics": [topic_link(site, topic, language) for topic in meta.topics],
        "class": {"id": meta.information_class, "name": name.say(language), "meaning": meaning.say(language)},
        "basis": legal_basis(site, document),
        "sources": _sources(document),
        "image": _image(site, document),
        "review_by": formats.day(meta.review_by, language),
        "cite": _cite(site, document),
        "mistake": _mistake(site, document, unit.email),
    }


def _unknown(document: Document, key: str, value: str) -> BuildError:
    return BuildError(
        text("office.yml does not know “{value}”.", value=value),
        text("Correct it, or add it to office.yml."),
        document.place(key),
    )


def _sources(document: Document) -> list[dict[str, str]]:
    return [
        {
            "title": source.title,
            "url": str(source.url) if source.url else "",
            "date": formats.day(source.date, document.language) if source.date else "",
            "archived": str(source.archived) if source.archived else "",
        }
        for source in document.valid.sources
    ]


def _image(site: Site, document: Document) -> dict[str, str] | None:
    image = document.valid.image
    if image is None:
        return None
    return {
        "path": quote(image.src),
        "url": site.base + quote(image.src),
        "alt": image.alt,
        "caption": image.caption or "",
        "credit": image.credit,
        "licence": image.licence,
    }


def _cite(site: Site, document: Document) -> str:
    """Return a line that names the source, as Pasal 5 of UU 14/2008 asks of those who use information."""
    return text(
        "{office}, “{title}”, {day}, {address}",
        office=formats.in_language(site.office.name, document.language),
        title=document.valid.title,
        day=formats.day(public_since(document, site.office.zone).date(), document.language),
        address=site.url(document),
    ).say(document.language)


def _mistake(site: Site, document: Document, email: str) -> str:
    subject = text("Correction: {title}", title=document.valid.title).say(document.language)
    body = text("Page: {address}", address=site.url(document)).say(document.language)
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject)}&body={quote(body)}"


def _history(site: Site, document: Document) -> dict[str, Any]:
    """Return what changed since publication, newest first, and where the page was posted."""
    language = document.language
    changes = [
        {"date": formats.day(change.date, language), "note": change.note, "readers": change.readers}
        for change in sorted(document.valid.changes, key=lambda change: change.date, reverse=True)
    ]
    handles = {account.id: account.handle for account in site.office.accounts}
    posts = [
        {
            "platform": post.platform.capitalize(),
            "handle": handles.get(post.account, post.account),
            "url": post.url,
            "at": formats.moment(post.at, site.office.zone, language),
        }
        for post in site.posts_about(document)
        if post.part == 0
    ]
    days = [change.date for change in document.valid.changes]
    return {"changes": changes, "posts": posts, "modified": max(days).isoformat() if days else None}


def _extras(site: Site, document: Document) -> dict[str, Any]:
    """Return what only this kind of document shows."""
    match document.meta:
        case Answer() as meta:
            return answers.extras(site, document, meta)
        case Campaign() as meta:
            return campaigns.extras(site, document, meta)
        case Clarification() as meta:
            review = clarifications.claim_review(site, document, meta)
            return clarifications.extras(site, document, meta) | {"json_ld": review}
        case Explainer() as meta:
            return explainers.extras(site, document, meta)
    return accounts.table(site, document.language) if document.id == accounts.DOCUMENT else {}
