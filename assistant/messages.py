"""The message of the assistant, as every door hands it out (see docs/reference/contract.md)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.model import Advies, Bron, Toets

Gedrag = Literal["antwoord", "weet-niet", "buiten-bereik", "smalltalk", "verduidelijk", "vraag", "crisis"]


class Knop(BaseModel):
    """A quick reply: the text on the button and the message it sends."""

    tekst: str
    bericht: str


class Itemregel(BaseModel):
    """A knowledge item that was used, with the chance that it is the right one."""

    id: str
    titel: str
    score: float


class Grafiek(BaseModel):
    """A series of figures as a drawing, with the same in words."""

    svg: str
    alt: str


class Antwoord(BaseModel):
    """One message of the assistant."""

    model_config = ConfigDict(extra="forbid")

    tekst: str = Field(description="Gewone taal; vet, lijsten en koppelingen in Markdown.")
    inleiding: str | None = Field(
        default=None, description="Wat `advies` of `toets` niet al zegt, voor wie die als kaart toont; leeg is niets."
    )
    gedrag: Gedrag = Field(description="Wat voor antwoord dit is; `vraag` vraagt een kenmerk in een lopende toets.")
    bronnen: list[Bron] = []
    items: list[Itemregel] = []
    knoppen: list[Knop] = []
    advies: Advies | None = None
    toets: Toets | None = None
    tabel: list[dict[str, str]] | None = Field(default=None, description="Cijfers als rijen met kolomnamen.")
    grafiek: Grafiek | None = None
    inloggen: bool = Field(default=False, description="Na inloggen is hier wel een antwoord op.")
    zaken: bool = Field(
        default=False,
        description="Gegevens van zaken, voor wie is ingelogd; ze worden niet in het gesprek bewaard.",
    )

    def als_bericht(self) -> dict[str, Any]:
        """Plain JSON data."""
        return self.model_dump(mode="json")


class Beurt(BaseModel):
    """One turn: what the assistant says, and the message of the user as it was kept."""

    antwoorden: list[Antwoord]
    tekst: str = Field(description="Het bericht van de gebruiker zonder persoonsgegevens, zoals het bewaard is.")
    gemaskeerd: list[str] = Field(default=[], description="Soorten persoonsgegevens die zijn weggehaald.")
