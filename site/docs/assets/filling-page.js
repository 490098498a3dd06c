/* «Fill it here»: what is written is checked, and becomes a Word file: made by the server, or here when there is none. */

(() => {
  const form = document.querySelector("[data-fill]");
  if (!form) return;
  const { root, lang, languages, data, fill, make, button, load } = window.Shouce;
  const {
    read,
    comesBefore,
    capitals,
    inputsOf,
    draftOf,
    mark,
    note,
    fillWord,
    byInput,
    brokenOf,
    workerOf,
    lateOf,
    printOn,
    exerciseOf,
    historyOf,
    keysOf,
    putterOf,
    pasteOf,
    leftOver,
    openerOf,
    listenForFiles,
    showDrafts,
  } = window.Shouce.filling;
  const definition = JSON.parse(document.querySelector("[data-fill-definition]").content.textContent);
  const { words, rules } = definition;
  const said = form.querySelector("[data-said]");
  const wantsDraft = form.querySelector("[data-draft]");
  let isDirty = false;
  let isWriting = false; // in an input that is not left yet: there the browser undoes
  let timer = 0;

  const inputs = inputsOf(form, definition, (removed) => {
    changed();
    if (removed) tell("quiet", note(fill(words.fill_row_removed, { n: removed }), undoButton()));
  });
  const draft = draftOf(definition, inputs);
  const tell = (kind, ...children) => {
    said.className = `fill__said fill__said--${kind}`;
    said.replaceChildren(...children);
  };
  const clockOf = (moment) =>
    new Date(moment).toLocaleString(languages[lang].tag, { dateStyle: "medium", timeStyle: "short" });

  /** What is written, checked: the values of the form, and every problem with its input. */
  const collect = () => {
    const found = inputs
      .entries()
      .map((entry) => ({ ...entry, ...read(entry.blank, inputs.written(entry.input), definition) }));
    const filledRows = new Set(
      found
        .filter(({ row, value, rule }) => row && (value !== undefined || rule))
        .map(({ blank, row }) => `${blank.place.split("|")[0]}#${row}`),
    );
    const problems = found
      .filter(({ rule }) => rule)
      .map(({ input, rule, values }) => ({ input, rule, message: fill(rules[rule], values) }));
    for (const entry of found) {
      const { blank, row, input, value } = entry;
      for (const place of value ? (blank.after ?? []) : []) {
        const other = found.find((one) => one.blank.place === place && one.row === (one.blank.column ? row : 0));
        if (other?.value && comesBefore(value, other.value)) {
          problems.push({
            input,
            rule: "before",
            message: fill(rules.before, { other: other.blank.label, limit: other.value }),
          });
        }
      }
      const isAsked = blank.required && (!row || filledRows.has(`${blank.place.split("|")[0]}#${row}`));
      if (isAsked && value === undefined && !entry.rule)
        problems.push({ input, rule: "required", message: rules.required });
    }
    problems.push(...brokenOf(found, definition));
    return {
      found,
      ...treeOf(found.filter(({ value }) => value !== undefined)),
      problems,
      isEmpty: !filledRows.size && !found.some(isOwn),
    };
  };
  const isMissing = (rule) => rule === "required" || rule === "required_if";
  const isOwn = ({ blank, value }) => value !== undefined && value !== blank.given;

  const inside = (tree, key) => {
    tree[key] ??= {};
    return tree[key];
  };

  /** Values by block, key and row, as `schemas.filled` has them, without rows that hold nothing; and which rows are left. */
  const treeOf = (found) => {
    const values = {};
    const lists = {};
    for (const { blank, row, value } of found) {
      const [block, name, key] = blank.place.split("|");
      if (row) inside(inside(lists, block), row)[key] = value;
      else if (name) inside(inside(values, block), name)[key] = value;
      else inside(values, block)[key] = value;
    }
    for (const [block, rows] of Object.entries(lists)) values[block] = Object.values(rows);
    return {
      values,
      rows: Object.fromEntries(Object.entries(lists).map(([block, rows]) => [block, Object.keys(rows).map(Number)])),
    };
  };

  const showProblems = (problems) => {
    for (const { input } of inputs.entries()) mark(input);
    for (const { input, message } of byInput(problems)) mark(input, message);
    const first = problems[0].input;
    (first.matches("fieldset") ? first.querySelector("input") : first).focus();
    first.closest(".field").scrollIntoView({ block: "center" });
  };

  /** The file as the server makes it; null when there is no server or it has another edition of the form. */
  const askServer = async (values) => {
    if (!location.protocol.startsWith("http")) return null;
    const response = await fetch(`${root}/api/forms/${definition.form}?lang=${lang}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ printed: definition.printed, values }),
    }).catch(() => null);
    const kind = response?.headers.get("content-type") ?? "";
    if (response?.ok && kind.includes("wordprocessingml")) return { file: await response.blob() };
    if (response?.status === 422 && kind.includes("json")) return { mistakes: (await response.json()).mistakes ?? [] };
    return null;
  };
  const makeHere = async (values, stamp = "") => {
    await Promise.all([load("zip.js"), load(definition.carried)]);
    const carried = atob(data.carried[`${definition.file}.docx`]);
    const docx = fillWord(
      Uint8Array.from(carried, (byte) => byte.charCodeAt(0)),
      definition,
      values,
      stamp,
    );
    return new Blob([docx], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
  };
  const save = (blob, name = "{file}") => {
    const now = new Date();
    const stamp = new Date(now - now.getTimezoneOffset() * 60000)
      .toISOString()
      .slice(0, 16)
      .replace(/[-:]/g, "")
      .replace("T", "-");
    const link = make("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${fill(name, { file: definition.file })}-${stamp}.docx`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return link.download;
  };

  /** Mistakes that the server found: each at its input, those without one in the line above the buttons. */
  const showMistakes = (mistakes, rows) => {
    const rowOf = ({ block, row }) => (row ? rows[block]?.[row - 1] : 0);
    const found = mistakes.map((mistake) => ({ ...mistake, input: inputs.at(placeOf(mistake), rowOf(mistake)) }));
    const placed = found.filter(({ input }) => input).map(({ input, expected }) => ({ input, message: expected }));
    if (placed.length) showProblems(placed);
    const lost = found.filter(({ input }) => !input).map(({ message }) => note(message));
    tell("wrong", note(fill(words.fill_unfit, { n: mistakes.reduce((sum, { count }) => sum + count, 0) })), ...lost);
  };
  const placeOf = ({ block, field }) => {
    const dot = field.lastIndexOf(".");
    return dot < 0 ? `${block}||${field}` : `${block}|${field.slice(0, dot)}|${field.slice(dot + 1)}`;
  };

  /** With a draft here, that the file is the keeper, and a button to delete the draft. */
  const offerToDrop = () =>
    draft.isKept() || wantsDraft.checked
      ? [note(words.fill_draft_done, button(words.fill_draft_delete, "cross", dropDraft))]
      : [];
  const dropDraft = () => {
    clearTimeout(timer);
    draft.drop();
    wantsDraft.checked = false;
    tell("quiet", note(words.fill_draft_deleted));
  };

  const deliver = async ({ values, rows }) => {
    tell("wait", note(words.fill_working));
    try {
      const made = await askServer(values);
      if (made?.mistakes) {
        showMistakes(made.mistakes, rows);
        return;
      }
      const file = save(made?.file ?? (await makeHere(values)));
      isDirty = false;
      clearTimeout(timer);
      tell("done", note(fill(made ? words.fill_by_server : words.fill_by_browser, { file })), ...offerToDrop());
    } catch {
      tell("wrong", note(words.fill_failed));
    }
  };

  /* Opened from a course it is an exercise: marked here, and never a record. */
  const exercise = exerciseOf(form, definition, {
    tell,
    showProblems,
    clear: () => inputs.entries().map(({ input }) => mark(input)),
    copy: async (values) => save(await makeHere(values, words.exercise_stamp), words.exercise_file),
    passed: () => {
      isDirty = false;
    },
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const collected = collect();
    if (exercise) {
      exercise(collected);
      return;
    }
    const { problems, isEmpty } = collected;
    const unfit = problems.filter(({ rule }) => !isMissing(rule));
    if (isEmpty && !unfit.length) {
      tell("wrong", note(words.fill_empty));
      return;
    }
    if (!problems.length) {
      for (const { input } of inputs.entries()) mark(input);
      deliver(collected);
      return;
    }
    showProblems(unfit.length ? [...unfit, ...problems.filter(({ rule }) => isMissing(rule))] : problems);
    if (unfit.length) tell("wrong", note(fill(words.fill_unfit, { n: byInput(unfit).length })));
    else
      tell(
        "wrong",
        note(
          fill(words.fill_missing, { n: byInput(problems).length }),
          button(words.fill_anyway, "download", () => deliver(collected)),
        ),
      );
  });

  /* While people write: amounts in capitals, problems that are gone, the draft. */
  const noted = () => {
    isDirty = true;
    clearTimeout(timer);
    if (wantsDraft.checked) timer = setTimeout(keepDraft, 400);
  };
  const changed = () => {
    noted();
    workOut();
    steps.mark();
  };
  const keepDraft = () => {
    clearTimeout(timer);
    const kept = draft.keep();
    tell(
      kept ? "quiet" : "wrong",
      note(kept ? fill(words.fill_draft_kept, { time: clockOf(Date.now()) }) : words.fill_draft_failed),
    );
  };
  const check = (input) => {
    const entry = inputs.entryOf(input);
    const { value, rule, values } = read(entry.blank, inputs.written(input), definition) ?? {};
    mark(input, rule ? fill(rules[rule], values) : "");
    if (!entry.blank.words) return;
    const capital = input.closest(".field").querySelector("[data-capitals]");
    capital.hidden = value === undefined;
    capital.textContent = value === undefined ? "" : fill(words.fill_capitals, { words: capitals(value) });
  };
  /* In an exercise it is the learner who works them out. */
  const working = exercise ? () => {} : workerOf(inputs, definition, check);
  const tellLate = lateOf(inputs, definition);
  const workOut = () => {
    working();
    tellLate();
  };
  form.addEventListener("input", (event) => {
    if (!event.target.closest("[data-place], .field")) return;
    isWriting = true;
    noted();
  });
  form.addEventListener("change", (event) => {
    const input = event.target.closest("[data-place]") ?? event.target.closest(".field")?.querySelector("[data-place]");
    if (input) check(input);
    if (!event.target.closest("[data-open]")) workOut();
    isWriting = false;
    steps.mark();
  });
  wantsDraft.addEventListener("change", () => {
    if (wantsDraft.checked) keepDraft();
    else dropDraft();
  });
  addEventListener("pagehide", () => {
    if (wantsDraft.checked && isDirty) draft.keep();
  });
  printOn(form, () => !collect().isEmpty);
  addEventListener("beforeunload", (event) => {
    if (isDirty && !wantsDraft.checked) event.preventDefault();
  });

  /* Every step can be taken back and done again: with the buttons, and by keyboard once an input is left. */
  const undoer = form.querySelector("[data-undo]");
  const redoer = form.querySelector("[data-redo]");
  const steps = historyOf(inputs, (canUndo, canRedo) => {
    const focused = document.activeElement;
    undoer.disabled = !canUndo;
    redoer.disabled = !canRedo;
    if (focused === undoer && !canUndo) redoer.focus(); // a button that is off would lose the keyboard
    if (focused === redoer && !canRedo) undoer.focus();
  });
  const stepped = (said) => {
    for (const { input } of inputs.entries()) {
      mark(input);
      if (inputs.written(input).length) check(input);
    }
    noted();
    workOut();
    tell("quiet", note(said));
  };
  const undo = () => {
    if (steps.undo()) stepped(words.fill_undone);
  };
  const redo = () => {
    if (steps.redo()) stepped(words.fill_redone);
  };
  const undoButton = () => button(words.fill_undo, "return", undo);
  undoer.addEventListener("click", undo);
  redoer.addEventListener("click", redo);
  form.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting) return;
    const key = event.key.toLowerCase();
    const isRedo = key === "y" ? !event.shiftKey : key === "z" && event.shiftKey;
    if (!isRedo && key !== "z") return;
    event.preventDefault();
    (isRedo ? redo : undo)();
  });

  /* What comes from elsewhere: a block of cells, a filled copy. */
  const put = putterOf(inputs, definition);
  keysOf(form, inputs);
  pasteOf(form, {
    inputs,
    put,
    definition,
    begin: steps.mark,
    done: ({ inside, left, first, last, isNamed }) => {
      for (const input of inside) check(input);
      isWriting = false;
      changed();
      const text = first ? fill(words.fill_pasted, { cells: inside.length, first, last }) : "";
      const named = isNamed ? ` ${words.fill_pasted_by_name}` : "";
      if (text || left.length)
        tell(left.length ? "wrong" : "quiet", note(text + named, text ? undoButton() : ""), leftOver(left, words));
    },
  });
  const clear = () => {
    steps.mark();
    form.reset();
    for (const block of Object.keys(definition.registers)) inputs.setRows(block, 0);
    for (const { input, blank } of inputs.entries()) {
      inputs.write(input, blank.given ?? "");
      mark(input);
    }
  };
  const open = openerOf({
    inputs,
    put,
    definition,
    clear,
    tell,
    done: (...said) => {
      for (const { input } of inputs.entries()) if (inputs.written(input).length) check(input);
      changed();
      tell(said.at(-1) ? "wrong" : "done", ...said.filter(Boolean), undoButton());
    },
  });
  if (exercise) form.querySelector("[data-open]").remove();
  else listenForFiles(form, open);

  /* Clear everything; that can be taken back too. */
  form.querySelector("[data-clear]").addEventListener("click", () => {
    clear();
    workOut();
    steps.mark();
    isDirty = false;
    tell("quiet", note(words.fill_cleared, undoButton()));
  });

  /* A draft that is here already is offered, never written in by itself. */
  if (draft.clean()) tell("quiet", note(words.fill_draft_cleaned));
  if (!exercise)
    showDrafts(form.querySelector("[data-draft-found]"), draft, definition, {
      clockOf,
      loaded: () => {
        wantsDraft.checked = true;
        changed();
      },
      dropped: () => tell("quiet", note(words.fill_draft_deleted)),
    });

  form.dataset.ready = "";
})();
