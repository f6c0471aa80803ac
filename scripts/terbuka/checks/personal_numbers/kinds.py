"""Every kind of number, under the id of its rule, without those that the office publishes as its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from terbuka.checks.personal_numbers import (
    bank_account,
    email,
    family_card,
    home_address,
    labelled,
    mobile,
    nik,
    nip,
    npwp,
    payment_card,
    plate,
)
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.page import Page
from terbuka.office import Office

Finder = Callable[[Page, Office], Iterator[Found]]


def _anybodys(find: Callable[[Page], Iterator[Found]]) -> Finder:
    def finder(page: Page, office: Office) -> Iterator[Found]:
        del office
        return find(page)

    return finder


def _accounts(page: Page, office: Office) -> Iterator[Found]:
    for found in bank_account.find(page):
        if found.value not in {bank_account.bare(number) for number in office.contacts.bank_accounts}:
            yield found


def _mobiles(page: Page, office: Office) -> Iterator[Found]:
    for found in mobile.find(page):
        contacts = office.contacts
        if found.value not in {mobile.bare(number) for number in (*contacts.phones, *contacts.whatsapp)}:
            yield found


def _emails(page: Page, office: Office) -> Iterator[Found]:
    if "@" not in page.text and not email.may_be_spelt_out(page):
        return
    own = {
        address.lower() for address in (*office.contacts.emails, *(unit.email for unit in office.units.values()))
    }
    domains = {address.rpartition("@")[2] for address in own}
    trusted = {domain for domain in domains if not email.is_private(domain)} | set(office.contacts.domains)
    host = (office.url.host or "").lower().removeprefix("www.")
    yield from email.find(page, own, {*trusted, host})


KINDS: Mapping[str, Finder] = MappingProxyType(
    {
        "bank-account": _accounts,
        "bpjs": _anybodys(labelled.find_insurance),
        "driving-licence": _anybodys(labelled.find_licences),
        "family-card": _anybodys(family_card.find),
        "home-address": _anybodys(home_address.find),
        "mobile-number": _mobiles,
        "nik": _anybodys(nik.find),
        "nip": _anybodys(nip.find),
        "npwp": _anybodys(npwp.find),
        "number-plate": _anybodys(plate.find),
        "passport": _anybodys(labelled.find_passports),
        "payment-card": _anybodys(payment_card.find),
        "private-email": _emails,
    }
)
