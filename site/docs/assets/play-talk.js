/* A talk: a customer answers, the learner chooses or types the next line, until it is over. */

(() => {
  const { playing, make, icon, fill } = window.Shouce;
  if (!playing) return;
  const { words, spoken, shown, turnsOf, choicesOf, markChoice, markTyped, forbidden, goodOf } = playing;
  const { wishes, picks, typing, focusOn, frameOf, markOf, tellOf } = playing;

  const cueOf = ({ who, asked, text }) => {
    if (who === "they") {
      const before = asked ? make("span", "sr", asked) : "";
      return make("li", "talk__they", icon("person"), make("p", "bubble bubble--they", before, text));
    }
    return make("li", "talk__fact", make("p", "", asked ? make("span", "", asked) : "", make("b", "", text)));
  };
  const actOf = (act) => {
    const tag = act.sort === "do" ? make("b", "picks__do", words.do_tag) : "";
    return [tag, ...(act.sort === "say" ? [make("q", "", ...shown(act.shows))] : shown(act.shows))];
  };
  /** What the learner said, with its marks, and what is right where that was not. */
  const answerOf = (line) =>
    make(
      "li",
      `talk__we is-${line.marks.level}`,
      make("p", "bubble bubble--we", ...line.answer),
      markOf(line.marks.level, tellOf(line.marks)),
      line.isLate ? markOf("late") : "",
      line.marks.level === "said" ? "" : goodOf(line),
    );
  const logOf = () => {
    const log = make("ol", "talk");
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", words.talk_log);
    return log;
  };
  /** What is told while somebody types words that are never said. */
  const warningOf = (graph, line) => (typed) => {
    const [first] = forbidden(typed, graph.never, line);
    return first ? fill(first.when ? words.hint_when : words.hint_never, first) : "";
  };

  /** What one answers a turn with; `settle` is given the answer, its marks, and whether it was typed. */
  const composeOf = (graph, turn, random, said, settle) => {
    if (wishes().isTyped && turn.act.says) {
      const warn = warningOf(graph, spoken(turn.act.says));
      return typing(words.what_say_typed, (typed) => settle([typed], markTyped(graph, turn, typed, said), true), warn);
    }
    const choices = choicesOf(graph, turn, random);
    const lines = choices.map(({ act }) => actOf(act));
    const asks = turn.act.sort === "say" ? words.what_say : words.what_do;
    return picks(asks, lines, (at) =>
      settle(actOf(choices[at].act), markChoice(turn, choices[at].moment, said), false),
    );
  };

  /** The frame of a talk, which begins once it is started; `finish` is given a line of the transcript for each turn. */
  const talkWith = (graph, customer, { title, random, leave, finish }) => {
    const { turns, rest } = turnsOf(graph, customer.visits);
    const frame = frameOf(title, leave);
    const log = logOf();
    const told = [];
    let clock = null;
    frame.body.append(log);

    const settle = ({ cues, act, moment }, answer, marks, isTyped) => {
      const time = { isTimed: Boolean(clock), isLate: Boolean(clock?.isOut()) };
      const line = { cues, act, moment, answer, marks, isTyped, ...time };
      frame.stop();
      told.push(line);
      log.append(answerOf(line));
      frame.body.lastElementChild.remove();
      next();
    };
    const next = () => {
      const turn = turns[told.length];
      if (!turn) {
        finish(told, rest);
        return;
      }
      frame.count.textContent = `${told.length + 1} / ${turns.length}`;
      log.append(...turn.cues.map(cueOf));
      const said = new Set(told.map(({ moment }) => moment.id));
      const compose = composeOf(graph, turn, random, said, (...answer) => settle(turn, ...answer));
      frame.body.append(compose);
      clock = frame.time(turn.within);
      focusOn(compose);
    };
    return { element: frame.element, press: frame.press, start: next };
  };

  playing.talkWith = talkWith;
})();
