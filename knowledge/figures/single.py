"""Reading a text as one question for a figure: its indicator, area, year, breakdown and comparison."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.figures import quoted
from knowledge.figures.continuation import VERVOLG, Vervolglezer
from knowledge.figures.overview import OVERZICHT, Overzichten
from knowledge.figures.parsed import GEMIDDELDE, SOM, Gelezen
from knowledge.figures.parsing import DREMPEL, Ontleder
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.reach import Reikwijdte
from knowledge.figures.recognise import ZWAK
from knowledge.figures.table import LAND, STREVEN, Paar, Tabel, paren
from knowledge.figures.vocabulary import Woordenboek

#: "hoeveel studenten krijgen trajectbegeleiding": people are counted, whatever that costs.
_TELT_MENSEN = re.compile(
    r"(?i)\bhoe ?veel (?:\w+ )?(?:stud\w*|leerlingen|lln|jongeren|deelnemers|mensen|kinderen)\b(?!.*\b(?:kost|euro|geld|budget|betaal))"
)
#: Units in which people are counted.
_MENSEN = ("jongeren", "leerlingen", "deelnemers", "studenten", "scholieren", "plaats")
#: "hoeveel geld is er per jaar voor het programma": an amount, never the term of it.
_VRAAGT_GELD = re.compile(
    r"(?i)\b(?:hoe ?veel (?:geld|euro|budget|subsidie)|(?:welk|(?:wat|hoe hoog|hoe groot) (?:is|was) (?:het|dat|de|ons|jullie)(?: \w+)?) (?:jaar)?(?:bedrag|budget|subsidie))\b"
)
#: "hoe lang mag iemand blijven", "hoeveel dagen werken is dat": a length of time, never another size.
_VRAAGT_TIJD = re.compile(r"(?i)\bhoe ?(?:lang|veel (dagen|weken|maanden))\b")
_TIJD = ("uur", "dag", "week", "weken", "maand", "jaar", "sessie", "blok")
#: "vanaf welk jaar werken de scholen met ...": a date, never the size of something in some year.
_VRAAGT_BEGIN = re.compile(
    r"(?i)\b(?:vanaf (?:welk \w*jaar|wanneer)|sinds (?:welk \w*jaar|wanneer)|(?:in )?welk \w*jaar (?:begon|begonnen|startte|startten|is \w+ (?:begonnen|gestart)))\b"
)
#: A change, told by its two ends.
_VAN_NAAR = re.compile(r"(?i)\bvan hoe ?veel (?:\w+ ){0,2}naar hoe ?veel\b")
_VRAAGT_JAAR = re.compile(r"(?i)\b(?:wanneer|welk \w*jaar|welke periode)\b")


class Enkellezer:
    """Reads one question against the indicators, areas and breakdowns that the table has."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek, ontleder: Ontleder) -> None:
        self._tabel, self._ontleder = tabel, ontleder
        self._overzichten = Overzichten(tabel, boek)
        self._reikwijdte = Reikwijdte(tabel, gebieden)
        self._vervolglezer = Vervolglezer(tabel, boek, ontleder, self._reikwijdte)

    def lees(
        self, vraag: str, regio: str | None, vorige: Cijfervraag | None, erft: tuple[Paar, ...] = ()
    ) -> Cijfervraag | None:
        """One figure; ``erft`` is the part that the text before it named, when this one names none."""
        gelezen = self._ontleder.ontleed(vraag, regio)
        if erft and gelezen.indicator and not gelezen.uitsplitsing and not gelezen.heel:
            past = self._tabel.voorkomens(self._tabel.groep(gelezen.indicator), erft)
            gelezen = replace(gelezen, uitsplitsing=erft) if past else gelezen
        if gelezen.geen_cijfer:
            return None
        if (
            vorige is not None
            and not self._telt_iets_anders(vraag, vorige)
            and self._vervolglezer.is_vervolg(gelezen, vorige)
        ):
            return self._vervolglezer.vervolg(gelezen, vorige, regio)
        if overzicht := self._overzicht(gelezen, regio):
            return overzicht
        if gelezen.indicator is None:
            if aangehaald := self._aangehaald(gelezen, regio):
                return aangehaald
            gelezen = self._ontleder.met_hoofdindicator(gelezen, regio)
        gaat_door = gelezen.begin_en or gelezen.schuif is not None  # "en werk", "terug naar school zelfde jaar"
        verder = vorige is not None and gaat_door and gelezen.score >= 1 - ZWAK and not gelezen.onverklaard
        zekerheid = VERVOLG if verder else self._ontleder.zekerheid(gelezen)
        if gelezen.indicator is None or zekerheid < DREMPEL or not self._verdeelbaar(gelezen):
            return None
        if self._vraagt_ander_begin(vraag, gelezen) or self._vraagt_andere_tijd(vraag, gelezen):
            return None
        in_geld = self._tabel.indicatoren[gelezen.indicator].eenheid == "euro"
        if (_TELT_MENSEN.search(vraag) and in_geld) or (_VRAAGT_GELD.search(vraag) and not in_geld):
            return None
        nieuw = self._in_aangehaald_jaar(vraag, gelezen, self._nieuw(self._passend(gelezen), vorige, regio, zekerheid))
        if gelezen.delen_apart and self._heeft_delen(nieuw):
            nieuw = replace(nieuw, ook=(replace(nieuw, uitsplitsing=()),))
        return nieuw if self._is_bekend(nieuw) else None

    def _heeft_delen(self, vraag: Cijfervraag) -> bool:
        """Whether several parts, or one level of education, are asked of what there is a total of too."""
        soorten = dict(vraag.uitsplitsing)
        delen = len(vraag.uitsplitsing) > len(soorten) or set(soorten) == {"onderwijs"}
        return delen and self._ontleder.herkent.heeft_totaal(vraag.indicatoren[0])

    def _telt_iets_anders(self, vraag: str, vorige: Cijfervraag) -> bool:
        """Whether people are counted, after a figure in hours, euros or meetings: that goes on about no such figure."""
        eenheden = {self._tabel.indicatoren[i].eenheid for i in vorige.indicatoren}
        return bool(_TELT_MENSEN.search(vraag)) and not any(e == "%" or e.startswith(_MENSEN) for e in eenheden)

    def _vraagt_ander_begin(self, vraag: str, gelezen: Gelezen) -> bool:
        """Whether it is asked since when something is done, and this figure is no year and compares none."""
        is_jaartal = "welk jaar" in self._tabel.indicatoren[gelezen.indicator or ""].vraagwoorden
        if is_jaartal:  # "van hoeveel naar hoeveel ging het sinds het begon" asks no year
            return bool(_VAN_NAAR.search(vraag))
        return bool(_VRAAGT_BEGIN.search(vraag)) and gelezen.vergelijking in (None, SOM)

    def _vraagt_andere_tijd(self, vraag: str, gelezen: Gelezen) -> bool:
        """Whether a length of time is asked, in days or in whatever, and this figure is none."""
        gevraagd = _VRAAGT_TIJD.search(vraag)
        if gevraagd is None:
            return False
        rijen = self._tabel.voorkomens(self._tabel.groep(gelezen.indicator or ""), gelezen.uitsplitsing)
        eenheden = (gevraagd[1].lower()[:3],) if gevraagd[1] else _TIJD
        return not any(o.eenheid.startswith(eenheden) for o in rijen)

    def _overzicht(self, gelezen: Gelezen, regio: str | None) -> Cijfervraag | None:
        gebied = next(iter(gelezen.gebieden), LAND if gelezen.landelijk else regio)
        indicatoren = self._overzichten.indicatoren(gelezen, gebied)
        if not indicatoren or gebied is None:
            return None
        return Cijfervraag(
            indicatoren, (gebied,), gelezen.jaren, status=gelezen.status, vergelijking=OVERZICHT,
            zekerheid=VERVOLG, regio=self._reikwijdte.regio((gebied,), regio),
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
            gelezen.eenheid, status, zekerheid=VERVOLG, regio=regio,
        )  # fmt: skip

    def _in_aangehaald_jaar(self, vraag: str, gelezen: Gelezen, nieuw: Cijfervraag) -> Cijfervraag:
        """The year in which an area had the value that is quoted: "in welk jaar zat Doesburg op 2,7 procent"."""
        if nieuw.jaren or not _VRAAGT_JAAR.search(vraag):
            return nieuw
        citaten = (*gelezen.citaten, *quoted.lees_personen(vraag))
        waar = set(nieuw.gebieden) or {nieuw.regio or LAND}
        eigen = [o for o in self._tabel.observaties.values() if o.indicator in nieuw.indicatoren and o.gebied in waar]
        gevonden = quoted.aangehaald(citaten, eigen, nieuw.regio or "")
        jaren = tuple(dict.fromkeys(o.jaar for o in gevonden if o.jaar))
        return replace(nieuw, jaren=jaren, vergelijking=None) if jaren else nieuw

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
        ordent = gelezen.vergelijking in ("hoogste", "laagste") and gelezen.rangorde != "uitsplitsing"
        if len(bekend) == 1 and ordent:
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

    def _nieuw(self, gelezen: Gelezen, vorige: Cijfervraag | None, regio: str | None, zekerheid: float) -> Cijfervraag:
        assert gelezen.indicator is not None
        indicatoren = self._in_gevraagde_eenheid(gelezen, regio)
        gebieden, vergelijking = self._reikwijdte.gebieden_en_vergelijking(gelezen, regio)
        verder = vorige if self._gaat_verder(gelezen, indicatoren, vorige) else None
        if verder and not self._reikwijdte.heeft_jaren(indicatoren, verder.jaren):
            verder = replace(verder, jaren=())
        if verder and not gebieden and vergelijking not in ("hoogste", "laagste"):
            gebieden = verder.gebieden
        jaren = self._reikwijdte.jaren(gelezen, verder)
        if gelezen.hele_periode and not jaren and vergelijking is None and gelezen.eenheid != "percentage":
            vergelijking = SOM  # no figure of the whole period: its years together
        nieuw = Cijfervraag(
            indicatoren=indicatoren,
            gebieden=gebieden,
            jaren=jaren,
            uitsplitsing=gelezen.uitsplitsing,
            eenheid=gelezen.eenheid,
            status=gelezen.status or self._zelfde_status(indicatoren, verder),
            vergelijking=vergelijking,
            zekerheid=zekerheid,
            regio=self._reikwijdte.regio(gebieden, regio),
            rangorde=gelezen.rangorde,
        )
        if gelezen.laatste and not jaren and vergelijking is None:  # "in het laatste jaar": that year alone
            return replace(nieuw, jaren=self._reikwijdte.laatste_jaar(nieuw))
        return nieuw

    @staticmethod
    def _gaat_verder(gelezen: Gelezen, indicatoren: tuple[str, ...], vorige: Cijfervraag | None) -> bool:
        """Whether the area and year before still hold: after "en", and where the same figure is pointed at."""
        if gelezen.begin_en or gelezen.schuif is not None:
            return True
        return gelezen.wijst_terug and vorige is not None and bool({*indicatoren} & {*vorige.indicatoren})

    def _in_gevraagde_eenheid(self, gelezen: Gelezen, regio: str | None) -> tuple[str, ...]:
        """The indicator with its companions; of money, when shares are asked, how it is divided."""
        assert gelezen.indicator is not None
        groep = self._tabel.groep(gelezen.indicator)
        if not (gelezen.eenheid == "percentage" or self._ordent_delen(gelezen, groep, regio)) or any(
            self._tabel.indicatoren[i].eenheid == "%" for i in groep
        ):
            return groep
        delen = [
            i.id for i in self._tabel.indicatoren.values() if i.eenheid == "%" and gelezen.indicator in i.samen_met
        ]
        delen = [i for i in delen if any(r.regio == regio for r in self._tabel.van([i]))]
        return self._tabel.groep(delen[0]) if delen else groep

    def _ordent_delen(self, gelezen: Gelezen, groep: tuple[str, ...], regio: str | None) -> bool:
        """Whether parts of the money are ranked, and its amounts are not known by measure."""
        geordend = gelezen.rangorde == "uitsplitsing" and gelezen.vergelijking in ("hoogste", "laagste")
        eigen = [r for r in self._tabel.van(groep) if r.regio == regio]
        return geordend and not any(sleutel == "maatregel" for r in eigen for sleutel, _ in r.uitsplitsing)

    def _zelfde_status(self, indicatoren: tuple[str, ...], verder: Cijfervraag | None) -> str | None:
        """After a target the next figure is a target too, when it has one."""
        status = verder.status if verder else None
        return status if any(r.status == status for r in self._tabel.van(indicatoren)) else None
