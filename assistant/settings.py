"""Every setting in one typed table; read from the environment with prefix ``ROUTEWIJZER_``."""

from __future__ import annotations

import ipaddress
import os
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.sites import SITES
from knowledge.model import RegioId

WORTEL = Path(__file__).resolve().parent.parent


class Instellingen(BaseSettings):
    """What an installation may choose; an unsafe choice is refused at start, with the reason."""

    model_config = SettingsConfigDict(env_prefix="ROUTEWIJZER_", env_file=".env", extra="ignore")

    database_url: str = Field(
        default=f"sqlite:///{WORTEL / 'var' / 'routewijzer.db'}",
        description="Waar gegevens staan: een SQLAlchemy-adres (SQLite of PostgreSQL).",
    )
    model_map: Path = Field(default=WORTEL / "models", description="Map met het getrainde Rasa-model.")
    redis_url: str = Field(default="", description="Redis voor gedeelde sloten bij meer processen; leeg is één proces.")
    host: str = Field(default="127.0.0.1", description="Adres waarop de server luistert.")
    port: int = Field(default=8000, ge=1, le=65535, description="Poort waarop de server luistert.")
    extern_toestaan: bool = Field(default=False, description="Luisteren op een adres buiten deze machine toestaan.")
    regio: RegioId | None = Field(default=None, description="Regio als de vraag en het gesprek er geen noemen.")
    max_tekens: int = Field(default=4000, ge=100, le=20000, description="Langste bericht dat wordt aangenomen.")
    gesprek_bewaren_dagen: int = Field(default=30, ge=1, le=365, description="Hoe lang een gesprek bewaard blijft.")
    berichten_per_minuut: int = Field(default=60, ge=1, le=6000, description="Grens per gesprek, tegen overbelasting.")
    zaken_in_chat: bool = Field(
        default=True, description="Vragen over zaken in de chat toestaan, voor wie is ingelogd."
    )
    sites_bestand: Path = Field(default=SITES, description="Tabel van de sites die de chat mogen tonen.")
    oidc_uitgever: str = Field(
        default="", description="Adres van de dienst voor eenmalig inloggen (OIDC); leeg is uit."
    )
    oidc_client_id: str = Field(default="", description="Naam van Routewijzer bij de dienst voor eenmalig inloggen.")
    oidc_client_geheim: SecretStr = Field(
        default=SecretStr(""), description="Geheim van Routewijzer bij de dienst voor eenmalig inloggen."
    )
    oidc_naam: str = Field(default="uw organisatie", description="Wat er op de knop voor eenmalig inloggen staat.")
    oidc_claim: str = Field(
        default="preferred_username", description="Veld waarin de dienst de accountnaam geeft, zoals `email`."
    )
    log_niveau: str = Field(
        default="WARNING", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Hoeveel er wordt gelogd."
    )

    @field_validator("host")
    @classmethod
    def _leesbaar_adres(cls, host: str) -> str:
        try:
            return host if host == "localhost" else str(ipaddress.ip_address(host))
        except ValueError as fout:
            raise ValueError(f"{host[:80]} is geen IP-adres; gebruik bijvoorbeeld 127.0.0.1") from fout

    @model_validator(mode="after")
    def _oidc_is_heel_en_veilig(self) -> Instellingen:
        if self.oidc_uitgever and not (self.oidc_client_id and self.oidc_client_geheim.get_secret_value()):
            raise ValueError("Bij ROUTEWIJZER_OIDC_UITGEVER horen ook ROUTEWIJZER_OIDC_CLIENT_ID en …_CLIENT_GEHEIM.")
        adres = urlsplit(self.oidc_uitgever)
        if self.oidc_uitgever and adres.scheme != "https" and adres.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise ValueError(
                "ROUTEWIJZER_OIDC_UITGEVER moet met https:// beginnen: wachtwoorden gaan niet onbeschermd."
            )
        return self

    @model_validator(mode="after")
    def _niet_ongemerkt_open(self) -> Instellingen:
        lokaal = self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback
        if not lokaal and not self.extern_toestaan:
            raise ValueError(
                "ROUTEWIJZER_HOST is geen adres van deze machine. Zet er een proxy voor, "
                "of zet ROUTEWIJZER_EXTERN_TOESTAAN=true als u dit echt wilt."
            )
        return self


@cache
def instellingen() -> Instellingen:
    """The settings of this process."""
    return Instellingen()


def zonder_telemetrie() -> None:
    """Rasa and its libraries keep quiet: no usage statistics, no update checks, no crash reports."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # Rasa's progress bars, dozens of them in a training
    os.environ["SANIC_REGISTER"] = "false"
