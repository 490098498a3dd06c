/* Where answers come from: the server, or the index beside the pages when there is none to ask. */

(() => {
  const { lang: pageLang, longest, root, load, reaching } = window.Shouce;
  const CODE = /^[\w.-]*\d[\w.-]*$/; // a code alone has no language of its own
  const NO_API = [404, 405, 501]; // what plain web servers answer
  const AWAY = [502, 504]; // what stands before a server answers when that is gone
  const GONE = 422; // a handbook that was chosen and is there no more
  const MOST_PLACES = 20; // as many as the server gives at once

  const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

  /** What `/api/<name>` gives: `{object, search}`, `{without}` where there is nobody to ask, or `{failed}` with the status. */
  const request = async (name, query) => {
    const path = `${root}/api/${name}?${query}`;
    let response = await reaching.reach(path);
    if (response?.status === 503) {
      await pause(Number(response.headers.get("Retry-After")) || 1);
      response = await reaching.reach(path);
    }
    if (!response || AWAY.includes(response.status)) return { without: "unreachable" };
    if (response.status === 503) return { without: "busy" };
    const isJson = response.headers.get("content-type")?.includes("application/json");
    if (!isJson && (response.ok || NO_API.includes(response.status))) return { without: "static" };
    if (!isJson || !response.ok) return { failed: response.status };
    const object = await response.json().catch(() => null);
    const told = response.headers.has("X-Shouce-Paragraph") ? `${root}/api/paragraph?${query}` : null;
    return object ? { object, search: response.headers.get("X-Shouce-Search"), told } : { without: "unreachable" };
  };

  /* Danger is recognised by what is loaded first; the index comes after it. */
  const offline = async (name, question, ...given) => {
    const watched = load("offline.js").then(() => window.Shouce.offline.watch(window.Shouce.offline.heardIn(question)));
    await Promise.all([watched, load("assets/index.js")]);
    return window.Shouce.offline[name](question, ...given);
  };

  /** Load the other words while nothing else happens, unless somebody pays for every byte: the next question waits for
      nothing then. */
  const loadRest = () => {
    if (!navigator.connection?.saveData) window.Shouce.offline.loadRest().catch(() => null); // it is tried again when it is needed
  };

  /** The handbook that somebody works from: the one to look in, and whose numbers are called in danger. */
  const home = () => document.documentElement.dataset.handbook ?? "";

  /** *answer*, found in a handbook or in all, with its card, which needs the forms; without one where its file cannot be had. */
  const withCard = async (answer, handbook) => {
    try {
      await load("assets/catalogue.js");
      return { ...answer, card: await window.Shouce.offline.card(answer, handbook) };
    } catch {
      return answer;
    }
  };

  /**
   * Look *question* up, by meaning and word by word. The next question asks the server again, whatever happened to this one.
   * @param {string} question
   * @param {string|null} lang of the answers; that of the question when null
   * @param {boolean} isWide whether to look in all handbooks, where somebody works from one
   * @returns {{answer: Promise<object>, text: Promise<object>, danger: Promise<object>}} the first two `{object, from,
   *   search, told}`, with `told` the address of its paragraph or null, `from` the server or why it was not asked (`file`, `static`, `unreachable`, `busy`), `{failed: status}`,
   *   or `{tooLong: characters}`; a text is null where it cannot be searched; `danger` is what there is to say of it before
   *   the index without a server is there, or null
   */
  const lookUp = (question, lang, isWide = false) => {
    const length = [...question].length;
    const nothing = Promise.resolve(null);
    if (length > longest) return { answer: Promise.resolve({ tooLong: length }), text: nothing, danger: nothing };
    const worded = lang ?? (CODE.test(question) ? pageLang : null);
    const inLang = worded ? { lang: worded } : {};
    const own = isWide ? "" : home();
    const query = (handbook) => new URLSearchParams({ q: question, ...inLang, ...(handbook ? { handbook } : {}) });
    const isServed = location.protocol.startsWith("http");
    const nobody = Promise.resolve({ without: "file" });
    const ask = async () => {
      const reply = await request("ask", `${query(own)}&card=true`);
      return own && reply.failed === GONE ? request("ask", `${query("")}&card=true`) : reply;
    };
    const asked = isServed ? ask() : nobody;
    const read = isServed ? request("text", `${query("")}&top=${MOST_PLACES}`) : nobody;
    const answered = asked.then(async (reply) => {
      if (!reply.without) return { ...reply, from: "server" };
      const answer = await offline("ask", question, worded, undefined, own, home());
      return { object: await withCard(answer, own), from: reply.without };
    });
    const afterwards = answered.catch(() => null);
    return {
      answer: answered,
      text: asked.then(async (reply) => {
        if (reply.without) {
          await afterwards; // what the answer needs comes first
          const object = await offline("text", question, worded, MOST_PLACES);
          loadRest();
          return { object, from: reply.without };
        }
        const { object } = await read;
        return object ? { object, from: "server" } : null;
      }),
      danger: asked.then(async (reply) => {
        if (!reply.without) return null;
        await load("offline.js");
        return window.Shouce.offline.cry(question, worded, home());
      }),
    };
  };

  window.Shouce.lookUp = lookUp;
})();
