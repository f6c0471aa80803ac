"""The staged tree: plain Markdown and data, whole or not at all, with nothing that is not public."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich_words import SECRET, WORDS, document
from small_site import open_site

from terbuka.errors import BuildError
from terbuka.portal.assemble import assemble, gather

MakeRepo = Callable[[dict[str, str]], Path]

STAGED = """\
---
title: Menghubungi Kota Uji
description: Ringkasan ini cukup panjang untuk lolos dari batas empat puluh huruf.
language: id
template: document.html
section: kontak
alternates:
- language: id
  path: kontak/
searchable: true
kind: halaman
kind_name: Halaman
date:
  iso: '2026-11-20'
  words: 20 November 2026
unit:
  name: Dinas Komunikasi
  email: kominfo@uji.example
topics:
- name: Layanan publik
  path: topik/layanan-publik/
class:
  id: berkala
  name: Informasi berkala
  meaning: Badan publik mengumumkannya paling lambat enam bulan sekali (Pasal 9 UU 14/2008).
review_by: 20 Mei 2027
cite: Pemerintah Kota Uji, “Menghubungi Kota Uji”, 20 November 2026, https://uji.example/kontak/
mistake: mailto:kominfo@uji.example?subject=Koreksi%3A%20Menghubungi%20Kota%20Uji&body=Halaman%3A%20https%3A//uji.example/kontak/
hash: {digest}
short_hash: {short}
---

Tulis kepada kami.

&lt;b>Telepon&lt;/b> dahulu.
"""


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_staged_page_is_plain_front_matter_and_markdown(make_repo: MakeRepo) -> None:
    body = "Tulis kepada kami.\n\n<!-- catatan untuk pemeriksa --><b>Telepon</b> dahulu."
    site, _ = open_site(make_repo({"content/halaman/kontak.md": document("Menghubungi Kota Uji", body=body)}))
    assert assemble(site, site.root / "build" / "staged") == len(tree(site.root / "build" / "staged"))
    digest = site.documents[0].hash
    assert (site.root / "build/staged/kontak.md").read_text(encoding="utf-8") == STAGED.format(
        digest=digest, short=digest[7:19]
    )


def test_nothing_of_a_hidden_document_is_staged(make_repo: MakeRepo) -> None:
    site, hidden = open_site(make_repo(WORDS))
    staged = gather(site).values()
    assert [str(document.path) for document in hidden] == ["content/berita/2026/besok.md"]
    assert [str(file.path) for file in staged if SECRET.encode() in file.content] == []
    assert sorted(str(file.path) for file in staged if file.path.suffix == ".png") == ["gambar/loket.png"]


def test_an_old_tree_is_replaced_as_a_whole(make_repo: MakeRepo) -> None:
    site, _ = open_site(make_repo({"content/halaman/kontak.md": document("Menghubungi Kota Uji")}))
    staged = site.root / "build" / "staged"
    (staged / "berita").mkdir(parents=True)
    (staged / "berita" / "ditarik.md").write_text("Sudah ditarik.")
    assemble(site, staged)
    assert not (staged / "berita" / "ditarik.md").exists()
    assert sorted(path.name for path in staged.parent.iterdir()) == ["staged"]


def test_a_failure_leaves_the_old_tree_as_it_was(make_repo: MakeRepo) -> None:
    site, _ = open_site(
        make_repo({"content/halaman/kontak.md": document("Menghubungi kami", body="[x](hilang.md)")})
    )
    staged = site.root / "build" / "staged"
    staged.mkdir(parents=True)
    (staged / "lama.md").write_text("Isi lama.")
    with pytest.raises(BuildError):
        assemble(site, staged)
    assert tree(staged.parent) == ["staged/lama.md"]


def test_two_pages_with_one_address_stop_the_build(make_repo: MakeRepo) -> None:
    site, _ = open_site(make_repo({"content/halaman/catatan.md": document("Catatan kantor kami")}))
    with pytest.raises(BuildError) as stopped:
        gather(site)
    assert stopped.value.say("id") == (
        "Dua halaman memakai alamat “catatan” (documents, record). Beri dokumennya nama berkas lain."
    )


def test_a_missing_picture_stops_the_build(make_repo: MakeRepo) -> None:
    image = "image: {src: gambar/hilang.png, alt: Warga dilayani di loket, credit: Tim Uji, licence: CC BY 4.0}\n"
    site, _ = open_site(make_repo({"content/halaman/kontak.md": document("Menghubungi kami", image)}))
    with pytest.raises(BuildError) as stopped:
        gather(site)
    assert str(stopped.value) == (
        "content/halaman/kontak.md:10:9: The picture “content/gambar/hilang.png” does not exist. "
        "Put it into content/gambar/, or correct the path; it counts from content/."
    )


def test_a_picture_outside_the_repository_is_not_copied(make_repo: MakeRepo, tmp_path: Path) -> None:
    image = "image: {src: gambar/luar.png, alt: Warga dilayani di loket, credit: Tim Uji, licence: CC BY 4.0}\n"
    root = make_repo({"content/halaman/kontak.md": document("Menghubungi kami", image)})
    (tmp_path / "rahasia.png").write_text("rahasia")
    (root / "content/gambar").mkdir()
    (root / "content/gambar/luar.png").symlink_to(tmp_path / "rahasia.png")
    with pytest.raises(BuildError, match=r"gambar/luar\.png"):
        gather(open_site(root)[0])
