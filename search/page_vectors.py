"""What a large library's passages mean, in files by cluster, of which the page loads those that a question is near to.

    index-vectors-<n>.js   window.Shouce.data.vectors[n] = {generation, numbers, passages}

`numbers` are those of the passages of the cluster, in digits, each as the distance from the one before; `passages` are
their vectors, two numbers in a sign (`search/packed.py`). The index has of the clusters, in `student.clusters`:

    middles      base64 of bytes from -127 to 127: the mean of each cluster
    mean, square   as in `search/clusters.py`, row by row
    looked_at    how many of them are looked at
    unit         the constant of that module
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from search.clusters import UNIT, Clusters
from search.packed import base64_of, in_digits, in_signs
from search.student import Student


def clusters_for_page(clusters: Clusters) -> dict[str, Any]:
    """What the index has of the clusters."""
    return {
        "middles": base64_of(clusters.middles.tobytes()),
        "mean": clusters.mean.tolist(),
        "square": clusters.square.ravel().tolist(),
        "looked_at": clusters.looked_at,
        "unit": UNIT,
    }


def vectors_of(student: Student, generation: str) -> Iterator[dict[str, Any]]:
    """What the file of each cluster holds; none where the library is so small that the index has all vectors."""
    clusters = student.clusters
    if clusters is None:
        return
    for cluster in range(len(clusters.middles)):
        numbers = clusters.passages(cluster)
        yield {
            "generation": generation,
            "numbers": in_digits(np.diff(numbers, prepend=0).astype(np.int64)),
            "passages": in_signs(student.passages[numbers]),
        }
