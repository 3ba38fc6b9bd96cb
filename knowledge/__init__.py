"""The knowledge base: items, figures, rules and contacts of four regions."""

import os

# Before numpy, scikit-learn and the embedder load their thread pools.  A sentence vector is most of a turn and halves on two
# threads, provided that they do not spin while they wait for each other: spinning costs many times the work as soon as the
# machine does anything else.  The other sums of a turn are too short to share.
_DRADEN = {
    "OMP_NUM_THREADS": str(min(4, os.cpu_count() or 1)),
    "GOMP_SPINCOUNT": "1000",
    "OPENBLAS_NUM_THREADS": "1",
}
for _naam, _aantal in _DRADEN.items():
    os.environ.setdefault(_naam, _aantal)
