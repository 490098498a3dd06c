/* Progress as a file: taken along to another computer, or put back. It is no certificate, and says so itself. */

(() => {
  const { learning, make, button, fill, lang, languages } = window.Shouce;
  const { words } = learning;
  const WHAT = "shouce learning progress";
  const FORMAT = 1;
  const MOST_BYTES = 16 * 2 ** 20; // as schemas/limits.py has it

  /** Put what somebody has done elsewhere to what *one* has done: of each entry the newer counts. */
  const merge = (one, other) => {
    for (const part of learning.parts) {
      for (const [key, entry] of Object.entries(other[part])) {
        if (!(one[part][key]?.at >= entry.at)) one[part][key] = entry;
      }
    }
  };
  /** What merging would do: how many entries are new, how many newer, how many stay as they are here. */
  const compare = (one, other) => {
    const counts = { fresh: 0, newer: 0, kept: 0 };
    for (const part of learning.parts) {
      for (const [key, entry] of Object.entries(other[part])) {
        const here = one[part][key];
        counts[here ? (here.at >= entry.at ? "kept" : "newer") : "fresh"] += 1;
      }
    }
    return counts;
  };

  const save = () => {
    const { name, ...progress } = learning.now();
    const date = new Date().toISOString();
    const value = { what: WHAT, format: FORMAT, note: words.file_note, nickname: name, date, progress };
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(value, null, 1)], { type: "application/json" }));
    link.download = `${fill(words.file_name, { name: name || words.file_guest, date: learning.today() })}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return link.download;
  };

  /** What a file holds: `{nickname, date, progress, lost}`, or `{refused}` says why it is not taken. */
  const opened = async (file) => {
    if (file.size > MOST_BYTES) return { refused: words.import_large };
    let value;
    try {
      value = JSON.parse(await file.text());
    } catch {
      return { refused: words.import_other };
    }
    if (value?.what !== WHAT) return { refused: words.import_other };
    if (value.format !== FORMAT) return { refused: words.import_format };
    const progress = learning.tidy(value.progress ?? {});
    const count = (one) => learning.parts.reduce((sum, part) => sum + Object.keys(one?.[part] ?? {}).length, 0);
    const date = Number.isNaN(Date.parse(value.date)) ? "" : value.date;
    const nickname = String(value.nickname ?? "");
    return {
      nickname: learning.isName(nickname) ? nickname : "",
      date,
      progress,
      lost: count(value.progress) - count(progress),
    };
  };

  const dayOf = (date) =>
    date ? new Date(date).toLocaleDateString(languages[lang].tag, { dateStyle: "medium" }) : "?";

  /** Say what taking a file in would do, and do it when that is wanted; then the keyboard is back at *from*. */
  const preview = ({ nickname, date, progress, lost }, say, from) => {
    const into = learning.isKept() ? learning.now().name || nickname : "";
    const isNew = into && !learning.named(into);
    const target = isNew ? learning.tidy({}) : (learning.named(into) ?? learning.guest());
    const { fresh, newer, kept } = compare(target, progress);
    const where = into ? fill(isNew ? words.import_new : words.import_into, { name: into }) : words.import_guest;
    const yes = button(words.import_yes, "check", () => {
      if (isNew) learning.add(into);
      else if (into) learning.choose(into);
      learning.change((one) => merge(one, progress));
      say(fill(words.imported, { n: fresh + newer }));
      from.focus();
    });
    const no = button(words.import_no, "cross", () => {
      say();
      from.focus();
    });
    say(
      make("span", "", fill(words.import_from, { name: nickname || words.file_guest, date: dayOf(date) })),
      make("span", "", fill(words.import_counts, { fresh, newer, kept })),
      make("span", "", where),
      lost ? make("span", "", fill(words.import_lost, { n: lost })) : "",
      make("span", "who__choice", yes, no),
    );
    yes.focus();
  };

  /** The line with export and import. */
  const files = () => {
    const said = make("p", "who__line who__said");
    said.setAttribute("role", "status");
    const say = (...children) => said.replaceChildren(...children.filter(Boolean));
    const input = make("input", "sr");
    input.type = "file";
    input.accept = ".json,application/json";
    input.tabIndex = -1;
    input.setAttribute("aria-label", words.import_file);
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const found = await opened(file).catch(() => ({ refused: words.import_other })); // whatever else may be in it
      input.value = "";
      if (found.refused) say(make("span", "", `${file.name}: ${found.refused}`));
      else preview(found, say, into);
    });
    const out = button(words.export_file, "download", () =>
      say(make("span", "", fill(words.exported, { file: save() }))),
    );
    const into = button(words.import_file, "archive", () => input.click());
    return make("div", "who", make("p", "who__line", out, into, input), said, make("p", "soft", words.file_what));
  };

  Object.assign(learning, { merge, files });
})();
