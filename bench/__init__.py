"""Measurements: speeds as ratios in one run, and the sizes of functions and files."""
