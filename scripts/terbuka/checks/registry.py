"""Every rule, alphabetically. A new rule is one file, its page, its sample, and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from terbuka.checks.rule import Rule
from terbuka.checks.rules.accessibility import (
    alt_text,
    heading_order,
    link_words,
    media_captions,
    passage_language,
    pdf_twin,
    table_headers,
)
from terbuka.checks.rules.law import (
    citation_form,
    criminal_code,
    legal_basis,
    legal_basis_rank,
    pinpoint_form,
    register,
    regulation_status,
    regulation_title,
    regulation_unknown,
)
from terbuka.checks.rules.lifecycle import front_matter, review_date
from terbuka.checks.rules.links import dangerous_file, insecure_link, internal_link, link_form, short_link
from terbuka.checks.rules.privacy import mobile_number, nik
from terbuka.checks.rules.social import message_length
from terbuka.checks.rules.style import (
    doubtful_words,
    inclusive_words,
    native_words,
    spelling,
    standard_words,
    style,
    wordy_phrases,
)
from terbuka.checks.rules.translation import translation_drift, translation_figures, translation_missing

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "alt-text": alt_text,
        "citation-form": citation_form,
        "criminal-code": criminal_code,
        "dangerous-file": dangerous_file,
        "doubtful-words": doubtful_words,
        "front-matter": front_matter,
        "heading-order": heading_order,
        "inclusive-words": inclusive_words,
        "insecure-link": insecure_link,
        "internal-link": internal_link,
        "legal-basis": legal_basis,
        "legal-basis-rank": legal_basis_rank,
        "link-form": link_form,
        "link-words": link_words,
        "media-captions": media_captions,
        "message-length": message_length,
        "mobile-number": mobile_number,
        "native-words": native_words,
        "nik": nik,
        "passage-language": passage_language,
        "pdf-twin": pdf_twin,
        "pinpoint-form": pinpoint_form,
        "register": register,
        "regulation-status": regulation_status,
        "regulation-title": regulation_title,
        "regulation-unknown": regulation_unknown,
        "review-date": review_date,
        "short-link": short_link,
        "spelling": spelling,
        "standard-words": standard_words,
        "style": style,
        "table-headers": table_headers,
        "translation-drift": translation_drift,
        "translation-figures": translation_figures,
        "translation-missing": translation_missing,
        "wordy-phrases": wordy_phrases,
    }
)
