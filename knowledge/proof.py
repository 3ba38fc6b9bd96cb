"""What must hold of the knowledge as it would become, before it goes live."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from knowledge.model import Contact, Kennisitem, Observatie, Vindplaats
from knowledge.rulemodel import Invulling
from knowledge.snapshot import Kennis

TELEFOON: Final = re.compile(r"^(\+31|0)[\d ()-]{8,16}$|^\d{3,5}$|^14 ?0\d{2,3}$")
EMAIL: Final = re.compile(r"^[^@\s<>]+@[^@\s<>]+\.[a-zA-Z]{2,}$")

#: An answer that nobody reads to the end helps nobody.
LANGSTE: Final = 20_000


@dataclass(frozen=True)
class Bezwaar:
    """Something that stands in the way of publishing."""

    record: str
    melding: str


def keur(kennis: Kennis) -> list[Bezwaar]:
    """Every objection against a version of the base."""
    documenten = {d.id for d in kennis.documenten}
    records: list[Kennisitem | Observatie | Contact] = [*kennis.items, *kennis.observaties, *kennis.contacten]
    bronnen = [b for r in records for b in _bronnen(r.id, r.bronnen, documenten)]
    return [*bronnen, *_items(kennis.items), *_contacten(kennis), *_invullingen(kennis), *_cijfers(kennis)]


def _bronnen(record: str, bronnen: Iterable[Vindplaats], documenten: set[str]) -> Iterator[Bezwaar]:
    for bron in bronnen:
        if bron.document not in documenten:
            yield Bezwaar(record, f"het document {bron.document} bestaat niet; kies een document uit de lijst")


def _items(items: tuple[Kennisitem, ...]) -> Iterator[Bezwaar]:
    bekend = {i.id for i in items}
    for item in items:
        if len(item.antwoord) > LANGSTE:
            yield Bezwaar(item.id, f"het antwoord is langer dan {LANGSTE:,} tekens; kort het in".replace(",", "."))
        for doel in item.zie_ook:
            if doel not in bekend:
                yield Bezwaar(item.id, f"'zie ook' verwijst naar {doel}, dat niet bestaat of gearchiveerd is")
        if item.id in item.zie_ook:
            yield Bezwaar(item.id, "'zie ook' verwijst naar het item zelf")
        if item.geldig_van and item.geldig_tot and item.geldig_tot < item.geldig_van:
            yield Bezwaar(item.id, "de geldigheid eindigt vóór zij begint")
    yield from keur_onderwerpen(items)


def keur_onderwerpen(items: Iterable[Kennisitem]) -> Iterator[Bezwaar]:
    """In a region one item answers a subject on one day; two may follow each other."""
    per_onderwerp: dict[tuple[str, str], list[Kennisitem]] = {}
    for item in items:
        if item.onderwerp:
            per_onderwerp.setdefault((item.onderwerp, item.regio), []).append(item)
    for groep in per_onderwerp.values():
        for een, ander in combinations(groep, 2):
            eerste, tweede = sorted((een, ander), key=lambda i: (_begin(i), i.id))
            if eerste.geldig_tot is None or eerste.geldig_tot >= _begin(tweede):
                melding = f"heeft hetzelfde onderwerp als {eerste.id} en geldt tegelijk; kies één van de twee"
                yield Bezwaar(tweede.id, f"{melding} of geef {eerste.id} een einddatum ervoor")


def _begin(item: Kennisitem) -> dt.date:
    return item.geldig_van or dt.date.min


def _contacten(kennis: Kennis) -> Iterator[Bezwaar]:
    gemeenten = {r.id: {g.naam for g in r.gemeenten} for r in kennis.regios}
    for contact in kennis.contacten:
        yield from _contact(contact, gemeenten.get(contact.regio, set()))


def _contact(contact: Contact, gemeenten: set[str]) -> Iterator[Bezwaar]:
    for gemeente in contact.gemeenten:
        if gemeente not in gemeenten:
            yield Bezwaar(contact.id, f"{gemeente} is geen gemeente van deze regio")
    if contact.telefoon and not TELEFOON.match(contact.telefoon):
        yield Bezwaar(contact.id, "het telefoonnummer klopt niet; schrijf het als 0592 123 456 of +31 592 123456")
    if contact.email and not EMAIL.match(contact.email):
        yield Bezwaar(contact.id, "het e-mailadres klopt niet; schrijf het als naam@organisatie.nl")
    if contact.geldig_van and contact.geldig_tot and contact.geldig_tot < contact.geldig_van:
        yield Bezwaar(contact.id, "de geldigheid eindigt vóór zij begint")


def _invullingen(kennis: Kennis) -> Iterator[Bezwaar]:
    bekend = {c.id for c in kennis.contacten}
    yield from _invullingen_overlappen(kennis.invullingen)
    for invulling in kennis.invullingen:
        verwijzingen = (*invulling.plicht, *(v for r in invulling.routes for v in r.contacten))
        for naam in {v.contact for v in verwijzingen} - bekend:
            yield Bezwaar(invulling.id, f"het contact {naam} bestaat niet of is gearchiveerd")


def _invullingen_overlappen(invullingen: Iterable[Invulling]) -> Iterator[Bezwaar]:
    for een, ander in combinations(invullingen, 2):
        eerste, tweede = sorted((een, ander), key=lambda i: i.geldig_van)
        if een.regio == ander.regio and (eerste.geldig_tot is None or eerste.geldig_tot >= tweede.geldig_van):
            dag = f"{tweede.geldig_van:%d-%m-%Y}"
            yield Bezwaar(tweede.id, f"geldt op {dag} samen met {eerste.id}; geef {eerste.id} een einddatum ervoor")


def _cijfers(kennis: Kennis) -> Iterator[Bezwaar]:
    bekend = {i.id for i in kennis.indicatoren}
    for cijfer in kennis.observaties:
        if cijfer.indicator not in bekend:
            yield Bezwaar(cijfer.id, f"de indicator {cijfer.indicator} bestaat niet")
