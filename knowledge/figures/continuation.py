"""A follow-up on a figure: what it changes of the question before it, and what it takes over."""

from __future__ import annotations

from dataclasses import replace

from knowledge.figures import years
from knowledge.figures.parsed import SOM, Gelezen, zonder_delen
from knowledge.figures.parsing import Ontleder
from knowledge.figures.question import Cijfervraag
from knowledge.figures.reach import Reikwijdte
from knowledge.figures.recognise import ZWAK
from knowledge.figures.table import LAND, STREVEN, Paar, Tabel, met_status
from knowledge.figures.vocabulary import Woordenboek, Woordgroep

VERVOLG = 0.8  # certainty of a follow-up or an overview
_KORT = 2  # words of a text that can only be about the one before it
_VULWOORD_VERVOLG = 1  # unexplained words that a follow-up may have
_VERTELD_VERVOLG = 5  # ... and one that names both area and year, to go on or to hold a claim against the figure


class Vervolglezer:
    """Reads follow-ups against the question before them."""

    def __init__(self, tabel: Tabel, boek: Woordenboek, ontleder: Ontleder, reikwijdte: Reikwijdte) -> None:
        self._tabel, self._boek, self._ontleder, self._reikwijdte = tabel, boek, ontleder, reikwijdte

    def is_vervolg(self, gelezen: Gelezen, vorige: Cijfervraag) -> bool:
        """Whether a text changes something of the question before it and brings little of its own."""
        nieuw = self._ontleder.herkent.uitsplitsing(vorige.indicatoren[0], gelezen.genoemd)
        eigen = gelezen.indicator is not None and gelezen.score >= 1 - ZWAK
        if eigen and not (self._alleen_deel(gelezen) or self._deel_van(nieuw, gelezen)):
            return False
        wijzigt = (
            gelezen.jaren
            or gelezen.schuif is not None
            or gelezen.gebieden
            or nieuw
            or gelezen.landelijk
            or gelezen.vergelijking
            or gelezen.eenheid
            or gelezen.status
            or gelezen.hele_periode
            or gelezen.laatste
            or (gelezen.eigen and vorige.gebieden not in ((), (vorige.regio,)))
            or gelezen.hele_regio
            or self._vraagt_geheel(gelezen)
            or self._vraagt_per_jaar(gelezen, vorige)
        )
        over = self._ontleder.onverklaard(gelezen, self._genoemde_stammen(gelezen))
        verder = gelezen.begin_en or bool(gelezen.stammen & self._boek.beweerd)
        ruim = verder and bool(gelezen.gebieden and gelezen.jaren)
        return bool(wijzigt) and len(over) <= (_VERTELD_VERVOLG if ruim else _VULWOORD_VERVOLG)

    def _vraagt_geheel(self, gelezen: Gelezen) -> bool:
        return (gelezen.begin_en or len(gelezen.kern) <= _KORT) and gelezen.heel

    @staticmethod
    def _vraagt_per_jaar(gelezen: Gelezen, vorige: Cijfervraag) -> bool:
        """Whether the single years are asked after a whole period: 'en per jaar?'."""
        periode = any(years.is_periode(j) for j in vorige.jaren) or not vorige.jaren
        return periode and {"per", "jar"} <= gelezen.kern and len(gelezen.kern) <= _KORT + 1

    def _alleen_deel(self, gelezen: Gelezen) -> bool:
        """Whether the text names a part of something, without saying of what."""
        return gelezen.begin_en and not self._ontleder.herkent.indicatoren(gelezen.kern).get(gelezen.indicator or "")

    def _deel_van(self, delen: tuple[Paar, ...], gelezen: Gelezen) -> bool:
        """Whether a short text is wholly the name of a part of what was asked before."""
        woorden = frozenset(s for paar in delen for s in gelezen.genoemd[paar])
        anders = gelezen.cijferwoord or gelezen.vraagt_maat or gelezen.onverklaard
        return bool(delen) and gelezen.begin_en and not anders and gelezen.naam <= woorden

    @staticmethod
    def _genoemde_stammen(gelezen: Gelezen) -> Woordgroep:
        return frozenset(s for groep in gelezen.genoemd.values() for s in groep)

    def vervolg(self, gelezen: Gelezen, vorige: Cijfervraag, regio: str | None) -> Cijfervraag:
        """The question before it with what the text changes."""
        nieuw = self._ontleder.herkent.uitsplitsing(vorige.indicatoren[0], gelezen.genoemd)
        gelezen = replace(gelezen, gebieden=zonder_delen(gelezen, nieuw))
        geheel = self._vraagt_geheel(gelezen) and not nieuw
        if geheel and vorige.uitsplitsing and (periode := self._reikwijdte.periode_van_deel(vorige)):
            return replace(vorige, jaren=periode, vergelijking=None, zekerheid=VERVOLG, ook=())
        if self._vraagt_per_jaar(gelezen, vorige):
            return replace(vorige, jaren=(), vergelijking="reeks", zekerheid=VERVOLG, ook=())
        uitsplitsing = () if geheel or self._is_geheel_gebied(gelezen, vorige, regio) else vorige.uitsplitsing
        uitsplitsing = nieuw or uitsplitsing
        gebieden, vergelijking = self._reikwijdte.gebieden_en_vergelijking(gelezen, vorige.regio or regio)
        if vorige.vergelijking in ("hoogste", "laagste", "landelijk") and self._alleen_maat(gelezen, nieuw):
            vergelijking = vorige.vergelijking
        if geheel and vorige.uitsplitsing and vergelijking == SOM:
            vergelijking = None  # "en voor alles samen" after a part: the whole, no sum of its years
        if vergelijking == "landelijk" and not gelezen.gebieden:
            gebieden = tuple(g for g in vorige.gebieden if g != LAND) or gebieden
        if (
            vergelijking in ("hoogste", "laagste")
            and gelezen.rangorde in ("gebied", "gemeente")
            and not gelezen.gebieden
            and not (gelezen.rangorde == "gebied" and vorige.vergelijking in ("hoogste", "laagste"))
        ):
            gebieden = ()
        elif not gebieden:
            gebieden = vorige.gebieden
        nieuw_gebied = gebieden != vorige.gebieden
        jaren = gelezen.jaren if geheel else self._reikwijdte.jaren(gelezen, vorige)
        if naast := self._naast_vorige(gelezen, vorige, gebieden):
            gebieden, vergelijking, jaren = naast, "verschil", gelezen.jaren or vorige.jaren
        vraag = replace(
            vorige,
            gebieden=gebieden,
            jaren=jaren,
            uitsplitsing=uitsplitsing,
            eenheid=gelezen.eenheid or vorige.eenheid,
            status=gelezen.status or (None if gelezen.eigen and vorige.status == "norm" else vorige.status),
            vergelijking=vergelijking,
            regio=self._reikwijdte.regio(gebieden, vorige.regio or regio),
            zekerheid=VERVOLG,
            rangorde=self._rangorde(gelezen, vorige, vergelijking),
            ook=(),
            eerder=vorige.gebieden if nieuw_gebied else vorige.eerder,
        )
        if not gelezen.status and self._alleen_resultaat(vraag):
            vraag = replace(vraag, status=None)
        return replace(vraag, jaren=()) if not gelezen.jaren and self._zonder_jaartal(vraag) else vraag

    @staticmethod
    def _rangorde(gelezen: Gelezen, vorige: Cijfervraag, vergelijking: str | None) -> str:
        """What is ranked: "en de laagste" ranks what the question before it did."""
        if gelezen.rangorde == "gebied" and vorige.vergelijking in ("hoogste", "laagste"):
            return vorige.rangorde
        return gelezen.rangorde if vergelijking == gelezen.vergelijking else vorige.rangorde

    def _zonder_jaartal(self, vraag: Cijfervraag) -> bool:
        """Whether the source gives no year at all with the figure of another area, so that none can be carried over."""
        gebied = vraag.gebieden[0] if len(vraag.gebieden) == 1 else None
        rijen = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio) if gebied else []
        return bool(rijen) and not any(r.jaar for r in met_status(rijen, vraag.status))

    def _is_geheel_gebied(self, gelezen: Gelezen, vorige: Cijfervraag, regio: str | None) -> bool:
        """Whether the region as a whole is asked, of which the part before is not known."""
        gebied = vorige.regio or regio
        return gelezen.hele_regio and not self._tabel.kies(vorige.indicatoren, gebied, vorige.uitsplitsing, gebied)

    @staticmethod
    def _naast_vorige(gelezen: Gelezen, vorige: Cijfervraag, gebieden: tuple[str, ...]) -> tuple[str, ...]:
        """Two areas held against each other: "is dat meer dan in Aalten", or "hoeveel scheelt dat" after both."""
        if len(gebieden) != 1 or LAND in gebieden:
            return ()
        if gelezen.tegenover and gebieden != vorige.gebieden and len(vorige.gebieden) == 1:
            return (*gebieden, *vorige.gebieden)
        zelfde = gelezen.scheelt and not gelezen.gebieden and not gelezen.jaren and not gelezen.eigen
        return (*vorige.eerder, *gebieden) if zelfde and len(vorige.eerder) == 1 else ()

    def _alleen_resultaat(self, vraag: Cijfervraag) -> bool:
        """Whether of the asked years there is a result and no target, after a question for a target."""
        if vraag.status not in STREVEN or not vraag.jaren:
            return False
        gebied = vraag.gebieden[0] if vraag.gebieden else vraag.regio
        rijen = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio)
        van = [r for r in rijen if r.jaar in vraag.jaren]
        return bool(van) and not any(r.status in STREVEN for r in van)

    @staticmethod
    def _alleen_maat(gelezen: Gelezen, nieuw: tuple[Paar, ...]) -> bool:
        """Whether a text changes only the year or the unit, so that a ranking stays one."""
        anders = gelezen.gebieden or gelezen.landelijk or gelezen.vergelijking or nieuw
        return not anders and bool(gelezen.eenheid or gelezen.jaren or gelezen.schuif is not None)
