"""Standing pages: about, contact, accounts, privacy; and pages of services."""

from __future__ import annotations

from pydantic import Field

from terbuka.text import text
from terbuka.words.fields import Common, hint
from terbuka.words.kinds.kind import Kind, Variant


class Page(Common):
    """The fields of a standing page."""

    service: bool = Field(
        default=False,
        description=hint(
            "Write true if the page is about one public service; it then states the service's standard."
        ),
    )


SERVICE = Variant(
    id="layanan",
    information_class="setiap-saat",
    fields="service: true\n",
    body="""\
Katakan dalam dua kalimat siapa yang dapat memakai layanan ini dan apa yang didapat.

## Persyaratan

Sebutkan apa yang harus dibawa.

## Prosedur

1. Terangkan langkah pertama.

## Jangka waktu penyelesaian

Sebutkan berapa lama, dihitung sejak kapan.

## Biaya

Tulis "gratis" atau jumlahnya dalam rupiah.

## Hasil layanan

Sebutkan apa yang diterima warga.

## Pengaduan, saran, dan masukan

Sebutkan nama atau jabatan petugas, alamat, dan salurannya.

## Dasar hukum

Sebutkan peraturannya.

## Sarana dan fasilitas

Sebutkan ruang, peralatan, dan kemudahan bagi penyandang disabilitas.

## Kemampuan dan jumlah petugas

Sebutkan keahlian yang diperlukan dan berapa orang yang bertugas.

## Pengawasan internal

Sebutkan siapa yang mengawasi.

## Jaminan pelayanan

Katakan apa yang dilakukan kantor jika standar ini tidak terpenuhi.

## Jaminan keamanan dan keselamatan

Terangkan bagaimana orang, dokumen, dan data dilindungi.

## Evaluasi kinerja

Sebutkan kapan kinerja dinilai dan di mana hasilnya diumumkan.
""",
    body_en="""\
Say in two sentences who can use this service and what they get.

## Requirements

Name what people have to bring.

## Procedure

1. Explain the first step.

## How long it takes

Say how long, and from when it counts.

## Fees

Write "free", or the amount in rupiah.

## What you receive

Name the result.

## Complaints and feedback

Give the name or post of the officer, the address and the channels.

## Legal basis

Name the regulations.

## Facilities

Name rooms, equipment, and access for people with disabilities.

## Skills and number of staff

Name the skills that are needed and how many people are on duty.

## Internal supervision

Say who supervises.

## Service guarantee

Say what the office does if this standard is not met.

## Security and safety

Explain how people, documents and data are protected.

## Performance evaluation

Say when performance is measured and where the result is published.
""",
)
"""A page of one public service, with the components of its standard (UU 25/2009 Pasal 21)."""

KIND = Kind(
    id="halaman",
    folder="content/halaman",
    url="",
    name=text("Page"),
    plural=text("Pages"),
    introduction=text("Who we are, how to reach us, and what we owe you."),
    use_for=text("What stays: who we are, how to reach us, our duties and statements."),
    not_for=text("Anything with a date that matters (berita)."),
    model=Page,
    body="Tulis isi halaman ini.\n",
    body_en="Write this page.\n",
    variants=(SERVICE,),
)
