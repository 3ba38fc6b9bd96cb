"""How sure it is: doubts, open questions, and opinions that clash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.personen import is_ander
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.vraagvorm import Vraagvorm
from assistant.advice.reading.woordenschat import lijst, verband

#: A question right behind "weet hij niet" is what is not known.
_VRAAG_ERNA = 6
#: So soon after the one way an "of" stands before the other.
_OF_BINNEN = 3
#: How soon after a question "geen idee" is the answer to it.
_ANTWOORD_BINNEN = 3


def vraag_erna(verhaal: Verhaal, plek: int) -> bool:
    """ "wil een diploma, alleen weet hij niet in welke richting": not known is what comes after it."""
    _, einde = verhaal.indeling.grenzen(plek)
    vragen = verband("vraagzin") - {"of"}
    return any(verhaal.norm(n) in vragen for n in range(plek, min(plek + _VRAAG_ERNA, einde)))


class Twijfel:
    """Tells what is said for sure from what is left open in one text."""

    def __init__(self, verhaal: Verhaal, vorm: Vraagvorm) -> None:
        self.verhaal = verhaal
        self._vorm = vorm

    def is_zeker(self, van: int, tot: int) -> bool:
        """No doubt in the clause, nor a doubt before it that this clause spells out."""
        begin, einde = self.verhaal.indeling.grenzen(van)
        twijfel = (p for p in self.verhaal.sein("onzeker", begin, einde) if not self.geen_twijfel(begin, p))
        eerder = (p for p in twijfel if not (p < van and self._voor_wie(p, van)))
        if any((p < van and not self.verhaal.sein("reden", p, van)) or self._erachter(p, tot) for p in eerder):
            return False
        if self.open_vraag(van) or self.meningen_botsen(van) or self.tegengesproken(van) or self._betwijfeld(einde):
            return False
        if self.verhaal.norm(begin) in (",", ":") and self.verhaal.norm(begin - 1) in verband("twijfelwerkwoord"):
            return False
        if self.verhaal.norm(begin) in ("of", "dat") and begin > 0:
            vorig, tot_hier = self.verhaal.indeling.grenzen(begin - 1)
            return not self.verhaal.sein("onzeker", vorig, tot_hier + 1)
        return not self._vraagt(van, tot)

    def _betwijfeld(self, einde: int) -> bool:
        """ "volgens de buurvrouw zat ze op het pro, maar of dat waar is": the next clause asks whether it is so."""
        if einde >= len(self.verhaal.woorden):
            return False
        slot = self.verhaal.indeling.zinsgrenzen(einde)[1]
        return any(
            self.verhaal.indeling.grenzen(p)[0] - einde <= 1 for p in self.verhaal.sein("betwijfeld", einde, slot)
        )

    def vraagt_ernaar(self, nr: int) -> bool:
        """ "vader belt of zij een schoolverlater is": asked, not told; not "vroeg of wij willen helpen"."""
        norm = self.verhaal.norm
        begin, einde = self.verhaal.indeling.grenzen(nr)
        of = next((n for n in range(begin, nr) if norm(n) == "of" and self._opent_vraag(n)), None)
        if of is None or norm(of + 1) in verband("gevraagde"):
            return False
        return not verband("mogen") & self.verhaal.tussen(of, einde)  # "vraagt of hij een diploma kan halen"

    def _opent_vraag(self, of: int) -> bool:
        return self._vorm.vroeg_of(of) or self.verhaal.norm(of - 1) in verband("vraagt_of")

    def _voor_wie(self, plek: int, van: int) -> bool:
        """ "lijkt het beste voor deze vso-leerling", "ik twijfel bij een meisje van 18": no doubt about whom it is."""
        for n in range(plek + 1, van):
            if self.verhaal.norm(n) == "voor" and self.verhaal.norm(n + 1) in verband("deze_jongere"):
                return True
            een = self.verhaal.norm(n) in verband("over_een") and self.verhaal.norm(n + 1) == "een"
            if een and verband("beschrevene") & self.verhaal.tussen(n + 2, n + 5):
                return True
        return False

    def open_vraag(self, nr: int) -> bool:
        """ "of hij dreigt uit te vallen weten we niet", "geen idee of hij wil leren of werken": said to be unknown."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        if self._of_of(nr):
            return True
        if (
            self._en_of(begin, nr)
            or self._nog_te_kiezen(begin, nr)
            or self.keuzevraag(nr)
            or self._zonder_antwoord(einde)
        ):
            return True
        open_ = [p for naam in ("onbekend", "onzeker") for p in self.verhaal.sein(naam, begin, einde)]
        open_ = [p for p in open_ if self.verhaal.norm(begin) == "of" or not vraag_erna(self.verhaal, p)]
        tegen = [n for n in range(begin, einde) if self.verhaal.norm(n) in verband("wending")]
        vragen = (n for n in range(begin, nr) if self.verhaal.norm(n) in verband("vraagzin"))
        for of in (n for n in vragen if not self._alleen_welke(n, nr)):
            grens = next((n for n in tegen if n > of), self._einde_bijzin(of, einde))
            vooraan = not any(w.soort in ("woord", "getal") for w in self.verhaal.woorden[begin:of]) or of - 1 in tegen
            if of < nr < grens and any(
                (vooraan and of < p < grens) or (self.verhaal.norm(of) == "of" and p < of <= p + 4) for p in open_
            ):
                return True
        return False

    def _en_of(self, begin: int, nr: int) -> bool:
        """ "ik weet niet hoe het gaat | en of hij wil overstappen": a second question to what is not known."""
        norm = self.verhaal.norm
        of = next((n for n in range(nr - 1, begin, -1) if norm(n) == "of" and norm(n - 1) == "en"), -1)
        if (
            of < 0
            or norm(of + 1) not in lijst("zinnen")["onderwerpen"]
            or verband("wending") & self.verhaal.tussen(of, nr)
        ):
            return False
        return any(vraag_erna(self.verhaal, p) for p in self.verhaal.sein("onbekend", begin, of))

    def _nog_te_kiezen(self, begin: int, nr: int) -> bool:
        return any(not self.gekozen(p) for p in self.verhaal.sein("keuze", begin, nr))

    def gekozen(self, plek: int) -> bool:
        """ "twijfelt tussen werken en leren, maar de keuze is nu gemaakt": behind it, in its sentence or in the next."""
        _, einde = self.verhaal.indeling.zinsgrenzen(plek)
        if einde < len(self.verhaal.woorden):
            _, einde = self.verhaal.indeling.zinsgrenzen(einde)
        gemaakt = (self.verhaal.indeling.grenzen(p) for p in self.verhaal.sein("keuze_gemaakt", plek, einde))
        return any(not self.verhaal.sein("ontkenning", *deel) for deel in gemaakt)

    def _of_of(self, nr: int) -> bool:
        """ "of ze stopt, switcht of terugkomt: ze neemt de telefoon niet op": ways that a sentence opens with."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        eerste = next((n for n in range(begin, einde) if self.verhaal.woorden[n].soort == "woord"), begin)
        punt = next((n for n in range(nr, einde) if self.verhaal.norm(n) == ":"), 0)
        return self.verhaal.norm(eerste) == "of" and bool(punt) and "of" in self.verhaal.tussen(eerste + 1, punt)

    def _alleen_welke(self, vraagwoord: int, nr: int) -> bool:
        """ "wat ze wil gaan studeren weet ze nog niet": that she will study is not in doubt."""
        aaneen = "," not in self.verhaal.tussen(vraagwoord, nr)
        return (
            aaneen
            and self.verhaal.norm(vraagwoord) in verband("welke")
            and self.verhaal.norm(nr) in verband("studeert")
        )

    def is_gevraagd(self, nr: int) -> bool:
        """ "woont ze in Assen? geen idee", "of ze in Assen woont weten we niet": asked, or told as a question."""
        begin, _ = self.verhaal.indeling.grenzen(nr)
        _, einde = self.verhaal.indeling.zinsgrenzen(nr)
        eerste = next(n for n in range(begin, nr + 1) if self.verhaal.woorden[n].soort != "teken")
        return self._zonder_antwoord(einde) or (self.verhaal.norm(eerste) == "of" and self.open_vraag(nr))

    def _einde_bijzin(self, of: int, einde: int) -> int:
        """ "twijfelt of de opleiding past | en dreigt af te haken": a verb right behind "en" goes on with the main clause."""
        norm = self.verhaal.norm
        if not self.verhaal.sein("onzeker", of - 3, of + 1):
            return einde
        verder = (n for n in range(of + 1, einde - 1) if norm(n) in ("en", ",") and is_persoonsvorm(norm(n + 1)))
        return next((n for n in verder if self.verhaal.indeling.grenzen(n + 1)[1] > n + 2), einde)

    def _zonder_antwoord(self, einde: int) -> bool:
        """ "dreigt ze uit te vallen? geen idee": a question that the speaker asks and cannot answer."""
        if self.verhaal.norm(einde) != "?" or einde + 1 >= len(self.verhaal.woorden):
            return False
        if self._vorm.beschrijft(einde - 1):
            return False  # "wat raad je aan voor een meisje van 16 ...? meer weet ik niet"
        begin, slot = self.verhaal.indeling.zinsgrenzen(einde + 1)
        open_ = self.verhaal.sein("onbekend", begin, slot)
        return bool(open_) and open_[0] - begin <= _ANTWOORD_BINNEN and not vraag_erna(self.verhaal, open_[0])

    def keuzevraag(self, nr: int) -> bool:
        """ "wat wordt het, werk of niveau 2?", "werk of niveau 2, dat weet niemand": two ways that are left open."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        wegen = [v for v in self.verhaal.van_soort("doel", "school") if begin <= v.van < einde]
        keus = [rij[-1].tot for rij in self._keuzes(wegen) if nr in [v.van for v in rij]]
        if not keus:
            of = "of" in self.verhaal.tussen(nr - 2, nr)  # "doorgaan of werken, dat weet niemand"
            return of and bool(self.verhaal.sein("onbekend", nr, einde))
        onbekend = any(self.verhaal.sein(naam, keus[0], einde) for naam in ("onbekend", "nog_open", "niets_besloten"))
        return onbekend or (self.verhaal.norm(einde) == "?" and not self._vorm.beschrijft(nr))

    def _keuzes(self, wegen: Sequence[Vermelding]) -> Iterator[list[Vermelding]]:
        """The rows of ways between which "of" leaves the choice: "dagbesteding, arbeid of niveau 2"."""
        rij: list[Vermelding] = []
        for a, b in pairwise(wegen):
            tussen = [self.verhaal.norm(n) for n in range(a.tot, b.van)]
            of = "of" in tussen[:_OF_BINNEN]
            if tussen == [","] or of:
                rij = [*(rij or [a]), b]
            if of:
                yield rij
            if tussen != [","]:
                rij = []

    def meningen_botsen(self, nr: int) -> bool:
        """ "de een zegt dat zij ingeschreven staat, de ander niet": two voices against each other settle nothing."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        woorden = self.verhaal.tussen(begin, einde)
        tegen = "een" in woorden and {"ander", "andere"} & woorden and bool(self.verhaal.sein("de_ander", begin, einde))
        zegt = self.verhaal.sein("mening", begin, einde)
        if not (tegen and zegt):
            return False
        eerder = nr < zegt[0] and self.verhaal.norm(zegt[0]) in verband("schrijver")
        return not eerder  # "mbo 4, ik hoor van de een dat ...": the school is the writer's own word

    def tegengesproken(self, nr: int) -> bool:
        """ "hij zit nog op school, het roc zegt van niet": the next clause is somebody who denies it."""
        _, einde = self.verhaal.indeling.zinsgrenzen(nr)
        begins = [self.verhaal.indeling.grenzen(p)[0] for p in self.verhaal.sein("spreekt_tegen", nr, einde)]
        deel = self.verhaal.indeling.deel
        return any(begin > nr and deel[begin - 1] == deel[nr] for begin in begins) or self._ander_niet(nr)

    def _ander_niet(self, nr: int) -> bool:
        """ "de mentor is bang voor uitval, maar ik niet": nothing in the next clause but who does not think so."""
        _, einde = self.verhaal.indeling.grenzen(nr)
        _, zinseinde = self.verhaal.indeling.zinsgrenzen(nr)
        if self.verhaal.sein("mening", einde + 1, min(einde + 2, zinseinde)):  # "..., zegt moeder, ..."
            _, einde = self.verhaal.indeling.grenzen(einde)
        if einde >= zinseinde:
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        woorden = [self.verhaal.norm(n) for n in range(begin, slot) if self.verhaal.woorden[n].soort == "woord"]
        wie = [w for w in woorden if w not in verband("tegenwerping")]
        if woorden[-1:] == ["wel"] and self.verhaal.sein("volgens", begin, slot):  # "..., volgens het roc nog wel"
            ontkend = self.verhaal.sein("ontkenning", *self.verhaal.indeling.grenzen(nr))
            anderen = set(wie) - {"wel"} - verband("instelling")
            return bool(ontkend) and all(map(self._heeft_mening, anderen))
        return woorden[-1:] == ["niet"] and len(wie) == 1 and self._heeft_mening(wie[0])

    def _heeft_mening(self, woord: str) -> bool:
        zegt = woord in lijst("signalen")["school_mening"] or woord in verband("schrijver") | verband("bron")
        return zegt or is_ander(woord) or woord in ("ander", "andere")

    def geen_twijfel(self, begin: int, plek: int) -> bool:
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
        if self.verhaal.norm(plek + 1) in verband("niet_nooit"):
            return False  # "zal haar mbo-2 waarschijnlijk niet afmaken"
        return plek - tot in (0, 1) and self.verhaal.norm(plek) not in verband("twijfelwerkwoord")

    def _vraagt(self, van: int, tot: int) -> bool:
        """A sentence that ends in a question mark asks; one without a verb, or that is corrected next, its last word."""
        begin, _ = self.verhaal.indeling.grenzen(van)
        _, einde = self.verhaal.indeling.zinsgrenzen(van)
        laatste_deel = self.verhaal.indeling.deel[van] == self.verhaal.indeling.deel[einde - 1]
        if self.verhaal.norm(einde) != "?" or not laatste_deel or self._vorm.beschrijft(van):
            return False
        los = not any(is_persoonsvorm(self.verhaal.norm(n)) for n in range(begin, einde))
        return tot >= einde or not (los or self.verhaal.sein("correctie", einde, einde + 2))

    def daarna_twijfel(self, v: Vermelding) -> bool:
        """ "problemen thuis, maar weten het niet zeker": the next clause doubts a problem."""
        _, einde = self.verhaal.indeling.grenzen(v.van)
        _, zinseinde = self.verhaal.indeling.zinsgrenzen(v.van)
        if v.begrip.soort != "problemen" or einde >= zinseinde:
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        eigen = any(begin <= a.van < slot for a in self.verhaal.vermeldingen)
        return not eigen and bool(self.verhaal.sein("onzeker", begin, slot))
