/* A question without a server: the index beside the pages, as search/browser.py describes it. */

(() => {
  const { languages, offline } = window.Shouce;

  const worded = ([section = "", text = "", by = "", within = "", say = "", hints = ""]) => ({
    section,
    text,
    by,
    within,
    say,
    hints,
  });

  class Index extends offline.Lexical {
    constructor(data) {
      super(data);
      this.reader = new offline.Reader(data);
      this.readRecords();
    }

    readRecords() {
      this.records = this.data.records.map(([handbook, folder, id, code, zh, en, edition, effective, status]) => ({
        handbook,
        folder,
        id,
        code,
        zh,
        en,
        edition,
        effective,
        status,
      }));
      this.passages = [];
      this.data.records.forEach((fields, number) => {
        const record = this.records[number];
        record.first = this.passages.length;
        record.end = record.first + fields.at(-1);
        for (const [part, anchor, starts, forms, sort, zh, en] of this.data.passages.slice(record.first, record.end)) {
          this.passages.push({ record, part, anchor, starts, forms, sort, zh: worded(zh), en: worded(en) });
        }
      });
    }

    /** What every answer shows of a passage; *asked* is the handbook that was asked, if one was. */
    shown(number, lang, asked = "") {
      const {
        record,
        anchor,
        [lang]: { section },
      } = this.passages[number];
      const { at, prefix } = languages[lang];
      const [kind, ...called] = this.data.kinds[record.folder];
      const folder = record.handbook ? `${record.handbook}/${record.folder}` : record.folder;
      const page = `${folder}/${record.id}.html${anchor ? `#${anchor}` : ""}`;
      return {
        handbook: record.handbook || asked || null,
        kind,
        record: record.id,
        code: record.code || null,
        title: record[lang],
        section: section || called[at],
        url: prefix + page,
      };
    }
  }

  Object.assign(offline, { Index });
})();
