"""Good news about the domains of life: "thuis, gezondheid, geld: allemaal prima", "psychisch gaat het goed"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: From so many domains that are in order there is nothing else to look for.
_RIJTJE = 2


class Geruststelling:
    """What one text says to be in order."""

    def __init__(self, verhaal: Verhaal) -> None:
        self._verhaal = verhaal

    def __call__(self) -> Iterator[Bewering]:
        """No problems, where a row of domains is in order."""
        for punt in (n for n, woord in enumerate(self._verhaal.woorden) if woord.norm == ":"):
            begin, _ = self._verhaal.indeling.zinsgrenzen(punt)
            genoemd = [n for n in range(begin, punt) if self._verhaal.norm(n) in verband("leefdomein")]
            if len(genoemd) >= _RIJTJE and self._in_orde_na(genoemd[0], punt):
                yield Bewering("problemen", [], genoemd[0], punt)
                yield Bewering("ernstig", "nee", genoemd[0], punt)

    def over(self, v: Vermelding) -> bool:
        """Whether a mention names a domain of which all is well; in a row before a colon also a problem as such."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        if self._in_rijtje(v) or self._na_goed(v):
            return True
        if v.begrip.heeft("kop") and begin and "ook" in self._verhaal.tussen(begin, einde):
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)  # "met geld zit het goed, met de gezondheid ook"
        return v.begrip.heeft("kop") and bool(self._verhaal.sein("in_orde", begin, einde))

    def _na_goed(self, v: Vermelding) -> bool:
        """ "verder stabiel: gezin, gezondheid, geld": a row of domains behind the word that all is well with them."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        punt = next((n for n in range(v.van, zin, -1) if self._verhaal.norm(n) == ":"), None)
        if not v.begrip.heeft("kop") or punt is None:
            return False
        tussen = self._verhaal.tussen(punt + 1, v.van) - verband("leefdomein") - {",", "en"}
        begin, _ = self._verhaal.indeling.grenzen(punt - 1)
        return not tussen and bool(self._verhaal.sein("in_orde", begin, punt))

    def _in_rijtje(self, v: Vermelding) -> bool:
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        punt = next((n for n in range(v.tot, einde) if self._verhaal.norm(n) == ":"), None)
        return v.begrip.soort == "problemen" and punt is not None and self._in_orde_na(v.tot, punt)

    def _in_orde_na(self, van: int, punt: int) -> bool:
        """Whether the words up to a colon are a bare row, and what comes after it is good."""
        if any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(van, punt)):
            return False
        return bool(self._verhaal.sein("in_orde", *self._verhaal.indeling.grenzen(punt)))
