"""Where the youth lives, as far as the text tells; a place of school or work is something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.gazetteer import Gazetteer, Plaats, Treffer
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.woordenschat import kaal, lijst, verband, zeg

WOONT, UIT, LOS, SCHOOL, WERK = 4, 3, 2, 1, 0
#: The name of a line has so many words at most.
_KORTE_KOP = 3


@dataclass
class Plaatslezing:
    """Claims about ``gemeente`` and ``regio``, and what the user should know about the places."""

    beweringen: list[Bewering] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)
    twijfel: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Genoemd:
    treffer: Treffer
    rol: int
    oordeel: Oordeel
    zeker: bool = True


class Plaatslezer:
    """Decides which of the places in a text is home."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, duider: Duider, bekend: Mapping[str, Any]) -> Plaatslezing:
        """The places of one text; a region known from the conversation settles names that exist twice."""
        uit = Plaatslezing()
        alle = [g for t in self._gazetteer.zoek(duider.verhaal.woorden) if (g := _duid(duider, t))]
        for g in alle:
            if g.oordeel != "genoemd" and g.treffer.plaatsen[0].gemeente:
                uit.beweringen.append(_bewering(g, g.treffer.plaatsen[0].gemeente))
        onbekend = _thuis_onbekend(duider)
        alle = alle if onbekend else _woont_daar(duider, _bij_ouders(duider, alle))
        if onbekend and any(g.oordeel == "genoemd" and g.rol < WOONT for g in alle):
            alle = [g if g.rol == WOONT and g.zeker else replace(g, oordeel="ontkend") for g in alle]
            uit.twijfel.append("gemeente")
        echte = _hersteld(duider, [g for g in alle if g.oordeel == "genoemd"])
        regios = {p.regio for g in echte for p in g.treffer.plaatsen if not p.gemeente and p.regio}
        plekken = [g for g in echte if any(p.gemeente or not p.regio for p in g.treffer.plaatsen)]
        if plekken:
            self._kies(plekken, regios or {bekend.get("regio", "")}, uit)
        if len(regios) == 1 and not any(b.veld == "gemeente" and b.oordeel == "genoemd" for b in uit.beweringen):
            g = next(g for g in echte if g.treffer.plaatsen[0].regio in regios)
            uit.beweringen.append(Bewering("regio", next(iter(regios)), g.treffer.van, g.treffer.tot))
        _onbekende_plaats(duider, alle, uit)
        return uit

    def _kies(self, plekken: list[_Genoemd], regios: set[Any], uit: Plaatslezing) -> None:
        hoogste = max(g.rol for g in plekken)
        beste = [g for g in plekken if g.rol == hoogste]
        thuis = beste[-1] if hoogste >= UIT else beste[0]
        mogelijk = (
            _binnen(thuis.treffer.plaatsen, regios) if len(thuis.treffer.plaatsen) > 1 else thuis.treffer.plaatsen
        )
        namen = {p.gemeente for g in beste for p in g.treffer.plaatsen[:1]}
        if len(mogelijk) > 1:
            _meerduidig(mogelijk, uit)
        elif hoogste <= LOS and len(namen) > 1:
            uit.twijfel.append("gemeente")
            uit.opmerkingen.append(zeg("meerdere_plaatsen", namen=", ".join(sorted(namen - {""}))))
        else:
            _thuis(thuis, mogelijk[0], plekken, regios, uit)


def _thuis_onbekend(duider: Duider) -> bool:
    """ "stage in Roden, waar hij woont weet ik niet", "school in Deurne, woonadres is afgeschermd"."""
    verhaal = duider.verhaal
    for plek in verhaal.sein("plaats-woont", 0, len(verhaal.woorden)):
        _, einde = verhaal.indeling.zinsgrenzen(plek)
        begin, _ = verhaal.indeling.grenzen(plek)
        adres = verhaal.norm(plek) in verband("woonadres")
        vraagt = adres or bool(verband("waar_welke") & verhaal.tussen(begin, plek))
        onbekend = verhaal.sein("onbekend", begin, einde) or verhaal.sein("adres_geheim", begin, einde)
        if vraagt and onbekend and not duider.houder.van[plek]:
            return True
    return False


def _bij_ouders(duider: Duider, genoemd: list[_Genoemd]) -> list[_Genoemd]:
    """ "moeder uit Norg belt", "ouders (Mook) schrijven": where who tells of the youth is from, when no other place is named."""
    if any(g.oordeel == "genoemd" and g.rol >= LOS for g in genoemd):
        return genoemd

    def meldt(g: _Genoemd) -> bool:
        zin, _ = duider.verhaal.indeling.zinsgrenzen(g.treffer.van)
        ouder = duider.houder.van[g.treffer.van]
        plek = next((n for n in range(zin, g.treffer.van) if duider.verhaal.norm(n) == ouder), -1)
        van_hem = duider.verhaal.norm(plek - 1) in verband("bezittelijk")
        return g.rol in (UIT, LOS) and ouder in verband("ouder") and not van_hem

    return [replace(g, oordeel="genoemd", rol=LOS) if meldt(g) else g for g in genoemd]


def _woont_daar(duider: Duider, genoemd: list[_Genoemd]) -> list[_Genoemd]:
    """ "een zorgboerderij in Annen, woont daar ook": the last place named before it is home."""
    verhaal, uit = duider.verhaal, list(genoemd)
    for plek in verhaal.sein("plaats-woont", 0, len(verhaal.woorden)):
        begin, einde = verhaal.indeling.grenzen(plek)
        hier = verhaal.tussen(max(begin, plek - 3), min(einde, plek + 3)) & verband("daar")
        eerder = [nr for nr, g in enumerate(uit) if g.treffer.tot <= plek]
        if (
            hier
            and eerder
            and not any(begin <= g.treffer.van < einde for g in uit)
            and not duider.houder.van[plek]
            or hier
            and "waar" in hier
            and eerder
            and uit[eerder[-1]].treffer.tot >= plek - 4
        ):
            uit[eerder[-1]] = replace(uit[eerder[-1]], rol=WOONT)
    return uit


def _duid(duider: Duider, treffer: Treffer) -> _Genoemd | None:
    verhaal = duider.verhaal
    if duider.vorm.is_vraag(treffer.van):
        return None
    begin, einde = verhaal.indeling.grenzen(treffer.van)
    begin = _onder_kop(verhaal, begin)
    ander = duider.houder.van[treffer.van] and not _met_gezin(duider, treffer.van)
    oordeel: Oordeel = "ander-persoon" if ander else "genoemd"
    voorbij = verhaal.sein("plaats-verleden", begin, treffer.van)
    if voorbij and verhaal.norm(voorbij[-1]) in ("woonde", "vroeger", "voorheen", "groeide"):
        oordeel = "verleden"
    if verhaal.sein("vorige_woonplaats", begin, einde):
        oordeel = "verleden"
    if verhaal.norm(treffer.van - 1) == "van" and verband("verhuisd") & verhaal.tussen(begin, treffer.van):
        oordeel = "verleden"
    if oordeel == "genoemd" and "niet" in verhaal.tussen(max(begin, treffer.van - 3), treffer.van):
        oordeel = "ontkend"
    return _Genoemd(treffer, _rol(duider, treffer, begin, einde), oordeel, _zeker(duider, treffer))


def _met_gezin(duider: Duider, nr: int) -> bool:
    """ "de hele familie is uit huis gezet en zit nu in een huisje bij Roden": where the family is, the youth is."""
    verhaal = duider.verhaal
    begin, einde = verhaal.indeling.zinsgrenzen(nr)
    heel = verband("hele_gezin") & verhaal.tussen(begin, nr) and duider.houder.van[nr] in verband("hele_gezin")
    return bool(heel) and bool(verband("zitten_nu") & verhaal.tussen(begin, einde))


def _onder_kop(verhaal: Verhaal, begin: int) -> int:
    """ "School: Nijmegen", "Adres: Leuth": the name of the line tells which place it is."""
    if not begin or verhaal.norm(begin) != ":":
        return begin
    vorig, punt = verhaal.indeling.grenzen(begin - 1)
    return vorig if punt - vorig <= _KORTE_KOP else begin


def _zeker(duider: Duider, treffer: Treffer) -> bool:
    """A doubt about something else in the sentence does not touch the place."""
    begin, _ = duider.verhaal.indeling.grenzen(treffer.van)
    vlakbij = duider.verhaal.sein("onzeker", max(begin, treffer.van - 5), treffer.tot + 1)
    if duider.twijfel.is_gevraagd(treffer.van) and duider.verhaal.sein("plaats-woont", begin, treffer.tot + 2):
        return False
    return not vlakbij or duider.twijfel.is_zeker(treffer.van, treffer.tot)


def _hersteld(duider: Duider, genoemd: list[_Genoemd]) -> list[_Genoemd]:
    """Without names that the speaker takes back ("Haren? nee Vries") or adds to say where ("Lent bij Nijmegen")."""
    uit: list[_Genoemd] = []
    for g in genoemd:
        vorige, van = uit[-1] if uit else None, g.treffer.van
        if vorige and van - vorige.treffer.tot <= 5 and duider.verhaal.sein("correctie", vorige.treffer.tot, van):
            uit[-1] = replace(g, rol=max(g.rol, vorige.rol))
        elif not (vorige and van - vorige.treffer.tot == 1 and duider.verhaal.norm(van - 1) in verband("vlak_bij")):
            uit.append(g)
    return uit


def _rol(duider: Duider, treffer: Treffer, begin: int, einde: int) -> int:
    """Home, from, school or work, by the nearest telling word before the place (or else after it)."""
    verhaal, van = duider.verhaal, treffer.van
    verhuisd = verhaal.norm(van - 1) == "naar" and verband("verhuisd") & verhaal.tussen(begin, van)
    if verhaal.norm(van - 1) == "gemeente" or verhuisd:
        return WOONT
    if _bij_school(verhaal, van, begin):
        return SCHOOL
    woont, school, werk = (verhaal.sein(f"plaats-{s}", begin, van) for s in ("woont", "school", "werk"))
    if woont and woont[-1] >= max([*school, *werk, -1]) or woont and verhaal.norm(van - 1) in ("in", "te"):
        return WOONT
    if verhaal.norm(van - 1) == "uit":
        return UIT
    if werk and werk[-1] > max([*school, -1]):
        return WERK
    if school:
        return SCHOOL
    return (
        WOONT if verhaal.sein("plaats-woont", treffer.tot, min(einde, treffer.tot + 3)) else _na(duider, treffer, einde)
    )


def _bij_school(verhaal: Verhaal, van: int, begin: int) -> bool:
    """ "wil naar mbo niveau 4, in Groningen": an aside to a going to school; "vso, in Assen" may tell where he lives."""
    if not begin or verhaal.norm(begin) != "," or verhaal.norm(van - 1) != "in" or van - begin > 2:
        return False
    vorig, einde = verhaal.indeling.grenzen(begin - 1)
    school = any(vorig <= v.van < einde for v in verhaal.van_soort("school"))
    return school and "naar" in verhaal.tussen(vorig, einde)


def _na(duider: Duider, treffer: Treffer, einde: int) -> int:
    """ "Drenthe College Assen", "in Groningen op school"."""
    verhaal = duider.verhaal
    na = [verhaal.norm(n) for n in range(treffer.tot, min(einde, treffer.tot + 3))]
    return SCHOOL if verhaal.norm(treffer.van - 1) == "in" and "school" in na else LOS


def _binnen(plaatsen: tuple[Plaats, ...], regios: set[Any]) -> tuple[Plaats, ...]:
    return tuple(p for p in plaatsen if p.regio in regios) or plaatsen


def _bewering(g: _Genoemd, gemeente: str) -> Bewering:
    return Bewering("gemeente", gemeente, g.treffer.van, g.treffer.tot, g.oordeel, g.zeker, 1 + g.rol)


def _meerduidig(mogelijk: tuple[Plaats, ...], uit: Plaatslezing) -> None:
    keuzes = " of ".join(sorted({f"gemeente {p.gemeente}" for p in mogelijk}))
    uit.twijfel.append("gemeente")
    uit.opmerkingen.append(zeg("meerduidig", naam=mogelijk[0].naam, keuzes=keuzes))


def _thuis(g: _Genoemd, plaats: Plaats, plekken: list[_Genoemd], regios: set[Any], uit: Plaatslezing) -> None:
    if not plaats.gemeente:
        uit.opmerkingen.append(zeg("buiten", naam=plaats.naam))
        return
    elders = lijst("plaatsen")["buiten_ook"].get(kaal(plaats.naam))
    if elders and plaats.regio not in regios:
        uit.opmerkingen.append(zeg("ook_elders", naam=plaats.naam, gemeente=plaats.gemeente, elders=elders))
    uit.beweringen.append(_bewering(g, plaats.gemeente))
    if g.rol < UIT or not g.treffer.precies:
        uit.opmerkingen.append(zeg("te_bevestigen", naam=plaats.naam, gemeente=plaats.gemeente))
    uit.opmerkingen.extend(_grensverkeer(g, plaats, plekken))


def _grensverkeer(g: _Genoemd, thuis: Plaats, plekken: list[_Genoemd]) -> Iterator[str]:
    for ander in plekken:
        plek = ander.treffer.plaatsen[0]
        if ander is not g and ander.rol == SCHOOL and plek.regio != thuis.regio:
            yield zeg("grensverkeer", naam=plek.naam, gemeente=thuis.gemeente)


def _onbekende_plaats(duider: Duider, alle: list[_Genoemd], uit: Plaatslezing) -> None:
    """ "woont in X" with a name that is not known."""
    verhaal = duider.verhaal
    gevonden = {nr for g in alle for nr in range(g.treffer.van, g.treffer.tot)}
    for plek in verhaal.sein("plaats-woont", 0, len(verhaal.woorden)):
        voorzetsel = next((n for n in range(plek + 1, plek + 4) if verhaal.norm(n) in ("in", "te")), None)
        if voorzetsel is None or voorzetsel + 1 >= len(verhaal.woorden) or voorzetsel + 1 in gevonden:
            continue
        naam = verhaal.woorden[voorzetsel + 1]
        if naam.hoofdletter and naam.soort == "woord":
            uit.opmerkingen.append(zeg("onbekende_plaats", naam=naam.ruw))
