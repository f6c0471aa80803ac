"""Numbers that are, may be or are not a resident's; what a payment card looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import check

from conftest import news

MakeRepo = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize(
    ("body", "severities"),
    [
        ("NIK: 3201081211900001", ["error"]),
        ("Pemohon (3201081211900001) membawa e-KTP.", ["error"]),
        ("| No. identitas |\n|---|\n| 3201081211900001 |", ["error"]),
        ("Satu NIK.\n\n3201081211900001", ["warning"]),
        ("Nomor 3201081211900001.", ["warning"]),
        ("Nomor 3201085211900001 milik perempuan.", ["warning"]),
        ("Nomor 9912341211900001 lahir di luar negeri.", ["warning"]),
        ("Nomor 3201082902000001 lahir pada tahun kabisat.", ["warning"]),
        ("Nomor 3201082902010001 tidak pernah lahir.", []),
        ("Nomor 3201088211900001 lahir tanggal 42 untuk perempuan.", []),
        ("Faktur 3201081211900001.", []),
        ("Faktur atas NIK 3201081211900001.", ["error"]),
        ("Kartu uji 5105 1051 0510 5100.", []),
        ("NIK 5105 1051 0510 5100.", ["error"]),
        ("Kartu uji 5105 1051 0510 5101 salah digitnya.", ["warning"]),
        ("Teknik menghitung 3201081211900001.", ["warning"]),
    ],
)
def test_nik(make_repo: MakeRepo, body: str, severities: list[str]) -> None:
    root = make_repo({"content/berita/2026/a.md": news(body=body)})
    result = check(root, ["nik"])
    assert [finding.severity.value for finding in result.findings] == severities
