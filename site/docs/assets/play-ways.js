/* Customers: talks through a script or a fault tree that, between them, take every way there is.

   They are worked out from the graph as in the terminal (`training/study/customers.py`), the same ones each time: whoever
   has practised them all has met every answer. `tests/data/role-play.json` holds both to the same customers. */

(() => {
  if (!window.Shouce.playing) return;
  const { LONGEST, MOST, ROUNDS } = window.Shouce.playing.thresholds;

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

  /** What has to be met: every other beginning, every answer and outcome, every limit that is near enough, all else. */
  const goalsOf = ({ moments, starts }) => [
    ...starts.map(({ id, entry }) => ({ key: id, start: id, text: entry, ways: [] })),
    ...[...moments.values()].flatMap((moment) =>
      moment.ways
        .filter((way) => isChoice(way) && moments.has(way.to))
        .map((way, at) => ({ key: `${moment.id}>${at + 1}`, from: moment.id, text: way.text, ways: [way] })),
    ),
    ...[...moments.values()]
      .filter(({ limit }) => limit && limit.times <= ROUNDS)
      .map((moment) => ({ key: `${moment.id}>limit`, from: moment.id, ways: untilLimit(moments, moment) }))
      .filter(({ ways }) => ways.length),
    ...[...moments.keys()].map((id) => ({ key: id, from: id, ways: [] })),
  ];
  const isMet = ({ start, from, ways }, taken, been) => {
    if (ways.length) return ways.length === 1 && taken.has(ways[0]);
    return !start && been.has(from);
  };
  /** The talk that meets a goal, as its visits; null where nothing leads there. */
  const talkOf = ({ moments, starts }, goal, taken) => {
    const from = starts.map(({ id }) => id);
    const lead = goal.start ? { id: goal.start, ways: [] } : shortest(moments, from, (id) => id === goal.from);
    if (!lead) return null;
    const talk = talkFrom(moments, lead.ways[0]?.from ?? lead.id);
    for (const way of [...lead.ways, ...goal.ways]) {
      if (talk.here().id === way.from) talk.arrive(way);
    }
    finish(moments, talk, (way) => isChoice(way) && !taken.has(way));
    return talk.visits;
  };

  /** Customers `{key, no, met, isLimited, visits}`: `met` are the answers that this one is the first to give. */
  const customersOf = (graph) => {
    const taken = new Set();
    const been = new Set();
    const customers = [];
    for (const goal of goalsOf(graph)) {
      const visits = isMet(goal, taken, been) ? null : talkOf(graph, goal, taken);
      if (!visits) continue;
      const fresh = visits.map(({ way }) => way).filter((way) => way && isChoice(way) && !taken.has(way));
      for (const way of fresh) taken.add(way);
      for (const { moment } of visits) been.add(moment.id);
      customers.push({
        key: goal.key,
        no: customers.length + 1,
        met: [...new Set([goal.text, ...fresh.map(({ text }) => text)].filter(Boolean))],
        isLimited: visits.some(({ limit }) => limit),
        visits,
      });
    }
    return customers;
  };

  window.Shouce.playing.customersOf = customersOf;
})();
