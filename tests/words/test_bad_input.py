"""Every mistake of a writer gets whole, plain Indonesian: where, what, what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from conftest import news
from terbuka import office, settings_file
from terbuka.errors import TerbukaError
from terbuka.words import library, register

MakeRepo = Callable[[dict[str, str]], Path]
PAGE = "content/berita/2026/judul.md"
GOOD = news()
UNKNOWN = "Hapus, atau periksa ejaannya; “terbuka schema” memuat daftar bidang."
IMAGE = "Isi src (dihitung dari content/), alt, credit, dan licence gambar, atau hapus bidang ini."
BASIS = "Daftarkan id dari policies/regulations.yml, misalnya uu-14-2008, atau id beserta pasalnya (article)."
SOCIAL = "Tulis off, atau satu baris untuk setiap akun di bawahnya: teks, daftar teks, atau off."
QUOTE = "Apit seluruh isinya dengan tanda petik, atau betulkan indentasinya."


def problems(root: Path) -> list[str]:
    """What the first document's author is told, in Indonesian and without the path."""
    document = library.load(root, office.load(root)).documents[0]
    assert document.meta is None
    return [
        f"{problem.place.line}:{problem.place.column} {problem.what.say('id')} {problem.to_do.say('id')}"
        for problem in document.problems
    ]


def add(lines: str) -> str:
    """The good post with more lines at the end of its front matter."""
    return GOOD.replace("review_by: 2027-05-20\n", f"review_by: 2027-05-20\n{lines}")


BROKEN_YAML = {
    "a colon in a value": (
        GOOD.replace("title: Layanan", "title: Layanan: baru"),
        "2:15 Ada titik dua di tempat yang tidak semestinya. " + QUOTE,
    ),
    "a tab": (
        add("image:\n\tsrc: gambar/a.png\n"),
        "11:1 Ada tabulasi di tempat yang harus berisi spasi. Ganti tabulasi itu dengan dua spasi.",
    ),
    "a duplicate key": (
        add("title: Judul yang kedua\n"),
        "10:1 “title” ditulis dua kali; yang pertama ada di baris 2. Sisakan satu saja.",
    ),
    "an open quote": (
        GOOD.replace("title: Layanan", 'title: "Layanan'),
        "2:8 Tanda petik yang dibuka di sini tidak pernah ditutup. Tutup tanda petik itu di akhir isinya.",
    ),
    "an open list": (
        GOOD.replace("[layanan-publik]", "[layanan-publik"),
        "6:9 Daftar yang dimulai di sini tidak pernah ditutup. Tulis ] sesudah butir terakhir.",
    ),
    "an open group": (
        add("social: {mastodon: off\n"),
        "10:9 Kelompok yang dimulai di sini tidak pernah ditutup. Tulis } sesudah bagian terakhir.",
    ),
    "a line without a colon": (
        GOOD.replace("owner: kominfo", "kominfo"),
        "5:1 Baris ini tidak berbentuk “nama: isi”. Tulis nama, titik dua, dan spasi di depan isinya.",
    ),
    "an at sign": (
        GOOD.replace("owner: kominfo", "owner: @kominfo"),
        "5:8 Isinya diawali tanda yang berarti lain dalam YAML. Apit seluruh isinya dengan tanda petik.",
    ),
    "an asterisk": (
        GOOD.replace("owner: kominfo", "owner: *kominfo"),
        "5:8 Isinya diawali tanda yang berarti lain dalam YAML. Apit seluruh isinya dengan tanda petik.",
    ),
    "words behind a quote": (
        GOOD.replace("owner: kominfo", 'owner: "kominfo" kota'),
        "5:18 Di sini ada tulisan yang tidak termasuk bidang mana pun. " + QUOTE,
    ),
    "a day that is not in the calendar": (
        GOOD.replace("date: 2026-11-20", "date: 2026-02-30"),
        "4:7 “2026-02-30” tidak ada dalam kalender. Tulis tanggal yang ada, misalnya 2026-11-20.",
    ),
    "a control character": (
        GOOD.replace("owner: kominfo", "owner: kom\x07info"),
        "5:11 Ada tanda yang tidak boleh dipakai dalam YAML: U+0007. "
        "Hapus tanda itu; mungkin tidak terlihat di layar.",
    ),
    "a cycle": (
        add("social: &a [*a]\n"),
        "10:1 “social” harus berisi bagian-bagian bernama di bawahnya. " + SOCIAL,
    ),
    "a list of items": (
        "---\n- satu\n- dua\n---\nIsi.\n",
        "2:1 Bidang data di awal berkas bukan daftar bidang. "
        "Tulis setiap bidang sebagai “nama: isi” pada baris tersendiri.",
    ),
    "no front matter": (
        "# Judul\n\nIsi.\n",
        "1:1 Berkas ini tidak diawali bidang data. "
        "Tulis baris --- paling atas, lalu bidang-bidangnya, lalu baris --- lagi; atau pakailah terbuka new.",
    ),
    "no end of front matter": (
        "---\ntitle: Judul yang panjang\n\nIsi.\n",
        "1:1 Bidang data tidak ditutup. Tulis baris --- di bawah bidang terakhir.",
    ),
}


@pytest.mark.parametrize("name", BROKEN_YAML)
def test_broken_front_matter(make_repo: MakeRepo, name: str) -> None:
    words, expected = BROKEN_YAML[name]
    assert problems(make_repo({PAGE: words})) == [expected]


WRONG_FIELDS = {
    "an unknown field": (add("penulis: Budi\n"), ["10:1 “penulis” bukan bidang yang dikenal di sini. " + UNKNOWN]),
    "a missing field": (
        GOOD.replace("owner: kominfo\n", ""),
        [
            "2:1 “owner” belum diisi. "
            "Sebutkan unit yang bertanggung jawab atas tulisan ini; daftarnya ada di office.yml."
        ],
    ),
    "a wrong type": (
        GOOD.replace("[layanan-publik]", "layanan-publik"),
        [
            "6:1 “topics” harus berupa daftar; awali setiap butir dengan tanda hubung. "
            "Sebutkan satu sampai tiga topik; daftarnya ada di office.yml."
        ],
    ),
    "a number for a title": (
        GOOD.replace("title: Layanan kependudukan buka hari Sabtu", "title: 2026"),
        [
            "2:1 “title” harus berupa teks; apit dengan tanda petik. "
            "Tulis judul sepanjang 10 sampai 110 karakter: kabarnya, bukan topiknya."
        ],
    ),
    "a date in words": (
        GOOD.replace("date: 2026-11-20", "date: 20 November 2026"),
        ["4:1 “date” bukan tanggal seperti 2026-11-20. Tulis tanggal terbit seperti 2026-11-20."],
    ),
    "several at once, in file order": (
        GOOD.replace("class: berkala", "class: rahasia").replace("topics: [layanan-publik]", "topics: []"),
        [
            "6:1 “topics” memerlukan paling sedikit 1 butir. "
            "Sebutkan satu sampai tiga topik; daftarnya ada di office.yml.",
            "7:1 “class” harus salah satu dari: berkala, serta-merta, setiap-saat. "
            "Sebutkan golongan informasi publik menurut UU 14/2008: berkala (Pasal 9), serta-merta (Pasal 10), "
            "atau setiap-saat (Pasal 11).",
        ],
    ),
    "a title that is too long": (
        GOOD.replace("Layanan kependudukan buka hari Sabtu", "A" * 111),
        [
            "2:1 “title” terlalu panjang; paling banyak 110 karakter. "
            "Tulis judul sepanjang 10 sampai 110 karakter: kabarnya, bukan topiknya."
        ],
    ),
    "a moment without a zone": (
        add("publish_at: 2026-11-20T09:00:00\n"),
        [
            "10:1 “publish_at” memerlukan zona waktu, misalnya +07:00 di akhirnya. "
            "Tulis akhir embargo seperti 2026-11-20T09:00:00+07:00, atau hapus baris ini."
        ],
    ),
    "an end before the beginning": (
        add("publish_at: 2026-11-20T09:00:00+07:00\nexpires_at: 2026-11-19T09:00:00+07:00\n"),
        [
            "11:1 “expires_at” tidak lebih lambat daripada “publish_at”. "
            "Tulis kapan halaman ditutup seperti 2026-12-31T23:59:00+07:00, atau hapus baris ini."
        ],
    ),
    "a social text that is a number": (
        add("social: {bluesky: 5}\n"),
        ["10:10 “social.bluesky” harus berupa teks; apit dengan tanda petik. " + SOCIAL],
    ),
    "half a picture": (
        add("image:\n  src: gambar/a.png\n  alt: pendek\n"),
        [
            "10:1 “image.credit” belum diisi. " + IMAGE,
            "10:1 “image.licence” belum diisi. " + IMAGE,
            "12:3 “image.alt” terlalu pendek; paling sedikit 10 karakter. " + IMAGE,
        ],
    ),
    "a source without a full address": (
        add("sources:\n  - title: Data resmi\n    url: lapor.go.id\n"),
        [
            "12:5 “sources.1.url” bukan alamat lengkap yang diawali https://. "
            "Daftarkan sumber fakta dan angka: title, lalu url atau date; archived memuat alamat salinan url."
        ],
    ),
    "a legal basis in neither form": (
        add("legal_basis: [5, {id: uu-14-2008, pasal: 3}]\n"),
        [
            "10:15 “legal_basis.1” harus berupa teks; apit dengan tanda petik. " + BASIS,
            "10:35 “legal_basis.2.pasal” bukan bidang yang dikenal di sini. " + UNKNOWN,
        ],
    ),
    "a change that is not said to matter": (
        add("changes:\n  - date: 2026-11-21\n    note: Jadwal diganti.\n    readers: ya\n"),
        [
            "13:5 “changes.1.readers” harus true atau false. "
            "Daftarkan perubahan setelah terbit: date, note, dan readers (true atau false)."
        ],
    ),
    "a hashtag with its mark": (
        add('hashtags: ["#Kota"]\n'),
        [
            "10:12 Bentuk penulisan “hashtags.1” tidak tepat. "
            "Daftarkan tagar tanpa #, setiap kata diawali huruf kapital."
        ],
    ),
}


@pytest.mark.parametrize("name", WRONG_FIELDS)
def test_wrong_fields(make_repo: MakeRepo, name: str) -> None:
    words, expected = WRONG_FIELDS[name]
    assert problems(make_repo({PAGE: words})) == expected


CAMPAIGN = GOOD.replace(
    "review_by: 2027-05-20\n",
    "review_by: 2027-05-20\ngoal: Setiap warga mengenal akun resmi kota.\naudience: Warga Kota Uji\n"
    "start: 2026-11-20\nend: 2026-12-20\nbudget: 1000\n",
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            CAMPAIGN.replace("end: 2026-12-20", "end: 2026-11-19"),
            "13:1 “end” lebih awal daripada “start”. Tulis hari terakhir seperti 2026-12-20.",
        ),
        (
            CAMPAIGN.replace("budget: 1000", "budget: -1"),
            "14:1 “budget” terlalu kecil; paling sedikit 0. Tulis anggaran dalam rupiah bulat, tanpa titik.",
        ),
        (
            CAMPAIGN.replace(
                "budget: 1000\n",
                "budget: 1000\nspending:\n"
                "  - {date: 2026-11-20, item: Cetak poster, payee: Percetakan Uji, amount: 1500, reference: B-1}\n",
            ),
            "15:1 Jumlah pembayaran 1500 rupiah, lebih besar daripada anggaran 1000 rupiah. "
            "Daftarkan setiap pembayaran: date, item, payee, amount dalam rupiah bulat, reference.",
        ),
    ],
    ids=["ends before it starts", "negative budget", "spends too much"],
)
def test_fields_of_a_campaign_that_do_not_go_together(make_repo: MakeRepo, words: str, expected: str) -> None:
    assert problems(make_repo({"content/kampanye/judul.md": words})) == [expected]


INCLUDES = {
    "a cycle": (
        {
            PAGE: news(body='Satu.\n\n--8<-- "content/_bagian/a.md"'),
            "content/_bagian/a.md": 'Dua.\n--8<-- "content/_bagian/b.md"\n',
            "content/_bagian/b.md": '--8<-- "content/_bagian/a.md"\n',
        },
        "content/_bagian/b.md:1:1 “content/_bagian/a.md” memuat dirinya sendiri: "
        f"{PAGE} → content/_bagian/a.md → content/_bagian/b.md → content/_bagian/a.md. Hapus salah satu baris itu.",
    ),
    "a block that is not there": (
        {PAGE: news(body='Satu.\n\n--8<-- "content/_bagian/tidak-ada.md"')},
        f"{PAGE}:14:1 Bagian bersama “content/_bagian/tidak-ada.md” tidak ada. "
        "Periksa alamatnya; dihitung dari pangkal repositori.",
    ),
    "a block outside the repository": (
        {PAGE: news(body='--8<-- "content/../../rahasia.md"')},
        f"{PAGE}:12:1 “content/../../rahasia.md” berada di luar repositori. "
        "Salin bagian itu ke content/_bagian/, lalu muat dari sana.",
    ),
}


@pytest.mark.parametrize("name", INCLUDES)
def test_shared_blocks(make_repo: MakeRepo, name: str) -> None:
    files, expected = INCLUDES[name]
    root = make_repo(files)
    document = library.load(root, office.load(root)).by_path[PurePosixPath(PAGE)]
    assert [f"{p.place} {p.what.say('id')} {p.to_do.say('id')}" for p in document.problems] == [expected]


def test_a_file_that_is_not_utf_8(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: GOOD})
    (root / PAGE).write_bytes(GOOD.replace("Kantor buka", "Kafe").encode() + b"caf\xe9\n")
    assert problems(root) == [
        "13:4 Berkas ini bukan teks UTF-8: bita 0xe9 tidak cocok. Simpan ulang dengan pengodean UTF-8."
    ]


def test_a_file_of_five_megabytes(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: GOOD + "a" * 5_000_000})
    assert problems(root) == [
        "1:1 Ukuran berkas ini 5000 kB; satu dokumen paling besar 1000 kB. "
        "Pindahkan tabel dan gambar ke lampiran, lalu beri tautan ke sana."
    ]


def test_a_link_that_leads_out_of_the_repository(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({PAGE: GOOD})
    (tmp_path / "rahasia.md").write_text(GOOD, encoding="utf-8")
    (root / "content/berita/2026/tautan.md").symlink_to(tmp_path / "rahasia.md")
    with pytest.raises(TerbukaError) as raised:
        library.load(root, office.load(root))
    assert raised.value.say("id") == (
        "content/berita/2026/tautan.md:1:1: Tautan berkas ini mengarah ke luar repositori. "
        "Ganti dengan berkas yang sebenarnya."
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "content/berita/2026/judul.fr.md",
            "content/berita/2026/judul.fr.md:1:1: “fr” dalam nama berkas bukan bahasa kantor ini. "
            "Namai slug.md, atau slug.en.md untuk bahasa Inggris.",
        ),
        (
            "content/lain/judul.md",
            "content/lain/judul.md:1:1: Folder ini bukan tempat jenis dokumen mana pun. "
            "Pindahkan ke salah satu dari: content/berita, content/halaman, content/kampanye, policies, "
            "content/klarifikasi, content/panduan, content/tanya-jawab.",
        ),
    ],
    ids=["unknown language", "unknown kind"],
)
def test_a_file_in_the_wrong_place(make_repo: MakeRepo, path: str, expected: str) -> None:
    root = make_repo({path: GOOD})
    with pytest.raises(TerbukaError) as raised:
        library.load(root, office.load(root))
    assert raised.value.say("id") == expected


def test_a_path_that_does_not_exist(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: GOOD})
    with pytest.raises(TerbukaError) as raised:
        library.load(root, office.load(root), [PurePosixPath("content/tidak-ada")])
    assert raised.value.say("id") == "content/tidak-ada tidak ada. Periksa alamatnya, lalu coba lagi."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "as_of: 2026-11-22\nregulations:\n  - id: uu-14-2008\n    type: UU\n",
            "policies/regulations.yml:3:5: “regulations.1.type_full” belum diisi. "
            "Betulkan; “terbuka schema” menerangkan isinya.",
        ),
        (
            "- satu\n",
            "policies/regulations.yml:1:1: Isi berkas ini bukan daftar bidang. "
            "Betulkan; “terbuka schema” menerangkan isinya.",
        ),
        (
            "as_of: 2026-11-22\nregulations: [\n",
            "policies/regulations.yml:3:1: Di sini ada isi yang kurang, atau kurung yang tidak pernah ditutup. "
            "Tulis isinya, lalu tutup setiap [ dengan ] dan setiap { dengan }.",
        ),
    ],
    ids=["missing key", "no mapping", "broken YAML"],
)
def test_a_broken_register(make_repo: MakeRepo, words: str, expected: str) -> None:
    root = make_repo({"policies/regulations.yml": words})
    with pytest.raises(TerbukaError) as raised:
        register.load(root)
    assert raised.value.say("id") == expected


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TerbukaError) as raised:
        settings_file.read_text(tmp_path / "a.yml", PurePosixPath("a.yml"))
    assert raised.value.say("id") == (
        "a.yml:1:1: Berkas ini tidak dapat dibaca: No such file or directory. "
        "Pastikan berkas itu ada dan Anda boleh membacanya."
    )
