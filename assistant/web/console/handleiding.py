"""The help of the console: the pages of the manual, one per job, and which of them belongs to which page."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.settings import WORTEL

MAP: Final = WORTEL / "docs" / "handleiding"
#: Begin of an address -> the page of the manual that helps there; the first that fits counts.
HULP: Final = {
    "/console/inloggen": "console-inloggen",
    "/console/welkom": "console-inloggen",
    "/console/eenmalig": "console-inloggen",
    "/console/contacten": "console-contacten",
    "/console/kennis/contact": "console-contacten",
    "/console/nieuw/contact": "console-contacten",
    "/console/regels": "console-regels",
    "/console/kennis/regel": "console-regels",
    "/console/postvak": "console-postvak",
    "/console/uitwisseling": "console-uitwisselen",
    "/console/voorstellen": "console-uitwisselen",
    "/console/accounts": "console-accounts",
    "/console/audit": "console-auditspoor",
    "/console/kennis": "console-teksten",
    "/console/nieuw": "console-teksten",
}
#: Ends of an address within a version.
_EINDEN: Final = {"/gevolgen": "console-beoordelen", "/rijen": "console-regels"}
_VERSIE: Final = "/console/versies"
BEGIN: Final = "console"


def hulpblad(pad: str) -> str:
    """The page of the manual for an address of the console."""
    if pad.startswith(_VERSIE):
        return next((blad for einde, blad in _EINDEN.items() if pad.endswith(einde)), "console-teksten")
    return next((blad for begin, blad in HULP.items() if pad.startswith(begin)), BEGIN)


@cache
def bladen() -> dict[str, str]:
    """The pages of the manual for the console with their titles, the overview first."""
    paden = sorted(MAP.glob(f"{BEGIN}*.md"), key=lambda p: (p.stem != BEGIN, p.stem))
    return {p.stem: p.read_text(encoding="utf-8").splitlines()[0].lstrip("# ") for p in paden}


@cache
def als_html(blad: str) -> Markup:
    """A page of the manual; its links stay within the console where the page is here too."""
    tekst = (MAP / f"{blad}.md").read_text(encoding="utf-8")
    tekst = re.sub(r"\]\((console[\w-]*)\.md(#[^)]*)?\)", r"](/console/handleiding/\1)", tekst)
    tekst = re.sub(r"\[([^\]]+)\]\((?!/console)[^)]+\.md[^)]*\)", r"\1", tekst)
    return Markup(MarkdownIt("commonmark", {"html": False}).enable("table").render(tekst))
