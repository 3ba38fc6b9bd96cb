"""The outcome for the youth under discussion, and how it is said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rasa_sdk import Tracker

from actions.antwoorden import als_knoppen
from actions.jongere import Jongere, peildatum
from assistant.advice.kenmerken import KenmerkOngeldig
from assistant.advice.model import Advies, Toets, Vraag
from assistant.advice.service import Woorden, routezin
from assistant.diensten import Diensten
from assistant.messages import Antwoord

UITKOMST: Final = {"ja": "ja", "nee": "nee", "onbekend": "nog niet te zeggen"}
#: The rules that say whether one must still go to school.
PLICHTEN: Final = ("leerplicht", "kwalificatieplicht")
_NAAR_SCHOOL: Final = "Wie jonger is dan 18 jaar, geen startkwalificatie heeft en niet is vrijgesteld, moet naar school. Voor deze leerling:"
_WAAROVER: Final = (
    "Waar gaat het om? Beschrijf de leerling in eigen woorden, zonder naam, of stel een vraag over de regionale aanpak."
)


@dataclass(frozen=True)
class Uitkomst:
    """Advice (which holds the JIKP check) or the reason why the facts cannot be used; with the words for both."""

    advies: Advies | None
    woorden: Woorden
    fout: KenmerkOngeldig | None = None

    def volgende(self, toets: bool) -> Vraag | None:
        """The fact to ask next: for the check, or for the route."""
        if self.advies is None:
            return None
        if toets:
            return self.advies.jikp.volgende_vraag
        return self.advies.volgende_vraag if self.advies.route is None else None


def beoordeel(jongere: Jongere, d: Diensten, tracker: Tracker) -> Uitkomst:
    """Decides with the facts as they are now, in the frame of the conversation; an impossible fact becomes a question."""
    uitkomst = _beoordeel(jongere, d, tracker)
    if uitkomst.fout and uitkomst.fout.veld in jongere.kenmerken:
        return _beoordeel(zonder_strijdige(jongere, uitkomst.fout), d, tracker)
    return uitkomst


def _beoordeel(jongere: Jongere, d: Diensten, tracker: Tracker) -> Uitkomst:
    try:
        advies = d.adviseur.adviseer(
            jongere.kenmerken,
            bewijs=jongere.bewijzen(),
            twijfel=jongere.twijfel,
            overslaan=jongere.niet_bekend,
            mogelijk=jongere.mogelijk,
            peildatum=peildatum(tracker, d),
            regio=tracker.get_slot("regio"),
        )
    except KenmerkOngeldig as fout:
        return Uitkomst(None, d.adviseur.woorden, fout)
    return Uitkomst(advies, d.adviseur.woorden)


def zonder_strijdige(jongere: Jongere, fout: KenmerkOngeldig) -> Jongere:
    """The same youth with the fact that cannot be right put in doubt, so that it is asked instead."""
    rest = {v: w for v, w in jongere.kenmerken.items() if v != fout.veld}
    return replace(
        jongere, kenmerken=rest, twijfel=[*jongere.twijfel, fout.veld], opmerkingen=[*jongere.opmerkingen, fout.reden]
    )


def vraag_antwoord(uitkomst: Uitkomst, jongere: Jongere, toets: bool) -> Antwoord:
    """The next question with its reason, after what was understood."""
    advies = uitkomst.advies
    vraag = uitkomst.volgende(toets)
    if advies is None or vraag is None:
        return ongeldig(uitkomst)
    delen = [_begrepen(uitkomst.woorden, jongere), *_opmerkingen(jongere), f"**{vraag.tekst}**\n_{vraag.reden}_"]
    return Antwoord(
        tekst=_alineas(delen),
        inleiding=_alineas(delen[1:]),
        gedrag="vraag",
        knoppen=als_knoppen([(k.tekst, k.bericht) for k in vraag.knoppen]),
        bronnen=[],
        advies=None if toets else advies,
        toets=advies.jikp if toets else None,
    )


def advies_antwoord(uitkomst: Uitkomst, jongere: Jongere, vorige: Mapping[str, str | None] | None = None) -> Antwoord:
    """Route, contact, JIKP outcome and reasons as one message."""
    advies = uitkomst.advies
    if advies is None:
        return ongeldig(uitkomst)
    if not jongere.kenmerken:
        return Antwoord(tekst=_WAAROVER, gedrag="verduidelijk")
    los = [_verandering(advies, vorige), *_opmerkingen(jongere), _nog_open(advies)]
    delen = [
        los[0],
        _route(advies),
        _aanbod(advies),
        _contact(advies),
        _jikp(advies.jikp),
        f"**Waarom:** {advies.rij.tekst}" if advies.rij else "",
        bijzonderheden(advies),
        _begrepen(uitkomst.woorden, jongere),
        *los[1:],
    ]
    return Antwoord(
        tekst=_alineas(delen),
        inleiding=_alineas(los) if advies.route else None,
        gedrag="antwoord",
        bronnen=advies.bronnen,
        advies=advies,
        knoppen=als_knoppen(
            [(k.tekst, k.bericht) for k in (advies.volgende_vraag.knoppen if advies.volgende_vraag else [])]
            or [("Waarom deze route?", "Waarom deze route?"), ("Nieuwe leerling", "Nieuwe leerling")]
        ),
    )


def toets_antwoord(uitkomst: Uitkomst, jongere: Jongere) -> Antwoord:
    """The JIKP outcome per definition with its criteria."""
    if uitkomst.advies is None:
        return ongeldig(uitkomst)
    toets = uitkomst.advies.jikp
    uitleg = [f"- {u.uitleg}" for u in toets.uitkomsten]
    delen = [_jikp(toets), "\n".join(uitleg), _begrepen(uitkomst.woorden, jongere), *_opmerkingen(jongere)]
    return Antwoord(
        tekst=_alineas(delen),
        inleiding=_alineas(_opmerkingen(jongere)),
        gedrag="antwoord",
        bronnen=[u.bron for u in toets.uitkomsten if u.bron],
        toets=toets,
        knoppen=als_knoppen(
            [("Welke route past?", "Welke route past bij deze leerling?"), ("Nieuwe leerling", "Nieuwe leerling")]
        ),
    )


def plicht_antwoord(uitkomst: Uitkomst) -> Antwoord:
    """Whether this youth must still go to school, and under which of the two laws, by their rules."""
    if uitkomst.advies is None:
        return ongeldig(uitkomst)
    plichten = [u for u in uitkomst.advies.jikp.doelgroepen if u.definitie in PLICHTEN]
    regels = [f"- {u.titel}: **{UITKOMST[u.uitkomst]}**. {u.strekking} {u.uitleg}" for u in plichten]
    return Antwoord(
        tekst=_alineas([_NAAR_SCHOOL, "\n".join(regels)]),
        gedrag="antwoord",
        bronnen=[u.bron for u in plichten if u.bron],
    )


def ongeldig(uitkomst: Uitkomst) -> Antwoord:
    """Facts that cannot be right: which, and what to do."""
    fout = uitkomst.fout
    reden = f"{uitkomst.woorden.veld(fout.veld)}: {fout.reden}" if fout else "er ontbreekt nog informatie"
    return Antwoord(tekst=f"Dit klopt nog niet. {reden[0].upper()}{reden[1:]}", gedrag="vraag")


def _alineas(delen: Iterable[str]) -> str:
    return "\n\n".join(deel for deel in delen if deel)


def _route(advies: Advies) -> str:
    if advies.route is None:
        return "Ik kan nog geen route noemen."
    status = f" ({advies.status})" if advies.status else ""
    return f"**{routezin(advies.naam)}**{status}"


def _aanbod(advies: Advies) -> str:
    """What the region has on the route."""
    return f"**Aanbod:** {advies.instrument}" if advies.route and advies.instrument else ""


def _contact(advies: Advies) -> str:
    if not advies.contact:
        return ""
    regels = []
    for c in advies.contact:
        rol = f", {c.rol}" if c.rol else ""
        bereik = f": {c.bereik}" if c.bereik else ""
        regels.append(f"- {c.organisatie}{rol}{bereik}{' (te bevestigen)' if c.te_bevestigen else ''}")
    return "**Contact**\n" + "\n".join(regels)


def bijzonderheden(advies: Advies, behalve: Collection[str] = ()) -> str:
    """What the rules remark on this youth and what fits besides the route, where a text has no card to show it on."""
    regels = [o for o in advies.opmerkingen if o not in behalve]
    if ook := [a.naam for a in advies.aanvullend if a.naam not in behalve]:
        regels.append(f"**Ook passend:** {'; '.join(ook)}")
    return _alineas(regels)


def _jikp(toets: Toets) -> str:
    regels = [f"- {u.titel or u.definitie}: **{UITKOMST[u.uitkomst]}**" for u in toets.uitkomsten]
    return "**Jongere in een kwetsbare positie (JIKP)?**\n" + "\n".join(regels) if regels else ""


def _begrepen(woorden: Woorden, jongere: Jongere) -> str:
    delen = [woorden.kenmerk(veld, waarde) for veld, waarde in jongere.kenmerken.items()]
    return f"Begrepen: {' · '.join(delen)}." if delen else ""


def _opmerkingen(jongere: Jongere) -> list[str]:
    return ["\n".join(f"- {o}" for o in jongere.opmerkingen)] if jongere.opmerkingen else []


def _verandering(advies: Advies, vorige: Mapping[str, str | None] | None) -> str:
    """What the latest message changed: from which route to which, and why."""
    if not vorige or not vorige["route"] or vorige["route"] == advies.route:
        return ""
    if advies.route is None:
        return f"Hiermee staat het advies **{vorige['naam']}** niet meer vast."
    reden = f", omdat: {advies.rij.tekst}" if advies.rij else ""
    return f"Dit verandert de route van **{vorige['naam']}** naar **{advies.naam}**{reden}."


def _nog_open(advies: Advies) -> str:
    vraag = advies.volgende_vraag
    return f"Nog open: **{vraag.tekst}** _{vraag.reden}_" if vraag else ""
