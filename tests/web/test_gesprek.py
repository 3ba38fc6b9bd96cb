"""Whole conversations in a real browser, by mouse and by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.figures.chart import staafgrafiek
from tests.web.chat import LEERLING, Chat


def test_a_question_is_answered_with_its_source(chat: Chat) -> None:
    antwoord = chat.zeg("Wat is een plusvoorziening in de Achterhoek?")
    assert "plusvoorziening" in antwoord.inner_text().lower()
    assert "afgelopen" in antwoord.locator(".bronnen").inner_text()
    chat.keur("antwoord")


def test_a_described_pupil_gets_a_card_by_mouse(chat: Chat) -> None:
    kaart = chat.zeg(LEERLING).locator(".kaart")
    assert "PrO/VSO-Arbeid" in kaart.get_by_role("heading", level=4).inner_text()
    for titel in (r"OCW-regeling", "Waarom dit advies", "Wat zou dit veranderen"):
        kaart.locator("summary", has_text=re.compile(titel)).click()
    assert "voldaan" in kaart.locator(".criteria").first.inner_text()


def test_a_corrected_fact_decides_again(chat: Chat) -> None:
    chat.zeg(LEERLING)
    chat.knop(re.compile("^leeftijd")).click()
    chat.page.get_by_label("leeftijd", exact=False).last.fill("20")
    antwoord = chat.wacht(lambda: chat.knop("Wijzig").click())
    assert "20 jaar" in antwoord.locator(".chips").inner_text()
    assert chat.page.locator(".chips").first.get_by_role("button").first.is_disabled()


def test_a_removed_fact_is_gone(chat: Chat) -> None:
    chat.zeg(LEERLING)
    chat.knop(re.compile("^leeftijd")).click()
    antwoord = chat.wacht(lambda: chat.knop("Verwijder").click())
    assert "17" not in antwoord.locator("p").first.inner_text()
    assert "Hoe oud" in antwoord.inner_text()


def test_the_dossier_text_can_be_copied(nieuw: Callable[[], Chat], adres: str) -> None:
    chat = nieuw()
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.open(adres).zeg(LEERLING)
    chat.knop("Kopieer voor dossier").click()
    chat.page.get_by_text("Gekopieerd.").wait_for()
    assert chat.page.evaluate("navigator.clipboard.readText()").startswith("Routeadvies op ")


def test_a_refused_clipboard_shows_the_text(chat: Chat) -> None:
    chat.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('nee')) }")
    chat.zeg(LEERLING)
    chat.knop("Kopieer voor dossier").click()
    vak = chat.page.get_by_label("Tekst om te kopiëren")
    assert vak.input_value().startswith("Routeadvies op ")


def test_the_print_page_holds_the_advice(chat: Chat) -> None:
    chat.zeg(LEERLING)
    with chat.page.context.expect_page() as pagina:
        chat.page.get_by_role("link", name="Afdrukken").click()
    afdruk = Chat(pagina.value)
    afdruk.page.get_by_role("heading", level=1).wait_for()
    assert "Bewijsnummer" in afdruk.page.locator("main").inner_text()
    afdruk.keur("afdruk")


def test_the_check_runs_as_a_stepper_with_a_way_back(chat: Chat) -> None:
    chat.zeg("Ik wil checken of een leerling JIKP is")
    eerste = chat.laatste.locator(".stap").inner_text()
    assert eerste.startswith("Vraag 1")
    tweede = chat.wacht(lambda: chat.laatste.locator(".knoppen button").first.click())
    assert tweede.locator(".stap").inner_text().startswith("Vraag 2")
    terug = chat.wacht(lambda: chat.knop("Vorige vraag").click())
    assert terug.locator(".stap").inner_text().startswith("Vraag 1")


def test_a_finished_check_can_be_corrected_and_stays_a_check(chat: Chat) -> None:
    chat.zeg("Ik wil checken of een leerling JIKP is")
    for _ in range(12):
        if chat.laatste.locator(".kaart").count():
            break
        eerste = chat.laatste.locator(".knoppen button").first
        if eerste.count():
            chat.wacht(eerste.click)
        else:
            chat.zeg("weet ik niet")
    assert chat.laatste.get_by_role("heading", level=4).inner_text() == "JIKP-toets"
    chat.knop(re.compile("^onderwijs")).click()
    chat.page.get_by_label("onderwijs", exact=True).select_option("havo")
    antwoord = chat.wacht(lambda: chat.knop("Wijzig").click())
    antwoord.get_by_role("heading", name="JIKP-toets").or_(antwoord.locator(".stap")).first.wait_for()
    assert "havo" in antwoord.inner_text()


def test_figures_come_as_a_table_with_every_column(chat: Chat) -> None:
    antwoord = chat.zeg("Hoe ontwikkelde het aantal vsv'ers zich in Noord- en Midden-Drenthe?")
    kolommen = antwoord.get_by_role("columnheader").all_inner_texts()
    assert {"Jaar", "Vsv-percentage"} <= set(kolommen)
    assert antwoord.get_by_role("row").count() >= 3


def test_a_chart_is_a_picture_with_its_words(chat: Chat) -> None:
    svg = staafgrafiek("Vsv'ers", "Van 368 naar 401", "aantal", [("2016-2017", 368), ("2018-2019", 401)])
    chat.speel(
        {
            "grafiek": {"svg": svg, "alt": "Van 368 naar 401"},
            "tabel": [{"Jaar": "2016-2017", "Aantal": "368"}, {"Jaar": "2018-2019"}],
        }
    )
    beeld = chat.zeg("vraag").get_by_role("img", name="Van 368 naar 401")
    assert beeld.evaluate("e => e.getBoundingClientRect().width > 100")
    assert "401" in beeld.text_content()
    assert chat.laatste.get_by_role("columnheader").count() == 2
    chat.keur("grafiek")


def test_a_name_is_masked_and_the_user_is_warned(chat: Chat) -> None:
    chat.zeg("Mijn leerling Fatima Bouzid heeft telefoonnummer 06-12345678")
    eigen = chat.page.locator(".eigen").last.inner_text()
    assert "telefoonnummer" in eigen
    assert "Weggehaald" in eigen
    assert "12345678" not in chat.page.evaluate("JSON.stringify({...sessionStorage})")


def test_a_conversation_survives_a_reload_and_ends_with_the_tab(
    chat: Chat, nieuw: Callable[[], Chat], adres: str
) -> None:
    chat.zeg("Wat is een startkwalificatie?")
    chat.veld.fill("nog niet verstuurd")
    chat.open(adres)
    chat.laatste.wait_for()
    assert chat.antwoorden.count() == 1
    assert chat.veld.input_value() == "nog niet verstuurd"
    assert nieuw().open(adres).antwoorden.count() == 0


def test_two_tabs_hold_two_conversations(chat: Chat, nieuw: Callable[[], Chat], adres: str) -> None:
    ander = nieuw().open(adres)
    chat.zeg("Wat is RMC?")
    ander.zeg("Wat is JIKP?")
    sleutels = {c.page.evaluate("JSON.parse(sessionStorage['routewijzer:routewijzer']).gesprek") for c in (chat, ander)}
    assert len(sleutels) == 2
    assert chat.antwoorden.count() == ander.antwoorden.count() == 1


def test_wiping_deletes_on_the_server_too(chat: Chat) -> None:
    chat.zeg("Wat is RMC?")
    chat.knop("Wis gesprek").click()
    with chat.page.expect_response(lambda r: r.request.method == "DELETE") as antwoord:
        chat.knop("Ja, wis alles").click()
    assert antwoord.value.status == 204
    chat.page.get_by_text("Het gesprek is gewist").wait_for()
    assert "RMC" not in chat.page.evaluate("JSON.stringify({...sessionStorage})")
