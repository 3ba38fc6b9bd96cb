"""Questions about cases: how many on a route, the state of one, who turns 23, who has no counsellor."""

from __future__ import annotations

import re
from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import zeg
from actions.jongere import bijschrift
from assistant.cases.service import Zaak, ZaakOnbekend
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord
from knowledge.text import vouw

_SLEUTEL: Final = re.compile(r"(?i)\b(nmd|ach|zob|nij)(?:[ -]?(?!(?:19|20)\d\d)|-)(\d{4})\b")
_MAANDEN: Final = re.compile(r"\b(\d{1,2}) maand")
_MEESTE: Final = 15
_SYNTHETISCH: Final = "Dit zijn synthetische voorbeeldgegevens."
_ROUTEWOORDEN: Final = {
    "pro-vso-arbeid": ("pro vso", "pro arbeid", "vso arbeid"),
    "entree-arbeid": ("entree",),
    "mbo2-arbeid": ("mbo2", "mbo 2"),
    "dagbesteding": ("dagbesteding",),
    "terug-naar-school": ("terug naar school",),
    "doorstroom-onderwijs": ("doorstroom",),
    "plusvoorziening": ("plusvoorziening",),
    "aan-het-werk": ("aan het werk",),
    "blijf-op-school": ("blijf op school",),
}


class ActionZaken(Action):
    """Answers from the case database; keys and counts only."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_zaken"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The answer, marked as synthetic where the demo set answers."""
        d = diensten()
        if not (d.instellingen.zaken_in_chat and bijschrift(tracker).get("zaken", False)):
            zeg(
                dispatcher,
                Antwoord(
                    tekst="Vragen over zaken kan ik hier niet beantwoorden. Dat kan alleen na inloggen.",
                    gedrag="buiten-bereik",
                ),
            )
            return []
        tekst = str(tracker.latest_message.get("text") or "")
        d.audit.noteer("chat op deze machine", "zaken gelezen", _wat(tekst))
        try:
            antwoord = _beantwoord(tekst, tracker.get_slot("regio"), d)
            zeg(dispatcher, Antwoord(tekst=antwoord, gedrag="antwoord"))
        except ZaakOnbekend as fout:
            zeg(dispatcher, Antwoord(tekst=str(fout), gedrag="weet-niet"))
        return []


def _wat(tekst: str) -> str:
    """The key of the case that a question is about, else that it is about several."""
    sleutel = _SLEUTEL.search(tekst)
    return f"{sleutel[1]}-{sleutel[2]}".upper() if sleutel else "overzicht"


def _beantwoord(tekst: str, regio: str | None, d: Diensten) -> str:
    if sleutel := _SLEUTEL.search(tekst):
        return _stand(d.zaken.stand(f"{sleutel[1]}-{sleutel[2]}", d.vandaag()))
    gevouwen = vouw(tekst)
    if "23" in gevouwen.split():
        maanden = int(m[1]) if (m := _MAANDEN.search(gevouwen)) else 6
        return _lijst(
            d.zaken.worden_23(d.vandaag(), maanden, regio), f"worden binnen {maanden} maanden 23", _verjaardag
        )
    if "begeleid" in gevouwen:
        return _lijst(d.zaken.zonder_begeleider(d.vandaag(), regio), "hebben geen vaste begeleider", _plek)
    return _aantal(gevouwen, tekst, regio, d)


def _aantal(gevouwen: str, tekst: str, regio: str | None, d: Diensten) -> str:
    route = next((r for r, woorden in _ROUTEWOORDEN.items() if any(w in gevouwen for w in woorden)), None)
    streken = d.vraagbaak.wijzer.zoek(tekst)
    gemeente = streken[0].gemeente if streken else None
    gebied = streken[0].regio if streken else regio
    aantal = d.zaken.aantal_op_route(route, gemeente, gebied)
    waar = f" in {gemeente}" if gemeente else ""
    naam = d.adviseur.routenaam(route, d.vandaag()) if route else ""
    wat = f"op de route {naam}" if route else "met een lopend traject"
    slot = f" {_SYNTHETISCH}" if d.zaken.is_demo() else ""
    return f"{aantal} jongeren {wat}{waar}.{slot}"


def _stand(zaak: Zaak) -> str:
    regels = [
        f"**{zaak.sleutel}** ({zaak.gemeente}, {zaak.leeftijd} jaar, {zaak.onderwijs})",
        f"- Route: {zaak.route or 'geen'} ({zaak.status or 'geen traject'}{f', sinds {zaak.sinds:%d-%m-%Y}' if zaak.sinds else ''})",
        f"- Vaste begeleider: {zaak.vaste_begeleider or 'nog niet'}",
        f"- Laatste contact: {f'{zaak.laatste_contact:%d-%m-%Y}' if zaak.laatste_contact else 'nog geen'}",
        f"- Wordt 23 op {zaak.wordt_23_op:%d-%m-%Y}",
    ]
    return "\n".join([*regels, *(["Dit is een synthetisch voorbeeld."] if zaak.synthetisch else [])])


def _lijst(zaken: list[Zaak], wat: str, toon: Any) -> str:
    if not zaken:
        return f"Geen zaken {wat}."
    regels = [f"- {z.sleutel}, {toon(z)}" for z in zaken[:_MEESTE]]
    meer = [f"- en nog {len(zaken) - _MEESTE}"] if len(zaken) > _MEESTE else []
    slot = [_SYNTHETISCH] if any(z.synthetisch for z in zaken) else []
    return "\n".join([f"{len(zaken)} zaken {wat}:", *regels, *meer, *slot])


def _verjaardag(zaak: Zaak) -> str:
    return f"{zaak.gemeente}, op {zaak.wordt_23_op:%d-%m-%Y}"


def _plek(zaak: Zaak) -> str:
    return f"{zaak.gemeente}, {zaak.route}"
