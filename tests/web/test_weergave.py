"""How it looks and behaves when small, zoomed, dark, in forced colours or calm: always without findings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.web.chat import LEERLING, LET_OP_VERSCHUIVING, Chat
from tests.web.gastheer import Gastheer


def test_the_focus_stays_in_a_window_that_covers_the_page(browser: Browser, adres: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    chat = Chat(context.new_page())
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").click()
    chat.veld.wait_for()
    for toets in ("Tab", "Shift+Tab"):
        for _ in range(20):
            chat.page.keyboard.press(toets)
            assert chat.page.evaluate("document.activeElement.localName") == "routewijzer-chat"
    context.close()


def test_calm_users_see_no_animation(browser: Browser, adres: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    chat = Chat(context.new_page()).open(adres)
    chat.houd_vast("vraag")
    assert chat.page.locator(".stippen span").first.evaluate("e => getComputedStyle(e).animationName") == "none"
    context.close()


def test_every_control_is_large_enough(chat: Chat) -> None:
    chat.zeg(LEERLING)
    delen = chat.page.locator("routewijzer-chat :is(button, select, input, textarea, summary, a.knop):visible")
    klein = delen.evaluate_all(
        """delen => delen.filter((deel) => {
          const { width, height } = deel.getBoundingClientRect();
          return Math.min(width, height) < 24;
        }).map((deel) => deel.outerHTML)"""
    )
    assert klein == []


def test_new_messages_are_announced_and_old_ones_are_not(chat: Chat, adres: str) -> None:
    expect(chat.page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    chat.zeg("Wat is RMC?")
    chat.page.add_init_script(LET_OP_AANKONDIGING)
    chat.open(adres)
    chat.laatste.wait_for()
    assert "off" in chat.page.evaluate("window.__standen")
    assert "polite" not in chat.page.evaluate("window.__standen")


LET_OP_AANKONDIGING = """
window.__standen = [];
const zoek = new MutationObserver(() => {
  const log = document.querySelector('routewijzer-chat')?.shadowRoot?.querySelector('[role=log]');
  for (const bericht of log?.childNodes ?? []) if (!bericht.gezien) __standen.push((bericht.gezien = log.ariaLive));
});
const maak = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (keuzes) {
  const wortel = maak.call(this, keuzes);
  zoek.observe(wortel, { childList: true, subtree: true });
  return wortel;
};
"""


def test_corrections_and_judgements_are_not_announced_as_messages(chat: Chat) -> None:
    chat.zeg(LEERLING)
    for deel in (".oordeel", ".kenmerken > div"):
        assert chat.page.locator(deel).last.get_attribute("aria-live") == "off"


def test_escape_closes_a_form_before_the_window(nieuw: Callable[[], Chat], adres: str) -> None:
    chat = nieuw()
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").click()
    chat.zeg(LEERLING)
    chat.knop("Niet goed").click()
    chat.page.keyboard.press("Escape")
    assert chat.veld.is_visible()
    assert chat.knop("Niet goed").evaluate("e => e.matches(':focus')")
    chat.page.keyboard.press("Escape")
    assert not chat.veld.is_visible()


def test_the_language_is_dutch_and_headings_descend(chat: Chat) -> None:
    chat.zeg(LEERLING)
    assert chat.page.get_by_role("region", name="Routewijzer").get_attribute("lang") == "nl"
    niveaus = chat.page.get_by_role("heading").evaluate_all("es => es.map(e => Number(e.localName[1]))")
    assert niveaus[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(niveaus))


def test_a_judgement_asks_for_a_reason(chat: Chat) -> None:
    chat.zeg("Wat is RMC?")
    chat.knop("Niet goed").click()
    chat.keur("oordeel-open")
    assert chat.page.get_by_role("radio", checked=True).count() == 0
    chat.page.get_by_label("Verouderd").check()
    chat.page.get_by_label("Toelichting").fill("De wet is gewijzigd")
    with chat.page.expect_request("**/oordelen") as verzoek:
        chat.knop("Verstuur oordeel").click()
    assert verzoek.value.post_data_json["reden"] == "verouderd"
    assert verzoek.value.post_data_json["items"]
    chat.page.get_by_text("uw oordeel is bewaard").wait_for()


def test_who_reads_back_is_left_there(chat: Chat) -> None:
    chat.speel({"tekst": "\n\n".join(["woord " * 40] * 5)})
    for _ in range(4):
        chat.zeg("vraag")
    chat.page.unroute_all()
    chat.houd_vast("nog een")
    log = chat.page.get_by_role("log")
    log.hover()
    chat.page.mouse.wheel(0, -9000)
    expect(log).to_have_js_property("scrollTop", 0)
    chat.vastgehouden[0].fulfill(
        json={"antwoorden": [{**chat.leeg, "tekst": "Klaar"}], "tekst": "nog een", "gemaskeerd": []}
    )
    nieuw = chat.page.get_by_role("button", name="Naar het nieuwe antwoord")
    nieuw.wait_for()
    chat.keur("nieuw-antwoord")
    nieuw.click()
    chat.page.get_by_text("Klaar").wait_for()


def test_the_first_message_says_what_this_is_and_what_it_keeps(chat: Chat) -> None:
    welkom = chat.page.locator(".welkom").inner_text()
    for zin in ("geautomatiseerde assistent", "Noem geen namen.", "30 dagen bewaard", "Wis gesprek"):
        assert zin in welkom


def test_a_sign_of_danger_stands_out(chat: Chat) -> None:
    antwoord = chat.zeg("een leerling zegt dat ze er een eind aan wil maken")
    assert "crisis" in str(antwoord.get_attribute("class"))


def test_no_screen_shows_the_names_of_fields_and_rules(chat: Chat) -> None:
    chat.zeg(LEERLING)
    chat.knop(re.compile("^leeftijd")).click()
    chat.page.get_by_label("leeftijd", exact=False).last.fill("24")
    chat.wacht(lambda: chat.knop("Wijzig").click())
    for summary in chat.laatste.locator("summary").all():
        summary.click()
    tekst = chat.page.get_by_role("log").inner_text()
    for naam in ("gaat_naar", "gaat naar:", "pro-vso-arbeid", "23-plus", "ocw-2020", "nmd-2020", "undefined", "null"):
        assert naam not in tekst


INGEBED = """
<style>routewijzer-chat {{ display: block; block-size: 36rem }}</style>
<script type="module" src="{adres}/static/chat/routewijzer.js"></script>
<h1>Gast</h1><routewijzer-chat site="gast" modus="inline"></routewijzer-chat><p>Onder de chat</p>
"""


def test_the_chat_stands_in_the_page_without_moving_it(nieuw: Callable[[], Chat], adres: str, gast: Gastheer) -> None:
    chat = nieuw()
    chat.page.add_init_script(LET_OP_VERSCHUIVING)
    beleid = f"default-src 'self'; script-src {adres}; connect-src {adres}; style-src 'unsafe-inline'"
    chat.open(gast.toon("/in-de-pagina", INGEBED.format(adres=adres), beleid))
    chat.zeg("Wat is RMC?")
    assert chat.page.evaluate("window.__verschuiving") == []
    assert chat.page.get_by_role("button", name="Sluit").count() == 0
    chat.keur("in-de-pagina")


def test_a_page_that_moves_is_seen_to_move(nieuw: Callable[[], Chat], gast: Gastheer) -> None:
    """What the tests above look for does show when it happens."""
    page = nieuw().page
    page.add_init_script(LET_OP_VERSCHUIVING)
    page.goto(gast.toon("/verspringt", "<p>Boven</p><p>Onder</p>", "default-src 'self'"))
    page.wait_for_function(
        """() => {  // every frame anew: what moves before the first paint is no shift
          document.querySelector('p').style.marginBottom = `${Math.floor(performance.now() / 100) % 2 * 40}px`;
          return window.__verschuiving.includes('P');
        }"""
    )
