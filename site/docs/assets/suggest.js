/* Suggestions, last part: the list under the question box, as a combobox: arrows choose, Enter asks, Escape folds away. */

(() => {
  const { Suggestions, data, lang, languages, root, say, make, icon, load } = window.Shouce;
  const KINDS = { title: "document", term: "book", ask: "ask" };
  const ID = "ask-suggestions";

  /** The handbook of the page, or the one that somebody works from. */
  const handbookHere = (handbooks) => {
    const top = new URL(`${root}/${languages[lang].prefix}`, location.href).pathname;
    const first = decodeURIComponent(location.pathname.slice(top.length)).split("/")[0];
    const mine = document.documentElement.dataset.handbook ?? "";
    return [first, mine].find((name) => name in handbooks) ?? "";
  };

  const loaded = load(`assets/suggest-${lang}.js`).then(() => {
    const suggestions = new Suggestions(data.suggest);
    const handbook = handbookHere(suggestions.handbooks);
    if (handbook) {
      load(`assets/suggest-${handbook}-${lang}.js`).then(() =>
        suggestions.addQuestions(handbook, data[`suggest-${handbook}`]),
      );
    }
    return { suggestions, handbook };
  });

  /** What is asked when a suggestion is chosen: a title with the code that settles it. */
  const asked = ({ code, text }) => (code ? `${code} ${text}` : text);

  class Box {
    constructor(input, submit) {
      this.input = input;
      this.submit = submit;
      this.entries = [];
      this.at = -1;
      this.turn = 0;
      this.list = make("ul", "suggestions");
      this.list.id = ID;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", say("ask_suggestions"));
      this.status = make("p", "sr");
      this.status.setAttribute("role", "status");
      input.form.append(this.list, this.status);
      const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": ID };
      for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
      this.close();
      input.addEventListener("input", () => this.suggest());
      input.addEventListener("blur", () => this.close());
      input.addEventListener("keydown", (event) => this.press(event));
      input.form.addEventListener("submit", () => this.close());
      this.list.addEventListener("mousedown", (event) => this.click(event));
    }

    async suggest() {
      this.turn += 1;
      const own = this.turn;
      const { suggestions, handbook } = await loaded;
      if (own !== this.turn || document.activeElement !== this.input) return; // asked or gone meanwhile
      this.entries = suggestions.find(this.input.value, handbook);
      this.at = -1;
      const others = { ...suggestions.handbooks, [handbook]: "" }; // the one here goes without saying
      const row = (entry, at) => this.option(entry, at, others);
      this.list.replaceChildren(...this.entries.map(row));
      this.list.hidden = !this.entries.length;
      this.input.setAttribute("aria-expanded", String(!this.list.hidden));
      this.status.textContent = this.entries.length ? say("ask_suggested", { n: this.entries.length }) : "";
      this.mark();
    }

    option({ kind, text, code, handbook }, at, handbooks) {
      const beside = code || (kind === "title" && handbooks[handbook]) || "";
      const option = make("li", "", icon(KINDS[kind]), make("span", "", text), beside && make("small", "", beside));
      option.id = `${ID}-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }

    close() {
      this.turn += 1;
      this.list.hidden = true;
      this.at = -1;
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = "";
      this.mark();
    }

    mark() {
      [...this.list.children].forEach((option, at) => {
        option.setAttribute("aria-selected", String(at === this.at));
      });
      const option = this.list.children[this.at];
      if (option) this.input.setAttribute("aria-activedescendant", option.id);
      else this.input.removeAttribute("aria-activedescendant");
      option?.scrollIntoView({ block: "nearest" });
    }

    choose(at) {
      const question = asked(this.entries[at]);
      this.close();
      this.submit(question);
    }

    press(event) {
      if (event.isComposing || this.list.hidden) return;
      const { key } = event;
      const size = this.entries.length;
      if (key === "ArrowDown") this.at = ((this.at + 2) % (size + 1)) - 1;
      else if (key === "ArrowUp") this.at = ((this.at + size + 1) % (size + 1)) - 1;
      else if (key === "Escape") this.close();
      else if (key === "Enter" && this.at >= 0) this.choose(this.at);
      else return;
      event.preventDefault();
      event.stopPropagation();
      this.mark();
    }

    click(event) {
      const option = event.target.closest("[role=option]");
      event.preventDefault(); // the cursor stays in the box
      if (option && event.button === 0) this.choose([...this.list.children].indexOf(option));
    }
  }

  /** Give the question box of the page its suggestions; *submit* asks a question. */
  window.Shouce.suggestIn = (input, submit) => new Box(input, submit);
})();
