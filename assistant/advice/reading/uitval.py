"""School that will be lost, as people say it: "nog een paar weken en ze is weg", "zo redt hij het jaar niet"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.personen import is_ander
from assistant.advice.reading.woordenschat import samen, verband

#: A loss this many words after its prospect still belongs to it, also where nobody writes a full stop.
_REIKWIJDTE = 14
_LOS = ("uitval_redt_niet", "uitval_hart_vast", "uitval_weinig_er")


class Uitvallezer:
    """Finds the threats of one text that are told in an expression, each as first word and end."""

    def __init__(self, duider: Duider) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self.plekken = tuple(sorted({p for p in self._alle() if self._telt(*p)}))

    def __call__(self) -> Iterator[Bewering]:
        """A claim for every threat; one whose opposite is said in so many words is uncertain."""
        for van, tot in self.plekken:
            twijfel = self._duider.twijfel
            zeker = not any(f(tot - 1) for f in (twijfel.open_vraag, twijfel.tegengesproken, twijfel.meningen_botsen))
            yield Bewering("dreigende_uitval", "ja", van, tot, "genoemd", zeker)
        yield from self._niet_meer()
        yield from self._stellig()

    def omvat(self, nr: int) -> bool:
        """Whether word ``nr`` is part of a threat: leaving that is feared has not happened."""
        return any(van <= nr < tot for van, tot in self.plekken)

    def onder_dreiging(self, v: Vermelding) -> bool:
        """A threat in the same clause, or in the one that this clause spells out with "dat"."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(begin) == "dat" and begin:
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        straks = self._verhaal.norm(v.tot) in ("dreigt", "dreigen")  # "zonder diploma van school dreigt te gaan"
        return straks or bool(self._verhaal.sein("dreiging", begin, v.van))

    def geen_vrees(self, v: Vermelding) -> bool:
        """ "er is geen kans dat hij uitvalt", "dat ze afhaakt verwacht niemand", "over uitval geen zorgen"."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        zin, zinseinde = self._verhaal.indeling.zinsgrenzen(v.van)
        if "dat" in self._verhaal.tussen(zin, min(zin + 2, v.van)):  # what is thought of it is told behind it
            einde = zinseinde
        while self._verhaal.norm(begin) in ("dat", "die") and begin:  # "er is niemand | die denkt | dat hij uitvalt"
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        return bool(self._verhaal.sein("geen_vrees", begin, einde))

    def van_de_klas(self, v: Vermelding) -> bool:
        """ "de helft van mijn klas dreigt af te haken": said of others than this one."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        return bool(self._verhaal.sein("hele_klas", begin, v.van))

    def af_en_toe(self, v: Vermelding) -> bool:
        """ "spijbelt alleen af en toe": no threat."""
        soms = self._verhaal.sein("soms", *self._verhaal.indeling.grenzen(v.van))
        return any(not v.van <= plek < v.tot for plek in soms)

    def noemt_vertrek(self, v: Vermelding) -> bool:
        """Whether leaving is part of a threat: "staat op het punt van school gestuurd te worden"."""
        dreiging = (u for u in self._verhaal.van_soort("feiten") if "dreigende_uitval" in u.begrip.zet)
        return any(u.van <= v.van and v.tot <= u.tot for u in dreiging)

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

    def _stellig(self) -> Iterator[Bewering]:
        """ "stoppen? geen haar op haar hoofd", "weglopen bij ons, nee dat doet hij niet": gives way to a threat."""
        for plek, tot in self._verhaal.signalen.get("stellig_nee", ()):
            begin, _ = self._verhaal.indeling.zinsgrenzen(plek)
            if begin and self._verhaal.norm(begin) == "?":
                begin, _ = self._verhaal.indeling.zinsgrenzen(begin - 1)
            gezegd = self._verhaal.sein("stopwoord", max(begin, plek - _REIKWIJDTE), plek)
            if gezegd and not self._duider.houder.van[plek]:
                yield Bewering("dreigende_uitval", "nee", plek, tot, "genoemd", True, 0)

    def _alle(self) -> Iterator[tuple[int, int]]:
        yield from self._paren("uitval_vooruitzicht", "uitval_verlies")
        yield from self._paren("uitval_verlies", "uitval_achteraf")
        yield from self._paren("uitval_zo", "uitval_haalt_niet")
        for naam in _LOS:
            yield from self._verhaal.signalen.get(naam, ())
        yield from self._samen()
        yield from (p for p in self._verhaal.signalen.get("uitval_eruit", ()) if self._van_school(p[0]))

    def _paren(self, eerst: str, dan: str) -> Iterator[tuple[int, int]]:
        """The first signal with the nearest second one after it, within a sentence."""
        for van, tot in self._verhaal.signalen.get(eerst, ()):
            _, einde = self._verhaal.indeling.zinsgrenzen(van)
            if self._verhaal.norm(van) in verband("overweegt") and self._verhaal.norm(tot) in verband("uitval_niet"):
                continue  # "overweegt geen moment te vertrekken"
            na = [
                s for s in self._verhaal.signalen.get(dan, ()) if tot - 1 <= s[0] <= tot + _REIKWIJDTE and s[1] <= einde
            ]
            if na:
                yield van, min(na)[1]

    def _samen(self) -> Iterator[tuple[int, int]]:
        """Words that tell it together: "dit jaar redt ze op deze manier niet"."""
        woorden = [w.norm for w in self._verhaal.woorden]
        for begin, einde in sorted({self._verhaal.indeling.grenzen(n) for n in range(len(woorden))}):
            hier = set(woorden[begin:einde])
            zin = set(woorden[slice(*self._verhaal.indeling.zinsgrenzen(begin))])
            for regel in samen():
                if regel.niet & hier or (regel.zin and not regel.zin & zin) or not all(k & hier for k in regel.woorden):
                    continue
                plekken = [next(n for n in range(begin, einde) if woorden[n] in keus) for keus in regel.woorden]
                if max(plekken) - min(plekken) <= _REIKWIJDTE:
                    yield min(plekken), max(plekken) + 1

    def _voorbij(self, tot: int) -> bool:
        """Past, unless it tells how often somebody was there: "is deze maand twee keer op school geweest"."""
        return self._duider.tijd.is_verleden(tot - 1, tot) and self._verhaal.norm(tot - 1) not in verband("was_er")

    def _van_school(self, nr: int) -> bool:
        return bool(self._verhaal.sein("school_zet_uit", *self._verhaal.indeling.zinsgrenzen(nr)))

    def _telt(self, van: int, tot: int) -> bool:
        """Within one sentence, of the youth, of now, not denied and not a matter of living somewhere."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(van)
        if tot > einde or self._duider.vorm.is_vraag(van) or self._duider.houder.van[tot - 1]:
            return False
        if self._verhaal.sein("hele_klas", max(zin, van - 2), tot):
            return False  # "de helft van de klas dreigt af te haken"
        if self._duider.vorm.eigen_antwoord(van) == "nee":
            return False  # "dreigt uitval? nee"
        if any(self._verhaal.norm(p) in verband("uitval_niet") for p in self._verhaal.sein("geen_vrees", van, tot)):
            return False  # "ik zie geen risico op uitval"
        if self._verhaal.norm(zin + (self._verhaal.norm(zin) in (".", "\n"))) == "bij" and any(
            is_ander(self._verhaal.norm(n)) for n in range(zin, min(zin + 4, einde))
        ):
            return False  # "bij haar vriendin is het een kwestie van tijd"
        if verband("uitval_niet") & self._verhaal.tussen(max(zin, van - 2), van):
            return False
        if self._verhaal.norm(van - 1) in verband("werken") and not self._verhaal.sein("school_zet_uit", van, tot):
            return False  # "werken zonder begeleiding lukt niet"
        _, deel = self._verhaal.indeling.grenzen(tot - 1)
        if self._verhaal.norm(zin + (self._verhaal.woorden[zin].soort != "woord")) in verband("mocht"):
            return False  # "mocht hij ooit dreigen uit te vallen, dan ..."
        na = self._verhaal.tussen(tot, min(tot + 3, deel))
        if "is" in na and verband("is_weg") & na:
            return False  # "de vrees voor uitval is weg"
        verder = self._verhaal.norm(tot) == "en"  # "... niet afmaken en zonder diploma vertrekt"
        if not verder and verband("uitval_niet") & self._verhaal.tussen(tot, min(tot + 2, deel)):
            return False  # "uitval dreigt niet"
        klein = [p for p in self._verhaal.sein("uitval_klein", van, einde) if not p < tot <= p + 2]
        return not (klein or self._voorbij(tot))  # "de kans dat hij het haalt is klein" is the threat itself
