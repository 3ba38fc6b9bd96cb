"""The chat in a browser, as a person uses it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, Route

from assistant.accounts.service import SESSIEKOEK

WORTEL = Path(__file__).resolve().parents[2]
BEELDEN = WORTEL / "results" / "web"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KEUR = """async (regels) => {
  const uitslag = await axe.run({ runOnly: { type: 'tag', values: regels }, resultTypes: ['violations'] });
  return uitslag.violations.map((v) => [v.id, v.nodes.map((n) => n.target)]);
}"""
#: Whether anything sticks out of the page or of the log, so that one must scroll in two directions.
STEEKT_UIT = """() => [
  document.documentElement, ...document.querySelector('routewijzer-chat')?.shadowRoot.querySelectorAll('.venster, .rol') ?? []]
  .filter((deel) => deel.scrollWidth > deel.clientWidth).map((deel) => deel.className || deel.localName)"""
WACHTWOORD = "een heel lang wachtwoord"
LEERLING = "Leerling van 17 jaar uit Assen op praktijkonderwijs, staat ingeschreven en wil gaan werken"
LET_OP_BELEID = """
window.__csp = [];
addEventListener('securitypolicyviolation', (e) => __csp.push(`${e.violatedDirective} ${e.blockedURI}`));
"""

#: What of the host page moved, from its first paint on; what moves within the chat has no node that the page can see.
LET_OP_VERSCHUIVING = """
window.__verschuiving = [];
new PerformanceObserver((lijst) => {
  for (const { sources } of lijst.getEntries()) for (const { node } of sources) if (node) __verschuiving.push(node.nodeName);
}).observe({ type: 'layout-shift', buffered: true });
"""
#: The element that has the focus, also within a shadow root.
IN_SCHADUW = """() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e;
}"""
LEEG: dict[str, Any] = {
    "tekst": "Antwoord.", "gedrag": "antwoord", "bronnen": [], "items": [], "knoppen": [],
    "advies": None, "toets": None, "tabel": None, "grafiek": None, "inloggen": False, "zaken": False,
}  # fmt: skip


#: Waits until the log stands still.
IN_RUST = """async () => {
  const log = document.querySelector('routewijzer-chat')?.shadowRoot.querySelector('.rol');
  for (let vorig = -1, gelijk = 0; log && gelijk < 6; vorig = log.scrollTop) {
    await new Promise(requestAnimationFrame);
    gelijk = log.scrollTop === vorig ? gelijk + 1 : 0;
  }
}"""


class Chat:
    """A page with a chat, as a person uses it."""

    leeg = LEEG
    #: The session that this browser may get.
    sleutel = ""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fouten: list[str] = []
        self.vastgehouden: list[Route] = []
        page.on("pageerror", lambda fout: self.fouten.append(str(fout)))

    def open(self, url: str) -> Chat:
        """Goes to a page and waits until one can type."""
        self.page.goto(url)
        self.veld.wait_for()
        return self

    @property
    def veld(self) -> Locator:
        """Where one types."""
        return self.page.get_by_label("Uw bericht")

    @property
    def antwoorden(self) -> Locator:
        """The answers, without the welcome."""
        return self.page.locator(".antwoord:not(.welkom)")

    @property
    def laatste(self) -> Locator:
        """The last answer."""
        return self.antwoorden.last

    def knop(self, naam: str | re.Pattern[str]) -> Locator:
        """A button by its name; the last when there are more."""
        return self.page.get_by_role("button", name=naam).last

    def wacht(self, doe: Callable[[], Any]) -> Locator:
        """Does something that brings an answer, and waits for it."""
        hoeveel = self.antwoorden.count()
        doe()
        self.antwoorden.nth(hoeveel).wait_for(timeout=30_000)
        return self.laatste

    def verstuur(self, tekst: str) -> None:
        """Types and sends, without waiting for the answer."""
        self.veld.fill(tekst)
        self.page.keyboard.press("Enter")

    def zeg(self, tekst: str) -> Locator:
        """Types, sends and waits for the answer."""
        return self.wacht(lambda: self.verstuur(tekst))

    def meld_aan(self, sleutel: str) -> None:
        """Gives this browser a session."""
        adres = self.page.url or "http://127.0.0.1"
        self.page.context.add_cookies([{"name": SESSIEKOEK, "value": sleutel, "url": adres, "sameSite": "Strict"}])
        self.page.reload()
        self.page.locator(".wie").wait_for()

    def druk(self, *toetsen: str) -> None:
        """Presses keys, one after another."""
        for toets in toetsen:
            self.page.keyboard.press(toets)

    def naar(self, naam: str, toets: str = "Tab") -> None:
        """Moves the focus by keyboard until it is on something with this name."""
        for _ in range(80):
            if self.focus("e => e.ariaLabel ?? e.textContent").strip().startswith(naam):
                return
            self.page.keyboard.press(toets)
        raise AssertionError(f"niet te bereiken met {toets}: {naam}")

    def focus(self, lees: str = "e => e.localName") -> Any:
        """Something of the element that has the focus, its kind unless told."""
        return self.page.evaluate(f"({lees})(({IN_SCHADUW})())")

    def beeld(self, naam: str) -> None:
        """Keeps a picture of this state, once nothing scrolls any more."""
        self.page.evaluate(IN_RUST)
        self.page.screenshot(path=BEELDEN / f"{naam}.png", animations="disabled")

    def keur(self, naam: str) -> None:
        """No finding of axe, no error, nothing that sticks out or that the security policy stopped; keeps a picture."""
        self.beeld(naam)
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        assert self.page.evaluate(KEUR, WCAG) == []
        assert self.page.evaluate(STEEKT_UIT) == []
        assert self.page.evaluate("window.__csp") == []
        assert self.fouten == []

    def speel(self, antwoord: dict[str, Any] | list[dict[str, Any]], **bij: Any) -> None:
        """Lets the server answer every message with these answers."""
        lijst = antwoord if isinstance(antwoord, list) else [antwoord]
        inhoud = {"antwoorden": [{**LEEG, **a} for a in lijst], "tekst": "vraag", "gemaskeerd": [], **bij}
        self.page.route(
            "**/berichten", lambda r: r.fulfill(status=200, content_type="application/json", body=json.dumps(inhoud))
        )

    def houd_vast(self, tekst: str) -> None:
        """Sends a message that stays on its way, until the test lets it arrive."""
        self.page.route("**/berichten", lambda r: self.vastgehouden.append(r))
        self.verstuur(tekst)
        while not self.vastgehouden:
            self.page.wait_for_timeout(20)

    def weiger(self, status: int, probleem: dict[str, Any], **koppen: str) -> None:
        """Lets the server refuse every message."""
        self.page.route(
            "**/berichten",
            lambda r: r.fulfill(
                status=status, content_type="application/problem+json", headers=koppen, body=json.dumps(probleem)
            ),
        )
