"""A small OpenID Connect provider on loopback, for the tests: real keys, real signed tokens, real redirects."""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from fastapi import FastAPI, Form, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, GEHEIM = "routewijzer", "geheim van de test"


@dataclass
class Inlogdienst:
    """Who signs in, and what the provider does wrong when a test asks for that."""

    poort: int
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "s-1", "preferred_username": "an"})
    fout: str = ""
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)
    _sleutel: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1"}, private=True))
    _vreemd: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1"}, private=True))

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def app(self) -> FastAPI:
        app = FastAPI()
        app.get("/.well-known/openid-configuration")(self.gegevens)
        app.get("/sleutels")(lambda: {"keys": [self._sleutel.as_dict(private=False)]})
        app.get("/inloggen")(self.vraag)
        app.get("/akkoord")(self.akkoord)
        app.post("/token")(self.token)
        return app

    def gegevens(self) -> dict[str, Any]:
        return {
            "issuer": self.adres, "authorization_endpoint": f"{self.adres}/inloggen",
            "token_endpoint": f"{self.adres}/token", "jwks_uri": f"{self.adres}/sleutels",
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
        }  # fmt: skip

    def vraag(self, request: Request) -> Response:
        """The page on which somebody says who she is."""
        return HTMLResponse(f'<!doctype html><a href="/akkoord?{request.url.query}">Ga akkoord</a>')

    def akkoord(self, request: Request) -> Response:
        vraag = dict(request.query_params)
        if vraag["client_id"] != CLIENT or vraag.get("code_challenge_method") != "S256":
            return JSONResponse({"error": "invalid_request"}, 400)
        if self.fout == "geweigerd":
            return RedirectResponse(
                f"{vraag['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': vraag['state']})}"
            )
        code = secrets.token_urlsafe()
        self._codes[code] = vraag
        state = "een andere" if self.fout == "state" else vraag["state"]
        return RedirectResponse(f"{vraag['redirect_uri']}?{urlencode({'code': code, 'state': state})}")

    def token(
        self, request: Request, code: str = Form(), code_verifier: str = Form(), redirect_uri: str = Form()
    ) -> Response:
        vraag = self._codes.pop(code, None)
        wie = (
            base64.b64decode(request.headers["authorization"].removeprefix("Basic "))
            .decode()
            .replace("+", " ")
            .replace("%20", " ")
        )
        proef = base64.urlsafe_b64encode(hashlib.sha256(code_verifier.encode()).digest()).rstrip(b"=").decode()
        if (
            vraag is None
            or wie != f"{CLIENT}:{GEHEIM}"
            or proef != vraag["code_challenge"]
            or redirect_uri != vraag["redirect_uri"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse(
            {"access_token": secrets.token_urlsafe(), "token_type": "Bearer", "id_token": self._token(vraag)}
        )

    def _token(self, vraag: dict[str, str]) -> str:
        nu = int(time.time())
        inhoud = {"iss": self.adres, "aud": CLIENT, "iat": nu, "exp": nu + 300, "nonce": vraag["nonce"], **self.claims}
        inhoud |= {"aud": {"aud": "een ander"}, "exp": {"exp": nu - 3600}, "nonce": {"nonce": "oud"},
                   "iss": {"iss": "https://elders.nl"}}.get(self.fout, {})  # fmt: skip
        sleutel = self._vreemd if self.fout == "handtekening" else self._sleutel
        return jwt.encode({"alg": "RS256", "kid": "k1"}, inhoud, sleutel)


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def draai(app: FastAPI, poort: int) -> uvicorn.Server:
    """Serves an application in a thread until ``should_exit`` is set."""
    server = uvicorn.Server(uvicorn.Config(app, port=poort, log_level="error", ws="none"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return server
