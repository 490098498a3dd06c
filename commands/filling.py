"""Filling forms for the server, from the library that its site was built from."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from filled.filling import MistakesError, fill_form
from generators.docx.printed import printed_fingerprint
from schemas.library import Library
from schemas.mistakes import told
from server.filling import UnfitValuesError, UnknownFormError


class LibraryFilling:
    """Fills the forms of *library*, in any of its languages.

    Args:
        library: any view of it.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = Lock()  # a form is drawn and cut when it is first asked for; threads must not do so at once

    def fill(self, address: str, lang: str, printed: str, values: Mapping[str, Any]) -> bytes:
        """The form as DOCX with *values* in it.

        Raises:
            UnknownFormError: no form at *address* whose sheets in *lang* have the fingerprint *printed*.
            UnfitValuesError: values that do not fit, each mistake worded in *lang*.
        """
        view = self._library.view(lang)
        entry = view.entries.get(address)
        if entry is None or entry.kind != "forms":
            raise UnknownFormError
        try:
            with self._lock:
                if printed_fingerprint(view, entry) != printed:
                    raise UnknownFormError
                return fill_form(view, entry, values, must_agree=True)
        except MistakesError as error:
            mistakes = [mistake.as_json(lang, show_personal=True) for mistake in told(error.mistakes)]
            raise UnfitValuesError(mistakes) from None
