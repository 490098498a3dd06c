"""Measurements: speeds as ratios in one run, and the sizes of functions and files."""

import search  # noqa: F401  it limits the threads of numpy, which has to be done before anything imports that
