/* A talk with one customer, turn by turn: what happens, what is to be said or done then, what else one might choose. */

(() => {
  if (!window.Shouce.playing) return;
  const { fill } = window.Shouce;
  const { words, spoken, shuffled, likeness, thresholds } = window.Shouce.playing;
  const { CHOICES, SAME, SHORTEST } = thresholds;

  /** What somebody does in a moment: `say` a line, `do` something, in a tree `check` or settle it; null for none. */
  const actOf = ({ kind }, moment) => {
    const { part, acts } = moment;
    if (!acts) return null;
    const shows = part(acts) ?? part("title");
    if (kind === "tree") return { sort: "check", shows, says: part("say") };
    return acts === "say" ? { sort: "say", shows, says: shows } : { sort: "do", shows, says: null };
  };

  /** What is shown before somebody acts: what the other side says, what turns out, how it begins. */
  const cuesOf = ({ kind, moments }, { way, moment, limit }, isFirst) => {
    const cues = [];
    if (isFirst && moment.isSymptom) cues.push({ who: "they", text: spoken(moment.part("title")) });
    else if (isFirst) cues.push({ who: "fact", text: moment.entry || words.talk_begins });
    if (way?.kind === "heard") cues.push({ who: "they", text: way.text });
    if (way?.kind === "decided") {
      const { part } = moments.get(way.from);
      const asked = spoken(part("ask") ?? part("check") ?? part("title"));
      cues.push({ who: kind === "tree" ? "they" : "fact", asked, text: way.text });
    }
    if (limit) cues.push({ who: "fact", text: fill(words.talk_limit, { n: limit.limit.times }) });
    return cues;
  };
  const siblingsOf = ({ moments }, { way, moment, limit }) => [
    ...(way ? moments.get(way.from).ways : []).filter((other) => other !== way && other.to !== moment.id),
    ...(limit ? [{ kind: "limit", to: limit.id }] : []),
  ];

  /** The turns of a talk, `{cues, moment, act, siblings, within}`, and the cues that are shown after the last. */
  const turnsOf = (graph, visits) => {
    const turns = [];
    let cues = [];
    let siblings = [];
    let within = 0;
    for (const [at, visit] of visits.entries()) {
      const { moment, way } = visit;
      cues.push(...cuesOf(graph, visit, at === 0));
      siblings.push(...siblingsOf(graph, visit));
      within = Math.max(within, way ? graph.moments.get(way.from).timer : 0);
      const act = actOf(graph, moment);
      if (act) {
        if (!cues.length) cues.push({ who: "fact", text: words.talk_goes_on });
        const seconds = within || graph.within;
        turns.push({ cues, moment, act, siblings, within: seconds >= SHORTEST ? seconds : 0 });
        [cues, siblings, within] = [[], [], 0];
      }
    }
    return { turns, rest: cues };
  };

  /** Lines to choose among, `{moment, act}`: the right one, those of the other answers first, then others. */
  const choicesOf = (graph, turn, random) => {
    const taken = [spoken(turn.act.shows)];
    const chosen = [{ moment: turn.moment, act: turn.act }];
    const others = [
      ...shuffled(turn.siblings, random).map(({ to }) => graph.moments.get(to)),
      ...shuffled([...graph.moments.values()], random),
    ];
    for (const moment of others) {
      const act = chosen.length < CHOICES && moment && actOf(graph, moment);
      const text = act && spoken(act.shows);
      if (!act || taken.some((line) => line === text || likeness(line, text) > SAME)) continue;
      taken.push(text);
      chosen.push({ moment, act });
    }
    return shuffled(chosen, random);
  };

  Object.assign(window.Shouce.playing, { turnsOf, choicesOf });
})();
