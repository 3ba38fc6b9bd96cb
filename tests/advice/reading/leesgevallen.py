"""Cases as data, and how facts are compared."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from assistant.advice.reading import Lezing

Lees = Callable[..., Lezing]
MAP = Path(__file__).parent


def gevallen(bestand: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((MAP / f"{bestand}.yml").read_text(encoding="utf-8")))


def verschillen(gelezen: dict[str, Any], verwacht: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Fields that differ; an expected ``None`` means that the field must stay open (an empty list is open too)."""
    fout = {}
    for veld, waarde in verwacht.items():
        kreeg = gelezen.get(veld)
        goed = (
            sorted(kreeg or []) == sorted(waarde) and kreeg is not None if isinstance(waarde, list) else kreeg == waarde
        )
        if not goed and not (waarde is None and kreeg in (None, [])):
            fout[veld] = (kreeg, waarde)
    return fout
