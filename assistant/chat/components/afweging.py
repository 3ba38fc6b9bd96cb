"""Weighing what a turn can be: the classifier's guess against what words, reading, search and the conversation say.

The classifier sees a sentence alone.  "En plusvoorziening?" after an answer is
a follow-up, "17" after a question is the answer to it, and a greeting does not
ask what RMC means.  Each rule below is about a kind of turn, never a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from actions.inname import na_aankondiging
from actions.stel import als_bewering
from assistant.chat.components.beurtzicht import BESCHRIJVEND, BEVELEN, EN, VAST, Beurtzicht, Gesprekstand
from assistant.chat.components.gevaar import GEEN_TEKEN, GEVAARLIJK, IN_BESCHRIJVING
from assistant.chat.components.over_jongere import (
    OP_ZICH,
    erbij,
    over_de_jongere,
    veronderstelt,
)
from knowledge.questions import VRAAGZIN, ZINSEINDE, is_vraag, kern

_KENNIS: Final = ("kennisvraag", "vervolgvraag")
_FEITEN: Final = ("feit", "beschrijving")
_BEGIN: Final = ("start_toets", "start_advies")
#: Guesses that leave room for a question about the route that was advised.
_OVER_ROUTE: Final = (*_KENNIS, "buiten_bereik", "nlu_fallback", "casusvraag", "start_advies")
#: Questions about the youth that is described, which the advice itself answers.
_OVER_DE_JONGERE: Final = ("contact", "stap", "routevraag", "uitkomst", "over_toets", "jikpvraag", "zaak")
#: What the sources answer this surely is not out of scope, whatever the classifier thinks.
_STELLIG: Final = 0.7
#: ... as long as they know this share of its own words: the name of a place or a school alone asks nothing of them.
_EIGEN_WOORDEN: Final = 0.4
#: ... and this share when the classifier is as good as sure that it is not: the words of a figure are in many questions.
_EIGEN_ALS_ZEKER: Final = 0.75
#: A guess of out of scope below this is a doubtful one: then words that the sources know weigh more.
_TWIJFEL: Final = 0.9
#: A question of whose own words the sources know this share is about our work, whatever it sounds like.
_VAKTAAL: Final = 0.7
#: How well the sources must answer a question, and how much of its own words they must know, to settle such a doubt.
_BEKEND: Final = ((0.42, 0.4), (0.25, 0.58))
_ZEKER_GENOEG: Final = 0.75
#: A greeting or a goodbye this plain stays one, also when some item happens to share its words.
_ONMISKENBAAR: Final = 0.97
#: After the announcement of another youth so few words are no description.
_KAAL: Final = 3
#: Facts that a message in danger tells too; any other is about schooling.
_OOK_IN_GEVAAR: Final = frozenset({"leeftijd", "problemen", "ernstig", "aandacht"})
#: Who is told this of is described, whatever is asked besides.
_KERN: Final = frozenset({"leeftijd", "onderwijs"})


def weeg(zicht: Beurtzicht, ranglijst: Sequence[tuple[str, float]]) -> str:
    """The kind of turn, given the classifier's ranking (intent, confidence)."""
    return _dwingend(zicht) or _check(zicht) or _in_gesprek(zicht, ranglijst[0][0]) or _aannemelijk(zicht, ranglijst)


def vraagt_ander_werk(zicht: Beurtzicht) -> bool:
    """Whether somebody is looked for by name, or a text or a sheet is to be made, whatever it is about."""
    return zicht.heeft("iemand_gezocht") or zicht.heeft("maakopdracht")


def _ook_beschreven(zicht: Beurtzicht) -> bool:
    """ "Wie is de contactschool? En een casus: student van 18 ...": a question by itself, and a youth told of beside it."""
    rest = VRAAGZIN.sub("", zicht.tekst)
    los = replace(zicht, tekst=rest, stand=Gesprekstand(regio=zicht.stand.regio))
    verteld = "leeftijd" in los.velden and len(los.losse_feiten) >= BESCHRIJVEND and not los.vraagt
    return rest != zicht.tekst and verteld and ook_gevraagd(zicht) is not None


def ook_gevraagd(zicht: Beurtzicht) -> str | None:
    """A question that the sources answer, asked along with a description; none when it is about what to do with the youth."""
    for vraag in kern(zicht.tekst)[:1] if zicht.vraagt_kennis else ():
        los = replace(zicht, tekst=vraag, stand=Gesprekstand(regio=zicht.stand.regio))
        over_hem = any(los.heeft(soort) for soort in _OVER_DE_JONGERE) or _check(los)
        if "?" in vraag and los.vraagt_kennis and los.weet and not over_hem:
            return vraag
    return None


def onmiskenbaar(zicht: Beurtzicht) -> str | None:
    """The kind of turn for which no guess is needed: the asked fact is given, or a youth is told of and nothing asked."""
    if zicht.vraagt_kennis or zicht.heeft("gevaar"):
        return None
    if zicht.stand.jongere or zicht.stand.gevraagd:
        return "feit" if zicht.stand.gevraagd in zicht.velden and not zicht.vraagt else None
    return "beschrijving" if "leeftijd" in zicht.velden and len(zicht.losse_feiten) >= BESCHRIJVEND else None


def _dwingend(zicht: Beurtzicht) -> str | None:
    """Danger goes before everything; case keys and whole-message commands are decided by words."""
    if _gevaarlijk(zicht):
        return "crisis"
    if zicht.heeft("zaak") or (zicht.heeft("zaakvraag") and len(zicht.velden) < BESCHRIJVEND):
        return "casusvraag"
    if bevel := next((soort for soort, bevel in BEVELEN.items() if bevel.fullmatch(zicht.gevouwen)), None):
        return bevel
    if zicht.beleefdheid:
        return zicht.beleefdheid
    if vraagt_ander_werk(zicht):
        return "buiten_bereik"
    if _is_regiokeuze(zicht):
        return "regiokeuze"
    if aangekondigd := _aangekondigd(zicht):  # "laat deze maar, een andere leerling: 19, ..."
        return aangekondigd
    return "annuleer" if zicht.heeft("annuleer_begin") and not zicht.velden and not zicht.vraagt else None


def _gevaarlijk(zicht: Beurtzicht) -> bool:
    """Danger by its words, or by what the message as a whole looks like; what is past or policy is none."""
    if zicht.heeft("geen_crisis"):
        return False
    kans = zicht.gevaarkans
    if zicht.heeft("crisis") and kans >= GEEN_TEKEN:
        return True
    in_gesprek = bool(zicht.stand.jongere) and not zicht.heeft("gevaar")  # "hoor net dat hij dakloos is"
    kalm = in_gesprek or zicht.losse_feiten - _OOK_IN_GEVAAR or _vraagt_beleid(zicht)
    return kans >= (IN_BESCHRIJVING if kalm else GEVAARLIJK) and not _vraagt_rustig(zicht)


def _vraagt_rustig(zicht: Beurtzicht) -> bool:
    """ "Komt er dan iemand bij haar langs?": asks on about the youth under discussion, without a word of danger."""
    return bool(zicht.stand.jongere) and zicht.vraagt_kennis and not zicht.heeft("gevaar")


def _vraagt_beleid(zicht: Beurtzicht) -> bool:
    """ "Rekent de notitie wie ziek thuis zit tot de thuiszitters?": a question that the sources answer, not a cry for help.

    So is one in words that the sources know and without a word of danger, and one that goes on after a knowledge
    answer without its mark: "en iemand die tijdelijk ziek thuiszit".
    """
    verder = zicht.stand.laatste == "kennis" and zicht.gevouwen.startswith(EN)
    in_vaktaal = zicht.vraagt_kennis and not zicht.heeft("gevaar") and zicht.bekend_deel >= _VAKTAAL
    return in_vaktaal or ((zicht.vraagt_kennis or verder) and zicht.score >= _STELLIG)


def _is_regiokeuze(zicht: Beurtzicht) -> bool:
    """ "Ik werk nu in de Achterhoek, ga daarvan uit": a region, and neither a youth nor a question about it."""
    zinnen = (replace(zicht, tekst=z) for z in ZINSEINDE.split(zicht.tekst) if zicht.d.vraagbaak.wijzer.zoek(z))
    if not any(z.heeft("regiokeuze") for z in zinnen) or zicht.heeft("inhoudsvraag") or zicht.heeft("persoon"):
        return False
    return not zicht.velden & {"leeftijd", "onderwijs"} and zicht.stand.gevraagd != "gemeente"


def _aangekondigd(zicht: Beurtzicht) -> str | None:
    """Another youth is announced: with what is told of him, or as yet without."""
    over = na_aankondiging(zicht.tekst)
    if over is None:
        return None
    los = replace(zicht, tekst=over, stand=Gesprekstand(regio=zicht.stand.regio))
    if check := _check(los):
        return check
    if is_vraag(over) and not zicht.heeft("adviesvraag") and not los.velden >= _KERN:
        return None
    if los.velden:
        return "beschrijving"
    return "nieuwe_leerling" if len(over.split()) <= _KAAL else None


def _check(zicht: Beurtzicht) -> str | None:
    """Whether someone of a given age is JIKP asks for the check, not for the meaning of the word."""
    if zicht.heeft("leeftijdsgrens") or (zicht.heeft("veronderstelling") and zicht.stand.jongere):
        return None
    gevraagd = zicht.heeft("jikp") and (zicht.vraagt or zicht.heeft("nagaan") or zicht.heeft("jikpvraag"))
    if gevraagd and "leeftijd" in zicht.velden:
        ook = zicht.heeft("routevraag") or zicht.heeft("contact")
        return "beschrijving" if ook else "start_toets"
    if not (zicht.heeft("jikpvraag") and (zicht.heeft("eigen_leerling") or _is_iemand(zicht))) or zicht.heeft("reden"):
        return None
    return "waarom" if zicht.stand.bezig and zicht.stand.doel == "toets" and not zicht.velden else "start_toets"


def _is_iemand(zicht: Beurtzicht) -> bool:
    """ "Is een leerling van vmbo basis uit Aalten jikp?": one pupil with a school and a place, and no kind of pupils."""
    return zicht.zegt_wie and zicht.heeft("enkeling") and not zicht.heeft("groep")


def _in_gesprek(zicht: Beurtzicht, gok: str) -> str | None:
    """What the conversation makes of it: an answer, an addition, a supposition or a follow-up."""
    stand = zicht.stand
    if stand.jongere and zicht.velden and als_bewering(zicht.tekst) != zicht.tekst:
        return erbij(zicht)
    if stand.jongere and (soort := over_de_jongere(zicht)):
        return soort
    if stand.gevraagd and stand.gevraagd in zicht.velden and not zicht.vraagt:
        return "feit"
    verder = (stand.jongere and zicht.vult_aan) or (stand.bezig and zicht.stelt_feit)
    if stand.laatste == "kennis" and verder:
        return erbij(zicht)
    if stand.laatste == "kennis" and len(zicht.velden) < BESCHRIJVEND and not zicht.vertelt and zicht.vervolgt:
        return "vervolgvraag"
    over_route = gok in _OVER_ROUTE or zicht.heeft("wat_ze_doen")
    if stand.laatste == "jongere" and over_route and zicht.vraagt and not zicht.velden and zicht.vervolgt:
        return "vervolgvraag"
    if stand.laatste == "jongere" and zicht.velden and not zicht.vraagt and gok not in ("casusvraag", "start_toets"):
        return erbij(zicht)
    return None


def _aannemelijk(zicht: Beurtzicht, ranglijst: Sequence[tuple[str, float]]) -> str:
    """The highest guess that the message itself does not contradict."""
    for intent, zekerheid in ranglijst:
        if _kan(zicht, intent, zekerheid):
            return _kennis_of_jongere(zicht, intent)
    return "nlu_fallback"


def _kan(zicht: Beurtzicht, intent: str, zekerheid: float) -> bool:
    if intent == "crisis":
        return False  # danger was weighed before everything else
    if intent in VAST:
        grens = _ZEKER_GENOEG if zicht.score < zicht.zekerheidsgrens else _ONMISKENBAAR
        return zicht.heeft_woord and zekerheid >= grens
    if intent == "wat_als":
        return bool(zicht.stand.jongere) and zicht.heeft("veronderstelling") and veronderstelt(zicht)
    if intent == "waarom":
        return (
            zicht.heeft("reden")
            and not zicht.heeft("reden_van_regio")
            and bool(zicht.stand.jongere or zicht.stand.gevraagd)
        )
    if intent == "contactvraag":
        onbekend = zicht.score < OP_ZICH and not (zicht.wijst_naar_zelf_genoemd or zicht.noemt_iets)
        onbekend = onbekend and not zicht.heeft("leeftijdsgrens")
        return bool(zicht.stand.jongere) and (zicht.vraagt_wie or onbekend)
    if intent == "casusvraag":
        over = zicht.stand.laatste == "kennis" and zicht.vervolgt
        over = over or zicht.heeft("adviesvraag")  # "een route voor een leerling uit mijn caseload"
        return zicht.heeft("caseload") and not zicht.heeft("schooljaar") and not over
    if intent == "feit":
        return bool(zicht.velden) or bool(zicht.stand.gevraagd)
    if intent == "buiten_bereik":
        gekend = zekerheid < _TWIJFEL and _bekend_terrein(zicht)
        eigen = zicht.stelt_voor or (zicht.concreet and zicht.heeft("casus_begin"))
        eigen_woorden = _EIGEN_WOORDEN if zekerheid < _TWIJFEL else _EIGEN_ALS_ZEKER
        stellig = zicht.score >= _STELLIG and zicht.bekend_deel >= eigen_woorden
        eigen = eigen or zicht.wijst_naar_onderwerp
        gekend = gekend or (zicht.vraagt and zicht.noemt_iets and zicht.score >= zicht.zekerheidsgrens)
        return not (stellig or gekend or eigen or (zicht.heeft("leeftijdsgrens") and zicht.vraagt))
    if intent in _BEGIN:
        return not (zicht.vraagt_kennis and zicht.score >= zicht.zekerheidsgrens) or zicht.heeft("nagaan")
    return True


def _bekend_terrein(zicht: Beurtzicht) -> bool:
    """Whether a question is made of words that the sources know, and they have something near an answer."""
    return zicht.vraagt and any(zicht.score >= s and zicht.bekend_deel >= d for s, d in _BEKEND)


def _kennis_of_jongere(zicht: Beurtzicht, intent: str) -> str:
    """Between asking and describing: facts speak for a youth, a good answer for a question."""
    beschrijft = len(zicht.velden) >= BESCHRIJVEND and zicht.concreet
    if intent in (*_FEITEN, *_BEGIN) and zicht.over_groep and not (zicht.stand.gevraagd or zicht.stand.jongere):
        return "kennisvraag"
    if intent in _KENNIS and _ook_beschreven(zicht):
        return "beschrijving"
    if intent == "start_advies" and zicht.velden and not zicht.stand.jongere:
        intent = "beschrijving"
    if intent in _FEITEN and _is_kennisvraag(zicht, beschrijft):
        return "kennisvraag"
    if intent == "nlu_fallback":
        if zicht.weet and not zicht.stelt_voor:
            return "kennisvraag"
        return "beschrijving" if zicht.stelt_voor or beschrijft else intent
    if intent in _KENNIS and not zicht.vraagt_kennis and (beschrijft or zicht.stelt_voor or _vertelt_iets(zicht)):
        return "beschrijving"
    return intent


def _vertelt_iets(zicht: Beurtzicht) -> bool:
    """Whether it reads as a story about someone, rather than as words that the sources know."""
    return zicht.vertelt or zicht.heeft("casus_begin") or (zicht.concreet and not zicht.weet)


def _is_kennisvraag(zicht: Beurtzicht, beschrijft: bool) -> bool:
    """A question about our subject, whatever it tells of a pupil; or key words that name no one."""
    in_gesprek = bool(zicht.stand.gevraagd or zicht.stand.jongere)
    if zicht.vraagt_kennis:
        beschrijft = beschrijft and len(zicht.losse_feiten) >= BESCHRIJVEND
        return zicht.score >= _STELLIG if beschrijft else zicht.weet or not in_gesprek
    return not in_gesprek and not zicht.concreet and (zicht.weet or not zicht.velden)
