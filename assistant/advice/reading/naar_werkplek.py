"""Going to work told by its place: "kan in de bakkerij beginnen", "wil van school en de tegelzetterij in"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.woordenschat import lijst, verband, vulwoorden

#: How far behind a place its "in" may stand: "de garage van zijn oom in".
_ERIN = 6


class Werkplekken:
    """The places of work in one text that a youth goes to."""

    def __init__(self, duider: Duider) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._regels = {naam: frozenset(map(str, woorden)) for naam, woorden in lijst("werkplekken").items()}

    def __call__(self) -> Iterator[Vermelding]:
        """Every place that a verb of going, beginning or wishing makes a goal."""
        for v in self._verhaal.van_soort("werkplek"):
            if self._ooit(v) or self._ontkend(v) or self._duider.vorm.is_vraag(v.van) or self._duider.onderwerp(v.van):
                continue
            if self._erheen(v):
                yield v

    def _ooit(self, v: Vermelding) -> bool:
        """ "wil later in de kinderopvang": no aim now."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        later = verband("later_wel") & self._verhaal.tussen(begin, v.van)
        return bool(later) and bool(self._verhaal.sein("wens", begin, v.van))

    def _ontkend(self, v: Vermelding) -> bool:
        """ "werken in een winkel wil ze niet": what is denied of the work is denied of the place."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        werk = (d for d in self._verhaal.van_soort("doel") if begin <= d.van < einde and d.begrip.naam == "arbeid")
        return any(self._duider(d).ontkend for d in werk)

    def _erheen(self, v: Vermelding) -> bool:
        """A verb of going or beginning, and nothing that makes it a stage or a school."""
        regels, verhaal = self._regels, self._verhaal
        begin, einde = verhaal.indeling.grenzen(v.van)
        voor = [verhaal.norm(n) for n in range(max(begin, v.van - 4), v.van)]
        waar = next((n for n in range(v.tot, einde) if verhaal.norm(n) == "waar"), einde)  # "waar hij niveau 2 deed"
        deel = verhaal.tussen(begin, waar) - self._achtergelaten(begin, einde)
        voorzetsel = next((w for w in reversed(voor) if w in regels["voorzetsels"]), "")
        straks = bool(verhaal.sein("toekomst", *verhaal.indeling.zinsgrenzen(v.van)))
        if not voorzetsel and "wordt" in deel and (straks or self._in_dienst_van(v, einde)):
            voorzetsel = "als"  # "wordt na de zomer magazijnmedewerker", "wordt stratenmaker bij zijn oom"
        if not voorzetsel and self._wil_worden(v, begin, einde):
            voorzetsel = "als"  # "wil chauffeur worden bij een transporteur"
        if not voorzetsel and "voor" in voor[-2:] and deel & regels["kiest"]:
            voorzetsel = "als"  # "kiest voor de bouw"
        erin = not voorzetsel and self._erin(v, begin, einde)
        if not (voorzetsel or erin) or {"niet", "geen", "?"} & set(voor) or self._iets_anders(v, deel, straks):
            return False
        liever = bool(deel & regels["liever"]) and bool(verhaal.sein("wens", begin, v.van))
        if voorzetsel == "naar" and liever:
            return True  # "wil liever naar de garage van zijn vader"
        if voorzetsel == "naar" and not (straks or deel & regels["vertrekt"]):
            return False
        hier_straks = bool(verhaal.sein("toekomst", begin, einde))
        gaat = deel & {*regels["gaat_erheen"], *regels["kiest"], "wordt", *(("werkt",) if hier_straks else ())}
        return bool(gaat) or erin or self._wil_worden(v, begin, einde) or self._wil_erheen(v, begin, einde)

    def _wil_worden(self, v: Vermelding, begin: int, einde: int) -> bool:
        """ "wil chauffeur worden bij een transporteur": with the employer named it is a job."""
        wens = self._verhaal.sein("wens", begin, v.van)
        bij = self._verhaal.norm(v.tot) == "worden" and self._verhaal.norm(v.tot + 1) == "bij"
        return bool(wens) and bij and v.tot + 2 < einde

    def _in_dienst_van(self, v: Vermelding, einde: int) -> bool:
        wordt = self._verhaal.norm(v.van - 1) == "wordt"
        return wordt and self._verhaal.norm(v.tot) in ("bij", "in") and v.tot + 1 < einde

    def _iets_anders(self, v: Vermelding, deel: set[str], straks: bool) -> bool:
        """A school, a trial or day care."""
        regels = self._regels
        if deel & regels["iets_anders"] - ({"werkt"} if straks else set()):
            return True
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        dagbesteding = (a for a in self._verhaal.van_soort("doel") if a.begrip.naam == "dagbesteding")
        if any(begin <= a.van < max(einde, v.tot + 3) and not self._duider(a).ontkend for a in dagbesteding):
            return True  # "een plek bij de houtwerkplaats (dagbesteding)"
        return bool(deel & regels["proef"]) and not deel & regels["blijvend"]

    def _achtergelaten(self, begin: int, einde: int) -> set[str]:
        """The school that is left for it: "na de opleiding", "van school en ...", "stoppen met school", "dan naar school"."""
        norm = self._verhaal.norm
        bereik = {"na": 4, "van": 3, "met": 3, "uit": 3, "dan": 4}
        weg = {norm(n) for p in range(begin, einde) for n in range(p, min(p + bereik.get(norm(p), 0), einde))}
        return weg & verband("onderwijsnaam")

    def _erin(self, v: Vermelding, begin: int, einde: int) -> bool:
        """ "wil de tegelzetterij van een kennis in": the preposition closes the clause."""
        if not (self._verhaal.sein("wens", begin, v.van) or self._verhaal.sein("plan", begin, v.van)):
            return False
        slot = min(einde, v.tot + _ERIN)
        return any(
            self._verhaal.norm(n) == "in" and (n + 1 == einde or self._verhaal.norm(n + 1) in self._regels["na_erin"])
            for n in range(v.tot, slot)
        )

    def _wil_erheen(self, v: Vermelding, begin: int, einde: int) -> bool:
        """ "wil van school en bij zijn vader in de slagerij": a wish with no other verb than the leaving of school."""
        wensen = self._verhaal.sein("wens", begin, v.van)
        if not wensen or self._verhaal.norm(wensen[-1]) not in self._regels["wil"]:
            return False
        tussen = self._verhaal.tussen(wensen[-1] + 1, v.van)
        bekend = self._regels["aanloop"] | self._regels["voorzetsels"] | vulwoorden() | _personen()
        na = self._verhaal.tussen(v.tot, einde)
        return tussen <= bekend and na <= bekend


def _personen() -> set[str]:
    """Everybody with whom one can work."""
    return {str(w) for woorden in lijst("personen")["ander"].values() for w in woorden}
