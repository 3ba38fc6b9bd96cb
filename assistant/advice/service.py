"""The one public door of the advice package: facts in, verdicts, route, contact and receipt out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from assistant.advice.bewijs import BewijsNietHerhaalbaar, lees_bewijs
from assistant.advice.bronvermelding import Bronnenlijst
from assistant.advice.contact import ContactOntbreekt, Invuller
from assistant.advice.controle import Controleur
from assistant.advice.kenmerken import (
    LIJSTEN,
    VELDEN,
    WAARDEN,
    Kenmerken,
    KenmerkenTegenstrijdig,
    KenmerkOngeldig,
    begrijp,
)
from assistant.advice.model import Advies, Bewijs, Regelbevinding, Regeltestuitslag, Toets
from assistant.advice.plaats import Gemeentelijst
from assistant.advice.regels import Driewaardig, Regelwerk, Twijfel
from assistant.advice.route import Routebepaler
from assistant.advice.samenstelling import Regelkeuze, Samensteller
from assistant.advice.toets import RegelversiesOverlappen, Toetser
from assistant.advice.uitleg import Dossierschrijver, routezin
from assistant.advice.voorwaarde import RegelOngeldig
from assistant.advice.vraag import Vragensteller
from assistant.advice.woorden import Woorden, opsomming
from knowledge.model import Contact, Document, Regio
from knowledge.rulemodel import Invulling, Regelset

__all__ = [
    "LIJSTEN", "VELDEN", "WAARDEN", "Advies", "Adviseur", "Bewijs", "BewijsNietHerhaalbaar", "ContactOntbreekt",
    "KenmerkOngeldig", "KenmerkenTegenstrijdig", "RegelOngeldig", "Regelbevinding", "Regeltestuitslag",
    "RegelversiesOverlappen", "Toets", "Woorden", "opsomming", "routezin",
]  # fmt: skip


class Adviseur:
    """Advises on the published rules.  Made once from knowledge records, then asked as often as needed."""

    def __init__(
        self,
        regels: Regelset,
        invullingen: Iterable[Invulling],
        contacten: Iterable[Contact],
        regios: Iterable[Regio],
        documenten: Iterable[Document],
    ) -> None:
        invullingen = tuple(invullingen)
        bronnen = Bronnenlijst(documenten)
        self.woorden = woorden = Woorden(regels.vragen)
        self._gemeenten = Gemeentelijst(regios)
        self._werk = Regelwerk(regels, invullingen)
        vragen = Vragensteller(self._werk.variabelen, self._werk.klassen(), woorden)
        self._toetser = Toetser(self._werk, bronnen, woorden, vragen)
        self._routes = Routebepaler(self._werk, bronnen, woorden, vragen)
        self._invuller = Invuller(self._werk, invullingen, contacten, bronnen)
        self._samensteller = Samensteller(
            self._werk, bronnen, woorden, vragen, self._toetser, self._routes, self._invuller
        )
        self._dossier = Dossierschrijver(woorden)

    def toets(self, kenmerken: Mapping[str, Any], peildatum: dt.date | None = None, regio: str | None = None) -> Toets:
        """Check the facts against every definition that applies; ``regio`` is the setting of the user."""
        begrepen = begrijp(kenmerken, peildatum or dt.date.today(), self._gemeenten, regio)
        return self._samensteller.toets(begrepen, self._keuze(begrepen))

    def adviseer(
        self,
        kenmerken: Mapping[str, Any],
        *,
        bewijs: Sequence[Bewijs] = (),
        twijfel: Sequence[str] = (),
        mogelijk: Mapping[str, Iterable[str]] | None = None,
        overslaan: Collection[str] = (),
        peildatum: dt.date | None = None,
        regio: str | None = None,
    ) -> Advies:
        """Route, contact and verdicts.

        ``twijfel`` names facts that the text contradicts, they count as unknown; ``mogelijk`` narrows facts that
        are not named exactly ("vmbo" is one of five school types).  ``overslaan`` names facts that were asked and not
        known: unknown like any other, but not asked again.
        """
        betwist = _betwist(twijfel)
        nauwer = {veld: sorted(waarden) for veld, waarden in (mogelijk or {}).items()}
        rest = {v: w for v, w in {**nauwer, **kenmerken}.items() if v not in betwist}
        begrepen = begrijp(rest, peildatum or dt.date.today(), self._gemeenten, regio)
        return self._samensteller.advies(begrepen, self._keuze(begrepen), betwist, bewijs, frozenset(overslaan))

    def oordelen(
        self, rijen: Iterable[Mapping[str, Any]], peildatum: dt.date | None = None, regio: str | None = None
    ) -> Iterator[dict[str, Driewaardig]]:
        """Only the verdicts, for many youths: definition -> outcome."""
        dag = peildatum or dt.date.today()
        for rij in rijen:
            begrepen = begrijp(rij, dag, self._gemeenten, regio)
            maskers = self._werk.variabelen.maskers(begrepen)
            yield {d.bron.id: d.oordeel(maskers).uitkomst for d in self._toetser.definities(begrepen)}

    def routenaam(self, route: str, peildatum: dt.date) -> str:
        """The general name of a main route, as the table in force calls it."""
        tabel = self._routes.tabel(peildatum)
        return self._routes.naam(tabel, route) if tabel else route

    def controleer(self) -> list[Regelbevinding]:
        """Everything that is wrong or worth knowing about the rules, each with a counter-example."""
        return Controleur(self._werk, self._invuller, self._gemeenten).bevindingen()

    def regeltests(self) -> list[Regeltestuitslag]:
        """What comes out of every rule test, right or wrong."""
        return list(Controleur(self._werk, self._invuller, self._gemeenten).regeltests())

    def herhaal(self, bewijs: str | Mapping[str, Any]) -> Toets | Advies:
        """Run a receipt again, with the rule versions it names, also when they are no longer in force."""
        data, dag = lees_bewijs(bewijs)
        waarden = dict(data["kenmerken"])
        buiten = "gemeente" in waarden and "regio" not in waarden
        kenmerken = Kenmerken(waarden, dag, data["na_schooljaar_16"], buiten)
        keuze = self._keuze_van(data)
        if data["soort"] == "toets":
            return self._samensteller.toets(kenmerken, keuze)
        if data["invulling"] != self._invuller.kenmerk(kenmerken):
            raise BewijsNietHerhaalbaar("de regionale invulling of de contacten zijn sindsdien gewijzigd")
        return self._samensteller.advies(kenmerken, keuze, frozenset(data["twijfel"]), ())

    def dossiertekst(self, uitkomst: Toets | Advies) -> str:
        """A check or advice as text for the file, without personal data."""
        return self._dossier.advies(uitkomst) if isinstance(uitkomst, Advies) else self._dossier.toets(uitkomst)

    def in_woorden(self, kenmerken: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Facts as people call them, each with its value; without birth date, and the region goes by its place."""
        return [
            (self.woorden.veld(veld).removeprefix("de ").removeprefix("het "), self.woorden.waarde(veld, waarde))
            for veld, waarde in kenmerken.items()
            if veld not in ("geboortedatum", "regio")
        ]

    def _keuze(self, kenmerken: Kenmerken) -> Regelkeuze:
        return Regelkeuze(
            self._toetser.definities(kenmerken),
            self._toetser.definities(kenmerken, "doelgroep"),
            self._routes.tabel(kenmerken.peildatum),
        )

    def _keuze_van(self, bewijs: Mapping[str, Any]) -> Regelkeuze:
        """The rule versions that a receipt names; refuses when one has gone or was changed."""
        definities = {(d.bron.id, d.bron.versie, d.kenmerk): d for d in self._werk.definities}
        tabellen = {(t.bron.id, t.bron.versie, t.kenmerk): t for t in self._werk.tabellen}
        genoemd = [(r["id"], r["versie"], r["hash"]) for r in bewijs["regels"]]
        if weg := [
            f"{id_} versie {versie}"
            for id_, versie, hash_ in genoemd
            if (id_, versie, hash_) not in {*definities, *tabellen}
        ]:
            raise BewijsNietHerhaalbaar(f"deze regelversie is er niet meer of is gewijzigd: {', '.join(weg)}")
        gebruikt = [definities[g] for g in genoemd if g in definities]
        return Regelkeuze(
            [d for d in gebruikt if d.bron.soort == "jikp"],
            [d for d in gebruikt if d.bron.soort == "doelgroep"],
            next((tabellen[g] for g in genoemd if g in tabellen), None),
        )


def _betwist(twijfel: Iterable[str]) -> Twijfel:
    for veld in twijfel:
        if veld not in VELDEN:
            raise KenmerkOngeldig(veld, f"dit veld bestaat niet; de velden zijn: {', '.join(VELDEN)}")
    return frozenset(twijfel)
