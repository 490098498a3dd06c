/* Which items a self-test asks, and what came of them. */

(() => {
  const { learning } = window.Shouce;
  const MOST = 10;

  const shuffled = (list) => {
    const mixed = [...list];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  };

  /** Those answered wrong last time come first, then those never asked, then those asked longest ago. */
  const urgency = ({ id }) => {
    const known = learning.now().items[id];
    if (!known) return 1;
    return known.ok ? 2 + known.at : 0;
  };
  /** Not the same kind of question twice running where another is as urgent: people stop reading them. */
  const varied = (items) => {
    const left = [...items];
    const taken = [];
    while (left.length) {
      const other = left.findIndex(({ kind }) => kind !== taken.at(-1)?.kind);
      taken.push(...left.splice(Math.max(0, other), 1));
    }
    return taken;
  };
  const draw = (items) => {
    const ranked = shuffled(items).sort((one, other) => urgency(one) - urgency(other));
    return varied(ranked.slice(0, MOST));
  };

  /** The options of an item in the order they are shown; those to be put in order never stand in it already. */
  const laidOut = ({ how, options, right }) => {
    const mixed = shuffled(options);
    const isSolved = how === "order" && mixed.every(([key], at) => key === right[at]);
    return isSolved ? [...mixed.slice(1), mixed[0]] : mixed;
  };
  const isRight = ({ how, right }, keys) =>
    keys.length === right.length &&
    (how === "order" ? right.every((key, at) => key === keys[at]) : right.every((key) => keys.includes(key)));

  /** The topics that an item is of, as `{id, title, isSafety}`. */
  const topicsOf = ({ topics, items }, item) => {
    const number = items.indexOf(item);
    return topics
      .filter(([, , , , numbers]) => numbers.includes(number))
      .map(([id, title, , safety]) => ({ id, title, isSafety: Boolean(safety) }));
  };
  /** Answers by topic, as `{title, isSafety, right, all}`; those of none at the end, under *other*. */
  const byTopic = (data, answers, other) => {
    const groups = new Map();
    for (const { item, isRight: ok } of answers) {
      const [topic = { id: "", title: other, isSafety: false }] = topicsOf(data, item);
      const group = groups.get(topic.id) ?? { ...topic, right: 0, all: 0 };
      groups.set(topic.id, { ...group, right: group.right + ok, all: group.all + 1 });
    }
    return [...groups.values()].sort((one, next) => Number(!one.id) - Number(!next.id));
  };

  Object.assign(learning, { draw, laidOut, isRight, topicsOf, byTopic });
})();
