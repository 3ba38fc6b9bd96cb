"""A whole conversation on a page that is not ours, by keyboard alone: what the chat has to make possible."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.chat import LEERLING, LET_OP_VERSCHUIVING, Chat
from tests.web.gastheer import GASTBELEID, GASTPAGINA, Gastheer


@pytest.fixture
def geopend(nieuw: Callable[[], Chat], adres: str) -> Chat:
    """The demo page, with the chat opened by keyboard."""
    return open_met_toetsen(nieuw(), f"{adres}/demo")


@pytest.fixture
def geadviseerd(geopend: Chat) -> Chat:
    """The same, with a described pupil."""
    typ(geopend, LEERLING)
    return geopend


def open_met_toetsen(chat: Chat, url: str) -> Chat:
    """Goes to a page and opens its chat by keyboard alone."""
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.page.add_init_script(LET_OP_VERSCHUIVING)
    chat.page.goto(url)
    chat.page.get_by_role("button", name="Routewijzer").wait_for()
    chat.naar("Routewijzer")
    chat.druk("Enter")
    chat.veld.wait_for()
    assert chat.focus() == "textarea"
    return chat


def typ(chat: Chat, tekst: str) -> None:
    """Types a message and waits for its answer."""
    chat.page.keyboard.type(tekst)
    chat.wacht(lambda: chat.druk("Enter"))


@pytest.mark.parametrize("pagina", ["demo", "gast"])
def test_the_whole_of_a_conversation_goes_by_keyboard(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, pagina: str
) -> None:
    gastpagina = gast.toon("/school", GASTPAGINA.format(adres=adres, site="school"), GASTBELEID.format(adres=adres))
    chat = open_met_toetsen(nieuw(), gastpagina if pagina == "gast" else f"{adres}/demo")
    vraag_en_beschrijf(chat)
    verbeter_een_kenmerk(chat)
    lees_de_redenen(chat)
    geef_een_oordeel(chat)
    kopieer_het_dossier(chat)
    wis_en_sluit(chat)
    chat.keur(f"klaar-{pagina}")
    assert chat.page.evaluate("window.__verschuiving") == []
    assert gast.meldingen == []


def vraag_en_beschrijf(chat: Chat) -> None:
    """Asks something, then describes a pupil."""
    typ(chat, "Wat is een plusvoorziening?")
    assert chat.laatste.locator(".bronnen").count() == 1
    typ(chat, LEERLING)
    assert chat.laatste.get_by_role("heading", level=4).inner_text() == "Route PrO/VSO-Arbeid"


def verbeter_een_kenmerk(chat: Chat) -> None:
    """Opens a chip, changes it and gets a new advice."""
    chat.naar("leeftijd", "Shift+Tab")
    chat.druk("Enter", "Control+A")
    chat.page.keyboard.type("16")
    chat.wacht(lambda: chat.druk("Enter"))
    assert "16 jaar" in chat.laatste.locator(".chips").inner_text()


def lees_de_redenen(chat: Chat) -> None:
    """Opens why this advice, what would change it, and the criteria of a definition."""
    for titel in ("Wat zou dit veranderen?", "Waarom dit advies?", "Ja"):
        chat.naar(titel, "Shift+Tab")
        chat.druk("Space")
    assert chat.laatste.locator("details[open]").count() == 3
    assert "Voldaan" in chat.laatste.locator("details[open] .criteria").inner_text()


def geef_een_oordeel(chat: Chat) -> None:
    """A thumb down with its reason and a few words."""
    chat.naar("Niet goed")
    chat.druk("Enter", "ArrowDown", "Tab")
    chat.page.keyboard.type("Er hoort een contact bij")
    chat.naar("Verstuur oordeel")
    with chat.page.expect_response("**/oordelen") as antwoord:
        chat.druk("Enter")
    assert antwoord.value.request.post_data_json["reden"] == "onvolledig"
    chat.page.get_by_text("uw oordeel is bewaard").wait_for()


def kopieer_het_dossier(chat: Chat) -> None:
    """The advice as text on the clipboard."""
    chat.naar("Kopieer voor dossier", "Shift+Tab")
    chat.druk("Enter")
    chat.page.get_by_text("Gekopieerd.").wait_for()
    assert chat.page.evaluate("navigator.clipboard.readText()").startswith("Routeadvies op ")


def wis_en_sluit(chat: Chat) -> None:
    """Wipes the conversation, here and on the server, and closes; the focus is back on the launcher."""
    chat.naar("Wis gesprek", "Shift+Tab")
    chat.druk("Enter")
    with chat.page.expect_response(lambda r: r.request.method == "DELETE") as antwoord:
        chat.druk("Enter")
    assert antwoord.value.status == 204
    chat.page.get_by_text("Het gesprek is gewist").wait_for()
    assert chat.antwoorden.count() == 0
    chat.druk("Escape")
    assert chat.focus("e => e.className") == "starter"


def test_a_check_goes_by_keyboard_with_a_way_back(geopend: Chat) -> None:
    typ(geopend, "Ik wil checken of een leerling JIKP is")
    typ(geopend, "praktijkonderwijs")
    geopend.naar("Vorige vraag", "Shift+Tab")
    terug = geopend.wacht(lambda: geopend.druk("Enter"))
    assert terug.locator(".stap").inner_text().startswith("Vraag 1 van hoogstens")


def test_the_focus_goes_from_top_to_bottom(geadviseerd: Chat) -> None:
    geadviseerd.naar("Sluit", "Shift+Tab")
    plekken = []
    for _ in range(30):
        plekken.append(
            geadviseerd.focus("e => e.localName === 'textarea' ? 'Uw bericht' : e.ariaLabel ?? e.textContent")
        )
        geadviseerd.druk("Tab")
    tekst = " | ".join(plekken)
    volgorde = (
        "Sluit",
        "Wis gesprek",
        "Gesprek",
        "Kopieer contact",
        "leeftijd: 17 jaar",
        "Waarom dit advies?",
        "Uw bericht",
    )
    gevonden = [tekst.find(naam) for naam in volgorde]
    assert gevonden == sorted(gevonden)
    assert -1 not in gevonden


def test_the_focus_can_always_be_seen(geadviseerd: Chat) -> None:
    geadviseerd.naar("Sluit", "Shift+Tab")
    for _ in range(25):
        assert geadviseerd.focus("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2
        assert geadviseerd.focus("e => getComputedStyle(e).outlineStyle") in ("solid", "auto")
        geadviseerd.druk("Tab")


def test_escape_leaves_a_form_before_the_chat(geadviseerd: Chat) -> None:
    geadviseerd.naar("leeftijd", "Shift+Tab")
    geadviseerd.druk("Enter", "Escape")
    assert geadviseerd.focus("e => e.textContent").startswith("leeftijd")
    geadviseerd.naar("Wis gesprek", "Shift+Tab")
    geadviseerd.druk("Enter", "Escape")
    assert geadviseerd.focus() == "textarea"
    assert geadviseerd.page.get_by_role("group", name=re.compile("wissen")).count() == 0
    geadviseerd.druk("Escape")
    assert geadviseerd.focus("e => e.className") == "starter"
