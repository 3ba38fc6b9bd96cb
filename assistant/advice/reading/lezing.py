"""What reading a description yields: facts, each with the words it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Oordeel = Literal["genoemd", "ontkend", "ander-persoon", "verleden"]


@dataclass(frozen=True)
class Gelezen:
    """One statement in the text about one field, with its fragment and character offsets."""

    veld: str
    waarde: Any
    fragment: str
    begin: int
    eind: int
    oordeel: Oordeel = "genoemd"
    zeker: bool = True


@dataclass(frozen=True)
class Lezing:
    """The facts that hold for the youth now, and everything that was read on the way.

    ``mogelijk`` narrows a field that the text leaves open: "vmbo" without a level is one of five school types.
    """

    kenmerken: dict[str, Any] = field(default_factory=dict)
    bewijs: tuple[Gelezen, ...] = ()
    onbekend: frozenset[str] = frozenset()
    twijfel: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    meerdere_jongeren: bool = False
    gewist: frozenset[str] = frozenset()
    mogelijk: Mapping[str, frozenset[str]] = field(default_factory=dict)


#: The weight of a claim that only holds if the rest of the text agrees.
ZWAK: Final = 0


@dataclass(frozen=True, slots=True)
class Bewering:
    """A claim about one field made by the words ``van`` up to ``tot``.

    ``waarde`` is a value of the field; a ``frozenset`` says "one of these".
    ``kracht`` ranks claims of one field against each other: a wish goes before what is merely possible.
    """

    veld: str
    waarde: Any
    van: int
    tot: int
    oordeel: Oordeel = "genoemd"
    zeker: bool = True
    kracht: int = 1
