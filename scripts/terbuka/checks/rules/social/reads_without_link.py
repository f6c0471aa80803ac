"""A post says the news itself: who reads only the post knows what happens, for whom and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import claims, rule, written
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Common

ID = "reads-without-link"
FAMILY = Family.SOCIAL
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Title, summary and posts say the news itself, also to those who follow no link.")
SOURCE = "WCAG 2.2, 2.4.4"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_BAIT = re.compile(
    r"\b(?:klik|tekan|ketuk|buka|kunjungi|cek|lihat|baca|simak)\s+(?:saja\s+)?(?:(?:pada|di)\s+)?"
    r"(?:tautan|link|pranala|url)\b(?:\s+(?:ini|berikut|di (?:bawah|atas|bio|sini|komentar)))?"
    r"|\b(?:klik|simak|baca|cek|lihat)\s+(?:selengkapnya\s+)?(?:di sini|di bawah(?: ini)?|disini|di bio)\b"
    r"|\b(?:link|tautan)(?:nya)?\s+(?:ada\s+)?(?:di|pada)\s+(?:bio|bawah|komentar|kolom komentar|profil)\b"
    r"|\bgeser ke atas\b|\bswipe up\b|\blink in (?:the )?bio\b"
    r"|\b(?:click|tap|see|follow|check)\s+(?:on\s+)?(?:the\s+|this\s+)?link\b(?:\s+(?:below|here))?"
    r"|\bclick here\b",
    re.I,
)
_HANGS = re.compile(
    r"(?:\b(?:selengkapnya|selanjutnya|info(?:rmasi)? (?:lengkap|lebih lanjut)|baca juga|read more"
    r"|more(?: information)?|details)\b[^.!?\n]{0,30})?(?::|👇|⬇️?|→|»|>>)\W{0,4}$",
    re.I,
)
_TEASER = re.compile(
    r"\b(?:penasaran|ada (?:kabar|info|yang) (?:baik|baru|penting|gembira)|kabar gembira"
    r"|jangan sampai (?:ketinggalan|kelewatan)|tunggu (?:tanggal mainnya|kejutan)|simak (?:ya|yuk|dulu)"
    r"|yuk,? (?:simak|cek|baca)|you won't believe|guess what"
    r"|stay tuned|don't miss)\b",
    re.I,
)
_TRIGGERS = frozenset(
    {
        "ada", "baca", "buka", "cek", "check", "click", "follow", "gembira", "geser", "guess", "jangan", "ketuk",
        "klik", "kunjungi", "lihat", "link", "linknya", "miss", "penasaran", "see", "simak", "stay", "swipe",
        "tap", "tautan", "tautannya", "tekan", "tunggu", "won", "yuk",
    }
)  # fmt: skip
"""Words of which every sentence that leads away has one."""

_ENDS_WHOLE = re.compile(r"[\w.!?…)\]\"”’]\s{0,4}$")
_WHEN = re.compile(
    r"\b(?:\d{1,2}\s+)?(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|january|february|march|april|june|july|august|october|december)\b"
    r"|\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\bpukul\s+\d|\b\d{1,2}[.:]\d\d\s*(?:WIB|WITA|WIT)\b"
    r"|\b(?:hari ini|besok|malam ini|pagi ini|siang ini|sore ini|sekarang|mulai|sejak|sampai|hingga"
    r"|today|tonight|tomorrow|now|until|from)\b",
    re.I,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]+")
_EXACT = re.compile(
    r"\b\d{1,2}\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b|\bpukul\s+\d",
    re.I,
)
_PERSON = re.compile(
    r"\b(?:anda|warga|masyarakat|penduduk|pengguna|penumpang|pengendara|orang tua|murid|siswa|pelaku|pedagang"
    r"|petani|penyandang|keluarga|karyawan|pegawai|petugas|dinas|badan|kantor|pemerintah|kota|kabupaten|provinsi|kelurahan"
    r"|kecamatan|rumah sakit|puskesmas|sekolah|loket|you|your|residents?|people|parents?|pupils?|students?"
    r"|drivers?|passengers?|staff|city|office|government|agency|school|hospital)\b",
    re.I,
)

ENOUGH = 2
"""So many words of title and summary in a post, and it says what the news is."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield titles, summaries and posts that are empty without their page."""
    del context
    meta = document.meta
    if meta is None or meta.social is False:
        return
    is_whole = _ENDS_WHOLE.search(meta.title) and _ENDS_WHOLE.search(meta.summary)
    if not is_whole or mentions(f"{meta.title}\n{meta.summary}", _TRIGGERS):
        yield from _bait(document.place("title"), meta.title)
        yield from _bait(document.place("summary"), meta.summary)
    told: set[str] = set()
    for post in written.posts(document):
        place = document.place(*post.keys)
        faults = list(_bait(place, post.words))
        yield from faults
        if post.account not in told:
            told.add(post.account)
            whole = " ".join(other.words for other in written.posts(document) if other.account == post.account)
            if not faults:
                yield from _news(place, post.words, whole, meta)


def _bait(place: Place, words: str) -> Iterator[Finding]:
    """Yield at most one finding about words that lead away instead of saying it."""
    if found := _BAIT.search(words):
        yield _finding(
            place,
            text("“{words}” sends readers away instead of telling them.", words=found[0]),
            text("Say the news; the link is added by itself, and people know what it is for."),
        )
    elif found := _HANGS.search(words):
        yield _finding(
            place,
            text("The text ends with “{words}” and says no more.", words=found[0].strip()),
            text("End with a whole sentence; hashtags may stand between the text and the link."),
        )
    elif found := _TEASER.search(words):
        yield _finding(
            place,
            text("“{words}” makes curious instead of telling.", words=found[0]),
            text("Say in the first sentence what happens, for whom and when."),
        )


def _news(place: Place, words: str, whole: str, meta: Common) -> Iterator[Finding]:
    """Yield what the post of an account leaves out: what in its first part, who and when in any."""
    topic = claims.stems(f"{meta.title} {meta.summary}")
    if len(claims.stems(words) & topic) < min(ENOUGH, len(topic)):
        yield _finding(
            place,
            text("The post hardly says what it is about."),
            text("Say in the first sentence what happens, in the words of the title."),
        )
        return
    if _EXACT.search(f"{meta.title} {meta.summary}") and not _WHEN.search(whole):
        yield _finding(
            place,
            text("The title or the summary says when, the post does not."),
            text("Add the day and the hour; many people see the post only."),
            Severity.SUGGESTION,
        )
    if not _PERSON.search(whole) and not _NAME.search(_WHEN.sub("", whole)):
        yield _finding(
            place,
            text("The post does not say who is concerned."),
            text("Name the people, the place or the office."),
            Severity.SUGGESTION,
        )


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
