"""A question that asks two things at once: 'hoeveel fte is er en wat kost dat'."""

from __future__ import annotations

import re

from knowledge.figures.vocabulary import Woordenboek

_MEEST = 3


def deelvragen(vraag: str, boek: Woordenboek) -> list[str]:
    """The questions in a text, split where 'en', a comma or a question mark begins another one."""
    begin = "|".join(re.escape(w) for w in boek.nieuwe_vraag)
    grens = re.compile(
        rf"(?:[,;?]\s*(?:en\s+)?|\s+en\s+(?:ook\s+)?|\s\+\s)(?=(?:{begin})\b)|\?\s+(?=en\b)", re.IGNORECASE
    )
    delen = [d.strip(" ,;?") for d in grens.split(vraag)]
    return [d for d in delen if d][:_MEEST]
