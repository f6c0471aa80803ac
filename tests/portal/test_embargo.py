"""A whole build with secret words in every kind of hidden document; then every file that it made is searched."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from conftest import news
from terbuka import office
from terbuka.portal.build import build
from terbuka.portal.verify import NotVerified
from terbuka.record.posted import Posted
from terbuka.words import library, register

Repo = Callable[[dict[str, str]], Path]

REPOSITORY = Path(__file__).parents[2]
NOW = datetime.fromisoformat("2026-11-22T09:00:00+07:00")
SECRET = "rahasiabesar"

IMAGE = f"""\
image:
  src: gambar/{SECRET}-foto.png
  alt: Foto {SECRET} yang belum boleh dilihat
  credit: Tim Uji
  licence: CC BY 4.0
topics:"""

PUBLIC = """\
Kantor buka hari Sabtu. Baca juga [pengumuman berikutnya](embargo-{secret}.md "segera") dan
[penjelasannya][aturan].

[aturan]: ../../../policies/draf-{secret}.md
"""


def hidden(kind: str, change: tuple[str, str]) -> str:
    """A document full of secrets that one line of its front matter hides."""
    body = f"Isi {kind} {SECRET} belum boleh dibaca siapa pun sebelum waktunya.\n\n## Bagian {SECRET}\n"
    return news(f"Judul {kind} {SECRET} yang panjang", body).replace("topics:", IMAGE).replace(*change)


FILES = {
    "content/berita/2026/terbuka.md": news("Layanan kependudukan buka hari Sabtu", PUBLIC.format(secret=SECRET)),
    f"content/berita/2026/embargo-{SECRET}.md": hidden(
        "embargo", ("status: published", "status: published\npublish_at: 2026-11-22T09:00:01+07:00")
    ),
    f"content/berita/2026/embargo-{SECRET}.en.md": hidden(
        "embargo", ("status: published", "status: published\npublish_at: 2026-11-22T09:00:01+07:00")
    ),
    f"content/berita/2026/besok-{SECRET}.md": hidden("besok", ("date: 2026-11-20", "date: 2026-11-23")),
    f"content/berita/2026/tarik-{SECRET}.md": hidden("tarik", ("status: published", "status: withdrawn")),
    f"content/halaman/tinjau-{SECRET}.md": hidden("tinjau", ("status: published", "status: review")),
    f"content/berita/2026/usang-{SECRET}.md": hidden(
        "usang", ("status: published", "status: published\nexpires_at: 2026-11-22T09:00:00+07:00")
    ),
    f"policies/draf-{SECRET}.md": hidden("draf", ("status: published", "status: draft")).replace(
        "topics:", "affects: Semua warga kota\nlegal_basis: [uu-14-2008]\ntopics:"
    ),
    f"content/gambar/{SECRET}-foto.png": SECRET,
}

# What has been posted stays in the record, but its line names neither title nor address of the page.
POSTED = tuple(
    Posted(
        document=f"content/berita/2026/usang-{SECRET}",
        language="id",
        account=account,
        platform=account,
        part=0,
        at=NOW - timedelta(days=1),
        url="https://sosial.uji.example/@uji/1",
        remote_id="1",
        digest="sha256:0",
    )
    for account in ("mastodon", "bluesky")
)


def make(root: Path, now: datetime) -> Path:
    """Build the portal of `root` with our templates, as it should be at `now`."""
    if not (root / "site").exists():
        shutil.copytree(REPOSITORY / "site", root / "site")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
    settings = office.load(root)
    words = library.load(root, settings)
    return build(root, settings, words, register.load(root), POSTED, now, settings.base, lambda _: None).folder


def tellers(site_dir: Path) -> list[str]:
    """Every file whose name or content, gzipped or not, holds the secret."""
    found = []
    for file in sorted(path for path in site_dir.rglob("*") if path.is_file()):
        content = file.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        name = str(file.relative_to(site_dir))
        if SECRET in name or SECRET.encode() in content.lower():
            found.append(name)
    return found


def test_nothing_that_is_made_tells_of_what_is_hidden(make_repo: Repo) -> None:
    site_dir = make(make_repo(FILES), NOW)
    assert (site_dir / "berita/2026/terbuka/index.html").is_file()
    assert tellers(site_dir) == []
    assert tellers(site_dir.parent / "staged") == []


def test_when_the_embargo_ends_the_same_words_are_everywhere(make_repo: Repo) -> None:
    root = make_repo(FILES)
    before, after = make(root, NOW), make(root, NOW + timedelta(seconds=1))
    assert before == after
    page = f"berita/2026/embargo-{SECRET}"
    told = tellers(after)
    assert [
        name for name in (f"{page}/index.html", f"{page}/index.json", f"en/{page}/index.html") if name in told
    ] == [
        f"{page}/index.html",
        f"{page}/index.json",
        f"en/{page}/index.html",
    ]
    assert {"feed.atom.xml", "feed.rss.xml", "feed.json", "sitemap.xml", "index.html"} <= set(told)
    assert [name for name in told if "besok" in name or "tarik" in name or "usang" in name or "draf" in name] == []


def test_a_template_that_tells_stops_the_build_and_keeps_the_old_portal(make_repo: Repo) -> None:
    root = make_repo(FILES)
    site_dir = make(root, NOW)
    kept = (site_dir / "index.html").read_bytes()
    base = root / "site/overrides/main.html"
    title = f"Judul tarik {SECRET} yang panjang"
    base.write_text(base.read_text().replace("{% block header %}", "{% block header %}<p>" + title + "</p>"))
    with pytest.raises(NotVerified) as caught:
        make(root, NOW)
    told = {failure.what.say("en") for failure in caught.value.failures}
    assert told == {f"It tells of content/berita/2026/tarik-{SECRET}.md, which is not public."}
    assert (site_dir / "index.html").read_bytes() == kept
