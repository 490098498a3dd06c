/* What an emergency card is practised by: whom to call, the first acts in order, what to say when, what is never done. */

(() => {
  const card = window.Shouce.playing && document.querySelector("[data-card]");
  if (!card) return;
  const { make } = window.Shouce;
  const { words, never, shown, shuffled, matched } = window.Shouce.playing;
  const MOST_NEVER = 3;
  const ALLOWED = 2; // acts of the card among what is never done

  const all = (places) => [...card.querySelectorAll(places)];
  /* The card as it stands for the handbook that is chosen: read anew for each round. */
  const calls = () =>
    all(".ecard__calls > li:not([hidden])")
      .map((item) => ({
        number: item.querySelector("a > b")?.textContent.trim() ?? "",
        who: item.querySelector(".ecard__of > span")?.textContent.trim() ?? "",
        when: item.querySelector("small")?.textContent.trim() ?? "",
      }))
      .filter(({ number }) => number);
  const acts = () =>
    all(".ecard__acts > li").map((item) => ({
      who: item.querySelector(".ecard__who").textContent.trim(),
      does: item.querySelector(".ecard__who + span"),
    }));
  const sayings = () =>
    all(".ecard__say > p").map((item) => ({
      when: item.querySelector("[data-when]")?.textContent.trim() ?? "",
      line: item.querySelector("q"),
    }));

  const nameOf = ({ number, who }) => [make("b", "", number), who ? ` ${who}` : ""];
  const actOf = ({ who, does }) => [make("b", "", who), " ", ...shown(does)];

  /** A task with one right answer: `{sort, ask, options, right}`, each option as what it shows. */
  const one = (ask, right, others, show, random) => {
    const options = shuffled([right, ...others.slice(0, 3)], random);
    return { sort: "one", ask, options: options.map(show), right: [options.indexOf(right)], good: () => show(right) };
  };

  const callTasks = (random) => {
    const numbers = calls();
    const [first] = numbers;
    const conditional = numbers.filter(({ when }) => when);
    const tasks = [];
    if (first && !first.when && conditional.length) {
      tasks.push(one(words.card_call_first, first, shuffled(conditional, random), nameOf, random));
    }
    const [asked] = shuffled(conditional, random);
    const others = numbers.filter(({ number }) => number !== asked?.number);
    if (asked && others.length) {
      tasks.push({ ...one(words.card_call_when, asked, shuffled(others, random), nameOf, random), when: asked.when });
    }
    return tasks;
  };
  const orderTask = (random) => {
    const right = acts();
    if (right.length < 2) return [];
    let mixed = shuffled(right, random);
    if (mixed.every((act, at) => act === right[at])) mixed = [...mixed.slice(1), mixed[0]];
    const order = right.map((act) => mixed.indexOf(act));
    const good = () => [make("ol", "card-good", ...right.map((act) => make("li", "", ...actOf(act))))];
    return [{ sort: "order", ask: words.card_order, options: mixed.map(actOf), right: order, good }];
  };
  const quote = ({ line }) => [make("q", "", ...shown(line))];
  const sayTask = (random, isTyped) => {
    const lines = sayings();
    const [asked] = shuffled(
      lines.filter(({ when }) => when),
      random,
    );
    if (!asked || (lines.length < 2 && !isTyped)) return [];
    const others = lines.filter((line) => line !== asked);
    const task = { ...one(words.card_say, asked, shuffled(others, random), quote, random), when: asked.when };
    return [isTyped ? { ...task, sort: "typed", line: asked.line } : task];
  };
  /** The first words of an act: as short as what is never done. */
  const beginning = (text) => text.split(/[：；。，:;,.]/)[0];
  const neverTask = (random) => {
    const wrong = shuffled(never, random).slice(0, MOST_NEVER);
    const allowed = shuffled(acts(), random)
      .slice(0, ALLOWED)
      .map(({ does }) => beginning(does.textContent.trim()));
    if (!wrong.length) return [];
    const options = shuffled([...wrong, ...allowed], random);
    const right = wrong.map((text) => options.indexOf(text)).sort((a, b) => a - b);
    const good = () => [make("ul", "card-good", ...never.map((text) => make("li", "", text)))];
    return [{ sort: "all", ask: words.card_never, options: options.map((text) => [text]), right, good }];
  };

  /** The tasks of a round, in the order of the card. */
  const tasksOf = (random, isTyped) => [
    ...callTasks(random),
    ...orderTask(random),
    ...sayTask(random, isTyped),
    ...neverTask(random),
  ];

  const LEVEL = ["missed", "nearly", "said"];
  const marks = (points) => ({ points, level: LEVEL[points] });
  const same = (one_, other) => one_.length === other.length && one_.every((item, at) => item === other[at]);
  /** The marks of an answer: the places of the options that were chosen, or what was typed. */
  const markTask = ({ sort, right, options, line }, answer) => {
    if (sort === "typed") {
      const { level } = matched(answer, line.textContent);
      return marks(LEVEL.indexOf(level));
    }
    if (sort === "order") return marks(same(answer, right) ? 2 : Number(answer[0] === right[0]));
    const slips = options.filter((_, at) => answer.includes(at) !== right.includes(at)).length;
    if (sort === "all") return marks(Math.max(0, 2 - slips));
    return marks(slips ? 0 : 2);
  };

  Object.assign(window.Shouce.playing, { tasksOf, markTask });
})();
