"""Facts that a mention states at once: problems, enrolment, risk, attention points, diploma, work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.advice.reading.duiding import Duider, Duiding
from assistant.advice.reading.formulier import koppen
from assistant.advice.reading.geruststelling import Geruststelling
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.loonvormend import geen_loonvormend
from assistant.advice.reading.schoolplek import VERVOLG, Schoolplek
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.uitval import Uitvallezer
from assistant.advice.reading.woordenschat import verband, vulwoorden
from assistant.advice.reading.zegsman import is_zegsman
from assistant.advice.reading.zwaarte import ZWAK, zonder_geruststelling

_SK = frozenset({"havo", "vwo", "mbo-2", "mbo-3", "mbo-4"})


class Feitenlezer:
    """Reads everything but age, place, school and goals."""

    def __init__(
        self, duider: Duider, scholen: Sequence[Schoolplek], doelen: Sequence[Bewering], bekend: Mapping[str, Any]
    ) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._scholen = scholen
        self._bekend = bekend
        self._uitval = Uitvallezer(duider)
        self._geruststelling = Geruststelling(duider.verhaal)
        self._bijzonder = {
            "diploma": self._diploma,
            "gestopt": self._gestopt,
            "gaat-niet-meer": self._gestopt,
            "vertrek": self._vertrek,
            "zit-thuis": self._thuis,
            "met-steun": self._steun,
            "lager-diploma": self._alleen_lager,
        }
        self._koppen = [(begin, punt) for begin, punt, _ in koppen(self._verhaal)]
        self._gewenst = {(d.van, d.tot) for d in doelen if d.veld == "perspectief"}

    def __call__(self) -> list[Bewering]:
        """Claims of all mentions, each judged by itself, and then how they bear on each other."""
        return zonder_geruststelling(self._verhaal, self._los())

    def _los(self) -> Iterator[Bewering]:
        for v in self._verhaal.van_soort("problemen", "feiten"):
            if (
                self._duider.vorm.is_vraag(v.van)
                or self._geruststelling.over(v)
                or self._is_kop(v)
                or self._kinderopvang(v)
                or is_zegsman(self._verhaal, v)
                or self._duider.vorm.kop_waarde(v.van) == ""
                or (v.begrip.naam == "gestopt" and self._duider.wens_van_ander(v.van))
            ):
                continue
            duiding = self._duider(v)
            if v.begrip.zet.get("dreigende_uitval") == "ja" and self._af_en_toe(v):
                continue
            if v.begrip.naam == "staat-ingeschreven" and self._uitval.omvat(v.van):
                continue  # "al weken niet op school geweest"
            if v.begrip.naam in self._bijzonder:
                yield from self._bijzonder[v.begrip.naam](v, duiding)
            if v.begrip.zet and not (v.begrip.naam == "gestopt" and self._onder_dreiging(v)):
                yield from self._gewoon(v, duiding)
        yield from self._gehaald()
        yield from self._heeft_er_geen()
        yield from self._zelf_wel()
        yield from self._zonder()
        yield from geen_loonvormend(self._duider)
        yield from self._losse_ernst()
        yield from self._uitval()
        yield from self._geruststelling()
        yield from self._niet_meer()

    def _kinderopvang(self, v: Vermelding) -> bool:
        """ "zodra er opvang is voor haar dochtertje": where a child goes by day, not where the youth lives."""
        if self._verhaal.tussen(v.van, v.tot) != {"opvang"} or {"in", "uit"} & self._verhaal.tussen(v.van - 2, v.van):
            return False
        begin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        begin, _ = self._verhaal.indeling.zinsgrenzen(max(begin - 1, 0))
        return bool(verband("klein_kind") & self._verhaal.tussen(begin, einde))

    def _is_kop(self, v: Vermelding) -> bool:
        """Nothing but the name of a field: "Uitvalrisico: nee" states no risk."""
        return any(begin <= v.van and v.tot <= punt for begin, punt in self._koppen)

    def _losse_ernst(self) -> Iterator[Bewering]:
        """ "komt bijna nooit meer. ernstig.": the weight as a clause of its own."""
        for plek in self._verhaal.sein("ernst", 0, len(self._verhaal.woorden)):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            woorden = [
                w for w in self._verhaal.woorden[begin:einde] if w.soort == "woord" and w.norm not in vulwoorden()
            ]
            gevraagd = self._verhaal.norm(plek - 1) == "hoe"  # "hoe zwaar dat is weet ik niet"
            if len(woorden) <= 1 and not gevraagd and not self._duider.houder.van[plek]:
                waarde = self._duider.vorm.eigen_antwoord(plek) or "ja"
                yield Bewering("ernstig", waarde, plek, plek + 1, "genoemd", True, 2)

    def _niet_meer(self) -> Iterator[Bewering]:
        """ "vorig jaar dreigde ze uit te vallen, nu niet meer": the threat that was told of as past is gone."""
        dreiging = [v for v in self._verhaal.van_soort("feiten") if v.begrip.zet.get("dreigende_uitval") == "ja"]
        for plek, tot in self._verhaal.signalen.get("nu_niet_meer", ()):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            vorig, _ = self._verhaal.indeling.zinsgrenzen(max(self._verhaal.indeling.zinsgrenzen(plek)[0] - 1, 0))
            eerder = any(vorig <= v.van < begin and self._duider(v).verleden for v in dreiging)
            eerder = eerder or bool(self._verhaal.sein("dreigde", vorig, begin))
            zelf = any(begin <= v.van < einde for v in self._verhaal.vermeldingen)
            if eerder and not zelf:
                yield Bewering("dreigende_uitval", "nee", plek, tot)

    def _zelf_wel(self) -> Iterator[Bewering]:
        """ "zijn broer heeft geen schulden, hij zelf wel", "haar zus heeft een diploma, zij niet"."""
        alle = [v for v in self._verhaal.van_soort("problemen", "feiten") if v.begrip.zet or v.begrip.naam == "diploma"]
        for nr, woord in enumerate(self._verhaal.woorden):
            begin, einde = self._verhaal.indeling.grenzen(nr)
            stand = self._verhaal.norm(nr + 1)
            if woord.norm not in verband("zelf" if stand == "wel" else "hij_zij") or stand not in ("wel", "niet"):
                continue
            zin, _ = self._verhaal.indeling.zinsgrenzen(nr)
            eerder = [v for v in alle if zin <= v.van < begin and self._duider.wie(v)]
            if eerder and einde - nr <= 3 and not any(begin <= v.van < einde for v in self._verhaal.vermeldingen):
                yield from self._ook_zelf(eerder[-1], stand)

    def _ook_zelf(self, v: Vermelding, stand: str) -> Iterator[Bewering]:
        """What was said of the other, for the youth: the same with "wel", the opposite with "niet"."""
        if stand == "wel":
            yield from (Bewering(veld, waarde, v.van, v.tot) for veld, waarde in v.begrip.zet.items())
        elif v.begrip.naam == "diploma":
            yield Bewering("startkwalificatie", "nee", v.van, v.tot)

    def _gewoon(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        if v.begrip.kenmerken.get("verleden") is True:
            duiding = Duiding(duiding.ontkend, duiding.ander, False, duiding.zeker)
        oordeel = duiding.oordeel
        if "uitstroomprofiel" in v.begrip.zet and (nieuw := self._nu_profiel(v)):
            yield Bewering("uitstroomprofiel", nieuw.begrip.kenmerken["gaat_naar"], nieuw.van, nieuw.tot)
            oordeel = "verleden"
        if oordeel == "genoemd" and "arbeidsvermogen" in v.begrip.zet and self._onhaalbaar(v):
            oordeel = "ontkend"
        if v.begrip.zet.get("startkwalificatie") == "nee" and not v.begrip.naam and self._onder_dreiging(v):
            yield Bewering("dreigende_uitval", "ja", v.van, v.tot, oordeel, duiding.zeker)
            return
        if v.begrip.zet.get("problemen") == [] and self._verhaal.norm(v.tot) in verband("waarmee"):
            return  # "geen problemen met de politie": only that
        if v.begrip.zet.get("dreigende_uitval") == "ja" and self._geen_vrees(v):
            oordeel = "ontkend"
        elif v.begrip.zet.get("dreigende_uitval") == "ja" and oordeel == "ontkend" and self._uitval.omvat(v.van):
            oordeel = "genoemd"  # "zal het zonder hulp niet redden"
        kracht = int(v.begrip.kenmerken.get("kracht", 1))
        for veld, waarde in v.begrip.zet.items():
            if oordeel == "genoemd" or veld not in v.begrip.ontkend:
                yield Bewering(veld, waarde, v.van, v.tot, oordeel, duiding.zeker, kracht)
        if oordeel == "ontkend" and "uitstroomprofiel" in v.begrip.zet:
            yield from self._ander_profiel(v)
        if oordeel == "ontkend":
            for veld, waarde in v.begrip.ontkend.items():
                if veld == "inschrijving" and (self._uitval.omvat(v.van) or self._wil_hier_niet(v)):
                    continue  # "het gaat zo niet langer op school"
                yield Bewering(veld, waarde, v.van, v.tot, "genoemd", duiding.zeker)
        elif oordeel == "genoemd" and v.begrip.soort == "problemen" and v.begrip.zet.get("problemen"):
            yield from self._zwaarte(v, duiding)

    def _wil_hier_niet(self, v: Vermelding) -> bool:
        """ "wil wel een diploma | maar niet op deze school": a wish, no enrolment that ended."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.sein("wens", begin, v.van):
            return True
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        vorig = self._verhaal.indeling.grenzen(max(begin - 1, 0))
        return begin > 0 and los and bool(self._verhaal.sein("wens", *vorig))

    def _zonder(self) -> Iterator[Bewering]:
        """ "blijft zonder diploma bij zijn leerbedrijf": said within an expression about something else."""
        feiten = [(v.van, v.tot) for v in self._verhaal.van_soort("feiten")]
        for v in self._verhaal.van_soort("doel"):
            for nr in range(v.van, v.tot - 1):
                diploma = nr + 1
                eigen = self._verhaal.norm(nr) == "zonder" and self._verhaal.norm(diploma) in verband("diplomawoord")
                if eigen and not any(van <= diploma < tot for van, tot in feiten):
                    yield Bewering("startkwalificatie", "nee", nr, diploma + 1)

    def _nu_profiel(self, v: Vermelding) -> Vermelding | None:
        """ "profiel was arbeid, nu dagbesteding": what the next clause, which has no verb but "is", says that it is now."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        if einde >= self._verhaal.indeling.zinsgrenzen(v.van)[1]:
            return None
        begin, slot = self._verhaal.indeling.grenzen(einde)
        gezegd = {w for w in self._verhaal.tussen(begin, slot) if is_persoonsvorm(w)}
        if not verband("nu_geworden") & self._verhaal.tussen(begin, slot) or gezegd - verband("is_geworden"):
            return None
        doelen = (d for d in self._verhaal.van_soort("doel") if begin <= d.van < slot and not self._duider(d).ontkend)
        return next((d for d in doelen if d.begrip.kenmerken.get("gaat_naar") in ("arbeid", "dagbesteding")), None)

    def _heeft_er_geen(self) -> Iterator[Bewering]:
        """ "wil zijn diploma halen, hij heeft er nog geen": none of what was just spoken of."""
        for plek, tot in self._verhaal.signalen.get("heeft_er_geen", ()):
            zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
            eerder = [v for v in self._verhaal.vermeldingen if zin <= v.van < plek]
            diploma = eerder and verband("diplomawoord") & self._verhaal.tussen(eerder[-1].van, eerder[-1].tot)
            if diploma and not self._duider.houder.van[plek]:
                yield Bewering("startkwalificatie", "nee", plek, tot)

    def _ander_profiel(self, v: Vermelding) -> Iterator[Bewering]:
        """ "profiel is niet arbeid maar dagbesteding"."""
        if self._verhaal.norm(v.tot) != "maar":
            return
        for d in (d for d in self._verhaal.van_soort("doel") if v.tot < d.van <= v.tot + 2):
            if (profiel := d.begrip.kenmerken.get("gaat_naar")) in ("arbeid", "dagbesteding"):
                yield Bewering("uitstroomprofiel", profiel, d.van, d.tot)

    def _onhaalbaar(self, v: Vermelding) -> bool:
        """ "regulier werk is te veel gevraagd"."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        return self._duider.onhaalbaar(v.tot, einde)

    def _zwaarte(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """How serious: only when that is said with the problem."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        voor, na = max(begin, v.van - 3), min(einde, v.tot + 2)
        if self._verhaal.sein("ernst", voor, na) or self._verhaal.sein("ernst_ook", voor, na):
            yield Bewering("ernstig", "ja", v.van, v.tot, "genoemd", duiding.zeker, 2)
        elif not v.begrip.heeft("blijvend") and self._mild(voor, v.van, na):
            yield Bewering("ernstig", "nee", v.van, v.tot, "genoemd", duiding.zeker)
        elif v.begrip.heeft("weegt"):
            yield Bewering("ernstig", "ja", v.van, v.tot, "genoemd", duiding.zeker, ZWAK)

    def _mild(self, voor: int, plek: int, na: int) -> bool:
        """ "beetje somber"; the "wat" of "door wat ze meemaakte" is no such word."""
        licht = [p for p in self._verhaal.sein("mild", voor, plek) if self._verhaal.norm(p) != "wat" or p == plek - 1]
        return bool(licht or self._verhaal.sein("mild_ook", voor, na))

    def _diploma(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """A diploma that is wished for says nothing about the one that there is."""
        niet_daarna = self._verhaal.norm(v.tot) == "niet" and not duiding.ontkend
        if duiding.ontkend and (self._onder_dreiging(v) or self._uitval.omvat(v.van)):
            if not duiding.ander:
                yield Bewering("dreigende_uitval", "ja", v.van, v.tot, "genoemd", duiding.zeker)
            return
        if v.begrip.heeft("school_diploma") and not duiding.ontkend and (self._verlaten(v) or self._toch_zonder(v)):
            return
        if niet_daarna or self._verhaal.norm(v.tot) in verband("geen_diploma_na"):
            return
        if not duiding.ontkend and ((v.van, v.tot) in self._gewenst or self._vooruit(v) or not self._is_er(v)):
            return
        if duiding.ander:
            yield Bewering("startkwalificatie", "ja", v.van, v.tot, "ander-persoon")
        elif duiding.ontkend:
            begin, _ = self._verhaal.indeling.grenzen(v.van)
            if not self._verhaal.sein("wens", begin, v.van):
                yield Bewering("startkwalificatie", "nee", v.van, v.tot, "genoemd", duiding.zeker)
        elif self._waard(v):
            yield Bewering("startkwalificatie", "ja", v.van, v.tot, "genoemd", duiding.zeker)

    def _verlaten(self, v: Vermelding) -> bool:
        """ "heeft mbo 3 zonder diploma verlaten": the school was had, the diploma was not."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        niet = self._verhaal.sein("stop", v.tot, einde) or self._verhaal.sein("ontkenning", v.tot, einde)
        return bool(niet)

    def _alleen_lager(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """ "heeft alleen een entreediploma", "zonder vmbo-diploma": nothing that counts."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zonder = duiding.oordeel == "ontkend" and not self._verhaal.sein("wens", begin, v.van)
        alleen = duiding.oordeel == "genoemd" and bool(verband("alleen") & self._verhaal.tussen(v.van - 3, v.tot))
        if zonder or alleen:
            yield Bewering("startkwalificatie", "nee", v.van, v.tot, "genoemd", duiding.zeker)

    def _is_er(self, v: Vermelding) -> bool:
        """A bare word says nothing of what there is ("bloedserieus over zijn diploma"), unless it is all that is said."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        los = all(w.soort == "teken" or w.norm in vulwoorden() for w in self._verhaal.woorden[begin : v.van])
        return (
            v.begrip.heeft("school_diploma")
            or bool(
                verband("diploma_bezit") & self._verhaal.tussen(begin, max(einde, v.tot))
            )  # "diploma (kok) behaald"
            or (los and einde <= v.tot + 1)
        )

    def _vooruit(self, v: Vermelding) -> bool:
        """Whether the diploma is something to come: "kan", "gaat", "moet", "bijna"."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        voor, na = self._verhaal.tussen(begin, v.van), self._verhaal.tussen(v.van, min(v.tot + 3, einde))
        if "bijna" in self._verhaal.tussen(v.van - 2, v.tot + 2):
            return True  # "heeft zijn diploma bijna binnen"
        if verband("diploma_komt") & voor or {"wil", "moet", "nodig"} & self._verhaal.tussen(v.van, einde):
            return True
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
        _, einde = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(einde) not in ("maar", "alleen", ","):
            return False
        _, slot = self._verhaal.indeling.grenzen(einde)
        diplomas = (
            d for d in self._verhaal.van_soort("feiten") if d.begrip.naam == "diploma" and einde <= d.van < slot
        )
        return any(self._duider(d).ontkend for d in diplomas)

    def _gestopt(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """Left school, when it is about school and not a wish, a threat, or a job or a habit."""
        if duiding.ander:
            yield Bewering("inschrijving", "uitgeschreven", v.van, v.tot, "ander-persoon")
            return
        yield from self._vertrek(v, duiding)
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        rondom = self._verhaal.tussen(begin, v.van) | self._verhaal.tussen(v.tot, min(einde, v.tot + 2))
        wens = self._als_wens(v) or (self._wil_hier_niet(v) and self._verhaal.sein("niet_hier", v.van, v.tot))
        straks = verband("nog_niet_weg") & rondom or wens
        if duiding.ontkend or straks or self._dreigt(v) or self._uitval.omvat(v.van):
            weggestuurd = verband("weggestuurd") & self._verhaal.tussen(v.van, v.tot)
            if weggestuurd and not duiding.ontkend and {"wordt", "worden"} & rondom:
                yield Bewering("dreigende_uitval", "ja", v.van, v.tot)
            yield Bewering("inschrijving", "uitgeschreven", v.van, v.tot, "ontkend")
            return
        if self._iets_anders(v, einde) or self._eerdere_school(v):
            return
        yield Bewering("inschrijving", "uitgeschreven", v.van, v.tot, "genoemd", duiding.zeker, 3)

    def _als_wens(self, v: Vermelding) -> bool:
        """ "Wens: werken, geen school meer": told under such a head it has not happened yet."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        punt = next((n for n in range(v.van, zin, -1) if self._verhaal.norm(n) in (":", "|")), None)
        if not punt or self._verhaal.norm(punt) != ":":
            return False
        return any(self._verhaal.sein(naam, max(zin, punt - 3), punt) for naam in ("wens", "plan", "toekomst"))

    def _vertrek(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """Leaving that threatens: "dreigt te stoppen met de opleiding", "de kans dat zij van school gaat"."""
        if not duiding.ander and self._onder_dreiging(v):
            waarde = "nee" if duiding.ontkend else "ja"
            oordeel: Oordeel = "verleden" if duiding.verleden else "genoemd"
            yield Bewering("dreigende_uitval", waarde, v.van, v.tot, oordeel, duiding.zeker)

    def _af_en_toe(self, v: Vermelding) -> bool:
        """ "spijbelt alleen af en toe": no threat."""
        soms = self._verhaal.sein("soms", *self._verhaal.indeling.grenzen(v.van))
        return any(not v.van <= plek < v.tot for plek in soms)

    def _onder_dreiging(self, v: Vermelding) -> bool:
        """A threat in the same clause, or in the one that this clause spells out with "dat"."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(begin) == "dat" and begin:
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        straks = self._verhaal.norm(v.tot) in ("dreigt", "dreigen")  # "zonder diploma van school dreigt te gaan"
        return straks or bool(self._verhaal.sein("dreiging", begin, v.van))

    def _geen_vrees(self, v: Vermelding) -> bool:
        """ "er is geen kans dat hij uitvalt", "niemand is bang dat ze afhaakt", "over uitval geen zorgen"."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        while self._verhaal.norm(begin) in ("dat", "die") and begin:  # "er is niemand | die denkt | dat hij uitvalt"
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        return bool(self._verhaal.sein("geen_vrees", begin, einde))

    def _steun(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """ "wil werken, liefst met begeleiding": help that goes with the work spoken of in the same sentence."""
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        _, einde = self._verhaal.indeling.grenzen(v.van)
        werk = [
            d
            for d in self._verhaal.van_soort("doel", "werk", "werkplek")
            if begin <= d.van < v.van or v.tot <= d.van < einde
        ]
        if (
            werk
            and (werk[-1].begrip.kenmerken.get("perspectief") == "arbeid" or werk[-1].begrip.soort == "werkplek")
            and duiding.oordeel == "genoemd"
        ):
            yield Bewering("arbeidsvermogen", "met-ondersteuning", v.van, v.tot, "genoemd", duiding.zeker)

    def _dreigt(self, v: Vermelding) -> bool:
        """Whether leaving is part of a threat: "staat op het punt van school gestuurd te worden"."""
        dreiging = (u for u in self._verhaal.van_soort("feiten") if "dreigende_uitval" in u.begrip.zet)
        return any(u.van <= v.van and v.tot <= u.tot for u in dreiging)

    def _iets_anders(self, v: Vermelding, einde: int) -> bool:
        """ "gestopt met blowen": the thing that was stopped is not a school."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        stage = verband("stageplek") & self._verhaal.tussen(begin, v.tot + 1)  # "na twee mislukte stages"
        if stage and not any(begin <= p.vermelding.van < einde for p in self._scholen):
            return True
        if self._van_werk(begin) or verband("bedrijfsnaam") & self._verhaal.tussen(max(begin, v.van - 4), v.van):
            return True  # "omdat het bedrijf ermee stopte"
        if self._verhaal.norm(v.tot) not in ("met", "op", "bij"):
            return False
        school = any(v.tot <= p.vermelding.van < einde for p in self._scholen)
        probleem = any(v.tot <= a.van < v.tot + 4 for a in self._verhaal.van_soort("problemen", "werk"))
        return not school and (probleem or self._verhaal.norm(v.tot + 1) not in verband("is_school"))

    def _van_werk(self, begin: int) -> bool:
        """ "had een baan, die is gestopt": taken up with "die", it is the work that ended."""
        eerste = begin + (self._verhaal.norm(begin) in (",", "("))
        if not begin or self._verhaal.norm(eerste) not in ("die", "dat", "dit"):
            return False
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        return bool(verband("werkwoord_los") & self._verhaal.tussen(vorig, tot))

    def _eerdere_school(self, v: Vermelding) -> bool:
        """ "student mbo 4, komt van de havo, die niet afgemaakt": it is the school before that was left."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        voor = [p for p in self._scholen if zin <= p.vermelding.van < v.van and not p.duiding.ander]
        nu = any(p.rol == "nu" or (p.rol == "los" and p.waarde in VERVOLG) for p in self._scholen)
        return bool(voor) and voor[-1].rol == "vroeger" and nu

    def _thuis(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """ "zit thuis": not at school; the weakest of claims, anything more precise goes before it."""
        begin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        waarde = "ingeschreven" if verband("ziek") & self._verhaal.tussen(begin, einde) else "thuiszitter"
        yield Bewering("inschrijving", waarde, v.van, v.tot, duiding.oordeel, duiding.zeker, 0)
