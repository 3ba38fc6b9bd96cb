"""Which measure something belongs to: said in its own text, or by the section of the source that it stands in."""

from __future__ import annotations

import re
from typing import Final

from knowledge.model import Kennisitem
from knowledge.text import vouw

_VRAAGT: Final = re.compile(r"\b(?:onder|bij|in|van|tot) welke? (?:maatregel|speerpunt|pijler)\b")
_GENOEMD: Final = re.compile(r"(?i)\b(?:maatregel|speerpunt|pijler) \d(?:\.\d+)?")
#: "5. Maatregel 1: Blijf op school".
_SECTIE: Final = re.compile(r"(?i)\b((?:maatregel|speerpunt|pijler) \d[^;/]*)")


def vraagt_maatregel(vraag: str) -> bool:
    """Whether a question asks under which measure something falls."""
    return bool(_VRAAGT.search(vouw(vraag)))


def bij_maatregel(item: Kennisitem) -> str | None:
    """What to say before an item: nothing where its text names the measure; None when the sources do not tell."""
    secties = (m[1].strip() for bron in item.bronnen if (m := _SECTIE.search(bron.sectie)))
    sectie = next(secties, None)
    if sectie is None:
        return "" if _GENOEMD.search(item.antwoord) else None
    genoemd = _GENOEMD.match(sectie)
    if genoemd and genoemd[0].lower() in item.antwoord.lower():
        return ""
    return f"In de bron staat dit bij {sectie[0].lower() + sectie[1:]}.\n\n"
