"""Diplomas: which there are, which there are not, and whether they make a startkwalificatie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.advice.reading.duiding import Duider, Duiding
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.schoolplek import Schoolplek
from assistant.advice.reading.uitval import Uitvallezer
from assistant.advice.reading.woordenschat import verband, vulwoorden

#: A denial so near before a diploma is about that one: "nooit een mbo diploma".
_VOOR_DIPLOMA = 3
#: Behind "verder niets" so many words end the clause: "verder niets afgemaakt", not "verder niets ernstigs aan de hand".
_KORT_SLOT = 1
#: Schools of which the diploma is a startkwalificatie.
_SK = frozenset({"havo", "vwo", "mbo-2", "mbo-3", "mbo-4"})


class Diplomalezer:
    """Reads ``startkwalificatie`` from the diplomas and schools of one text."""

    def __init__(
        self,
        uitval: Uitvallezer,
        duider: Duider,
        scholen: Sequence[Schoolplek],
        doelen: Sequence[Bewering],
        bekend: Mapping[str, Any],
    ) -> None:
        self._uitval = uitval
        self._duider = duider
        self._verhaal = duider.verhaal
        self._scholen = scholen
        self._gewenst = {(d.van, d.tot) for d in doelen if d.veld == "perspectief"}
        self._bekend = bekend

    def __call__(self) -> Iterator[Bewering]:
        """What schools, and words that take a diploma up, say; each mention of one is for ``diploma`` and ``lager``."""
        yield from self._gehaald()
        yield from self._heeft_er_geen()
        yield from self._verder_niets()
        yield from self._zonder()

    def diploma(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """A diploma that is wished for says nothing about the one that there is."""
        if self._pas_als(v):
            return
        niet_daarna = self._verhaal.norm(v.tot) == "niet" and not duiding.ontkend and not self._als_naam(v.tot + 1)
        if duiding.ontkend and (self._uitval.onder_dreiging(v) or self._uitval.omvat(v.van)):
            if not duiding.ander:
                yield Bewering("dreigende_uitval", "ja", v.van, v.tot, "genoemd", duiding.zeker)
            return
        if v.begrip.heeft("school_diploma") and not duiding.ontkend and (self._verlaten(v) or self._toch_zonder(v)):
            return
        if niet_daarna or self._verhaal.norm(v.tot) in verband("geen_diploma_na"):
            return
        if not duiding.ontkend and self._duider.onhaalbaar(v.tot, self._verhaal.indeling.grenzen(v.van)[1]):
            return  # "daarmee is het diploma van de baan"
        if not duiding.ontkend and ((v.van, v.tot) in self._gewenst or self._vooruit(v) or not self._is_er(v)):
            return
        if duiding.ander:
            yield Bewering("startkwalificatie", "ja", v.van, v.tot, "ander-persoon")
        elif duiding.ontkend:
            begin, _ = self._verhaal.indeling.grenzen(v.van)
            if not self._verhaal.sein("wens", begin, v.van):
                kracht = 0 if self._van_andere_school(v) else 1
                yield Bewering("startkwalificatie", "nee", v.van, v.tot, "genoemd", duiding.zeker, kracht)
        elif self._waard(v):
            yield Bewering("startkwalificatie", "ja", v.van, v.tot, "genoemd", duiding.zeker)

    def _van_andere_school(self, v: Vermelding) -> bool:
        """ "uitgeschreven bij mbo 4 zonder diploma; daarvoor had hij mbo 2 al behaald": the denial is about that one school."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        hier = {p.waarde for p in self._scholen if begin <= p.vermelding.van < einde}
        gehaald = {p.waarde for p in self._scholen if p.gehaald and not (p.duiding.ander or p.duiding.ontkend)}
        return bool(hier) and bool((gehaald & _SK) - hier)

    def _pas_als(self, v: Vermelding) -> bool:
        """ "pas als ze haar diploma heeft": not there yet."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        return bool(verband("zodra") & self._verhaal.tussen(begin, begin + 2))

    def lager(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """ "heeft alleen een entreediploma", "zonder vmbo-diploma": nothing that counts."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zonder = duiding.oordeel == "ontkend" and not self._verhaal.sein("wens", begin, v.van)
        zin = self._verhaal.tussen(*self._verhaal.indeling.zinsgrenzen(v.van))
        hoogste = bool(verband("hoogste") & zin)  # "het hoogste wat hij heeft is een vmbo-diploma"
        alleen = hoogste or bool(verband("alleen") & self._verhaal.tussen(v.van - 3, v.tot))
        alleen = alleen and duiding.oordeel == "genoemd"
        if zonder or alleen:
            yield Bewering("startkwalificatie", "nee", v.van, v.tot, "genoemd", duiding.zeker)

    def _verlaten(self, v: Vermelding) -> bool:
        """ "heeft mbo 3 zonder diploma verlaten": the school was had, the diploma was not."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        niet = [p for p in self._verhaal.sein("ontkenning", v.tot, einde) if not self._als_naam(p + 1)]
        return bool(niet or self._verhaal.sein("stop", v.tot, einde))

    def _als_naam(self, nr: int) -> bool:
        """ "niet als vsv'er melden": what is denied is the name."""
        return self._verhaal.norm(nr) in verband("naam_van")

    def _is_er(self, v: Vermelding) -> bool:
        """A bare word says nothing of what there is ("bloedserieus over zijn diploma"), unless it is all that is said."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        los = all(w.soort == "teken" or w.norm in vulwoorden() for w in self._verhaal.woorden[begin : v.van])
        los = los and not self._uitgelegd(begin)
        return (
            v.begrip.heeft("school_diploma")
            or bool(
                verband("diploma_bezit") & self._verhaal.tussen(begin, max(einde, v.tot))
                and not self._daarna_niet(v, einde)
            )  # "diploma (kok) behaald"
            or (los and einde <= v.tot + 1)
        )

    def _uitgelegd(self, begin: int) -> bool:
        """ "wil weten wat dat eigenlijk is, een startkwalificatie": the word that is asked about."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(begin)
        voor = self._verhaal.tussen(zin, begin)
        return bool(verband("vraagzin") & voor and verband("vraagt_of") & voor)

    def _daarna_niet(self, v: Vermelding, einde: int) -> bool:
        """ "een diploma is er met de beste wil niet van te maken": denied in the words behind it, before another diploma."""
        ander = (n for n in range(v.tot, einde) if self._verhaal.norm(n) in verband("diplomawoord"))
        tot = next((n - _VOOR_DIPLOMA for n in ander), einde)
        if "kwijt" in self._verhaal.tussen(v.tot, min(v.tot + 2, tot)):
            return True  # "dan is ze haar diploma kwijt"
        return any(self._verhaal.norm(p) in verband("niet_nooit") for p in self._verhaal.sein("ontkenning", v.tot, tot))

    def _vooruit(self, v: Vermelding) -> bool:
        """Whether the diploma is something to come: "kan", "gaat", "moet", "bijna"."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        if (over := self._verhaal.laatste("gaat_om", begin, v.van)[0]) > 0:
            begin = over  # "het gaat om een meisje met havodiploma": "gaat" is about whom it is told
        if self._verhaal.norm(einde) in verband("wil_of_doet"):  # "dat diploma met alles wat ze heeft | wil halen"
            _, einde = self._verhaal.indeling.grenzen(einde)
        voor, na = self._verhaal.tussen(begin, v.van), self._verhaal.tussen(v.van, min(v.tot + 3, einde))
        if "bijna" in self._verhaal.tussen(v.van - 2, v.tot + 2):
            return True  # "heeft zijn diploma bijna binnen"
        if self._verhaal.sein("net_niet", begin, v.van):
            return True  # "had op een haar na haar havodiploma"
        if self._verhaal.norm(self._verhaal.voor(v.van)) == "aan" and "heeft" not in voor:
            return True  # "houdt met hand en tand vast aan dat diploma"
        if verband("diploma_komt") & voor or {"wil", "moet", "nodig"} & self._verhaal.tussen(v.van, einde):
            return True
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1) if begin else (0, 0)
        if self._verhaal.norm(begin) == ":" and self._verhaal.sein("wens", vorig, tot):
            return True  # "wens van hemzelf: het diploma niveau 4"
        return bool(verband("diploma_komt_na") & na) and not verband("diploma_is_er") & (voor | na)

    def _waard(self, v: Vermelding) -> bool:
        """Whether the diploma that is there counts: by the school beside it, else by the school known."""
        if v.begrip.heeft("school_diploma"):
            return True
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        erbij = [p for p in self._scholen if begin <= p.vermelding.van < max(einde, v.tot) and not p.duiding.ander]
        naast = [p.waarde for p in erbij if p.vermelding.van < v.van] or [p.waarde for p in erbij[:1]]
        eigen = [p.waarde for p in self._scholen if not p.duiding.ander and p.rol not in ("wens", "bestemming")]
        onderwijs = (naast or eigen)[-1] if naast or eigen else self._bekend.get("onderwijs")
        return onderwijs is None or onderwijs in _SK

    def _gehaald(self) -> Iterator[Bewering]:
        """ "heeft mbo 2 gehaald" is a diploma that counts."""
        for p in self._scholen:
            v = p.vermelding
            niet = self._verhaal.sein("ontkenning", *self._bereik(v)) or self._toch_zonder(v)
            if p.gehaald and p.waarde in _SK and not p.duiding.ander and not p.duiding.ontkend and not niet:
                yield Bewering("startkwalificatie", "ja", v.van, v.tot, "genoemd", p.duiding.zeker)

    def _bereik(self, v: Vermelding) -> tuple[int, int]:
        """The words about a school: its clause, as far as the next school ("mbo 2 gehaald en niveau 3 niet afgemaakt")."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        return begin, min((s.van for s in self._verhaal.van_soort("school") if v.tot <= s.van < einde), default=einde)

    def _toch_zonder(self, v: Vermelding) -> bool:
        """ "mbo 4 afgerond maar zonder diploma"."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        if verband("staat_er") & self._verhaal.tussen(begin, einde):
            return False  # "'havodiploma 2024' staat er, en verder 'geen enkel diploma'": two claims against each other
        if self._verhaal.norm(einde) not in ("maar", "alleen", ","):
            return False
        _, slot = self._verhaal.indeling.grenzen(einde)
        diplomas = (
            d for d in self._verhaal.van_soort("feiten") if d.begrip.naam == "diploma" and einde <= d.van < slot
        )
        return any(self._duider(d).ontkend for d in diplomas)

    def _heeft_er_geen(self) -> Iterator[Bewering]:
        """ "wil zijn diploma halen, hij heeft er nog geen": none of what was just spoken of."""
        for plek, tot in self._verhaal.signalen.get("heeft_er_geen", ()):
            zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
            if plek - zin <= 1 and zin:  # "een tl-diploma. Verder is hij niet gekomen"
                zin, _ = self._verhaal.indeling.zinsgrenzen(max(zin - 1, 0))
            eerder = [v for v in self._verhaal.vermeldingen if zin <= v.van < plek]
            diploma = eerder and verband("diplomawoord") & self._verhaal.tussen(eerder[-1].van, eerder[-1].tot)
            lager = any(v.begrip.naam == "lager-diploma" for v in eerder)  # "met een mavodiploma, meer heeft ze niet"
            if (diploma or lager) and not self._duider.houder.van[plek]:
                yield Bewering("startkwalificatie", "nee", plek, tot)

    def _verder_niets(self) -> Iterator[Bewering]:
        """ "heeft het entreediploma gehaald, verder niets": a diploma that does not count, and none beside it."""
        for plek, tot in self._verhaal.signalen.get("verder_niets", ()):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            vorig, _ = self._verhaal.indeling.grenzen(max(begin - 1, 0))
            feiten = [v for v in self._verhaal.van_soort("feiten") if vorig <= v.van < plek]
            lager = [v for v in feiten if v.begrip.naam == "lager-diploma" and self._duider(v).oordeel == "genoemd"]
            telt = any(v.begrip.heeft("school_diploma") for v in feiten)
            kort = einde - tot <= _KORT_SLOT
            if lager and not telt and kort and (lager[-1].van, lager[-1].tot) not in self._gewenst:
                yield Bewering("startkwalificatie", "nee", plek, tot)

    def _zonder(self) -> Iterator[Bewering]:
        """ "blijft zonder diploma bij zijn leerbedrijf": said within an expression about something else."""
        feiten = [(v.van, v.tot) for v in self._verhaal.van_soort("feiten")]
        for v in self._verhaal.van_soort("doel"):
            for nr in range(v.van, v.tot - 1):
                diploma = nr + 1
                eigen = self._verhaal.norm(nr) == "zonder" and self._verhaal.norm(diploma) in verband("diplomawoord")
                if eigen and not any(van <= diploma < tot for van, tot in feiten):
                    yield Bewering("startkwalificatie", "nee", nr, diploma + 1)
