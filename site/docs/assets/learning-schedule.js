/* What went wrong comes back: FSRS with its default parameters, without chance and without steps of minutes.

   A day is the learner's own: what was wrong today is due tomorrow, whatever the hour. It is the same schedule as that
   of `training/repetition.py`, which says what the two libraries are told, and why ts-fsrs gives the memory and the
   interval here, and not its cards. */

(() => {
  const { learning, load } = window.Shouce;
  const AGAIN = 1;
  const GOOD = 3;
  const DAY = 86_400_000;

  const two = (number) => String(number).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const after = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
  const between = (one, other) => Math.max(0, Math.round((Date.parse(other) - Date.parse(one)) / DAY));

  let scheduler = null;
  const ready = async () => {
    await load("fsrs.js");
    scheduler ??= window.Shouce.fsrs.fsrs({ enable_fuzz: false });
  };

  /**
   * A card after an answer.
   * @param {?{s: number, d: number, last: string}} card its stability in days, its difficulty, the day it was answered
   * @param {number} grade from 1 (again) to 4 (easy)
   * @param {string} day of the answer, `2026-11-27`
   */
  const rated = (card, grade, day) => {
    const days = card ? between(card.last, day) : 0;
    const { stability, difficulty } = scheduler.next_state(
      card && { stability: card.s, difficulty: card.d },
      days,
      grade,
    );
    return { s: stability, d: difficulty, last: day, due: after(day, scheduler.next_interval(stability, days)) };
  };

  /** An item of a course was answered: a wrong one becomes a card, and a card is asked once a day at most. */
  const answered = (id, isRight, course) =>
    learning.change(({ items, cards }) => {
      const before = items[id] ?? { right: 0, wrong: 0 };
      const at = Date.now();
      items[id] = { at, ok: Number(isRight), right: before.right + isRight, wrong: before.wrong + !isRight };
      const card = cards[id];
      if (isRight && (!card || card.last === today())) return;
      cards[id] = { ...rated(card ?? null, isRight ? GOOD : AGAIN, today()), at, course };
    });

  /** The ids of the cards of a course that are due, those that wait longest first. */
  const due = (course) =>
    Object.entries(learning.now().cards)
      .filter(([, card]) => card.course === course && card.due <= today())
      .sort(([, one], [, other]) => one.due.localeCompare(other.due))
      .map(([id]) => id);

  /** Whether the present person has anything to repeat in a course, today or later. */
  const hasCards = (course) => Object.values(learning.now().cards).some((card) => card.course === course);

  /** Cards of a course whose items are gone leave the schedule; how many there were. */
  const retire = (course, ids) => {
    const gone = Object.entries(learning.now().cards).filter(([id, card]) => card.course === course && !ids.has(id));
    if (gone.length)
      learning.change(({ cards, items }) => {
        for (const [id] of gone) {
          delete cards[id];
          delete items[id];
        }
      });
    return gone.length;
  };

  Object.assign(learning, { ready, rated, answered, due, hasCards, retire, today });
})();
