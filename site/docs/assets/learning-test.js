/* A self-test, or what has to be repeated today: its items one at a time, and at the end what came of them. */

(() => {
  const { learning, make, icon, button, fill } = window.Shouce;
  const { words } = learning;

  /**
   * Ask *items* in *holder*, then sum up.
   * @param {HTMLElement} holder
   * @param {object} data of the course
   * @param {object[]} items
   * @param {{title: string, isAgain?: boolean, finish?: (score: number, of: number) => void, close: () => void}} round
   *   `isAgain` asks once more what was just wrong: that counts for nothing
   */
  const run = async (holder, data, items, round) => {
    const answers = [];
    let isStopped = false;
    const stop = button(words.stop_test, "cross", () => {
      isStopped = true;
      if (answers.length) summary(holder, data, answers, round, true);
      else round.close();
    });
    const place = make("div");
    const bar = make("progress");
    bar.max = items.length;
    bar.value = 0;
    bar.setAttribute("aria-hidden", "true");
    holder.replaceChildren(make("p", "quiz__head", make("b", "", round.title), stop), bar, place);
    for (const [at, item] of items.entries()) {
      const head = make("b", "", fill(words.item_of, { n: at + 1, all: items.length }));
      const answered = (isRight) => {
        bar.value = at + 1;
        answers.push({ item, isRight });
        if (!round.isAgain) learning.answered(item.id, isRight, data.course);
      };
      const isLast = at === items.length - 1;
      await learning.ask(place, data, item, { head, isLast, comesBack: !round.isAgain, answered });
      if (isStopped) return;
    }
    const score = answers.filter(({ isRight }) => isRight).length;
    if (!round.isAgain) round.finish?.(score, answers.length);
    summary(holder, data, answers, round, false);
  };

  /** What came of a round: by topic, and what was wrong, to be asked again at once or read. */
  const summary = (holder, data, answers, round, isCut) => {
    const wrong = answers.filter(({ isRight }) => !isRight).map(({ item }) => item);
    const all = answers.length;
    const title = make("h4", "", fill(words.summary, { right: all - wrong.length, all }));
    title.tabIndex = -1;
    const again = button(fill(words.wrong_again, { n: wrong.length }), "repeat", () =>
      run(holder, data, wrong, { ...round, isAgain: true }),
    );
    again.className = "button";
    const close = button(words.close_test, "check", round.close);
    close.className = "button button--first";
    holder.replaceChildren(
      make("p", "quiz__head", make("b", "", round.title)),
      title,
      isCut ? make("p", "soft", words.was_cut) : "",
      topics(data, answers),
      wrong.length ? mistakes(wrong, round.isAgain) : make("p", "", words.all_right),
      make("p", "quiz__bar", close, wrong.length ? again : ""),
    );
    title.focus();
  };

  const topics = (data, answers) =>
    make(
      "ul",
      "quiz__topics",
      ...learning
        .byTopic(data, answers, words.other_topics)
        .map(({ title, isSafety, right, all }) =>
          make(
            "li",
            "",
            make("span", "", title),
            isSafety ? make("span", "chip chip--must", icon("alert"), words.safety) : "",
            make("b", "", `${right} / ${all}`),
          ),
        ),
    );

  const mistakes = (wrong, isAgain) =>
    make(
      "div",
      "",
      make("p", "", isAgain ? words.look_again : words.look_and_tomorrow),
      make(
        "ul",
        "quiz__mistakes",
        ...wrong.map((item) => make("li", "", make("span", "", item.stem), learning.source(item))),
      ),
    );

  learning.run = run;
})();
