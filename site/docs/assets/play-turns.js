/* A talk with one customer, turn by turn: what happens, what is to be said or done then, what else one might choose. */

(() => {
  if (!window.Shouce.playing) return;
  const { fill } = window.Shouce;
  const { words, spoken, shuffled, likeness, matched, forbidden } = window.Shouce.playing;
  const CHOICES = 4;
  const SAME = 0.8; // lines as alike as that are the same answer
  const SHORTEST = 15; // seconds; a shorter time is how long one waits for the other side, not how long one may take

  /** What somebody does in a moment: `say` a line, `do` something, in a tree `check` or settle it; null for none. */
  const actOf = ({ kind }, moment) => {
    const says = moment.part("say");
    if (kind === "script") {
      const does = moment.part("do");
      return says ? { sort: "say", shows: says } : does && { sort: "do", shows: does };
    }
    const check = moment.part("ask");
    if (moment.isSymptom && !check && !moment.part("remedy")) return null;
    return { sort: "check", shows: check ?? moment.part("title"), says };
  };

  /** What is shown before somebody acts: what the other side says, what turns out, how it begins. */
  const cuesOf = ({ kind, moments }, { way, moment, limit }, isFirst) => {
    const cues = [];
    if (isFirst && kind === "tree") cues.push({ who: "they", text: spoken(moment.part("title")) });
    else if (isFirst) cues.push({ who: "fact", text: moment.entry || words.talk_begins });
    if (way?.kind === "heard") cues.push({ who: "they", text: way.text });
    if (way?.kind === "decided") {
      const from = moments.get(way.from);
      const asked = spoken(from.part("ask") ?? from.part("title"));
      cues.push({ who: kind === "tree" ? "they" : "fact", asked, text: way.text });
    }
    if (limit) cues.push({ who: "fact", text: fill(words.talk_limit, { n: limit.limit.times }) });
    return cues;
  };

  /** The turns of a talk: `{cues, moment, act, siblings, within}`. */
  const turnsOf = (graph, visits) => {
    const turns = [];
    let cues = [];
    let siblings = [];
    let within = 0;
    for (const [at, visit] of visits.entries()) {
      const { moment, way, limit } = visit;
      cues.push(...cuesOf(graph, visit, at === 0));
      const from = way && graph.moments.get(way.from);
      siblings.push(...(from?.ways ?? []).filter((other) => other !== way && other.to !== moment.id));
      if (limit) siblings.push({ to: limit.id, kind: "limit" });
      within = Math.max(within, from?.timer ?? 0);
      const act = actOf(graph, moment);
      if (act) {
        if (!cues.length) cues.push({ who: "fact", text: words.talk_goes_on });
        const seconds = within || graph.within;
        turns.push({ cues, moment, act, siblings, within: seconds >= SHORTEST ? seconds : 0 });
        [cues, siblings, within] = [[], [], 0];
      }
    }
    return turns;
  };

  /** Lines to choose among: the right one, those of the other answers first, then others of the same record. */
  const choicesOf = (graph, turn, random) => {
    const right = { moment: turn.moment, act: turn.act, way: null, isRight: true };
    const taken = [spoken(turn.act.shows)];
    const others = [
      ...shuffled(turn.siblings, random).map((way) => ({ moment: graph.moments.get(way.to), way })),
      ...shuffled([...graph.moments.values()], random).map((moment) => ({ moment, way: null })),
    ];
    const chosen = [right];
    for (const { moment, way } of others) {
      const act = chosen.length < CHOICES && moment && actOf(graph, moment);
      const text = act && spoken(act.shows);
      if (!act || taken.some((line) => line === text || likeness(line, text) > SAME)) continue;
      taken.push(text);
      chosen.push({ moment, act, way, isRight: false });
    }
    return shuffled(chosen, random);
  };

  /** Why a line was not the one: it answers something else, it was said before, its moment is another. */
  const whyNot = ({ moment, way }, said) => {
    if (way?.kind === "limit") return words.mark_limit;
    if (way?.text) return fill(words.mark_branch, { answer: way.text });
    if (said.has(moment.id)) return words.mark_again;
    return words.mark_order;
  };

  /** The marks of a line that was chosen: `{points, level, tells}`. */
  const markChoice = (choice, said) =>
    choice.isRight
      ? { points: 2, level: "said", tells: [] }
      : { points: 0, level: "missed", tells: [whyNot(choice, said)] };

  /** The line of another moment that is nearer to what was typed than the right one. */
  const nearest = (graph, turn, typed) => {
    const sibling = (id) => turn.siblings.find(({ to }) => to === id) ?? null;
    const lines = [...graph.moments.values()]
      .filter((moment) => moment !== turn.moment && moment.part("say"))
      .map((moment) => ({ moment, way: sibling(moment.id), share: likeness(typed, spoken(moment.part("say"))) }));
    return lines.sort((one, other) => other.share - one.share)[0];
  };

  /** The marks of a line that was typed. */
  const markTyped = (graph, turn, typed, said) => {
    const line = spoken(turn.act.says ?? turn.act.shows);
    const { level, share, missing } = matched(typed, line);
    const told = forbidden(typed, graph.never, line).filter(({ when }) => !when);
    if (told.length) {
      const phrases = told.map(({ phrase }) => phrase).join(words.between_phrases);
      return { points: 0, level: "forbidden", tells: [fill(words.mark_never, { phrases })], missing };
    }
    const other = nearest(graph, turn, typed);
    if (level === "missed" && other && other.share >= 0.5 && other.share > share) {
      return { points: 0, level, tells: [whyNot(other, said)], missing: [] };
    }
    const tells = level === "nearly" && missing.length ? [words.mark_left_out] : [];
    return { points: { said: 2, nearly: 1, missed: 0 }[level], level, tells, missing };
  };

  Object.assign(window.Shouce.playing, { turnsOf, choicesOf, markChoice, markTyped });
})();
