/* After a talk: the score, and the transcript with what a good agent would have said. */

(() => {
  if (!window.Shouce.playing) return;
  const { make, icon, button, lang, languages, does } = window.Shouce;
  const { words, shown, spoken, markOf, scoreOf, tellOf, pointsOf, verdictOf } = window.Shouce.playing;

  /** What a good agent says or does in that moment; what somebody left out of the line is marked. */
  const goodOf = ({ act, marks, isTyped }) => {
    const line = isTyped ? act.says : act.shows;
    const text = marks.missing.length ? withMissing(spoken(line), marks.missing) : shown(line);
    return make(
      "p",
      "good",
      make("b", "", act.sort === "say" || line === act.says ? words.good_says : words.good_does),
      make("span", "", ...text),
    );
  };
  const withMissing = (line, missing) => {
    const parts = [];
    let rest = line;
    for (const clause of missing) {
      const at = rest.indexOf(clause);
      if (at < 0) continue;
      parts.push(rest.slice(0, at), make("mark", "", clause));
      rest = rest.slice(at + clause.length);
    }
    return [...parts, rest];
  };

  /** What else belongs to the moment. */
  const ALSO = { say: ["do", "note"], do: ["note"], check: ["cause", "remedy", "say", "do"] };
  const alsoOf = ({ act, moment }) => {
    const names = {
      cause: words.also_cause,
      remedy: words.also_remedy,
      say: words.also_say,
      do: words.also_do,
      note: words.also_note,
    };
    return ALSO[act.sort]
      .filter((name) => moment.part(name) && moment.part(name) !== act.shows)
      .map((name) => make("p", "also", make("b", "", names[name]), make("span", "", ...shown(moment.part(name)))));
  };

  const cuesOf = (cues) =>
    cues.map(({ asked, text }) => make("p", "", asked ? make("span", "soft", `${asked} `) : "", text));

  const rowOf = (line, at) => {
    const link = make("a", "", ...shown(line.act.shows));
    link.href = `#${line.moment.id}`;
    return make(
      "li",
      `turned is-${line.marks.level}`,
      make("b", "turned__no", String(at + 1)),
      make("div", "turned__cues", ...cuesOf(line.cues)),
      make(
        "div",
        "turned__mine",
        make("b", "", words.you_said),
        make("p", "", ...line.answer.map((node) => (node instanceof Node ? node.cloneNode(true) : node))),
      ),
      make("div", "turned__marks", markOf(line.marks.level, tellOf(line.marks)), line.isLate ? markOf("late") : ""),
      make("div", "turned__good", goodOf(line), ...alsoOf(line)),
    );
  };

  /** How it ended, where nothing was to be done any more. */
  const restOf = (cues) => (cues.length ? make("li", "turned", make("div", "turned__cues", ...cuesOf(cues))) : "");
  const wordOf = (verdict) =>
    ({
      all: words.verdict_all,
      good: words.verdict_good,
      half: words.verdict_half,
      again: words.verdict_again,
    })[verdict];

  /** The result of a talk: its element, `score` and `of`. */
  const resultOf = ({ title, told, rest, ways, again, another, leave }) => {
    const { score, of } = pointsOf(told);
    const first = make("button", "button button--first", icon("chat"), make("span", "", words.another_customer));
    first.type = "button";
    first.addEventListener("click", another);
    const day = new Date().toLocaleDateString(languages[lang].tag, { dateStyle: "long" });
    const record = document.querySelector("h1").cloneNode(true);
    record.querySelector(".kind")?.remove();
    const element = make(
      "section",
      "practice practice--result",
      make("p", "transcript__of", `${record.textContent.trim()} · ${title} · ${day}`),
      make("div", "practice__head", make("h2", "", wordOf(verdictOf(score, of))), make("p", "", ways)),
      scoreOf(score, of),
      make(
        "p",
        "practice__go",
        first,
        button(words.same_again, "repeat", again),
        button(words.print_transcript, "printer", () => does.print()),
        button(words.to_customers, "list", leave),
      ),
      make("h3", "", words.transcript),
      make("ol", "transcript", ...told.map(rowOf), restOf(rest)),
      make("p", "transcript__sign", words.transcript_sign),
      make("p", "soft", words.transcript_note),
    );
    element.setAttribute("aria-label", words.transcript);
    return { element, score, of };
  };

  Object.assign(window.Shouce.playing, { resultOf, goodOf });
})();
