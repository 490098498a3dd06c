/* What an answer in a talk is worth, as in the terminal (`training/study/talk_marks.py`): two points for its line.

   One for nearly, none for another; one more for whoever is in time. `tests/data/role-play.json` holds both to the same. */

(() => {
  if (!window.Shouce.playing) return;
  const { fill } = window.Shouce;
  const { words, spoken, likeness, matched, forbidden, thresholds } = window.Shouce.playing;
  const { MEANT, GOOD, HALF } = thresholds;
  const POINTS = { said: 2, nearly: 1, missed: 0, forbidden: 0 };

  /** Marks: whether the line was said, why it was not, what that is about, and the clauses that were left out. */
  const marksOf = (level, why = "", about = [], missing = []) => ({
    level,
    points: POINTS[level],
    why,
    about,
    missing,
  });

  /** The marks of a line whose moment is another; `said` are the ids of the moments whose turn was before. */
  const notNow = (turn, { id }, said) => {
    const way = turn.siblings.find(({ to }) => to === id);
    if (way?.kind === "limit") return marksOf("missed", "limit");
    if (way?.text) return marksOf("missed", "branch", [way.text]);
    return marksOf("missed", said.has(id) ? "again" : "order");
  };
  const markChoice = (turn, moment, said) => (moment === turn.moment ? marksOf("said") : notNow(turn, moment, said));

  /** The moment whose line somebody meant who typed none of the right one. */
  const meantBy = (graph, turn, typed) => {
    const [nearest] = [...graph.moments.values()]
      .filter((moment) => moment !== turn.moment && moment.part("say"))
      .map((moment) => ({ moment, share: likeness(typed, spoken(moment.part("say"))) }))
      .sort((one, other) => other.share - one.share);
    return nearest?.share >= MEANT ? nearest.moment : null;
  };
  const markTyped = (graph, turn, typed, said) => {
    const line = spoken(turn.act.says ?? turn.act.shows);
    const { level, missing } = matched(typed, line);
    const told = forbidden(typed, graph.never, line).filter(({ when }) => !when);
    const phrases = told.map(({ phrase }) => phrase);
    if (phrases.length) return marksOf("forbidden", "never", phrases, missing);
    const meant = level === "missed" ? meantBy(graph, turn, typed) : null;
    return meant ? notNow(turn, meant, said) : marksOf(level, "", [], missing);
  };

  /** Why it was not right, in words. */
  const tellOf = ({ level, why, about, missing }) =>
    ({
      "": level === "nearly" && missing.length ? words.mark_left_out : "",
      never: fill(words.mark_never, { phrases: about.join(words.between_phrases) }),
      branch: fill(words.mark_branch, { answer: about[0] }),
      limit: words.mark_limit,
      again: words.mark_again,
      order: words.mark_order,
    })[why];

  /** The points of a talk, and the best possible. */
  const pointsOf = (told) => ({
    score: told.reduce((sum, { marks, isTimed, isLate }) => sum + marks.points + (isTimed && !isLate ? 1 : 0), 0),
    of: told.reduce((sum, { isTimed }) => sum + POINTS.said + (isTimed ? 1 : 0), 0),
  });
  /** How a talk went: `all` of it right, `good`, `half` of it, or `again`. */
  const verdictOf = (score, of) => {
    if (score === of) return "all";
    if (score >= of * GOOD) return "good";
    return score >= of * HALF ? "half" : "again";
  };

  Object.assign(window.Shouce.playing, { markChoice, markTyped, tellOf, pointsOf, verdictOf });
})();
