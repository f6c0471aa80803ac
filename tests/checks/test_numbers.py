"""Numbers that are, may be or are not a person's: shapes, labels, check digits and their boundaries."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from checking import context_of

from conftest import OFFICE, news
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context
from terbuka.words import library

NAME = PurePosixPath("content/berita/2026/a.md")

NIK = [
    ("NIK: 3201081211900001", ["error"]),
    ("NIK3201081211900001", ["error"]),
    ("Pemohon (3201081211900001) membawa e-KTP.", ["error"]),
    ("| No. identitas |\n|---|\n| 3201081211900001 |", ["error"]),
    ("| NIK | No. rekening |\n|---|---|\n| 3201081211900001 | 3201081211900002 |", ["error"]),
    ("| Data | Isi |\n|---|---|\n| NIK | 3201081211900001 |", ["error"]),
    ("Satu NIK.\n\n3201081211900001", ["warning"]),
    ("Nomor 3201081211900001.", ["warning"]),
    ("Nomor 3201085211900001 milik perempuan.", ["warning"]),
    ("Nomor 9912341211900001 lahir di luar negeri.", ["warning"]),
    ("Nomor 3201082902000001 lahir pada tahun kabisat.", ["warning"]),
    ("Nomor 3201082902010001 tidak pernah lahir.", []),
    ("Nomor 3201083111900001 lahir 31 November.", []),
    ("Nomor 3201080011900001 lahir tanggal 0.", []),
    ("Nomor 3201084011900001 lahir tanggal 40.", []),
    ("Nomor 3201084111900001 perempuan yang lahir tanggal 1.", ["warning"]),
    ("Nomor 3201087110900001 perempuan yang lahir 31 Oktober.", ["warning"]),
    ("Nomor 3201087210900001 lahir tanggal 32 untuk perempuan.", []),
    ("Nomor 2001081211900001 tanpa provinsi.", []),
    ("Nomor 3201081211900000 tanpa nomor urut.", []),
    ("Nomor 320108121190001 kurang satu angka.", []),
    ("Nomor 32010812119000011 lebih satu angka.", []),
    ("Faktur 3201081211900001.", []),
    ("Faktur atas NIK 3201081211900001.", ["error"]),
    ("NIK dan faktur 3201081211900001.", ["warning"]),
    ("Telepon pemohon bernomor 3201081211900001.", ["warning"]),
    ("Kartu Keluarga 3201081211900001.", []),
    ("Kartu uji 5105 1051 0510 5100.", []),
    ("NIK 5105 1051 0510 5100.", ["error"]),
    ("Kartu uji 5105 1051 0510 5101 salah digitnya.", ["warning"]),
    ("Teknik menghitung 3201081211900001.", ["warning"]),
    ("NIK 32.01.08.121190.0001 dan 32-01-08-121190-0001.", ["error", "error"]),
    ("NIK 3201************ disamarkan.", []),
    ("NIK 320108********** disamarkan.", []),
    ("NIK ************0001 disamarkan.", []),
    ("NIK 3201081******** masih menunjukkan tanggal.", ["warning"]),
    ("NIK 320108121190xxxx masih menunjukkan tanggal.", ["warning"]),
    ("NIK 320108xxxxxx0001 masih menunjukkan nomor urut.", ["warning"]),
    ("Nomor tiket 3201081******** bukan NIK.", []),
]
FAMILY_CARD = [
    ("No. KK: 3201081211200001", ["error"]),
    ("Kartu Keluarga 3201.0812.1120.0001", ["error"]),
    ("| KK |\n|---|\n| 3201081211200001 |", ["error"]),
    ("Nomor KK 3201083211200001 tanpa tanggal yang benar.", ["warning"]),
    ("Nomor KK 2001081211200001 tanpa provinsi.", []),
    ("KK dan NIK: 3201081211900001", []),
    ("Nomor 3201081211200001.", []),
    ("Sebanyak 1.250 KK menerima bantuan.", []),
    ("Nomor KK 3201081211xxxxxx masih menunjukkan tanggal.", ["warning"]),
    ("Nomor KK 3201xxxxxxxxxxxx.", []),
]
NPWP = [
    ("NPWP 09.000.001.9-000.000", ["error"]),
    ("NPWP 09.000.001.8-000.000 salah digit pemeriksanya.", ["warning"]),
    ("Nomor 09.000.001.9-000.000 tanpa sebutan.", ["warning"]),
    ("NPWP 090000019000000", ["error"]),
    ("NPWP 090000018000000 salah digit pemeriksanya.", ["warning"]),
    ("NPWP 0090000019000000", ["error"]),
    ("NPWP 0090000018000000 salah digit pemeriksanya.", []),
    ("NPWP 3201081211900001", ["error"]),
    ("NITKU 3201081211900001000000", ["error"]),
    ("NITKU 0090000019000000000000", ["error"]),
    ("NPWP 00.000.001.8-000.000 milik bendahara.", []),
    ("NPWP 01.000.001.6-000.000 milik badan usaha.", []),
    ("NPWP 03.000.001.2-000.000 milik badan usaha.", []),
    ("NPWP 04.000.001.0-000.000 milik pengusaha perorangan.", ["error"]),
    ("NPWP 0010000016000000 milik badan usaha.", []),
    ("Nomor 090000019000000 tanpa sebutan.", []),
    ("Rincian 1.09.000.001.9-000.000.1.", []),
]
MOBILE = [
    ("081234567890", ["error"]),
    ("+62812 3456 789", ["error"]),
    ("0812345678 kurang dari yang pernah ada", ["error"]),
    ("081234567", []),
    ("0812345678901", ["error"]),
    ("08123456789012", []),
    ("WA 0811-5550-100", ["error"]),
    ("(021) 555-0100", []),
    ("1500 567", []),
]
CARD = [
    ("Kartu kredit 4000001234567899", ["error"]),
    ("Kartu kredit 4000001234567890 salah digit pemeriksanya.", []),
    ("Kartu kredit 4000001234567898 salah digit pemeriksanya.", []),
    ("Nomor 4000 0012 3456 7899 berkelompok.", ["error"]),
    ("Nomor 4000-0012-3456-7899 berkelompok.", ["error"]),
    ("Nomor 4000001234567899 tanpa sebutan.", ["warning"]),
    ("Nomor 3400 001234 56781 berkelompok.", ["error"]),
    ("Nomor 3400 001234 56780 berkelompok.", []),
    ("Kartu debit 6011000012345678904 sembilan belas angka.", ["error"]),
    ("Kartu debit 6011000012345678905 salah digit pemeriksanya.", []),
    ("Nomor 6011000012345678904 sembilan belas angka.", []),
    ("Faktur 4000001234567899.", []),
    ("Nomor 1000001234567890 tanpa penerbit.", []),
    ("Kartu uji 4111 1111 1111 1111.", []),
    ("Rp4.000.001.234.567.899", []),
]
ACCOUNT = [
    ("Nomor rekening 1234567890", ["warning"]),
    ("No. Rek. 123-00-1234567-8", ["warning"]),
    ("Transfer ke BCA 1234567890 a.n. Pemilik Contoh.", ["warning"]),
    ("| Nama | Rekening |\n|---|---|\n| Contoh | 1234567890123 |", ["warning"]),
    ("Rekening 123456789 hanya sembilan angka.", []),
    ("Rekening 12345678901234567 tujuh belas angka.", []),
    ("Saldo rekening Rp1.234.567.890.", []),
    ("Saldo rekening 1.234.567.890.", []),
    ("Kode rekening 5.1.02.01.01.0024.", []),
    ("Rekening belanja 5.1.02.01.01.0024.", []),
    ("Rekening 5.1.02.01.01.0024.", []),
    ("Rekening: hubungi 081234567890.", []),
    ("Rekening: hubungi (021) 55501001.", []),
    ("Nomor 1234567890.", []),
    ("Virtual account 8888801234567890.", []),
    ("Rekening kas daerah 9876543210 dibiarkan.", ["warning"]),
]
LABELLED = [
    ("passport", "Nomor paspor A1234567", ["warning"]),
    ("passport", "Passport number AB 123456", ["warning"]),
    ("passport", "Paspor A123456 kurang satu angka.", []),
    ("passport", "Paspor ABC1234567 lebih huruf.", []),
    ("passport", "Formulir A1234567.", []),
    ("driving-licence", "SIM A 123456789012", ["warning"]),
    ("driving-licence", "Nomor SIM: 1234-5678-901234", ["warning"]),
    ("driving-licence", "SIM 1234567890123 tiga belas angka.", []),
    ("driving-licence", "Kartu SIM 123456789012.", []),
    ("driving-licence", "SIM card 123456789012.", []),
    ("driving-licence", "Surat izin mengemudi: hubungi 081234567890.", []),
    ("bpjs", "Nomor BPJS 0001234567890", ["warning"]),
    ("bpjs", "Kartu JKN 0001 2345 6789 0", ["warning"]),
    ("bpjs", "KPJ 12345678901", ["warning"]),
    ("bpjs", "Nomor BPJS 000123456789 dua belas angka.", []),
    ("bpjs", "BPJS Ketenagakerjaan 12345678901", ["warning"]),
    ("bpjs", "Layanan BPJS: 08118750400.", []),
    ("bpjs", "ISBN 9786021234567 tentang BPJS.", []),
]
NIP = [
    ("NIP 199001012015031001", ["warning"]),
    ("19900101 201503 2 001", ["warning"]),
    ("19900101 202321 1 001 milik PPPK", ["warning"]),
    ("NIP 199002302015031001 lahir 30 Februari.", []),
    ("NIP 199013012015031001 lahir bulan 13.", []),
    ("NIP 199001012015131001 diangkat bulan 13.", []),
    ("NIP 199001012015001001 diangkat bulan 0.", []),
    ("NIP 199001012015033001 bukan laki-laki atau perempuan.", []),
    ("NIP 199001012015031000 tanpa nomor urut.", []),
    ("NIP 199001012004031001 diangkat pada umur 14.", []),
    ("NIP 199001012005031001 diangkat pada umur 15.", ["warning"]),
    ("NIP 19900101201503100 kurang satu angka.", []),
    ("Nomor 2199001012015031001.", []),
]
PLATE = [
    ("Mobil B 1234 XYZ menabrak pagar.", ["warning"]),
    ("Motor berpelat AB1234CD hilang.", ["warning"]),
    ("Pelat nomor B 1 A.", ["warning"]),
    ("Mobil QX 1234 AB bukan daerah mana pun.", []),
    ("Mobil B 12345 AB terlalu panjang.", []),
    ("Mobil B 0123 AB diawali nol.", []),
    ("Mobil b 1234 ab.", []),
    ("Ruang B 1234 XYZ.", []),
    ("Bus koridor B 2 A berangkat pagi.", []),
    ("Mobil dengan mesin D 1500 CC.", []),
    ("Kendaraan dinas BK 1234 ABC.", ["warning"]),
]
EMAIL = [
    ("Tulis ke warga.contoh@gmail.com.", ["warning"]),
    ("Tulis ke <mailto:warga@yahoo.co.id>.", ["warning"]),
    ("[Tulis](mailto:dinas.uji@gmail.com)", ["warning"]),
    ("warga [at] gmail.com", ["warning"]),
    ("warga(at)perusahaan.co.id", []),
    ("nama.orang@perusahaan.co.id", ["warning"]),
    ("info@perusahaan.co.id", []),
    ("humas.pusat@perusahaan.co.id", []),
    ("nama@dinas.go.id dan kades@maju.desa.id", []),
    ("halo@uji.example, kominfo@uji.example", []),
    ("@warga@sosial.web.id dan warga@sosial.web.id@b", []),
    ("logo@2x.png dan paket@1.2.3", []),
    ("https://nama@perusahaan.co.id/", []),
    ("git@github.com:a/b.git", []),
    ("a@example.org", []),
    ("@ dan a@ dan @a.id", []),
]
HOME = [
    ("Korban tinggal di Jalan Melati No. 12.", ["warning"]),
    ("Pemohon berdomisili RT 03/RW 05 Kelurahan Contoh.", ["warning"]),
    ("Rumah korban di Gg. Mawar Nomor 7 rusak.", ["warning"]),
    ("| Nama | Alamat |\n|---|---|\n| Warga Contoh | Jl. Melati No. 12 |", ["warning"]),
    ("| Nama penerima | Alamat rumah |\n|---|---|\n| Warga | RT.003 RW.005 |", ["warning"]),
    ("| Kantor | Alamat |\n|---|---|\n| Dinas Komunikasi | Jl. Balai Kota No. 1 |", []),
    ("| Nama | Kantor |\n|---|---|\n| Warga | Jl. Balai Kota No. 1 |", []),
    ("Kantor beralamat di Jalan Balai Kota No. 1.", []),
    ("Jalan Melati rusak di RT 03/RW 05.", []),
    ("Warga tinggal di Kelurahan Contoh.", []),
    ("Waktu tinggal 12 hari; kantor di Jalan Balai Kota No. 1.", []),
    ("Ia tinggal di Jalan Melati.", []),
]
CASES = [
    *(("nik", *case) for case in NIK),
    *(("family-card", *case) for case in FAMILY_CARD),
    *(("npwp", *case) for case in NPWP),
    *(("mobile-number", *case) for case in MOBILE),
    *(("payment-card", *case) for case in CARD),
    *(("bank-account", *case) for case in ACCOUNT),
    *LABELLED,
    *(("home-address", *case) for case in HOME),
    *(("nip", *case) for case in NIP),
    *(("number-plate", *case) for case in PLATE),
    *(("private-email", *case) for case in EMAIL),
]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """What rules may know of a small office with one document."""
    root = tmp_path_factory.mktemp("kantor")
    (root / "office.yml").write_text(OFFICE, encoding="utf-8")
    (root / NAME).parent.mkdir(parents=True)
    return context_of(root)


@pytest.mark.parametrize(("rule", "body", "severities"), CASES)
def test_numbers(context: Context, rule: str, body: str, severities: list[str]) -> None:
    (context.root / NAME).write_text(news(body=body), encoding="utf-8")
    (document,) = library.load(context.root, context.office).documents
    found = RULES[rule].check_document(document, context)
    assert [finding.severity.value for finding in found] == severities
