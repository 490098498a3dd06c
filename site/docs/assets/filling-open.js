/* A filled copy opened again in its page: chosen or dropped, read in the browser, and written into the inputs. */

(() => {
  const { fill, load, lang, data, make } = window.Shouce;
  const { opened, propertiesOf, controlsIn, bookmarksIn, DOCUMENT, CUSTOM, leftOver, note } = window.Shouce.filling;
  const MOST_MB = 20;

  /** Why a file cannot be opened, in words. */
  class Refusal extends Error {}

  /** The fillable file: what its text controls show before anybody writes, by tag, and the bookmarks of all of them. */
  const emptyOf = async (definition, language) => {
    const [name, script] = definition.templates[language] ?? definition.templates[lang];
    await load(script);
    const bytes = Uint8Array.from(atob(data.carried[name]), (byte) => byte.charCodeAt(0));
    const hints = new Map();
    const parts = opened(bytes);
    for (const { tag, text } of controlsIn(parts, definition).known)
      hints.set(tag, (hints.get(tag) ?? new Set()).add(text));
    return { hints, bookmarks: bookmarksIn(parts) };
  };

  /** One answer of each blank and row from its controls: a value, or why there is none to be sure of. */
  const answersOf = (known, hints, isOwn, words) => {
    const cells = new Map();
    for (const control of known) {
      const key = `${control.blank.place}#${control.row}`;
      cells.set(key, [...(cells.get(key) ?? []), control]);
    }
    const isHint = ({ tag, text, hinted, grey }) => hints.get(tag)?.has(text) || (hinted && grey && !isOwn);
    const boxes = (controls) => {
      const ids = controls.filter(({ checked }) => checked).map(({ part }) => part);
      const unclear = controls.find(({ isClear }) => !isClear);
      return unclear ? { text: unclear.text || "\u2423", why: words.open_box } : { ids };
    };
    return [...cells.values()].map((controls) => {
      const [{ blank, row }] = controls;
      const place = { blank, row };
      const written = controls.filter(({ part }) => part === "");
      const odd = controls.find((control) => control.odd && [":words", ":box"].includes(control.part) === false);
      if (odd) return { ...place, text: odd.text, why: words.open_odd };
      const ticks = controls.filter(({ part, checked }) => checked !== undefined && part !== ":box");
      if (ticks.length) return { ...place, ...boxes(ticks) };
      const texts = new Set(
        written.filter((one) => one.text && !isHint(one)).map(({ text, listed }) => listed.get(text) ?? text),
      );
      if (texts.size > 1) return { ...place, text: [...texts].join(" / "), why: words.open_several };
      const isEmptied = Boolean(blank.given) && written.every(({ text }) => !text);
      return { ...place, text: [...texts][0] ?? "", isEmptied };
    });
  };

  /**
   * Opens files in the page of a form.
   * @param {object} page what it has: `inputs`, `put`, `definition`, `clear`, `tell`, `done`
   */
  const openerOf = ({ inputs, put, definition, clear, tell, done }) => {
    const { words } = definition;
    const refuse = (why, values) => {
      throw new Refusal(fill(why, values));
    };
    /** The parts of the file, if it is a copy of this form. */
    const partsOf = async (file) => {
      if (file.size > MOST_MB * 1_000_000) refuse(words.open_large, { file: file.name, most: MOST_MB });
      const bytes = new Uint8Array(await file.arrayBuffer());
      await load("zip.js");
      let parts = {};
      try {
        parts = opened(bytes);
      } catch {
        refuse(words.open_no_word, { file: file.name });
      }
      if (!parts[DOCUMENT]) refuse(words.open_no_word, { file: file.name });
      const properties = propertiesOf(parts[CUSTOM]);
      const other = properties.get("form");
      if (!other) refuse(words.open_no_form, { file: file.name });
      if (properties.get("variant") === "blank") refuse(words.open_blank, { file: file.name });
      if (properties.get("variant") === "practice") refuse(words.open_practice, { file: file.name });
      if (!definition.addresses.includes(other))
        refuse(words.open_other_form, {
          file: file.name,
          other: properties.get("code") || other,
          own: definition.code || definition.form,
        });
      return { parts, properties };
    };
    const say = ({ blank, row, text, why }) =>
      fill(row ? words.fill_left_cell : words.fill_left_field, { row, label: blank.label, text, why });
    /** Write one answer; what to say of it where it does not go in. */
    const write = (answer) => {
      if (answer.why) return say(answer);
      const { blank, row, ids, text } = answer;
      const input = inputs.at(blank.place, row);
      if (!input && !text && !ids?.length) return "";
      if (!input) return fill(words.fill_left_below, { row, text: text ?? ids.join(), most: definition.most_rows });
      if (answer.isEmptied) inputs.write(input, "");
      if (!ids) {
        const why = text && put({ blank, row, input }, text);
        return why ? say({ ...answer, why }) : "";
      }
      const isMany = input.matches("fieldset") && !input.querySelector("[type=radio]");
      if (!isMany && ids.length > 1)
        return say({ ...answer, text: ids.map((id) => textOf(blank, id)).join("、"), why: words.open_several });
      if (ids.length) inputs.write(input, blank.type === "tick" ? true : isMany ? ids : ids[0]);
      return "";
    };
    const textOf = ({ texts = {} }, id) => Object.keys(texts).find((text) => texts[text] === id) ?? id;
    const missing = (known) => {
      const there = new Set(known.map(({ blank }) => blank.place));
      return definition.blanks
        .filter(({ place }) => !there.has(place))
        .map(({ label }) => fill(words.fill_left_field, { label, text: "", why: words.open_gone }));
    };

    const open = async (file) => {
      tell("wait", note(words.open_working));
      const { parts, properties } = await partsOf(file);
      const isOwn = properties.get("fingerprint") === definition.fingerprint;
      const { hints, bookmarks } = await emptyOf(definition, properties.get("language"));
      const { known, strangers } = controlsIn(parts, definition, bookmarks);
      if (!known.length) refuse(words.open_untagged, { file: file.name });
      clear();
      for (const block of Object.keys(definition.registers))
        inputs.setRows(block, Math.min(definition.most_rows, lastRow(known, hints, block)));
      const answers = answersOf(known, hints, isOwn, words);
      const left = answers.map(write).filter(Boolean);
      const foreign = strangers
        .filter(({ text, checked, hinted }) => (checked ?? (text && !hinted)) || false)
        .map(({ alias, tag, text }) =>
          fill(words.fill_left_field, { label: alias || tag, text, why: words.open_stranger }),
        );
      const n = answers.filter(({ text, ids, why }) => !why && (text || ids?.length)).length;
      const edition = properties.get("edition");
      const warning = isOwn ? "" : edition === definition.edition ? words.open_same_edition : words.open_edition;
      const all = [...left, ...foreign, ...(isOwn ? missing(known) : [])];
      done(
        note(fill(words.open_done, { file: file.name, n })),
        warning && make("p", "fill__left", fill(warning, { edition, own: definition.edition })),
        leftOver(all, words),
      );
    };
    /** The last row of a register in which anything is written. */
    const lastRow = (known, hints, block) =>
      Math.max(
        1,
        ...known
          .filter(
            ({ blank, tag, text, checked, odd }) =>
              blank.place.startsWith(`${block}|`) && (odd || (checked ?? (text && !hints.get(tag)?.has(text)))),
          )
          .map(({ row }) => row),
      );
    return (files) =>
      (files.length === 1 ? open(files[0]) : Promise.reject(new Refusal(words.open_one))).catch((error) => {
        if (!(error instanceof Refusal)) throw error;
        tell("wrong", note(error.message));
      });
  };

  /** Files come by the button or are dropped on the form. */
  const listenForFiles = (form, open) => {
    const chooser = form.querySelector("[data-open] input");
    chooser.addEventListener("change", () => {
      if (chooser.files.length) open([...chooser.files]);
      chooser.value = "";
    });
    form.addEventListener("dragover", (event) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    });
    form.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      open([...event.dataTransfer.files]);
    });
  };

  Object.assign(window.Shouce.filling, { openerOf, listenForFiles });
})();
