"""The schools that one text names, and what is told beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.woordenschat import verband


class Schoolnamen:
    """All school mentions of one text, in order; ``onderwijs`` is the school known before it."""

    def __init__(self, duider: Duider, alle: Sequence[Vermelding], onderwijs: str | None) -> None:
        self.duider = duider
        self.alle = alle
        self.onderwijs = onderwijs
        self._verhaal = duider.verhaal

    def vorige(self, v: Vermelding) -> Vermelding | None:
        """The school that is named before this one."""
        return next((a for a in reversed(self.alle) if a.tot <= v.van), None)

    def andere_nu(self, v: Vermelding) -> bool:
        """Whether another school is named that may be the present one."""
        return any(a is not v and a.begrip.naam != v.begrip.naam for a in self.alle)

    def naast_andere(self, v: Vermelding) -> bool:
        """Whether another school is named, or known from before."""
        return self.andere_nu(v) or self.onderwijs not in (None, v.begrip.naam)

    def intake(self, van: int, tot: int) -> bool:
        """ "heeft de intake voor niveau 2 gehad": what is behind one is the talk, not the school."""
        return bool(verband("intake") & self._verhaal.tussen(van, tot))

    def is_diploma(self, v: Vermelding) -> bool:
        """The school in "mbo 2 diploma" is one that was finished."""
        bezit = verband("in_bezit") & self._verhaal.tussen(v.tot, v.tot + 4)  # "havodiploma op zak"
        if bezit and self._verhaal.norm(v.tot) in verband("diplomawoord"):
            return True
        return any(True for _ in self.diplomas(v))

    def diplomas(self, v: Vermelding) -> Iterator[Vermelding]:
        """The diplomas that a school is named in."""
        for d in self._verhaal.van_soort("feiten"):
            van_school = d.begrip.heeft("school_diploma") or d.begrip.naam == "lager-diploma"
            erin = d.van <= v.van and v.tot <= d.tot  # else "kaderdiploma van het vmbo"
            if van_school and (erin or (v.tot == d.van and d.begrip.naam == "lager-diploma")):
                yield d
