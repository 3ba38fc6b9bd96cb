"""The reader: from a description as a colleague would give it to facts with their fragments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from typing import Any

import spacy

from assistant.advice.reading import gesprek
from assistant.advice.reading.afleiding import Stand, leid_af
from assistant.advice.reading.diploma_wens import zonder_ongewenst
from assistant.advice.reading.doelen import Doellezer
from assistant.advice.reading.doelvoorbij import werk_verlaten
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.feiten import Feitenlezer
from assistant.advice.reading.formulier import lees_formulier
from assistant.advice.reading.gazetteer import Gazetteer
from assistant.advice.reading.herkenning import Herkenner, Verhaal
from assistant.advice.reading.herroepen import zonder_teruggenomen
from assistant.advice.reading.leeftijd import lees_leeftijd
from assistant.advice.reading.lezing import Bewering, Gelezen, Lezing
from assistant.advice.reading.meerdere import begin_van_verhaal, terzijde, tweede_jongere
from assistant.advice.reading.oplossing import Uitkomst, los_op, ontdubbel
from assistant.advice.reading.plaatsen import Plaatslezer, Plaatslezing
from assistant.advice.reading.scholen import Schoollezer
from assistant.advice.reading.schoolloop import als_antwoord, beweer
from assistant.advice.reading.spelling import Spelling
from assistant.advice.reading.stemmen import weeg_stemmen
from assistant.advice.reading.tekst import Woordsplitser, met_leestekens
from assistant.advice.reading.vermoeden import vermoed
from assistant.advice.reading.werk import lees_werk
from assistant.advice.reading.woordenschat import verband, zeg
from assistant.advice.reading.zwaarte import uitval_is_van_school, weeg
from knowledge.model import Regio

#: Facts that go on with the story, whatever question was open.
_VERHAAL = ("gaat_naar", "perspectief", "onderwijs", "herkomst", "gemeente")
#: Facts that, once said, are not undone by an unknown elsewhere in the text.
_EENMAAL = ("leeftijd", "gemeente", "onderwijs", "herkomst")
#: What a description says not to know of these is asked; nothing is assumed in its place.
_NIET_AANNEMEN = frozenset({"startkwalificatie", "inschrijving", "dreigende_uitval"})


class Lezer:
    """Reads Dutch descriptions of a youth; build once, use for every text.

    ``namen`` are names of schools and organisations whose words are to be left as they are.
    """

    def __init__(self, regios: Iterable[Regio], namen: Iterable[str] = ()) -> None:
        gazetteer = Gazetteer(regios)
        spelling = Spelling({*gazetteer.namen(), *(w.lower() for naam in namen for w in naam.split())})
        nlp = spacy.blank("nl")
        nlp.tokenizer = Woordsplitser(nlp.vocab, spelling.verbeter)
        self._herken = lru_cache(maxsize=64)(Herkenner(nlp))
        self._onthouden = lru_cache(maxsize=64)(self._lees_tekst)  # within a turn a text is read up to four times
        self._plaatsen = Plaatslezer(gazetteer)

    def lees(
        self, tekst: str, *, peildatum: dt.date, gevraagd: str | None = None, bekend: Mapping[str, Any] | None = None
    ) -> Lezing:
        """The facts of one text; in a conversation ``gevraagd`` is the field just asked, ``bekend`` what is known."""
        eerder = {k: v for k, v in (bekend or {}).items() if v not in (None, "onbekend")}
        vast = tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(eerder.items()))
        lezing = self._onthouden(tekst, peildatum, gevraagd, vast)
        return replace(lezing, kenmerken=deepcopy(lezing.kenmerken))

    def _lees_tekst(
        self, tekst: str, peildatum: dt.date, gevraagd: str | None, vast: tuple[tuple[str, Any], ...]
    ) -> Lezing:
        eerder = {k: list(v) if isinstance(v, tuple) else v for k, v in vast}
        tekst = met_leestekens(tekst)
        verhaal = self._herken(tekst)
        if begin := begin_van_verhaal(verhaal):  # blanks, so that every fragment keeps its place
            plek = verhaal.woorden[begin].begin
            tekst = " " * plek + tekst[plek:]
            verhaal = self._herken(tekst)
        van, tot = terzijde(verhaal)
        if tot > van:
            begin, eind = verhaal.woorden[van].begin, verhaal.woorden[tot - 1].eind
            tekst = tekst[:begin] + "." + " " * (eind - begin - 1) + tekst[eind:]
            verhaal = self._herken(tekst)
        tweede = tweede_jongere(verhaal)
        if tweede is not None and tweede > 0:
            verhaal = self._herken(tekst[: verhaal.woorden[tweede].begin])
        return self._lees(verhaal, peildatum, gevraagd, eerder, tweede is not None)

    def _lees(
        self, verhaal: Verhaal, peildatum: dt.date, gevraagd: str | None, bekend: Mapping[str, Any], meer: bool
    ) -> Lezing:
        duider = Duider(verhaal)
        plaatsen = self._plaatsen(duider, bekend)
        beweringen = ontdubbel([*_beweringen(duider, peildatum, bekend, gevraagd), *plaatsen.beweringen])
        if gevraagd and verhaal.sein("meent", 0, len(verhaal.woorden)):
            beweringen = [gesprek.toch_gezegd(verhaal, b, gevraagd) for b in beweringen]
        onbekend = gesprek.onbekende_velden(verhaal, gevraagd) - _elders_gezegd(duider, beweringen, gevraagd)
        if gevraagd is None:  # said to be unknown about a named fact: a doubt, so that it is asked
            onbekend -= {b.veld for b in beweringen if b.oordeel == "genoemd" and not b.zeker}
        beweringen = _open_gelaten(
            duider, weeg_stemmen(verhaal, werk_verlaten(verhaal, zonder_teruggenomen(verhaal, beweringen)))
        )
        beweringen = zonder_ongewenst(verhaal, beweringen, bekend, gevraagd)
        uit = los_op(verhaal, [b for b in beweringen if b.veld not in onbekend], bekend)
        if gevraagd and gevraagd not in onbekend:
            _antwoord(verhaal, gevraagd, uit, beweringen)
        stand = Stand(duider, beweringen, uit, bekend)
        if gevraagd is None:
            for veld in onbekend & _NIET_AANNEMEN - uit.kenmerken.keys():
                uit.twijfel.setdefault(veld, zeg("onzeker"))
        uitval_is_van_school(stand)
        leid_af(stand)
        if gevraagd is None:
            vermoed(stand, beweringen, onbekend)
        weeg(stand)
        gewist = (gesprek.gewiste_velden(verhaal) | uit.achterhaald) - uit.kenmerken.keys()
        return _lezing(verhaal, beweringen, uit, plaatsen, onbekend - uit.kenmerken.keys(), meer, gewist, gevraagd)


def _beweringen(duider: Duider, peildatum: dt.date, bekend: Mapping[str, Any], gevraagd: str | None) -> list[Bewering]:
    herstelt = any(duider.verhaal.signalen.get(naam) for naam in ("herstelt", "correctie")) or _zei_anders(duider)
    scholen = als_antwoord(Schoollezer(duider, bekend).plekken, gevraagd, bekend, herstelt=herstelt)
    doelen = list(Doellezer(duider, bekend)())
    return [
        *lees_leeftijd(duider, peildatum),
        *beweer(scholen, bekend, gevraagd),
        *doelen,
        *Feitenlezer(duider, scholen, doelen, bekend)(),
        *lees_werk(duider, gevraagd),
        *lees_formulier(duider.verhaal),
    ]


def _open_gelaten(duider: Duider, beweringen: Sequence[Bewering]) -> list[Bewering]:
    """What is said of being enrolled goes before what the mere name of a school suggests.

    "student mbo 3; of ze nog ingeschreven staat weten we niet", "heeft het eerste jaar twee keer gedaan, staat nog
    ingeschreven".
    """
    zegt = [b for b in beweringen if b.veld == "inschrijving" and b.oordeel == "genoemd"]
    zwak = [b for b in zegt if b.kracht <= 1]
    if any(not b.zeker and duider.twijfel.open_vraag(b.van) for b in zegt):
        return [replace(b, zeker=False) if b in zwak else b for b in beweringen]
    wel = any(b.waarde == "ingeschreven" and b.zeker and _nog_ingeschreven(duider.verhaal, b) for b in zegt)
    weg = [b for b in zwak if wel and b.waarde == "uitgeschreven"]
    weg += [b for b in zegt if b.waarde == "uitgeschreven" and _weer_terug(duider.verhaal, b, zegt)]
    return [b for b in beweringen if b not in weg]


def _weer_terug(verhaal: Verhaal, weg: Bewering, zegt: Sequence[Bewering]) -> bool:
    """ "was uitgeschreven, maar is weer begonnen en zit nu op mbo 3": left before, and back since."""
    begin, _ = verhaal.indeling.grenzen(weg.van)
    toen = (verband("ging_toen") | verband("werd_toen")) & verhaal.tussen(begin, weg.tot + 1)
    later = (b for b in zegt if b.waarde == "ingeschreven" and b.zeker and b.van >= weg.tot)
    return bool(toen) and any(
        verband("weer_terug") & verhaal.tussen(verhaal.indeling.grenzen(b.van)[0], b.van) for b in later
    )


def _nog_ingeschreven(verhaal: Verhaal, b: Bewering) -> bool:
    woorden = verhaal.tussen(b.van - 1, b.tot)
    return "ingeschreven" in woorden and bool(verband("nog_steeds") & woorden)


def _zei_anders(duider: Duider) -> bool:
    """ "ik zei niveau 2 maar het is entree": no answer to what was asked meanwhile."""
    return any(
        "maar" in duider.verhaal.tussen(tot, duider.verhaal.indeling.zinsgrenzen(van)[1])
        for van, tot in duider.verhaal.signalen.get("ik_zei", ())
    )


def _elders_gezegd(duider: Duider, beweringen: Sequence[Bewering], gevraagd: str | None) -> frozenset[str]:
    """ "leerling pro ..., welk niveau weet ik niet": what one clause says stands, whatever another leaves open."""
    verhaal = duider.verhaal
    open_ = {verhaal.indeling.deel[p] for p in verhaal.sein("onbekend", 0, len(verhaal.woorden))}
    open_doel = verhaal.sein("doel_onbekend", 0, len(verhaal.woorden))
    toch = frozenset(
        b.veld for b in beweringen
        if b.veld in ("gaat_naar", "perspectief") and b.oordeel == "genoemd" and b.zeker
        and any("maar" in verhaal.tussen(p, b.van) or _alleen_welke(verhaal, b, p) for p in open_doel)
    )  # fmt: skip  # "weet niet wat hij wil, maar wil in elk geval weer naar school"
    return toch | frozenset(
        b.veld for b in beweringen
        if b.veld in _EENMAAL and b.veld != gevraagd and b.oordeel == "genoemd" and b.zeker
        and isinstance(b.waarde, (str, int)) and verhaal.indeling.deel[b.van] not in open_
        and not duider.twijfel.open_vraag(b.van)
    )  # fmt: skip


def _alleen_welke(verhaal: Verhaal, b: Bewering, plek: int) -> bool:
    """ "wil een opleiding doen maar weet nog niet welke": only the choice within what is wished is open."""
    begin, einde = verhaal.indeling.grenzen(plek)
    zelfde_zin = verhaal.indeling.zinsgrenzen(b.van) == verhaal.indeling.zinsgrenzen(plek)
    return zelfde_zin and b.tot <= begin and not verband("wil_of_doet") & verhaal.tussen(plek, einde)


def _antwoord(verhaal: Verhaal, gevraagd: str, uit: Uitkomst, beweringen: list[Bewering]) -> None:
    """A bare answer fills the field that was asked, unless the text already did."""
    doel = "leeftijd" if gevraagd == "geboortedatum" else gevraagd
    if doel in uit.kenmerken or doel in uit.twijfel:
        return
    scholen = {n for v in verhaal.van_soort("school") for n in range(v.van, v.tot) if doel == "leeftijd"}  # not "mbo 2"
    woorden = [w.norm for n, w in enumerate(verhaal.woorden) if w.soort != "teken" and n not in scholen]
    verder = any(b.veld in _VERHAAL and b.veld != gevraagd and b.oordeel == "genoemd" for b in beweringen)
    apart = len(verhaal.woorden) > 1 and verhaal.woorden[1].soort in ("teken", "regel")
    if gevonden := gesprek.kort_antwoord(woorden, gevraagd, ja_nee=apart or not verder):
        veld, waarde = gevonden
        school = veld == "gaat_naar" and waarde not in ("arbeid", "dagbesteding", "nee")
        if school and {"onderwijs", "herkomst"} & uit.kenmerken.keys():
            return  # "ze zat op mbo 2" names the school that was, not where she goes
        uit.kenmerken.setdefault(veld, waarde)
        uit.twijfel.pop(veld, None)
        if veld != "perspectief" and not verhaal.sein("wens", 0, len(verhaal.woorden)):
            uit.kenmerken.pop("perspectief", None)
        beweringen.append(Bewering(veld, waarde, 0, len(verhaal.woorden)))


def _lezing(
    verhaal: Verhaal, beweringen: Sequence[Bewering], uit: Uitkomst, plaatsen: Plaatslezing,
    onbekend: frozenset[str], meer: bool, gewist: frozenset[str], gevraagd: str | None,
) -> Lezing:  # fmt: skip
    twijfel = {**dict.fromkeys(plaatsen.twijfel, ""), **uit.twijfel}
    opmerkingen = [
        *plaatsen.opmerkingen,
        *(zeg("twijfel", veld=veld.replace("_", " "), reden=reden) for veld, reden in uit.twijfel.items()),
    ]
    opmerkingen += [zeg("vermoed", veld=veld.replace("_", " "), deel=deel) for veld, deel in uit.vermoed.items()]
    if gevraagd in uit.kenmerken and verhaal.sein("meent", 0, len(verhaal.woorden)):
        opmerkingen.append(zeg("gemeend", veld=str(gevraagd).replace("_", " ")))
    if meer:
        opmerkingen.insert(0, zeg("meer_jongeren"))
    return Lezing(
        kenmerken=uit.kenmerken,
        bewijs=tuple(_gelezen(verhaal, b) for b in beweringen),
        onbekend=onbekend,
        twijfel=tuple(v for v in twijfel if v not in uit.kenmerken or v in ("problemen", "aandacht")),
        opmerkingen=tuple(dict.fromkeys(opmerkingen)),
        meerdere_jongeren=meer,
        gewist=gewist,
        mogelijk={v: w for v, w in uit.mogelijk.items() if v not in uit.kenmerken},
    )


def _gelezen(verhaal: Verhaal, b: Bewering) -> Gelezen:
    fragment, begin, eind = verhaal.fragment(b.van, b.tot)
    waarde = sorted(b.waarde) if isinstance(b.waarde, frozenset) else b.waarde
    return Gelezen(b.veld, waarde, fragment, begin, eind, b.oordeel, b.zeker)
