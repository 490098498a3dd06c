/* The line to the learning management system: SCORM 1.2, with the words and lengths that the standard allows.
   Without a system everything is answered as if nothing had been done before, and nothing is kept. */

(() => {
  window.Shouce ??= {};
  const PARENTS = 10;
  const SUSPEND = 4096;
  const HOURS = 9999;
  const began = Date.now();

  function apiAbove(start) {
    try {
      for (let frame = start, up = 0; frame && up <= PARENTS; up++) {
        if (frame.API) return frame.API;
        if (frame.parent === frame) return null;
        frame = frame.parent;
      }
    } catch {
      // a frame of another origin tells nothing
    }
    return null;
  }

  const api = apiAbove(window) ?? apiAbove(window.opener) ?? apiAbove(window.top?.opener);
  let open = api ? String(api.LMSInitialize("")) === "true" : false;

  const two = (number) => String(number).padStart(2, "0");

  /** A length of time as the standard writes it: HHHH:MM:SS.SS. */
  function timespan(milliseconds) {
    const hundredths = Math.max(0, Math.round(milliseconds / 10));
    const seconds = Math.floor(hundredths / 100);
    const hours = Math.floor(seconds / 3600);
    if (hours > HOURS) return `${HOURS}:59:59.99`;
    const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
    return `${String(hours).padStart(4, "0")}:${clock}`;
  }

  /** A time of the day: HH:MM:SS. */
  const timeOfDay = (date) => `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;

  const get = (name) => (open ? String(api.LMSGetValue(name)) : "");

  /** Whether the system took it; without one everything is taken. */
  const set = (name, value) => !open || String(api.LMSSetValue(name, String(value))) === "true";

  function commit() {
    if (!open) return true;
    set("cmi.core.session_time", timespan(Date.now() - began));
    return String(api.LMSCommit("")) === "true";
  }

  function finish() {
    if (!open) return;
    commit();
    api.LMSFinish("");
    open = false;
  }

  /** What was put aside when the module was left; null where there is nothing, or nothing of ours. */
  function resumed() {
    try {
      return JSON.parse(get("cmi.suspend_data"));
    } catch {
      return null;
    }
  }

  function suspend(state) {
    const text = JSON.stringify(state);
    return text.length <= SUSPEND && set("cmi.suspend_data", text);
  }

  let reported = Number.parseInt(get("cmi.interactions._count"), 10) || 0;

  /** An answer; a system may do without these, so that nothing hangs on whether it takes them. */
  function interaction(answer) {
    const at = `cmi.interactions.${reported++}`;
    set(`${at}.id`, answer.id);
    set(`${at}.time`, timeOfDay(new Date()));
    set(`${at}.type`, answer.type);
    set(`${at}.correct_responses.0.pattern`, answer.pattern);
    set(`${at}.weighting`, 1);
    set(`${at}.student_response`, answer.response);
    set(`${at}.result`, answer.isRight ? "correct" : "wrong");
    set(`${at}.latency`, timespan(answer.took));
  }

  Object.assign(window.Shouce, {
    connection: { isOpen: open, get, set, commit, finish, resumed, suspend, interaction },
  });
})();
