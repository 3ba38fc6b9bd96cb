"""Questions about the advice itself: why, what if, whom to call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import als_antwoord, zeg, zeg_kennis
from actions.formulieren import TOETSFORMULIER
from actions.jongere import Jongere, kennisregio, lees_tekst, tekst_van
from actions.stel import als_feit, is_gedaan, los_van_verteld, veronderstelt
from actions.uitkomst import PLICHTEN, UITKOMST, Uitkomst, beoordeel, bijzonderheden, plicht_antwoord, toets_antwoord
from assistant.advice.model import Advies
from assistant.advice.reading import Lezing
from assistant.advice.service import opsomming
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord
from knowledge.questions import is_vraag
from knowledge.service import Kennisantwoord, Stand
from knowledge.text import vouw

_GEEN_JONGERE = (
    "Er is nog geen leerling beschreven. Beschrijf de leerling in eigen woorden, zonder naam, dan zoek ik de route."
)


class ActionWaarom(Action):
    """Explains the question that was asked, or the advice that was given."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_waarom"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The reason from the rules."""
        d = diensten()
        jongere = Jongere.uit(tracker)
        uitkomst = beoordeel(jongere, d, tracker)
        zeg(dispatcher, _waarom(uitkomst, jongere, tracker))
        return []


def _waarom(uitkomst: Uitkomst, jongere: Jongere, tracker: Tracker) -> Antwoord:
    advies = uitkomst.advies
    if advies is None or not (jongere.kenmerken or tracker.active_loop_name):
        return Antwoord(tekst=_GEEN_JONGERE, gedrag="verduidelijk")
    vraag = uitkomst.volgende(tracker.active_loop_name == TOETSFORMULIER)
    tekst = vouw(tekst_van(tracker))
    if _OVER_PLICHT.search(tekst):
        return plicht_antwoord(uitkomst)
    if _VERSCHIL.search(tekst) and len(advies.jikp.uitkomsten) > 1:
        toets = toets_antwoord(uitkomst, jongere)
        return toets.model_copy(update={"tekst": f"{_EIGEN_EISEN}\n\n{toets.tekst}"})
    if _OVER_TOETS.search(tekst) or (_OVER_UITKOMST.search(tekst) and _doel_is_toets(tracker)):
        return toets_antwoord(uitkomst, jongere)
    if tracker.active_loop_name and vraag:
        return Antwoord(tekst=f"{vraag.reden[0].upper()}{vraag.reden[1:]}.", gedrag="antwoord", bronnen=advies.bronnen)
    if _doel_is_toets(tracker) and not _OVER_ROUTE.search(tekst):
        return toets_antwoord(uitkomst, jongere)
    return Antwoord(tekst=advies.uitleg, gedrag="antwoord", bronnen=advies.bronnen, advies=advies)


#: Goes on from what was supposed, rather than back to how it is.
_GAAT_DOOR: Final = re.compile(r"\b(dan|in dat geval)\b")
#: Whom to turn to under a supposition.
_BIJ_WIE: Final = re.compile(r"\b(wie|waar) (moet|kan|mag|bel|mail|neem|wordt|is|gaat)\b|\b(contact|bellen)\b")
_ZIN: Final = re.compile(r"(?<=[.!;])\s+|\n+")
#: Sets two outcomes against each other.
_VERSCHILT: Final = r"verschil\w*|ene (?:\w+ ){0,6}andere?"
_VERSCHIL: Final = re.compile(rf"\b(?:{_VERSCHILT})\b")
_EIGEN_EISEN: Final = "Elke definitie stelt haar eigen eisen. Daarom kan een jongere onder de ene definitie vallen en onder de andere niet."
#: What a "why" is about.
_OVER_TOETS: Final = re.compile(
    r"\b((een|op|is dat|dat|is|zijn) (ja|nee)|niet te zeggen|open ?staat|openstaan|kwetsba\w+|jikp|kwetsbare positie|leeftijds?\w*|hoeveelste|verjaardag|hoe oud|definities?|notitie|ocw|regeling|volgens (welke|wie|wat|de|het|onze))\b"
    rf"|\b(?:{_VERSCHILT})\b"
)
_OVER_PLICHT: Final = re.compile(
    r"\b(?:leer|kwalificatie|school)plicht(?:ig)?\b|\bminderjarig|\b(?:nog geen|onder de|jonger dan) (?:16|18)\b|\b(?:op|gezien|met) (?:zijn|haar|die|deze) leeftijd\b"
    r"|^(?:\w+ ){0,2}mag (?:dat|hij|zij|ze|ie|die)(?: (?:dat|wel|dan|zomaar|gewoon|eigenlijk|nog|al|nou|toch|nu|met|op|als|zijn|haar|1[67]\w?))*$"
)
_OVER_ROUTE: Final = re.compile(r"\b(route|advies|contact|traject|bellen|gemeente|rmc)\b")
_OVER_UITKOMST: Final = re.compile(r"\b(uitkomst|uitslag|conclusie|oordeel|resultaat|uit)\b")


def _doel_is_toets(tracker: Tracker) -> bool:
    """Whether the conversation was last about the check."""
    gedaan = (e.get("name") for e in reversed(tracker.events) if e.get("event") == "action")
    naam = next((n for n in gedaan if n in ("action_toets", TOETSFORMULIER, "action_advies", "route_form")), None)
    return naam in ("action_toets", TOETSFORMULIER)


class ActionWatAls(Action):
    """Decides again with one thing different, without changing what is known."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_wat_als"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says what would change."""
        d = diensten()
        jongere = Jongere.uit(tracker)
        if not jongere.kenmerken:
            zeg(dispatcher, Antwoord(tekst=_GEEN_JONGERE, gedrag="verduidelijk"))
            return []
        verteld, _ = los_van_verteld(tekst_van(tracker))
        erbij = jongere.slots() if verteld and jongere.verwerk(lees_tekst(verteld, tracker, d, jongere)) else []
        nu = beoordeel(jongere, d, tracker)
        anders = deepcopy(jongere)
        gesteld = als_feit(tekst_van(tracker), jongere.kenmerken.get("leeftijd"))
        lezing = _gedaan_in_plaats_van(tekst_van(tracker), lees_tekst(gesteld, tracker, d, jongere), jongere)
        for veld in lezing.mogelijk:  # "op het mbo": one of several, and no longer what it was
            anders.kenmerken.pop(veld, None)
        if anders.verwerk(lezing):
            veranderd = {v: w for v, w in anders.kenmerken.items() if jongere.kenmerken.get(v) != w}
            straks = beoordeel(anders, d, tracker)
            antwoord = _vergelijk(nu, straks, veranderd, toets=_doel_is_toets(tracker))
            if straks.advies and straks.advies.contact and _BIJ_WIE.search(vouw(tekst_van(tracker))):
                antwoord.tekst += f"\n\n{_contacten(straks.advies)}"
            zeg(dispatcher, antwoord)
            return [*erbij, SlotSet("gesteld", veranderd)]
        if veronderstelt(tekst_van(tracker)) and (antwoorden := _weten_de_bronnen(tracker, d)):
            return [*erbij, *zeg_kennis(dispatcher, antwoorden, d)]
        zeg(dispatcher, _mogelijkheden(nu))
        return erbij


def _weten_de_bronnen(tracker: Tracker, d: Diensten) -> list[Kennisantwoord]:
    """What the sources surely tell where nothing of the youth is supposed: "en als er nergens plek is?"."""
    vorige = Stand.uit_dict(tracker.get_slot("laatste_kennis"))
    antwoorden = d.vraagbaak.beantwoord(tekst_van(tracker), kennisregio(tracker, d), vorige)
    zeker = d.vraagbaak.zoeker.weging.zeker
    return antwoorden if all(a.gedrag == "antwoord" and a.zekerheid >= zeker for a in antwoorden) else []


def _gedaan_in_plaats_van(tekst: str, lezing: Lezing, jongere: Jongere) -> Lezing:
    """Which school it had been says nothing of being enrolled: "en als hij kader had gedaan" leaves that as it is."""
    uit_school = {b.fragment for b in lezing.bewijs if b.veld == "onderwijs"}
    mee = all(b.fragment in uit_school for b in lezing.bewijs if b.veld == "inschrijving")
    if not (mee and jongere.kenmerken.get("inschrijving") and is_gedaan(tekst)):
        return lezing
    return replace(lezing, kenmerken={v: w for v, w in lezing.kenmerken.items() if v != "inschrijving"})


def _vergelijk(nu: Uitkomst, straks: Uitkomst, veranderd: Mapping[str, Any], *, toets: bool) -> Antwoord:
    """The outcome under a supposition next to the outcome now, after the supposition as it was understood."""
    if straks.advies is None or nu.advies is None:
        fout = straks.fout or nu.fout
        return Antwoord(tekst=f"Dat kan niet: {fout}", gedrag="verduidelijk")
    if nu.advies.route == straks.advies.route:
        kop = f"Dan blijft het advies **{straks.advies.naam or 'nog onbekend'}**."
    else:
        kop = f"Dan wordt het advies **{straks.advies.naam or 'nog onbekend'}** in plaats van **{nu.advies.naam or 'nog onbekend'}**."
    was = {u.definitie: u.uitkomst for u in nu.advies.jikp.uitkomsten}
    jikp = [
        f"- {u.titel or u.definitie}: **{UITKOMST[u.uitkomst]}**{_nu_nog(was.get(u.definitie), u.uitkomst)}"
        for u in straks.advies.jikp.uitkomsten
    ]
    anders = [u for u in straks.advies.jikp.uitkomsten if was.get(u.definitie) not in (None, u.uitkomst)]
    kop_jikp = "JIKP zou dan zijn:" if anders else "De JIKP-uitkomst blijft gelijk:"
    reden = f"**Waarom:** {straks.advies.rij.tekst}" if straks.advies.rij else ""
    stel = opsomming(nu.woorden.kenmerk(veld, waarde) for veld, waarde in veranderd.items())
    delen = [
        f"Stel: {stel}." if stel else "",
        kop,
        reden,
        bijzonderheden(straks.advies, [*nu.advies.opmerkingen, *(a.naam for a in nu.advies.aanvullend)]),
        "\n".join([kop_jikp, *jikp]) if jikp else "",
        "\n".join(f"- {u.uitleg}" for u in anders),
        _plichten(nu.advies, straks.advies),
    ]
    return Antwoord(
        tekst="\n\n".join(p for p in delen if p),
        gedrag="antwoord",
        bronnen=straks.advies.bronnen,
        advies=straks.advies,
        toets=straks.advies.jikp if toets else None,
    )


def _plichten(nu: Advies, straks: Advies) -> str:
    """Which duty to go to school begins or ends with the supposition."""
    was = {u.definitie: u.uitkomst for u in nu.jikp.doelgroepen}
    anders = (u for u in straks.jikp.doelgroepen if u.definitie in PLICHTEN and was.get(u.definitie) != u.uitkomst)
    return "\n".join(f"- {u.titel}: **{UITKOMST[u.uitkomst]}**. {u.strekking}" for u in anders)


def _nu_nog(was: str | None, wordt: str) -> str:
    """What the outcome is without the supposition, where that differs."""
    return "" if was in (None, wordt) else f" (nu: {UITKOMST[str(was)]})"


def _mogelijkheden(nu: Uitkomst) -> Antwoord:
    alternatieven = nu.advies.alternatieven if nu.advies else []
    if not alternatieven:
        return Antwoord(tekst="Geen enkel ander antwoord op één vraag verandert deze route.", gedrag="antwoord")
    regels = [f"- als {a.als}: **{a.naam or a.route}**" for a in alternatieven]
    return Antwoord(tekst="Dit zou de route veranderen:\n" + "\n".join(regels), gedrag="antwoord")


class ActionContact(Action):
    """Whom to call for this youth, or in general."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_contact"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The contacts of the advice; without a youth the question is a knowledge question."""
        d = diensten()
        jongere = Jongere.uit(tracker)
        verteld = _erbij_verteld(tracker, d, jongere)
        erbij = jongere.slots() if verteld and jongere.verwerk(verteld) else []
        jongere.kenmerken.update(_zojuist_gesteld(tracker, d, jongere))
        advies = beoordeel(jongere, d, tracker).advies if jongere.kenmerken else None
        if advies is None or not advies.route:
            return [*erbij, *_als_kennisvraag(dispatcher, tracker, d)]
        zeg(dispatcher, Antwoord(tekst=_contacten(advies), gedrag="antwoord", bronnen=advies.bronnen, advies=advies))
        return erbij


def _erbij_verteld(tracker: Tracker, d: Diensten, jongere: Jongere) -> Lezing | None:
    """What the sentences before the question tell of the youth: "hij gaat toch werken. wie bel ik?"; none without such."""
    zinnen = [z for z in _ZIN.split(tekst_van(tracker)) if z.strip()]
    verteld = " ".join(z for z in zinnen if not is_vraag(z))
    return lees_tekst(verteld, tracker, d, jongere) if verteld and len(zinnen) > 1 else None


def _contacten(advies: Advies) -> str:
    """Whom to turn to, and what of it is to be confirmed; for some routes the source names nobody."""
    if not advies.contact:
        return (
            advies.contact_toelichting
            or f"Voor **{advies.naam}** noemt de bron geen organisatie en geen contactpersoon."
        )
    regels = [
        f"- **{c.organisatie}**{f', {c.rol}' if c.rol else ''}"
        f"{' (te bevestigen: de bron noemt geen verdeling)' if c.te_bevestigen else ''}: "
        f"{c.bereik or 'telefoonnummer en e-mail staan niet in de bron'}"
        for c in advies.contact
    ]
    return "\n".join(["Neem contact op met:", *regels])


def _zojuist_gesteld(tracker: Tracker, d: Diensten, jongere: Jongere) -> dict[str, Any]:
    """What was supposed in the turn before, when the question goes on from it ("bij wie moet ze dan zijn") and denies none of it."""
    tekst = tekst_van(tracker)
    if not _GAAT_DOOR.search(vouw(tekst)):
        return {}
    eerder = [nr for nr, e in enumerate(tracker.events) if e.get("event") == "user"][-2:]
    vorige_beurt = tracker.events[eerder[0] : eerder[-1]] if eerder else []
    if not any(e.get("name") == "action_wat_als" for e in vorige_beurt):
        return {}
    gesteld = dict(tracker.get_slot("gesteld") or {})
    gezegd = lees_tekst(tekst, tracker, d, jongere).kenmerken
    return {} if any(gezegd.get(veld, waarde) != waarde for veld, waarde in gesteld.items()) else gesteld


def _als_kennisvraag(dispatcher: CollectingDispatcher, tracker: Tracker, d: Diensten) -> list[EventType]:
    vorige = Stand.uit_dict(tracker.get_slot("laatste_kennis"))
    tekst = str(tracker.latest_message.get("text") or "")
    for gevonden in d.vraagbaak.beantwoord(tekst, kennisregio(tracker, d), vorige):
        zeg(dispatcher, als_antwoord(gevonden, d))
    return []
