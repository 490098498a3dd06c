"""`python -m tests.coverage [HANDBOOK]`: what of the sources is written and what is yet to be; who is in a handbook."""

from __future__ import annotations

import sys
from pathlib import Path

from schemas.loader import load_library
from tests.coverage.house import house_list
from tests.coverage.report import details, house_of, table
from tests.coverage.source import coverage

library = load_library(Path(__file__).parents[2]).require()
named = sys.argv[1:]
if unknown := [name for name in named if name not in coverage().handbooks]:
    sys.exit(f"no handbook {unknown[0]}; there are {', '.join(coverage().handbooks)}")
lines = [
    line for name in named for line in (*house_of(house_list(), name), "", *details(library, coverage(), name))
] or table(library, coverage())
sys.stdout.writelines(f"{line}\n" for line in lines)
