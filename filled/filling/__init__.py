"""Forms filled by a program: values → the same Word file that a person would send back."""

from filled.filling.fill import Filler, MistakesError, fill_as_is, fill_form, filler_of

__all__ = ["Filler", "MistakesError", "fill_as_is", "fill_form", "filler_of"]
