"""Every sentence on the timeline's pages."""

from __future__ import annotations

from collections.abc import Mapping

from terbuka.sandbox.faults import Kind
from terbuka.text import Text, text

WORDS: Mapping[str, Text] = {
    "add": text("Let it fail"),
    "alt": text("Description"),
    "alt_missing": text("No description: people who do not see the picture learn nothing."),
    "alt_none": text("Telegram has no descriptions of pictures; say in the text what matters."),
    "all": text("All"),
    "call_off": text("Call all faults off"),
    "card_later": text("The platform fetches this preview from the page itself."),
    "count": text("Length"),
    "empty": text("No posts yet."),
    "empty_hint": text("They appear here as soon as something is published to this sandbox."),
    "faults": text("Let things go wrong"),
    "faults_hint": text("A fault waits for the next posts. Use it to see what the publisher does then."),
    "faults_none": text("Nothing is set to go wrong."),
    "gone": text("The sandbox does not answer; this page is what it last showed."),
    "kind": text("What goes wrong"),
    "language": text("Language"),
    "nav": text("Platforms"),
    "no_alt": text("No ALT"),
    "paused": text("This page no longer refreshes itself."),
    "pause": text("Stop refreshing"),
    "picture": text("Picture in the post"),
    "platform": text("On which platform"),
    "refresh": text("This page refreshes itself."),
    "rehearsal": text("A rehearsal"),
    "rehearsal_hint": text("Nothing has left this machine. No post here is public."),
    "resume": text("Refresh again"),
    "skip": text("Skip to the posts"),
    "thread": text("Thread"),
    "times": text("How often"),
    "timeline": text("Timeline"),
    "title": text("Sandbox"),
    "waiting": text("Faults that wait"),
}

KINDS: Mapping[Kind, Text] = {
    Kind.DROP_AFTER_COMMIT: text("The post goes live, but the answer is lost"),
    Kind.EXPIRED_TOKEN: text("The token has expired"),
    Kind.RATE_LIMITED: text("Too many requests: come back in a minute"),
    Kind.SERVER_ERROR: text("The server fails, nothing goes live"),
    Kind.SERVER_ERROR_AFTER_COMMIT: text("The server reports an error, but the post goes live"),
    Kind.SLOW: text("The answer takes half a minute"),
    Kind.TRUNCATED_ANSWER: text("The answer ends in the middle"),
}

OTHER_LANGUAGE: Mapping[str, tuple[str, str]] = {"en": ("id", "Bahasa Indonesia"), "id": ("en", "English")}
"""The language to offer on a page, under its own name."""


def say(language: str) -> dict[str, str]:
    """Return every sentence of the pages in `language`."""
    return {name: sentence.say(language) for name, sentence in WORDS.items()}
