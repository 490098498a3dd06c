/* Items one after another: the round of a self-test or of today's repetition, from the first question to what came of it. */

(() => {
  const { learning, make, icon, button, fill, root } = window.Shouce;
  const { words, choices, ordering, source } = learning;

  /** The picture of an item with its text, larger when it is pressed. */
  const picture = ({ picture: [path, text] }) => {
    const shown = () => {
      const image = make("img");
      image.src = `${root}/${path}`;
      image.alt = text;
      return image;
    };
    const dialog = make("dialog", "quiz__large", shown());
    const close = button(words.close_picture, "cross", () => dialog.close());
    dialog.append(close);
    const open = make("button", "quiz__picture", shown(), make("span", "soft", words.enlarge));
    open.type = "button";
    open.addEventListener("click", () => dialog.showModal());
    return make("div", "", open, dialog);
  };

  const marks = (data, item) => [
    make("span", "soft", item.title),
    learning.topicsOf(data, item).some(({ isSafety }) => isSafety)
      ? make("span", "chip chip--must", icon("alert"), words.safety)
      : "",
    item.draft ? make("span", "chip chip--plain", icon("draft"), words.from_draft) : "",
  ];

  /**
   * Ask one item in *holder*; resolves to whether it was answered right once the learner goes on.
   * @param {HTMLElement} holder
   * @param {object} data of the course
   * @param {object} item
   * @param {{head: Node, isLast: boolean, comesBack: boolean, answered: (isRight: boolean) => void}} round
   */
  const ask = (holder, data, item, { head, isLast, comesBack, answered }) =>
    new Promise((resolve) => {
      const said = make("div", "quiz__said");
      said.setAttribute("role", "status");
      const options = learning.laidOut(item);
      const answer =
        item.how === "order" ? ordering(options, (text) => said.replaceChildren(text)) : choices(item, options);
      const stem = make("legend", "quiz__stem", item.stem);
      const hint = { all: words.choose_all, order: words.put_in_order }[item.how];
      const set = make(
        "fieldset",
        "",
        stem,
        item.picture ? picture(item) : "",
        hint ? make("p", "soft quiz__hint", hint) : "",
        answer.holder,
      );
      const confirm = make("button", "button button--first", words.confirm);
      confirm.type = "submit";
      const bar = make("p", "quiz__bar", confirm, make("span", "soft quiz__keys", words.key_hint));
      const form = make("form", "quiz__item", make("p", "quiz__meta", head, ...marks(data, item)), set, said, bar);
      const press = (event) => {
        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !form.isConnected) return;
        if (event.target.closest?.("input:not([name=answer]), textarea, dialog, select")) return;
        if (/^[1-9]$/.test(event.key) && Number(event.key) <= options.length && confirm.isConnected) {
          event.preventDefault();
          answer.press(Number(event.key) - 1);
        } else if (event.key === "Enter" && confirm.isConnected && !event.target.closest?.("button, a")) {
          event.preventDefault();
          form.requestSubmit();
        }
      };
      document.addEventListener("keydown", press);

      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const keys = answer.keys();
        if (!keys.length) {
          said.replaceChildren(words.nothing_chosen);
          return;
        }
        const isRight = learning.isRight(item, keys);
        answer.stop();
        for (const at of options.keys()) answer.show(at, item.right);
        answered(isRight);
        const next = button(isLast ? words.to_summary : words.next_item, "arrow", () => {
          document.removeEventListener("keydown", press);
          resolve(isRight);
        });
        next.className = "button button--first";
        said.className = `quiz__said quiz__said--${isRight ? "right" : "wrong"}`;
        said.replaceChildren(...told(item, isRight, comesBack));
        bar.replaceChildren(next, source(item));
        next.focus();
      });
      holder.replaceChildren(form);
      stem.tabIndex = -1;
      stem.focus();
    });

  /** What is said once an item is answered. */
  const told = (item, isRight, comesBack) => {
    const texts = new Map(item.options);
    const order = item.how === "order" ? item.right.map((key) => texts.get(key)).join(" → ") : "";
    const isAll = Boolean(order) && item.why === order; // of an order that was computed there is nothing else to say
    return [
      make("p", "", icon(isRight ? "check" : "info"), make("b", "", isRight ? words.is_right : words.is_wrong)),
      order && (isAll || !isRight) ? make("p", "", fill(words.right_order, { order })) : "",
      item.why && !isAll ? make("p", "", item.why) : "",
      !isRight && comesBack ? make("p", "soft", words.comes_tomorrow) : "",
    ].filter(Boolean);
  };

  learning.ask = ask;
})();
