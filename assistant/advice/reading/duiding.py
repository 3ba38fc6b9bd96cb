"""How a mention is meant: denied, past, uncertain, about someone else."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.lezing import Oordeel
from assistant.advice.reading.ontkenning import ontkende
from assistant.advice.reading.wie import ZELF, Houder
from assistant.advice.reading.woordenschat import lijst


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

    def __call__(self, vermelding: Vermelding) -> Duiding:
        van, tot = vermelding.van, vermelding.tot
        vaag = self.houder.vaag[van] and vermelding.begrip.soort == "problemen"
        return Duiding(
            ontkend=vermelding in self._ontkend,
            ander=self.wie(vermelding),
            verleden=self.is_verleden(van, tot),
            zeker=self.is_zeker(van, tot) and not vaag,
        )

    def wie(self, vermelding: Vermelding) -> str:
        """About whom the mention is; trouble at home stays with the youth whoever is the subject."""
        if vermelding.begrip.heeft("gezin") or vermelding.begrip.heeft("eigen_ouder"):
            return ZELF
        return self.houder.van[vermelding.van]

    def is_verleden(self, van: int, tot: int) -> bool:
        """Past tense or "vroeger" in the clause, unless the clause says that it still holds."""
        begin, einde = self.verhaal.indeling.grenzen(van)
        voorbij = [p for p in self.verhaal.sein("verleden", begin, einde) if not van <= p < tot]
        return bool(voorbij) and not self.verhaal.sein("nu", begin, einde)

    def is_zeker(self, van: int, tot: int) -> bool:
        """No doubt in the clause, nor a doubt before it that this clause spells out."""
        begin, einde = self.verhaal.indeling.grenzen(van)
        if any(not van <= p < tot for p in self.verhaal.sein("onzeker", begin, einde)):
            return False
        if self.verhaal.norm(begin) in ("of", "dat") and begin > 0:
            vorig, tot_hier = self.verhaal.indeling.grenzen(begin - 1)
            return not self.verhaal.sein("onzeker", vorig, tot_hier + 1)
        return not self._vraagt(begin)

    def _vraagt(self, nr: int) -> bool:
        """A sentence that ends in a question mark asks; it does not state."""
        _, einde = self.verhaal.indeling.zinsgrenzen(nr)
        return self.verhaal.norm(einde) == "?" and self.verhaal.indeling.deel[nr] == self.verhaal.indeling.deel[einde - 1]

    def is_vraag(self, nr: int) -> bool:
        """Whether word ``nr`` stands in a question to the assistant ("welke route past hier?")."""
        begin, einde = self.verhaal.indeling.grenzen(nr)
        while begin < einde and self.verhaal.woorden[begin].soort in ("teken", "regel"):
            begin += 1
        eerste, tweede = self.verhaal.norm(begin), self.verhaal.norm(begin + 1)
        if eerste in ("welke", "hoe", "wie", "waar", "waarom", "wanneer"):
            return True
        personen = ("hij", "ze", "zij", "dit", "er", "we", "ik", "deze", "dat", "die", "jullie", "u", "je")
        eindigt = self.verhaal.norm(self.verhaal.indeling.zinsgrenzen(nr)[1]) == "?"
        return (eerste == "wat" and tweede in lijst("zinnen")["werkwoorden"]) or (
            eindigt and eerste in lijst("signalen")["vraag"] and tweede in personen
        )
