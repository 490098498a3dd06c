"""What the items of steps share: how a step is quoted once its item is answered."""

from __future__ import annotations

from schemas.procedure import Procedure
from schemas.words import Bilingual, Word, Words, in_both
from training.material import Subject


class _Quote(Words):
    step = Word("{title}：{by}。{do}", "{title}: {by}. {do}")


def in_its_words(subject: Subject[Procedure], number: int) -> Bilingual:
    """What step *number* says: its heading, who does it, and what is done."""
    step = subject.record.steps[number]
    heading = subject.say(lambda record: record.steps[number].heading)
    by, do = subject.actor(str(step.by)), subject.say(lambda record: record.steps[number].do)
    return in_both(
        lambda lang: _Quote(lang).step.format(title=heading.of(lang), by=by.of(lang), do=do.of(lang)).strip()
    )
