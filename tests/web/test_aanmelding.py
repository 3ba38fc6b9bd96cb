"""Questions about cases in a real browser: asked, sent to sign in, back in the same conversation, answered, and over at sign-out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, expect

from tests.web.chat import WACHTWOORD, Chat
from tests.web.gastheer import GASTBELEID, GASTPAGINA, Gastheer

VRAAG = "Hoe staat het met NMD-0042?"
Sessie = Callable[[str], str]


def log_in(chat: Chat, naam: str = "an") -> None:
    """Fills in the sign-in page."""
    chat.page.get_by_label("Naam").fill(naam)
    chat.page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    chat.page.get_by_role("button", name="Log in").click()


@pytest.mark.parametrize("pagina", ["/", "/inbed/gast", "/demo"])
def test_who_signs_in_comes_back_to_the_same_conversation_and_signing_out_ends_it(
    nieuw: Callable[[], Chat], adres: str, sessie: Sessie, pagina: str
) -> None:
    sessie("an")
    chat = nieuw()
    chat.page.goto(adres + pagina)
    if pagina == "/demo":
        chat.page.get_by_role("button", name="Routewijzer").click()
    chat.zeg("Wat is RMC?")
    assert "na inloggen" in chat.zeg(VRAAG).inner_text()
    chat.veld.fill("nog niet verstuurd")
    chat.keur(f"aanmelding{pagina.replace('/', '-')}-gevraagd")
    chat.laatste.get_by_role("link", name="Log in").click()
    log_in(chat)
    opnieuw = chat.page.get_by_role("button", name="Stel de vraag opnieuw")
    expect(opnieuw).to_be_focused()
    chat.keur(f"aanmelding{pagina.replace('/', '-')}-terug")
    assert chat.page.url == adres + pagina
    assert chat.antwoorden.count() == 2
    assert chat.veld.input_value() == "nog niet verstuurd"
    assert "Vaste begeleider" in chat.wacht(opnieuw.click).inner_text()
    chat.knop("Log uit").click()
    chat.page.get_by_text("U bent uitgelogd.").wait_for()
    chat.keur(f"aanmelding{pagina.replace('/', '-')}-uit")
    assert "Vaste begeleider" not in chat.page.get_by_role("log").inner_text()
    assert "Vaste begeleider" not in chat.page.evaluate("JSON.stringify({...sessionStorage})")
    assert "na inloggen" in chat.zeg(VRAAG).inner_text()


def test_the_way_in_and_out_goes_by_keyboard(chat: Chat, sessie: Sessie, adres: str) -> None:
    sessie("an")
    chat.zeg(VRAAG)
    chat.naar("Log in", "Shift+Tab")
    chat.druk("Enter")
    chat.page.get_by_label("Naam").focus()
    chat.page.keyboard.type("an")
    chat.druk("Tab")
    chat.page.keyboard.type(WACHTWOORD)
    chat.druk("Enter")
    expect(chat.page.get_by_role("button", name="Stel de vraag opnieuw")).to_be_focused()
    assert "Vaste begeleider" in chat.wacht(lambda: chat.druk("Enter")).inner_text()
    chat.naar("Log uit", "Shift+Tab")
    chat.druk("Enter")
    chat.page.get_by_text("U bent uitgelogd.").wait_for()
    assert chat.focus() == "textarea"


def test_a_sign_in_or_out_in_another_tab_is_noticed(
    chat: Chat, nieuw: Callable[[], Chat], adres: str, sessie: Sessie
) -> None:
    chat.zeg(VRAAG)
    ander = nieuw().open(adres)
    ander.meld_aan(sessie("an"))
    terug(chat)
    gelezen = chat.wacht(chat.page.get_by_role("button", name="Stel de vraag opnieuw").click)
    assert "Vaste begeleider" in gelezen.inner_text()
    ander.knop("Log uit").click()
    ander.page.get_by_text("U bent uitgelogd.").wait_for()
    terug(chat)
    chat.page.get_by_text("U bent uitgelogd.").wait_for()
    assert "Vaste begeleider" not in chat.page.get_by_role("log").inner_text()


def terug(chat: Chat) -> None:
    """Somebody looks at this tab again."""
    chat.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_what_one_person_read_is_not_there_for_the_next(chat: Chat, adres: str, sessie: Sessie) -> None:
    chat.meld_aan(sessie("an"))
    chat.zeg(VRAAG)
    chat.page.context.clear_cookies()
    chat.meld_aan(sessie("mia"))
    chat.laatste.wait_for()
    assert "Vaste begeleider" not in chat.page.locator("body").inner_text()
    assert "account mag geen zaken inzien" in chat.zeg(VRAAG).inner_text()


def test_a_foreign_page_sends_one_to_routewijzer_itself(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, sessie: Sessie
) -> None:
    chat = nieuw().open(adres)
    chat.meld_aan(sessie("an"))
    chat.page.goto(gast.toon("/", GASTPAGINA.format(adres=adres, site="gast"), GASTBELEID.format(adres=adres)))
    chat.page.get_by_role("button", name="Vraag het maar").click()
    antwoord = chat.zeg(VRAAG)
    assert "Op deze pagina kan dat niet" in antwoord.inner_text()
    assert antwoord.get_by_role("link").get_attribute("href") == f"{adres}/"
    assert chat.page.get_by_role("link", name="Log in").count() == 0
    assert "Vaste begeleider" not in antwoord.inner_text()
    chat.keur("aanmelding-gast")
    assert "RMC" in chat.zeg("Wat is RMC?").inner_text()


def in_frame(chat: Chat, gast: Gastheer, adres: str, host: str, site: str) -> FrameLocator:
    """The chat in a frame of another page; its host is of this site or of another, as a browser sees it."""
    frame = f'<iframe src="{adres}/inbed/{site}" title="Chat" width="400" height="600"></iframe>'
    pagina = gast.toon("/", frame, f"default-src 'self'; frame-src {adres}; style-src 'self'")
    chat.page.goto(pagina.replace(gast.adres, host))
    return chat.page.frame_locator("iframe")


def zeg_in(frame: FrameLocator, tekst: str) -> str:
    """Asks something in a frame; what the answer says."""
    frame.get_by_label("Uw bericht").fill(tekst)
    frame.get_by_label("Uw bericht").press("Enter")
    antwoord = frame.locator(".antwoord:not(.welkom)")
    antwoord.wait_for()
    return antwoord.inner_text()


def test_a_frame_of_another_organisation_does_so_too(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, sessie: Sessie
) -> None:
    chat = nieuw().open(adres)
    chat.meld_aan(sessie("an"))
    gezegd = zeg_in(in_frame(chat, gast, adres, gast.ver, "gast"), VRAAG)
    assert "Op deze pagina kan dat niet" in gezegd
    expect(chat.page.frame_locator("iframe").locator(".inlogvraag")).to_be_in_viewport()
    chat.keur("aanmelding-frame-elders")


def test_a_frame_under_the_same_domain_knows_who_is_signed_in(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, sessie: Sessie
) -> None:
    chat = nieuw()
    frame = in_frame(chat, gast, adres, gast.adres, "gast")
    assert "Log in (nieuw tabblad)" in zeg_in(frame, VRAAG)
    with chat.page.context.expect_page() as tab:
        frame.get_by_role("link", name="Log in (nieuw tabblad)").click()
    log_in(Chat(tab.value))
    tab.value.get_by_text("Ingelogd als").wait_for()
    frame.locator("body").evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    frame.get_by_role("button", name="Stel de vraag opnieuw").click()
    frame.get_by_text("Vaste begeleider").wait_for()


@pytest.mark.parametrize(("host", "zin"), [("adres", "Log in bij Routewijzer"), ("ver", "in een eigen tabblad")])
def test_a_frame_that_needs_sign_in_says_where(
    nieuw: Callable[[], Chat], adres: str, gast: Gastheer, host: str, zin: str
) -> None:
    chat = nieuw()
    in_frame(chat, gast, adres, getattr(gast, host), "inloggen").get_by_role("link", name=zin).wait_for()


def test_a_chat_that_needs_sign_in_opens_after_it_and_loses_nothing_when_the_session_ends(
    nieuw: Callable[[], Chat], adres: str, sessie: Sessie
) -> None:
    sessie("mia")
    chat = nieuw()
    chat.page.goto(f"{adres}/inbed/inloggen")
    chat.page.get_by_role("link", name="Log in").click()
    log_in(chat, "mia")
    chat.zeg("Wat is RMC?")
    chat.page.context.clear_cookies()
    chat.verstuur("En wat is JIKP?")
    chat.page.locator(".mislukt").wait_for()
    expect(chat.page.locator(".wie")).to_have_count(0)
    chat.keur("aanmelding-verlopen")
    chat.page.locator(".mislukt").get_by_role("link", name="Log in").click()
    log_in(chat, "mia")
    chat.laatste.wait_for()
    assert chat.antwoorden.count() == 1
    assert chat.veld.input_value() == "En wat is JIKP?"


def test_who_keeps_the_console_finds_the_chat_there(nieuw: Callable[[], Chat], adres: str, sessie: Sessie) -> None:
    chat = nieuw().open(adres)
    chat.meld_aan(sessie("mia"))
    chat.page.goto(f"{adres}/console")
    chat.page.get_by_role("link", name="Ga naar de chat").click()
    chat.page.get_by_text("Ingelogd als mia").wait_for()
    chat.page.goto(f"{adres}/console")
    chat.knop("Log uit").click()
    chat.page.get_by_role("heading", name="Inloggen").wait_for()
    chat.page.goto(adres)
    chat.page.get_by_role("link", name="Log in").wait_for()
