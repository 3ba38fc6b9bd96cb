"""A slow, failing or refusing server: nothing that was typed is lost."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.chat import LEEG, Chat


def test_a_failed_message_can_be_sent_again(chat: Chat) -> None:
    chat.weiger(503, {"detail": "De database is even niet bereikbaar."})
    chat.verstuur("Wat is RMC?")
    chat.page.locator(".mislukt").wait_for()
    assert "niet bereikbaar" in chat.page.locator(".mislukt").inner_text()
    chat.page.unroute_all()
    chat.wacht(lambda: chat.knop("Probeer opnieuw").click())
    assert chat.page.locator(".eigen").count() == 1
    assert chat.page.locator(".mislukt").count() == 0


def test_a_failed_message_can_be_changed(chat: Chat) -> None:
    chat.page.route("**/berichten", lambda r: r.abort())
    chat.verstuur("Wat is RMC?")
    chat.knop("Pas de tekst aan").click()
    assert chat.veld.input_value() == "Wat is RMC?"
    assert chat.page.locator(".eigen").count() == 0


def test_the_rate_limit_says_how_long_to_wait(met_klok: Chat) -> None:
    chat = met_klok
    chat.weiger(429, {"detail": "U stuurt berichten te snel."}, **{"Retry-After": "20"})
    chat.verstuur("Wat is RMC?")
    chat.page.get_by_role("button", name="Opnieuw over").wait_for()
    assert chat.page.get_by_role("button", name="Opnieuw over").is_disabled()
    chat.page.clock.fast_forward(20_000)
    chat.page.get_by_role("button", name="Probeer opnieuw").wait_for()
    assert chat.knop("Probeer opnieuw").is_enabled()


def test_what_is_under_way_or_failed_stays_in_view_beside_a_notice(chat: Chat) -> None:
    chat.page.set_viewport_size({"width": 320, "height": 640})
    chat.houd_vast("Wat is RMC?")
    expect(chat.page.locator(".eigen")).to_be_in_viewport(ratio=1)
    chat.vastgehouden.pop().abort()
    chat.page.locator(".mislukt").wait_for()
    chat.page.context.set_offline(True)
    chat.page.get_by_text("U bent offline").wait_for()
    expect(chat.knop("Pas de tekst aan")).to_be_in_viewport(ratio=1)


def test_a_slow_answer_shows_that_it_is_coming(met_klok: Chat) -> None:
    chat = met_klok
    chat.houd_vast("Wat is RMC?")
    assert chat.page.locator(".stippen").is_visible()
    chat.page.clock.fast_forward(6_000)
    chat.page.get_by_text("Dit duurt langer").wait_for()
    chat.vastgehouden[0].fulfill(json={"antwoorden": [LEEG], "tekst": "vraag", "gemaskeerd": []})
    chat.laatste.wait_for()
    assert not chat.page.locator(".stippen").is_visible()


def test_offline_is_told_and_the_text_stays(chat: Chat) -> None:
    chat.veld.fill("Wat is RMC?")
    chat.page.context.set_offline(True)
    chat.page.get_by_text("U bent offline").wait_for()
    chat.page.keyboard.press("Enter")
    chat.page.get_by_text("Ik kan de server niet bereiken").first.wait_for()
    chat.keur("offline")
    chat.page.context.set_offline(False)
    chat.wacht(lambda: chat.knop("Probeer opnieuw").click())


def test_an_empty_turn_counts_as_failed(chat: Chat) -> None:
    chat.page.route("**/berichten", lambda r: r.fulfill(json={"antwoorden": [], "tekst": "x", "gemaskeerd": []}))
    chat.verstuur("Wat is RMC?")
    chat.page.get_by_text("Er kwam geen antwoord.").first.wait_for()


def test_the_counter_warns_and_holds_a_text_that_is_too_long(chat: Chat) -> None:
    chat.veld.fill("a" * 3500)
    assert "3500 van 4000" in chat.page.locator(".teller").inner_text()
    chat.veld.fill("a" * 4001)
    chat.page.keyboard.press("Enter")
    assert "te lang" in chat.page.locator(".teller").inner_text()
    assert chat.page.locator(".eigen").count() == 0


def test_a_long_answer_is_folded(chat: Chat) -> None:
    chat.speel({"tekst": "\n\n".join(f"Alinea {i} " + "woord " * 60 for i in range(12))})
    antwoord = chat.zeg("vraag")
    assert not antwoord.get_by_text("Alinea 11").is_visible()
    chat.knop("Lees verder").click()
    assert antwoord.get_by_text("Alinea 11").is_visible()
