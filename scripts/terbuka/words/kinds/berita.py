"""News: something has happened or will happen."""

from __future__ import annotations

from pydantic import Field

from terbuka.text import text
from terbuka.words.fields import Common, hint
from terbuka.words.kinds.kind import Kind, Variant


class News(Common):
    """The fields of a news post."""

    location: str | None = Field(
        default=None, max_length=80, description=hint("Name the district or place that the news is about.")
    )


URGENT = Variant(
    id="serta-merta",
    information_class="serta-merta",
    body="""\
Tulis bahayanya, tempatnya, dan sampai kapan peringatan ini berlaku. Jika satu bagian belum diketahui, tulis "belum diketahui" dan jam pembaruannya.

## Bahaya dan besarnya dampak

Sebutkan apa yang dapat terjadi dan seberapa besar.

## Warga yang terdampak

Sebutkan siapa dan wilayah mana.

## Evakuasi dan tempatnya

Sebutkan tanda, jalan, dan tempatnya, atau tulis bahwa warga tidak perlu mengungsi.

## Cara menghindari bahaya

Sebutkan apa yang harus dan tidak boleh dilakukan.

## Cara mendapat bantuan

Sebutkan nomor dan tempat yang dapat dihubungi.

## Yang mengumumkan dan caranya

Sebutkan pejabat yang mengumumkan dan mengakhiri peringatan, dan lewat saluran apa.

## Upaya penanganan

Sebutkan apa yang sedang dikerjakan petugas.
""",  # noqa: E501  a paragraph of a template stays on one line, as writers write
    body_en="""\
Give the danger, the place, and until when this warning is valid. If a part is not known yet, say so and give the hour of the update.

## The danger and its size

Say what may happen and how bad it may be.

## Who is affected

Name the people and the area.

## Evacuation and where to go

Name the signal, the way and the place, or say that nobody has to leave.

## How to stay safe

Say what to do and what not to do.

## How to get help

Give the number and the place.

## Who announces this, and how

Name the official who issues and ends this warning, and the channels.

## What is being done

Say what staff are doing.
""",  # noqa: E501
)
"""An urgent notice (UU 14/2008 Pasal 10), with the eight things that it states."""

KIND = Kind(
    id="berita",
    folder="content/berita",
    url="berita",
    name=text("News post"),
    plural=text("News"),
    introduction=text("What happens, changes or is about to, told by the office itself."),
    use_for=text("Something has happened, changes or is about to: a service, a decision, a warning."),
    not_for=text("A false claim going round (klarifikasi), or how a rule works (kebijakan)."),
    model=News,
    by_year=True,
    variants=(URGENT,),
    body="""\
Tulis faktanya lebih dahulu: siapa, apa, kapan, di mana.

## Yang perlu Anda ketahui

Terangkan apa yang berubah bagi warga.

## Informasi lebih lanjut

Sebutkan kantor, alamat, dan jam layanan.
""",
    body_en="""\
Give the facts first: who, what, when, where.

## What you need to know

Explain what changes for residents.

## More information

Name the office, its address and its opening hours.
""",
)
