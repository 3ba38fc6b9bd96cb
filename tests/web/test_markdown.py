"""The Markdown subset, as a browser shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

GEVALLEN = {
    "gewoon": "<p>gewoon</p>",
    "a\nb": "<p>a<br>b</p>",
    "a\n\nb": "<p>a</p><p>b</p>",
    "**vet** en _schuin_": "<p><strong>vet</strong> en <em>schuin</em></p>",
    "snake_case_naam": "<p>snake_case_naam</p>",
    "**open": "<p>**open</p>",
    "- een\n- **twee**": "<ul><li>een</li><li><strong>twee</strong></li></ul>",
    "1. een\n2. twee": "<ol><li>een</li><li>twee</li></ol>",
    "3. drie": '<ol start="3"><li>drie</li></ol>',
    "Kop:\n- een\nslot": "<p>Kop:</p><ul><li>een</li></ul><p>slot</p>",
    "**Contact**\n- A: a@b.nl": "<p><strong>Contact</strong></p><ul><li>A: a@b.nl</li></ul>",
    "[s](https://x.nl/a)": '<p><a href="https://x.nl/a" target="_blank" rel="noopener noreferrer">s</a></p>',
    "[m](mailto:a@b.nl)": '<p><a href="mailto:a@b.nl" target="_blank" rel="noopener noreferrer">m</a></p>',
    "[j](javascript:alert)": "<p>j (javascript:alert)</p>",
    "[r](/pad)": "<p>r (/pad)</p>",
    "<b>x</b> & y": "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>",
    "in 2016-2017: 368 (1,34 %)": "<p>in 2016-2017: 368 (1,34 %)</p>",
    "": "",
}
TOON = """async (tekst) => {
  const { blokken } = await import('/static/chat/markdown.js');
  return blokken(tekst).map((blok) => blok.outerHTML).join('');
}"""


@pytest.mark.parametrize("tekst", GEVALLEN)
def test_text_becomes_blocks(blad: Page, tekst: str) -> None:
    assert blad.evaluate(TOON, tekst) == GEVALLEN[tekst]
