"""The JIKP check: every definition apart, side by side, with its criteria and what is still missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from assistant.advice.bronvermelding import Bronnenlijst
from assistant.advice.diagram import Maskers
from assistant.advice.kenmerken import Feiten, Kenmerken
from assistant.advice.model import Criterium, Criteriumwaarde, Uitkomst, Vraag, ZonderUitkomst
from assistant.advice.regels import Definitieregel, Driewaardig, Regelwerk
from assistant.advice.vraag import Vragensteller
from assistant.advice.woorden import Woorden, opsomming
from knowledge.model import Vindplaats

VOLDAAN: dict[Driewaardig, Criteriumwaarde] = {"ja": "voldaan", "nee": "niet voldaan", "onbekend": "onbekend"}
LANDELIJK = "landelijk"
BEWAARD: Final = 20_000


class RegelversiesOverlappen(ValueError):
    """Two versions of one rule are in force on the same day."""


class Toetser:
    """Asks definitions about a youth and words the outcome."""

    def __init__(self, werk: Regelwerk, bronnen: Bronnenlijst, woorden: Woorden, vragen: Vragensteller) -> None:
        self._werk = werk
        self._bronnen = bronnen
        self._woorden = woorden
        self._vragen = vragen
        self._geldig = lru_cache(maxsize=256)(self._zoek_geldig)
        # Youths share most criteria and explanations, so these are made once for all of them.
        self._criterium = lru_cache(maxsize=BEWAARD)(self._maak_criterium)
        self._uitleg = lru_cache(maxsize=BEWAARD)(self._schrijf_uitleg)

    def definities(self, kenmerken: Kenmerken, soort: str = "jikp") -> Sequence[Definitieregel]:
        """The versions that apply: national and of the region, in force on the date."""
        return self._geldig(kenmerken.regio, kenmerken.peildatum, soort)

    def _zoek_geldig(self, regio: str | None, peildatum: dt.date, soort: str) -> tuple[Definitieregel, ...]:
        eigen = [d for d in self._werk.definities if d.bron.soort == soort and d.bron.gebied in (LANDELIJK, regio)]
        geldig = [d for d in eigen if d.bron.geldt_op(peildatum)]
        dubbel = {d.bron.id for i, d in enumerate(geldig) if d.bron.id in {g.bron.id for g in geldig[:i]}}
        if dubbel:
            raise RegelversiesOverlappen(f"op {peildatum} gelden twee versies van {', '.join(dubbel)}")
        return tuple(sorted(geldig, key=lambda d: d.bron.gebied != LANDELIJK))

    def zonder_uitkomst(self, kenmerken: Kenmerken, geldig: Sequence[Definitieregel]) -> list[ZonderUitkomst]:
        """Definitions of the area without a version in force, with the dates that are known."""
        gevonden = {d.bron.id for d in geldig}
        eigen = [d.bron for d in self._werk.definities if d.bron.gebied in (LANDELIJK, kenmerken.regio)]
        namen = dict.fromkeys(d.id for d in eigen if d.soort == "jikp" and d.id not in gevonden)
        return [
            ZonderUitkomst(definitie=naam, reden=f"Geen geldige versie op {kenmerken.peildatum:%d-%m-%Y}. {data}")
            for naam in namen
            if (data := _bekende_data([(d.geldig_van, d.geldig_tot) for d in eigen if d.id == naam]))
        ]

    def uitkomst(self, regel: Definitieregel, maskers: Maskers, kenmerken: Kenmerken) -> Uitkomst:
        """The verdict of one definition with its full trace."""
        verdict, dag = regel.oordeel(maskers), kenmerken.peildatum
        criteria = [
            self._criterium(regel, i, self._werk.geldt(c, maskers), kenmerken.vast(self._werk.gelezen(c)), dag)
            for i, c in enumerate(regel.criteria)
        ]
        ontbreekt = self._werk.velden(verdict.variabelen)
        bron = self._bronnen.bron(regel.bron.grondslag[0], dag)
        sjabloon = "oordeel" if verdict.oordeel_professional else verdict.uitkomst
        uitleg = self._uitleg(regel, sjabloon, tuple([c.uitkomst for c in criteria]), ontbreekt)
        waarschuwing = self._bronnen.waarschuwing([bron])
        opmerkingen = [
            o.tekst
            for o, als in zip(regel.bron.opmerkingen, regel.opmerkingen, strict=True)
            if self._werk.geldt(als, maskers) == "ja"
        ]
        return Uitkomst(
            definitie=regel.bron.id, titel=regel.bron.titel, uitkomst=verdict.uitkomst, criteria=criteria,
            ontbreekt=list(ontbreekt), bron=bron, looptijd_tot=bron.looptijd_tot,
            uitleg=f"{uitleg} {waarschuwing}" if waarschuwing else uitleg,
            strekking=regel.bron.strekking, interpretatie=list(regel.bron.interpretatie), opmerkingen=opmerkingen,
            oordeel_professional=verdict.oordeel_professional, versie=regel.bron.versie,
        )  # fmt: skip

    def volgende_vraag(
        self,
        regels: Sequence[Definitieregel],
        uitkomsten: Iterable[Uitkomst],
        maskers: Maskers,
        overslaan: frozenset[str],
    ) -> Vraag | None:
        """What to ask for the verdicts that are still open, except what was asked and is not known."""
        namen = [u.titel for u in uitkomsten if u.ontbreekt]
        open_velden = self._werk.velden(v for regel in regels for v in regel.oordeel(maskers).variabelen)
        velden = [v for v in open_velden if v not in overslaan]

        def open_(m: Maskers) -> int:
            return sum(len(regel.oordeel(m).variabelen) for regel in regels)

        veld = self._vragen.kies(velden, maskers, open_)
        if veld is None:
            return None
        hangt = "hangt" if len(namen) == 1 else "hangen"
        return self._vragen.stel(veld, maskers, f"hiervan {hangt} af: {opsomming(namen)}")

    def _maak_criterium(
        self, regel: Definitieregel, nummer: int, uitkomst: Driewaardig, feiten: Feiten, dag: dt.date
    ) -> Criterium:
        bron = regel.bron.criteria[nummer]
        plek: Vindplaats = (bron.bronnen or regel.bron.grondslag)[0]
        return Criterium(
            id=f"{regel.bron.id}.{bron.id}", tekst=bron.tekst, uitkomst=VOLDAAN[uitkomst],
            bron=self._bronnen.bron(plek, dag),
            kenmerken={v: list(w) if isinstance(w, tuple) else w for v, w in feiten},
        )  # fmt: skip

    def _schrijf_uitleg(
        self, regel: Definitieregel, sjabloon: str, uitkomsten: Sequence[Criteriumwaarde], ontbreekt: Sequence[str]
    ) -> str:
        """The template of the outcome, filled with what decided it: first of all what can never be made good."""
        criteria = list(zip(regel.bron.criteria, uitkomsten, regel.noodzakelijk, strict=True))
        per = {w: [c.tekst for c, uitkomst, _ in criteria if uitkomst == w] for w in VOLDAAN.values()}
        nodig = [c.tekst for c, uitkomst, noodzakelijk in criteria if noodzakelijk and uitkomst == "niet voldaan"]
        return regel.bron.uitleg[sjabloon].format(  # type: ignore[index]
            voldaan="; ".join(per["voldaan"]),
            niet_voldaan="; ".join(nodig or per["niet voldaan"]),
            onbekend="; ".join(per["onbekend"]),
            ontbreekt=opsomming(self._woorden.veld(v) for v in ontbreekt) or "niets meer",
        )


def _bekende_data(perioden: Sequence[tuple[dt.date, dt.date | None]]) -> str:
    delen = [
        f"van {van:%d-%m-%Y} tot en met {tot:%d-%m-%Y}" if tot else f"vanaf {van:%d-%m-%Y}" for van, tot in perioden
    ]
    return f"Deze definitie geldt {opsomming(delen)}."
