"""The knowledge base: items, figures, rules and contacts of four regions."""

import os

# Before numpy, scikit-learn and the embedder load their thread pools, which they share: a turn is a few short sums, and
# threads that wait for each other over them cost many times the work as soon as the machine does anything else.
for _naam in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_naam, "1")
