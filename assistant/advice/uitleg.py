"""Explanations in plain Dutch, from fixed templates; nothing is written freely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.advice.model import Aangenomen, Advies, Bron, Contactregel, Toets, Uitkomst
from assistant.advice.woorden import Woorden, opsomming

GEEN_TABEL = "Op deze datum was er nog geen routetabel; daarom is er geen route."
ADVIES_AAN_U = "Dit is een advies; u beslist als professional."


def routezin(naam: str) -> str:
    """A route by its name, introduced as one; a name that says so itself is not introduced twice."""
    return naam if naam.startswith("Route ") else f"Route: {naam}"


def routeuitleg(naam: str, status: str, beslissend: str, kenmerken: str, aannames: Sequence[Aangenomen]) -> str:
    """Why this route, in a few sentences."""
    zinnen = [f"{routezin(naam)}{f' (status: {status})' if status else ''}.", beslissend]
    if kenmerken:
        zinnen.append(f"Dit volgt uit: {kenmerken}.")
    if aannames:
        delen = opsomming(dict.fromkeys(a.tekst for a in aannames), "en")
        zinnen.append(f"Aangenomen, want niet genoemd: {delen}. Klopt dat niet, zeg het dan.")
    return " ".join(zinnen)


def open_uitleg(ontbreekt: Iterable[str], mogelijk: Iterable[str], twijfel: Iterable[str]) -> str:
    """Why there is no route yet."""
    betwist = opsomming(twijfel)
    eerst = f"De tekst spreekt zichzelf tegen over {betwist}. " if betwist else ""
    return (
        f"{eerst}Er is nog geen route te geven. Dit moet ik nog weten: {opsomming(ontbreekt)}. "
        f"Nu nog mogelijk: {opsomming(mogelijk, 'of')}."
    )


class Dossierschrijver:
    """Text that a professional can paste in a file; no personal data."""

    def __init__(self, woorden: Woorden) -> None:
        self._woorden = woorden

    def toets(self, toets: Toets) -> str:
        """A check as text."""
        return "\n".join([*self._kop("JIKP-toets", toets), *self._toetsregels(toets), *_slot(toets.bewijs_id)])

    def advies(self, advies: Advies) -> str:
        """An advice as text."""
        regels = [*self._kop("Routeadvies", advies), "", advies.uitleg]
        if advies.rij:
            regels.append(f"Beslissende rij {advies.rij.nummer}: {advies.rij.tekst}.")
        regels += _contactregels(advies.contact, advies.contact_toelichting)
        regels += [f"Ook passend: {a.naam} ({_vindplaats(a.bron)})." for a in advies.aanvullend]
        regels += self._toetsregels(advies.jikp)
        regels += ["", "Bronnen:", *(f"- {_vindplaats(b)}{_looptijd(b)}" for b in advies.bronnen)]
        return "\n".join([*regels, *_slot(advies.bewijs_id)])

    def _kop(self, titel: str, uit: Toets | Advies) -> list[str]:
        kenmerken = self._woorden.kenmerken({**uit.kenmerken, **uit.beperkt}) or "geen"
        return [f"{titel} op {uit.peildatum:%d-%m-%Y}", f"Kenmerken: {kenmerken}."]

    def _toetsregels(self, toets: Toets) -> list[str]:
        regels = [""]
        for uitkomst in toets.uitkomsten:
            regels += _uitkomstregels(uitkomst)
        return [*regels, *(f"- {z.definitie}: {z.reden}" for z in toets.zonder_uitkomst), *toets.opmerkingen]


def _uitkomstregels(uitkomst: Uitkomst) -> list[str]:
    kop = f"{uitkomst.titel}: {uitkomst.uitkomst}. {uitkomst.uitleg}"
    stappen = [f"  - {c.tekst}: {c.uitkomst} ({_vindplaats(c.bron)})" for c in uitkomst.criteria]
    return [kop, *stappen, *(f"  Let op: {o}" for o in uitkomst.opmerkingen)]


def _contactregels(contact: Sequence[Contactregel], toelichting: str) -> list[str]:
    regels = [
        f"Contact: {c.organisatie}{f', {c.rol}' if c.rol else ''}{f': {c.bereik}' if c.bereik else ''}{' (te bevestigen)' if c.te_bevestigen else ''}"
        for c in contact
    ]
    return [*regels, toelichting] if toelichting else regels


def _vindplaats(bron: Bron) -> str:
    return f"{bron.titel}, {bron.sectie}"


def _looptijd(bron: Bron) -> str:
    return f" (looptijd tot en met {bron.looptijd_tot:%d-%m-%Y})" if bron.looptijd_tot else ""


def _slot(bewijs_id: str) -> list[str]:
    return ["", ADVIES_AAN_U, f"Bewijsnummer: {bewijs_id}"]
