"""Clarifications: the fact first, the verdict in words, and the same for machines (ClaimReview)."""

from __future__ import annotations

from typing import Any

from terbuka.portal import formats
from terbuka.portal.site import Site
from terbuka.text import Text, text
from terbuka.words.document import Document, public_since
from terbuka.words.kinds.klarifikasi import Clarification, Evidence

RATINGS: dict[str, tuple[Text, Text, int]] = {
    "fabricated": (text("Fabricated"), text("The claim is entirely made up."), 1),
    "false-connection": (text("False connection"), text("The headline or picture does not fit the content."), 2),
    "false-context": (text("False context"), text("Genuine material is told in the wrong context."), 2),
    "imposter": (text("Imposter"), text("Somebody pretends to be this office or its staff."), 1),
    "manipulated": (text("Manipulated"), text("Genuine material was altered in order to deceive."), 1),
    "misleading": (text("Misleading"), text("Facts are framed in a way that misleads."), 2),
    "satire": (text("Satire"), text("It was meant as a joke, but people take it for true."), 3),
}
"""Each rating in words, what it means, and its place on a scale from 1 (false) to 5 (true)."""


def extras(_site: Site, document: Document, meta: Clarification) -> dict[str, Any]:
    """Return what the template shows of a clarification."""
    language = document.language
    label, meaning, _ = RATINGS[meta.rating]
    return {
        "clarification": {
            "fact": meta.fact,
            "claim": meta.claim,
            "rating": label.say(language),
            "meaning": meaning.say(language),
            "claim_date": formats.day(meta.claim_date, language),
            "claim_channel": meta.claim_channel,
            "advice": meta.advice,
            "evidence": [
                {
                    "title": kept.title,
                    "date": formats.day(kept.date, language),
                    "archived": str(kept.archived),
                    "link": _is_address(kept),
                }
                for kept in meta.evidence
            ],
        }
    }


def claim_review(site: Site, document: Document, meta: Clarification) -> dict[str, Any]:
    """Return the clarification as schema.org's ClaimReview; the office reviews claims about itself.

    The claim has no author: the office names no person who passes it on. Where it appeared is told by kept copies,
    so that nobody is led to where it still spreads.
    """
    label, _, value = RATINGS[meta.rating]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": site.url(document),
        "inLanguage": document.language,
        "datePublished": public_since(document, site.office.zone).date().isoformat(),
        "author": {
            "@type": "GovernmentOrganization",
            "name": formats.in_language(site.office.name, document.language),
            "url": site.base,
        },
        "claimReviewed": meta.claim,
        "itemReviewed": {
            "@type": "Claim",
            "datePublished": meta.claim_date.isoformat(),
            "appearance": [_appearance(kept) for kept in meta.evidence],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": label.say(document.language),
        },
    }


def _appearance(kept: Evidence) -> dict[str, str]:
    archived = {"archivedAt": str(kept.archived)} if _is_address(kept) else {}
    return {"@type": "CreativeWork", "name": kept.title, **archived}


def _is_address(kept: Evidence) -> bool:
    """Return whether a copy can be opened by everybody; others are files or records of the office."""
    return str(kept.archived).startswith("https://")
