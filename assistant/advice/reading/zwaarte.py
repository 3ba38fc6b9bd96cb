"""How serious problems are, when nobody says "ernstig": by their weight and by what they do to school.

A problem that is grave by nature (``ernstig: ja`` in the vocabulary) is serious as it stands.  One that weighs
(``weegt``) is a weak claim, which holds as long as school is at stake and nothing else is blamed.  Any other problem is
serious when it is named as what keeps the youth from school or ends it, or when there are problems in three domains.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.advice.reading.afleiding import Stand
from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.lezing import ZWAK, Bewering
from assistant.advice.reading.woordenschat import verband, zeg

_STAPEL = 3
_ELDERS = ("arbeid", "dagbesteding")


def zonder_geruststelling(verhaal: Verhaal, beweringen: Iterable[Bewering]) -> list[Bewering]:
    """ "gokverslaafd, verder geen problemen": what else there is not, takes nothing from what there is."""
    alle = _buiten_rust(beweringen)
    genoemd = [b for b in alle if b.oordeel == "genoemd" and b.zeker]
    zwaar = [b for b in genoemd if (b.veld, b.waarde) == ("ernstig", "ja")]
    er_is = [b for b in genoemd if b.veld == "problemen" and b.waarde]
    rust = {(b.van, b.tot) for b in genoemd if b.veld == "problemen" and not b.waarde}

    def vervalt(b: Bewering) -> bool:
        if (b.veld, b.waarde) != ("ernstig", "nee"):
            return False
        if b.kracht <= 1 and (b.van, b.tot) in {(e.van, e.tot) for e in er_is} and zwaar:
            return True  # "af en toe ruzie" beside an addiction
        if (b.van, b.tot) in rust:
            verder = verhaal.sein("verder", b.van - 3, b.tot + 1)
            return bool(zwaar or (er_is and verder)) and b.kracht < 3
        # "niks zwaars" is about what was told before it
        return any(
            z.kracht >= 1 and z.van >= b.tot and verhaal.indeling.deel[z.van] != verhaal.indeling.deel[b.van]
            for z in zwaar
        )

    return [b for b in alle if not vervalt(b)]


def _buiten_rust(beweringen: Iterable[Bewering]) -> list[Bewering]:
    """The claims without a severity that stands within a reassurance: "zonder zware problemen"."""
    alle = list(beweringen)
    rust = [b for b in alle if b.veld == "problemen" and not b.waarde and b.oordeel == "genoemd"]
    return [
        b for b in alle
        if (b.veld, b.waarde) != ("ernstig", "ja") or not any(r.van <= b.van and b.tot <= r.tot for r in rust)
    ]  # fmt: skip


def uitval_is_van_school(stand: Stand) -> None:
    """ "zit met een enkelband thuis en dreigt uit te vallen": a threat of dropping out supposes a school."""
    weg = [b for b in stand.beweringen if b.veld == "inschrijving" and b.oordeel == "genoemd" and b.zeker]
    zwak = bool(weg) and all(b.kracht == ZWAK for b in weg)
    if zwak and stand.uit.kenmerken.get("dreigende_uitval") == "ja":
        stand.uit.kenmerken["inschrijving"] = "ingeschreven"
        stand.uit.twijfel.pop("inschrijving", None)


def weeg(stand: Stand) -> None:
    """Settle ``ernstig`` where the text does not say it in so many words."""
    kenmerken = stand.uit.kenmerken
    if kenmerken.get("ernstig") == "ja" and not _gezegd(stand.beweringen):
        if _niet_aan_school(stand):
            del kenmerken["ernstig"]
        elif _zwaarte_open(stand) or _andere_oorzaak(stand):
            del kenmerken["ernstig"]
            stand.uit.twijfel["ernstig"] = zeg("zwaarte_onbekend")
    elif stand.open("ernstig") and _alles_ontkend(stand):
        kenmerken["ernstig"] = "nee"
    elif stand.open("ernstig") and kenmerken.get("dreigende_uitval", stand.bekend.get("dreigende_uitval")) == "ja":
        stapel = len(kenmerken.get("problemen") or ()) >= _STAPEL
        zwaar = stapel or _houdt_van_school(stand) or _kost_diploma(stand)
        if not _zwaarte_open(stand) and not _niet_aan_school(stand) and zwaar:
            kenmerken["ernstig"] = "ja"


def _alles_ontkend(stand: Stand) -> bool:
    """ "geen schulden, geen ruzie thuis": who denies trouble in more than one domain, and tells of none, has asked."""
    problemen = [b for b in stand.beweringen if b.veld == "problemen"]
    ontkend = {w for b in problemen if b.oordeel == "ontkend" for w in b.waarde}
    rest = [b for b in problemen if b.oordeel != "ontkend" and b.waarde]
    return len(ontkend) > 1 and not rest and not stand.geldt("problemen") and not _zwaarte_open(stand)


def _gezegd(beweringen: Sequence[Bewering]) -> bool:
    """Whether a claim stands by itself."""
    return any(
        (b.veld, b.waarde, b.oordeel) == ("ernstig", "ja", "genoemd") and b.zeker and b.kracht > ZWAK
        for b in beweringen
    )


def _niet_aan_school(stand: Stand) -> bool:
    """Nothing threatens at school, or school is over, or the youth goes to work."""
    return (
        stand.geldt("dreigende_uitval") == "nee"
        or stand.geldt("inschrijving") in ("uitgeschreven", "vrijgesteld")
        or bool({stand.geldt("perspectief"), stand.geldt("gaat_naar")} & set(_ELDERS))
    )


def _zwaarte_open(stand: Stand) -> bool:
    verhaal = stand.duider.verhaal
    return bool(verhaal.sein("zwaarte_onbekend", 0, len(verhaal.woorden)))


def _andere_oorzaak(stand: Stand) -> bool:
    """ "vindt geen stageplek en dreigt daardoor te stoppen": the threat is blamed on something light."""
    verhaal = stand.duider.verhaal
    licht = [
        v for v in verhaal.van_soort("feiten")
        if (v.begrip.naam == "lichte-oorzaak" or "taalzwak" in v.begrip.zet.get("aandacht", ()))
        and stand.duider(v).oordeel == "genoemd" and not verband("verzuim") & verhaal.tussen(v.van, v.tot)
    ]  # fmt: skip
    return any(_oorzaak(stand, v) and not _problemen_in_zin(stand, v.van) for v in licht)


def _oorzaak(stand: Stand, v: Vermelding) -> bool:
    """Whether the sentence of a mention, or the opening of the next one, makes it the cause of the threat."""
    verhaal = stand.duider.verhaal
    begin, einde = verhaal.indeling.zinsgrenzen(v.van)
    dreigt = [b.van for b in stand.beweringen if (b.veld, b.waarde) == ("dreigende_uitval", "ja")]
    if any(begin <= p < einde for p in dreigt):
        return bool(verhaal.sein("door", begin, einde))
    return bool(verhaal.sein("door", einde, einde + 3))


def _problemen_in_zin(stand: Stand, nr: int) -> bool:
    begin, einde = stand.duider.verhaal.indeling.zinsgrenzen(nr)
    return any(
        b.veld == "problemen" and b.waarde and b.oordeel == "genoemd" and begin <= b.van < einde
        for b in stand.beweringen
    )


def _verder_verteld(verhaal: Verhaal, v: Vermelding, afwezig: Sequence[int]) -> bool:
    """ "heeft long covid en redt hooguit twee ochtenden": the problem, and with "en" or a comma what comes of it."""
    erna = [p for p in afwezig if p >= v.tot]
    return (
        bool(erna)
        and bool({"en", ",", "waardoor"} & verhaal.tussen(v.tot, erna[0]))
        and not any(v.tot <= a.van < erna[0] for a in verhaal.van_soort("school", "doel"))
    )


def _houdt_van_school(stand: Stand) -> bool:
    """ "komt door haar angsten al weken niet op school": a sure problem is what keeps the youth away."""
    verhaal = stand.duider.verhaal
    afwezig = [a for a, _ in verhaal.signalen.get("uitval_weinig_er", ())]
    for v in verhaal.van_soort("problemen"):
        duiding = stand.duider(v)
        if not v.begrip.zet.get("problemen") or duiding.oordeel != "genoemd" or not duiding.zeker:
            continue
        begin, einde = verhaal.indeling.zinsgrenzen(v.van)
        _, volgende = verhaal.indeling.zinsgrenzen(min(einde, len(verhaal.woorden) - 1))
        weg = [p for p in afwezig if begin <= p < einde]
        if weg and (verhaal.sein("door", begin, einde) or _verder_verteld(verhaal, v, weg)):
            return True
        if verhaal.sein("door", einde, einde + 3) and any(einde <= p < volgende for p in afwezig):
            return True
    return False


def _kost_diploma(stand: Stand) -> bool:
    """ "de schulden zijn zo hoog dat ze dreigt te stoppen": a sure problem is told to be what ends school."""
    verhaal = stand.duider.verhaal
    dreigt = [b.van for b in stand.beweringen if (b.veld, b.waarde, b.oordeel) == ("dreigende_uitval", "ja", "genoemd")]
    for b in stand.beweringen:
        if b.veld != "problemen" or not b.waarde or b.oordeel != "genoemd" or not b.zeker:
            continue
        begin, einde = verhaal.indeling.zinsgrenzen(b.van)
        hier = any(begin <= p < einde for p in dreigt)
        if hier and verhaal.sein("erdoor", begin, einde):
            return True
    return False
