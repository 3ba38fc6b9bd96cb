"""A host page of another origin, with the chat on it and a security policy of its own."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: A page of another organisation: its own policy allows the chat and nothing else, and has every breach reported.
GASTPAGINA = """
<script type="module" src="{adres}/static/chat/routewijzer.js"></script>
<main><h1>Gast</h1><p>Tekst van de gast. <a href="#onder">Naar onder</a></p><p id="onder">Onder</p></main>
<routewijzer-chat site="{site}"></routewijzer-chat>
"""
GASTBELEID = "default-src 'self'; script-src 'self' {adres}; connect-src 'self' {adres}; report-uri /meldingen"


class Gastheer:
    """A small web server whose pages a test writes; it keeps what browsers report about its policy."""

    def __init__(self) -> None:
        self.paginas: dict[str, tuple[str, str]] = {}
        self.meldingen: list[dict[str, Any]] = []
        paginas, meldingen = self.paginas, self.meldingen

        class Antwoorder(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                html, csp = paginas.get(self.path, ("", "default-src 'none'"))
                self.send_response(200 if html else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", csp)
                self.end_headers()
                self.wfile.write(html.encode())

            def do_POST(self) -> None:
                meldingen.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Antwoorder)
        self.adres = f"http://127.0.0.1:{self._server.server_port}"
        #: The same pages under a name that a browser holds for another organisation.
        self.ver = self.adres.replace("127.0.0.1", "localhost")
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def toon(self, pad: str, lichaam: str, csp: str) -> str:
        """Serves a page; returns its address."""
        self.paginas[pad] = (f"<!doctype html><html lang=nl><title>Gast</title><body>{lichaam}", csp)
        return self.adres + pad

    def sluit(self) -> None:
        """Stops."""
        self._server.shutdown()
