"""The evaluation sets: one JSON object a line, per kind and half, in as many files as there were hands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MAP = Path(__file__).parent / "gegevens"


def lees(naam: str, deel: str) -> list[dict[str, Any]]:
    """The cases of one kind and half (``ontwikkel`` or ``test``)."""
    paden = sorted(MAP.glob(f"{naam}*-{deel}.jsonl"))
    return [json.loads(r) for p in paden for r in p.read_text(encoding="utf-8").splitlines() if r.strip()]
