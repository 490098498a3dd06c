/* Whether the server can be reached: asked beside a question that is long in coming, and until it is back. */

(() => {
  const { root } = window.Shouce;
  const PATIENCE = 2000; // milliseconds
  const AWAY = [502, 503, 504]; // what stands before a server says so

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  /** A reply, or null where nobody gives one; `stop` ends the waiting. */
  const get = (path, stop) =>
    fetch(path, { headers: { Accept: "application/json" }, cache: "no-store", signal: stop.signal }).catch(() => null);

  /** Whether whoever is asked anything at all answers in time. */
  const isThere = async () => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    const reply = await get(`${root}/healthz`, stop);
    clearTimeout(timer);
    return Boolean(reply) && !AWAY.includes(reply.status);
  };

  /** A reply however long it takes, or null as soon as the server proves not to be there. */
  const reach = (path) => {
    const stop = new AbortController();
    const reply = get(path, stop);
    const gone = pause(PATIENCE).then(async () => {
      if (await isThere()) return reply;
      stop.abort();
      return null;
    });
    return Promise.race([reply, gone]);
  };

  /** Call *back* once the server is there again, for as long as *element* is in the page. */
  const untilBack = async (element, back) => {
    do await pause(PATIENCE);
    while (element.isConnected && (document.hidden || !(await isThere())));
    if (element.isConnected) back();
  };

  window.Shouce.reaching = { reach, untilBack };
})();
