/* What the page's player gives for the cases of `tests/data/role-play.json`; put into a page by tests. */

window.rolePlay = (() => {
  const { playing } = window.Shouce;
  const { thresholds, matched, forbidden, customersOf, turnsOf, spoken, readGraph } = playing;
  const { markChoice, markTyped, pointsOf, verdictOf } = playing;

  const typed = (cases) =>
    cases.map((given) => {
      const { level, share, missing } = matched(given.typed, given.line);
      const found = forbidden(given.typed, given.never, given.line).map(({ phrase, when }) => [phrase, when]);
      return { ...given, level, share: Math.round(share * 1e6) / 1e6, missing, forbidden: found };
    });

  /** The moments of a case as they would be read from a page. */
  const graphOf = (given) => {
    const momentOf = ([name, node]) => {
      const id = `node-${name}`;
      const wayOf = (kind, to, text = "") => ({ kind, from: id, to: `node-${to}`, text });
      const answers = (kind) => Object.entries(node[kind] ?? {}).map(([text, to]) => wayOf(kind, to, text));
      const next = node.next ? [wayOf("next", node.next)] : [];
      return {
        id,
        starts: Boolean(node.start),
        entry: node.entry ?? "",
        isEnd: Boolean(node.end),
        limit: node.limit && { times: node.limit[0], way: wayOf("limit", node.limit[1]) },
        ways: [...answers("heard"), ...answers("decided"), ...next],
      };
    };
    const all = Object.entries(given).map(momentOf);
    const start = all.find(({ starts }) => starts) ?? all[0];
    const starts = [start, ...all.filter((moment) => moment !== start && moment.entry)];
    return { moments: new Map(all.map((moment) => [moment.id, moment])), starts };
  };
  const customerOf = ({ key, met, visits }) => ({ key, met, visits: visits.map(({ moment }) => moment.id) });
  const graphs = (cases) =>
    cases.map((given) => ({ ...given, customers: customersOf(graphOf(given.moments)).map(customerOf) }));

  const cueOf = ({ who, asked = "", text }) => [who, asked, text];
  const turnOf = ({ moment, act, cues, siblings, within }) => ({
    moment: moment.id,
    act: [act.sort, spoken(act.shows), spoken(act.says)],
    cues: cues.map(cueOf),
    siblings: siblings.map(({ kind, to }) => [kind, to]),
    within,
  });
  const roundOf = (graph, turns, answers) => {
    const said = new Set();
    const told = turns.map((turn, at) => {
      const { type, choose, late } = answers[at];
      const marks = choose
        ? markChoice(turn, graph.moments.get(choose), said)
        : markTyped(graph, turn, type, said);
      said.add(turn.moment.id);
      return { marks, isTimed: turn.within > 0, isLate: Boolean(late) };
    });
    const { score, of } = pointsOf(told);
    const marks = told.map(({ marks: { level, why, about, missing } }) => [level, why, about, missing]);
    return { answers, marks, score, of, verdict: verdictOf(score, of) };
  };
  /** The customers of the page, with the rounds that are given for each. */
  const talks = (given) => {
    const graph = readGraph(document.querySelector("[data-play]"));
    return customersOf(graph).map((customer, at) => {
      const { turns, rest } = turnsOf(graph, customer.visits);
      const rounds = given[at]?.rounds ?? [];
      return {
        ...customerOf(customer),
        turns: turns.map(turnOf),
        rest: rest.map(cueOf),
        rounds: rounds.map(({ answers }) => roundOf(graph, turns, answers)),
      };
    });
  };

  return { thresholds, typed, graphs, talks };
})();
