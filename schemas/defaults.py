"""What holds for a form that does not say it itself: its own word first, then the defaults of its handbook."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.duration import Duration
from schemas.entry import Entry
from schemas.field import Privacy
from schemas.form import Form
from schemas.keeping import Keeping
from schemas.library import Library
from schemas.scalars import Text


@dataclass(frozen=True, slots=True)
class FormDefaults:
    """How filled copies of a form are kept and who may see them, and what is printed under it.

    Attributes:
        time: how long they are kept; None where neither the form nor its handbook says it, which `check` finds.
        from_: what the time counts from.
        dispose: how they are destroyed.
        privacy: who may see them.
        strike_out: how a slip of the pen is put right.
    """

    time: Duration | None
    from_: Text | None
    dispose: Text | None
    privacy: Privacy
    strike_out: Text | None


def form_defaults(library: Library, entry: Entry) -> FormDefaults:
    """What holds for the form *entry*, in the language of *library*.

    Raises:
        TypeError: *entry* is not a form.
    """
    form = entry.record
    if not isinstance(form, Form):
        raise TypeError(f"{entry.address} is not a form")
    defaults = library.defaults(entry.handbook)
    own, usual = form.keep or Keeping(), defaults.keep or Keeping()
    return FormDefaults(
        time=own.time or usual.time,
        from_=own.from_ or usual.from_,
        dispose=own.dispose or usual.dispose or defaults.dispose,
        privacy=form.privacy or defaults.privacy or "internal",
        strike_out=defaults.strike_out,
    )
