"""What a draft would change: rule tests, answers to test questions, and outcomes of example youths and open cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from assistant.advice.service import Advies, Adviseur, KenmerkenTegenstrijdig, KenmerkOngeldig
from assistant.cases.service import LOPEND, Zaak
from assistant.diensten import Diensten
from assistant.web.console.keuring import adviseur, regeltests
from assistant.web.console.testvragen import Vraag, gegevens, testvragen
from knowledge.proof import Bezwaar
from knowledge.publish import Redactie
from knowledge.service import Vraagbaak, maak_vraagbaak
from knowledge.snapshot import Kennis

ZELFDE_ITEM: Final = "hetzelfde, met de nieuwe tekst"


@dataclass(frozen=True)
class AnderAntwoord:
    """A question that another item, or another text of the same item, would answer."""

    vraag: str
    eerst: str
    straks: str


@dataclass(frozen=True)
class AndereUitkomst:
    """A youth for whom verdict, route or contact would differ; ``wie`` is a key or the name of an example."""

    wie: str
    soort: str
    wat: str
    eerst: str
    straks: str


@dataclass(frozen=True)
class AndereTest:
    """A rule test with another outcome; ``klopt`` is whether it is what its author expects."""

    regel: str
    naam: str
    eerst: str
    straks: str
    klopt: bool


@dataclass(frozen=True)
class Gevolgen:
    """Everything that publishing would change."""

    bezwaren: list[Bezwaar]
    tests: list[AndereTest]
    aantal_tests: int
    antwoorden: list[AnderAntwoord]
    aantal_vragen: int
    uitkomsten: list[AndereUitkomst]
    aantal_zaken: int
    aantal_voorbeelden: int

    @cached_property
    def per_wat(self) -> dict[tuple[str, str, str, str], list[str]]:
        """Changes that are the same together: what, from, to -> keys of cases or names of examples."""
        uit: dict[tuple[str, str, str, str], list[str]] = {}
        for u in self.uitkomsten:
            uit.setdefault((u.soort, u.wat, u.eerst, u.straks), []).append(u.wie)
        return dict(sorted(uit.items(), key=lambda paar: (paar[0][0] != "zaak", -len(paar[1]))))


def van(redactie: Redactie, ids: Collection[int], d: Diensten, regio: str | None) -> Gevolgen:
    """What these versions together would change; cases of one region when ``regio`` names it."""
    straks, bezwaren = redactie.kennis(ids), redactie.bezwaren(ids)
    onleesbaar = any(b.record == "regels" for b in bezwaren)
    vragen = testvragen(redactie.engine, d.kennis, straks)
    zaken = [z for z in d.zaken.alle(d.vandaag(), regio) if z.status == LOPEND]
    return Gevolgen(
        bezwaren=bezwaren,
        tests=[] if onleesbaar else list(andere_tests(d.kennis, straks)),
        aantal_tests=len(regeltests(d.kennis)),
        antwoorden=list(andere_antwoorden(vragen, d.vraagbaak, straks)),
        aantal_vragen=len(vragen),
        uitkomsten=[] if onleesbaar else andere_uitkomsten(d.kennis, straks, zaken),
        aantal_zaken=len(zaken),
        aantal_voorbeelden=len(_voorbeelden()),
    )


# --- rule tests --------------------------------------------------------------------------------------


def andere_tests(nu_: Kennis, straks: Kennis) -> Iterator[AndereTest]:
    """Rule tests that are new, or of which the outcome changes."""
    eerder = {(t.regel, t.naam): t.uitkomst for t in regeltests(nu_)}
    titels, namen = _regeltitels(straks), _routenamen(nu_, straks)
    for test in regeltests(straks):
        eerst, later = eerder.get((test.regel, test.naam), "nieuw"), test.uitkomst
        if eerst != later or not test.klopt:
            woorden = (namen.get(eerst, eerst), namen.get(later, later))
            yield AndereTest(titels.get(test.regel, test.regel), test.naam, *woorden, test.klopt)


def _regeltitels(kennis: Kennis) -> dict[str, str]:
    return {r.id: r.titel for r in (*kennis.regels.definities, *kennis.regels.tabellen)}


def _routenamen(*bases: Kennis) -> dict[str, str]:
    """What routes are called; the last base counts."""
    return {r.id: r.naam for kennis in bases for tabel in kennis.regels.tabellen for r in tabel.routes}


# --- answers -----------------------------------------------------------------------------------------


def andere_antwoorden(vragen: Collection[Vraag], nu_: Vraagbaak, straks: Kennis) -> Iterator[AnderAntwoord]:
    """Test questions of which the best item, or its text, changes."""
    nieuw = maak_vraagbaak(straks, nu_)
    if nieuw.zoeker is nu_.zoeker:
        return
    for vraag, regio in vragen:
        eerst, later = _beste(nu_, vraag, regio), _beste(nieuw, vraag, regio)
        oud, tekst = (k.item_bij_id.get(i) for k, i in ((nu_.kennis, eerst), (straks, later)))
        titel = oud.titel if oud else eerst
        if eerst != later:
            yield AnderAntwoord(vraag, titel, tekst.titel if tekst else later)
        elif oud and tekst and oud.antwoord != tekst.antwoord:
            yield AnderAntwoord(vraag, titel, ZELFDE_ITEM)


def _beste(baak: Vraagbaak, vraag: str, regio: str | None) -> str:
    gevonden = baak.zoeker.zoek(vraag, regios=(regio, "landelijk") if regio else None, aantal=1)
    return gevonden[0].item.id if gevonden and gevonden[0].score >= baak.zoeker.weging.mogelijk else "geen antwoord"


# --- outcomes ----------------------------------------------------------------------------------------


def _voorbeelden() -> list[tuple[str, str, dict[str, Any], str | None]]:
    """Example youths: those of the evaluation, where they are there."""
    cases, toetsen = gegevens("casussen-ontwikkel.jsonl"), gegevens("toetsen-ontwikkel.jsonl")
    return [(r["id"], "voorbeeld", r["kenmerken"], r.get("regio")) for r in [*cases, *toetsen] if "kenmerken" in r]


def andere_uitkomsten(nu_: Kennis, straks: Kennis, zaken: Iterable[Zaak]) -> list[AndereUitkomst]:
    """Example youths and cases whose outcome changes."""
    if (nu_.regels, nu_.invullingen, nu_.contacten) == (straks.regels, straks.invullingen, straks.contacten):
        return []
    oud, nieuw = adviseur(nu_), adviseur(straks)
    eigen = [(z.sleutel, "zaak", _kenmerken(z), None) for z in zaken]
    anders = (v for deel in [*eigen, *_voorbeelden()] for v in _verschillen(*deel, oud, nieuw))
    titels, namen = _regeltitels(straks), _routenamen(nu_, straks)
    return [_in_woorden(v, titels, namen) for v in anders]


def _in_woorden(v: AndereUitkomst, titels: dict[str, str], namen: dict[str, str]) -> AndereUitkomst:
    """The same with the names of rules and routes."""
    if v.wat == "route":
        return replace(v, eerst=namen.get(v.eerst, v.eerst), straks=namen.get(v.straks, v.straks))
    return replace(v, wat=titels.get(v.wat, v.wat))


def _kenmerken(zaak: Zaak) -> dict[str, Any]:
    return {"leeftijd": zaak.leeftijd, "gemeente": zaak.gemeente, "onderwijs": zaak.onderwijs}


def _verschillen(
    wie: str, soort: str, kenmerken: dict[str, Any], regio: str | None, oud: Adviseur, nieuw: Adviseur
) -> Iterator[AndereUitkomst]:
    try:
        eerst = _kern(oud.adviseer(kenmerken, regio=regio))
        straks = _kern(nieuw.adviseer(kenmerken, regio=regio))
    except (KenmerkOngeldig, KenmerkenTegenstrijdig):
        return
    for wat in eerst | straks:
        if eerst.get(wat, "–") != straks.get(wat, "–"):
            yield AndereUitkomst(wie, soort, wat, eerst.get(wat, "–"), straks.get(wat, "–"))


def _kern(advies: Advies) -> dict[str, str]:
    """What people act on."""
    contact = "; ".join(" ".join(filter(None, [c.organisatie, c.telefoon, c.email])) for c in advies.contact)
    verdicten = {u.definitie: u.uitkomst for u in advies.jikp.uitkomsten}
    return {"route": advies.route or "nog open", "contact": contact or "geen", **verdicten}
