"""Turns of phrase in the plain words of the documents: "wie hakt de knoop door" asks who decides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml

from knowledge.text import vouw

_ZEGSWIJZEN: Final = [
    (re.compile(rf"\b(?:{patroon})\b"), gewoon)
    for patroon, gewoon in yaml.safe_load(Path(__file__).with_name("zegswijzen.yml").read_text(encoding="utf-8"))
]


def in_gewone_woorden(tekst: str) -> str | None:
    """A question without turns of phrase; none when it has none."""
    gevouwen = vouw(tekst)
    gewoon = gevouwen
    for patroon, woorden in _ZEGSWIJZEN:
        gewoon = patroon.sub(woorden, gewoon)
    return gewoon if gewoon != gevouwen else None
