"""Whether words tell a false claim again: by the words that the claim has and the fact has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbuka.checks import markdown

WARNING = re.compile(
    r"\b(?:hoaks?|hoax(?:es)?|keliru|tidak (?:benar|betul|tepat)|salah|palsu|bohong|menyesatkan|disinformasi"
    r"|misinformasi|tiruan|rekayasa|direkayasa|dimanipulasi|fitnah|false|fake|misleading|untrue|not true"
    r"|incorrect|wrong|fabricated|imitation|imposter|manipulated)\b",
    re.I,
)
"""Words that warn readers that what stands beside them is not so."""

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_CENTS = re.compile(r"[.,]00?$|[.,]")
_STOP = frozenset(
    re.findall(
        r"\w+",
        """
        yang dan di ke dari untuk pada dengan dalam oleh sebagai adalah ialah itu ini juga atau jika agar karena
        bahwa akan telah sudah sedang masih dapat bisa harus wajib sebuah seorang para suatu setiap semua hanya
        saja lagi lebih sangat ada tiap hingga sampai sejak setelah sebelum ketika saat secara antara kepada
        lewat melalui tentang mengenai soal anda kami kita mereka ia dia nya tidak bukan belum tanpa jangan tak
        benar benarkah apakah hari tanggal tahun warga masyarakat orang pemerintah pesan berantai video foto
        gambar rekaman suara unggahan tangkapan layar kabar informasi klaim isu rumor hoaks hoax keliru palsu
        salah menyatakan menyebut menyebutkan mengatakan mengaku berisi memuat beredar viral rp rupiah the a an
        of to in on at for with by and or that this is are be was were will would must can it its as from into
        every all only people residents message messages video picture audio post claim claims says said saying
        states rumour rumor hoax false fake not no never
        """,
    )
)
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|ber|ter|di|ke|se|pe)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:kannya|annya|nya|kan|lah|kah|pun|an|i|s)$")
_NEGATED = re.compile(
    r"\b(?:tidak(?! (?:benar|betul|tepat))|tak|bukan|tanpa|belum|jangan|dilarang"
    r"|no|not(?! true)|never|without|cannot|\w+n['’]t)\b"
    r"(?:(?!\b(?:tetapi|melainkan|namun|sedangkan|padahal|but|however|while)\b)(?:[^.;:!?\n]|(?<=\d)[.:](?=\d))){0,300}",
    re.I,
)
_END = re.compile(
    r"[.!?][\"”’)*_]{0,4}[ \t]+(?=[A-Z0-9“\"(\[*_])|[.!?][\"”’)*_]{0,4}[ \t]*\n"
    r"|\n[ \t]*\n|\n(?=[ \t]{0,8}(?:[-*+>|#!?]|\d{1,3}[.)]))"
)

MANY = 0.6
"""The share of the claim's own words from which on it is told again."""

MOST = 0.75
"""The share from which on it is told almost word for word."""


@lru_cache(maxsize=2048)
def stems(words: str) -> frozenset[str]:
    """Return the words that carry meaning, roughly without prefixes and suffixes; numbers without punctuation."""
    found = set()
    for word in _WORD.findall(words.lower()):
        if word[0].isdigit():
            found.add(_CENTS.sub("", word.rstrip(".,")))
        elif word not in _STOP and len(word) > 2:  # noqa: PLR2004
            found.add(_SUFFIX.sub("", _PREFIX.sub("", word)))
    return frozenset(found)


def affirmed(words: str) -> str:
    """Return `words` without what they deny."""
    return _NEGATED.sub(" ", words)


@dataclass(frozen=True, slots=True)
class Claim:
    """A false claim.

    Attributes:
        words: what only the claim says, as `stems`.
        whole: all it says, as `stems`.
    """

    words: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of(cls, claim: str, fact: str, names: str) -> Claim:
        """Return the claim without what the fact affirms, and without `names`, such as the office's own."""
        whole = stems(claim)
        own = whole - stems(affirmed(fact)) - stems(names)
        return cls(own, whole)

    def told(self, words: str, least: int = 2) -> float:
        """Return how much of the claim `words` tell as if it were so: 0, or a share of at least `MANY` or so.

        Args:
            words: a sentence or a title.
            least: how many words have to be the claim's own.
        """
        said = stems(affirmed(words))
        hits = len(self.words & said)
        if hits < min(least, max(len(self.words), 1)) or not said:
            return 0.0
        of_claim = hits / len(self.words)
        if of_claim >= MANY or 2 * hits >= len(said):
            return of_claim
        return 0.0


def sentences(body: str) -> Iterator[tuple[int, str]]:
    """Yield offset and words of each sentence of `body`, list items and cells included."""
    text = markdown.prose(body)
    start = 0
    for end in _END.finditer(text):
        if text[start : end.end()].strip():
            yield start + _indent(text[start : end.end()]), text[start : end.end()].strip()
        start = end.end()
    if text[start:].strip():
        yield start + _indent(text[start:]), text[start:].strip()


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())
