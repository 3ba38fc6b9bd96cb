"""A series or a ranking as an SVG picture with a title and a text alternative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

KLEUR = "#154273"
#: What stands in brackets goes on a line of its own: a name wider than its bar would be cut off.
_TWEE_REGELS = "split(replace(datum.label, ' (', '|('), '|')"
#: Room for letters that are wider where it is seen than where it was drawn.
_RAND = {"left": 20, "top": 5, "right": 15, "bottom": 5}


def staafgrafiek(titel: str, alt: str, eenheid: str, staven: Sequence[tuple[str, float]], liggend: bool = False) -> str:
    """Bars in the given order; lying bars for a ranking, standing bars for a series of years."""
    return _getekend(titel, alt, eenheid, tuple(staven), liggend)


@lru_cache(maxsize=256)  # drawing costs more than all other work of an answer, and figures seldom change
def _getekend(titel: str, alt: str, eenheid: str, staven: tuple[tuple[str, float], ...], liggend: bool) -> str:
    import altair as alt_  # slow to import, and most questions need no picture
    import vl_convert

    data: Any = alt_.InlineData(values=[{"naam": naam, "waarde": waarde} for naam, waarde in staven])
    namen: Any = alt_.Axis(labelAngle=0, title=None, labelExpr=_TWEE_REGELS)
    naam_as: dict[str, Any] = {"shorthand": "naam:N", "sort": None, "axis": namen}
    waarde_as: dict[str, Any] = {"shorthand": "waarde:Q", "title": eenheid, "scale": alt_.Scale(zero=True)}
    as_x, as_y = (waarde_as, naam_as) if liggend else (naam_as, waarde_as)
    basis = alt_.Chart(data).encode(x=alt_.X(**as_x), y=alt_.Y(**as_y))
    plek = {"align": "left", "dx": 3} if liggend else {"dy": -7}
    tekst = basis.mark_text(color="#000000", **plek).encode(text=alt_.Text("waarde:Q"))
    breedte = 420 if liggend else max(240, 90 * len(staven))
    hoogte = 26 * len(staven) if liggend else 220
    beeld = (basis.mark_bar(color=KLEUR) + tekst).properties(width=breedte, height=hoogte, padding=_RAND)
    svg: str = vl_convert.vegalite_to_svg(beeld.configure_view(stroke=None).to_json(), format_locale="nl-NL")
    return _toegankelijk(svg, titel, alt)


def _toegankelijk(svg: str, titel: str, alt: str) -> str:
    """The picture with a name and a description, for who cannot see it, and without inline styles."""
    svg = re.sub(r'\sstyle="[^"]*"', "", svg)
    kop = f"<title>{escape(titel)}</title><desc>{escape(alt)}</desc>"
    return re.sub(r"<svg\b([^>]*)>", lambda m: f'<svg role="img"{m[1]}>{kop}', svg, count=1)
