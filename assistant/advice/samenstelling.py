"""Puts verdicts, route, contact, question, explanation and receipt together into one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.advice.bewijs import Soort, bewijs_id, maak_bewijs
from assistant.advice.bronvermelding import Bronnenlijst, uniek
from assistant.advice.contact import Invuller
from assistant.advice.diagram import Maskers
from assistant.advice.kenmerken import Kenmerken
from assistant.advice.model import Advies, Bewijs, Toets, Vraag
from assistant.advice.regels import Definitieregel, Regelwerk, Rijverdict, Tabelregel, Twijfel
from assistant.advice.route import Routebepaler
from assistant.advice.toets import Toetser
from assistant.advice.uitleg import GEEN_TABEL, open_uitleg, routeuitleg
from assistant.advice.vraag import Vragensteller
from assistant.advice.woorden import Woorden

#: Facts that were asked and are not known: not asked again.
Overslaan = frozenset[str]
NIETS: Overslaan = frozenset()
BUITEN = "{gemeente} ligt niet in een van de vier regio's. Daarom staat hier alleen de landelijke definitie."
DEFINITIES_PER_REGIO = "er per regio eigen definities gelden"
CONTACT_PER_GEMEENTE = "naam, status en contact van de route per gemeente verschillen"


@dataclass(frozen=True)
class Regelkeuze:
    """The rule versions that are applied to one youth."""

    jikp: Sequence[Definitieregel]
    doelgroepen: Sequence[Definitieregel]
    tabel: Tabelregel | None = None

    def versies(self) -> list[tuple[str, int, str]]:
        """Id, version and content hash of every rule, for the receipt."""
        alle: list[Definitieregel | Tabelregel] = [*self.jikp, *self.doelgroepen, *([self.tabel] if self.tabel else [])]
        return [(r.bron.id, r.bron.versie, r.kenmerk) for r in alle]


class Samensteller:
    """Makes the messages of this package."""

    def __init__(
        self,
        werk: Regelwerk,
        bronnen: Bronnenlijst,
        woorden: Woorden,
        vragen: Vragensteller,
        toetser: Toetser,
        routes: Routebepaler,
        invuller: Invuller,
    ) -> None:
        self._werk = werk
        self._bronnen = bronnen
        self._woorden = woorden
        self._vragen = vragen
        self._toetser = toetser
        self._routes = routes
        self._invuller = invuller

    def toets(self, kenmerken: Kenmerken, regels: Regelkeuze, overslaan: Overslaan = NIETS) -> Toets:
        """The check: every definition with its trace, and what to ask next."""
        maskers = self._werk.variabelen.maskers(kenmerken)
        uitkomsten = [self._toetser.uitkomst(regel, maskers, kenmerken) for regel in regels.jikp]
        vraag = self._toetser.volgende_vraag(regels.jikp, uitkomsten, maskers, overslaan)
        bewijsstuk = self._bewijsstuk("toets", kenmerken, Regelkeuze(regels.jikp, regels.doelgroepen), frozenset())
        buiten = [BUITEN.format(gemeente=kenmerken.gemeente)] if kenmerken.buiten_regio else []
        return Toets(
            peildatum=kenmerken.peildatum,
            kenmerken=kenmerken.zeker,
            beperkt=kenmerken.beperkt,
            uitkomsten=uitkomsten,
            zonder_uitkomst=self._toetser.zonder_uitkomst(kenmerken, regels.jikp),
            doelgroepen=[self._toetser.uitkomst(regel, maskers, kenmerken) for regel in regels.doelgroepen],
            volgende_vraag=vraag or self._vraag_regio(kenmerken, maskers, overslaan),
            opmerkingen=buiten,
            bewijs_id=bewijs_id(bewijsstuk),
            bewijsstuk=bewijsstuk,
        )

    def advies(
        self,
        kenmerken: Kenmerken,
        regels: Regelkeuze,
        twijfel: Twijfel,
        bewijs: Sequence[Bewijs],
        overslaan: Overslaan = NIETS,
    ) -> Advies:
        """The advice; without a deciding row it says what is missing, and asks."""
        toets = self.toets(kenmerken, regels, overslaan)
        bewijsstuk = self._bewijsstuk("advies", kenmerken, regels, twijfel)
        leeg = Advies(
            peildatum=kenmerken.peildatum,
            route=None,
            kenmerken=kenmerken.zeker,
            beperkt=kenmerken.beperkt,
            bewijs=list(bewijs),
            twijfel=sorted(twijfel),
            ontbreekt=[],
            volgende_vraag=toets.volgende_vraag,
            jikp=toets,
            uitleg=GEEN_TABEL,
            opmerkingen=list(toets.opmerkingen),
            bronnen=uniek(u.bron for u in toets.uitkomsten),
            bewijs_id=bewijs_id(bewijsstuk),
            bewijsstuk=bewijsstuk,
        )
        if regels.tabel is None:
            return leeg
        maskers = self._werk.variabelen.maskers(kenmerken)
        verdict = regels.tabel.beslis(maskers, twijfel)
        if verdict.rij is None:
            return self._zonder_route(leeg, kenmerken, regels.tabel, verdict, maskers, twijfel, overslaan)
        return self._met_route(leeg, kenmerken, regels.tabel, verdict.rij, verdict, maskers, overslaan)

    def _met_route(
        self,
        leeg: Advies,
        kenmerken: Kenmerken,
        tabel: Tabelregel,
        rij: int,
        verdict: Rijverdict,
        maskers: Maskers,
        overslaan: Overslaan,
    ) -> Advies:
        route, rijuitleg = tabel.bron.rijen[rij].route, self._routes.rijuitleg(tabel, rij, kenmerken)
        deel = self._invuller.route(route, kenmerken, maskers)
        aannames = self._routes.aannames(tabel, verdict, maskers)
        bronnen = uniek([*deel.bronnen, *(c.bron for c in deel.contact), rijuitleg.bron, *leeg.bronnen])
        naam = deel.naam or self._routes.naam(tabel, route)
        genoemd = self._woorden.kenmerken(rijuitleg.kenmerken)
        uitleg = routeuitleg(naam, deel.status, tabel.bron.rijen[rij].uitleg, genoemd, aannames)
        return leeg.model_copy(update={
            "route": route, "naam": naam, "status": deel.status, "instrument": deel.instrument, "rij": rijuitleg,
            "aannames": aannames, "mogelijk": [route],
            "volgende_vraag": self._vraag_na_route(leeg.jikp, route, kenmerken, maskers, overslaan),
            "alternatieven": self._routes.alternatieven(tabel, rij, maskers, [a.veld for a in aannames]),
            "contact": [*deel.contact, *self._invuller.plicht(kenmerken, maskers)],
            "contact_toelichting": deel.toelichting,
            "aanvullend": self._invuller.aanvullend(route, kenmerken, maskers),
            "uitleg": " ".join(filter(None, [uitleg, self._bronnen.waarschuwing(bronnen)])),
            "opmerkingen": [*leeg.opmerkingen, *self._opmerkingen(tabel, maskers)],
            "bronnen": bronnen,
        })  # fmt: skip

    def _zonder_route(
        self,
        leeg: Advies,
        kenmerken: Kenmerken,
        tabel: Tabelregel,
        verdict: Rijverdict,
        maskers: Maskers,
        twijfel: Twijfel,
        overslaan: Overslaan,
    ) -> Advies:
        ontbreekt = list(self._werk.velden(verdict.variabelen))
        mogelijk = self._routes.mogelijk(tabel, verdict)
        uitleg = open_uitleg(
            [self._woorden.veld(v) for v in ontbreekt],
            [self._routes.naam(tabel, r) for r in mogelijk],
            [self._woorden.veld(v) for v in ontbreekt if v in twijfel],
        )
        return leeg.model_copy(update={
            "ontbreekt": ontbreekt,
            "mogelijk": mogelijk,
            "volgende_vraag": self._routes.vraag(tabel, verdict, maskers, twijfel, overslaan) or leeg.volgende_vraag,
            "uitleg": uitleg if ontbreekt else tabel.bron.zonder_rij,
            "contact": list(self._invuller.plicht(kenmerken, maskers)),
            "aanvullend": self._invuller.aanvullend(None, kenmerken, maskers),
        })  # fmt: skip

    def _vraag_na_route(
        self, toets: Toets, route: str, kenmerken: Kenmerken, maskers: Maskers, overslaan: Overslaan
    ) -> Vraag | None:
        """After the route: what the verdicts still need, then the municipality, if it changes something."""
        if toets.volgende_vraag is not None and toets.volgende_vraag.veld != "gemeente":
            return toets.volgende_vraag
        if "gemeente" not in overslaan and self._invuller.hangt_af_van_gemeente(route, kenmerken):
            return self._vragen.stel("gemeente", maskers, "", CONTACT_PER_GEMEENTE)
        return None

    def _vraag_regio(self, kenmerken: Kenmerken, maskers: Maskers, overslaan: Overslaan) -> Vraag | None:
        if kenmerken.regio is not None or kenmerken.buiten_regio or "gemeente" in overslaan:
            return None
        return self._vragen.stel("gemeente", maskers, "", DEFINITIES_PER_REGIO)

    def _opmerkingen(self, tabel: Tabelregel, maskers: Maskers) -> list[str]:
        paren = zip(tabel.bron.opmerkingen, tabel.opmerkingen, strict=True)
        return [o.tekst for o, als in paren if self._werk.geldt(als, maskers) == "ja"]

    def _bewijsstuk(
        self, soort: Soort, kenmerken: Kenmerken, regels: Regelkeuze, twijfel: Twijfel
    ) -> dict[str, object]:
        invulling = self._invuller.kenmerk(kenmerken) if soort == "advies" else ""
        return maak_bewijs(soort, kenmerken, regels.versies(), invulling, twijfel)
