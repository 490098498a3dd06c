/* Customers: talks through a script or a fault tree that, between them, take every way there is.

   They are worked out from the graph, the same ones each time: whoever has practised them all has met every answer. */

(() => {
  if (!window.Shouce.playing) return;
  const LONGEST = 14; // moments, before a talk takes the shortest way to its end
  const MOST = 80; // moments at all, where no way leads to an end
  const ROUNDS = 3; // a loop is gone round until its limit, unless that is farther

  /** Numbers from 0 to 1 that look random, and are the same for the same text. */
  const randomOf = (text) => {
    let state = 2166136261;
    for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  };
  const shuffled = (items, random) => {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    return mixed;
  };

  const isChoice = ({ kind }) => kind === "heard" || kind === "decided";

  /** The shortest ways from each of *from* to the first moment that is wanted; null when there is none. */
  const shortest = (moments, from, isWanted) => {
    const seen = new Set(from);
    let fronts = [...from].map((id) => ({ id, ways: [] }));
    while (fronts.length) {
      const found = fronts.find(({ id }) => isWanted(id));
      if (found) return found;
      fronts = fronts.flatMap(({ id, ways }) =>
        moments
          .get(id)
          .ways.filter(({ to }) => moments.has(to) && !seen.has(to) && seen.add(to))
          .map((way) => ({ id: way.to, ways: [...ways, way] })),
      );
    }
    return null;
  };

  /** A talk as it goes on: the moments come to, and by which way; a loop gone round too often leads where its limit says. */
  const talkFrom = (moments, start) => {
    const visits = [{ moment: moments.get(start), way: null }];
    const come = new Map([[start, 1]]);
    const arrive = (way) => {
      const moment = moments.get(way.to);
      const times = (come.get(way.to) ?? 0) + 1;
      come.set(way.to, times);
      const isTooOften = moment.limit && times - 1 > moment.limit.times && moments.has(moment.limit.way.to);
      visits.push({ moment: isTooOften ? moments.get(moment.limit.way.to) : moment, way, limit: isTooOften && moment });
      if (isTooOften) come.set(moment.limit.way.to, (come.get(moment.limit.way.to) ?? 0) + 1);
    };
    return { visits, come, arrive, here: () => visits.at(-1).moment };
  };

  /** Go on to an end: first by ways that no talk has taken yet, then by the shortest. */
  const finish = (moments, talk, isNew) => {
    while (!talk.here().isEnd && talk.here().ways.length && talk.visits.length < MOST) {
      const open = talk.here().ways.filter(({ to }) => moments.has(to));
      const fresh = open.find((way) => isNew(way) && !talk.come.has(way.to));
      const home = shortest(moments, [talk.here().id], (id) => moments.get(id).isEnd)?.ways[0];
      const way = (talk.visits.length < LONGEST && fresh) || home || open[0];
      if (!way) return;
      talk.arrive(way);
    }
  };

  /** The ways from a moment back to itself, as often as it takes to use up its limit. */
  const untilLimit = (moments, moment) => {
    const rounds = moment.ways
      .map((way) => ({ way, back: shortest(moments, [way.to], (id) => id === moment.id) }))
      .filter(({ back }) => back)
      .sort((one, other) => one.back.ways.length - other.back.ways.length);
    if (!rounds.length) return [];
    const round = [rounds[0].way, ...rounds[0].back.ways];
    return Array.from({ length: moment.limit.times + 1 }, () => round).flat();
  };

  /** What has to be met: every other beginning, every answer and outcome, every limit that is near enough. */
  const goalsOf = ({ moments, starts }) => [
    ...starts.map(({ id, entry }) => ({ key: `${id}`, start: id, text: entry, ways: [] })),
    ...[...moments.values()].flatMap((moment) =>
      moment.ways
        .filter((way) => isChoice(way) && moments.has(way.to))
        .map((way, at) => ({ key: `${moment.id}>${at + 1}`, from: moment.id, text: way.text, ways: [way] })),
    ),
    ...[...moments.values()]
      .filter(({ limit }) => limit && limit.times <= ROUNDS)
      .map((moment) => ({ key: `${moment.id}>limit`, from: moment.id, ways: untilLimit(moments, moment) }))
      .filter(({ ways }) => ways.length),
  ];

  /** Customers `{key, no, met, visits}`: `met` are the answers that this one is the first to give. */
  const customersOf = (graph) => {
    const { moments, starts } = graph;
    const taken = new Set();
    const customers = [];
    for (const goal of goalsOf(graph)) {
      if (goal.start ? taken.has(goal.start) : goal.ways.length === 1 && taken.has(goal.ways[0])) continue;
      const lead = goal.start
        ? { id: goal.start, ways: [] }
        : shortest(
            moments,
            starts.map(({ id }) => id),
            (id) => id === goal.from,
          );
      if (!lead) continue;
      const talk = talkFrom(moments, lead.ways[0]?.from ?? lead.id);
      for (const way of [...lead.ways, ...goal.ways]) {
        if (talk.here().id === way.from) talk.arrive(way);
      }
      finish(moments, talk, (way) => isChoice(way) && !taken.has(way));
      const fresh = talk.visits.map(({ way }) => way).filter((way) => way && isChoice(way) && !taken.has(way));
      for (const way of fresh) taken.add(way);
      taken.add(talk.visits[0].moment.id);
      const met = [goal.text, ...fresh.map(({ text }) => text)].filter(Boolean);
      customers.push({
        key: goal.key,
        no: customers.length + 1,
        met: [...new Set(met)],
        isLimited: talk.visits.some(({ limit }) => limit),
        visits: talk.visits,
      });
    }
    return customers;
  };

  Object.assign(window.Shouce.playing, { randomOf, shuffled, customersOf });
})();
