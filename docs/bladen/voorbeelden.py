"""voorbeelden.md: complete explanations, quoted from the golden files of the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import yaml

from docs.bladen.opmaak import WORTEL, codes

_MAP: Final = WORTEL / "tests" / "advice"

_KOP = """# Hele uitkomsten: van kenmerken naar advies

Deze adviezen liggen vast in `tests/advice/golden/`. Verandert een regel, een naam of een contact, dan faalt een test
tot iemand het verschil heeft bekeken. De tekst is wat u in het dossier plakt.
"""


def gevallen() -> list[dict[str, Any]]:
    """The pinned cases: name, file and facts."""
    gelezen: list[dict[str, Any]] = yaml.safe_load((_MAP / "gevallen" / "golden.yml").read_text(encoding="utf-8"))
    return gelezen


def blad() -> str:
    """The page."""
    return "\n\n".join([_KOP.strip(), *(deel for geval in gevallen() for deel in _geval(geval))])


def _geval(geval: dict[str, Any]) -> Iterator[str]:
    advies = json.loads((_MAP / "golden" / f"{geval['bestand']}.json").read_text(encoding="utf-8"))
    yield f"## {geval['naam']}"
    yield f"Kenmerken: {codes(f'{veld}: {_waarde(waarde)}' for veld, waarde in geval['kenmerken'].items())}"
    yield f"```text\n{advies['dossiertekst']}\n```"
    if advies["alternatieven"]:
        yield "Eén ander kenmerk leidt elders heen:\n\n" + "\n".join(
            f"- {a['als']} → {a['naam']}" for a in advies["alternatieven"]
        )


def _waarde(waarde: Any) -> str:
    if isinstance(waarde, list):
        return ", ".join(waarde)
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else str(waarde)
