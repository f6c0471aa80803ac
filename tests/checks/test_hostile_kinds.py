"""Hostile words in documents that have fields or sections of their own break no rule."""

from __future__ import annotations

import json
from pathlib import Path

import hostile
import pytest
from checking import context_of

from conftest import OFFICE, news
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Family
from terbuka.checks.run import run

CLAIM = """\
claim: Pesan berantai menyatakan warga harus membayar Rp150.000,00 ke rekening perorangan agar KTP selesai.
fact: Pengurusan KTP elektronik di Kota Uji gratis di semua loket.
rating: fabricated
claim_date: 2026-11-07
claim_channel: grup percakapan
evidence: [{title: Salinan pesan, archived: arsip KU-1, date: 2026-11-08}]
advice: Jangan mentransfer uang.
"""
HEADS = {
    "content/berita/2026/a.md": news().replace("class: berkala", "class: serta-merta"),
    "content/halaman/b.md": news().replace("review_by", "service: true\nreview_by"),
    "content/klarifikasi/c.md": news().replace("review_by", f"{CLAIM}review_by"),
}
OURS = {
    name: rule
    for name, rule in RULES.items()
    if rule.FAMILY in (Family.HOAX, Family.LIFECYCLE, Family.SOCIAL) and name != "change-note"
}


@pytest.mark.parametrize("piece", hostile.PIECES, ids=repr)
def test_hostile_words_break_no_rule(tmp_path: Path, piece: str) -> None:
    words = piece * (5_000 // len(piece))
    post = json.dumps("".join(char for char in words if char.isprintable()), ensure_ascii=False)
    (tmp_path / "office.yml").write_text(OFFICE, encoding="utf-8")
    for name, head in HEADS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        social = f"social: {{mastodon: {post}, bluesky: [{post}, 'Loket buka.']}}\nreview_by"
        whole = head.replace("review_by", social).replace("Kantor buka hari Sabtu.\n", words)
        path.write_text(whole, encoding="utf-8", errors="replace")
    context = context_of(tmp_path)
    assert run(context.library.documents, context, OURS).broken == ()
