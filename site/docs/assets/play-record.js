/* What was played, to be handed on: what was asked and answered, and where a fault tree ends, the remedy or the order
   for whoever takes over. */

(() => {
  const { playing, make, icon, button, lang, languages, telling } = window.Shouce;
  if (!playing) return;
  const { words, spoken } = playing;

  const said = (moment, name) => spoken(moment.part(name));
  const formsOf = (moments) => [
    ...new Map(moments.flatMap(({ forms }) => forms.map((form) => [form.href, form]))).values(),
  ];

  /** One moment in a line or two: what was said and done, what was asked, and the answer. */
  const toldOf = ({ moment }, answer) => {
    const question = said(moment, "check") || said(moment, "ask") || (answer ? said(moment, "title") : "");
    const isCheck = question && moment.part("title");
    const lines = isCheck
      ? [question]
      : [moment.isCause ? said(moment, "title") : said(moment, "say"), said(moment, "remedy"), said(moment, "do")];
    const told = [...new Set([...lines, question].filter(Boolean))].join(" ");
    return { told: told || said(moment, "title"), answer };
  };

  /** What is to be done at the end of a fault tree: what was found since the last answer. */
  const resultOf = (tail) => {
    const each = (name) => tail.map((moment) => said(moment, name)).filter(Boolean);
    const causes = tail.filter(({ isCause }) => isCause).map((moment) => said(moment, "title"));
    return [
      [words.also_cause, causes],
      [words.also_remedy, each("remedy")],
      [words.do_tag, each("do")],
      [words.order_who, [...new Set(tail.map(({ who }) => who).filter(Boolean))]],
      [words.order_within, tail.map(({ within }) => within).filter(Boolean)],
      [words.also_say, each("say")],
    ].filter(([, lines]) => lines.length);
  };

  /** The record of a path: its title, its parts as [label, lines], and the forms it names. */
  const recordOf = (kind, path) => {
    const story = path.map((place, at) => toldOf(place, path[at + 1]?.way?.text ?? ""));
    const isDone = kind === "tree" && path.at(-1).moment.isEnd;
    const last = isDone ? story.map(({ answer }) => Boolean(answer)).lastIndexOf(true) : story.length - 1;
    const tail = isDone ? path.slice(last + 1).map(({ moment }) => moment) : [];
    const isOrder = tail.some(({ who }) => who);
    return {
      title: isOrder ? words.order : isDone ? words.remedy_title : words.record,
      isDone,
      isOrder,
      story: story.slice(0, last + 1),
      result: resultOf(tail),
      forms: formsOf(path.map(({ moment }) => moment)),
    };
  };

  const stamp = () =>
    new Date().toLocaleString(languages[lang].tag, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  const nameOfRecord = () => {
    const head = document.querySelector("h1").cloneNode(true);
    head.querySelector(".kind")?.remove();
    return head.textContent.trim();
  };

  const textOf = ({ title, isOrder, story, result, forms }) => {
    const asked = story.map(({ told, answer }, at) => `${at + 1}. ${told}${answer ? ` → ${answer}` : ""}`);
    return [
      `${title} · ${nameOfRecord()} · ${stamp()}`,
      ...(isOrder ? [words.order_customer] : []),
      ...(asked.length ? [words.asked, ...asked] : []),
      ...result.map(([label, lines]) => `${label}${words.record_colon}${lines.join("\n")}`),
      ...(forms.length
        ? [`${words.order_forms}${words.record_colon}${forms.map(({ title: name }) => name).join(" · ")}`]
        : []),
      location.href,
    ].join("\n");
  };

  const storyOf = (story) =>
    make(
      "ol",
      "record__story",
      ...story.map(({ told, answer }) =>
        make("li", "", make("span", "", told), answer ? make("b", "", `→ ${answer}`) : ""),
      ),
    );
  const formLink = ({ href, title }) => {
    const link = make("a", "chip chip--form", icon("edit"), title);
    link.href = `${href.split("#")[0]}#fill`; // where its page takes what is written in
    return link;
  };
  const sheetOf = ({ title, isOrder, story, result, forms }) =>
    make(
      "section",
      "record",
      make("h3", "record__title", title),
      make("p", "record__of", `${nameOfRecord()} · ${stamp()}`),
      isOrder ? make("p", "record__customer", words.order_customer) : "",
      ...result.map(([label, lines]) =>
        make(
          "p",
          "record__line",
          make("b", "", label),
          make("span", "", ...lines.map((line) => make("span", "record__each", line))),
        ),
      ),
      forms.length
        ? make("p", "chips record__forms", make("b", "lead-in", words.order_forms), ...forms.map(formLink))
        : "",
      story.length ? make("p", "record__asked", words.asked) : "",
      story.length ? storyOf(story) : "",
    );

  /** Print a copy of *element* and nothing else of the page. */
  const printAlone = (element) => {
    const copy = make("div", "print-alone", element.cloneNode(true));
    document.querySelector(".sheet").append(copy);
    document.documentElement.classList.add("prints-alone");
    const done = () => {
      copy.remove();
      document.documentElement.classList.remove("prints-alone");
    };
    addEventListener("afterprint", done, { once: true });
    window.print();
  };

  /** What stands below a moment: the record so far, folded until there is an end. */
  const foldOf = (kind, path) => {
    const record = recordOf(kind, path);
    const sheet = sheetOf(record);
    const buttons = make(
      "p",
      "player__buttons",
      telling.copyButton(() => textOf(record), words.copy_text, words.copied),
      button(words.print_record, "printer", () => printAlone(sheet)),
    );
    const fold = make("details", "player__record", make("summary", "", icon("list"), record.title), sheet, buttons);
    fold.open = path.at(-1).moment.isEnd;
    return fold;
  };

  playing.recordFold = foldOf;
})();
