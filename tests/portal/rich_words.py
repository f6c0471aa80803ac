"""A small office with one document of every kind, a register, and what a hostile writer might try."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from terbuka.portal.assemble import gather
from terbuka.portal.site import Site

REPOSITORY = Path(__file__).parents[2]

HOSTILE = """<script>alert("x")</script> & [x](javascript:alert(1)) ' | `b`"""
"""A title that must show as these very words, wherever it is shown."""

REGISTER = """\
as_of: '2026-11-22'
regulations:
- {id: uu-1-2001, type: UU, type_full: Undang-Undang, number: '1', year: 2001, title: Satu,
   citation: Undang-Undang Nomor 1 Tahun 2001 tentang Satu, short: UU 1/2001, status: berlaku_diubah,
   amended_by: [uu-2-2002], confidence: high, status_confidence: high, source: naskah}
- {id: uu-2-2002, type: UU, type_full: Undang-Undang, number: '2', year: 2002, title: Dua,
   citation: Undang-Undang Nomor 2 Tahun 2002 tentang Dua, short: UU 2/2002, status: berlaku,
   confidence: high, status_confidence: high, source: naskah}
- {id: pp-3-2003, type: PP, type_full: Peraturan Pemerintah, number: '3', year: 2003, title: Tiga,
   citation: Peraturan Pemerintah Nomor 3 Tahun 2003 tentang Tiga, status: belum_pasti,
   confidence: high, status_confidence: low, source: ingatan}
- {id: pp-4-2004, type: PP, type_full: Peraturan Pemerintah, number: '4', year: 2004, title: Empat,
   citation: Peraturan Pemerintah Nomor 4 Tahun 2004 tentang Empat, status: dicabut, revoked_by: uu-2-2002,
   confidence: high, status_confidence: high, source: naskah}
- {id: perppu-5-2005, type: Perppu, type_full: Perppu, number: '5', year: 2005, title: Lima,
   citation: Perppu Nomor 5 Tahun 2005 tentang Lima, status: ditetapkan_menjadi_uu, revoked_by: uu-2-2002,
   confidence: high, status_confidence: high, source: naskah}
"""

COMMON = """\
title: {title}
summary: {summary}
date: {date}
owner: kominfo
topics: [layanan-publik]
class: {information_class}
status: published
review_by: 2027-05-20
"""

SUMMARY = "Ringkasan ini cukup panjang untuk lolos dari batas empat puluh huruf."


def document(
    title: str,
    fields: str = "",
    *,
    date: str = "2026-11-20",
    information_class: str = "berkala",
    body: str = "Isi.",
) -> str:
    """A valid document with further `fields`, as lines of YAML."""
    header = COMMON.format(
        title=yaml.safe_dump(title, width=1000).strip().removesuffix("\n..."),
        summary=SUMMARY,
        date=date,
        information_class=information_class,
    )
    return f"---\n{header}{fields}---\n\n{body}\n"


CLARIFICATION = """\
claim: "Klaim <b>keliru</b> </script><script>alert(2)</script> yang beredar"
fact: Layanan kartu tanda penduduk tetap gratis.
rating: imposter
claim_date: 2026-11-12
claim_channel: grup percakapan
evidence:
  - {title: Tangkapan layar pesan, archived: arsip internal KU-1, date: 2026-11-12}
  - {title: Salinan halaman, archived: "https://arsip.example/1", date: 2026-11-13}
advice: Abaikan pesan itu dan tanyakan ke kantor kelurahan.
"""

ANSWER = """\
question: Berapa biaya membuat kartu tanda penduduk?
asked: 1250
channels: [loket, lapor]
first_asked: 2026-08-01
"""

CAMPAIGN = """\
goal: Warga mengenali akun resmi kota.
audience: Warga Kota Uji
start: 2026-10-01
end: 2026-12-31
budget: 10000000
spending:
  - {date: 2026-10-05, item: Cetak selebaran, payee: CV Uji, amount: 2500000, reference: KU-1}
  - {date: 2026-10-06, item: Siaran, payee: Radio Uji, platform: radio, amount: 1500000, reference: KU-2}
results:
  - {measure: Peserta kelas, value: 1318, source: Daftar hadir}
"""

EXPLAINER = """\
affects: Semua warga kota.
in_force_from: 2010-04-30
legal_basis: [{id: uu-1-2001, article: Pasal 5}, pp-3-2003, pp-4-2004, perppu-5-2005]
"""

NEWS = """\
location: Kecamatan Uji
sources:
  - {title: Laporan <i>triwulan</i>, date: 2026-10-15}
  - {title: Peraturan, url: "https://peraturan.bpk.go.id/", archived: "https://web.archive.org/web/20261015/https://peraturan.bpk.go.id/"}
image: {src: gambar/loket.png, alt: Warga dilayani di loket kelurahan, credit: Tim Uji, licence: CC BY 4.0}
changes:
  - {date: 2026-11-21, note: Jam layanan diperbaiki., readers: true}
  - {date: 2026-11-22, note: Salah ketik dibetulkan., readers: false}
"""

SECRET = "Rahasiaembargo"
"""A word that no produced file may hold."""

WORDS = {
    "policies/regulations.yml": REGISTER,
    "policies/hak.md": document(
        "Hak Anda atas informasi", EXPLAINER, body="## Satu\n\nA.\n\n## Dua\n\nB.\n\n## Tiga\n\nC."
    ),
    "content/berita/2026/loket.md": document(
        "Loket buka hari Sabtu", NEWS, body="Lihat [hak](../../../policies/hak.md)."
    ),
    "content/berita/2026/loket.en.md": document("Counters open on Saturday"),
    "content/berita/2026/jahat.md": document(HOSTILE, date="2026-11-19", body="A <script>alert(3)</script> b."),
    "content/berita/2026/besok.md": document(
        f"{SECRET} terbit pada hari Senin", date="2026-11-23", body=f"{SECRET} tidak boleh terbaca oleh siapa pun."
    ),
    "content/berita/2025/lama.md": document("Berita lama tahun lalu", date="2025-12-31"),
    "content/klarifikasi/gratis.md": document("Layanan KTP tetap gratis", CLARIFICATION),
    "content/tanya-jawab/biaya.md": document("Biaya membuat KTP", ANSWER),
    "content/kampanye/akun.md": document("Kampanye kenali akun", CAMPAIGN),
    "content/halaman/kontak.md": document("Menghubungi Kota Uji"),
    "content/panduan/dua.md": document("Panduan bagian kedua", "order: 2\n"),
    "content/panduan/satu.md": document("Panduan bagian pertama", "order: 1\n", date="2026-11-01"),
    "content/gambar/loket.png": "gambar loket",
    "content/gambar/besok.png": "gambar besok",
}


def dress(root: Path) -> None:
    """Give a repository what its portal wears."""
    shutil.copytree(REPOSITORY / "site", root / "site")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)


def staged_pages(site: Site) -> dict[str, tuple[dict[str, object], str]]:
    """Every Markdown page of the staged tree: front matter and body."""
    pages = {}
    for path, staged in gather(site).items():
        if path.suffix == ".md":
            _, header, body = staged.content.decode().split("---\n", 2)
            pages[str(path)] = (yaml.safe_load(header), body.removeprefix("\n"))
    return pages
