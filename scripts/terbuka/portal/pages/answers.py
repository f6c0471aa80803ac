"""Questions and answers: the question as citizens put it, and how often it was asked."""

from __future__ import annotations

from typing import Any

from terbuka.portal import formats
from terbuka.portal.site import Site
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.tanya_jawab import Answer

CHANNELS: dict[str, Text] = {
    "lapor": text("LAPOR! complaints service"),
    "loket": text("counter"),
    "media-sosial": text("social media"),
    "surel": text("e-mail"),
    "telepon": text("telephone"),
}


def extras(_site: Site, document: Document, meta: Answer) -> dict[str, Any]:
    """Return what the template shows of an answer."""
    language = document.language
    asked = text(
        "Asked by {count} people since {day}, through: {channels}.",
        count=formats.number(meta.asked, language),
        day=formats.day(meta.first_asked, language),
        channels=", ".join(CHANNELS[channel].say(language) for channel in meta.channels),
    )
    return {"answer": {"question": meta.question, "asked": asked.say(language)}}
