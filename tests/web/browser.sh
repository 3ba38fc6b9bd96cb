#!/usr/bin/env bash
# Finds a Chromium for the page tests, or fetches the one that Playwright brings.
set -u
for naam in chromium chromium-browser google-chrome google-chrome-stable; do
  if pad=$(command -v "$naam"); then echo "Browser: $pad"; exit 0; fi
done
echo "Geen Chromium op PATH; Playwright haalt er een op (eenmalig, ongeveer 180 MB) …"
"$(dirname "$0")/../../.venv/bin/playwright" install chromium ||
  echo "Geen browser: de tests van de pagina's worden overgeslagen. Installeer chromium en draai opnieuw."
