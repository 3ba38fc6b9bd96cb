"""The check of the rules: gaps, overlaps, rows that can never decide, missing contacts, failing rule tests.

Every finding comes with a concrete youth for whom it holds, so that it can be
kept as a test case.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from assistant.advice.contact import Invuller
from assistant.advice.diagram import NEE
from assistant.advice.kenmerken import Kenmerken, KenmerkOngeldig, begrijp
from assistant.advice.model import Regelbevinding, Regeltestuitslag
from assistant.advice.plaats import Gemeentelijst
from assistant.advice.regels import Definitieregel, Regelwerk, Tabelregel
from knowledge.rulemodel import Regeltest, Regelversie

GEEN_RIJ, WAAR = 0, 1


class Controleur:
    """Looks for what is wrong with the rules."""

    def __init__(self, werk: Regelwerk, invuller: Invuller, gemeenten: Gemeentelijst) -> None:
        self._werk = werk
        self._invuller = invuller
        self._gemeenten = gemeenten

    def bevindingen(self) -> list[Regelbevinding]:
        """All findings, the worst first."""
        gevonden = [*self._versies(), *self._testgevallen()]
        for definitie in self._werk.definities:
            gevonden += self._definitie(definitie)
        for tabel in self._werk.tabellen:
            gevonden += [*self._tabel(tabel), *self._contacten(tabel)]
        return sorted(gevonden, key=lambda b: ("fout", "waarschuwing", "info").index(b.ernst))

    def _versies(self) -> Iterator[Regelbevinding]:
        """Two versions in force on one day, or a period without any."""
        alle: list[Regelversie] = [d.bron for d in self._werk.definities]
        alle += [t.bron for t in self._werk.tabellen]
        for id_ in dict.fromkeys(v.id for v in alle):
            reeks = sorted((v for v in alle if v.id == id_), key=lambda v: v.geldig_van)
            for eerste, tweede in pairwise(reeks):
                volgende_dag = eerste.geldig_tot + dt.timedelta(days=1) if eerste.geldig_tot else None
                if volgende_dag is None or volgende_dag > tweede.geldig_van:
                    melding = (
                        f"versie {eerste.versie} en {tweede.versie} gelden allebei op {tweede.geldig_van:%d-%m-%Y}"
                    )
                    yield _bevinding("fout", "overlap-in-tijd", id_, melding, {"peildatum": str(tweede.geldig_van)})
                elif volgende_dag < tweede.geldig_van:
                    melding = f"geen versie geldt op {volgende_dag:%d-%m-%Y}"
                    yield _bevinding("waarschuwing", "gat-in-tijd", id_, melding, {"peildatum": str(volgende_dag)})

    def _definitie(self, regel: Definitieregel) -> Iterator[Regelbevinding]:
        """A definition or criterion that can never be met, or always is."""
        namen = [c.id for c in regel.bron.criteria]
        ja_mogelijk = [("ja", regel.wortel)] if regel.bron.oordeel is None else []
        for naam, wortel in [*ja_mogelijk, *zip(namen, regel.criteria, strict=True)]:
            if self._werk.diagrammen.voorbeeld(wortel, WAAR) is None:
                yield _bevinding("fout", "nooit", regel.bron.id, f"'{naam}' kan nooit uitkomen")
            elif self._werk.diagrammen.voorbeeld(wortel, GEEN_RIJ) is None:
                yield _bevinding("fout", "altijd", regel.bron.id, f"'{naam}' komt altijd uit")

    def _tabel(self, tabel: Tabelregel) -> Iterator[Regelbevinding]:
        d, rijen = self._werk.diagrammen, tabel.bron.rijen
        if voorbeeld := d.voorbeeld(tabel.wortel, GEEN_RIJ):
            kenmerken = self._werk.variabelen.kenmerken(voorbeeld)
            yield _bevinding("waarschuwing", "gat", tabel.bron.id, "voor deze jongere past geen enkele rij", kenmerken)
        for i, rij in enumerate(rijen):
            if d.voorbeeld(tabel.wortel, i + 1) is None:
                masker = d.voorbeeld(tabel.rijen[i], WAAR)
                wie = self._werk.variabelen.kenmerken(masker) if masker else None
                reden = (
                    "kan nooit uitkomen"
                    if masker is None
                    else "komt nooit aan de beurt: eerdere rijen gaan steeds voor"
                )
                yield _bevinding("fout", "onbereikbaar", tabel.bron.id, f"rij {rij.nummer} {reden}", wie)
        for i, j in combinations(range(len(rijen)), 2):
            beide = d.en(tabel.rijen[i], tabel.rijen[j])
            if beide != NEE and rijen[i].route != rijen[j].route:
                wie = self._werk.variabelen.kenmerken(d.voorbeeld(beide, WAAR) or ())
                melding = (
                    f"rij {rijen[i].nummer} en rij {rijen[j].nummer} passen allebei; rij {rijen[i].nummer} gaat voor"
                )
                yield _bevinding("info", "overlap", tabel.bron.id, melding, wie)
        yield from self._aannames(tabel)

    def _aannames(self, tabel: Tabelregel) -> Iterator[Regelbevinding]:
        """A default that can never be used, or that names a value which does not exist."""
        for regel in tabel.aannames:
            aanname, mag = regel.bron, self._werk.variabelen.waarden[regel.variabele]
            if onbekend := [w for w in aanname.waarden if w not in mag]:
                melding = f"aanname {aanname.id}: '{onbekend[0]}' is geen waarde van {aanname.veld}"
                yield _bevinding("fout", "aanname", tabel.bron.id, melding)
            elif self._werk.diagrammen.voorbeeld(regel.als, WAAR) is None:
                yield _bevinding("fout", "aanname", tabel.bron.id, f"aanname {aanname.id} kan nooit gelden")

    def _contacten(self, tabel: Tabelregel) -> Iterator[Regelbevinding]:
        """Every municipality, route and date must give a contact or an explicit 'not in the source'."""
        met_rij = {r.route for r in tabel.bron.rijen}
        for route in (r for r in tabel.bron.routes if r.id not in met_rij):
            yield _bevinding("waarschuwing", "route", tabel.bron.id, f"geen rij geeft de route '{route.naam}'")
        for dag in self._dagen(tabel):
            for regio, gemeenten in self._gemeenten.per_regio.items():
                for route in (r for r in tabel.bron.routes if r.id in met_rij):
                    yield from self._contact(tabel, dag, regio, gemeenten, route.id)

    def _contact(
        self, tabel: Tabelregel, dag: dt.date, regio: str, gemeenten: Sequence[str], route: str
    ) -> Iterator[Regelbevinding]:
        invulling = self._invuller.invulling(regio, dag)
        if invulling is not None and route not in {r.route for r in invulling.routes}:
            melding = f"{regio} heeft op {dag:%d-%m-%Y} geen invulling voor route {route}"
            yield _bevinding("fout", "contact", tabel.bron.id, melding, {"regio": regio, "route": route})
            return
        rij = next(i for i, r in enumerate(tabel.bron.rijen) if r.route == route)
        maskers = self._werk.diagrammen.voorbeeld(tabel.wortel, rij + 1)
        for gemeente in gemeenten:
            wie = Kenmerken({"gemeente": gemeente, "regio": regio}, dag)
            deel = self._invuller.route(route, wie, maskers or self._werk.variabelen.maskers(wie))
            if not deel.contact and not deel.toelichting:
                melding = f"{gemeente}, route {route}, {dag:%d-%m-%Y}: geen contact en geen 'niet in de bron'"
                yield _bevinding("fout", "contact", tabel.bron.id, melding, {"gemeente": gemeente, "route": route})

    def _dagen(self, tabel: Tabelregel) -> list[dt.date]:
        """Every date on which something about contacts changes, and today."""
        begin = {tabel.bron.geldig_van, dt.date.today(), *(i.geldig_van for i in self._invuller.invullingen)}
        einde = {i.geldig_tot + dt.timedelta(days=1) for i in self._invuller.invullingen if i.geldig_tot}
        return sorted(d for d in begin | einde if tabel.bron.geldt_op(d))

    def regeltests(self) -> Iterator[Regeltestuitslag]:
        """What comes out of every rule test."""
        regels: list[Definitieregel | Tabelregel] = [*self._werk.definities, *self._werk.tabellen]
        for regel in regels:
            yield from (self._test(regel, geval) for geval in regel.bron.testgevallen)

    def _testgevallen(self) -> Iterator[Regelbevinding]:
        for test in self.regeltests():
            if not test.klopt:
                wat = test.fout or f"uitkomst is {test.uitkomst}, ontbreekt: {', '.join(test.ontbreekt) or 'niets'}"
                yield _bevinding("fout", "regeltest", test.regel, f"'{test.naam}': {wat}", test.kenmerken)

    def _test(self, regel: Definitieregel | Tabelregel, geval: Regeltest) -> Regeltestuitslag:
        bron = regel.bron
        uitslag = {"regel": bron.id, "versie": bron.versie, "naam": geval.naam, "kenmerken": dict(geval.kenmerken)}
        try:
            kenmerken = begrijp(geval.kenmerken, bron.geldig_van, self._gemeenten)
        except KenmerkOngeldig as fout:
            return Regeltestuitslag(**uitslag, verwacht=geval.uitkomst, uitkomst="–", klopt=False, fout=str(fout))
        uitkomst, variabelen = _uitkomst(regel, self._werk.variabelen.maskers(kenmerken))
        ontbreekt = sorted(self._werk.velden(variabelen))
        klopt = uitkomst == geval.uitkomst and (geval.ontbreekt is None or set(ontbreekt) == set(geval.ontbreekt))
        return Regeltestuitslag(**uitslag, verwacht=geval.uitkomst, uitkomst=uitkomst, ontbreekt=ontbreekt, klopt=klopt)


def _uitkomst(regel: Definitieregel | Tabelregel, maskers: tuple[int, ...]) -> tuple[str, frozenset[int]]:
    if isinstance(regel, Definitieregel):
        verdict = regel.oordeel(maskers)
        return verdict.uitkomst, verdict.variabelen
    rijverdict = regel.beslis(maskers)
    route = regel.bron.rijen[rijverdict.rij].route if rijverdict.rij is not None else "onbekend"
    return route, rijverdict.variabelen


def _bevinding(
    ernst: str, soort: str, regel: str, melding: str, tegenvoorbeeld: dict[str, object] | None = None
) -> Regelbevinding:
    return Regelbevinding.model_validate(
        {"ernst": ernst, "soort": soort, "regel": regel, "melding": melding, "tegenvoorbeeld": tegenvoorbeeld}
    )
