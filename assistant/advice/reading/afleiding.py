"""What follows from the facts that were read, exactly as the domain agreement prescribes; nothing else.

Every rule names its ground.  A rule fills a field that the text left open, and never overrules what was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.advice.kenmerken import WAARDEN
from assistant.advice.reading.doelen import WENS
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.oplossing import Uitkomst
from assistant.advice.reading.woordenschat import zeg

_MET_PROFIEL = ("vso", "pro")
#: From this age nobody is bound to attend school.
VOLWASSEN = 18
_WEGEN = ("gaat_naar", "perspectief")
_ELDERS = ("arbeid", "dagbesteding")
_DIPLOMA = ("diploma", "lager-diploma")


@dataclass(frozen=True)
class Stand:
    """Everything read so far; ``bekend`` is what the conversation knew before this text."""

    duider: Duider
    beweringen: Sequence[Bewering]
    uit: Uitkomst
    bekend: Mapping[str, Any]

    def geldt(self, veld: str) -> Any:
        """The value of a field: from this text, else from the conversation."""
        return self.uit.kenmerken.get(veld, self.bekend.get(veld))

    def open(self, veld: str) -> bool:
        """Whether the text neither states, doubts nor narrows the field."""
        return veld not in self.uit.kenmerken and veld not in self.uit.twijfel and veld not in self.uit.mogelijk

    def noemt(self, begrip: str, *, zeker: bool = False) -> bool:
        """Whether a concept is asserted of the youth; with ``zeker`` no hearsay."""
        duidingen = (self.duider(v) for v in self.duider.verhaal.van_soort("feiten") if v.begrip.naam == begrip)
        return any(d.oordeel == "genoemd" and (d.zeker or not zeker) for d in duidingen)


def leid_af(stand: Stand) -> None:
    """Apply every rule, in order."""
    _soort_vrijstelling(stand)
    _minderjarig_weg(stand)
    _ingeschreven(stand)
    _toch_het_diploma(stand)
    _huidig_diploma(stand)
    _profiel_is_dat(stand)
    _profiel_en_vertrek(stand)
    _werk_is_perspectief(stand)
    _kiest_werk(stand)
    _arbeid_buiten_bereik(stand)
    _keuze_open(stand)
    _niets_besloten(stand)
    _bestemming_achterhaald(stand)
    _school_van_ander(stand)
    _wil_stoppen(stand)
    _perspectief_is_profiel(stand)
    _lichte_oorzaak(stand)
    _niet_in_school(stand)
    _volwassen_thuis(stand)
    _zwaarte_onbekend(stand)
    _geen_dagbesteding(stand)


def _soort_vrijstelling(stand: Stand) -> None:
    """Section 1: an exemption is structural or temporary; the word may stand apart from it."""
    soorten = [s for s in ("structureel", "tijdelijk") if stand.noemt(f"soort-{s}")]
    if stand.geldt("inschrijving") == "vrijgesteld" and stand.open("vrijstelling") and len(soorten) == 1:
        stand.uit.kenmerken["vrijstelling"] = soorten[0]


def _minderjarig_weg(stand: Stand) -> None:
    """Who is under 18 and "no longer goes to school" is still enrolled: it threatens to become dropping out."""
    mentions = {v.van for v in stand.duider.verhaal.van_soort("feiten") if v.begrip.naam == "gaat-niet-meer"}
    weg = [b for b in stand.beweringen if (b.veld, b.waarde, b.oordeel) == ("inschrijving", "uitgeschreven", "genoemd")]
    jong = isinstance(leeftijd := stand.geldt("leeftijd"), int) and leeftijd < VOLWASSEN
    if jong and weg and all(b.van in mentions for b in weg):
        stand.uit.kenmerken["inschrijving"] = "ingeschreven"
        stand.uit.kenmerken.setdefault("dreigende_uitval", "ja")


def _ingeschreven(stand: Stand) -> None:
    """A school that is simply named is the present one, unless work, idleness or a diploma is told beside it.

    Section 1: ``onderwijs`` is the present school; a threat of dropping out supposes one.
    """
    kenmerken, mogelijk = stand.uit.kenmerken, stand.uit.mogelijk
    school = "onderwijs" in kenmerken or "onderwijs" in mogelijk
    if not school or not stand.open("inschrijving") or "inschrijving" in stand.bekend:
        return
    elders = kenmerken.get("werk") in ("geen", "12-uur-of-meer") or "werk" in mogelijk
    if "dreigende_uitval" in kenmerken or not (elders or kenmerken.get("startkwalificatie") == "ja"):
        kenmerken["inschrijving"] = "ingeschreven"


def _toch_het_diploma(stand: Stand) -> None:
    """ "ik moet geld verdienen, maar eigenlijk wil hij dat diploma": what the wish took back is no destination either."""
    kenmerken = stand.uit.kenmerken
    if (kenmerken.get("gaat_naar"), kenmerken.get("perspectief")) != ("arbeid", "startkwalificatie"):
        return
    werk = [b for b in stand.beweringen if (b.waarde, b.oordeel, b.zeker) == ("arbeid", "genoemd", True)]
    naar, wens = ([b for b in werk if b.veld == veld] for veld in ("gaat_naar", "perspectief"))
    verhaal = stand.duider.verhaal
    terug = all(
        verhaal.sein("correctie", b.tot, verhaal.indeling.zinsgrenzen(b.van)[1]) and any(w.van == b.van for w in wens)
        for b in naar
    )
    if naar and terug:
        del kenmerken["gaat_naar"]


def _huidig_diploma(stand: Stand) -> None:
    """Section 2: who wants the present diploma and names no change has ``gaat_naar`` = nee."""
    doelen = {v.van for v in stand.duider.verhaal.van_soort("doel", "feiten") if v.begrip.naam in _DIPLOMA}
    gewenst = any(
        b.van in doelen and b.veld == "perspectief" and b.oordeel == "genoemd" and b.zeker for b in stand.beweringen
    )
    weg = stand.geldt("inschrijving") in ("uitgeschreven", "vrijgesteld")
    anders = stand.bekend.get("gaat_naar") not in (None, "arbeid", "dagbesteding")
    leert_door = stand.uit.kenmerken.get("perspectief") == "startkwalificatie"
    verhaal = stand.duider.verhaal
    niet_hier = bool(verhaal.sein("niet_hier", 0, len(verhaal.woorden)))  # "een diploma, maar niet op deze school"
    if gewenst and leert_door and not (weg or anders or niet_hier) and stand.open("gaat_naar"):
        stand.uit.kenmerken["gaat_naar"] = "nee"


def _profiel_is_dat(stand: Stand) -> None:
    """ "gaat werken bij een kweker, dat is ook zijn uitstroomprofiel": the profile is what was spoken of."""
    verhaal = stand.duider.verhaal
    plekken = verhaal.sein("profiel_is_dat", 0, len(verhaal.woorden))
    gezegd = [p for p in plekken if not verhaal.sein("ontkenning", *verhaal.indeling.grenzen(p))]
    weg = stand.geldt("gaat_naar") or stand.geldt("perspectief")
    if gezegd and weg not in (None, "nee") and stand.open("uitstroomprofiel"):
        stand.uit.kenmerken["uitstroomprofiel"] = weg if weg in _ELDERS else "vervolgonderwijs"


def _profiel_en_vertrek(stand: Stand) -> None:
    """Leaving school with a profile of work or day care: that is where the youth goes."""
    bestemming = stand.uit.kenmerken.get("uitstroomprofiel", stand.uit.kenmerken.get("perspectief"))
    if bestemming in ("arbeid", "dagbesteding") and stand.open("gaat_naar") and stand.noemt("vertrek"):
        stand.uit.kenmerken["gaat_naar"] = bestemming


def _werk_is_perspectief(stand: Stand) -> None:
    """Section 1: ``perspectief`` is what can be done and is wished; who goes to work has work as the outlook.

    A new destination also undoes an outlook that the conversation knew before.
    """
    bestemming = stand.uit.kenmerken.get("gaat_naar")
    eerder = stand.bekend.get("perspectief")
    if not stand.open("perspectief"):
        return
    if bestemming == "arbeid":
        stand.uit.kenmerken["perspectief"] = "arbeid"
    elif bestemming == "dagbesteding" and eerder:
        stand.uit.kenmerken["perspectief"] = "dagbesteding"
    elif bestemming not in (None, "nee") and eerder in ("arbeid", "dagbesteding"):
        stand.uit.kenmerken["perspectief"] = "startkwalificatie"


def _kiest_werk(stand: Stand) -> None:
    """Who works (or is offered work) and is through with school has work as the outlook."""
    gaat_weg = stand.noemt("vertrek") and stand.geldt("inschrijving") != "uitgeschreven"
    klaar = gaat_weg or stand.noemt("wil-stoppen") or stand.noemt("school-voorbij") or any(
        v.begrip.naam == "gaat-niet-meer" and stand.duider.verhaal.sein("wens", *stand.duider.verhaal.indeling.grenzen(v.van))
        for v in stand.duider.verhaal.van_soort("feiten")
    )  # fmt: skip
    werkt = stand.geldt("werk") in ("minder-dan-12-uur", "12-uur-of-meer") or "werk" in stand.uit.mogelijk
    if klaar and werkt and stand.open("perspectief") and not stand.geldt("perspectief"):
        stand.uit.kenmerken["perspectief"] = "arbeid"


def _arbeid_buiten_bereik(stand: Stand) -> None:
    """Section 1: the outlook is what can be done and is wished; a job dreamt of by who can do no paid work is none.

    "Ze wil bij de Hema werken, we sturen aan op dagbesteding": then the day care that was named is.
    """
    if stand.uit.kenmerken.get("arbeidsvermogen") != "geen-loonvormend":
        return
    for veld in ("perspectief", "gaat_naar"):
        if stand.uit.kenmerken.get(veld) == "arbeid":
            del stand.uit.kenmerken[veld]
            if any(
                (b.veld, b.waarde, b.oordeel, b.zeker) == (veld, "dagbesteding", "genoemd", True)
                for b in stand.beweringen
            ):
                stand.uit.kenmerken[veld] = "dagbesteding"


def _keuze_open(stand: Stand) -> None:
    """As long as work is one of two destinations, it is not yet the outlook."""
    naar_werk = any(b.veld == "gaat_naar" and b.waarde == "arbeid" and b.oordeel == "genoemd" for b in stand.beweringen)
    if "gaat_naar" in stand.uit.twijfel and naar_werk and stand.uit.kenmerken.get("perspectief") == "arbeid":
        del stand.uit.kenmerken["perspectief"]
        stand.uit.twijfel["perspectief"] = stand.uit.twijfel["gaat_naar"]


def _niets_besloten(stand: Stand) -> None:
    """ "School zegt dagbesteding, hij wil werken; er is nog niets besloten": with two ways open neither is the outlook yet.

    Nor when two documents name different ways and "dat klopt niet met elkaar".
    """
    verhaal = stand.duider.verhaal
    wegen = {str(b.waarde) for b in stand.beweringen if b.veld in ("gaat_naar", "perspectief")}
    strijdig = len(wegen) > 1 and verhaal.sein("strijdig", 0, len(verhaal.woorden))
    if strijdig or verhaal.sein("niets_besloten", 0, len(verhaal.woorden)) or _wisselt(stand):
        gewenst = any(b.veld == "perspectief" and b.kracht >= WENS for b in stand.beweringen)
        open_ = {"gaat_naar"} if gewenst and len(wegen) == 1 else {"gaat_naar", "perspectief"}
        for veld in open_ & (stand.uit.kenmerken.keys() | stand.uit.mogelijk.keys()):
            stand.uit.kenmerken.pop(veld, None)
            stand.uit.mogelijk.pop(veld, None)
            stand.uit.twijfel[veld] = zeg("onzeker")


def _wisselt(stand: Stand) -> bool:
    """ "de ene dag wil hij werken, de andere dag naar niveau 2"."""
    verhaal = stand.duider.verhaal
    for plek in verhaal.sein("wisselt", 0, len(verhaal.woorden)):
        zin, einde = verhaal.indeling.zinsgrenzen(plek)
        wegen = {str(b.waarde) for b in stand.beweringen if b.veld in _WEGEN and zin <= b.van < einde}
        if len(wegen) > 1:
            return True
    return False


def _bestemming_achterhaald(stand: Stand) -> None:
    """Who wants to learn after all no longer goes to the work or day care that the conversation knew."""
    leert = stand.uit.kenmerken.get("perspectief") == "startkwalificatie"
    if leert and "gaat_naar" not in stand.uit.kenmerken and stand.bekend.get("gaat_naar") in ("arbeid", "dagbesteding"):
        stand.uit.achterhaald.add("gaat_naar")


def _school_van_ander(stand: Stand) -> None:
    """ "dat havodiploma is van haar vriendin": what was read off it, the school before and the diploma, is open again."""
    scholen = stand.duider.verhaal.van_soort("school")
    van_ander = (v for v in scholen if stand.duider.van_wie(v))
    if any(v.begrip.naam == stand.bekend.get("herkomst") for v in van_ander):
        stand.uit.achterhaald.update(("herkomst", "startkwalificatie"))


def _wil_stoppen(stand: Stand) -> None:
    """Who wants to stop may drop out; who stops in order to work goes to work."""
    naar_elders = {"arbeid", "dagbesteding"} & {stand.geldt("gaat_naar"), stand.geldt("perspectief")}
    if stand.noemt("wil-stoppen", zeker=True) and not naar_elders and stand.open("dreigende_uitval"):
        stand.uit.kenmerken["dreigende_uitval"] = "ja"


def _perspectief_is_profiel(stand: Stand) -> None:
    """Section 1: only vso and pro have an ``uitstroomprofiel``; elsewhere the word means the outlook."""
    profiel = stand.uit.kenmerken.get("uitstroomprofiel")
    elders = stand.geldt("onderwijs") not in (None, *_MET_PROFIEL) and stand.geldt("herkomst") not in _MET_PROFIEL
    if profiel and elders:
        del stand.uit.kenmerken["uitstroomprofiel"]
        stand.uit.kenmerken.setdefault("perspectief", {"vervolgonderwijs": "startkwalificatie"}.get(profiel, profiel))


def _lichte_oorzaak(stand: Stand) -> None:
    """Section 3, row 12: language, a wrong choice, truancy or no internship are no serious problems."""
    dreigt = stand.uit.kenmerken.get("dreigende_uitval") == "ja"
    problemen = stand.geldt("problemen") or "problemen" in stand.uit.twijfel
    if dreigt and not problemen and stand.open("ernstig") and stand.noemt("lichte-oorzaak"):
        stand.uit.kenmerken["ernstig"] = "nee"


def _niet_in_school(stand: Stand) -> None:
    """Who has left school cannot be about to drop out of it."""
    if stand.uit.kenmerken.get("inschrijving") == "uitgeschreven":
        stand.uit.kenmerken.pop("dreigende_uitval", None)


def _volwassen_thuis(stand: Stand) -> None:
    """Of an adult "zit thuis" alone does not say whether a school has no place for him; that is asked."""
    thuis = {v.van for v in stand.duider.verhaal.van_soort("feiten") if v.begrip.naam == "zit-thuis"}
    gezegd = [b for b in stand.beweringen if (b.veld, b.oordeel) == ("inschrijving", "genoemd")]
    volwassen = isinstance(leeftijd := stand.geldt("leeftijd"), int) and leeftijd >= VOLWASSEN
    if volwassen and stand.uit.kenmerken.get("inschrijving") == "thuiszitter" and all(b.van in thuis for b in gezegd):
        del stand.uit.kenmerken["inschrijving"]


def _zwaarte_onbekend(stand: Stand) -> None:
    """Section 1: unknown is not no; problems without a name, or of which the weight is not known, keep ``ernstig`` open."""
    verhaal = stand.duider.verhaal
    vaag = bool(verhaal.sein("zwaarte_onbekend", 0, len(verhaal.woorden)))
    vaag = vaag or "problemen" in stand.uit.twijfel or stand.noemt("problemen-zonder-naam")
    if vaag and stand.open("ernstig") and "ernstig" not in stand.bekend:
        stand.uit.twijfel["ernstig"] = zeg("zwaarte_onbekend")
        if not stand.geldt("problemen"):
            stand.uit.twijfel.setdefault("problemen", zeg("zwaarte_onbekend"))


def _geen_dagbesteding(stand: Stand) -> None:
    """ "heeft zijn havodiploma, gaat waarschijnlijk eerst werken": what is in doubt is no day care, and need not be asked for it."""
    wegen = {b.waarde for b in stand.beweringen if b.veld in (*_WEGEN, "uitstroomprofiel", "arbeidsvermogen")}
    werk = "arbeid" in wegen and not {"dagbesteding", "geen-loonvormend"} & wegen
    if stand.geldt("startkwalificatie") == "ja" and werk:
        for veld in stand.uit.twijfel.keys() & set(_WEGEN):
            del stand.uit.twijfel[veld]
            stand.uit.mogelijk.setdefault(veld, frozenset(WAARDEN[veld]) - {"dagbesteding"})
