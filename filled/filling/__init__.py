"""Forms filled by a program: values → the same Word file that a person would send back."""

from filled.filling.fill import MistakesError, fill_as_is, fill_form

__all__ = ["MistakesError", "fill_as_is", "fill_form"]
