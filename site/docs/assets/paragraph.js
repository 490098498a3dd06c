/* Found steps as one paragraph, in the words of a language model: whose words they are stands with them, and each
   sentence has the step that it comes from. It is asked for by whoever wants it, never by itself. */

(() => {
  const { root, data, fill, make, icon, button } = window.Shouce;
  const word = (name, values = {}) => fill(data.answers[name], values);

  const cite = (answers) => (number) => {
    const { url, section, title } = answers[number - 1];
    const link = make("a", "told__cite", `[${number}]`);
    link.href = `${root}/${url}`;
    link.title = [...new Set([title, section])].join(" · ");
    link.setAttribute("aria-label", link.title);
    return link;
  };

  const FULL_WIDTH = /[。！？”」]$/; // what follows it needs no blank

  const written = ({ sentences, dropped, model }, { answers }) => {
    const text = make("p", "told__text");
    for (const { text: said, cites } of sentences) {
      text.append(make("span", "", said, ...cites.map(cite(answers))), FULL_WIDTH.test(said) ? "" : " ");
    }
    const left = dropped ? [word("paragraph_dropped", { n: dropped })] : [];
    const whose = [word("paragraph_whose", { model }), ...left].join(" ");
    return [text, make("p", "answer__note", icon("info"), make("span", "", whose))];
  };

  const plain = (name, values) => [make("p", "answer__note", icon("info"), make("span", "", word(name, values)))];

  const asked = async (address, answer) => {
    try {
      const response = await fetch(address);
      const told = response.ok ? await response.json() : null;
      if (!told) return plain("paragraph_failed");
      return told.sentences.length ? written(told, answer) : plain("paragraph_none", { model: told.model });
    } catch {
      return plain("paragraph_failed");
    }
  };

  /**
   * Offer the paragraph below the first answer in *place*.
   * @param {Element} place
   * @param {string} address what gives it
   * @param {object} answer the steps that it cites
   */
  const offer = (place, address, answer) => {
    const section = make("section", "told");
    section.setAttribute("aria-live", "polite");
    const wanted = button(word("paragraph"), "book", async () => {
      section.replaceChildren(make("p", "answer__wait", make("span", "spinner"), word("paragraph_wait")));
      section.replaceChildren(...(await asked(address, answer)));
    });
    section.append(wanted);
    place.querySelector(".answer")?.after(section);
  };

  window.Shouce.paragraph = { offer };
})();
