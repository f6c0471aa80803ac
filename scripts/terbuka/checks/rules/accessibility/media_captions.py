"""Films and recordings can be followed by people who do not hear or see them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from urllib.parse import SplitResult

from terbuka.checks import addresses, html_tags, markdown, paragraphs, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.html_tags import Tag
from terbuka.checks.paragraphs import Paragraph
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.spans import Spans
from terbuka.checks.vocabulary import mentions
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "media-captions"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Films have captions and recordings have a transcript.")
SOURCE = "UU 8/2016 Pasal 24, 122–124; WCAG 2.2, 1.2.1, 1.2.2"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_FILM_FILE = re.compile(r"\.(?:avi|m4v|mkv|mov|mp4|mpe?g|ogv|webm|wmv)", re.I)
_SOUND_FILE = re.compile(r"\.(?:aac|flac|m4a|mp3|oga|ogg|opus|wav|wma)", re.I)
_FILM_PAGES = {
    "youtube.com": re.compile(r"/(?:watch|live|shorts|embed)\b"),
    "youtube-nocookie.com": re.compile(r"/embed\b"),
    "youtu.be": re.compile(r"/[\w-]{6,}"),
    "vimeo.com": re.compile(r"/(?:video/)?\d+"),
    "dailymotion.com": re.compile(r"/(?:embed/)?video/"),
    "tiktok.com": re.compile(r"/@[^/]++/video/|/embed/"),
    "instagram.com": re.compile(r"/(?:reel|tv)/"),
    "facebook.com": re.compile(r"/(?:watch|reel|[^/]++/videos)/?"),
    "fb.watch": re.compile(r"/\w"),
}
_SOUND_PAGES = {
    "soundcloud.com": re.compile(r"/[^/]++/[^/]"),
    "spotify.com": re.compile(r"/(?:embed/)?(?:episode|track)/"),
}
_SAYS_ALL = re.compile(
    r"(?<!belum ada )(?<!tanpa )(?<!tidak ada )(?<!belum mempunyai )(?<!no )(?<!without )"
    r"\b(?:transkrip\w*|transcripts?|naskah (?:audio|film|lengkap|pidato|rekaman|sambutan|siniar|suara|video))\b",
    re.I,
)
_HAS_CAPTIONS = re.compile(
    r"(?<!belum ada )(?<!tanpa )(?<!tidak ada )(?<!belum mempunyai )(?<!no )(?<!without )"
    r"\b(?:(?:ber)?takarir(?:nya)?|subtitles?|captions?|captioned|(?:bahasa|juru bahasa) isyarat|sign language)\b",
    re.I,
)
_HINTS = ("transkrip", "transcript", "naskah", "takarir", "subtitle", "caption", "isyarat", "sign language")
"""Parts of which one is in every text that says so; looking for them first is ten times as fast."""

_TAG = re.compile(r"<[^<>]*+>")
_NAMES = """
    aac audio avi dailymotion facebook fb flac instagram m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus
    soundcloud spotify tiktok video vimeo wav webm wma wmv youtu youtube
"""
_TRIGGERS = frozenset(_NAMES.split())


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield films without captions and recordings without a transcript."""
    del context
    body = document.body
    if not mentions(body, _TRIGGERS) or _has_transcript(body):
        return
    found = paragraphs.of(body)
    told: dict[tuple[int, bool], bool] = {}
    for offset, film, severity in _media(body):
        key = (paragraphs.index_at(found, offset), film)
        if key not in told:
            told[key] = _is_told(found[key[0] : key[0] + 2], film=film)
        if not told[key]:
            what, to_do = _lacking(film=film)
            yield Finding(ID, severity, document.body_place(offset), what, to_do, SOURCE)


def _has_transcript(body: str) -> bool:
    """Tell whether a part of the text is a transcript."""
    return any(
        re.search(r"\b(?:transkrip|transcript|naskah)", words, re.I) for _, words in markdown.headings(body)
    )


def _media(body: str) -> Iterator[tuple[int, bool, Severity]]:
    """Yield where a film (True) or a recording (False) stands, and how sure it is that it lacks captions."""
    elements = [element for element in html_tags.elements(body) if element[0].name in ("video", "audio")]
    tracks = [tag.offset for tag in html_tags.of(body) if _is_track(tag)]
    for tag, start, end in elements:
        film = tag.name == "video"
        if not film or bisect_left(tracks, start) == bisect_left(tracks, end):
            yield tag.offset, film, Severity.ERROR
    inside = Spans((tag.offset, end) for tag, _, end in elements)
    seen: set[tuple[str | None, str, str]] = set()
    for address in addresses.in_body(body):
        parts = None if address.offset in inside else address.parts
        kind = _kind(parts)
        if parts is not None and kind is not None and _film(parts) not in seen:
            seen.add(_film(parts))
            yield address.offset, kind, SEVERITY


def _film(parts: SplitResult) -> tuple[str | None, str, str]:
    """Return what tells one film from another; a place in it is the same film."""
    return parts.hostname, parts.path, next((pair for pair in parts.query.split("&") if pair.startswith("v=")), "")


def _is_track(tag: Tag) -> bool:
    return tag.name == "track" and tag.attributes.get("kind", "subtitles") in ("captions", "subtitles")


def _kind(parts: SplitResult | None) -> bool | None:
    """Return True for a film, False for a recording, None for anything else."""
    if parts is None:
        return None
    ending = "." + parts.path.rpartition(".")[2]
    if _FILM_FILE.fullmatch(ending) or _is_among(parts, _FILM_PAGES):
        return True
    return False if _SOUND_FILE.fullmatch(ending) or _is_among(parts, _SOUND_PAGES) else None


def _is_among(parts: SplitResult, pages: dict[str, re.Pattern[str]]) -> bool:
    site = ".".join((parts.hostname or "").split(".")[-2:])
    return site in pages and pages[site].match(parts.path) is not None


def _is_told(near: Sequence[Paragraph], *, film: bool) -> bool:
    """Tell whether a paragraph or the next one says that there are captions or a transcript."""
    words = _TAG.sub(" ", " ".join(paragraph.text for paragraph in near))
    lower = words.lower()
    if not any(hint in lower for hint in _HINTS):
        return False
    return bool(_SAYS_ALL.search(words) or (film and _HAS_CAPTIONS.search(words)))


def _lacking(*, film: bool) -> tuple[Text, Text]:
    if film:
        return (
            text("Nothing says that this film has captions or a transcript."),
            text("Say beside it that it has captions, link to its transcript, or write the heading “Transkrip”."),
        )
    return (
        text("Nothing says that this recording has a transcript."),
        text("Link to its transcript beside it, or write it below the heading “Transkrip”."),
    )
