"""Reading a question: which indicator, area, year, breakdown, standing and comparison it asks for."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from knowledge.figures import framing, parts, quoted, short, years
from knowledge.figures.overview import OVERZICHT, Overzichten
from knowledge.figures.parsing import DREMPEL, GEMIDDELDE, REST, SOM, Gelezen, Ontleder, zonder_delen
from knowledge.figures.places import Gebieden
from knowledge.figures.recognise import ZWAK
from knowledge.figures.table import LAND, STREVEN, Paar, Tabel, jaren_van, met_status, paren
from knowledge.figures.vocabulary import Woordenboek, Woordgroep
from knowledge.questions import kern

_VERVOLG = 0.8  # certainty of a follow-up or an overview
_ZEKER = 0.7  # a whole text that is read this surely needs no shorter reading
_DEEL_ZEKER = 0.6  # certainty that a part of a question needs to count as one
#: "hoeveel studenten krijgen trajectbegeleiding": people are counted, whatever that costs.
_TELT_MENSEN = re.compile(
    r"(?i)\bhoe ?veel (?:\w+ )?(?:stud\w*|leerlingen|lln|jongeren|deelnemers|mensen|kinderen)\b(?!.*\b(?:kost|euro|geld|budget|betaal))"
)
_KORT = 2  # words of a text that can only be about the one before it
_VULWOORD_VERVOLG = 1  # unexplained words that a follow-up may have
_VERTELD_VERVOLG = 5  # ... and one that names both area and year, to go on or to hold a claim against the figure


@dataclass(frozen=True)
class Cijfervraag:
    """A question for a figure; stored as JSON between two turns of a conversation.

    ``eerder`` are the areas of the question before it, when this one is about others.
    """

    indicatoren: tuple[str, ...]
    gebieden: tuple[str, ...] = ()
    jaren: tuple[str, ...] = ()
    uitsplitsing: tuple[Paar, ...] = ()
    eenheid: str | None = None
    status: str | None = None
    vergelijking: str | None = None
    zekerheid: float = 0.0
    regio: str | None = None
    rangorde: str = "gebied"
    ook: tuple[Cijfervraag, ...] = ()
    eerder: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data for storage."""
        return asdict(self)

    @classmethod
    def from_dict(cls, ruw: dict[str, Any]) -> Cijfervraag:
        """The question that ``to_dict`` stored, also after a trip through JSON."""
        lijsten = {naam: tuple(ruw.get(naam, ())) for naam in ("indicatoren", "gebieden", "jaren", "eerder")}
        paren = tuple((sleutel, waarde) for sleutel, waarde in ruw["uitsplitsing"])
        ook = tuple(cls.from_dict(deel) for deel in ruw.get("ook", ()))
        return cls(**{**ruw, **lijsten, "uitsplitsing": paren, "ook": ook})

    def zelfde_cijfer(self, ander: Cijfervraag) -> bool:
        """Whether two questions ask for the same figure, apart from how sure their reading is."""
        return replace(self, zekerheid=0.0) == replace(ander, zekerheid=0.0)


class Lezer:
    """Reads questions against the indicators, areas and breakdowns that the table has."""

    def __init__(
        self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek, vandaag: Callable[[], dt.date] = dt.date.today
    ) -> None:
        self._tabel, self._gebieden, self._boek = tabel, gebieden, boek
        self._ontleder = Ontleder(tabel, gebieden, boek, vandaag)
        self._overzichten = Overzichten(tabel, boek)

    # -- reading ---------------------------------------------------------------------------------

    def lees(self, vraag: str, regio: str | None, vorige: Cijfervraag | None) -> Cijfervraag | None:
        """The figure that a text asks for, or none when it asks for something else.

        A second figure in the same text goes along in ``ook``.
        """
        heel = self._zonder_aanloop(
            vraag, regio, self._met_tweede(vraag, self._een_of_uitgeschreven(vraag, regio, vorige)), vorige
        )
        delen = parts.deelvragen(vraag, self._boek)
        if len(delen) < 2 or (heel and heel.vergelijking):
            return heel
        gelezen: list[Cijfervraag] = []
        for deel in delen:
            eerder = gelezen[-1] if gelezen else None
            nieuw = self._een(deel, regio, eerder or vorige, eerder.uitsplitsing if eerder else ())
            if nieuw and nieuw.zekerheid >= _DEEL_ZEKER and not any(nieuw.zelfde_cijfer(g) for g in gelezen):
                gelezen.append(nieuw)
        eigen_eenheid = any(self._boek.eenheidswoorden & set(self._boek.stammen(deel)) for deel in delen[1:])
        if len(gelezen) < 2 or (heel and not eigen_eenheid and _omvat(heel, gelezen)):
            return heel
        return replace(gelezen[0], ook=tuple(gelezen[1:]))

    def _zonder_aanloop(
        self, vraag: str, regio: str | None, heel: Cijfervraag | None, vorige: Cijfervraag | None
    ) -> Cijfervraag | None:
        """A reading of the clause that asks, when what is told around it makes the whole doubtful."""
        if heel and heel.zekerheid >= _ZEKER:
            return heel
        if vorige and (begin := framing.voor_de_komma(vraag)) and (verder := self._een(begin, regio, vorige)):
            return verder
        zinnen = dict.fromkeys([*framing.vraagzinnen(vraag, self._boek), *kern(vraag)])
        if not zinnen or (gelezen := self._ontleder.ontleed(vraag, regio)).geen_cijfer:
            return heel
        kader = [*(" ".join(w) for w in gelezen.gebieden.values()), *gelezen.jaren]
        korter = [k for z in zinnen if (k := self._een(framing.met_kader(z, kader), regio, None))]
        return max([*([heel] if heel else []), *korter], key=lambda v: v.zekerheid, default=None)

    def _een_of_uitgeschreven(self, vraag: str, regio: str | None, vorige: Cijfervraag | None) -> Cijfervraag | None:
        """One figure; a follow-up of a word or two is read as what it stands for when it says nothing by itself."""
        gelezen = self._een(vraag, regio, vorige)
        if gelezen is not None or vorige is None:
            return gelezen
        langer = short.uitgeschreven(vraag, vorige.uitsplitsing, self._boek)
        return next((v for t in langer if (v := self._een(t, regio, vorige)) is not None), None)

    def _met_tweede(self, vraag: str, heel: Cijfervraag | None) -> Cijfervraag | None:
        """The question with a second indicator: 'terug naar school en werk'."""
        if heel is None or " en " not in vraag or heel.vergelijking:
            return heel
        gelezen = self._ontleder.ontleed(vraag, heel.regio)
        plaatsen = {*heel.gebieden} or {heel.regio or LAND}
        tweede = self._ontleder.herkent.tweede(gelezen.kern, gelezen.onverklaard, plaatsen)
        if tweede is None or tweede in heel.indicatoren:
            return heel
        return replace(heel, ook=(replace(heel, indicatoren=self._tabel.groep(tweede)),))

    def _een(
        self, vraag: str, regio: str | None, vorige: Cijfervraag | None, erft: tuple[Paar, ...] = ()
    ) -> Cijfervraag | None:
        """One figure; ``erft`` is the part that the text before it named, when this one names none."""
        gelezen = self._ontleder.ontleed(vraag, regio)
        if erft and gelezen.indicator and not gelezen.uitsplitsing:
            past = self._tabel.voorkomens(self._tabel.groep(gelezen.indicator), erft)
            gelezen = replace(gelezen, uitsplitsing=erft) if past else gelezen
        if gelezen.geen_cijfer:
            return None
        if vorige is not None and self._is_vervolg(gelezen, vorige):
            return self._vervolg(gelezen, vorige, regio)
        if overzicht := self._overzicht(gelezen, regio):
            return overzicht
        if gelezen.indicator is None:
            if aangehaald := self._aangehaald(gelezen, regio):
                return aangehaald
            gelezen = self._ontleder.met_hoofdindicator(gelezen, regio)
        verder = vorige is not None and gelezen.begin_en and gelezen.score >= 1 - ZWAK and not gelezen.onverklaard
        zekerheid = _VERVOLG if verder else self._ontleder.zekerheid(gelezen)
        if gelezen.indicator is None or zekerheid < DREMPEL or not self._verdeelbaar(gelezen):
            return None
        if _TELT_MENSEN.search(vraag) and self._tabel.indicatoren[gelezen.indicator].eenheid == "euro":
            return None
        nieuw = self._nieuw(self._passend(gelezen), vorige, regio, zekerheid)
        return nieuw if self._is_bekend(nieuw) else None

    def _overzicht(self, gelezen: Gelezen, regio: str | None) -> Cijfervraag | None:
        gebied = next(iter(gelezen.gebieden), LAND if gelezen.landelijk else regio)
        indicatoren = self._overzichten.indicatoren(gelezen, gebied)
        if not indicatoren or gebied is None:
            return None
        return Cijfervraag(
            indicatoren, (gebied,), gelezen.jaren, status=gelezen.status, vergelijking=OVERZICHT,
            zekerheid=_VERVOLG, regio=self._regio((gebied,), regio),
        )  # fmt: skip

    def _aangehaald(self, gelezen: Gelezen, regio: str | None) -> Cijfervraag | None:
        """The figure that a question quotes without naming it: 'hoeveel jongeren zijn dat, die 1,2%'."""
        if not (gelezen.citaten and regio and (gelezen.vraagt_maat or gelezen.eenheid)) or gelezen.onverklaard:
            return None
        gevonden = quoted.aangehaald(gelezen.citaten, self._tabel.observaties.values(), regio)
        if len({o.indicator for o in gevonden}) != 1:
            return None
        o = gevonden[0]
        status = o.status if o.status in STREVEN else None
        return Cijfervraag(
            self._tabel.groep(o.indicator), (o.gebied,), (o.jaar,) if o.jaar else (), paren(o.uitsplitsing),
            gelezen.eenheid, status, zekerheid=_VERVOLG, regio=regio,
        )  # fmt: skip

    def _verdeelbaar(self, gelezen: Gelezen) -> bool:
        """Whether a division is asked of something that can be divided: money or a share, not a count of things."""
        indicator = self._tabel.indicatoren[gelezen.indicator or ""]
        return gelezen.vergelijking != "verdeling" or indicator.eenheid in ("euro", "%")

    def _passend(self, gelezen: Gelezen) -> Gelezen:
        """The reading without a standing or comparison that the indicator does not have at all."""
        assert gelezen.indicator is not None
        indicator = self._tabel.indicatoren[gelezen.indicator]
        bekend = self._tabel.voorkomens(self._tabel.groep(indicator.id), gelezen.uitsplitsing)
        if not bekend:
            return gelezen
        if gelezen.status in STREVEN and not any(o.status in STREVEN for o in bekend):
            gelezen = replace(gelezen, status=None)
        if indicator.vraagwoorden and indicator.eenheid != "%" and LAND not in {o.gebied for o in bekend}:
            gelezen = replace(gelezen, landelijk=False)
        if len(bekend) == 1 and gelezen.vergelijking in ("hoogste", "laagste"):
            gelezen = replace(gelezen, vergelijking=None)
        if gelezen.vergelijking == SOM and max(len(gelezen.gebieden), len(gelezen.jaren)) < 2:
            gelezen = replace(gelezen, vergelijking=None)
        reeksen = Counter(
            o.gebied for o in bekend if o.jaar and o.indicator == indicator.id and o.status not in STREVEN
        )
        if gelezen.vergelijking == GEMIDDELDE and (gelezen.landelijk or max(reeksen.values(), default=0) < 2):
            gelezen = replace(gelezen, vergelijking=None)
        return gelezen

    def _is_bekend(self, vraag: Cijfervraag) -> bool:
        """Whether the region has it at all, for what is asked with 'hoeveel' or 'hoe vaak' about anything.

        Where the table has no such count, the text of the documents may have it.
        """
        if not self._tabel.indicatoren[vraag.indicatoren[0]].vraagwoorden or vraag.regio is None:
            return True
        return any(o.regio == vraag.regio for o in self._tabel.voorkomens(vraag.indicatoren, vraag.uitsplitsing))

    # -- building the question -------------------------------------------------------------------

    def _is_vervolg(self, gelezen: Gelezen, vorige: Cijfervraag) -> bool:
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
            or (gelezen.eigen and vorige.gebieden == (LAND,))
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

    def _vervolg(self, gelezen: Gelezen, vorige: Cijfervraag, regio: str | None) -> Cijfervraag:
        nieuw = self._ontleder.herkent.uitsplitsing(vorige.indicatoren[0], gelezen.genoemd)
        gelezen = replace(gelezen, gebieden=zonder_delen(gelezen, nieuw))
        geheel = self._vraagt_geheel(gelezen) and not nieuw
        if geheel and vorige.uitsplitsing and (periode := self._periode_van_deel(vorige)):
            return replace(vorige, jaren=periode, vergelijking=None, zekerheid=_VERVOLG, ook=())
        if self._vraagt_per_jaar(gelezen, vorige):
            return replace(vorige, jaren=(), vergelijking="reeks", zekerheid=_VERVOLG, ook=())
        uitsplitsing = () if geheel or self._is_geheel_gebied(gelezen, vorige, regio) else vorige.uitsplitsing
        uitsplitsing = nieuw or uitsplitsing
        gebieden, vergelijking = self._gebieden_en_vergelijking(gelezen, vorige.regio or regio)
        if vorige.vergelijking in ("hoogste", "laagste") and self._alleen_maat(gelezen, nieuw):
            vergelijking = vorige.vergelijking
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
        jaren = gelezen.jaren if geheel else self._jaren(gelezen, vorige)
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
            regio=self._regio(gebieden, vorige.regio or regio),
            zekerheid=_VERVOLG,
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

    def _nieuw(self, gelezen: Gelezen, vorige: Cijfervraag | None, regio: str | None, zekerheid: float) -> Cijfervraag:
        assert gelezen.indicator is not None
        indicatoren = self._in_gevraagde_eenheid(gelezen, regio)
        gebieden, vergelijking = self._gebieden_en_vergelijking(gelezen, regio)
        verder = vorige if gelezen.begin_en or gelezen.schuif is not None else None
        if verder and not self._heeft_jaren(indicatoren, verder.jaren):
            verder = replace(verder, jaren=())
        if verder and not gebieden and vergelijking not in ("hoogste", "laagste"):
            gebieden = verder.gebieden
        return Cijfervraag(
            indicatoren=indicatoren,
            gebieden=gebieden,
            jaren=self._jaren(gelezen, verder),
            uitsplitsing=gelezen.uitsplitsing,
            eenheid=gelezen.eenheid,
            status=gelezen.status or self._zelfde_status(indicatoren, verder),
            vergelijking=vergelijking,
            zekerheid=zekerheid,
            regio=self._regio(gebieden, regio),
            rangorde=gelezen.rangorde,
        )

    def _in_gevraagde_eenheid(self, gelezen: Gelezen, regio: str | None) -> tuple[str, ...]:
        """The indicator with its companions; of money, when shares are asked, how it is divided."""
        assert gelezen.indicator is not None
        groep = self._tabel.groep(gelezen.indicator)
        if gelezen.eenheid != "percentage" or any(self._tabel.indicatoren[i].eenheid == "%" for i in groep):
            return groep
        delen = [
            i.id for i in self._tabel.indicatoren.values() if i.eenheid == "%" and gelezen.indicator in i.samen_met
        ]
        delen = [i for i in delen if any(r.regio == regio for r in self._tabel.van([i]))]
        return self._tabel.groep(delen[0]) if delen else groep

    def _zelfde_status(self, indicatoren: tuple[str, ...], verder: Cijfervraag | None) -> str | None:
        """After a target the next figure is a target too, when it has one."""
        status = verder.status if verder else None
        return status if any(r.status == status for r in self._tabel.van(indicatoren)) else None

    def _heeft_jaren(self, indicatoren: tuple[str, ...], jaren: tuple[str, ...]) -> bool:
        """Whether an indicator is known for those years at all, so that they can be carried over."""
        bekend = {r.jaar for r in self._tabel.van(indicatoren)}
        return any(years.past(j, eigen) for j in jaren for eigen in bekend)

    def _gebieden_en_vergelijking(self, gelezen: Gelezen, regio: str | None) -> tuple[tuple[str, ...], str | None]:
        """Named areas with the comparison; 'landelijk' is an area by itself and a comparison beside another."""
        gebieden = tuple(gelezen.gebieden)
        if gelezen.status in STREVEN and gelezen.naast and not gelezen.vergelijking:
            return gebieden, "streven"
        if gelezen.landelijk and (gebieden or gelezen.eigen or gelezen.naast or gelezen.vergelijking == "verschil"):
            return gebieden or ((regio,) if regio else ()), "landelijk"
        if gelezen.landelijk:
            return (LAND,), None if gelezen.vergelijking == REST else gelezen.vergelijking
        if gelezen.heel and len(gebieden) > 1 and not gelezen.vergelijking:
            return gebieden, SOM
        if gelezen.vergelijking is None and (len(gelezen.jaren) > 1 or len(gebieden) > 1) and gelezen.naast:
            return gebieden, "verschil"
        if not gebieden and gelezen.eigen and regio:
            gebieden = () if gelezen.vergelijking in ("hoogste", "laagste") else (regio,)
        return gebieden, gelezen.vergelijking

    def _regio(self, gebieden: tuple[str, ...], regio: str | None) -> str | None:
        """The region whose document goes first: that of the named area, else the user's own."""
        return next((r for g in gebieden if (r := self._gebieden.regio_van(g))), regio)

    def _jaren(self, gelezen: Gelezen, vorige: Cijfervraag | None) -> tuple[str, ...]:
        if gelezen.jaren:
            return gelezen.jaren
        if gelezen.hele_periode and (periode := self._periode(gelezen, vorige)):
            return periode
        if vorige is None or gelezen.laatste:
            return ()
        eerder = vorige.jaren or self._getoond_jaar(vorige)
        if gelezen.schuif:
            anker = eerder[-1:] if gelezen.schuif > 0 else eerder[:1]
            return tuple(years.schuif(j, gelezen.schuif) for j in anker)
        return () if gelezen.vergelijking in ("reeks", "verschil") else eerder

    def _periode_van_deel(self, vorige: Cijfervraag) -> tuple[str, ...]:
        """The period over which there is a total of the part that was asked; none when that was shown."""
        rijen = self._tabel.kies(vorige.indicatoren, None, vorige.uitsplitsing, vorige.regio)
        jaren = {r.jaar for r in rijen if r.jaar and years.is_periode(r.jaar)}
        return () if jaren <= set(vorige.jaren) or not any(r.jaar not in jaren for r in rijen) else tuple(sorted(jaren))

    def _periode(self, gelezen: Gelezen, vorige: Cijfervraag | None) -> tuple[str, ...]:
        """The whole period that there is a figure for."""
        indicatoren = vorige.indicatoren if vorige else self._tabel.groep(gelezen.indicator or "")
        jaren = {r.jaar for r in self._tabel.van(indicatoren) if r.jaar and years.is_periode(r.jaar)}
        return tuple(sorted(jaren))

    def _getoond_jaar(self, vraag: Cijfervraag) -> tuple[str, ...]:
        """The year that was shown for a question that named none."""
        gebied = vraag.gebieden[0] if vraag.gebieden else vraag.regio
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio)
        jaren = jaren_van(met_status([r for r in keuze if r.bruikbaar], vraag.status))
        laatste = max(jaren, key=years.einde, default="")
        return (laatste,) if laatste and not years.is_periode(laatste) else ()


def _omvat(heel: Cijfervraag, delen: list[Cijfervraag]) -> bool:
    """Whether one reading already has every part: the same figure for each of the named levels or subjects."""
    sleutels = {sleutel for sleutel, _ in heel.uitsplitsing}
    genoemd = len(heel.uitsplitsing) >= len(delen) and len(sleutels) < len(heel.uitsplitsing)
    return genoemd and heel.indicatoren == delen[0].indicatoren
