"""Campaigns: what the office wants to reach, every payment, what is left, and what came of it."""

from __future__ import annotations

from typing import Any

from terbuka.portal import formats
from terbuka.portal.site import Site
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.kinds.kampanye import Campaign

ALL = 100


def extras(_site: Site, document: Document, meta: Campaign) -> dict[str, Any]:
    """Return what the template shows of a campaign."""
    language = document.language
    share = meta.spent * ALL // meta.budget if meta.budget else 0
    return {
        "campaign": {
            "goal": meta.goal,
            "audience": meta.audience,
            "period": text(
                "{start} to {end}",
                start=formats.day(meta.start, language),
                end=formats.day(meta.end, language),
            ).say(language),
            "budget": formats.rupiah(meta.budget, language),
            "spent": formats.rupiah(meta.spent, language),
            "left": formats.rupiah(meta.budget - meta.spent, language),
            "share": share,
            "share_words": text("{share} percent of the budget is spent.", share=share).say(language),
            "spending": [
                {
                    "date": formats.day(payment.date, language),
                    "item": payment.item,
                    "payee": payment.payee,
                    "platform": payment.platform or "",
                    "amount": formats.rupiah(payment.amount, language),
                    "reference": payment.reference,
                }
                for payment in meta.spending
            ],
            "results": [
                {
                    "measure": result.measure,
                    "value": formats.number(result.value, language),
                    "source": result.source,
                }
                for result in meta.results
            ],
        }
    }
