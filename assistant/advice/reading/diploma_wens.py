"""A diploma that is not wished, or that is feared to be missed: of who is at school it says nothing of the one there is.

"Mbo 2, een diploma hoeft van hem niet", "dreigt zonder diploma te stoppen terwijl ze het wil halen": unknown is not no.
That it will not be got ("haalt haar diploma niet") counts as none, and who has left school without it has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import verband

_WEG: Final = ("uitgeschreven", "thuiszitter", "vrijgesteld")
_ZONDER: Final = frozenset({"zonder", "geen"})


def zonder_ongewenst(
    verhaal: Verhaal, beweringen: Sequence[Bewering], bekend: Mapping[str, Any], gevraagd: str | None
) -> list[Bewering]:
    """The claims, without a lack of a diploma that only tells what is not wished or what is feared."""
    weg = bekend.get("inschrijving") in _WEG or any(_zegt(b, "inschrijving", *_WEG) for b in beweringen)
    if weg or gevraagd == "startkwalificatie":
        return list(beweringen)
    dreigt = any(_zegt(b, "dreigende_uitval", "ja") for b in beweringen)
    gevreesd = dreigt and any(_zegt(b, "perspectief", "startkwalificatie") for b in beweringen)

    def telt_niet(b: Bewering) -> bool:
        nee = _zegt(b, "startkwalificatie", "nee")
        return nee and (_niet_gewenst(verhaal, b) or (gevreesd and _weg_zonder(verhaal, b)))

    return [b for b in beweringen if not telt_niet(b)]


def _zegt(b: Bewering, veld: str, *waarden: str) -> bool:
    return b.veld == veld and b.waarde in waarden and b.oordeel == "genoemd" and b.zeker


def _niet_gewenst(verhaal: Verhaal, b: Bewering) -> bool:
    """ "een diploma wil hij niet meer halen", "diploma boeit hem niet"; not "wil zonder diploma werken"."""
    woorden = verhaal.tussen(*verhaal.indeling.grenzen(b.van))
    if _ZONDER & verhaal.tussen(b.van - 2, b.tot) or "zonder" in woorden:
        return False
    anders = (verband("diploma_is_er") | verband("diploma_onhaalbaar")) & woorden
    return bool(verband("diploma_niet_gewenst") & woorden) and not anders


def _weg_zonder(verhaal: Verhaal, b: Bewering) -> bool:
    """ "dreigt zonder diploma te stoppen", "op weg naar de uitgang zonder diploma": the leaving that is feared."""
    zonder = _ZONDER & verhaal.tussen(b.van - 2, b.tot)
    return bool(zonder) and bool(verband("weg_zonder") & verhaal.tussen(*verhaal.indeling.grenzen(b.van)))
