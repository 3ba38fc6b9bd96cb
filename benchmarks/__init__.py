"""Speed, memory and accuracy, next to peers where there are any; ``python -m benchmarks``."""
