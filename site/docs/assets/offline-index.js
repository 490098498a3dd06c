/* A question without a server: the index beside the pages, as search/browser.py describes it. Texts come in parts by
   language; those of what is shown must have been loaded. */

(() => {
  const FIELDS = ["within", "by", "forms"];
  const [STARTS, ANCHORED, PART, IN_FIELD, SAID] = [1, 2, 4, 8, 64];
  const { data: given, languages, offline } = window.Shouce;

  class Index extends offline.Lexical {
    constructor(data) {
      super(data);
      const [{ t2s }] = Object.values(given.danger); // every language has the same
      this.reader = new offline.Reader(data, t2s);
      this.readPassages(this.readRecords());
      this.partOf = new Int32Array(this.passages.length);
      this.partFirsts = [0];
      data.texts.forEach((count, part) => {
        const first = this.partFirsts[part];
        this.partOf.fill(part, first, first + count);
        this.partFirsts.push(first + count);
      });
      this.texts = new Map();
    }

    /** The records; gives that of each passage. */
    readRecords() {
      const owners = [];
      this.records = this.data.records.map((fields) => {
        const [handbook, folder, id, code, zh, en, edition, effective, status, size] = fields;
        const [first, end] = [owners.length, owners.length + size];
        const record = { handbook, folder, id, code, zh, en, edition, effective, status, first, end, alike: new Set() };
        for (let left = size; left > 0; left -= 1) owners.push(record);
        return record;
      });
      for (let at = 0; at < this.data.alike.length; at += 2) {
        const [one, other] = [this.records[this.data.alike[at]], this.records[this.data.alike[at + 1]]];
        one.alike.add(other);
        other.alike.add(one);
      }
      return owners;
    }

    readPassages(owners) {
      const { sorts, passages, ids, rank } = this.data;
      const facts = [...FIELDS, ...rank.in_texts];
      const packed = offline.bytesOf(passages);
      const parts = ids.split(" ");
      this.passages = owners.map((record, number) => {
        const bits = packed[3 * number + 1] + (packed[3 * number + 2] << 8);
        return {
          record,
          part: parts[number],
          sort: sorts[packed[3 * number]],
          starts: Boolean(bits & STARTS),
          isAnchored: Boolean(bits & ANCHORED),
          hasPart: Boolean(bits & PART),
          inField: (fact) => Boolean(bits & (IN_FIELD << FIELDS.indexOf(fact))),
          gives: (fact) => Boolean(bits & (SAID << facts.indexOf(fact))),
        };
      });
    }

    async loadPartOfTexts(lang, part) {
      const name = `${lang}-${part}`;
      this.texts.set(name, await this.loadPart(`texts-${name}`, ["texts", name]));
    }

    /** Load the texts of passages in some languages. */
    async loadTexts(numbers, langs) {
      const parts = new Set([...numbers].map((number) => this.partOf[number]));
      const missing = langs.flatMap((lang) =>
        [...parts].filter((part) => !this.texts.has(`${lang}-${part}`)).map((part) => this.loadPartOfTexts(lang, part)),
      );
      await Promise.all(missing);
    }

    /** What a passage says in a language. */
    textOf(number, lang) {
      const { passages, place } = this.placeOf(number, lang);
      const [anchor, forms, section = "", text = "", by = "", within = "", say = "", hints = ""] = passages[place];
      return { anchor, forms, section, text, by, within, say, hints };
    }

    /** What stands around a passage, in a language; neighbours are numbers of passages. */
    aroundOf(number, lang) {
      const { around, never, place } = this.placeOf(number, lang);
      const [nth, of, before, after, said] = around[place];
      const { first } = this.passages[number].record;
      const numbers = (places) => places.map((one) => first + one);
      return {
        nth,
        of,
        before: numbers(before),
        after: numbers(after),
        never: never[said].split("\n").filter(Boolean),
      };
    }

    /** The part of the texts that has a passage, in a language, and its place there. */
    placeOf(number, lang) {
      const part = this.partOf[number];
      return { ...this.texts.get(`${lang}-${part}`), place: number - this.partFirsts[part] };
    }

    /** The address of a passage, with its part where it has one. */
    addressOf(number) {
      const { record, part } = this.passages[number];
      const place = [record.handbook, record.folder, record.id].filter(Boolean).join("/");
      return part ? `${place}#${part}` : place;
    }

    /** What every answer shows of a passage; *asked* is the handbook that was asked, if one was. */
    shown(number, lang, asked = "") {
      const { record } = this.passages[number];
      const { anchor, section } = this.textOf(number, lang);
      const { at, prefix } = languages[lang];
      const [kind, ...called] = this.data.kinds[record.folder];
      const page = `${[record.handbook, record.folder, record.id].filter(Boolean).join("/")}.html`;
      return {
        handbook: record.handbook || asked || null,
        kind,
        record: record.id,
        code: record.code || null,
        title: record[lang],
        section: section || called[at],
        url: `${prefix}${page}${anchor ? `#${anchor}` : ""}`,
      };
    }
  }

  Object.assign(offline, { Index });
})();
