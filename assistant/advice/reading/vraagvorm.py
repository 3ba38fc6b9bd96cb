"""How it is asked: questions to the assistant, and those that the speaker answers himself."""

from __future__ import annotations

from itertools import pairwise

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import lijst, verband

#: The most words of a question that the speaker answers himself.
_KORTE_VRAAG = 8
_NAAM_EN_WAARDE = 2


class Vraagvorm:
    """Finds the questions of one text, and the answers that stand with them."""

    def __init__(self, verhaal: Verhaal) -> None:
        self.verhaal = verhaal

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
        if self._in_hoedanigheid(zin):
            return False
        if ("als" in start and ("wat" in start or self.verhaal.norm(zinseinde) == "?")) or "stel" in start:
            return True
        if self.beschrijft(nr):
            return False
        voor = self.verhaal.woorden[zin:begin]
        aan_begin = not any(w.soort == "woord" and w.norm not in lijst("zinnen")["voorzetsels"] for w in voor)
        if eerste in verband("vraagwoorden") and (aan_begin or self.verhaal.norm(zinseinde) == "?"):
            return True
        eindigt = self.verhaal.norm(zinseinde) == "?"
        return (eerste == "wat" and tweede in lijst("zinnen")["werkwoorden"]) or (
            eindigt and eerste in lijst("signalen")["vraag"] and tweede in verband("vraag_over")
        )

    def _in_hoedanigheid(self, zin: int) -> bool:
        """ "val je als vso-leerling onder jikp? ze is 18 ...": who is asked about, when another sentence tells of her."""
        als = next((n for n in range(zin, zin + 3) if self.verhaal.norm(n) == "als"), None)
        if als is None or not verband("schoolgaand") & self.verhaal.tussen(als + 1, als + 5):
            return False
        _, einde = self.verhaal.indeling.zinsgrenzen(als)
        gezegd = any(is_persoonsvorm(self.verhaal.norm(n)) for n in range(als + 1, einde))
        return not gezegd and bool(verband("hij_zij") & self.verhaal.tussen(einde, len(self.verhaal.woorden)))

    def beschrijft(self, nr: int) -> bool:
        """A question that brings its own description: "welke route past bij een jongen van 17 die ..."."""
        begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        zin = [self.verhaal.norm(n) for n in range(begin, einde)]
        een = [n for n, woord in enumerate(zin) if woord == "een"]  # "een pro leerling" as well
        leeftijd = any("".join(zin[n + 1 : n + 2]).isdecimal() and zin[n + 2 : n + 3] == ["jaar"] for n in een)
        return (
            leeftijd
            or any(verband("beschrevene") & set(zin[n + 1 : n + 4]) for n in een)
            or any(a in verband("beschrevene") and b == "van" for a, b in pairwise(zin))
        )

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

    def eigen_antwoord(self, nr: int) -> str:
        """ "diploma? nee", "dreigt hij uit te vallen? ja": the speaker answers a short question of his own."""
        if waarde := self.kop_waarde(nr):
            return next((stand for stand in ("ja", "nee") if waarde in verband(f"antwoord_{stand}")), "")
        begin, einde = self.verhaal.indeling.grenzen(nr)
        if kaal := self._kaal_antwoord(nr, begin, einde):
            return kaal
        if self.verhaal.norm(einde) != "?" and self._rijtje(nr):
            begin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        if (self.verhaal.norm(einde) != "?" and not self.vroeg_of(begin)) or einde - begin > _KORTE_VRAAG:
            return ""
        if self.verhaal.norm(einde + 2) in ("keer", "maal"):  # "drie keer nee"
            return next((s for s in ("ja", "nee") if self.verhaal.norm(einde + 3) in verband(f"antwoord_{s}")), "")
        antwoord, volgt = self.verhaal.norm(einde + 1), self.verhaal.norm(einde + 2)
        if volgt and volgt.isalnum() and volgt not in verband("antwoord_vervolg"):
            return ""  # "vso Oosterwolde? nee woont in Norg": a correction of something else
        return next((stand for stand in ("ja", "nee") if antwoord in verband(f"antwoord_{stand}")), "")

    def _kaal_antwoord(self, nr: int, begin: int, einde: int) -> str:
        """ "startkwalificatie nee", "werk ja": the name of a fact with its value, and nothing else in the clause."""
        woorden = [n for n in range(begin, einde) if self.verhaal.woorden[n].soort != "teken"]
        if len(woorden) != _NAAM_EN_WAARDE or nr != woorden[0] or self.verhaal.woorden[einde - 1].soort == "teken":
            return ""
        laatste = self.verhaal.norm(woorden[1])
        return laatste if laatste in ("ja", "nee") and self._naam(range(woorden[0], woorden[1])) else ""

    def vroeg_of(self, begin: int) -> bool:
        """ "oom vroeg | of er risico op uitval is": a question that is told, which what comes next may answer."""
        if self.verhaal.norm(begin) != "of" or not begin:
            return False
        return bool(verband("vraagt_of") & self.verhaal.tussen(*self.verhaal.indeling.grenzen(begin - 1)))

    def kop_waarde(self, nr: int) -> str | None:
        """ "Politie/justitie: nee", "Verslaving: -": the one word behind the name of a line, empty when it was left out."""
        zin, einde = self.verhaal.indeling.zinsgrenzen(nr)
        punt = next((n for n in range(nr, einde) if self.verhaal.norm(n) == ":"), None)
        if punt is None or punt - zin > _KORTE_VRAAG or not self._naam(range(zin, punt)):
            return None
        slot = next((n for n in range(punt + 1, einde) if self.verhaal.norm(n) in (",", "|", ":")), einde)
        waarde = [w.norm for w in self.verhaal.woorden[punt + 1 : slot] if w.soort != "teken"]
        waarde = [w for w in waarde if w not in verband("niet_ingevuld")]
        return None if len(waarde) > 1 else "".join(waarde)

    def _naam(self, nrs: range) -> bool:
        return not any(is_persoonsvorm(self.verhaal.norm(n)) for n in nrs)

    def _rijtje(self, nr: int) -> bool:
        """ "zorgen thuis, geld, gezondheid? nee": a list that is asked as a whole."""
        return self._naam(range(*self.verhaal.indeling.zinsgrenzen(nr)))
