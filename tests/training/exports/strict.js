/* What SCORM 1.2 (RTE 3.4) allows, held word for word; simulators forgive too much. Every call is written down. */

window.strict = (api) => {
  const STATUS = /^(passed|completed|failed|incomplete|browsed)$/;
  const SCORE = /^(100(\.0+)?|\d{1,2}(\.\d+)?)$/;
  const SPAN = /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/;
  const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
  const ID = /^[A-Za-z0-9]{1,255}$/;
  const LETTERS = /^(?=.{0,255}$)[a-z0-9](,[a-z0-9])*$/;
  const MODEL = [
    [/^cmi\.core\.lesson_status$/, STATUS],
    [/^cmi\.core\.score\.(raw|min|max)$/, SCORE],
    [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
    [/^cmi\.core\.session_time$/, SPAN],
    [/^cmi\.core\.lesson_location$/, /^[\s\S]{0,255}$/],
    [/^cmi\.suspend_data$/, /^[\s\S]{0,4096}$/],
    [/^cmi\.interactions\.\d+\.id$/, ID],
    [/^cmi\.interactions\.\d+\.time$/, TIME],
    [/^cmi\.interactions\.\d+\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/],
    [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, LETTERS],
    [/^cmi\.interactions\.\d+\.student_response$/, LETTERS],
    [/^cmi\.interactions\.\d+\.weighting$/, /^-?\d+(\.\d+)?$/],
    [/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/],
    [/^cmi\.interactions\.\d+\.latency$/, SPAN],
  ];
  const READ = /^cmi\.(core\.(lesson_mode|lesson_status|entry|student_name)|suspend_data|interactions\._count)$/;
  const faults = [];
  const calls = [];
  let state = "closed";
  let interactions = 0;

  const fault = (text) => faults.push(text);
  const inSession = (name) => state === "open" || fault(`${name} while ${state}`);

  function checkValue(name, value) {
    const rule = MODEL.find(([names]) => names.test(name));
    if (!rule) return fault(`${name} is not in the data model, or not to be set`);
    if (!rule[1].test(value)) fault(`${name} = ${JSON.stringify(value)}`);
    const number = Number(name.match(/^cmi\.interactions\.(\d+)\./)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) return;
    if (number > interactions) fault(`${name}: interactions are counted one after the other`);
    if (number === interactions) interactions++;
  }

  window.lms = { faults, calls, api };
  window.API = {
    LMSInitialize(text) {
      if (text !== "" || state !== "closed") fault(`LMSInitialize(${JSON.stringify(text)}) while ${state}`);
      state = "open";
      const begun = api.LMSInitialize("");
      interactions = Number(api.LMSGetValue("cmi.interactions._count")) || 0;
      return begun;
    },
    LMSFinish(text) {
      inSession("LMSFinish");
      if (text !== "") fault("LMSFinish takes an empty string");
      state = "finished";
      calls.push(["LMSFinish"]);
      return api.LMSFinish("");
    },
    LMSGetValue(name) {
      inSession(name);
      if (!READ.test(name)) fault(`${name} is not to be read`);
      return api.LMSGetValue(name);
    },
    LMSSetValue(name, value) {
      inSession(name);
      if (typeof value !== "string") fault(`${name}: no string`);
      checkValue(name, value);
      calls.push([name, value]);
      const taken = api.LMSSetValue(name, value);
      if (String(taken) !== "true") fault(`${name} = ${JSON.stringify(value)}: refused with ${api.LMSGetLastError()}`);
      return window.lms.refuses ? "false" : taken;
    },
    LMSCommit(text) {
      inSession("LMSCommit");
      if (text !== "") fault("LMSCommit takes an empty string");
      return api.LMSCommit("");
    },
    LMSGetLastError: () => api.LMSGetLastError(),
    LMSGetErrorString: (code) => api.LMSGetErrorString(code),
    LMSGetDiagnostic: (code) => api.LMSGetDiagnostic(code),
  };
};
