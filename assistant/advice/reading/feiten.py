"""Facts that a mention states at once: problems, enrolment, risk, attention points, diploma, work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.advice.reading.diploma import Diplomalezer
from assistant.advice.reading.duiding import Duider, Duiding
from assistant.advice.reading.formulier import koppen
from assistant.advice.reading.geruststelling import Geruststelling
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import ZWAK, Bewering
from assistant.advice.reading.loonvormend import geen_loonvormend
from assistant.advice.reading.schoolplek import Schoolplek
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.uitval import Uitvallezer
from assistant.advice.reading.vertrek import Vertreklezer
from assistant.advice.reading.woordenschat import lijst, verband, vulwoorden
from assistant.advice.reading.zegsman import is_zegsman
from assistant.advice.reading.zwaarte import zonder_geruststelling


class Feitenlezer:
    """Reads everything but age, place, school and goals."""

    def __init__(
        self, duider: Duider, scholen: Sequence[Schoolplek], doelen: Sequence[Bewering], bekend: Mapping[str, Any]
    ) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._uitval = Uitvallezer(duider)
        self._vertrek = Vertreklezer(self._uitval, duider, scholen)
        self._diplomas = Diplomalezer(self._uitval, duider, scholen, doelen, bekend)
        self._geruststelling = Geruststelling(duider.verhaal)
        self._bijzonder = {
            "diploma": self._diplomas.diploma,
            "gestopt": self._vertrek.gestopt,
            "gaat-niet-meer": self._vertrek.gestopt,
            "vertrek": self._vertrek.vertrek,
            "zit-thuis": self._thuis,
            "al-thuis": self._al_thuis,
            "met-steun": self._steun,
            "lager-diploma": self._diplomas.lager,
        }
        self._koppen = [(begin, punt) for begin, punt, _ in koppen(self._verhaal)]

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
                or self._als_werkplek(v)
                or is_zegsman(self._verhaal, v)
                or self._duider.vorm.kop_waarde(v.van) == ""
                or self._zo_genoemd(v)
                or self._alleen_als(v)
                or (v.begrip.naam == "gestopt" and self._duider.wens_van_ander(v.van))
            ):
                continue
            duiding = self._duider(v)
            dreigt = v.begrip.zet.get("dreigende_uitval") == "ja"
            if dreigt and (self._uitval.af_en_toe(v) or self._uitval.van_de_klas(v)):
                continue
            if v.begrip.naam == "staat-ingeschreven" and self._uitval.omvat(v.van):
                continue  # "al weken niet op school geweest"
            if v.begrip.naam in self._bijzonder:
                yield from self._bijzonder[v.begrip.naam](v, duiding)
            if v.begrip.zet and not (v.begrip.naam == "gestopt" and self._uitval.onder_dreiging(v)):
                yield from self._gewoon(v, duiding)
        yield from self._diplomas()
        yield from self._zelf_wel()
        yield from self._toch_zelf()
        yield from geen_loonvormend(self._duider)
        yield from self._losse_ernst()
        yield from self._uitval()
        yield from self._geruststelling()

    def _zo_genoemd(self, v: Vermelding) -> bool:
        """ "hoeven we hem niet als vsv'er te melden", "kwam van de havo af": a name for who has left, or where from."""
        kwam = self._verhaal.norm(v.van - 1) in verband("kwam") and self._verhaal.norm(v.van) == "van"
        vsver = v.begrip.naam == "gestopt" and v.begrip.zet.get("startkwalificatie") == "nee" and v.tot - v.van == 1
        genoemd = vsver and self._verhaal.norm(v.van - 1) in verband("naam_van")
        return genoemd or (kwam and v.begrip.naam == "gestopt")

    def _alleen_als(self, v: Vermelding) -> bool:
        """ "ligt op bed als ze niet naar school gaat": of being enrolled a condition says nothing."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        return "inschrijving" in {**v.begrip.zet, **v.begrip.ontkend} and self._verhaal.norm(begin) in verband(
            "voorwaarde"
        )

    def _kinderopvang(self, v: Vermelding) -> bool:
        """ "zodra er opvang is voor haar dochtertje": where a child goes by day, not where the youth lives."""
        if self._verhaal.tussen(v.van, v.tot) != {"opvang"} or {"in", "uit"} & self._verhaal.tussen(v.van - 2, v.van):
            return False
        begin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        begin, _ = self._verhaal.indeling.zinsgrenzen(max(begin - 1, 0))
        return bool(verband("klein_kind") & self._verhaal.tussen(begin, einde))

    def _als_werkplek(self, v: Vermelding) -> bool:
        """ "loopt stage bij de daklozenopvang": where the youth works or what a paper is about, no trouble of his own."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        plek, _ = self._verhaal.laatste("werkt_bij", begin, v.van)
        erbij = frozenset(lijst("zinnen")["lidwoorden"]) | {"afdeling"}
        return v.begrip.soort == "problemen" and plek >= 0 and self._verhaal.tussen(plek, v.van) <= erbij

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
            # "hoe zwaar dat is weet ik niet", "stapt over want te zwaar"
            gevraagd = self._verhaal.norm(plek - 1) in ("hoe", "te")
            van_vak = verband("vakwoord") & self._verhaal.tussen(begin, einde)  # "theorie te zwaar"
            if len(woorden) <= 1 and not gevraagd and not van_vak and not self._duider.houder.van[plek]:
                waarde = self._duider.vorm.eigen_antwoord(plek) or "ja"
                yield Bewering("ernstig", waarde, plek, plek + 1, "genoemd", True, 2)

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

    def _toch_zelf(self) -> Iterator[Bewering]:
        """ "ik dacht dat de schulden van haar moeder waren maar ze heeft ze zelf", "niet van zijn vader maar van hemzelf"."""
        for plek, tot in self._verhaal.signalen.get("zelf_bedoeld", ()):
            zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
            eerder = [v for v in self._verhaal.van_soort("problemen") if zin <= v.van and v.tot <= plek]
            eerder = [v for v in eerder if self._duider(v).oordeel in ("ander-persoon", "ontkend")]
            if tot < self._verhaal.indeling.grenzen(plek)[1] and self._verhaal.norm(tot) != "en":
                continue  # "maar hijzelf heeft nog nooit iets gedaan", "dat heeft ze zelf verteld"
            if eerder and not any(plek <= v.van < tot for v in self._verhaal.van_soort("problemen")):
                yield from self._ook_zelf(eerder[-1], "wel")

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
        elif "uitstroomprofiel" in v.begrip.zet and self._profiel_voorbij(v):
            oordeel = "verleden"
        if oordeel == "genoemd" and "arbeidsvermogen" in v.begrip.zet and self._onhaalbaar(v):
            oordeel = "ontkend"
        if v.begrip.zet.get("startkwalificatie") == "nee" and not v.begrip.naam and self._uitval.onder_dreiging(v):
            yield Bewering("dreigende_uitval", "ja", v.van, v.tot, oordeel, duiding.zeker)
            return
        waarmee = self._verhaal.norm(v.tot) in verband("waarmee")
        if v.begrip.zet.get("problemen") == [] and waarmee and not self._over_hem(v.tot + 1):
            return  # "geen problemen met de politie": only that
        if v.begrip.zet.get("dreigende_uitval") == "ja" and self._uitval.geen_vrees(v):
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
                if veld == "inschrijving" and (self._uitval.omvat(v.van) or self._vertrek.wil_hier_niet(v)):
                    continue  # "het gaat zo niet langer op school"
                yield Bewering(veld, waarde, v.van, v.tot, "genoemd", duiding.zeker)
        elif oordeel == "genoemd" and v.begrip.soort == "problemen" and v.begrip.zet.get("problemen"):
            yield from self._zwaarte(v, duiding)

    def _over_hem(self, nr: int) -> bool:
        """ "persoonlijk gaat het goed met haar"."""
        return self._verhaal.norm(nr) in verband("wederpartij")

    def _nu_profiel(self, v: Vermelding) -> Vermelding | None:
        """ "profiel was arbeid, nu dagbesteding": what the next clause, which has no verb but "is", says that it is now."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(self._verhaal.voor(v.tot - 1)) == "van" and self._verhaal.norm(v.tot) == "naar":
            return next(self._bestemmingen(v.tot, einde), None)  # "profiel omgezet van dagbesteding naar arbeid"
        if einde >= self._verhaal.indeling.zinsgrenzen(v.van)[1]:
            return None
        begin, slot = self._verhaal.indeling.grenzen(einde)
        gezegd = {w for w in self._verhaal.tussen(begin, slot) if is_persoonsvorm(w)}
        if not verband("nu_geworden") & self._verhaal.tussen(begin, slot) or gezegd - verband("is_geworden"):
            return None
        return next(self._bestemmingen(begin, slot), None)

    def _bestemmingen(self, begin: int, einde: int) -> Iterator[Vermelding]:
        """Work or day care that words ``begin`` up to ``einde`` name and do not deny."""
        doelen = (d for d in self._verhaal.van_soort("doel") if begin <= d.van < einde and not self._duider(d).ontkend)
        return (d for d in doelen if d.begrip.kenmerken.get("gaat_naar") in ("arbeid", "dagbesteding"))

    def _profiel_voorbij(self, v: Vermelding) -> bool:
        """ "van het arbeidsprofiel overgezet naar ...", "was eerst dagbesteding maar is opgehoogd naar ...": another came after."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        _, zin = self._verhaal.indeling.zinsgrenzen(v.van)
        later = [
            a for a in self._verhaal.van_soort("feiten") if v.tot <= a.van < zin and "uitstroomprofiel" in a.begrip.zet
        ]
        later = [a for a in later if a.begrip.zet != v.begrip.zet and not self._duider(a).ontkend]
        if any(a.van < einde for a in later):
            return self._verhaal.norm(self._verhaal.voor(v.van)) == "van"
        was = {"was", "eerst"} & self._verhaal.tussen(begin, v.tot)
        return bool(was) and any(verband("nu_geworden") & self._verhaal.tussen(einde, a.tot) for a in later)

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
        """How serious: only when that is said with the problem; how ill a parent is says nothing of it."""
        if v.begrip.heeft("zwaarte_van_ander"):
            return
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

    def _thuis(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """ "zit thuis": not at school; the weakest of claims, anything more precise goes before it."""
        waarde = "ingeschreven" if self._ziek(v) else "thuiszitter"
        kracht = 2 if self._aanbod_tekort(v) else 0
        yield Bewering("inschrijving", waarde, v.van, v.tot, duiding.oordeel, duiding.zeker, kracht)

    def _al_thuis(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """ "al anderhalf jaar thuis": said of being out of school only where a school falls short."""
        if self._aanbod_tekort(v):
            yield Bewering("inschrijving", "thuiszitter", v.van, v.tot, duiding.oordeel, duiding.zeker, 2)

    def _ziek(self, v: Vermelding) -> bool:
        return bool(verband("ziek") & self._verhaal.tussen(*self._verhaal.indeling.zinsgrenzen(v.van)))

    def _aanbod_tekort(self, v: Vermelding) -> bool:
        """ "school kan geen begeleiding regelen, hij zit al een kwartaal thuis"."""
        return not self._ziek(v) and any(
            f.begrip.naam == "aanbod-schiet-tekort" and self._duider(f).oordeel == "genoemd"
            for f in self._verhaal.van_soort("feiten")
        )
