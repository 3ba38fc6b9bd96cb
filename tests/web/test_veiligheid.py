"""Nothing that a person or a source writes becomes code, and no other site gets in."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from playwright.sync_api import Page
from sqlalchemy import Engine

from knowledge.publish import Redactie
from tests.web.chat import LET_OP_VERSCHUIVING, WORTEL, Chat
from tests.web.gastheer import GASTBELEID, GASTPAGINA, Gastheer

AANVALLEN = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](data:text/html,<script>alert(1)</script>)",
    "[klik](//kwaad.nl)",
    "**<svg onload=alert(1)>**",
    "- <iframe srcdoc='<script>alert(1)</script>'>",
    '"><details open ontoggle=alert(1)>',
)
NS = 'xmlns="http://www.w3.org/2000/svg"'
SVG = f'<svg {NS} onload="alert(1)"><script>alert(1)</script><rect width="9" onclick="alert(1)"/></svg>'
TEKENINGEN = {
    SVG: None,
    f'<svg {NS}><rect style="fill:red"/></svg>': None,
    f"<svg {NS}><foreignObject><p>x</p></foreignObject></svg>": None,
    "geen tekening": None,
    f'<svg {NS}><use href="https://kwaad.nl/x#y"/><image href="https://kwaad.nl/z"/><a href="javascript:alert(1)"><rect/></a></svg>': "",
    f'<svg {NS}><rect width="9" fill="url(https://kwaad.nl)" class="x" id="y"/></svg>': '<rect xmlns="http://www.w3.org/2000/svg" width="9"/>',
    f'<svg {NS}><g opacity="1"><text x="2">368 &lt;b&gt;</text></g></svg>': f'<g {NS} opacity="1"><text x="2">368 &lt;b&gt;</text></g>',
}
TEKEN = """async (svg) => {
  const { tekening } = await import('/static/chat/cijfers.js');
  const beeld = tekening(svg, 'alt');
  return beeld && [...beeld.childNodes].map((deel) => new XMLSerializer().serializeToString(deel)).join('');
}"""
CONTACT = ("id", "organisatie", "rol", "gegevens", "telefoon", "email", "toelichting")


def vijandig(x: str) -> dict[str, Any]:
    """An answer with the same attack in every text field."""
    bron = {"document": x, "titel": x, "sectie": x, "looptijd_tot": x, "verlopen": True}
    criterium = {"id": x, "tekst": x, "uitkomst": x, "bron": bron}
    uitkomst = {
        "definitie": x, "titel": x, "uitkomst": "ja", "criteria": [criterium], "ontbreekt": [x], "uitleg": x,
        "opmerkingen": [x], "bron": bron,
    }  # fmt: skip
    toets = {
        "kenmerken": {"gemeente": x}, "uitkomsten": [uitkomst], "zonder_uitkomst": [{"definitie": x, "reden": x}],
        "volgende_vraag": None, "opmerkingen": [x], "bewijs_id": x,
    }  # fmt: skip
    advies = {
        "route": x, "naam": x, "status": x, "instrument": x, "rij": {"nummer": 1, "tekst": x, "bron": bron},
        "kenmerken": {"gemeente": x},
        "bewijs": [{"veld": "gemeente", "fragment": x, "oordeel": "genoemd"}], "aannames": [{"veld": x, "tekst": x}],
        "ontbreekt": [], "volgende_vraag": None, "alternatieven": [{"route": x, "naam": x, "als": x}],
        "contact": [{**dict.fromkeys(CONTACT, x), "te_bevestigen": True}],
        "contact_toelichting": x, "aanvullend": [{"id": x, "naam": x, "toelichting": x, "bron": bron}], "jikp": toets,
        "uitleg": x, "opmerkingen": [x], "bewijs_id": x,
    }  # fmt: skip
    return {
        "tekst": x, "bronnen": [bron], "items": [{"id": x, "titel": x}], "knoppen": [{"tekst": x, "bericht": x}],
        "advies": advies, "tabel": [{x: x, "tweede": x}], "grafiek": {"svg": SVG, "alt": x},
    }  # fmt: skip


@pytest.mark.parametrize("aanval", AANVALLEN)
def test_hostile_text_stays_text(chat: Chat, aanval: str) -> None:
    meldingen: list[str] = []
    chat.page.on("dialog", lambda d: (meldingen.append(d.message), d.dismiss()))
    chat.speel(vijandig(aanval), tekst=aanval, gemaskeerd=[aanval])
    chat.zeg(aanval)
    for summary in chat.laatste.locator("summary").all():
        summary.click()
    chat.laatste.locator(".chip").click()
    vreemd = chat.page.locator("routewijzer-chat :is(script, iframe, img, object, embed, foreignObject, [style], use)")
    assert vreemd.count() == 0
    kenmerken = chat.page.locator("routewijzer-chat *").evaluate_all("es => es.flatMap((e) => e.getAttributeNames())")
    assert [naam for naam in kenmerken if naam.startswith("on")] == []
    adressen = chat.page.locator("routewijzer-chat a").evaluate_all("es => es.map(e => e.protocol)")
    assert set(adressen) <= {"http:", "https:", "mailto:", "tel:"}
    assert meldingen == []
    assert chat.page.evaluate("window.__csp") == []


@pytest.mark.parametrize("svg", TEKENINGEN)
def test_a_drawing_keeps_its_shapes_only(blad: Page, svg: str) -> None:
    assert blad.evaluate(TEKEN, svg) == TEKENINGEN[svg]
    assert blad.evaluate("window.__csp") == []


@pytest.fixture
def vergiftigd(engine: Engine) -> str:
    """The same attack in a published contact and in the case data of the running application; the key of a case."""
    redactie = Redactie(engine)
    versie = redactie.concept("contact", "contact-nmd-wpda", "An")
    redactie.bewaar(versie.id, {**versie.inhoud, "toelichting": AANVALLEN[0]}, versie.stand, "An")
    redactie.bied_aan(versie.id)
    redactie.publiceer(versie.id, "Bo")
    with engine.begin() as verbinding:
        verbinding.execute(sa.text("update traject set vaste_begeleider = :tekst"), {"tekst": AANVALLEN[0]})
        zaak = "select sleutel from jongere join traject on traject.jongere_id = jongere.id limit 1"
        return str(verbinding.execute(sa.text(zaak)).scalar_one())


def wacht_tot_live(adres: str) -> None:
    """An edit is live within five seconds."""
    einde = time.monotonic() + 6
    while AANVALLEN[0] not in httpx.get(f"{adres}/api/v1/contacten", params={"gemeente": "Assen"}).text:
        assert time.monotonic() < einde
        time.sleep(0.1)


def test_an_attack_in_knowledge_or_case_data_stays_text(
    chat: Chat, adres: str, vergiftigd: str, sessie: Callable[[str], str]
) -> None:
    wacht_tot_live(adres)
    chat.meld_aan(sessie("an"))
    kaart = chat.zeg("Leerling van 17 jaar uit Assen op praktijkonderwijs, ingeschreven, wil gaan werken")
    assert AANVALLEN[0] in kaart.locator(".contacten").inner_text()
    assert AANVALLEN[0] in chat.zeg(f"Hoe staat het met {vergiftigd}?").inner_text()
    assert chat.page.locator("routewijzer-chat img").count() == 0
    assert chat.page.evaluate("window.__csp") == []


def test_no_module_writes_markup() -> None:
    for bestand in (WORTEL / "assistant" / "web" / "static").rglob("*.js"):
        tekst = bestand.read_text(encoding="utf-8")
        for verboden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert verboden not in tekst, bestand.name


def test_every_page_has_a_strict_policy(adres: str, gast: Gastheer) -> None:
    for pad in ("/", "/demo", "/inbed/gast", "/static/chat/chat.css", "/api/v1/gezondheid"):
        csp = httpx.get(adres + pad).headers["content-security-policy"]
        assert "default-src 'self'" in csp
        assert "unsafe" not in csp
    assert f"frame-ancestors 'self' {gast.adres}" in httpx.get(f"{adres}/inbed/gast").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in httpx.get(adres).headers["content-security-policy"]


def test_a_listed_site_embeds_the_chat_under_its_own_policy(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer
) -> None:
    chat = nieuw()
    chat.page.goto(gast.toon("/", GASTPAGINA.format(adres=adres, site="gast"), GASTBELEID.format(adres=adres)))
    chat.page.get_by_role("button", name="Vraag het maar").click()
    chat.zeg("Wat is een plusvoorziening?")
    assert chat.page.get_by_label("Regio").input_value() == "achterhoek"
    chat.keur("ingesloten")


@pytest.mark.parametrize("site", ["dicht", "inloggen", "onbekend", "demo"])
def test_a_closed_or_foreign_site_shows_nothing(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, site: str
) -> None:
    chat = nieuw()
    with chat.page.expect_response("**/api/v1/sites/*"):
        chat.page.goto(gast.toon("/", GASTPAGINA.format(adres=adres, site=site), GASTBELEID.format(adres=adres)))
    chat.page.locator("routewijzer-chat[hidden]").wait_for(state="attached")
    assert chat.page.get_by_role("button").count() == 0
    chat.keur(f"niets-{site}")


def test_a_service_that_is_down_shows_nothing(nieuw: Callable[[], Chat], adres: str, gast: Gastheer) -> None:
    chat = nieuw()
    chat.page.route("**/api/v1/**", lambda r: r.abort())
    chat.page.goto(gast.toon("/", GASTPAGINA.format(adres=adres, site="gast"), GASTBELEID.format(adres=adres)))
    chat.page.locator("routewijzer-chat[hidden]").wait_for(state="attached")
    assert chat.fouten == []


@pytest.mark.parametrize(
    ("site", "zin"),
    [
        ("dicht", "nu niet beschikbaar. Maandag weer."),
        ("onbekend", "nu niet bereikbaar."),
        ("inloggen", "Voor deze chat moet u inloggen. Open Routewijzer"),
    ],
)
def test_a_closed_chat_within_the_page_says_so_and_moves_nothing(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, site: str, zin: str
) -> None:
    chat = nieuw()
    chat.page.add_init_script(LET_OP_VERSCHUIVING)
    lichaam = GASTPAGINA.format(adres=adres, site=site).replace("<routewijzer-chat", '<routewijzer-chat modus="inline"')
    chat.page.goto(gast.toon("/dicht", lichaam, GASTBELEID.format(adres=adres)))
    chat.page.get_by_text(zin).wait_for()
    chat.keur(f"in-de-pagina-{site}")
    assert chat.page.evaluate("window.__verschuiving") == []


def test_a_policy_that_is_broken_is_reported(nieuw: Callable[[], Chat], adres: str, gast: Gastheer) -> None:
    """The reports that other tests look for do come: a page that breaks its own policy shows it."""
    chat = nieuw()
    lichaam = GASTPAGINA.format(adres=adres, site="gast") + "<script>alert(1)</script>"
    chat.page.goto(gast.toon("/overtreding", lichaam, GASTBELEID.format(adres=adres)))
    chat.page.wait_for_function("window.__csp.length > 0")
    einde = time.monotonic() + 10
    while not gast.meldingen and time.monotonic() < einde:
        chat.page.wait_for_timeout(50)
    meldingen, gast.meldingen[:] = [*gast.meldingen], []
    assert meldingen[0]["csp-report"]["violated-directive"].startswith("script-src")


def test_a_listed_site_may_put_the_chat_in_a_frame(nieuw: Callable[[], Chat], adres: str, gast: Gastheer) -> None:
    chat = nieuw()
    frame = f'<iframe src="{adres}/inbed/gast" title="Chat" width="400" height="600"></iframe>'
    chat.page.goto(gast.toon("/", frame, f"default-src 'self'; frame-src {adres}; style-src 'self'"))
    chat.page.frame_locator("iframe").get_by_label("Uw bericht").wait_for()
    chat.keur("in-frame")
    chat.open(f"{adres}/inbed/gast").keur("frame")


def test_an_unlisted_site_may_not(nieuw: Callable[[], Chat], adres: str, gast: Gastheer) -> None:
    chat = nieuw()
    frame = f'<iframe src="{adres}/inbed/demo" title="Chat"></iframe>'
    chat.page.goto(gast.toon("/", frame, f"default-src 'self'; frame-src {adres}"))
    assert chat.page.frames[1].url.startswith("chrome-error:")


@pytest.mark.parametrize(
    ("site", "zin"), [("dicht", "niet beschikbaar. Maandag weer."), ("inloggen", "moet u inloggen")]
)
def test_a_closed_frame_says_so(nieuw: Callable[[], Chat], adres: str, site: str, zin: str) -> None:
    chat = nieuw()
    chat.page.goto(f"{adres}/inbed/{site}")
    assert zin in chat.page.locator("main").inner_text()
    chat.keur(f"frame-{site}")
