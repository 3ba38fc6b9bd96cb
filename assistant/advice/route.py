"""The main route: the deciding row, what is still missing, and what would lead elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from assistant.advice.bronvermelding import Bronnenlijst
from assistant.advice.diagram import Maskers
from assistant.advice.kenmerken import Kenmerken
from assistant.advice.model import Aangenomen, Alternatief, Rijuitleg, Vraag
from assistant.advice.regels import Regelwerk, Rijverdict, Tabelregel, Twijfel
from assistant.advice.variabelen import LEEFTIJD
from assistant.advice.vraag import Vragensteller
from assistant.advice.woorden import Woorden, opsomming

TEGENSPRAAK = "de tekst zichzelf hierover tegenspreekt"
#: How many routes are named in the reason of a question.
GENOEMD = 3


class Routebepaler:
    """Asks the routing table about a youth and words the outcome."""

    def __init__(self, werk: Regelwerk, bronnen: Bronnenlijst, woorden: Woorden, vragen: Vragensteller) -> None:
        self._werk = werk
        self._bronnen = bronnen
        self._woorden = woorden
        self._vragen = vragen

    def tabel(self, dag: dt.date) -> Tabelregel | None:
        """The version of the routing table in force on a date."""
        geldig = [t for t in self._werk.tabellen if t.bron.geldt_op(dag)]
        return max(geldig, key=lambda t: t.bron.versie) if geldig else None

    def naam(self, tabel: Tabelregel, route: str) -> str:
        """The generic name of a route."""
        return next((r.naam for r in tabel.bron.routes if r.id == route), route)

    def mogelijk(self, tabel: Tabelregel, verdict: Rijverdict) -> list[str]:
        """The routes that are still possible, in the order of the table."""
        return list(dict.fromkeys(tabel.bron.rijen[rij].route for rij in sorted(verdict.mogelijk)))

    def rijuitleg(self, tabel: Tabelregel, rij: int, kenmerken: Kenmerken) -> Rijuitleg:
        """The deciding row with the known facts it looks at."""
        gelezen = self._werk.gelezen(tabel.rijen[rij])
        return Rijuitleg(
            nummer=tabel.bron.rijen[rij].nummer,
            tekst=tabel.bron.rijen[rij].tekst,
            bron=self._bronnen.bron(tabel.bron.grondslag[0], kenmerken.peildatum),
            kenmerken=kenmerken.toonbaar(gelezen),
        )

    def aannames(self, tabel: Tabelregel, verdict: Rijverdict, maskers: Maskers) -> list[Aangenomen]:
        """The defaults that were needed and are worth showing, one per fact."""
        per_veld = {a.veld: a for a in tabel.nodig(maskers, verdict) if a.tonen}
        return [Aangenomen(veld=a.veld, waarde=", ".join(a.waarden), tekst=a.tekst) for a in per_veld.values()]

    def vraag(
        self, tabel: Tabelregel, verdict: Rijverdict, maskers: Maskers, twijfel: Twijfel, overslaan: frozenset[str]
    ) -> Vraag | None:
        """What to ask for the route; first what the text contradicts, never what was asked and is not known."""
        velden = [v for v in self._werk.velden(verdict.variabelen) if v not in overslaan]
        betwist = [v for v in velden if v in twijfel]

        def open_(m: Maskers) -> int:
            return len(tabel.beslis(m, twijfel).variabelen)

        veld = self._vragen.kies(betwist or velden, maskers, open_)
        if veld is None:
            return None
        namen = [self.naam(tabel, r) for r in self.mogelijk(tabel, verdict)]
        nog = opsomming([*namen[:GENOEMD], "een andere route"] if len(namen) > GENOEMD else namen, "of")
        return self._vragen.stel(veld, maskers, f"nu nog mogelijk: {nog}", TEGENSPRAAK if veld in twijfel else "")

    def alternatieven(
        self, tabel: Tabelregel, rij: int, maskers: Maskers, aangenomen: Iterable[str]
    ) -> list[Alternatief]:
        """Which single change of a known or assumed fact leads to another route."""
        gevonden: dict[tuple[str, str], list[int]] = {}
        mag = {r.id for r in tabel.bron.routes if r.als_alternatief} - {tabel.bron.rijen[rij].route}
        for i in self._te_wisselen(tabel, maskers, set(aangenomen)):
            for groep in tabel.klassen[i]:
                if maskers[i].bit_count() == 1 and maskers[i].bit_length() - 1 in groep:
                    continue
                anders = tabel.rij((*maskers[:i], 1 << groep[0], *maskers[i + 1 :]))
                if anders is not None and (route := tabel.bron.rijen[anders].route) in mag:
                    gevonden.setdefault((route, self._werk.variabelen.namen[i]), []).extend(groep)
        return [self._alternatief(tabel, route, veld, bits) for (route, veld), bits in gevonden.items()]

    def _te_wisselen(self, tabel: Tabelregel, maskers: Maskers, aangenomen: set[str]) -> list[int]:
        velden = self._werk.variabelen.velden
        gelezen = set(self._werk.gelezen(tabel.wortel))
        return [
            i for i, naam in enumerate(self._werk.variabelen.namen)
            if ":" not in naam and velden[i] in gelezen and (maskers[i].bit_count() == 1 or velden[i] in aangenomen)
        ]  # fmt: skip

    def _alternatief(self, tabel: Tabelregel, route: str, veld: str, bits: Sequence[int]) -> Alternatief:
        variabelen = self._werk.variabelen
        waarden = [variabelen.waarden[variabelen.index[veld]][bit] for bit in sorted(bits)]
        if veld == LEEFTIJD:
            tekst = opsomming(leeftijdsbereiken(variabelen.grenzen, bits), "of")
        else:
            tekst = opsomming([self._woorden.waarde(veld, w) for w in waarden], "of")
        return Alternatief(
            route=route, naam=self.naam(tabel, route), als=f"{self._woorden.veld(veld)} is: {tekst}",
            veld=veld, waarden=[int(w) if veld == LEEFTIJD else w for w in waarden],
        )  # fmt: skip


def leeftijdsbereiken(grenzen: Sequence[int], bits: Sequence[int]) -> list[str]:
    """Age intervals in words, neighbours joined: '23 tot 27 jaar'."""
    reeksen: list[list[int]] = []
    for bit in sorted(bits):
        if reeksen and reeksen[-1][-1] == bit - 1:
            reeksen[-1].append(bit)
        else:
            reeksen.append([bit])
    return [_bereik(grenzen, reeks[0], reeks[-1]) for reeks in reeksen]


def _bereik(grenzen: Sequence[int], eerste: int, laatste: int) -> str:
    if laatste + 1 == len(grenzen):
        return f"{grenzen[eerste]} jaar en ouder"
    if grenzen[eerste] == 0:
        return f"jonger dan {grenzen[laatste + 1]} jaar"
    return f"{grenzen[eerste]} tot {grenzen[laatste + 1]} jaar"
