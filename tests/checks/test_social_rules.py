"""Hashtags, emoji and cards: shapes and boundaries."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import check
from PIL import Image

from conftest import news
from terbuka.checks import emojis
from terbuka.checks.rules.social.card_image import DEFAULT, Shape, shape
from terbuka.checks.rules.social.hashtag_form import segments
from terbuka.checks.rules.social.thread_parts import number_of

MakeRepo = Callable[[dict[str, str]], Path]

KNOWN = frozenset({"layanan", "publik", "lay", "anan", "kota", "uji", "sabtu"})


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("layananpublik", ("layanan", "publik")),
        ("layanan", ("layanan",)),
        ("kotauji2026", ("kota", "uji", "2026")),
        ("2026", ("2026",)),
        ("layananx", ()),
        ("", ()),
    ],
)
def test_a_hashtag_is_cut_into_the_fewest_words(tag: str, words: tuple[str, ...]) -> None:
    assert segments(tag, KNOWN) == words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Loket buka. 🎉", ["🎉"]),
        ("👨‍👩‍👧👍🏽🇮🇩1️⃣", ["👨‍👩‍👧", "👍🏽", "🇮🇩", "1️⃣"]),
        ("❤️ ☔ ✅ ⭐", ["❤️", "☔", "✅", "⭐"]),
        ("“Loket” – 50 % … © ® ™ → ✓ ° ² № €", []),
        ("®️ dan ©️ bukan emoji", []),
        ("日本語 العربية", []),
        ("", []),
    ],
)
def test_emoji_as_people_see_them(words: str, found: list[str]) -> None:
    assert [words[start:end] for start, end in emojis.find(words)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("𝗟𝗼𝗸𝗲𝘁 buka", ["𝗟𝗼𝗸𝗲𝘁"]), ("Ｌｏｋｅｔ", ["Ｌｏｋｅｔ"]), ("x² dan ℃ dan Ⓐ", []), ("Loket", [])],
)
def test_letters_in_fancy_dress(words: str, found: list[str]) -> None:
    assert [words[start:end] for start, end in emojis.disguised(words)] == found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1/3 Loket buka.", (1, 3)),
        ("(2/3) Loket buka.", (2, 3)),
        ("Loket buka. 3/3", (3, 3)),
        ("Loket buka. (3/3)", (3, 3)),
        ("1 dari 3: Loket buka.", (1, 3)),
        ("Loket 1/3 buka.", None),
        ("Buka 24/7 di sini.", None),
        ("Tanggal 20/11/2026", None),
        ("20/11/2026 loket buka", None),
        ("Loket buka.", None),
    ],
)
def test_the_number_of_a_part(words: str, number: tuple[int, int] | None) -> None:
    assert number_of(words) == number


def bomb(path: Path) -> None:
    """A picture that says it has more pixels than any machine should unpack."""
    head = struct.pack(">IIBBBBB", 60_000, 31_500, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + end
    )


def test_the_head_of_a_picture_is_enough(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20)).save(tmp_path / "a.webp")
    (tmp_path / "b.png").write_bytes(b"")
    bomb(tmp_path / "c.png")
    assert shape(tmp_path / "a.webp") == Shape("WEBP", 40, 20)
    assert shape(tmp_path / "b.png") is None
    assert shape(tmp_path / "c.png") is None


PICTURE = (
    "image: {src: gambar/a.png, alt: Warga mengantre di loket, credit: Tim Uji, licence: CC BY 4.0}\nreview_by"
)


def test_the_platform_that_takes_least_limits_a_picture(make_repo: MakeRepo) -> None:
    root = make_repo({"content/berita/2026/a.md": news().replace("review_by", PICTURE)})
    file = root / "content" / "gambar" / "a.png"
    file.parent.mkdir()
    Image.new("RGB", (1200, 630)).save(file)
    with file.open("ab") as more:
        more.write(b"\0" * (1_000_000 - file.stat().st_size))
    assert check(root, ["card-image"]).findings == ()
    with file.open("ab") as more:
        more.write(b"\0")
    (finding,) = check(root, ["card-image"]).findings
    assert finding.message.say("en") == "The picture is 1001 kB; Bluesky takes 1000 kB."
    assert str(finding.about) == "content/gambar/a.png"


def test_pages_without_a_picture_need_one_for_all_of_them(make_repo: MakeRepo) -> None:
    root = make_repo(
        {"content/berita/2026/a.md": news(), "content/berita/2026/b.md": news("Judul yang lain sekali")}
    )
    (finding,) = check(root, ["card-image"]).findings
    assert (str(finding.place.path), str(finding.message)) == (
        "office.yml",
        "Pages without a picture have nothing to show on their cards.",
    )
    (root / DEFAULT).parent.mkdir(parents=True)
    (root / DEFAULT).write_bytes(b"x")
    assert check(root, ["card-image"]).findings == ()
