/* Draws an answer, whoever gave it: the server, or the index that lies beside the pages. Data becomes text, never markup. */

(() => {
  const {
    lang: pageLang,
    languages,
    longest,
    root,
    data,
    say,
    fill,
    make,
    icon,
    button,
    answerCard,
    danger,
    telling,
    reaching,
  } = window.Shouce;
  const STATES = { draft: say("draft"), approved: say("approved"), withdrawn: say("withdrawn") };

  const link = (href, classes, ...children) => {
    const element = make("a", classes, ...children);
    element.href = href;
    return element;
  };
  const chip = (kind, name, text, href) =>
    href ? link(href, `chip chip--${kind}`, icon(name), text) : make("span", `chip chip--${kind}`, icon(name), text);

  /** The page and files of a form that an answer names by code or address. */
  const formOf = (answer, name) => {
    const { forms = {}, codes = {} } = data.catalogue ?? {};
    return forms[name] ?? forms[codes[`${answer.handbook}/${name}`]];
  };
  /** What an answer is about: the step or article, or the record where it is meant as a whole. */
  const headOf = (answer) => {
    const whole = (data.catalogue?.kinds ?? []).includes(answer.section);
    return whole || !answer.section ? answer.title : answer.section;
  };
  const bookOf = (answer) => data.catalogue?.handbooks?.[answer.handbook]?.[answer.lang] ?? "";
  const at = (url) => `${root}/${url}`;

  const chips = (answer) => {
    const forms = answer.forms.map((name) => {
      const form = formOf(answer, name);
      const title = form ? `${form.code} ${form.title[answer.lang]}`.trim() : name;
      return chip("form", "form", title, form && at(languages[answer.lang].prefix + form.url));
    });
    const who = answer.by ? [chip("who", "person", answer.by)] : [];
    return make("p", "chips", ...who, ...forms);
  };

  /** The way to the passage, and to the paper of each form that it names: a button says which one it prints. */
  const buttons = (answer) => {
    const open = link(at(answer.url), "button button--first", icon("arrow"), say("answer_open"));
    const names = answer.kind === "form" ? [`${answer.handbook}/forms/${answer.record}`] : answer.forms;
    const forms = names.map((name) => formOf(answer, name)).filter(Boolean);
    const titled = (form) => ({ title: form.title[answer.lang] });
    const file = (form, variant, name, title) => {
      const button = link(at(form.files[`${variant}-${answer.lang}`]), "button", icon(name), title);
      button.download = "";
      return button;
    };
    const prints = forms.map((form) => file(form, "blank", "printer", say("answer_print", titled(form))));
    const only = forms.length === 1 ? forms : [];
    const fills = only.map((form) => file(form, "fill", "edit", say("answer_fill", titled(form))));
    const moment = at(answer.url.replace("#node-", "#play=")); // of a dialogue or a fault tree
    const plays = moment === at(answer.url) ? [] : [link(moment, "button", icon("play"), say("answer_play"))];
    return make("p", "answer__buttons", open, ...plays, ...prints, ...fills);
  };

  const citation = (answer) => {
    const parts = [
      link(at(answer.url), "", [...new Set([answer.title, headOf(answer)])].join(" · ")),
      answer.code ? make("span", "code", answer.code) : null,
      make("span", "", [say("edition_value", { edition: answer.edition }), STATES[answer.status]].join(" · ")),
      answer.effective ? make("span", "", say("source_effective", { date: answer.effective })) : null,
      make("span", "", bookOf(answer)),
    ];
    return make("p", "cite", make("b", "", say("answer_from")), ...parts.filter((part) => part?.textContent));
  };

  const best = (answer, sure, around) => {
    const card = make("section", `answer${sure ? " answer--sure" : ""}`);
    card.lang = languages[answer.lang].tag;
    const key = make("p", "answer__key", link(at(answer.url), "", headOf(answer)));
    if (answer.within && around?.fact?.name !== "within") key.append(make("span", "answer__within", answer.within));
    const some = [answerCard.fact(around), key, answerCard.place(answer, around), chips(answer)];
    card.append(...some.filter(Boolean), make("p", "answer__text", answer.text));
    if (answer.say) {
      card.append(make("blockquote", "say", make("b", "tag", say("answer_say")), make("p", "", answer.say)));
    }
    const rest = [answerCard.never(answer, around), buttons(answer), citation(answer), answerCard.also(answer)];
    card.append(...rest.filter(Boolean));
    return card;
  };

  const other = (answer) => {
    const name = [answer.code, answer.title].filter(Boolean).join(" ");
    const entry = link(
      at(answer.url),
      "other",
      make("b", "", headOf(answer)),
      make("span", "soft", [name, bookOf(answer)].filter(Boolean).join(" · ")),
      make("span", "other__text", answer.text),
    );
    entry.lang = languages[answer.lang].tag;
    return make("li", "", entry);
  };

  const verdict = (kind, title, more) =>
    make(
      "section",
      `verdict verdict--${kind}`,
      icon(kind === "none" ? "blank" : "alert"),
      make("div", "", make("p", "verdict__title", title), more ? make("p", "", more) : ""),
    );

  /* Why the server was not asked, by where the answer comes from. */
  const WITHOUT = {
    file: say("answer_offline"),
    static: say("answer_static"),
    unreachable: say("answer_unreachable"),
    busy: say("answer_busy"),
  };
  /* Why the server went by words alone. */
  const BY_WORDS = {
    lexical: say("answer_lexical"),
    "encoder-crashed": say("answer_encoder_crashed"),
    "vectors-away": say("answer_vectors_away"),
  };
  const notes = ({ from, search }) => {
    const told = from === "server" ? BY_WORDS[search] : WITHOUT[from];
    return told ? [make("p", "answer__note", icon("info"), told)] : [];
  };
  /** That the server is gone, before all that the page answers by itself, until it is back. */
  const away = (from, again) => {
    const line = make("p", "answer__note answer__note--away", icon("alert"), make("span", "", WITHOUT[from]));
    line.setAttribute("role", "status");
    reaching.untilBack(line, () => {
      line.replaceChildren(
        icon("info"),
        make("span", "", say("answer_back")),
        button(say("answer_again"), "repeat", again),
      );
    });
    return line;
  };

  /** That there is no answer: it is not written, or is named and not written yet. */
  const noneOf = ({ planned, lang }) => {
    if (!planned) return say("answer_none");
    const named = link(at(planned.url), "", say("answer_planned", planned));
    named.lang = languages[lang].tag;
    return named;
  };

  const found = (answer, isLogged) => {
    const [first, ...rest] = answer.answers.map((one) => ({ ...one, lang: answer.lang }));
    const parts = [];
    if (answer.status === "not_in_handbook" || !first) {
      parts.push(
        verdict("none", noneOf(answer), isLogged ? say("answer_none_logged") : say("answer_none_more")),
        ...answerCard.nearest(answer),
        elsewhere(),
      );
    } else if (answer.status === "blank_in_handbook") {
      parts.push(verdict("blank", say("answer_blank"), say("answer_blank_more")), best(first, false, answer.card));
    } else if (answer.status === "unsure") {
      parts.push(verdict("unsure", say("answer_unsure")), best(first, false, answer.card));
    } else {
      parts.push(best(first, true, answer.card));
    }
    parts.push(...telling.draw(answer, isLogged));
    if (rest.length) {
      parts.push(
        make("p", "answers__more", answer.status === "answered" ? say("answer_others") : say("answer_near")),
        make("ul", "others", ...rest.map(other)),
      );
    }
    return parts;
  };

  /** What else there is to look in, where there is no answer: what the head of the page leads to. */
  const elsewhere = () => {
    const links = [...document.querySelectorAll(".top__links a:not([hidden])")].map((one) =>
      link(one.href, "mini", one.textContent),
    );
    return make("p", "answer__buttons", ...links);
  };

  /** That the server gave no answer, and the way to ask again. */
  const failure = (status, again) => {
    const section = verdict("none", say("answer_refused", { status }));
    section.lastChild.append(button(say("answer_again"), "repeat", again));
    return section;
  };
  const tooLong = (length) => verdict("unsure", say("ask_too_long", { n: length, most: longest }));

  /**
   * Draw what came of a question into *place*.
   * @param {Element} place
   * @param {object} reply what `lookUp` gives as the answer
   * @param {() => void} again asks the same question once more
   */
  const draw = (place, reply, again) => {
    if (reply.tooLong) place.replaceChildren(tooLong(reply.tooLong));
    else if (reply.failed) place.replaceChildren(failure(reply.failed, again), ...danger.line());
    else {
      const isAway = reply.from === "unreachable";
      const first = danger.before(reply.object);
      place.replaceChildren(...first, ...found(reply.object, reply.from === "server"), ...(isAway ? [] : notes(reply)));
      // below whom to call; it is looked for from when it is in the page on
      if (isAway) place.insertBefore(away(reply.from, again), place.children[first.length] ?? null);
    }
    place.lang = languages[pageLang].tag;
  };

  /** That one handbook was looked in, and the way to look in all of them; nothing where there is no such handbook. */
  const only = (handbook, widen) => {
    const book = bookOf({ handbook, lang: pageLang });
    if (!book || !data.answers) return [];
    const told = make("span", "", fill(data.answers.in_book, { book }));
    return [make("p", "answer__note", icon("info"), told, button(data.answers.everywhere, "book", widen))];
  };

  const wait = (place) =>
    place.replaceChildren(make("p", "answer__wait", make("span", "spinner"), say("answer_waiting")));
  /** Say that somebody is in danger while the answer is waited for. */
  const warn = (place, found) => {
    if (found && place.querySelector(".answer__wait")) place.prepend(...danger.before(found));
  };
  const fail = (place) => place.replaceChildren(verdict("none", say("answer_failed")), ...danger.line());

  window.Shouce.answers = { draw, only, wait, warn, fail, bookOf };
})();
