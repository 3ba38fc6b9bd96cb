"""Questions about cases: how many on a route, the state of one, who turns 23, who has no counsellor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import zeg
from actions.jongere import bijschrift
from assistant.cases.service import Toegang, Zaak, ZaakOnbekend
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord
from knowledge.text import vouw

_SLEUTEL: Final = re.compile(r"(?i)\b(nmd|ach|zob|nij)(?:[ -]?(?!(?:19|20)\d\d)|-)(\d{4})\b")
_MAANDEN: Final = re.compile(r"\b(\d{1,2}) maand")
_MEESTE: Final = 15
_SYNTHETISCH: Final = "Dit zijn synthetische voorbeeldgegevens."
_UIT: Final = "Vragen over zaken staan in deze installatie uit. De beheerder kan ze aanzetten."
_INLOGGEN: Final = "Vragen over zaken van jongeren beantwoord ik alleen na inloggen, in de chat van Routewijzer."
_GEEN_RECHT: Final = (
    "U bent ingelogd, maar uw account mag geen zaken inzien. Dat mogen coördinatoren en de beheerder; vraag het hun."
)
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


class BuitenGebied(LookupError):
    """The question is about cases that this account may not see."""


@dataclass(frozen=True)
class Gebied:
    """Where a question about several cases is about."""

    regio: str | None
    gemeente: str | None = None

    def naam(self, d: Diensten) -> str:
        """`` in`` and the name, or nothing when it is about everywhere."""
        naam = self.gemeente or (d.kennis.regionaam(self.regio) if self.regio else "")
        return f" in {naam}" if naam else ""

    def kies(self, zaken: Iterable[Zaak]) -> list[Zaak]:
        """The cases of the municipality, when one was named."""
        return [z for z in zaken if self.gemeente in (None, z.gemeente)]


class ActionZaken(Action):
    """Answers from the case database, for who is signed in; keys and counts only."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_zaken"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The answer, marked as synthetic where the demo set answers; every reading stands in the audit trail."""
        d, toegang = diensten(), _toegang(tracker)
        if toegang is None or not toegang.mag or not d.instellingen.zaken_in_chat:
            zeg(dispatcher, _weigering(toegang, d))
            return []
        tekst = str(tracker.latest_message.get("text") or "")
        d.audit.noteer(toegang.wie, "zaken gelezen", _wat(tekst))
        try:
            antwoord = _beantwoord(tekst, tracker.get_slot("regio"), toegang, d)
            zeg(dispatcher, Antwoord(tekst=antwoord, gedrag="antwoord", zaken=True))
        except (ZaakOnbekend, BuitenGebied) as fout:
            zeg(dispatcher, Antwoord(tekst=f"{fout}{_grens(toegang, d)}", gedrag="weet-niet", zaken=True))
        return []


def _toegang(tracker: Tracker) -> Toegang | None:
    """Who is signed in, as the door checked it for this turn."""
    gegeven = bijschrift(tracker).get("zaken")
    return Toegang(**gegeven) if gegeven else None


def _weigering(toegang: Toegang | None, d: Diensten) -> Antwoord:
    if not d.instellingen.zaken_in_chat:
        return Antwoord(tekst=_UIT, gedrag="buiten-bereik")
    if toegang is None:
        return Antwoord(tekst=_INLOGGEN, gedrag="buiten-bereik", inloggen=True)
    return Antwoord(tekst=_GEEN_RECHT, gedrag="buiten-bereik")


def _grens(toegang: Toegang, d: Diensten) -> str:
    return f" U ziet alleen zaken van de regio {d.kennis.regionaam(toegang.regio)}." if toegang.regio else ""


def _wat(tekst: str) -> str:
    """The key of the case that a question is about, else that it is about several."""
    sleutel = _SLEUTEL.search(tekst)
    return f"{sleutel[1]}-{sleutel[2]}".upper() if sleutel else "overzicht"


def _beantwoord(tekst: str, regio: str | None, toegang: Toegang, d: Diensten) -> str:
    if sleutel := _SLEUTEL.search(tekst):
        return _stand(d.zaken.stand(f"{sleutel[1]}-{sleutel[2]}", d.vandaag(), toegang.regio), d)
    gebied = _gebied(tekst, regio, toegang, d)
    gevouwen = vouw(tekst)
    if "23" in gevouwen.split():
        maanden = int(m[1]) if (m := _MAANDEN.search(gevouwen)) else 6
        zaken = gebied.kies(d.zaken.worden_23(d.vandaag(), maanden, gebied.regio))
        return _lijst(zaken, f"{gebied.naam(d)} van jongeren die binnen {maanden} maanden 23 worden", _verjaardag, d)
    if "begeleid" in gevouwen:
        zaken = gebied.kies(d.zaken.zonder_begeleider(d.vandaag(), gebied.regio))
        return _lijst(zaken, f"{gebied.naam(d)} zonder vaste begeleider", _plek, d)
    return _aantal(gevouwen, gebied, d)


def _gebied(tekst: str, regio: str | None, toegang: Toegang, d: Diensten) -> Gebied:
    """What the text names, else the region of the account, else that of the conversation."""
    streken = d.vraagbaak.wijzer.zoek(tekst)
    if not streken:
        return Gebied(toegang.regio or regio)
    if toegang.regio and toegang.regio != streken[0].regio:
        raise BuitenGebied(f"Deze vraag gaat over de regio {d.kennis.regionaam(streken[0].regio)}.")
    return Gebied(streken[0].regio, streken[0].gemeente)


def _aantal(gevouwen: str, gebied: Gebied, d: Diensten) -> str:
    route = next((r for r, woorden in _ROUTEWOORDEN.items() if any(w in gevouwen for w in woorden)), None)
    aantal = d.zaken.aantal_op_route(route, gebied.gemeente, gebied.regio)
    naam = d.adviseur.routenaam(route, d.vandaag()) if route else ""
    wat = f"op de route {naam}" if route else "met een lopend traject"
    slot = f" {_SYNTHETISCH}" if d.zaken.is_demo() else ""
    wie = "jongere" if aantal == 1 else "jongeren"
    return f"{aantal} {wie} {wat}{gebied.naam(d)}.{slot}"


def _stand(zaak: Zaak, d: Diensten) -> str:
    onderwijs = ", ".join(waarde for _, waarde in d.adviseur.in_woorden({"onderwijs": zaak.onderwijs}))
    regels = [
        f"**{zaak.sleutel}**: {zaak.gemeente}, {zaak.leeftijd} jaar, {onderwijs}",
        f"- Route: {_routenaam(zaak, d)} ({zaak.status or 'geen traject'}{f', sinds {zaak.sinds:%d-%m-%Y}' if zaak.sinds else ''})",
        f"- Vaste begeleider: {zaak.vaste_begeleider or 'nog niet'}",
        f"- Laatste contact: {f'{zaak.laatste_contact:%d-%m-%Y}' if zaak.laatste_contact else 'nog geen'}",
        f"- {'Wordt' if zaak.wordt_23_op > d.vandaag() else 'Werd'} 23 op {zaak.wordt_23_op:%d-%m-%Y}",
    ]
    return "\n".join([*regels, *(["Dit is een synthetisch voorbeeld."] if zaak.synthetisch else [])])


def _lijst(zaken: list[Zaak], wat: str, toon: Callable[[Zaak, Diensten], str], d: Diensten) -> str:
    if not zaken:
        return f"Geen zaken{wat}."
    regels = [f"- {z.sleutel}, {toon(z, d)}" for z in zaken[:_MEESTE]]
    meer = [f"- en nog {len(zaken) - _MEESTE}"] if len(zaken) > _MEESTE else []
    slot = [_SYNTHETISCH] if any(z.synthetisch for z in zaken) else []
    aantal = "1 zaak" if len(zaken) == 1 else f"{len(zaken)} zaken"
    return "\n".join([f"{aantal}{wat}:", *regels, *meer, *slot])


def _routenaam(zaak: Zaak, d: Diensten) -> str:
    return d.adviseur.routenaam(zaak.route, d.vandaag()) if zaak.route else "geen"


def _verjaardag(zaak: Zaak, _: Diensten) -> str:
    return f"{zaak.gemeente}, op {zaak.wordt_23_op:%d-%m-%Y}"


def _plek(zaak: Zaak, d: Diensten) -> str:
    return f"{zaak.gemeente}, {_routenaam(zaak, d)}"
