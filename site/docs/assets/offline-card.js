/* The card of an answer without a server: what stands around its step, from the part of the texts
   that has it (search/page_texts.py). The rules are those of search/card.py. */

(() => {
  const NEAREST = 3;
  const LEAST_CODE = 3;
  const LONGEST_FACT = 40;
  const CODE = /[a-z]+[a-z0-9 .-]*[0-9]/;
  const ACT =
    /(?:谁|哪位|哪个(?:部门|岗位|人|领导)|什么人)(?:来|去|负责|可以|能|会|该|应|要)*([\u3400-\u9fff]+)|who(?:m| )([a-z ]+)/;
  const CLAUSE = /[^。；;！？!?\n]+/g;
  const { languages, offline, data } = window.Shouce;

  const placed = ({ title, section, url }) => ({ title, section, url });

  /** What stands around the passage of *url*. */
  const aroundAt = async (url, lang) => {
    const index = offline.index();
    const [page, anchor = ""] = url.slice(languages[lang].prefix.length).split("#");
    const record = index.records.find((one) => `${index.addressOf(one.first)}.html` === page);
    await index.loadTexts([record.first], [lang]); // with all others of its record
    let number = record.first;
    while (index.textOf(number, lang).anchor !== anchor) number += 1;
    const { nth, of, before, after, never } = index.aroundOf(number, lang);
    const place = (one) => placed(index.shown(one, lang));
    return { number: nth || null, of: of || null, before: before.map(place), after: after.map(place), never };
  };

  const formsBy = () => data.catalogue ?? { forms: {}, codes: {} };
  const papersOf = (handbook, names, lang) => {
    const { forms, codes } = formsBy();
    return names
      .map((name) => codes[`${handbook}/${name}`] ?? name)
      .filter((address) => forms[address])
      .map((address) => ({
        code: forms[address].code ?? "",
        title: forms[address].title[lang],
        address,
        url: languages[lang].prefix + forms[address].url,
      }));
  };
  const namesOf = ({ handbook, kind, record, forms }) =>
    kind === "form" ? [`${handbook}/forms/${record}`, ...forms] : forms;

  const letters = (code) => code.toLowerCase().replace(/[^a-z0-9]/g, "");
  const share = (sought, code) => {
    let length = sought.length;
    while (length && !code.includes(sought.slice(0, length))) length -= 1;
    return length;
  };
  const alikeCodes = (question) => {
    const sought = letters(offline.index().reader.normalize(question).match(CODE)?.[0] ?? "");
    const shares = Object.entries(formsBy().forms).map(([address, form]) => [
      share(sought, letters(form.code ?? "")),
      address,
    ]);
    const most = Math.max(0, ...shares.map(([length]) => length));
    const best = shares.filter(([length]) => length === most).map(([, address]) => address);
    return most >= LEAST_CODE ? best.slice(0, NEAREST) : [];
  };
  const meant = (question, near, lang) => {
    const found = [
      ...papersOf("", alikeCodes(question), lang),
      ...near.flatMap((one) => papersOf(one.handbook, namesOf(one), lang)),
    ];
    return [...new Map(found.map((paper) => [paper.address, paper])).values()].slice(0, NEAREST);
  };

  /** Whether a clause has the first word of an act: two characters, or one with what it is done to, or a word. */
  const says = (clause, act, tokens) => {
    if (act >= "\u3400") {
      const plain = offline.index().reader.normalize(clause);
      return (
        plain.includes(act.slice(0, 2)) || (act.length > 2 && plain.includes(act[0]) && plain.includes(act.slice(1, 3)))
      );
    }
    const [word] = tokens(act);
    return !word || tokens(clause).includes(word);
  };
  const clauseOf = (text, fact, question) => {
    const { data: known, reader } = offline.index();
    if (!known.said[fact]) return "";
    const tokens = (typed) => reader.tokens(reader.normalize(typed));
    const found = fact === "by" ? reader.normalize(question).match(ACT) : null;
    const act = found?.[1] ?? found?.[2] ?? "";
    const has = (clause) => new RegExp(known.said[fact], "u").test(reader.normalize(clause));
    const clauses = (text.match(CLAUSE) ?? []).map((clause) => clause.trim());
    const said = clauses.filter((clause) => has(clause) && says(clause, act, tokens));
    const asked = new Set(tokens(question));
    const shared = said.map((clause) => [...new Set(tokens(clause))].filter((token) => asked.has(token)).length);
    const most = Math.max(0, ...shared);
    if (!most && said.length !== 1) return "";
    const best = said[shared.indexOf(most)];
    return best.length <= LONGEST_FACT ? best : "";
  };
  const factOf = ({ question, status, answers, lang }, forms) => {
    const { fact } = offline.read(question);
    if (!fact || status !== "answered") return null;
    const titles = forms.map(({ title }) => title).join(["、", ", "][languages[lang].at]);
    const value = (fact === "forms" ? titles : answers[0][fact]) || clauseOf(answers[0].text, fact, question);
    return value ? { name: fact, value } : null;
  };

  /** The card of *answer*, which `offline.ask` gave in a handbook or in all: the object `card` of `/api/ask?card=true`. */
  offline.card = async (answer, handbook = "") => {
    const { question, lang, status, answers } = answer;
    const isDead = status === "not_in_handbook" || status === "blank_in_handbook";
    const near = isDead ? await offline.near(question, lang, NEAREST, handbook) : [];
    const ends = { nearest: near.map(placed), papers: isDead ? meant(question, near, lang) : [] };
    const none = { fact: null, number: null, of: null, before: [], after: [], never: [], forms: [] };
    if (!answers.length) return { ...none, ...ends };
    const forms = papersOf(answers[0].handbook, namesOf(answers[0]), lang);
    const around = await aroundAt(answers[0].url, lang);
    return { ...none, ...around, fact: factOf(answer, forms), forms, ...ends };
  };
})();
