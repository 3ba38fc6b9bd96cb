"""The sites that may carry the chat: who they are, from where, and within which limits."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Annotated, Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from knowledge.model import RegioId

logger = logging.getLogger(__name__)

SITES: Final = Path(__file__).parent / "web" / "sites.yml"
#: The page of the installation itself; it needs no entry elsewhere.
EIGEN: Final = "routewijzer"

Oorsprong = Annotated[str, StringConstraints(pattern=r"^https?://[a-z0-9.-]+(:\d{1,5})?$")]
Eigenschap = Annotated[str, StringConstraints(pattern=r"^--[a-z0-9-]+$")]
Waarde = Annotated[str, StringConstraints(pattern=r"^[\w #%.,()'-]{1,120}$")]


class SitesOnleesbaar(ValueError):
    """The site table cannot be used; says which file and why."""

    def __init__(self, pad: Path, reden: str) -> None:
        super().__init__(f"De sitetabel {pad.name} is niet bruikbaar: {reden}.")


class Site(BaseModel):
    """One site that shows the chat."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sleutel: str = Field(pattern=r"^[a-z0-9-]{1,40}$", description="Naam in de snippet.")
    naam: str = Field(description="Wie de site beheert.")
    oorsprongen: tuple[Oorsprong, ...] = Field(default=(), description="Adressen die de chat mogen insluiten.")
    regio: RegioId | None = Field(default=None, description="Regio als de bezoeker er geen kiest.")
    titel: str = Field(default="Routewijzer", max_length=60)
    opening: str = Field(default="", max_length=600, description="Eigen welkomsttekst boven het gesprek.")
    bereikbaarheid: str = Field(default="", max_length=200, description="Wanneer er een mens bereikbaar is.")
    thema: dict[Eigenschap, Waarde] = Field(default={}, description="Huisstijl in namen van NL Design System.")
    anoniem: bool = Field(
        default=True, description="Zonder inloggen te gebruiken; over zaken antwoordt de chat nooit zonder."
    )
    berichten_per_minuut: int = Field(default=300, ge=1, le=60_000, description="Grens voor de hele site samen.")
    gepauzeerd: bool = Field(default=False, description="De chat is tijdelijk dicht.")

    def open_voor(self, ingelogd: bool) -> bool:
        """Whether a visitor may use the chat now."""
        return (self.anoniem or ingelogd) and not self.gepauzeerd

    @model_validator(mode="after")
    def _thema_zonder_adressen(self) -> Site:
        if any(re.search(r"url\s*\(", w, re.IGNORECASE) for w in self.thema.values()):
            raise ValueError("thema: een waarde mag geen adres ophalen")
        return self


_TABEL: Final = TypeAdapter(list[Site])


class Sitetabel:
    """The table in force; an edited file counts from the next request on, unless it is not usable."""

    def __init__(self, pad: Path = SITES) -> None:
        self._pad = pad
        self._sites = {s.sleutel: s for s in lees(pad)}
        self._gelezen = pad.stat().st_mtime

    def geef(self, sleutel: str) -> Site | None:
        """The site with this key."""
        self._ververs()
        return self._sites.get(sleutel)

    def kent(self, oorsprong: str) -> bool:
        """Whether any site may be shown from this origin."""
        self._ververs()
        return any(oorsprong in s.oorsprongen for s in self._sites.values())

    def _ververs(self) -> None:
        gewijzigd = self._pad.stat().st_mtime if self._pad.exists() else self._gelezen
        if gewijzigd == self._gelezen:
            return
        self._gelezen = gewijzigd
        try:
            self._sites = {s.sleutel: s for s in lees(self._pad)}
        except SitesOnleesbaar as fout:
            logger.error("%s De vorige tabel blijft gelden.", fout)


def lees(pad: Path) -> list[Site]:
    """The sites of a file, or an error that says what is wrong."""
    try:
        return _TABEL.validate_python(yaml.safe_load(pad.read_text(encoding="utf-8")) or [])
    except ValidationError as fout:
        eerste = fout.errors()[0]
        raise SitesOnleesbaar(pad, f"{'.'.join(str(d) for d in eerste['loc'])}: {eerste['msg']}") from fout
    except (OSError, yaml.YAMLError) as fout:
        raise SitesOnleesbaar(pad, str(fout)) from fout
