"""From a course to the exam of a class: its items are drawn, and its papers laid out."""

from __future__ import annotations

from training.blueprint import blueprint_of
from training.draw import Copies, papers
from training.material import Material
from training.paper.pictures import pictures_of
from training.paper.sheet import Class
from training.pool import exam_pool, without


def exam_for_class(
    material: Material, course: str, count: int, seed: str, *, copies: Copies = "shuffled", date: str = "", lang: str
) -> Class:
    """The exam of the course at *course* for *count* candidates, drawn with *seed*.

    An item whose picture cannot be made is not asked: another is drawn.

    Raises:
        NoExamError: the course has none.
        CannotDrawError: its blueprint asks for more than there is.
    """
    blueprint = blueprint_of(material, course)
    pool = exam_pool(material, course)
    drawn = papers(pool, blueprint, seed, count, copies)
    pictures, missing = pictures_of(material, drawn, lang)
    while missing:
        pool = without(pool, missing)
        drawn = papers(pool, blueprint, seed, count, copies)
        pictures, missing = pictures_of(material, drawn, lang)
    safety = frozenset(id_ for topic in blueprint.topics if topic.safety for id_ in pool.by_topic[topic.id])
    return Class(
        material=material,
        subject=material.subject(course),
        blueprint=blueprint,
        safety_items=safety,
        papers=drawn,
        pictures=pictures,
        seed=seed,
        date=date,
        lang=lang,
    )
