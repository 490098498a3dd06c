/* Runs one module (`?sco=keys`) and keeps what it reports in the browser, as an LMS would in its database. */

const module_ = new URLSearchParams(location.search).get("sco");
const mode = new URLSearchParams(location.search).get("mode");
const stored = JSON.parse(localStorage.getItem(module_) ?? "null");
const api = new window.Scorm12API({ autocommit: false, logLevel: 5 });
if (stored) api.loadFromJSON(stored.cmi, "cmi");
if (mode) api.cmi.core.lesson_mode = mode;
window.strict(api);

const keep = () => {
  const data = api.renderCommitCMI(true);
  const cmi = (data.cmi ?? data) && JSON.parse(JSON.stringify(data.cmi ?? data));
  localStorage.setItem(module_, JSON.stringify({ cmi, faults: window.lms.faults, calls: window.lms.calls }));
};
api.on("LMSCommit", keep);
api.on("LMSFinish", keep);
document.querySelector("iframe").src = `/package/${module_}.html`;
