"""``python -m knowledge [regio]``: the checks of the knowledge base on the terminal."""

import sys

from knowledge.check import controleer, inventaris_ids
from knowledge.files import lees_items

regio = sys.argv[1] if len(sys.argv) > 1 else None
eigen = {i.id for i in lees_items() if regio in (None, i.regio)} | inventaris_ids().get(regio or "", set())
gevonden = [b for b in controleer() if regio is None or b.record in eigen]
for bevinding in gevonden:
    print(bevinding.ernst, bevinding.record, bevinding.melding, sep=" | ")
sys.exit(any(b.ernst == "fout" for b in gevonden))
