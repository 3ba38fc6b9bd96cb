"""Every page of the console in a real browser: accessible, readable without scripts, usable with the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from fastapi.routing import APIRoute
from playwright.sync_api import Browser, Page
from sqlalchemy import Engine

from assistant.accounts.service import Accounts
from assistant.oordelen import Oordelenkast
from assistant.postvak import Postvak
from assistant.web.console.handleiding import bladen
from assistant.web.console.kennis import SOORTEN
from assistant.web.console.pagina import MODULES
from knowledge.files import CONTENT
from knowledge.kinds import Stuk, lees_map
from knowledge.proposal import stel_voor
from knowledge.publish import Redactie
from tests.console.conftest import LET_OP_BELEID
from tests.console.keuring import keur

#: Addresses that are no page: a file, and the way to another provider.
GEEN_PAGINA = {"/handleiding", "/uitwisseling/export", "/eenmalig", "/eenmalig/terug"}
#: Filled in where an address has a part: one of each kind that looks different.
DELEN = {
    "/handleiding/{blad}": [f"/handleiding/{b}" for b in bladen()],
    "/kennis": ["/kennis", *(f"/kennis?soort={s}" for s in SOORTEN), "/kennis?stand=open", "/kennis?q=bestaatniet"],
    "/kennis/{soort}/{sleutel}": [
        "/kennis/contact/contact-nmd-wpda", "/kennis/item/nmd-routes-overzicht", "/kennis/regel/hoofdroute.1",
        "/kennis/begrip/wil-werken", "/kennis/document/nmd-2020", "/kennis/regio/nmd",
    ],
    "/nieuw/{soort}": ["/nieuw/item", "/nieuw/contact", "/nieuw/cijfer", "/nieuw/item?vraag=1"],
    "/contacten": ["/contacten", "/contacten?regio=achterhoek"],
    "/versies/{id_}": [
        "/versies/<item>", "/versies/<contact>", "/versies/<regel>", "/versies/<wacht>", "/versies/1",
        "/versies/<item>?vraag=welke+routes+zijn+er",
    ],
    "/versies/{id_}/rijen": ["/versies/<regel>/rijen", "/versies/<tabel>/rijen"],
    "/versies/{id_}/gevolgen": ["/versies/<regel>/gevolgen"],
    "/voorstellen/{bundel}": ["/voorstellen/<bundel>"],
    "/welkom/{sleutel}": ["/welkom/<welkom>", "/welkom/verlopen"],
    "/accounts/{id_}": ["/accounts/1", "/accounts/7", "/accounts/<dicht>"],
}  # fmt: skip


def routes() -> list[str]:
    """Every page of the console, as the application knows them: a new page is tested at once."""
    alle = [r for m in MODULES for r in m.router.routes if isinstance(r, APIRoute) and "GET" in r.methods]
    return sorted({r.path.removeprefix("/console") for r in alle} - GEEN_PAGINA)


PAGINAS = [pad for route in routes() for pad in DELEN.get(route, [route])] + ["/bestaat-niet"]


@pytest.fixture(scope="module")
def nummers(database: Engine) -> dict[str, str]:
    """Something to look at in every state, by the name that it has in the addresses."""
    redactie, accounts = Redactie(database), Accounts(database)
    uit = {
        naam: redactie.concept(soort, sleutel, "an").id
        for naam, soort, sleutel in (
            ("item", "item", "nmd-routes-overzicht"), ("contact", "contact", "contact-nmd-rmc"),
            ("regel", "regel", "nmd-2017.1"), ("tabel", "regel", "hoofdroute.1"), ("wacht", "begrip", "wil-werken"),
        )
    }  # fmt: skip
    redactie.bied_aan(uit["wacht"])
    wpda = next(s for s in lees_map(CONTENT) if s.sleutel == "contact-nmd-wpda")
    anders = wpda.record.model_copy(update={"telefoon": "0592 123 456"})
    stuk = Stuk(wpda.soort, wpda.sleutel, wpda.gebied, wpda.bestand, wpda.volgorde, anders)
    bundel = stel_voor(database, [stuk], "an", "Nummers uit de lijst")
    for vraag in ("hoe vraag ik een jobcoach aan", "hoe vraag ik een jobcoach aan?"):
        Postvak(database).leg_in(vraag, "nmd", "weet-niet")
    bij = {"toelichting": "klopt niet", "vraag": "wie bel ik", "items": [], "bewijs_id": None, "site": None}
    Oordelenkast(database).bewaar("g1", 1, goed=False, reden="verouderd", **bij)
    welkom = accounts.maak("nieuw", "coordinator", "nmd")
    accounts.maak("weg", "mentor")
    accounts.zet_actief("weg", False)
    dicht = next(a.id for a in accounts.alle() if a.naam == "weg")
    return {**{n: str(i) for n, i in uit.items()}, "bundel": str(bundel), "welkom": welkom, "dicht": str(dicht)}


def vul_in(pad: str, nummers: dict[str, str]) -> str:
    return "/console" + re.sub(r"<(\w+)>", lambda m: nummers[m[1]], pad)


@pytest.fixture(scope="module")
def venster(browser: Browser, adres: str, nummers: dict[str, str]) -> Iterator[Page]:
    """One window of the beheerder for all pages."""
    context = browser.new_context(locale="nl-NL", base_url=adres)
    context.add_init_script(LET_OP_BELEID)
    page = context.new_page()
    page.goto("/console")
    page.get_by_label("Naam").fill("baas")
    page.get_by_label("Wachtwoord").fill("een heel lang wachtwoord")
    page.get_by_role("button", name="Log in").click()
    yield page
    context.close()


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_is_toegankelijk(venster: Page, nummers: dict[str, str], pad: str) -> None:
    antwoord = venster.goto(vul_in(pad, nummers))
    assert antwoord is not None and antwoord.status == {"/bestaat-niet": 404, "/welkom/verlopen": 410}.get(pad, 200)
    keur(venster)


def test_elke_pagina_is_te_lezen_zonder_scripts(scherm: Callable[..., Page], nummers: dict[str, str]) -> None:
    page = scherm("baas", scripts=False)
    for pad in PAGINAS:
        page.goto(vul_in(pad, nummers))
        assert page.locator("h1").inner_text().strip()
        if not pad.startswith(("/welkom", "/inloggen")):
            assert page.get_by_role("link", name="Hulp bij deze pagina").is_visible()


def test_geen_pagina_toont_de_id_van_een_regio_als_naam(scherm: Callable[..., Page], nummers: dict[str, str]) -> None:
    """Ids stand in code and in YAML; elsewhere people read names."""
    page = scherm("an")
    gezien = {}
    for pad in (p for p in PAGINAS if not p.startswith(("/accounts", "/audit", "/handleiding"))):
        page.goto(vul_in(pad, nummers))
        tekst = page.evaluate(
            "() => { document.querySelectorAll('code, pre, textarea, datalist, .diff').forEach(e => e.remove());"
            " return document.body.innerText }"
        )
        if gevonden := re.findall(r"(?<![\w-])(?:nmd|zuidoost-brabant|rijk-van-nijmegen)(?![\w-])", tekst):
            gezien[pad] = gevonden
    assert gezien == {}


def test_inloggen_en_een_contact_openen_kan_met_alleen_het_toetsenbord(scherm: Callable[..., Page]) -> None:
    page = scherm("an")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.goto("/console/contacten?regio=nmd")
    page.get_by_role("link", name="ISD Noordenkwartier").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Bewerk").wait_for()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Bewerk":
            break
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Bewaar concept").wait_for()
