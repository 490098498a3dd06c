"""Practice on the page of a script, a fault tree or a card: its buttons, and what its script is given.

The moments and the ways between them are read from the page itself (`site/docs/assets/play-reading.js`); only words,
the address and what the page does not show come with it.
"""

from __future__ import annotations

from markupsafe import Markup

from generators.pages.page import Page
from generators.pages.record import Action
from generators.pages.template import json_text
from generators.wording.practice import PracticeWords


def practised_with(page: Page, **more: object) -> Markup:
    """The words and the address for the script of *page*, and what *more* it needs to know."""
    assert page.entry is not None
    given = {"address": page.entry.address, "words": dict(PracticeWords(page.lang)), **more}
    return Markup("<template data-practice>{}</template>").format(json_text(given))


def practice_action(page: Page) -> Action:
    """The button for a talk with a customer who answers."""
    return Action(page.t.practise_talk, "chat", does="practise")


def card_action(page: Page) -> Action:
    """The button for a card against the clock."""
    return Action(page.t.practise_card, "clock", does="practise")
