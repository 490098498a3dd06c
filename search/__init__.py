"""Passages, the two indexes over them, and `ask`: a question in, the step that answers it out, with its citation.

The way in: `search.index.build_index` and `open_index`, `search.ask.Searcher`, `search.browser.write_browser_index`,
`search.evaluation.evaluate`. Nothing of them is imported by this file, so that `import search` costs nothing.

It is where the threads of numpy are limited, for numpy reads that once, when it is first imported, and nothing above or
below this package imports it: with a pool of its own it fights the encoder for the cores, and questions wait twice as
long (p50 48 ms against 22). What the user has set stays.
"""

from __future__ import annotations

import os

for _pool in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_pool, "1")
