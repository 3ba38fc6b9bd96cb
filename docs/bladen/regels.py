"""regels.md: routes, routing table and definitions, from the rule files."""

from __future__ import annotations

from collections.abc import Iterator

from docs.bladen.opmaak import code, tabel
from knowledge.files import lees_regios
from knowledge.rulefiles import lees_invullingen, lees_regels
from knowledge.rulemodel import Definitie, Regelversie, Routeinvulling, Routetabel

_KOP = """# Regels

Gemaakt uit de regelbestanden in `knowledge/content/regels/` en de invulling per regio (`invulling.yml`). Hoe u een
regel wijzigt staat in [regels bijhouden](../handleiding/regels-bijhouden.md); hele uitkomsten staan bij de
[voorbeelden](voorbeelden.md).
"""


def blad() -> str:
    """The page."""
    regels = lees_regels()
    begrippen = [(code(b.id), b.tekst) for b in regels.begrippen]
    vragen = [(code(v.veld), v.tekst, v.reden) for v in regels.vragen]
    return "\n\n".join(
        [
            _KOP.strip(),
            "## Routes per regio", *(_routes(t) for t in regels.tabellen),
            *(deel for t in regels.tabellen for deel in _routetabel(t)),
            *(deel for d in regels.definities for deel in _definitie(d)),
            "## Begrippen in meer regels", tabel(("begrip", "betekenis"), begrippen),
            "## Vragen", tabel(("kenmerk", "vraag", "waarom"), vragen),
        ]
    )  # fmt: skip


def _routes(regel: Routetabel) -> str:
    namen: dict[str, str] = {r.id: r.naam for r in lees_regios()}
    invulling: dict[str, dict[str, Routeinvulling]] = {
        i.regio: {deel.route: deel for deel in i.routes} for i in lees_invullingen()
    }

    def regionaal(regio: str, route: str) -> str:
        deel = invulling[regio].get(route)
        return f"{deel.naam}{f' ({deel.status})' if deel.status else ''}" if deel else ""

    rijen = [(code(r.id), r.naam, *(regionaal(regio, r.id) for regio in invulling)) for r in regel.routes]
    return tabel(("route", "naam", *(namen[regio] for regio in invulling)), rijen)


def _routetabel(regel: Routetabel) -> Iterator[str]:
    yield f"## Routetabel {code(regel.id)}"
    yield f"{_geldigheid(regel)} De eerste rij die past, beslist."
    yield tabel(("rij", "als", "route"), ((rij.nummer, rij.tekst, code(rij.route)) for rij in regel.rijen))
    yield f"Past er geen rij: {regel.zonder_rij}"
    yield "Wat niemand noemde en toch wordt aangenomen (alleen voor de route, nooit voor een JIKP-uitkomst):"
    yield tabel(("aanname", "kenmerk", "tekst"), ((code(a.id), code(a.veld), a.tekst) for a in regel.aannames))


def _definitie(regel: Definitie) -> Iterator[str]:
    soort = "JIKP-definitie" if regel.soort == "jikp" else "Doelgroep"
    yield f"## {soort} {code(regel.id)}"
    yield f"{regel.titel}. {_geldigheid(regel)}"
    yield f"Strekking van de bron: {regel.strekking}"
    yield tabel(("criterium", "tekst"), ((code(c.id), c.tekst) for c in regel.criteria))
    if regel.interpretatie:
        yield "Onze lezing:\n\n" + "\n".join(f"- {zin}" for zin in regel.interpretatie)


def _geldigheid(regel: Regelversie) -> str:
    tot = f"tot en met {regel.geldig_tot:%d-%m-%Y}" if regel.geldig_tot else "zonder einddatum"
    bronnen = "; ".join(f"{code(b.document)}, {b.sectie}" for b in regel.grondslag)
    aantal = len(regel.testgevallen)
    tests = f" Voorbeelden in het regelbestand: {aantal}." if aantal else ""
    periode = f"geldig van {regel.geldig_van:%d-%m-%Y} {tot}"
    return f"Versie {regel.versie}, {regel.gebied}, {periode}. Grondslag: {bronnen}.{tests}"
