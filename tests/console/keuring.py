"""What holds of every page of the console."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def keur(page: Page) -> None:
    """No finding of axe, nothing that the security policy stopped, and one main heading."""
    uitslag = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert [(page.url, v["id"], [n["html"][:120] for n in v["nodes"]]) for v in uitslag.response["violations"]] == []
    assert page.evaluate("window.__csp") == []
    assert page.locator("h1").count() == 1
