"""The names of persons in a text, as far as their form shows them.

A name is two to four words with capitals that are no name of a place, an office or a month; one word is a name
only where the text says so (“bernama Budi”, “Ibu Siti”).
"""

from __future__ import annotations

import re

_WORD = r"[A-Z][a-z’'\u00e9]{1,20}(?!\w)"
_LINK = r"(?:bin |binti |al-|bte )?"
_TITLE = r"(?:(?:Dr|dr|drg|Drs|Dra|Ir|H|Hj|Prof|KH|Ust)\. ?){0,3}"

HONORIFIC = r"(?:Bapak|Ibu|Pak|Bu|Saudara|Saudari|Sdr\.|Sdri\.|Tn\.|Ny\.|Nn\.|Tuan|Nyonya|Nona|Mr\.?|Mrs\.?|Ms\.?)"
"""What stands before the name of a grown person."""

FULL = rf"{_TITLE}{_WORD}(?:(?: [A-Z]\.)? {_LINK}{_WORD}){{1,3}}"
"""A name of two to four words."""

ANY = rf"{_TITLE}{_WORD}(?:(?: [A-Z]\.)? {_LINK}{_WORD}){{0,3}}"
"""A name of one to four words; for places where only a name can stand."""

ADDRESSED = rf"{HONORIFIC} {ANY}"
"""A name with an honorific."""

INITIALS = r"(?:[A-Z]\.? ?){1,3}(?![A-Za-z])"
"""Initials, for places where the text says that they are."""

_NO_PERSON = frozenset(
    re.findall(
        r"\S+",
        """
        Aceh Agama Agency Agung Agustus Ahli Akademi Anak Anda Apotek April Asia Asli Asuhan Badan Bagian Bahasa
        Balai Bali Bandara Bandung Bank Banten Bantul Bapak Bawaslu Bekasi Bencana Bersama Bidang Bogor Bupati
        Camat Cilacap City Commission Court Daerah Dalam Dan Dana Daring Data Dekan Depok Desa Desember Dewan Di
        Dinas Direktorat Direktur District Eropa Fakultas Februari Friday Gedung Government Gubernur Hakim Hari
        Hospital Hukum Hutan Ibu Indonesia Informasi Inspektorat Instansi Jakarta Jaksa Jalan Jambi Januari Jawa
        Jembatan Juli Jumat Juni Kabupaten Kami Kamis Kampung Kantor Kapolda Kapolres Kapolri Kapolsek Kasus
        Kawasan Kecamatan Kejaksaan Kekerasan Kelas Kelompok Kelurahan Kementerian Kepala Kepolisian Keputusan
        Kesehatan Ketua Keuangan Khusus Kita Kitab Komandan Komisaris Komisi Komunikasi Koordinator Koperasi
        Korban Korps Korupsi Kota Kunci Kuningan Lampung Lapangan Layanan Lembaga Loket Lurah Madrasah Mahkamah
        Malang Maluku Maret Masjid Masyarakat Mata Medan Mei Menteri Mereka Minggu Ministry Monday Museum Nama
        Nasional Negara Negeri Nomor November Nusa Nusantara Office Oktober Ombudsman Orang Panti Papua Partai
        Pasal Pasar Pelabuhan Pemberantasan Pemerintah Pemerintahan Pemilihan Pemilu Pendidikan Pengadilan
        Pengawas Penyidik Peraturan Perempuan Perguruan Perlindungan Perpustakaan Perusahaan Pesantren Pidana
        Pilkada Polda Police Polisi Polres Polresta Polri Polsek Pondok Ponpes Posko Posyandu Presiden Program
        Provinsi Publik Pusat Puskesmas Rabu Radio Raya Rektor Republik Riau Road Rukun Rumah Sabtu Sakit Saksi
        Satuan Saturday Saudara Saudari School Sekda Sekolah Sekretariat Sekretaris Selasa Selatan Senin Seorang
        September Siber Sosial Stasiun Street Sulawesi Sumatera Sumatra Sunday Sungai Surabaya Swasta Taman Tata
        Tenaga Tengah Tentara Terdakwa Terminal Tersangka The This Thursday Tim Timur Tindak Tinggi Tuesday Umum
        Undang Undang-Undang Unit Universitas University Usaha Utara Wakil Wali Walikota Warga Wednesday Wilayah
        Yayasan Yehuwa Yogyakarta
        """,
    )
)
_HONORIFIC = re.compile(rf"{HONORIFIC} ")


def is_person(name: str) -> bool:
    """Tell whether capitalised words can be a person's name: none is of an office, a place or a date."""
    words = re.findall(r"[A-Za-z’'-]+", _HONORIFIC.sub("", name, count=1))
    return bool(words) and not any(word in _NO_PERSON for word in words)
