"""Who signs at a place to sign, where the place does not say so itself: in English `Checked by` says no name."""

from __future__ import annotations

from schemas.form import Signature
from schemas.library import Library
from schemas.words import Bilingual

_WITH_SIGNER = Bilingual("{title}（{who}）", "{title} ({who})")


def unsaid_signer(view: Library, signature: Signature, title: str, handbook: str) -> str:
    """The title of the role or party that signs; empty where the *title* of the place has it, or nobody is named."""
    reference = signature.role or signature.party
    who = view.actor_title(reference, handbook) if reference else ""
    says_so = who.casefold() in title.casefold() or title.casefold() in who.casefold()
    return "" if says_so else who


def signer(view: Library, signature: Signature, title: str, handbook: str) -> str:
    """The *title* of a place to sign, with who signs: `Checked by (Customer service supervisor)`."""
    who = unsaid_signer(view, signature, title, handbook)
    return _WITH_SIGNER.filled(title=title, who=who).of(view.lang) if who else title
