"""How a mention is meant: denied, past, uncertain, about someone else."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.lezing import Oordeel
from assistant.advice.reading.ontkenning import ontkende
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.wie import ZELF, Houder
from assistant.advice.reading.woordenschat import lijst, verband

#: The most words of a question that the speaker answers himself.
_KORTE_VRAAG = 8
#: A clause that takes a problem back does so in this many words.
_TERUGNAME = 9
#: What stands within so many words of the start of a clause, its sign included, sets its time.
_VOORAAN = 4
#: A clause of so few words, its sign included, only leads to the next one.
_AANLOOP = 3
#: "Dat lijkt ons haalbaar" supports a wish.
_LIJKT = ("lijkt", "lijken")


@dataclass(frozen=True, slots=True)
class Duiding:
    """How one mention is meant."""

    ontkend: bool = False
    ander: str = ZELF
    verleden: bool = False
    zeker: bool = True

    @property
    def oordeel(self) -> Oordeel:
        """The one word that goes with the evidence."""
        if self.ander:
            return "ander-persoon"
        if self.verleden:
            return "verleden"
        return "ontkend" if self.ontkend else "genoemd"


class Duider:
    """Judges every mention of one text."""

    def __init__(self, verhaal: Verhaal) -> None:
        self.verhaal = verhaal
        self.houder = Houder(verhaal)
        self._ontkend = ontkende(verhaal)
        self._geduid: dict[Vermelding, Duiding] = {}

    def __call__(self, vermelding: Vermelding) -> Duiding:
        """All qualifiers of one mention; worked out once."""
        if vermelding not in self._geduid:
            self._geduid[vermelding] = self._duid(vermelding)
        return self._geduid[vermelding]

    def _duid(self, vermelding: Vermelding) -> Duiding:
        van, tot = vermelding.van, vermelding.tot
        antwoord = self.eigen_antwoord(van)
        vaag = self.houder.vaag[van] and vermelding.begrip.soort == "problemen"
        ontkend = vermelding in self._ontkend and (bool(antwoord) or not self.open_vraag(van))
        return Duiding(
            ontkend=ontkend != (antwoord == "nee") or self._toch_niet(vermelding),
            ander=self.wie(vermelding),
            verleden=self.is_verleden(van, tot) or self._is_over(vermelding),
            zeker=bool(antwoord) or self.is_zeker(van, tot) and not vaag and not self._daarna_twijfel(vermelding),
        )

    def oordeel(self, van: int, tot: int) -> Oordeel:
        """How words that are no mention are meant, denial apart."""
        return Duiding(ander=self.houder.van[van], verleden=self.is_verleden(van, tot)).oordeel

    def wie(self, vermelding: Vermelding) -> str:
        """About whom the mention is; trouble at home stays with the youth whoever is the subject."""
        if vermelding.begrip.heeft("gezin") or vermelding.begrip.heeft("eigen_ouder"):
            return ZELF
        if vermelding.begrip.heeft("gekregen") and verband("wederpartij") & self._rond(vermelding):
            return ZELF  # "zijn oom biedt hem een contract"
        if "huisvesting" in vermelding.begrip.zet.get("problemen", ()) and self._heel_gezin(vermelding.van):
            return ZELF
        return self.houder.van[vermelding.van]

    def onderwerp(self, nr: int) -> str:
        """Who the clause of word ``nr`` is about: "kan bij zijn oom beginnen" is about the youth."""
        begin, einde = self.verhaal.indeling.grenzen(nr)
        gezegde = (n for n in range(begin, einde) if is_persoonsvorm(self.verhaal.norm(n)))
        return self.houder.van[next(gezegde, begin)]

    def _rond(self, v: Vermelding) -> set[str]:
        """The words of a mention and those between it and the start of its clause."""
        begin, _ = self.verhaal.indeling.grenzen(v.van)
        return self.verhaal.tussen(begin, v.tot)

    def _heel_gezin(self, nr: int) -> bool:
        """ "moeder en kinderen zitten in de opvang": where the family lives, the youth lives."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        zin = self.verhaal.tussen(begin, einde)
        return "gezin" in zin or bool(verband("gezinsleden") & zin and verband("allen") & zin)

    def is_verleden(self, van: int, tot: int) -> bool:
        """Past tense or "vroeger" in the clause, unless the clause says that it still holds."""
        if self.verhaal.norm(van - 1) == "met" and self.verhaal.norm(van - 2) in verband("opgehouden"):
            return True
        begin, einde = self.verhaal.indeling.grenzen(van)
        if self._daarna_voorbij(einde, tot) or self._geloofde(begin):
            return True
        voorbij = [
            p for p in self.verhaal.sein("verleden", begin, einde)
            if not van <= p < tot and not self._liever(p) and not self._eerst_nog(p, einde)
        ]  # fmt: skip
        nu = self.verhaal.sein("nu", begin, einde)
        voorbij = voorbij or self._nog_toen(begin, einde)
        if len(voorbij) > 1 or verband("toen") & {self.verhaal.norm(p) for p in voorbij}:
            nu = [p for p in nu if self.verhaal.norm(p) != "nog" or self.verhaal.norm(p + 1) == "steeds"]
        return bool(voorbij) and not nu and not self._werkt_na(voorbij, einde)

    def _werkt_na(self, voorbij: list[int], einde: int) -> bool:
        """ "psychose gehad, nu thuis met medicatie": it happened, and is not over."""
        if {self.verhaal.norm(p) for p in voorbij} != {"gehad"} or einde >= len(self.verhaal.woorden):
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        return "nu" in self.verhaal.tussen(begin, begin + 3) and bool(
            verband("naweeen") & self.verhaal.tussen(begin, slot)
        )

    def _is_over(self, v: Vermelding) -> bool:
        """ "gestopt vanwege een burn-out. Die is gelukkig voorbij": the next sentence takes the problem up and closes it."""
        _, einde = self.verhaal.indeling.zinsgrenzen(v.van)
        if v.begrip.soort == "problemen" and self.verhaal.sein("afgesloten", *self.verhaal.indeling.grenzen(v.van)):
            return True  # "de behandeling is afgesloten"
        if v.begrip.soort != "problemen" or self.verhaal.norm(einde + 1) not in verband("dat_daar"):
            return False
        later = any(v.tot <= a.van < einde for a in self.verhaal.van_soort("problemen"))
        begin, slot = self.verhaal.indeling.grenzen(einde)
        return not later and any(self.verhaal.sein(naam, begin, slot) for naam in ("voorbij", "voorbij_ook"))

    def _geloofde(self, begin: int) -> bool:
        """ "ik dacht: die valt uit": believed once."""
        if not begin or self.verhaal.norm(begin) not in (":", "dat"):
            return False
        return bool(self.verhaal.sein("geloofde", *self.verhaal.indeling.grenzen(begin - 1)))

    def _nog_toen(self, begin: int, einde: int) -> list[int]:
        """ "vorig jaar ging het mis, bijna gestopt": a clause without a verb stays in the time of the one before it."""
        zin, _ = self.verhaal.indeling.zinsgrenzen(begin)
        if begin == zin or any(is_persoonsvorm(self.verhaal.norm(n)) for n in range(begin, einde)):
            return []
        vorig, tot = self.verhaal.indeling.grenzen(begin - 1)
        if self.verhaal.sein("nu", vorig, tot):  # "sinds vorig jaar uitgeschreven, geen werk"
            return []
        vooraan = self.verhaal.sein("verleden", vorig, min(vorig + _VOORAAN, tot))  # not "gestopt toen ze ziek werd"
        return [p for p in vooraan if self.verhaal.norm(p) in verband("toen")]

    def _liever(self, plek: int) -> bool:
        """ "denkt eerder aan werk": rather, not before."""
        return self.verhaal.norm(plek) == "eerder" and self.verhaal.norm(plek + 1) in verband("eerder_dan")

    def _eerst_nog(self, plek: int, einde: int) -> bool:
        """ "eerst het diploma halen": with an infinitive and no finite verb it is still to come."""
        if self.verhaal.norm(plek) != "eerst":
            return False
        rest = [self.verhaal.norm(n) for n in range(plek + 1, einde) if self.verhaal.woorden[n].soort == "woord"]
        return bool(rest) and rest[-1] in werkwoorden() and not any(map(is_persoonsvorm, rest[:-1]))

    def _daarna_twijfel(self, v: Vermelding) -> bool:
        """ "problemen thuis, maar weten het niet zeker": the next clause doubts a problem."""
        _, einde = self.verhaal.indeling.grenzen(v.van)
        _, zinseinde = self.verhaal.indeling.zinsgrenzen(v.van)
        if v.begrip.soort != "problemen" or einde >= zinseinde:
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        eigen = any(begin <= a.van < slot for a in self.verhaal.vermeldingen)
        return not eigen and bool(self.verhaal.sein("onzeker", begin, slot))

    def _toch_niet(self, v: Vermelding) -> bool:
        """ "moeder denkt aan een depressie, maar de huisarts zegt van niet": the next clause denies a problem."""
        _, einde = self.verhaal.indeling.grenzen(v.van)
        _, zinseinde = self.verhaal.indeling.zinsgrenzen(v.van)
        if v.begrip.soort != "problemen" or einde >= zinseinde:
            return False
        slot = min(einde + _TERUGNAME, zinseinde)
        eigen = any(einde <= a.van < slot for a in self.verhaal.vermeldingen if a.begrip.soort == "problemen")
        return not eigen and bool(self.verhaal.sein("toch_niet", einde, slot))

    def _daarna_voorbij(self, einde: int, tot: int) -> bool:
        """ "burn-out, inmiddels hersteld", "schulden, maar dat is opgelost": the next clause closes it."""
        if einde >= len(self.verhaal.woorden) or any(v.van >= tot and v.van < einde for v in self.verhaal.vermeldingen):
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        if slot - begin <= _AANLOOP and slot < len(self.verhaal.woorden):  # "maar goed, dat was vorig jaar"
            _, slot = self.verhaal.indeling.grenzen(slot)
        eigen = any(begin <= v.van < slot for v in self.verhaal.vermeldingen)
        return not eigen and bool(
            self.verhaal.sein("voorbij", begin, slot) or self.verhaal.sein("voorbij_ook", begin, slot)
        )

    def is_zeker(self, van: int, tot: int) -> bool:
        """No doubt in the clause, nor a doubt before it that this clause spells out."""
        begin, einde = self.verhaal.indeling.grenzen(van)
        twijfel = (p for p in self.verhaal.sein("onzeker", begin, einde) if not self._onmogelijk(begin, p))
        if any((p < van and not self.verhaal.sein("reden", p, van)) or self._erachter(p, tot) for p in twijfel):
            return False
        if self.open_vraag(van) or self._meningen_botsen(van):
            return False
        if self.verhaal.norm(begin) in (",", ":") and self.verhaal.norm(begin - 1) in verband("twijfelwerkwoord"):
            return False
        if self.verhaal.norm(begin) in ("of", "dat") and begin > 0:
            vorig, tot_hier = self.verhaal.indeling.grenzen(begin - 1)
            return not self.verhaal.sein("onzeker", vorig, tot_hier + 1)
        return not self._vraagt(van, tot)

    def open_vraag(self, nr: int) -> bool:
        """ "of hij dreigt uit te vallen weten we niet", "geen idee of hij wil leren of werken": said to be unknown."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        if self.verhaal.sein("keuze", begin, nr) or self.keuzevraag(nr):
            return True
        open_ = [p for naam in ("onbekend", "onzeker") for p in self.verhaal.sein(naam, begin, einde)]
        tegen = [n for n in range(begin, einde) if self.verhaal.norm(n) in verband("wending")]
        for of in (n for n in range(begin, nr) if self.verhaal.norm(n) in verband("vraagzin")):
            grens = next((n for n in tegen if n > of), einde)
            vooraan = not any(w.soort in ("woord", "getal") for w in self.verhaal.woorden[begin:of]) or of - 1 in tegen
            if of < nr < grens and any(
                (vooraan and of < p < grens) or (self.verhaal.norm(of) == "of" and p < of <= p + 4) for p in open_
            ):
                return True
        return False

    def keuzevraag(self, nr: int) -> bool:
        """ "wat wordt het, werk of niveau 2?", "werk of niveau 2, dat weet niemand": two ways that are left open."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        wegen = [v for v in self.verhaal.van_soort("doel", "school") if begin <= v.van < einde]
        paren = [(a, b) for a, b in pairwise(wegen) if "of" in self.verhaal.tussen(a.tot, b.van)]
        keus = [b.tot for a, b in paren if nr in (a.van, b.van)]
        if not keus:
            of = "of" in self.verhaal.tussen(nr - 2, nr)  # "doorgaan of werken, dat weet niemand"
            return of and bool(self.verhaal.sein("onbekend", nr, einde))
        onbekend = any(self.verhaal.sein(naam, keus[0], einde) for naam in ("onbekend", "nog_open", "niets_besloten"))
        return onbekend or (self.verhaal.norm(einde) == "?" and not self._beschrijft(nr))

    def _meningen_botsen(self, nr: int) -> bool:
        """ "de een zegt dat zij ingeschreven staat, de ander niet": two voices against each other settle nothing."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        woorden = self.verhaal.tussen(begin, einde)
        tegen = {"een", "ander"} <= woorden and bool(self.verhaal.sein("de_ander", begin, einde))
        return tegen and bool(self.verhaal.sein("mening", begin, einde))

    def _onmogelijk(self, begin: int, plek: int) -> bool:
        """ "geen diploma mogelijk", "zo snel mogelijk" and "zou zijn diploma graag halen" are no doubt."""
        if (self.verhaal.norm(plek), self.verhaal.norm(plek + 1)) == ("volgens", "mij"):
            return bool(self.verhaal.sein("gemeend", *self.verhaal.indeling.grenzen(plek)))
        if self.verhaal.norm(plek) == "zou" and self.verhaal.norm(plek + 1) == "zijn":
            return plek + 2 < len(self.verhaal.woorden) and self.verhaal.woorden[plek + 2].soort == "woord"
        if self.verhaal.norm(plek) != "mogelijk":
            return False
        zo = "zo" in self.verhaal.tussen(max(begin, plek - 3), plek)
        return zo or bool(self.verhaal.sein("ontkenning", begin, plek))

    def _erachter(self, plek: int, tot: int) -> bool:
        """ "17 misschien"; a verb ("17, twijfelt over ...") says something about what comes after it."""
        return plek - tot in (0, 1) and self.verhaal.norm(plek) not in verband("twijfelwerkwoord")

    def _vraagt(self, van: int, tot: int) -> bool:
        """A sentence that ends in a question mark asks; one without a verb, or that is corrected next, its last word."""
        begin, _ = self.verhaal.indeling.grenzen(van)
        _, einde = self.verhaal.indeling.zinsgrenzen(van)
        laatste_deel = self.verhaal.indeling.deel[van] == self.verhaal.indeling.deel[einde - 1]
        if self.verhaal.norm(einde) != "?" or not laatste_deel or self._beschrijft(van):
            return False
        los = not any(is_persoonsvorm(self.verhaal.norm(n)) for n in range(begin, einde))
        return tot >= einde or not (los or self.verhaal.sein("correctie", einde, einde + 2))

    def _beschrijft(self, nr: int) -> bool:
        """A question that brings its own description: "welke route past bij een jongen van 17 die ..."."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        zin = [self.verhaal.norm(n) for n in range(begin, einde)]
        een = [n for n, woord in enumerate(zin) if woord == "een"]  # "een pro leerling" as well
        return any(verband("beschrevene") & set(zin[n + 1 : n + 4]) for n in een) or any(
            a in verband("beschrevene") and b == "van" for a, b in pairwise(zin)
        )

    def wens_van_ander(self, nr: int) -> bool:
        """A wish or advice of parents or school ("zijn moeder wil dat hij ...") is not the youth's."""
        begin, einde = self.verhaal.indeling.grenzen(nr)
        if begin and self.verhaal.norm(begin) == "dat":
            vorig, tot = self.verhaal.indeling.grenzen(begin - 1)
            moet = verband("aangeraden") & self.verhaal.tussen(begin, einde)  # "roept dat hij maar moet gaan werken"
            return self._ander_wil(vorig, tot) or (bool(moet) and self._ander_wil(vorig, tot, "mening"))
        return self._ander_wil(begin, nr)

    def _ander_wil(self, begin: int, einde: int, hoe: str = "andere_wens") -> bool:
        wensen = self.verhaal.sein(hoe, begin, einde)
        if not wensen:
            return False
        mening = [
            m
            for m in self.verhaal.sein("school_mening", begin, wensen[0])
            if wensen[0] - m <= 2
            and not self._wij_denken(m, wensen[0])
            and self.verhaal.norm(m - 1) not in lijst("personen")["voorzetsels"]
        ]
        return bool(mening) or bool(self.houder.van[wensen[0]])

    def _wij_denken(self, mening: int, wens: int) -> bool:
        """ "wij denken aan dagbesteding": the professional names the outlook, no wish of his own."""
        return self.verhaal.norm(mening) in ("wij", "we") and self.verhaal.norm(wens) == "denken"

    def onhaalbaar(self, van: int, einde: int) -> bool:
        """Out of reach, said in the words from ``van`` to the end of the clause ``einde``."""
        for plek in self.verhaal.sein("onhaalbaar", van, einde):
            if self.verhaal.norm(plek - 1) == "meer":
                continue  # "dagbesteding, meer zit er niet in"
            eigen = (n for n in range(van, plek) if self.verhaal.norm(n) in verband("eigen_onderwerp"))
            if all(self.verhaal.norm(n - 1) in lijst("personen")["voorzetsels"] for n in eigen):
                return True  # "overstappen of van school gaan is niet aan de orde"
        laatste, _ = self.verhaal.laatste("gaat_niet", van, einde)
        return laatste == einde

    def herroeping(self, v: Vermelding) -> Literal["", "onhaalbaar", "twijfel"]:
        """ "wil werken, maar dat is niet haalbaar", "wil naar niveau 2 maar of dat kan weten we niet"."""
        doelen = list(self.verhaal.van_soort("doel", "school", "feiten"))
        _, einde = self.verhaal.indeling.grenzen(v.van)
        _, zinseinde = self.verhaal.indeling.zinsgrenzen(v.van)
        tegen = False
        for _ in range(6):
            if einde >= len(self.verhaal.woorden):
                return ""
            begin, einde = self.verhaal.indeling.grenzen(einde)
            if self.houder.van[einde - 1]:  # "..., alleen moeder wil weten wat er mogelijk is"
                return ""
            eigen = verband("eigen_onderwerp") & self.verhaal.tussen(begin, min(einde, begin + 4))
            if verband("reden_waarom") & self.verhaal.tussen(begin, begin + 2):  # "naar mbo 2, omdat 3 te hoog is"
                return ""
            if self.verhaal.norm(begin - 1) in verband("vraagwoorden"):  # "de vraag is waar | kan hij terecht"
                return ""
            zelfstandig = bool(eigen) and not self.verhaal.sein("onzeker", begin, einde)
            if zelfstandig or any(begin <= a.van < einde for a in doelen):
                return ""
            if begin >= zinseinde and not verband("neemt_op") & self.verhaal.tussen(begin, min(einde, begin + 3)):
                return ""
            twijfel = [p for p in self.verhaal.sein("onzeker", begin, einde) if self.verhaal.norm(p) not in _LIJKT]
            tegen = tegen or bool(twijfel or self._ontkent(begin, einde))
            if self.onhaalbaar(begin, einde) and not self.verhaal.sein("onzeker", begin, einde):
                return "onhaalbaar"
            if self.verhaal.sein("nog_open", begin, einde) or (tegen and self.verhaal.sein("kan", begin, einde)):
                return "twijfel"
        return ""

    def _ontkent(self, begin: int, einde: int) -> bool:
        """A denial in these words that is one: "het maakt hem niet uit" is none."""
        geen = {n for a, b in self.verhaal.signalen.get("geen_ontkenning", ()) for n in range(a, b)}
        return any(p not in geen for p in self.verhaal.sein("ontkenning", begin, einde))

    def eigen_antwoord(self, nr: int) -> str:
        """ "diploma? nee", "dreigt hij uit te vallen? ja": the speaker answers a short question of his own."""
        if waarde := self.kop_waarde(nr):
            return next((stand for stand in ("ja", "nee") if waarde in verband(f"antwoord_{stand}")), "")
        begin, einde = self.verhaal.indeling.grenzen(nr)
        if self.verhaal.norm(einde) != "?" and self._rijtje(nr):
            begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        if self.verhaal.norm(einde) != "?" or einde - begin > _KORTE_VRAAG:
            return ""
        if self.verhaal.norm(einde + 2) in ("keer", "maal"):  # "drie keer nee"
            return next((s for s in ("ja", "nee") if self.verhaal.norm(einde + 3) in verband(f"antwoord_{s}")), "")
        antwoord, volgt = self.verhaal.norm(einde + 1), self.verhaal.norm(einde + 2)
        if volgt and volgt.isalnum() and volgt not in verband("antwoord_vervolg"):
            return ""  # "vso Oosterwolde? nee woont in Norg": a correction of something else
        return next((stand for stand in ("ja", "nee") if antwoord in verband(f"antwoord_{stand}")), "")

    def kop_waarde(self, nr: int) -> str | None:
        """ "Politie/justitie: nee", "Verslaving: -": the one word behind the name of a line, empty when it was left out."""
        zin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        punt = next((n for n in range(nr, einde) if self.verhaal.norm(n) == ":"), None)
        if punt is None or punt - zin > _KORTE_VRAAG or not self._naam(range(zin, punt)):
            return None
        slot = next((n for n in range(punt + 1, einde) if self.verhaal.norm(n) in (",", "|", ":")), einde)
        waarde = [w.norm for w in self.verhaal.woorden[punt + 1 : slot] if w.soort != "teken"]
        return None if len(waarde) > 1 else "".join(waarde)

    def _naam(self, nrs: range) -> bool:
        return not any(is_persoonsvorm(self.verhaal.norm(n)) for n in nrs)

    def _rijtje(self, nr: int) -> bool:
        """ "zorgen thuis, geld, gezondheid? nee": a list that is asked as a whole."""
        return self._naam(range(*self.verhaal.indeling.zinsgrenzen(nr)))

    def vroeg_naar_plan(self, nr: int) -> bool:
        """ "wat wil hij? werken", "en daarna? entree": the sentence answers a question about what comes next."""
        zin, _ = self.verhaal.indeling.zinsgrenzen(nr)
        if self.verhaal.norm(zin) not in ("?", ".", "…", ",") or not zin:
            return False
        while zin > 1 and self.verhaal.woorden[zin - 1].soort == "teken":
            zin -= 1  # "wat wil hij... werken"
        begin, einde = self.verhaal.indeling.zinsgrenzen(zin - 1)
        straks = verband("plan_gevraagd") & self.verhaal.tussen(begin, einde)
        vraagt = self.verhaal.norm(zin) == "?" or "wat" in self.verhaal.tussen(
            begin, einde
        )  # "tja wat wil hij... werken"
        return einde - begin <= _KORTE_VRAAG and bool(straks) and vraagt

    def is_vraag(self, nr: int) -> bool:
        """Whether word ``nr`` stands in a question to the assistant ("welke route past hier?")."""
        if self.eigen_antwoord(nr):
            return False
        begin, einde = self.verhaal.indeling.grenzen(nr)
        while begin < einde and self.verhaal.woorden[begin].soort in ("teken", "regel"):
            begin += 1
        if self.verhaal.norm(begin) in lijst("zinnen")["voorzetsels"] and self.verhaal.norm(begin + 1) in (
            "wie",
            "welke",
        ):
            begin += 1  # "bij wie kan ze terecht"
        eerste, tweede = self.verhaal.norm(begin), self.verhaal.norm(begin + 1)
        zin, zinseinde = self.verhaal.indeling.zinsgrenzen(nr)
        start = {self.verhaal.norm(n) for n in range(zin, zin + 3)}
        if ("als" in start and ("wat" in start or self.verhaal.norm(zinseinde) == "?")) or "stel" in start:
            return True
        if self._beschrijft(nr):
            return False
        voor = self.verhaal.woorden[zin:begin]
        aan_begin = not any(w.soort == "woord" and w.norm not in lijst("zinnen")["voorzetsels"] for w in voor)
        if eerste in verband("vraagwoorden") and (aan_begin or self.verhaal.norm(zinseinde) == "?"):
            return True
        eindigt = self.verhaal.norm(zinseinde) == "?"
        return (eerste == "wat" and tweede in lijst("zinnen")["werkwoorden"]) or (
            eindigt and eerste in lijst("signalen")["vraag"] and tweede in verband("vraag_over")
        )
