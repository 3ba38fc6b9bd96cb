"""The regional filling-in of a route: name, status, whom to ask, and what else fits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.advice.bronvermelding import Bronnenlijst
from assistant.advice.diagram import Maskers
from assistant.advice.kenmerken import Kenmerken
from assistant.advice.model import Aanvulling, Bron, Contactregel
from assistant.advice.regels import Regelwerk
from knowledge.model import Contact
from knowledge.rulemodel import Contactverwijzing, Invulling, Maatregel, Routeinvulling, inhoudshash

NIET_IN_BRON = "Het contact voor deze route staat niet in de bron."
GEEN_REGIO = "Het contact hangt af van de woongemeente."
BUITEN_REGIO = "Deze gemeente ligt niet in een van de vier regio's; daarvoor heb ik geen contactgegevens."
WOONGEMEENTE = "de woongemeente"


class ContactOntbreekt(ValueError):
    """The filling-in of a region names a contact that does not exist."""


@dataclass(frozen=True)
class Invuldeel:
    """What a region says about one route for one youth."""

    naam: str = ""
    status: str = ""
    instrument: str = ""
    contact: tuple[Contactregel, ...] = ()
    toelichting: str = ""
    bronnen: tuple[Bron, ...] = ()


class Invuller:
    """Looks up the regional part of an advice."""

    def __init__(
        self, werk: Regelwerk, invullingen: Iterable[Invulling], contacten: Iterable[Contact], bronnen: Bronnenlijst
    ) -> None:
        self._werk = werk
        self._bronnen = bronnen
        self.invullingen = tuple(invullingen)
        self.contacten: Mapping[str, Contact] = {c.id: c for c in contacten}
        self._voorwaarden: dict[int, int] = {}
        for invulling in self.invullingen:
            for verwijzing in (*invulling.plicht, *(v for r in invulling.routes for v in r.contacten)):
                self._leer(invulling.id, verwijzing)
            for maatregel in invulling.aanvullend:
                self._voorwaarden[id(maatregel)] = werk.vertaler.vertaal(maatregel.id, maatregel.als)
        self._kenmerken = {i.id: self._hash(i) for i in self.invullingen}

    def _leer(self, regel: str, verwijzing: Contactverwijzing) -> None:
        if verwijzing.contact not in self.contacten:
            raise ContactOntbreekt(f"{regel}: contact '{verwijzing.contact}' bestaat niet")
        self._voorwaarden[id(verwijzing)] = self._werk.vertaler.vertaal(regel, verwijzing.als)

    def invulling(self, regio: str | None, peildatum: dt.date) -> Invulling | None:
        """The filling-in of a region that is in force on a date."""
        geldig = [
            i for i in self.invullingen
            if i.regio == regio and i.geldig_van <= peildatum and (i.geldig_tot is None or peildatum <= i.geldig_tot)
        ]  # fmt: skip
        return max(geldig, key=lambda i: i.geldig_van) if geldig else None

    def kenmerk(self, kenmerken: Kenmerken) -> str:
        """Hash of the filling-in and contacts that apply, for the receipt."""
        invulling = self.invulling(kenmerken.regio, kenmerken.peildatum)
        return self._kenmerken.get(invulling.id, "") if invulling else ""

    def _hash(self, invulling: Invulling) -> str:
        eigen = [c.model_dump_json() for c in self.contacten.values() if c.regio == invulling.regio]
        return inhoudshash("".join([invulling.model_dump_json(exclude={"geldig_tot"}), *sorted(eigen)]))

    def route(self, route: str, kenmerken: Kenmerken, maskers: Maskers) -> Invuldeel:
        """Name, status and contacts of a route for this youth; says so when the source is silent."""
        invulling = self.invulling(kenmerken.regio, kenmerken.peildatum)
        if invulling is None:
            return Invuldeel(toelichting=self._zonder_invulling(kenmerken))
        deel = next((r for r in invulling.routes if r.route == route), None)
        if deel is None:
            return Invuldeel(toelichting=NIET_IN_BRON)
        contact = self._contacten(deel.contacten, kenmerken, maskers)
        toelichting = " ".join(filter(None, [deel.toelichting, deel.staat_niet_in_bron]))
        return Invuldeel(
            naam=deel.naam, status=self.status(deel, kenmerken.gemeente), instrument=deel.instrument, contact=contact,
            toelichting=toelichting or ("" if contact else NIET_IN_BRON),
            bronnen=tuple(self._bronnen.bron(b, kenmerken.peildatum) for b in deel.bronnen),
        )  # fmt: skip

    def plicht(self, kenmerken: Kenmerken, maskers: Maskers) -> tuple[Contactregel, ...]:
        """Whom to name next to the route for somebody under compulsory education."""
        invulling = self.invulling(kenmerken.regio, kenmerken.peildatum)
        if invulling is None or kenmerken.leeftijd is None:
            return ()
        gevonden = self._contacten(invulling.plicht, kenmerken, maskers)
        return tuple(c.model_copy(update={"voor": "plicht"}) for c in gevonden)

    def aanvullend(self, route: str | None, kenmerken: Kenmerken, maskers: Maskers) -> list[Aanvulling]:
        """Supporting measures of the region whose condition certainly holds."""
        invulling = self.invulling(kenmerken.regio, kenmerken.peildatum)
        passend = [m for m in invulling.aanvullend if self._past(m, route, kenmerken, maskers)] if invulling else []
        return [self._aanvulling(m, kenmerken.peildatum) for m in passend]

    def hangt_af_van_gemeente(self, route: str, kenmerken: Kenmerken) -> bool:
        """Whether knowing the municipality would change name, status or contact."""
        if kenmerken.gemeente is not None:
            return False
        if kenmerken.regio is None:
            return True
        invulling = self.invulling(kenmerken.regio, kenmerken.peildatum)
        deel = next((r for r in invulling.routes if r.route == route), None) if invulling else None
        return deel is not None and bool(
            deel.status_per_gemeente or any(self._noemt_gemeente(v) for v in deel.contacten)
        )

    @staticmethod
    def status(deel: Routeinvulling, gemeente: str | None) -> str:
        """The status in the municipality where the source gives one, else that of the region."""
        if gemeente in deel.status_per_gemeente:
            return deel.status_per_gemeente[gemeente]
        if gemeente is None and deel.status_per_gemeente:
            per = "; ".join(f"{g}: {s}" for g, s in deel.status_per_gemeente.items())
            return f"{deel.status} ({per})" if deel.status else per
        return deel.status

    def _noemt_gemeente(self, verwijzing: Contactverwijzing) -> bool:
        contact = self.contacten[verwijzing.contact]
        return bool(verwijzing.gemeenten or contact.gemeenten or "{gemeente}" in contact.organisatie)

    def _aanvulling(self, maatregel: Maatregel, dag: dt.date) -> Aanvulling:
        bron = self._bronnen.bron(maatregel.bronnen[0], dag)
        return Aanvulling(id=maatregel.id, naam=maatregel.naam, toelichting=maatregel.toelichting, bron=bron)

    def _zonder_invulling(self, kenmerken: Kenmerken) -> str:
        if kenmerken.buiten_regio:
            return BUITEN_REGIO
        return GEEN_REGIO if kenmerken.regio is None else f"{NIET_IN_BRON} Op deze datum is er nog geen programma."

    def _past(self, maatregel: Maatregel, route: str | None, kenmerken: Kenmerken, maskers: Maskers) -> bool:
        hier = not maatregel.gemeenten or kenmerken.gemeente in maatregel.gemeenten
        past = not maatregel.routes or route in maatregel.routes
        return hier and past and self._werk.geldt(self._voorwaarden[id(maatregel)], maskers) == "ja"

    def _contacten(
        self, verwijzingen: Sequence[Contactverwijzing], kenmerken: Kenmerken, maskers: Maskers
    ) -> tuple[Contactregel, ...]:
        return tuple(
            self._regel(self.contacten[v.contact], kenmerken)
            for v in verwijzingen
            if self._in_gemeente(v, kenmerken.gemeente)
            and self._geldig(self.contacten[v.contact], kenmerken.peildatum)
            and self._werk.geldt(self._voorwaarden[id(v)], maskers) != "nee"
        )

    def _in_gemeente(self, verwijzing: Contactverwijzing, gemeente: str | None) -> bool:
        binnen = verwijzing.gemeenten or self.contacten[verwijzing.contact].gemeenten
        return not binnen or gemeente is None or gemeente in binnen

    @staticmethod
    def _geldig(contact: Contact, dag: dt.date) -> bool:
        return (contact.geldig_van is None or contact.geldig_van <= dag) and (
            contact.geldig_tot is None or dag <= contact.geldig_tot
        )

    def _regel(self, contact: Contact, kenmerken: Kenmerken) -> Contactregel:
        naam = f"gemeente {kenmerken.gemeente}" if kenmerken.gemeente else WOONGEMEENTE
        organisatie = contact.organisatie.replace("gemeente {gemeente}", naam)
        return Contactregel(
            id=contact.id, organisatie=organisatie, rol=contact.rol, gegevens=contact.gegevens,
            telefoon=contact.telefoon, email=contact.email, toelichting=contact.toelichting,
            te_bevestigen=contact.te_bevestigen, bron=self._bronnen.bron(contact.bronnen[0], kenmerken.peildatum),
        )  # fmt: skip
