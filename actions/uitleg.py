"""Questions about the advice itself: why, what if, whom to call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import als_antwoord, zeg
from actions.jongere import Jongere, kennisregio, lees
from actions.uitkomst import Uitkomst, beoordeel
from assistant.advice.service import opsomming
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord
from knowledge.service import Stand

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
    vraag = uitkomst.volgende(tracker.active_loop_name == "jikp_toets_form")
    if tracker.active_loop_name and vraag:
        return Antwoord(tekst=f"{vraag.reden[0].upper()}{vraag.reden[1:]}.", gedrag="antwoord", bronnen=advies.bronnen)
    return Antwoord(tekst=advies.uitleg, gedrag="antwoord", bronnen=advies.bronnen, advies=advies)


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
        nu = beoordeel(jongere, d, tracker)
        anders = Jongere.uit(tracker)
        if anders.verwerk(lees(tracker, d, Jongere(), _als_feit)):
            veranderd = {v: w for v, w in anders.kenmerken.items() if jongere.kenmerken.get(v) != w}
            zeg(dispatcher, _vergelijk(nu, beoordeel(anders, d, tracker), veranderd))
        else:
            zeg(dispatcher, _mogelijkheden(nu))
        return []


_VERONDERSTELD: Final = {
    "was": "is", "waren": "zijn", "had": "heeft", "woonde": "woont", "wilde": "wil", "wou": "wil", "ging": "gaat",
    "zat": "zit", "stond": "staat", "volgde": "volgt", "deed": "doet", "kwam": "komt", "werkte": "werkt",
    "stopte": "stopt", "kon": "kan", "werd": "wordt", "wordt": "is",
}  # fmt: skip
_AANLOOP: Final = re.compile(
    r"(?i)^\W*(en |maar )?(wat (gebeurt er |verandert er |had (je|u|jij) gezegd |zou (je|u|jij) zeggen |zou het zijn |is het )?als|stel( je voor)?( dat)?|als|zou het anders zijn als|maakt het uit (als|of)|verandert het( advies)? als)\s+"
)


def _als_feit(tekst: str) -> str:
    """A supposition as if it were so: "wat als hij 24 was" becomes "hij 24 is"."""
    kaal = _AANLOOP.sub("", tekst).rstrip(" ?")
    return re.sub(r"\w+", lambda m: _VERONDERSTELD.get(m.group().lower(), m.group()), kaal)


def _vergelijk(nu: Uitkomst, straks: Uitkomst, veranderd: Mapping[str, Any]) -> Antwoord:
    """The outcome under a supposition next to the outcome now, after the supposition as it was understood."""
    if straks.advies is None or nu.advies is None:
        fout = straks.fout or nu.fout
        return Antwoord(tekst=f"Dat kan niet: {fout}", gedrag="verduidelijk")
    if nu.advies.route == straks.advies.route:
        kop = f"Dan blijft de route **{straks.advies.naam or 'nog onbekend'}**."
    else:
        kop = f"Dan wordt de route **{straks.advies.naam or 'nog onbekend'}** in plaats van **{nu.advies.naam or 'nog onbekend'}**."
    jikp = [
        f"- {b.titel or b.definitie}: {a.uitkomst} → {b.uitkomst}"
        for a, b in zip(nu.advies.jikp.uitkomsten, straks.advies.jikp.uitkomsten, strict=False)
        if a.definitie == b.definitie and a.uitkomst != b.uitkomst
    ]
    reden = f"**Waarom:** {straks.advies.rij.tekst}" if straks.advies.rij else ""
    stel = opsomming(nu.woorden.kenmerk(veld, waarde) for veld, waarde in veranderd.items())
    delen = [
        f"Stel: {stel}." if stel else "",
        kop,
        reden,
        "\n".join(["De JIKP-uitkomst verandert:", *jikp]) if jikp else "De JIKP-uitkomst blijft gelijk.",
    ]
    return Antwoord(
        tekst="\n\n".join(p for p in delen if p), gedrag="antwoord", bronnen=straks.advies.bronnen, advies=straks.advies
    )


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
        advies = beoordeel(jongere, d, tracker).advies if jongere.kenmerken else None
        if advies is None or not advies.contact:
            return _als_kennisvraag(dispatcher, tracker, d)
        regels = [
            f"- **{c.organisatie}**{f', {c.rol}' if c.rol else ''}"
            f"{' (te bevestigen: de bron noemt geen verdeling)' if c.te_bevestigen else ''}: "
            f"{c.gegevens or 'telefoonnummer en e-mail staan niet in de bron'}"
            for c in advies.contact
        ]
        zeg(dispatcher, Antwoord(tekst="\n".join(regels), gedrag="antwoord", bronnen=advies.bronnen, advies=advies))
        return []


def _als_kennisvraag(dispatcher: CollectingDispatcher, tracker: Tracker, d: Diensten) -> list[EventType]:
    vorige = Stand.uit_dict(tracker.get_slot("laatste_kennis"))
    tekst = str(tracker.latest_message.get("text") or "")
    for gevonden in d.vraagbaak.beantwoord(tekst, kennisregio(tracker, d), vorige):
        zeg(dispatcher, als_antwoord(gevonden, d))
    return []
