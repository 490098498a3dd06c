/* What a reader tells the handbook's owner of an answer: whether it helped, why not, and what is missing. */

(() => {
  const { root, say: fixed, fill, make, icon, button, data } = window.Shouce;
  const LONGEST_NOTE = 300;
  const REASONS = ["other_matter", "incomplete", "outdated", "unclear"];
  const word = (name, values = {}) => (data.answers ? fill(data.answers[name], values) : fixed("answer_failed"));

  /** What was sent last, and the key by which it is kept once, however often it is sent. */
  let last = { text: "", key: "" };
  const keyOf = (text) => {
    if (last.text !== text) {
      const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
      last = { text, key: bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("") };
    }
    return last.key;
  };
  const send = async (about, said) => {
    const told = { ...about, ...said };
    const reply = await fetch(`${root}/api/feedback`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...told, key: keyOf(JSON.stringify(told)) }),
    }).catch(() => null);
    return Boolean(reply?.ok);
  };

  /** What is told about: the question, and the answer that stands first, if there is one. */
  const about = ({ question, lang, status, answers, edition }) => ({
    question,
    lang,
    status,
    place: answers[0]?.url ?? "",
    ...(edition && { edition }),
  });
  const told = (group, isTold) => {
    group.querySelector(".tell__said").textContent = word(isTold ? "thanks" : "not_sent");
    return isTold;
  };
  const status = () => {
    const said = make("p", "tell__said");
    said.setAttribute("role", "status");
    return said;
  };

  /** Put *text* on the clipboard, the old way where a page may not; it stays selected where even that is refused. */
  const copy = async (text, from) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      from.value = text;
      from.hidden = false;
      from.select();
      return document.execCommand("copy");
    }
  };
  /** A box that nobody sees before what is in it has to be copied by hand. */
  const boxBeside = (element) => {
    const box = make("textarea", "copybox");
    box.readOnly = true;
    box.setAttribute("aria-label", element.textContent);
    element.after(box);
    return box;
  };
  const copyButton = (text, title, done, from) => {
    let box = from;
    const element = button(title, "document", async () => {
      box ??= boxBeside(element);
      if (!from) box.hidden = true;
      const isCopied = await copy(text(), box);
      element.lastChild.textContent = isCopied ? done : window.Shouce.say("copy_failed");
      if (!from) box.hidden = isCopied;
    });
    return element;
  };

  /** 👍 and 👎, then why. */
  const vote = (answer) => {
    const group = make("div", "tell tell--vote");
    const why = make("div", "tell__why");
    why.hidden = true;
    const cast = async (said) => {
      if (told(group, await send(about(answer), said)) && said.vote) choose.hidden = true;
    };
    const up = button(word("up"), "up", () => cast({ vote: "up" }));
    const down = button(word("down"), "down", () => {
      why.hidden = false;
      choose.hidden = true;
      why.querySelector("button").focus();
    });
    const choose = make("p", "tell__choose", make("span", "", word("helped")), up, down);
    const reasons = REASONS.map((reason) =>
      button(word(reason), "", async () => {
        if (told(group, await send(about(answer), { vote: "down", reason }))) why.replaceChildren(note(answer, true));
      }),
    );
    why.append(make("p", "tell__choose", make("span", "", word("why")), ...reasons));
    group.append(choose, why, status());
    return group;
  };

  /** A note to the owner; without a server the words to hand over. */
  const note = (answer, isVoted = false, title = word("tell_note"), otherwise = null) => {
    const group = make("div", "tell tell--note");
    const text = make("textarea");
    text.maxLength = LONGEST_NOTE;
    text.rows = 2;
    const label = make("label", "", make("span", "", title), text);
    const sent = button(word("send"), "flag", async () => {
      const said = text.value.trim();
      if (isVoted && !said) text.focus();
      else if (told(group, await send(about(answer), { vote: isVoted ? "" : "down", note: said })))
        sent.disabled = true;
      else otherwise?.(said);
    });
    group.append(label, make("p", "soft", word("tell_privacy")), make("p", "", sent), status());
    return group;
  };

  const message = (answer) => {
    const nearest = answer.card?.nearest?.[0] ?? answer.answers[0];
    const place = nearest ? `${nearest.title} · ${nearest.section}` : "–";
    const text = make("textarea");
    text.value = word("message", { question: answer.question, nearest: place });
    text.rows = 3;
    text.setAttribute("aria-label", word("tell"));
    const copying = copyButton(() => text.value, word("copy"), word("copied"), text);
    return make("div", "tell tell--note", make("p", "", word("tell_offline")), text, make("p", "", copying));
  };

  const folded = (inside, isOpen) => {
    const details = make("details", "tell__more", make("summary", "", icon("flag"), word("tell")), inside);
    details.open = isOpen;
    return details;
  };

  /**
   * What stands below an answer.
   * @param {object} answer what the server or the index gave
   * @param {boolean} isServed whether there is a server that takes it
   * @returns {Element[]}
   */
  const draw = (answer, isServed) => {
    if (!data.answers) return [];
    const isDead = answer.status === "not_in_handbook" || answer.status === "blank_in_handbook";
    const telling = folded(isServed ? note(answer) : message(answer), isDead);
    return isServed && answer.answers.length ? [vote(answer), telling] : [telling];
  };

  /** This page as what is told about: its title, its address within the site, its edition and fingerprint. */
  const thisPage = () => {
    const top = new URL(`${root}/`, location.href).pathname;
    return {
      question: document.title.slice(0, 200),
      lang: window.Shouce.lang,
      status: "answered",
      edition: document.querySelector("[data-edition]")?.dataset.edition ?? "",
      answers: [{ url: location.pathname.slice(top.length) + location.hash }],
    };
  };
  /** Where no server takes it: the lines to hand over. */
  const byHand = (page, said = "") => {
    const text = make("textarea");
    const about = { page: page.question, place: page.answers[0].url, edition: page.edition || "–" };
    text.value = word("page_message", about) + said;
    text.rows = 4;
    text.setAttribute("aria-label", word("tell"));
    const copying = copyButton(() => text.value, word("copy"), word("copied"), text);
    return make("div", "tell tell--note", make("p", "", word("tell_offline")), text, make("p", "", copying));
  };
  /* At the foot of every page. A server that takes it is asked only when something is sent. */
  window.Shouce.does.tell = async (pressed) => {
    const place = document.querySelector("[data-tell]");
    const isOpen = !place.hidden;
    place.hidden = isOpen;
    pressed.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) return;
    if (!data.answers) await window.Shouce.load(`assets/answers.${window.Shouce.lang}.js`);
    const page = thisPage();
    const isServed = location.protocol.startsWith("http");
    const hand = (said) => place.replaceChildren(byHand(page, said));
    if (isServed) place.replaceChildren(note(page, true, word("tell_page"), hand));
    else hand("");
    place.querySelector("textarea").focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" }); // as a whole, with what sends it
  };

  window.Shouce.telling = { draw, copyButton };
})();
