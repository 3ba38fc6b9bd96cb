#!/usr/bin/env bash
# Finds a Chromium for the page tests, or fetches one: the system's own on a test server, else the one that Playwright brings.
set -u
gevonden() {
  local naam pad
  for naam in chromium chromium-browser google-chrome google-chrome-stable; do
    if pad=$(command -v "$naam"); then echo "Browser: $pad"; return 0; fi
  done
  return 1
}
gevonden && exit 0
if [ -n "${CI:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Geen Chromium op PATH; het pakket van het systeem wordt geïnstalleerd (eenmalig) …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  gevonden && exit 0
fi
echo "Geen Chromium op PATH; Playwright haalt er een op (eenmalig, ongeveer 180 MB) …"
"$(dirname "$0")/../../.venv/bin/playwright" install chromium ||
  echo "Geen browser: de tests van de pagina's worden overgeslagen. Installeer chromium en draai opnieuw."
