/* Practising a script or a fault tree: a customer answers, the learner says the next line, until the talk is over. */

(() => {
  const { playing, make, icon, button, fill } = window.Shouce;
  const list = playing && document.querySelector("[data-play]");
  if (!list) return;
  const { address, words, glide, shown, readGraph, customersOf, turnsOf, choicesOf, markChoice, markTyped, forbidden } =
    playing;
  const { randomOf, shuffled, learning, wishes, wishesBox, picks, focusOn, frameOf, onEscape, markOf } = playing;
  const graph = readGraph(list);
  const customers = customersOf(graph);
  const title = words.talk_title;
  let panel = null; // what stands in the place of the list
  let press = () => false;
  let waysDone = new Set();
  let rounds = 0;

  const put = (element) => {
    if (panel) panel.replaceWith(element);
    else list.before(element);
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
  const coverage = () => {
    const bar = make("progress");
    bar.max = customers.length;
    bar.value = customers.filter(({ key }) => waysDone.has(key)).length;
    const text = fill(words.ways_done, { n: bar.value, all: bar.max });
    bar.setAttribute("aria-label", text);
    return make("div", "coverage", bar, make("p", "", text));
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

  /* The talk itself. */
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

  const talk = (customer) => {
    const { turns, rest } = turnsOf(graph, customer.visits);
    const random = randomOf(`${address} ${customer.key} ${rounds}`);
    const frame = frameOf(fill(words.customer_no, { n: customer.no }), begin);
    const log = make("ol", "talk");
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", words.talk_log);
    const said = new Set();
    const told = []; // a line of the transcript for each turn
    let clock = null;
    rounds += 1;
    frame.body.append(log);
    put(frame.element);
    press = frame.press;

    const finish = () => {
      frame.stop();
      log.append(...rest.map(cueOf));
      waysDone.add(customer.key);
      const result = playing.resultOf({
        title: fill(words.customer_no, { n: customer.no }),
        told,
        ways: fill(words.ways_done, {
          n: customers.filter(({ key }) => waysDone.has(key)).length,
          all: customers.length,
        }),
        again: () => talk(customer),
        another: () => talk(nextOne(customer)),
        leave: begin,
      });
      const { score, of } = result;
      learning().then((kept) => kept?.record("practise", address, { score, of, ways: [...waysDone] }));
      put(result.element);
      press = onEscape(begin);
      document.documentElement.classList.add("has-transcript");
      result.element.scrollIntoView({ block: "start" });
      result.element.focus({ preventScroll: true });
    };

    const settle = (turn, answer, marks) => {
      const isLate = Boolean(clock?.isOut());
      const line = {
        cues: turn.cues,
        act: turn.act,
        moment: turn.moment,
        answer,
        marks,
        isTimed: Boolean(clock),
        isLate,
      };
      clock?.stop();
      told.push(line);
      said.add(turn.moment.id);
      const good = marks.level === "said" ? "" : playing.goodOf(line);
      log.append(
        make(
          "li",
          `talk__we is-${marks.level}`,
          make("p", "bubble bubble--we", ...answer),
          markOf(marks.level, ...marks.tells),
          isLate ? markOf("late") : "",
          good,
        ),
      );
      frame.body.lastElementChild.remove();
      next();
    };

    const choose = (turn) => {
      const choices = choicesOf(graph, turn, random);
      const asks = turn.act.sort === "say" ? words.what_say : words.what_do;
      return picks(
        asks,
        choices.map(({ act }) => actOf(act)),
        (at) => settle(turn, actOf(choices[at].act), markChoice(choices[at], said)),
      );
    };

    const type = (turn) => {
      const box = make("textarea", "");
      box.rows = 2;
      box.maxLength = 400;
      const send = make("button", "button button--first", make("span", "", words.say_it));
      const hint = make("p", "compose__hint");
      hint.setAttribute("role", "status");
      const warn = () => {
        const found = forbidden(box.value, graph.never);
        const texts = found.map(({ phrase, when }) =>
          fill(when ? words.hint_when : words.hint_never, { phrase, when }),
        );
        hint.textContent = texts[0] ?? "";
        hint.hidden = !texts.length;
      };
      const form = make(
        "form",
        "compose",
        make("label", "", make("span", "picks__ask", words.what_say_typed), box),
        hint,
        send,
      );
      hint.hidden = true;
      box.addEventListener("input", warn);
      box.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        form.requestSubmit();
      });
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const typed = box.value.trim();
        if (typed) settle(turn, [typed], markTyped(graph, turn, typed, said));
      });
      return form;
    };

    const next = () => {
      const turn = turns[told.length];
      if (!turn) {
        finish();
        return;
      }
      frame.count.textContent = `${told.length + 1} / ${turns.length}`;
      log.append(...turn.cues.map(cueOf));
      const canType = turn.act.sort === "say" || turn.act.says;
      const compose = wishes().isTyped && canType ? type(turn) : choose(turn);
      frame.body.append(compose);
      clock = frame.time(turn.within);
      focusOn(compose);
    };
    next();
  };

  playing.talk = {
    isOpen: () => Boolean(panel),
    open: begin,
    close: () => panel && close(),
    press: (key) => press(key),
  };
})();
