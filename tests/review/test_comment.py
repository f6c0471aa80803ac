"""The comment on a pull request: whole, and deaf to what documents try to do with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from conftest import news
from terbuka import office
from terbuka.checks.finding import Finding, Severity
from terbuka.errors import Place
from terbuka.publish.plan import Desk, plan
from terbuka.review.comment import LONGEST, Review, code, fenced, plain, render
from terbuka.text import quoted
from terbuka.words import library

MakeRepo = Callable[[dict[str, str]], Path]
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


def review(root: Path, findings: tuple[Finding, ...] = ()) -> Review:
    settings = office.load(root)
    words = library.load(root, settings)
    made = plan(Desk(settings, words, {}, NOW, NOW, "uji", settings.base))
    return Review(settings, NOW, words.documents, findings, made.due, made.held)


def test_the_whole_comment(make_repo: MakeRepo) -> None:
    root = make_repo(
        {
            "content/berita/2026/sabtu.md": news().replace(
                "review_by", "social: {bluesky: off, telegram: off}\nreview_by"
            ),
            "content/berita/2026/draf.md": news("Judul naskah yang masih draf").replace("published", "draft"),
        }
    )
    place = Place(PurePosixPath("content/berita/2026/sabtu.md"), 2, 8)
    findings = (
        Finding("style", Severity.ERROR, place, quoted("Tulis 'apotek'."), quoted("Ganti kata itu.")),
        Finding("review-date", Severity.WARNING, place, quoted("Sudah lewat."), quoted("Tinjau lagi.")),
    )
    assert render(review(root, findings), "id") == (Path(__file__).parent / "comment.md").read_text(
        encoding="utf-8"
    )


def test_nothing_to_remark_on(make_repo: MakeRepo) -> None:
    root = make_repo({"content/berita/2026/sabtu.md": news().replace("review_by", "social: off\nreview_by")})
    assert render(review(root), "en") == (
        "<!-- terbuka:summary -->\n\n"
        "### ✅ Nothing to remark on in 1 documents\n\n"
        "<details><summary>Pages (1)</summary>\n\n"
        "| Title | Kind | Address | Status |\n"
        "| --- | --- | --- | --- |\n"
        "| Layanan kependudukan buka hari Sabtu | News post | `berita/2026/sabtu/` | published |\n\n"
        "</details>\n"
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script\\>alert\\(1\\)&lt;/script\\>"),
        ("[x](javascript:alert)", "\\[x\\]\\(javascript:alert\\)"),
        ("a | b\n| c", "a \\| b \\| c"),
        ("@kota-contoh/hukum", "@\N{ZERO WIDTH NON-JOINER}kota\\-contoh/hukum"),
        ("https://jahat.example", "https:\N{ZERO WIDTH NON-JOINER}//jahat.example"),
        ("**tebal** `kode`", "\\*\\*tebal\\*\\* \\`kode\\`"),
        ("#12 &lt;", "\\#12 &amp;lt;"),
    ],
    ids=["html", "link", "table", "mention", "address", "markup", "issue"],
)
def test_words_stay_words(words: str, shown: str) -> None:
    assert plain(words) == shown


def test_code_and_fences_cannot_be_left() -> None:
    assert code("a`b|c\nd") == "aʼb¦c d"
    assert fenced("```\n</details>") == "````text\n```\n</details>\n````"


def test_a_comment_is_never_too_long(make_repo: MakeRepo) -> None:
    root = make_repo({f"content/berita/2026/b{n}.md": news(body="x") for n in range(150)})
    comment = render(review(root), "id")
    assert len(comment) < 65_536
    assert comment.endswith("</details>\n\nSelebihnya ada di log pemeriksaan.\n")
    assert len(comment) > LONGEST - 5_000
