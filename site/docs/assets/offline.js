/* A question without a server: the answer to it, and what that amounts to. The rules are those of
   search/{ask,same,confidence,blank}.py; tests/data/search-cases.json holds both to them. */

(() => {
  const SHOWN = 5;
  const DANGER_BONUS = 1000; // more than any score, that of a code too
  const { offline } = window.Shouce;
  const { greatestOf, namesOf } = offline;

  class Search {
    constructor(index) {
      this.index = index;
      this.data = index.data;
      this.reader = index.reader;
      this.questions = new offline.Questions(index, this.reader);
      this.ranker = new offline.Ranker(index);
      this.planned = new offline.Planned(index);
    }

    /** What is found for a question, the cards before all else of a danger that somebody is in who asks so. */
    find(read, handbook) {
      const found = this.ranker.weigh(read, handbook);
      const perils = read.watch.look(read);
      read.watch.cards(perils).forEach((card, at) => {
        const record = this.index.records.find(({ folder, id }) => `${folder}/${id}` === card);
        found.coded.add(record);
        for (let one = record.first; one < record.end; one += 1) {
          found.scores[one] += DANGER_BONUS * (perils.length - at);
        }
      });
      return { ...found, perils };
    }

    /** What `sure` weighs, in the order of its weights. */
    signsOf({ tokens }, { words, nearest, summed, signs, lead }) {
      const { index } = this;
      const { code } = this.data.rank;
      const best = summed.reduce((first, score, one) => (score > summed[first] ? one : first), 0);
      const weigh = (some) => some.reduce((sum, token) => sum + index.rarity(token), 0);
      return [
        nearest,
        signs.middle[best],
        summed[best] > code / 2 ? summed[best] - code : summed[best],
        signs.covered_by_record[best],
        greatestOf(signs.covered),
        signs.covered[best],
        greatestOf(words) / Math.log(1 + index.owners.length),
        weigh(tokens.filter((token) => !index.isKnown(token))) / (weigh(tokens) || 1),
        Math.log(1 + tokens.length),
        lead,
      ];
    }

    /** How likely it is that the handbook answers, 0 to 1. */
    sure(read, found) {
      const weights = this.data.weights[read.lang][found.aim];
      const sum = this.signsOf(read, found).reduce((sum, sign, at) => sum + weights[at] * sign, 0);
      return 1 / (1 + Math.exp(-(weights.at(-1) + sum)));
    }

    /** What an answer amounts to that has the passage *first*, if any, before all others. */
    judge(read, found, first) {
      if (found.perils.length) return "answered";
      if (!first || !read.tokens.length) return "not_in_handbook";
      const { record } = first;
      if (found.coded.has(record)) return "answered";
      const [answered, unsure] = this.data.levels;
      const isNamed = found.titled.has(record) && namesOf(read.tokens).size > 1;
      const sure = Math.max(this.sure(read, found), isNamed ? answered : 0);
      if (sure < unsure) return "not_in_handbook";
      if (this.leavesBlank(first, read.fact)) return "blank_in_handbook";
      return sure < answered ? "unsure" : "answered";
    }

    /** Whether a passage could give a fact that is asked for and does not. */
    leavesBlank(passage, fact) {
      const { blank, in_texts: inTexts } = this.data.rank;
      const mayBe = inTexts.includes(fact) || blank.includes(passage.record.folder);
      return Boolean(fact && passage.hasPart && mayBe && !passage.gives(fact));
    }

    async dangerOf(question, lang, handbook) {
      const read = this.questions.read(question);
      const watch = await offline.watch(offline.heardIn(read.text));
      return watch.answer(watch.look(read), lang ?? read.lang, handbook);
    }

    /** The closest passages, whatever they amount to. */
    async near(question, lang, top, handbook) {
      const read = await this.prepared(question);
      const chosen = this.ranker.choose(this.ranker.weigh(read, this.there(handbook)), top);
      await this.index.loadTexts(chosen, [lang]);
      return chosen.map((number) => this.hit(number, lang, handbook));
    }

    /** A question that was read, once there is what it takes to weigh it, with whoever looks for a danger in it. */
    async prepared(question) {
      const read = this.questions.read(question);
      const words = this.index
        .loadWords([...read.tokens, ...read.first])
        .then(() => this.index.loadMeaning(read.tokens));
      const [watch] = await Promise.all([offline.watch(offline.heardIn(read.text)), words]);
      return { ...read, watch };
    }

    /** The passages to answer with, best first, each with those of other handbooks that say the same. */
    choose(found, top) {
      if (found.aim === "home") return this.ranker.choose(found, top).map((number) => [number]);
      const groups = [];
      for (const number of this.ranker.choose(found, this.data.rank.folded * top)) {
        const group = groups.find((one) => this.belongs(number, one, found));
        if (group) group.push(number);
        else groups.push([number]);
      }
      return groups.slice(0, top);
    }

    /** Whether a passage is on the same matter as a group, in a handbook that is not in it. */
    belongs(number, group, found) {
      const recordOf = (one) => this.index.passages[one].record;
      const [record, first] = [recordOf(number), recordOf(group[0])];
      const handbooks = group.map((one) => recordOf(one).handbook);
      if (!record.handbook || handbooks.includes(record.handbook) || !first.alike.has(record)) return false;
      return this.ranker.bestOf(first, found) - this.ranker.bestOf(record, found) <= this.data.rank.near;
    }

    /** A handbook, unless it was chosen once and is there no more. */
    there(handbook) {
      return this.index.records.some((record) => record.handbook === handbook) ? handbook : "";
    }

    async ask(question, lang, top, chosenBook, home) {
      const began = performance.now();
      const handbook = this.there(chosenBook);
      const read = await this.prepared(question);
      const found = this.find(read, handbook);
      const chosen = this.choose(found, Math.max(top, SHOWN)).slice(0, top);
      const wording = lang ?? read.lang;
      const planned = this.plannedFor(read, found, wording, handbook);
      const status = planned ? "not_in_handbook" : this.judge(read, found, this.index.passages[chosen[0]?.[0]]);
      const given = status === "not_in_handbook" ? [] : chosen;
      await this.index.loadTexts(
        given.map(([number]) => number),
        [wording],
      );
      const answers = given.map(([number, ...others]) => this.hit(number, wording, handbook, others));
      const danger = read.watch.answer(found.perils, wording, home);
      const took = performance.now() - began;
      return { question, lang: wording, status, answers, danger, took_ms: took, ...(planned && { planned }) };
    }

    /** The title that is asked for and not written yet; none in danger, and where a record is named or asked so. */
    plannedFor(read, { perils, coded, asked, titled }, lang, handbook) {
      if (perils.length || coded.size || asked.size || titled.size) return null;
      return this.planned.said(read, lang, handbook);
    }

    hit(number, lang, asked, others = []) {
      const { url, ...shown } = this.index.shown(number, lang, asked);
      const { record, part } = this.index.passages[number];
      const { forms, text, by, within, say } = this.index.textOf(number, lang);
      return {
        ...shown,
        step: part || null,
        text,
        by: by || null,
        within: within || null,
        forms,
        say: say || null,
        url,
        edition: record.edition,
        effective: record.effective || null,
        status: record.status,
        also: others.map((other) => this.index.addressOf(other)),
      };
    }
  }

  let index = null;
  let search = null;
  const opened = () => {
    index ??= new offline.Index(window.Shouce.data.index);
    search ??= new Search(index);
    return search;
  };
  Object.assign(offline, {
    /** What there is to say of the danger that somebody is in who asks so, before the index is there: `{danger, lang}`, or
        null; in time. */
    cry: async (question, lang, home = "") => {
      const watch = await offline.watch(offline.heardIn(question));
      const typed = new offline.Reader(null, watch.data.t2s).normalize(question, window.Shouce.longest);
      const perils = watch.look({ typed, text: typed });
      const worded = lang ?? (offline.CHINESE.test(typed) ? "zh" : "en");
      return perils.length ? { danger: watch.answer(perils, worded, home), lang: worded } : null;
    },
    /** Load the words of all other questions, a shard at a time, while nothing else happens. */
    loadRest: async () => {
      const { index } = opened();
      const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
      for (const shard of index.data.units.keys()) {
        await idle();
        await index.loadShard(shard);
      }
    },
    /** The index of `window.Shouce.data.index`, which must have been loaded. */
    index: () => opened().index,
    /** A question as it is read: its tokens, and the fact it asks for. */
    read: (question) => opened().questions.read(question),
    /** The object of `/api/ask`, in time; `lang` words the answers, where the question itself has no language; `handbook`
        is the only one to look in, `home` the one whose numbers are called in danger. */
    ask: (question, lang = null, top = SHOWN, handbook = "", home = handbook) =>
      opened().ask(question, lang, top, handbook, home),
    /** The danger that somebody is in who asks so: the object `danger` of `/api/ask`, or null; in time. */
    danger: (question, lang = null, handbook = "") => opened().dangerOf(question, lang, handbook),
    /** The answers closest to a question, whether they answer it or not. */
    near: (question, lang, top = SHOWN, handbook = "") => opened().near(question, lang, top, handbook),
  });
})();
