"""The comment on a pull request: whole, and deaf to what documents try to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from conftest import news
from terbuka import office
from terbuka.checks.allow import Allowance, allowances
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.manner import Manner
from terbuka.errors import Place
from terbuka.publish.plan import Desk, plan
from terbuka.review.comment import LONGEST, Review, render
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
        Finding(
            "nik", Severity.ERROR, place, quoted("Di sini tertulis NIK."), quoted("Hapus nomor itu."), "UU 27/2022"
        ),
        Finding("review-date", Severity.WARNING, place, quoted("Sudah lewat."), quoted("Tinjau lagi.")),
    )
    assert render(review(root, findings), "id") == (Path(__file__).parent / "comment.md").read_text(
        encoding="utf-8"
    )


def test_nothing_to_remark_on(make_repo: MakeRepo) -> None:
    root = make_repo({"content/berita/2026/sabtu.md": news().replace("review_by", "social: off\nreview_by")})
    assert render(review(root), "en") == (
        "<!-- terbuka:summary -->\n\n"
        "### ✅ Nothing to remark on\n\n"
        "<details><summary>Pages (1)</summary>\n\n"
        "| Title | Kind | Address | Status |\n"
        "| --- | --- | --- | --- |\n"
        "| Layanan kependudukan buka hari Sabtu | News post | `berita/2026/sabtu/` | published |\n\n"
        "</details>\n"
    )


def test_a_comment_is_never_too_long_and_never_cut_in_a_block(make_repo: MakeRepo) -> None:
    root = make_repo({f"content/berita/2026/b{n}.md": news(body="x") for n in range(40)})
    place = Place(PurePosixPath("content/berita/2026/b1.md"), 2, 8)
    findings = tuple(
        Finding("style", severity, place, quoted("@" * 999), quoted("#" * 999), "!" * 999)
        for severity in Severity
        for _ in range(40)
    )
    seen = replace(review(root, findings), allowances=(Allowance("nik", "&" * 999, place, 1),) * 40)
    comment = render(seen, "id")
    assert len(comment) < LONGEST
    assert comment.endswith("\n</details>\n\nSelebihnya ada di log pemeriksaan.\n")
    assert comment.count("<details") == comment.count("</details>")


def test_a_draft_is_treated_gently(make_repo: MakeRepo) -> None:
    root = make_repo({"content/berita/2026/sabtu.md": news().replace("review_by", "social: off\nreview_by")})
    place = Place(PurePosixPath("content/berita/2026/sabtu.md"), 2, 8)
    findings = (Finding("style", Severity.ERROR, place, quoted("Tulis 'apotek'."), quoted("Ganti kata itu.")),)
    draft = replace(review(root, findings), manner=Manner(draft=True))
    assert render(draft, "id").split("\n\n")[:4] == [
        "<!-- terbuka:summary -->",
        "### ✍️ Masih draf: belum ada yang perlu dikerjakan sekarang (1 catatan untuk nanti)",
        "Lanjutkan menulis. Tandai permintaan perubahan ini siap jika Anda ingin naskahnya ditinjau.",
        "<details><summary>Belum perlu sekarang: perbaiki sebelum ditinjau (1)</summary>",
    ]


def test_reviewers_see_what_was_silenced_and_why(make_repo: MakeRepo) -> None:
    body = "Satu. <!-- allow: nik karena nomor | uji @orang -->\n\n<!-- allow: alt-text -->"
    words = news(body=body).replace("review_by", "social: off\nreview_by")
    seen = review(make_repo({"content/berita/2026/sabtu.md": words}))
    shown = render(replace(seen, allowances=allowances(seen.documents)), "id")
    assert shown.split("\n\n")[2:5] == [
        "<details open><summary>Didiamkan dengan alasan; apakah Anda setuju? (1)</summary>",
        "| Di mana | Aturan | Alasan |\n| --- | --- | --- |\n"
        "| `content/berita/2026/sabtu.md:13` | `nik` | nomor \\| uji @\N{ZERO WIDTH NON-JOINER}orang |",
        "</details>",
    ]
