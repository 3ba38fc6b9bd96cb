"""One module per reference page; each has ``blad()``, the page as Markdown."""
