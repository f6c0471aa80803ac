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
from terbuka.checks.rules.hoax import claim_repeated, claim_review, evidence_archived, fact_first, hoax_image
from terbuka.checks.rules.law import (
    citation_form,
    criminal_code,
    defamation,
    legal_basis,
    legal_basis_rank,
    pinpoint_form,
    presumption_of_innocence,
    promises,
    register,
    regulation_status,
    regulation_title,
    regulation_unknown,
    threats_to_critics,
)
from terbuka.checks.rules.lifecycle import (
    change_note,
    duplicate_address,
    duplicate_title,
    embargo_order,
    front_matter,
    information_class,
    review_date,
    service_components,
    urgent_notice,
)
from terbuka.checks.rules.links import (
    dangerous_file,
    insecure_link,
    internal_link,
    link_form,
    short_link,
)
from terbuka.checks.rules.privacy import mobile_number, nik
from terbuka.checks.rules.social import (
    card_image,
    emoji,
    hashtag_form,
    message_length,
    reads_without_link,
    thread_parts,
)
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
        "card-image": card_image,
        "change-note": change_note,
        "citation-form": citation_form,
        "claim-repeated": claim_repeated,
        "claim-review": claim_review,
        "criminal-code": criminal_code,
        "dangerous-file": dangerous_file,
        "defamation": defamation,
        "doubtful-words": doubtful_words,
        "duplicate-address": duplicate_address,
        "duplicate-title": duplicate_title,
        "embargo-order": embargo_order,
        "emoji": emoji,
        "evidence-archived": evidence_archived,
        "fact-first": fact_first,
        "front-matter": front_matter,
        "hashtag-form": hashtag_form,
        "heading-order": heading_order,
        "hoax-image": hoax_image,
        "inclusive-words": inclusive_words,
        "information-class": information_class,
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
        "presumption-of-innocence": presumption_of_innocence,
        "promises": promises,
        "reads-without-link": reads_without_link,
        "register": register,
        "regulation-status": regulation_status,
        "regulation-title": regulation_title,
        "regulation-unknown": regulation_unknown,
        "review-date": review_date,
        "service-components": service_components,
        "short-link": short_link,
        "spelling": spelling,
        "standard-words": standard_words,
        "style": style,
        "table-headers": table_headers,
        "thread-parts": thread_parts,
        "threats-to-critics": threats_to_critics,
        "translation-drift": translation_drift,
        "translation-figures": translation_figures,
        "translation-missing": translation_missing,
        "urgent-notice": urgent_notice,
        "wordy-phrases": wordy_phrases,
    }
)
