"""Who signs at a place to sign, where the place does not say so itself: in English `Checked by` says no name."""

from __future__ import annotations

from dataclasses import replace

from schemas.asked import Asked
from schemas.form import Signature
from schemas.library import Library
from schemas.words import Bilingual, ByLanguage

_DOT = " · "
_WITH_SIGNER = Bilingual("{title}（{who}）", "{title} ({who})")
_TITLES_SAY_LITTLE = ByLanguage(False, True)
"""Whether the title of a place to sign seldom tells who signs there."""


def unsaid_signer(view: Library, signature: Signature, title: str, handbook: str) -> str:
    """The title of the role or party that signs; empty where the *title* of the place has it, or nobody is named."""
    return _unsaid(view, signature.role or signature.party, title, handbook)


def _unsaid(view: Library, reference: str | None, title: str, handbook: str) -> str:
    who = view.actor_title(reference, handbook) if reference else ""
    says_so = who.casefold() in title.casefold() or title.casefold() in who.casefold()
    return "" if says_so else who


def signer(view: Library, signature: Signature, title: str, handbook: str) -> str:
    """The *title* of a place to sign, with who signs: `Checked by (Customer service supervisor)`."""
    who = unsaid_signer(view, signature, title, handbook)
    return _WITH_SIGNER.filled(title=title, who=who).of(view.lang) if who else title


def signed_by(view: Library, slot: Asked, handbook: str) -> Asked:
    """*slot* as lists and exports know it: of a place to sign, whose hand it is.

    What somebody who holds no post signs is personal: a resident, a visitor, a contractor's fitter. What staff sign in
    their post proves who did the work, and stays. In English, where the title seldom says so, the label says who signs.
    """
    field = slot.field
    if not (field.of_type.is_signed and field.party):
        return slot
    if field.privacy == "internal" and view.role(field.party, handbook) is None:
        field = field.model_copy(update={"privacy": "personal"})
    title, dot, what = slot.label.partition(_DOT)
    who = _unsaid(view, slot.field.party, title, handbook) if _TITLES_SAY_LITTLE.of(view.lang) else ""
    label = f"{_WITH_SIGNER.filled(title=title, who=who).of(view.lang)}{dot}{what}" if who else slot.label
    return replace(slot, field=field, label=label)
