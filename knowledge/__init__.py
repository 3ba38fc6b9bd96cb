"""The knowledge base: items, figures, rules and contacts of four regions."""

import os

# Before numpy, scikit-learn and the embedder load their thread pools, which they share: a turn is a few short sums, and
# threads that wait for each other over them cost many times the work as soon as the machine does anything else.
for _naam in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_naam, "1")
# The one sum that does take all cores, a lone sentence vector, waits for its slowest thread.  It does so turning for a
# moment and then asleep: turning on, as it would, it holds the core that this thread needs when another program has one.
os.environ.setdefault("GOMP_SPINCOUNT", "1000")
