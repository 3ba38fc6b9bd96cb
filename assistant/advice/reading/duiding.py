"""How a mention is meant: denied, past, uncertain, about someone else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.herroepen import IEMAND_ANDERS, herroepen
from assistant.advice.reading.lezing import Oordeel
from assistant.advice.reading.ontkenning import ontkende
from assistant.advice.reading.personen import is_ander
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.tijd import Tijd
from assistant.advice.reading.twijfel import Twijfel, vraag_erna
from assistant.advice.reading.vraagvorm import Vraagvorm
from assistant.advice.reading.wie import ZELF, Houder
from assistant.advice.reading.woordenschat import lijst, verband

#: A clause that takes a problem back does so in this many words.
_TERUGNAME = 9
#: How far behind a diploma it may be said whose it is: "het havodiploma in de map is van haar zus".
_EIGENAAR = 6
#: "... en afgewezen": a clause of so many words has the subject of the one before it.
_KORT_VERVOLG = 4
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
        for nr in herroepen(verhaal):
            self.houder.van[nr] = IEMAND_ANDERS
        self.vorm = Vraagvorm(verhaal)
        self.twijfel = Twijfel(verhaal, self.vorm)
        self.tijd = Tijd(verhaal)
        self._ontkend = ontkende(verhaal)
        self._geduid: dict[Vermelding, Duiding] = {}

    def __call__(self, vermelding: Vermelding) -> Duiding:
        """All qualifiers of one mention; worked out once."""
        if vermelding not in self._geduid:
            self._geduid[vermelding] = self._duid(vermelding)
        return self._geduid[vermelding]

    def _duid(self, vermelding: Vermelding) -> Duiding:
        van, tot = vermelding.van, vermelding.tot
        antwoord = self.vorm.eigen_antwoord(van)
        vaag = self.houder.vaag[van] and vermelding.begrip.soort == "problemen"
        vaag = vaag or (vermelding.begrip.soort in ("problemen", "feiten") and self.twijfel.vraagt_ernaar(van))
        ontkend = vermelding in self._ontkend and (bool(antwoord) or not self.twijfel.open_vraag(van))
        return Duiding(
            ontkend=ontkend != (antwoord == "nee") or self._toch_niet(vermelding),
            ander=self.wie(vermelding),
            verleden=self.tijd.is_verleden(van, tot) or self.tijd.is_over(vermelding),
            zeker=bool(antwoord)
            or self.twijfel.is_zeker(van, tot)
            and not vaag
            and not self.twijfel.daarna_twijfel(vermelding),
        )

    def oordeel(self, van: int, tot: int) -> Oordeel:
        """How words that are no mention are meant, denial apart."""
        return Duiding(ander=self.houder.van[van], verleden=self.tijd.is_verleden(van, tot)).oordeel

    def wie(self, vermelding: Vermelding) -> str:
        """About whom the mention is; trouble at home stays with the youth whoever is the subject."""
        if vermelding.begrip.heeft("eigen_ouder"):
            return ZELF
        if vermelding.begrip.heeft("gezin"):
            return self._ander_thuis(vermelding)
        if vermelding.begrip.heeft("gekregen") and verband("wederpartij") & self._rond(vermelding):
            return ZELF  # "zijn oom biedt hem een contract"
        if "huisvesting" in vermelding.begrip.zet.get("problemen", ()) and self._heel_gezin(vermelding.van):
            return ZELF
        return self.van_wie(vermelding) or self.houder.van[vermelding.van]

    def _ander_thuis(self, v: Vermelding) -> str:
        """ "een vriendin van haar heeft het thuis moeilijk": the home of who is no kin is another home."""
        wie = self.houder.van[v.van]
        thuis = verband("thuis") & self.verhaal.tussen(v.van, v.tot)
        return wie if thuis and wie in verband("vriendenkring") else ZELF

    def van_wie(self, v: Vermelding) -> str:
        """ "dat havodiploma is van haar vriendin": whose it is, said behind it."""
        norm = self.verhaal.norm
        nr = next(
            (n for n in range(v.tot, v.tot + _EIGENAAR) if norm(n) == "van" and norm(n - 1) in ("is", "was", "zijn")), 0
        )
        wie = next((norm(n) for n in range(nr + 1, nr + 4) if is_ander(norm(n))), ZELF) if nr else ZELF
        return wie if nr and self.verhaal.indeling.deel[nr] == self.verhaal.indeling.deel[v.van] else ZELF

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

    def _toch_niet(self, v: Vermelding) -> bool:
        """ "moeder denkt aan een depressie, maar de huisarts zegt van niet": the next clause denies a problem."""
        _, einde = self.verhaal.indeling.grenzen(v.van)
        _, zinseinde = self.verhaal.indeling.zinsgrenzen(v.van)
        if v.begrip.soort != "problemen" or einde >= zinseinde:
            return False
        slot = min(einde + _TERUGNAME, zinseinde)
        eigen = any(einde <= a.van < slot for a in self.verhaal.vermeldingen if a.begrip.soort == "problemen")
        return not eigen and bool(self.verhaal.sein("toch_niet", einde, slot))

    def wens_van_ander(self, nr: int) -> bool:
        """A wish or advice of parents or school ("zijn moeder wil dat hij ...") is not the youth's."""
        begin, einde = self.verhaal.indeling.grenzen(nr)
        if (bijzin := self.bijzin(begin)) is not None:
            begin = bijzin
            vorig, tot = self.verhaal.indeling.grenzen(begin - 1)
            if self._zonder_werkwoord(vorig, tot):
                return True
            moet = verband("aangeraden") & self.verhaal.tussen(begin, einde)  # "roept dat hij maar moet gaan werken"
            return self._ander_wil(vorig, tot) or (bool(moet) and self._ander_wil(vorig, tot, "mening"))
        return self._ander_wil(begin, nr)

    def bijzin(self, begin: int) -> int | None:
        """Where the clause with "dat" starts that a clause is, or goes on with: "dat hij leert | en een diploma haalt"."""
        verder = self.verhaal.norm(begin + 1)
        eigen = is_persoonsvorm(verder) or verder in lijst("zinnen")["voornaamwoorden"]
        if begin and self.verhaal.norm(begin) == "en" and not eigen:
            begin, _ = self.verhaal.indeling.grenzen(begin - 1)
        return begin if begin and self.verhaal.norm(begin) == "dat" else None

    def _zonder_werkwoord(self, begin: int, einde: int) -> bool:
        """ "moeder wil dat hij leert, vader | dat hij werkt": the second wish leaves out the verb of the first."""
        zin, _ = self.verhaal.indeling.zinsgrenzen(begin)
        bij = frozenset(lijst("zinnen")["lidwoorden"]) | verband("tegenwerping")
        wie = [w.norm for w in self.verhaal.woorden[begin:einde] if w.soort == "woord" and w.norm not in bij]
        anders = len(wie) == 1 and (is_ander(wie[0]) or wie[0] in lijst("signalen")["school_mening"])
        return anders and bool(self.verhaal.sein("andere_wens", zin, begin))

    def wou_eerst(self, nr: int) -> bool:
        """ "wilde eerst naar het hbo maar zit nu thuis": a wish that was, and what became of it."""
        begin, einde = self.verhaal.indeling.grenzen(nr)
        voor = self.verhaal.tussen(begin, nr)
        verder = self.verhaal.tussen(einde, self.verhaal.indeling.zinsgrenzen(nr)[1])
        toen = verband("wou") & voor and verband("eerst") & voor
        tegenover = "maar" in verder or "nu" in self.verhaal.tussen(einde, einde + 2)  # "eerst dacht ze aan ..., nu"
        if toen and "uiteindelijk" in self.verhaal.tussen(einde, einde + 3):
            return True
        return bool(toen) and tegenover and bool(verband("nu_anders") & verder)

    def _ander_wil(self, begin: int, einde: int, hoe: str = "andere_wens") -> bool:
        wensen = self.verhaal.sein(hoe, begin, einde)
        if not wensen:
            return False
        mening = [
            m
            for m in self.verhaal.sein("school_mening", begin, wensen[0])
            if wensen[0] - m <= 2
            and not self._wij_denken(m, wensen[0])
            and self.verhaal.norm(m - 1) not in verband("vertrekpunt").union(lijst("personen")["voorzetsels"])
        ]
        return bool(mening) or bool(self.houder.van[wensen[0]])

    def _wij_denken(self, mening: int, wens: int) -> bool:
        """ "wij denken aan dagbesteding": the professional names the outlook, no wish of his own."""
        return self.verhaal.norm(mening) in ("wij", "we") and self.verhaal.norm(wens) in ("denken", "dachten")

    def onhaalbaar(self, van: int, einde: int) -> bool:
        """Out of reach, said in the words from ``van`` to the end of the clause ``einde``."""
        for plek in self.verhaal.sein("onhaalbaar", van, einde):
            if self.verhaal.norm(plek - 1) in verband("meer_dan_dat"):
                continue  # "dagbesteding, meer zit er niet in"
            eigen = (n for n in range(van, plek) if self.verhaal.norm(n) in verband("eigen_onderwerp"))
            if all(self.verhaal.norm(n - 1) in (*lijst("personen")["voorzetsels"], "of") for n in eigen):
                return True  # "overstappen of van school gaan is niet aan de orde"
        laatste, lengte = self.verhaal.laatste("gaat_niet", van, einde)
        return laatste == einde and self.verhaal.norm(laatste - lengte - 1) not in verband("meer_dan_dat")

    def geweigerd(self, v: Vermelding) -> bool:
        """ "overstap naar mbo is besproken en afgewezen": refused behind it, in its clause or in what goes on from it."""
        _, einde = self.verhaal.indeling.grenzen(v.van)
        if self.verhaal.norm(einde) in ("en", "maar"):
            begin, verder = self.verhaal.indeling.grenzen(einde)
            einde = verder if verder - begin <= _KORT_VERVOLG else einde
        return bool(self.verhaal.sein("afgewezen", v.tot, einde))

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
            if self.verhaal.norm(begin) == "want" and self._stapt_over(v):
                return ""
            if (self.verhaal.norm(begin), self.verhaal.norm(begin + 1)) == ("want", "alleen"):
                return ""  # "werkt met een jobcoach, want alleen lukt dat niet": on his own
            if self._niet_stoppen(begin, einde):
                return ""
            if self.verhaal.norm(begin - 1) in verband("vraagwoorden"):  # "de vraag is waar | kan hij terecht"
                return ""
            zelfstandig = bool(eigen) and not self.verhaal.sein("onzeker", begin, einde)
            geen = any(begin <= a.van < einde for a in self.verhaal.van_soort("werk") if a.begrip.naam == "geen-werk")
            if zelfstandig or geen or any(begin <= a.van < einde for a in doelen):
                return ""  # "dagbesteding, geen werk, dat kan hij niet"
            if begin >= zinseinde and not verband("neemt_op") & self.verhaal.tussen(begin, min(einde, begin + 3)):
                return ""
            twijfel = [p for p in self.verhaal.sein("onzeker", begin, einde) if self.verhaal.norm(p) not in _LIJKT]
            twijfel = [p for p in twijfel if not self.twijfel.geen_twijfel(begin, p)]
            if verband("meer_dan_dat") & self.verhaal.tussen(begin, begin + 3):
                return ""  # "dagbesteding, want meer kan ze niet aan"
            tegen = tegen or bool(twijfel or self._ontkent(begin, einde))
            if self.onhaalbaar(begin, einde) and not self.verhaal.sein("onzeker", begin, einde):
                return "onhaalbaar"
            if self._nog_open(begin, einde) or (tegen and self.verhaal.sein("kan", begin, einde)):
                return "twijfel"
        return ""

    def _stapt_over(self, v: Vermelding) -> bool:
        """ "stapt over naar mbo 2 want te zwaar": the reason is about what is left, not about where one goes."""
        begin, _ = self.verhaal.indeling.grenzen(v.van)
        wil = verband("willen") & self.verhaal.tussen(begin, v.van)
        return bool(verband("stapt_over") & self.verhaal.tussen(begin, v.van)) and not wil

    def _nog_open(self, begin: int, einde: int) -> bool:
        """ "naar het mbo, | of dat doorgaat staat nog niet vast"; of "het niveau moet nog blijken" only the level is open."""
        plekken = self.verhaal.sein("nog_open", begin, einde)
        return any(not verband("nader_te_bepalen") & self.verhaal.tussen(begin, p) for p in plekken)

    def _ontkent(self, begin: int, einde: int) -> bool:
        """A denial in these words that is one: "het maakt hem niet uit" is none."""
        geen = {n for a, b in self.verhaal.signalen.get("geen_ontkenning", ()) for n in range(a, b)}
        return any(
            p not in geen and self.verhaal.norm(p) != "zonder" and not vraag_erna(self.verhaal, p)
            for p in self.verhaal.sein("ontkenning", begin, einde)
        )  # "en daar kan het zonder vog", "kan nog niet zeggen waar"

    def _niet_stoppen(self, begin: int, einde: int) -> bool:
        """ "wil haar diploma halen, opgeven wil ze niet": who refuses to stop takes no wish back."""
        return bool(self.verhaal.sein("stopwoord", begin, einde)) and self._ontkent(begin, einde)
