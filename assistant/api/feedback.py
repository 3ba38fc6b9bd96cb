"""Judgements on answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.api.bezoek import Bezoek, begrensd_bezoek
from assistant.api.gesprekken import GesprekId
from assistant.diensten import Diensten, diensten
from assistant.oordelen import Oordelenkast, Reden
from storage.engine import open_engine

router = APIRouter(prefix="/gesprekken", tags=["oordelen"])


class NieuwOordeel(BaseModel):
    """A thumb; when it points down, with the reason."""

    model_config = ConfigDict(extra="forbid")

    antwoord: int = Field(ge=0, le=10_000, description="Plaats van het antwoord in het gesprek.")
    goed: bool
    reden: Reden | None = None
    toelichting: str = Field(default="", max_length=1000, description="Wordt ontdaan van persoonsgegevens.")
    vraag: str = Field(default="", max_length=20_000, description="De vraag; wordt ontdaan van persoonsgegevens.")
    items: list[Annotated[str, Field(max_length=120)]] = Field(default=[], max_length=50)
    bewijs_id: str | None = Field(default=None, max_length=80)

    @model_validator(mode="after")
    def _reden_bij_fout(self) -> NieuwOordeel:
        if self.goed == (self.reden is not None):
            raise ValueError("geef een reden bij een antwoord dat niet goed is, en alleen dan")
        return self


class Bewaard(BaseModel):
    """The number of the judgement."""

    oordeel_id: int


def oordelenkast(request: Request) -> Oordelenkast:
    """Where judgements are kept."""
    return Oordelenkast(open_engine(request.app.state.instellingen.database_url))


@router.post("/{gesprek_id}/oordelen", status_code=201)
def beoordeel(
    gesprek_id: GesprekId,
    oordeel: NieuwOordeel,
    kast: Annotated[Oordelenkast, Depends(oordelenkast)],
    d: Annotated[Diensten, Depends(diensten)],
    bezoek: Annotated[Bezoek, Depends(begrensd_bezoek)],
) -> Bewaard:
    """Bewaart een oordeel over een antwoord."""
    inhoud = oordeel.model_dump(exclude={"antwoord", "toelichting", "vraag"})
    schoon = {
        naam: d.maskeerder.maskeer(tekst, d.vandaag()).tekst
        for naam, tekst in (("toelichting", oordeel.toelichting), ("vraag", oordeel.vraag))
    }
    site = bezoek.site.sleutel if bezoek.site else None
    return Bewaard(oordeel_id=kast.bewaar(gesprek_id, oordeel.antwoord, site=site, **inhoud, **schoon))
