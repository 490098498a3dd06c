/* A question without a server: whether it asks for a title that is planned and not written yet, by the rules of
   search/planned.py. */

(() => {
  const { languages, offline } = window.Shouce;
  const { stem } = offline;

  class Planned {
    constructor({ data, reader }) {
      const { shortest, titles } = data.planned;
      this.shortest = shortest;
      this.titles = titles.map((one) => ({
        one,
        keys: [one.title.zh, one.title.en].map((title) => this.letters(reader.normalize(title))),
      }));
    }

    /** A normalised text without spaces and signs, each English word without its ending. */
    letters(text) {
      return text.replace(/[a-z]+/g, stem).replace(/[^\p{L}\p{N}]+/gu, "");
    }

    /** The longest title that a question means, in *handbook* if one is asked; null where there is none. */
    meant(texts, handbook) {
      const asked = texts.map((text) => this.letters(text));
      const isIn = (key) => asked.some((text) => key === text || (key.length >= this.shortest && text.includes(key)));
      let best = null;
      let longest = 0;
      for (const { one, keys } of this.titles) {
        for (const key of !handbook || one.handbook === handbook ? keys.filter(isIn) : []) {
          if (key.length > longest) [best, longest] = [one, key.length];
        }
      }
      return best;
    }

    /** What an answer says of the title that a question means. */
    said({ typed, text }, lang, handbook) {
      const one = this.meant([typed, text], handbook);
      if (!one) return null;
      const url = languages[lang].prefix + one.url;
      return { title: one.title[lang], handbook: one.handbook, chapter: one.chapter[lang], url };
    }
  }

  Object.assign(offline, { Planned });
})();
