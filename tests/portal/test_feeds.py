"""Feeds say exactly what their formats ask for, whatever the words are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

from small_site import open_site

from conftest import news
from terbuka.portal.pages import feeds

Repo = Callable[[dict[str, str]], Path]

RICH = """\
---
title: 'Pasar "Uji" & <b>jalan</b>'
summary: Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.
date: 2026-11-20
publish_at: 2026-11-20T09:30:00+07:00
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
review_by: 2027-05-20
image:
  src: gambar/pasar.png
  alt: Pasar yang ramai pada pagi hari
  credit: Tim Uji
  licence: CC BY 4.0
changes:
  - {date: 2026-11-21, note: Jam layanan diubah., readers: true}
  - {date: 2026-11-22, note: Salah ketik dibetulkan., readers: false}
  - {date: 2026-11-23, note: Belum terjadi saat dibangun., readers: true}
---

Kantor buka.<script>alert(1)</script> Lihat [jadwal](jadwal.md#jam), [rahasia](rahasia.md) dan [bawah](#bawah).

| A | B |
|---|---|
| 1 | 2 |
"""

HIDDEN = news("Berita yang masih dirahasiakan").replace("date: 2026-11-20", "date: 2026-12-20")

FILES = {
    "content/berita/2026/pasar.md": RICH,
    "content/berita/2026/jadwal.md": news("Jadwal layanan bulan ini").replace("2026-11-20", "2026-11-19"),
    "content/berita/2026/jadwal.en.md": news("This month's opening hours", "Open on Saturdays."),
    "content/berita/2026/rahasia.md": HIDDEN,
    "content/gambar/pasar.png": "bukan gambar",
}

PASAR_HTML = (
    "<p>Kantor buka.&lt;script&gt;alert(1)&lt;/script&gt; Lihat "
    '<a href="https://uji.example/berita/2026/jadwal/#jam" rel="noopener noreferrer">jadwal</a>, rahasia dan '
    '<a href="https://uji.example/berita/2026/pasar/#bawah" rel="noopener noreferrer">bawah</a>.</p>\n'
    "<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
)


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


ATOM = f"""\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
  <id>https://uji.example/feed.atom.xml</id>
  <title>Pemerintah Kota Uji</title>
  <subtitle>Kabar resmi Kota Uji</subtitle>
  <updated>2026-11-21T00:00:00+07:00</updated>
  <link rel="self" type="application/atom+xml" href="https://uji.example/feed.atom.xml" />
  <link rel="alternate" type="text/html" hreflang="id" href="https://uji.example/" />
  <link rel="license" href="https://creativecommons.org/licenses/by/4.0/" />
  <author>
    <name>Pemerintah Kota Uji</name>
  </author>
  <entry>
    <id>https://uji.example/berita/2026/pasar/</id>
    <title>Pasar "Uji" &amp; &lt;b&gt;jalan&lt;/b&gt;</title>
    <link rel="alternate" type="text/html" hreflang="id" href="https://uji.example/berita/2026/pasar/" />
    <link rel="enclosure" type="image/png" length="12" href="https://uji.example/gambar/pasar.png" />
    <published>2026-11-20T09:30:00+07:00</published>
    <updated>2026-11-21T00:00:00+07:00</updated>
    <author>
      <name>Dinas Komunikasi</name>
      <email>kominfo@uji.example</email>
    </author>
    <category term="layanan-publik" label="Layanan publik" />
    <summary>Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.</summary>
    <content type="html">{escaped(PASAR_HTML)}</content>
  </entry>
  <entry>
    <id>https://uji.example/berita/2026/jadwal/</id>
    <title>Jadwal layanan bulan ini</title>
    <link rel="alternate" type="text/html" hreflang="id" href="https://uji.example/berita/2026/jadwal/" />
    <published>2026-11-19T00:00:00+07:00</published>
    <updated>2026-11-19T00:00:00+07:00</updated>
    <author>
      <name>Dinas Komunikasi</name>
      <email>kominfo@uji.example</email>
    </author>
    <category term="layanan-publik" label="Layanan publik" />
    <summary>Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.</summary>
    <content type="html">&lt;p&gt;Kantor buka hari Sabtu.&lt;/p&gt;</content>
  </entry>
</feed>
"""

ENGLISH_RSS = """\
<?xml version='1.0' encoding='utf-8'?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Uji City Government</title>
    <link>https://uji.example/en/</link>
    <description>Official news from Uji City</description>
    <language>en</language>
    <copyright>CC BY 4.0</copyright>
    <lastBuildDate>Fri, 20 Nov 2026 00:00:00 +0700</lastBuildDate>
    <docs>https://www.rssboard.org/rss-specification</docs>
    <atom:link rel="self" type="application/rss+xml" href="https://uji.example/en/feed.rss.xml" />
    <item>
      <title>This month's opening hours</title>
      <link>https://uji.example/en/berita/2026/jadwal/</link>
      <guid isPermaLink="true">https://uji.example/en/berita/2026/jadwal/</guid>
      <pubDate>Fri, 20 Nov 2026 00:00:00 +0700</pubDate>
      <author>kominfo@uji.example (Communications Office)</author>
      <category>Public services</category>
      <description>Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.</description>
      <content:encoded>&lt;p&gt;Open on Saturdays.&lt;/p&gt;</content:encoded>
    </item>
  </channel>
</rss>
"""


def made(root: Path) -> dict[str, bytes]:
    return {str(staged.path): staged.content for staged in feeds.files(open_site(root)[0])}


def test_each_language_has_three_feeds(make_repo: Repo) -> None:
    assert list(made(make_repo(FILES))) == [
        "feed.atom.xml",
        "feed.rss.xml",
        "feed.json",
        "en/feed.atom.xml",
        "en/feed.rss.xml",
        "en/feed.json",
    ]


def test_atom(make_repo: Repo) -> None:
    assert made(make_repo(FILES))["feed.atom.xml"].decode() == ATOM


def test_rss(make_repo: Repo) -> None:
    assert made(make_repo(FILES))["en/feed.rss.xml"].decode() == ENGLISH_RSS


def test_json_feed(make_repo: Repo) -> None:
    feed = json.loads(made(make_repo(FILES))["feed.json"])
    items = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Pemerintah Kota Uji",
        "home_page_url": "https://uji.example/",
        "feed_url": "https://uji.example/feed.json",
        "description": "Kabar resmi Kota Uji",
        "language": "id",
        "authors": [{"name": "Pemerintah Kota Uji", "url": "https://uji.example/"}],
    }
    assert [item["id"] for item in items] == [
        "https://uji.example/berita/2026/pasar/",
        "https://uji.example/berita/2026/jadwal/",
    ]
    assert items[0] == {
        "id": "https://uji.example/berita/2026/pasar/",
        "url": "https://uji.example/berita/2026/pasar/",
        "title": 'Pasar "Uji" & <b>jalan</b>',
        "summary": "Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.",
        "content_html": PASAR_HTML,
        "date_published": "2026-11-20T09:30:00+07:00",
        "date_modified": "2026-11-21T00:00:00+07:00",
        "authors": [{"name": "Dinas Komunikasi"}],
        "tags": ["Layanan publik"],
        "language": "id",
        "image": "https://uji.example/gambar/pasar.png",
        "attachments": [
            {"url": "https://uji.example/gambar/pasar.png", "mime_type": "image/png", "size_in_bytes": 12}
        ],
    }


def test_an_empty_office_has_valid_feeds(make_repo: Repo) -> None:
    feed = ET.fromstring(made(make_repo({}))["feed.atom.xml"])  # noqa: S314  our own words
    assert [child.tag.rpartition("}")[2] for child in feed] == [
        "id",
        "title",
        "subtitle",
        "updated",
        "link",
        "link",
        "link",
        "author",
    ]
    assert feed.findtext("{http://www.w3.org/2005/Atom}updated") == "2026-11-22T09:00:00+07:00"


def test_only_the_newest_thirty(make_repo: Repo) -> None:
    posts = {
        f"content/berita/2026/nomor-{number:02}.md": news(f"Berita nomor {number:02}") for number in range(31)
    }
    feed = json.loads(made(make_repo(posts))["feed.json"])
    assert [item["title"] for item in feed["items"]] == [
        f"Berita nomor {number:02}" for number in range(30, 0, -1)
    ]


def test_characters_that_xml_does_not_know_are_left_out(make_repo: Repo) -> None:
    root = make_repo({"content/berita/2026/lembar.md": news(body="Lembar\x0cbaru \x1b[31mmerah.")})
    feed = ET.fromstring(made(root)["feed.atom.xml"])  # noqa: S314  our own words
    entry = feed.find("{http://www.w3.org/2005/Atom}entry")
    assert entry is not None
    assert entry.findtext("{http://www.w3.org/2005/Atom}content") == "<p>Lembarbaru [31mmerah.</p>"
