/* Before a talk with a customer and after it: who is next, how one wants to practise, how many were practised. */

(() => {
  const { playing, make, icon, button, fill } = window.Shouce;
  const list = playing && document.querySelector("[data-play]");
  if (!list) return;
  const { address, words, glide, readGraph, customersOf, talkWith, resultOf, stageOf } = playing;
  const { randomOf, shuffled, learning, wishesBox, onEscape } = playing;
  const graph = readGraph(list);
  const customers = customersOf(graph);
  const title = words.talk_title;
  let panel = null; // what stands in the place of the list
  let stage = null; // and what it stands on while a talk goes on
  let press = () => false;
  let waysDone = new Set();
  let rounds = 0;

  const put = (element) => {
    const before = stage?.element ?? panel;
    if (before) before.replaceWith(element);
    else list.before(element);
    stage?.close();
    stage = null;
    panel = element;
    element.tabIndex = -1;
    document.documentElement.classList.add("is-practising");
  };
  const close = () => {
    panel?.remove();
    panel = null;
    press = () => false;
    document.documentElement.classList.remove("is-practising", "has-transcript");
    list.previousElementSibling?.scrollIntoView({ block: "center" });
  };

  /* Before a talk: which customer, and how. */
  const nameOf = (customer) =>
    customer.isLimited && !customer.met.length ? words.customer_stubborn : customer.met.slice(0, 4).join(" · ");
  const nextOne = (last) => {
    const open = customers.filter(({ key }) => !waysDone.has(key));
    const from = open.length ? open : customers.filter((customer) => customer !== last);
    return shuffled(from.length ? from : customers, randomOf(`${address} ${waysDone.size} ${rounds}`))[0];
  };
  const customerButton = (customer) => {
    const isDone = waysDone.has(customer.key);
    const one = make(
      "button",
      `customer${isDone ? " is-done" : ""}`,
      isDone ? icon("check") : make("i", "", String(customer.no)),
      make("span", "", nameOf(customer)),
      isDone ? make("span", "sr", words.customer_done) : "",
    );
    one.type = "button";
    one.addEventListener("click", () => talk(customer));
    return make("li", "", one);
  };
  const practised = () => customers.filter(({ key }) => waysDone.has(key)).length;
  const waysText = () => fill(words.ways_done, { n: practised(), all: customers.length });
  const coverage = () => {
    const bar = make("progress");
    bar.max = customers.length;
    bar.value = practised();
    bar.setAttribute("aria-label", waysText());
    return make("div", "coverage", bar, make("p", "", waysText()));
  };
  const begin = async () => {
    const kept = await learning();
    if (kept) waysDone = new Set([kept.done("practise", address)?.ways ?? []].flat());
    const go = make("button", "button button--first", icon("play"), make("span", "", words.next_customer));
    go.type = "button";
    go.addEventListener("click", () => talk(nextOne()));
    const fold = make(
      "details",
      "practice__which",
      make("summary", "", words.which_customer),
      make("ol", "customers", ...customers.map(customerButton)),
    );
    const head = make("div", "practice__head", make("h2", "", title), make("p", "", words.talk_lead));
    const leave = button(words.leave_practice, "cross", close);
    const intro = make(
      "section",
      "practice",
      head,
      coverage(),
      wishesBox(),
      make("p", "practice__go", go, leave),
      fold,
    );
    intro.setAttribute("aria-label", title);
    document.documentElement.classList.remove("has-transcript");
    put(intro);
    press = onEscape(close);
    intro.scrollIntoView({ block: "start", behavior: glide });
    go.focus({ preventScroll: true });
  };

  const talk = (customer) => {
    rounds += 1;
    const title_ = fill(words.customer_no, { n: customer.no });
    const random = randomOf(`${address} ${customer.key} ${rounds}`);
    const frame = talkWith(graph, customer, {
      title: title_,
      random,
      leave: begin,
      finish: (told, rest) => finish(customer, title_, told, rest),
    });
    put(frame.element);
    stage = stageOf(title_, begin);
    stage.open(frame.element, frame.element);
    press = frame.press;
    frame.start();
  };
  const finish = (customer, title_, told, rest) => {
    waysDone.add(customer.key);
    const { element, score, of } = resultOf({
      title: title_,
      told,
      rest,
      ways: waysText(),
      again: () => talk(customer),
      another: () => talk(nextOne(customer)),
      leave: begin,
    });
    learning().then((kept) => kept?.record("practise", address, { score, of, ways: [...waysDone] }));
    put(element);
    press = onEscape(begin);
    document.documentElement.classList.add("has-transcript");
    element.scrollIntoView({ block: "start" });
    element.focus({ preventScroll: true });
  };

  playing.talk = {
    isOpen: () => Boolean(panel),
    open: begin,
    close: () => panel && close(),
    press: (key) => press(key),
  };
})();
