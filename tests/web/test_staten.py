"""Every state of the chat in every circumstance: no findings, nothing that sticks out, and a picture to look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.web.chat import LEERLING, LET_OP_BELEID, Chat

OMSTANDIGHEDEN: dict[str, dict[str, Any]] = {
    "breed": {"viewport": {"width": 1100, "height": 900}},
    "320-breed": {"viewport": {"width": 320, "height": 640}},
    "400-procent": {"viewport": {"width": 320, "height": 256}},
    "donker": {"viewport": {"width": 1100, "height": 900}, "color_scheme": "dark"},
    "vaste-kleuren": {"viewport": {"width": 1100, "height": 900}, "forced_colors": "active"},
    "rustig": {"viewport": {"width": 1100, "height": 900}, "reduced_motion": "reduce"},
    "telefoon": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
Stap = Callable[[Chat], object]


def chip(naam: str) -> Stap:
    """Opens the form of a fact."""
    return lambda c: c.knop(re.compile(f"^{naam}")).click()


def alles_open(c: Chat) -> None:
    """Opens every part of the last answer."""
    for kop in c.laatste.locator("summary").all():
        kop.click()


def lang(c: Chat) -> None:
    """An answer that is longer than any of ours."""
    c.speel({"tekst": "\n\n".join(f"Alinea {i} " + "woord " * 60 for i in range(12))})
    c.zeg("vraag")
    c.page.unroute_all()


def grafiek(c: Chat) -> None:
    """Figures as a drawing."""
    c.zeg("grafiek van het vsv percentage in Noord- en Midden-Drenthe")
    c.laatste.get_by_role("img").scroll_into_view_if_needed()


def oordeel(c: Chat) -> None:
    """Judges the last answer."""
    c.page.get_by_label("Verouderd").last.check()
    c.knop("Verstuur oordeel").click()
    c.page.get_by_text("uw oordeel is bewaard").wait_for()


def wijzig_leeftijd(c: Chat) -> None:
    """An age that leads elsewhere."""
    chip("leeftijd")(c)
    c.page.get_by_label("leeftijd", exact=False).last.fill("24")
    c.wacht(lambda: c.knop("Wijzig").click())


def kopieer(c: Chat) -> None:
    """The browser refuses the clipboard, so the text is shown."""
    c.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('nee')) }")
    c.knop("Kopieer voor dossier").click()
    c.page.get_by_label("Tekst om te kopiëren").wait_for()


def beantwoord(c: Chat) -> None:
    """The first quick reply."""
    c.wacht(lambda: c.laatste.locator(".knoppen button").first.click())


def rond_af(c: Chat) -> None:
    """Answers until the check is done."""
    for _ in range(12):
        if c.laatste.locator(".kaart").count():
            return
        beantwoord(c) if c.laatste.locator(".knoppen button").count() else c.zeg("weet ik niet")


def bezig(c: Chat) -> None:
    """A message that nobody answers yet."""
    c.page.clock.install()
    c.houd_vast("Wat is RMC?")


def traag(c: Chat) -> None:
    """It takes long."""
    c.page.clock.fast_forward(6_000)
    c.page.get_by_text("Dit duurt langer").wait_for()


def mislukt(c: Chat) -> None:
    """The connection breaks."""
    c.vastgehouden.pop().abort()
    c.page.locator(".mislukt").wait_for()


def te_snel(c: Chat) -> None:
    """The server asks to wait."""
    c.page.unroute_all()
    c.weiger(429, {"detail": "U stuurt berichten te snel."}, **{"Retry-After": "20"})
    c.knop("Probeer opnieuw").click()
    c.page.get_by_role("button", name="Opnieuw over").wait_for()


def offline(c: Chat) -> None:
    """The network goes."""
    c.page.context.set_offline(True)
    c.page.get_by_text("U bent offline").wait_for()


def online(c: Chat) -> None:
    """The network comes back."""
    c.page.context.set_offline(False)
    c.page.get_by_text("U bent weer online").wait_for()


def gewist(c: Chat) -> None:
    """Wipes, for good."""
    c.knop("Ja, wis alles").click()
    c.page.get_by_text("Het gesprek is gewist").wait_for()


def ingelogd(c: Chat) -> None:
    """Somebody signed in for the last question."""
    c.meld_aan(c.sleutel)
    c.knop("Stel de vraag opnieuw").wait_for()


def uitgelogd(c: Chat) -> None:
    """And out again."""
    c.knop("Log uit").click()
    c.page.get_by_text("U bent uitgelogd.").wait_for()


def zeg(tekst: str) -> Stap:
    """Says something."""
    return lambda c: c.zeg(tekst)


#: The states of a conversation in the order in which they are reached, per chapter.
HOOFDSTUKKEN: dict[str, dict[str, Stap]] = {
    "antwoorden": {
        "welkom": lambda _: None,
        "antwoord": zeg("Wat is een plusvoorziening in de Achterhoek?"),
        "oordeel-open": lambda c: c.knop("Niet goed").click(),
        "oordeel-klaar": oordeel,
        "tabel": zeg("Hoe ontwikkelde het aantal vsv'ers zich in Noord- en Midden-Drenthe?"),
        "grafiek": grafiek,
        "ingeklapt": lang,
        "uitgeklapt": lambda c: c.knop("Lees verder").click(),
        "gemaskeerd": zeg("Mijn leerling Fatima Bouzid heeft telefoonnummer 06-12345678"),
        "weet-niet": zeg("telefoonnummer van de RMC-consulent in Druten"),
        "buiten-bereik": zeg("wint psv dit weekend?"),
        "crisis": zeg("een leerling zegt dat ze er een eind aan wil maken"),
    },
    "advies": {
        "advies": zeg(f"{LEERLING}. Er zijn problemen met geld en gezondheid"),
        "advies-open": alles_open,
        "kenmerk-getal": chip("leeftijd"),
        "kenmerk-keuze": chip("onderwijs"),
        "kenmerk-lijst": chip("problemen"),
        "gewijzigd": wijzig_leeftijd,
        "kopie-geweigerd": kopieer,
    },
    "toets": {
        "stap-1": zeg("Ik wil checken of een leerling JIKP is"),
        "stap-2": beantwoord,
        "stap-bekend": alles_open,
        "stap-terug": lambda c: c.wacht(lambda: c.knop("Vorige vraag").click()),
        "toets": rond_af,
        "toets-open": alles_open,
    },
    "zaken": {
        "inloggen": zeg("Hoe staat het met NMD-0042?"),
        "ingelogd": ingelogd,
        "zaak": lambda c: c.wacht(c.knop("Stel de vraag opnieuw").click),
        "zaken": zeg("welke jongeren worden binnen zes maanden 23?"),
        "uitgelogd": uitgelogd,
    },
    "storing": {
        "bezig": bezig,
        "traag": traag,
        "mislukt": mislukt,
        "te-snel": te_snel,
        "offline": offline,
        "online": online,
        "te-lang": lambda c: c.veld.fill("a" * 4001),
        "wissen": lambda c: c.knop("Wis gesprek").click(),
        "gewist": gewist,
    },
}


@pytest.fixture(params=OMSTANDIGHEDEN)
def elders(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, BrowserContext]]:
    """A browser in a circumstance."""
    context = browser.new_context(**OMSTANDIGHEDEN[request.param])
    context.add_init_script(LET_OP_BELEID)
    yield request.param, context
    context.close()


@pytest.mark.parametrize("hoofdstuk", HOOFDSTUKKEN)
def test_every_state_is_without_findings(
    elders: tuple[str, BrowserContext], adres: str, sessie: Callable[[str], str], hoofdstuk: str
) -> None:
    omstandigheid, context = elders
    chat = Chat(context.new_page())
    chat.sleutel = sessie("an")
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").click()
    chat.veld.wait_for()
    for staat, bereik in HOOFDSTUKKEN[hoofdstuk].items():
        bereik(chat)
        chat.keur(f"{omstandigheid}/{staat}")
