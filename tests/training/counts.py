"""How many items each handbook has of each kind: `python -m tests.training.counts`."""

from __future__ import annotations

import sys
from collections import Counter

from tests.schemas.content import handbooks
from tests.training.subjects import every_subject
from training.material import Material
from training.sources import items_of


def counts(material: Material) -> dict[str, Counter[str]]:
    """By handbook, how many items of each kind."""
    return {
        handbook: Counter(item.kind for subject in every_subject(material, handbook) for item in items_of(subject))
        for handbook in material.handbooks
    }


def table(by_handbook: dict[str, Counter[str]]) -> str:
    """The counts as a table in Markdown."""
    kinds = sorted({kind for each in by_handbook.values() for kind in each})
    rows = [["handbook", *kinds, "all"], ["---"] * (len(kinds) + 2)]
    rows += ([name, *(str(each[kind]) for kind in kinds), str(each.total())] for name, each in by_handbook.items())
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    sys.stdout.write(table(counts(Material(handbooks()))))
