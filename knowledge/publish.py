"""The path of a change: draft, in review by another person, published now or from a date, archived or restored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session, joinedload

from knowledge.kinds import als_inhoud, bestand_voor, gebied_van, maak, recordhash, sleutel
from knowledge.model import Record
from knowledge.proof import Bezwaar, keur, keur_onderwerpen
from knowledge.snapshot import Kennis
from knowledge.store import Kennisrecord, Kennisversie, Publicatie, in_werking, lees_items, lees_kennis, nu
from storage.schrijven import schrijft

OPEN = ("concept", "in-review")
#: Place of a new record in its file: after those that ship.
ACHTERAAN = 100_000
#: Further checks over the knowledge as it would become, such as those of the rules.
Keuring = Callable[[Kennis], Iterable[Bezwaar]]


class RecordOnbekend(LookupError):
    """There is no such record or version."""


class StapOngeldig(ValueError):
    """This step cannot be taken now; the message says why and what to do."""


class Bewerkingsconflict(StapOngeldig):
    """Somebody else saved in the meantime; both texts are kept."""

    def __init__(self, ander: Kennisversie, eigen: dict[str, Any]) -> None:
        super().__init__(f"{ander.auteur} heeft dit intussen ook bewerkt. Vergelijk de teksten en kies wat blijft.")
        self.ander, self.eigen = ander, eigen


class PublicatieGeweigerd(StapOngeldig):
    """The checks found something wrong; nothing went live."""

    def __init__(self, bezwaren: list[Bezwaar]) -> None:
        super().__init__("Publiceren kan niet: " + "; ".join(f"{b.record}: {b.melding}" for b in bezwaren[:5]))
        self.bezwaren = bezwaren


class Redactie:
    """The versions of the knowledge base, and what people do with them."""

    def __init__(self, engine: Engine, keuring: Keuring | None = None) -> None:
        self.engine = engine
        self._keuring = keuring

    # --- reading ---------------------------------------------------------------------------------

    def versie(self, id_: int) -> Kennisversie:
        """One version with its record."""
        with Session(self.engine) as sessie:
            return _versie(sessie, id_)

    def versies(self, soort: str, sleutel: str) -> list[Kennisversie]:
        """Every version of a record, newest first."""
        with Session(self.engine) as sessie:
            vraag = _met_record().where(Kennisrecord.soort == soort, Kennisrecord.sleutel == sleutel)
            gevonden = list(sessie.scalars(vraag.order_by(Kennisversie.nr.desc())))
        if not gevonden:
            raise RecordOnbekend(f"Er is geen {soort} {sleutel}.")
        return gevonden

    def geldend(self, soort: str, sleutel: str, dag: dt.date | None = None) -> Kennisversie | None:
        """The version in force on a date."""
        with Session(self.engine) as sessie:
            return _geldend(sessie, _record(sessie, soort, sleutel).id, dag or dt.date.today())

    def open_versies(self, status: str | None = None) -> list[Kennisversie]:
        """Drafts and versions in review, newest first."""
        with Session(self.engine) as sessie:
            vraag = _met_record().where(Kennisversie.status.in_([status] if status else OPEN))
            return list(sessie.scalars(vraag.order_by(Kennisversie.gewijzigd.desc())))

    def gepland(self) -> list[Kennisversie]:
        """Published versions that are not in force yet."""
        with Session(self.engine) as sessie:
            straks = (Kennisversie.status == "gepubliceerd", Kennisversie.in_werking > dt.date.today())
            return list(sessie.scalars(_met_record().where(*straks).order_by(Kennisversie.in_werking)))

    def kennis(self, voorlopig: Collection[int] = (), dag: dt.date | None = None) -> Kennis:
        """The knowledge in force, as if these drafts were live."""
        with Session(self.engine) as sessie:
            return lees_kennis(sessie, dag or dt.date.today(), voorlopig)

    def bundel(self, naam: str) -> list[Kennisversie]:
        """The versions that were proposed together, in order."""
        with Session(self.engine) as sessie:
            gevonden = list(sessie.scalars(_met_record().where(Kennisversie.bundel == naam).order_by(Kennisversie.id)))
        if not gevonden:
            raise RecordOnbekend("Dit voorstel bestaat niet.")
        return gevonden

    # --- drafting --------------------------------------------------------------------------------

    def concept(self, soort: str, sleutel: str, wie: str) -> Kennisversie:
        """The open draft of a record, or a new one on the version in force."""
        with schrijft(self.engine) as sessie:
            record = _record(sessie, soort, sleutel)
            return _open(sessie, record) or _nieuw_concept(sessie, record, wie)

    def nieuw(self, soort: str, inhoud: dict[str, Any], wie: str, reden: str = "") -> Kennisversie:
        """A draft of a record that does not exist yet."""
        model = maak(soort, inhoud, "nieuw")
        naam = sleutel(soort, model)
        with schrijft(self.engine) as sessie:
            if sessie.scalar(sa.select(Kennisrecord.id).filter_by(soort=soort, sleutel=naam)):
                raise StapOngeldig(f"Er bestaat al een {soort} met de naam {naam}. Kies een andere naam of bewerk die.")
            plaats = {"gebied": gebied_van(model), "bestand": bestand_voor(soort, model), "volgorde": ACHTERAAN}
            record = Kennisrecord(soort=soort, sleutel=naam, **plaats)
            sessie.add(record)
            sessie.flush()
            return _voeg_toe(sessie, record, als_inhoud(model), wie, reden)

    def bewaar(self, id_: int, inhoud: dict[str, Any], stand: int, wie: str, reden: str = "") -> Kennisversie:
        """Saves a draft; refuses with both texts when somebody else saved since ``stand``."""
        with schrijft(self.engine) as sessie:
            versie = _versie(sessie, id_)
            model = maak(versie.record.soort, inhoud, f"{versie.record.soort} {versie.record.sleutel}")
            _eis_zelfde_plaats(versie, model)
            if versie.stand != stand:
                raise Bewerkingsconflict(versie, inhoud)
            _eis(versie, "concept", "Alleen een concept kan worden bewerkt. Haal het terug uit de beoordeling.")
            versie.inhoud, versie.hash, versie.archief = als_inhoud(model), recordhash(model), False
            versie.auteur, versie.reden, versie.gewijzigd = wie, reden or versie.reden, nu()
            versie.stand += 1
            return versie

    def herstel(self, id_: int, wie: str) -> Kennisversie:
        """A draft with the text of an older version."""
        with schrijft(self.engine) as sessie:
            oud = _versie(sessie, id_)
            if _open(sessie, oud.record):
                raise StapOngeldig("Er is al een concept van dit record. Rond dat eerst af of trek het in.")
            return _voeg_toe(sessie, oud.record, oud.inhoud, wie, f"Versie {oud.nr} teruggezet")

    def archiveer(self, soort: str, sleutel: str, wie: str, reden: str) -> Kennisversie:
        """A draft that, once published, takes a record out of force."""
        with schrijft(self.engine) as sessie:
            record = _record(sessie, soort, sleutel)
            versie = _open(sessie, record) or _nieuw_concept(sessie, record, wie)
            _eis(versie, "concept", "Er wordt al een versie beoordeeld. Rond dat eerst af.")
            versie.archief, versie.reden, versie.auteur = True, reden, wie
            versie.stand += 1
            return versie

    # --- reviewing -------------------------------------------------------------------------------

    def bied_aan(self, id_: int) -> Kennisversie:
        """Hands a draft in for review; its author stays who wrote it, whoever hands it in."""
        with schrijft(self.engine) as sessie:
            versie = _versie(sessie, id_)
            _eis(versie, "concept", "Alleen een concept kan ter beoordeling worden aangeboden.")
            versie.status, versie.gewijzigd = "in-review", nu()
            return versie

    def geef_terug(self, id_: int, wie: str, oordeel: str) -> Kennisversie:
        """Gives a version back to its author, with the reason."""
        with schrijft(self.engine) as sessie:
            versie = _versie(sessie, id_)
            _eis(versie, "in-review", "Deze versie wordt niet beoordeeld.")
            _eis_los(versie)
            versie.status, versie.beoordelaar, versie.oordeel, versie.gewijzigd = "concept", wie, oordeel, nu()
            return versie

    def trek_in(self, id_: int, wie: str, reden: str = "") -> Kennisversie:
        """Drops a draft, or a publication that is not in force yet; the text stays in the history."""
        with schrijft(self.engine) as sessie:
            versie = _versie(sessie, id_)
            straks = versie.status == "gepubliceerd" and versie.in_werking and versie.in_werking > dt.date.today()
            if versie.status not in OPEN and not straks:
                raise StapOngeldig(
                    "Wat gepubliceerd is, kan niet worden ingetrokken. Archiveer het of zet een oudere versie terug."
                )
            _eis_los(versie)
            versie.status, versie.oordeel, versie.gewijzigd = "ingetrokken", f"{wie}: {reden}".rstrip(": "), nu()
            if straks:
                _publicatie(sessie, wie, f"Planning ingetrokken: {versie.record.sleutel}")
            return versie

    def bezwaren(self, ids: Collection[int], dag: dt.date | None = None) -> list[Bezwaar]:
        """What stands in the way of publishing these versions on a date."""
        with Session(self.engine) as sessie:
            return self._bezwaren(sessie, ids, dag or dt.date.today())

    def publiceer(self, id_: int, wie: str, vanaf: dt.date | None = None, oordeel: str = "") -> Kennisversie:
        """Puts a reviewed version in force from a date; the reviewer is somebody else than the author."""
        with schrijft(self.engine) as sessie:
            versie = _versie(sessie, id_)
            _eis(versie, "in-review", "Laat de versie eerst beoordelen door iemand anders.")
            _eis_los(versie)
            if versie.auteur == wie:
                raise StapOngeldig("Iemand anders dan de schrijver moet deze versie beoordelen en publiceren.")
            self._maak_live(sessie, [versie], wie, vanaf, oordeel)
            return versie

    def publiceer_bundel(self, naam: str, wie: str, vanaf: dt.date | None = None) -> list[Kennisversie]:
        """Puts everything that was proposed together in force at once, or nothing of it."""
        with schrijft(self.engine) as sessie:
            wacht = _met_record().where(Kennisversie.bundel == naam, Kennisversie.status == "in-review")
            versies = list(sessie.scalars(wacht.order_by(Kennisversie.id)))
            if not versies:
                raise StapOngeldig("Van dit voorstel wacht niets meer op beoordeling.")
            if any(v.auteur == wie for v in versies):
                raise StapOngeldig("Iemand anders dan de indiener moet dit voorstel beoordelen en publiceren.")
            self._maak_live(sessie, versies, wie, vanaf, "")
            return versies

    def trek_bundel_in(self, naam: str, wie: str, reden: str = "") -> None:
        """Drops everything that was proposed together; the texts stay in the history."""
        with schrijft(self.engine) as sessie:
            wacht = sa.select(Kennisversie).where(Kennisversie.bundel == naam, Kennisversie.status.in_(OPEN))
            for versie in sessie.scalars(wacht):
                versie.status, versie.oordeel, versie.gewijzigd = "ingetrokken", f"{wie}: {reden}".rstrip(": "), nu()

    def bevestig_contact(self, sleutel: str, wie: str) -> Kennisversie:
        """Publishes at once that a contact is right: nothing else about it changes."""
        with schrijft(self.engine) as sessie:
            record = _record(sessie, "contact", sleutel)
            if _open(sessie, record):
                raise StapOngeldig("Er is een concept van dit contact. Rond dat eerst af.")
            versie = _nieuw_concept(sessie, record, wie)
            inhoud = {**versie.inhoud, "te_bevestigen": False, "gecontroleerd": dt.date.today().isoformat()}
            versie.inhoud, versie.hash = inhoud, recordhash(maak("contact", inhoud, sleutel))
            versie.reden = "Contact bevestigd"
            self._maak_live(sessie, [versie], wie, None, "")
            return versie

    def _maak_live(
        self, sessie: Session, versies: list[Kennisversie], wie: str, vanaf: dt.date | None, oordeel: str
    ) -> None:
        """One publication for all of them, after every check over all of them together."""
        dag = vanaf or dt.date.today()
        if dag < dt.date.today():
            raise StapOngeldig("De ingangsdatum ligt in het verleden. Kies vandaag of een latere dag.")
        for versie in versies:
            _eis_geen_inhaler(sessie, versie)
        if bezwaren := self._bezwaren(sessie, [v.id for v in versies], dag):
            raise PublicatieGeweigerd(bezwaren)
        publicatie = _publicatie(sessie, wie, versies[0].reden or versies[0].record.sleutel)
        for versie in versies:
            versie.status, versie.in_werking, versie.publicatie_id = "gepubliceerd", dag, publicatie.id
            versie.beoordelaar, versie.oordeel, versie.gewijzigd = wie, oordeel, nu()

    def _bezwaren(self, sessie: Session, ids: Collection[int], dag: dt.date) -> list[Bezwaar]:
        """New objections only: what was already wrong does not stop another change."""
        eerder = set(self._keur(sessie, dag))
        return list(dict.fromkeys(b for b in self._keur(sessie, dag, ids) if b not in eerder))

    def _keur(self, sessie: Session, dag: dt.date, voorlopig: Collection[int] = ()) -> Iterator[Bezwaar]:
        """Also items that begin later, for they would overlap on a day that nobody looks at now."""
        kennis = lees_kennis(sessie, dag, voorlopig)
        yield from keur(kennis)
        yield from keur_onderwerpen(lees_items(sessie, dag, voorlopig))
        yield from self._keuring(kennis) if self._keuring else ()


def _met_record() -> sa.Select[Kennisversie]:
    return sa.select(Kennisversie).join(Kennisrecord).options(joinedload(Kennisversie.record))


def _versie(sessie: Session, id_: int) -> Kennisversie:
    versie = sessie.scalar(_met_record().where(Kennisversie.id == id_))
    if versie is None:
        raise RecordOnbekend(f"Er is geen versie met nummer {id_}.")
    return versie


def _record(sessie: Session, soort: str, sleutel: str) -> Kennisrecord:
    record = sessie.scalar(sa.select(Kennisrecord).filter_by(soort=soort, sleutel=sleutel))
    if record is None:
        raise RecordOnbekend(f"Er is geen {soort} {sleutel}.")
    return record


def _open(sessie: Session, record: Kennisrecord) -> Kennisversie | None:
    return sessie.scalar(_met_record().where(Kennisversie.record_id == record.id, Kennisversie.status.in_(OPEN)))


def _geldend(sessie: Session, record_id: int, dag: dt.date) -> Kennisversie | None:
    return sessie.scalar(_met_record().where(Kennisversie.record_id == record_id, Kennisversie.id.in_(in_werking(dag))))


def _was_gearchiveerd(sessie: Session, versie: Kennisversie) -> bool:
    """Whether the record is out of force, so that any text may bring it back."""
    return _geldend(sessie, versie.record_id, dt.date.today()) is None


def _eis_geen_inhaler(sessie: Session, versie: Kennisversie) -> None:
    """Stops a text that was written before another version went live."""
    geldend = _geldend(sessie, versie.record_id, dt.date.today())
    if (geldend.nr if geldend else None) != versie.basis and not _was_gearchiveerd(sessie, versie):
        raise StapOngeldig(
            f"Intussen is een andere versie gepubliceerd (versie {geldend.nr if geldend else '–'}). "
            "Trek dit concept in en begin vanaf de geldende versie, zodat niets verloren gaat."
        )


def _eis_zelfde_plaats(versie: Kennisversie, model: Record) -> None:
    """Stops a change that would give a record another name, or hand it to the keeper of another region."""
    soort = versie.record.soort
    if sleutel(soort, model) != versie.record.sleutel:
        raise StapOngeldig("De naam (id) van een bestaand record kan niet veranderen. Maak een nieuw record.")
    if gebied_van(model) != gebied_van(maak(soort, versie.inhoud, versie.record.sleutel)):
        raise StapOngeldig("De regio van een bestaand record kan niet veranderen. Maak een nieuw record in die regio.")


def _eis_los(versie: Kennisversie) -> None:
    """Stops a step with one part of a proposal that must go live, or not, as a whole."""
    if versie.bundel and versie.status == "in-review":
        raise StapOngeldig("Deze versie hoort bij een voorstel. Open het voorstel en beoordeel het als geheel.")


def _eis(versie: Kennisversie, status: str, anders: str) -> None:
    if versie.status != status:
        raise StapOngeldig(anders)


def _nieuw_concept(sessie: Session, record: Kennisrecord, wie: str) -> Kennisversie:
    geldend = _geldend(sessie, record.id, dt.date.today())
    if geldend is None:
        raise StapOngeldig("Dit record is niet van kracht. Zet een oudere versie terug om het weer te gebruiken.")
    return _voeg_toe(sessie, record, geldend.inhoud, wie, "")


def _voeg_toe(sessie: Session, record: Kennisrecord, inhoud: dict[str, Any], wie: str, reden: str) -> Kennisversie:
    """A new draft, based on the version in force now."""
    geldend = _geldend(sessie, record.id, dt.date.today())
    hoogste = sessie.scalar(sa.select(sa.func.max(Kennisversie.nr)).filter_by(record_id=record.id)) or 0
    versie = Kennisversie(
        record=record, nr=hoogste + 1, status="concept", inhoud=inhoud, archief=False, herkomst="redactie",
        hash=recordhash(maak(record.soort, inhoud, record.sleutel)), basis=geldend.nr if geldend else None,
        stand=1, auteur=wie, reden=reden, gewijzigd=nu(), oordeel="",
    )  # fmt: skip
    sessie.add(versie)
    sessie.flush()
    return versie


def _publicatie(sessie: Session, wie: str, toelichting: str) -> Publicatie:
    publicatie = Publicatie(tijd=nu(), wie=wie, toelichting=toelichting)
    sessie.add(publicatie)
    sessie.flush()
    return publicatie
