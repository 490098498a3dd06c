/* How far somebody is in a course: what is done of each module, what comes next, how many hours are left. */

(() => {
  const { learning, load, data, lang } = window.Shouce;

  const fileOf = (course, what) => {
    const [handbook, , id] = course.split("/");
    return `assets/courses/${handbook}.${id}.${what}${lang}.js`;
  };
  /** The plan of a course, as `training/browser.py` describes it. */
  const planOf = async (course) => {
    await load(fileOf(course, ""));
    return data.plans[course];
  };
  /** Items as their file has them, with every text in its place again. */
  const unpacked = ({ texts, items, ...rest }) => {
    const join = ([before, after]) => (after ? `${texts[before]}#${after}` : texts[before]);
    const unpack = (item) => {
      const options = item.options.map(([key, text]) => [texts[key], texts[text]]);
      const right = item.right.map((at) => options[at][0]);
      const [title, why] = [texts[item.title], texts[item.why]];
      return { ...item, id: join(item.id), url: join(item.url), title, options, right, why };
    };
    return { ...rest, items: items.map(unpack) };
  };
  /** The items of a course, likewise. */
  const courses = new Map();
  const itemsOf = async (course) => {
    await load(fileOf(course, "items."));
    if (!courses.has(course)) courses.set(course, unpacked(data.courses[course]));
    return courses.get(course);
  };

  /** The parts of a module: each task, and its self-test where it has items. */
  const partsOf = (plan, module) => {
    const tasks = module.tasks.map(([act, address, title, url]) => ({
      act,
      address,
      title,
      url,
      module,
      isDone: Boolean(learning.done(act, address)),
    }));
    if (!module.items) return tasks;
    const address = `${plan.course}#${module.id}`;
    const last = learning.done("test", address);
    const isDone = Boolean(last) && last.score * 100 >= plan.pass * last.of;
    return [...tasks, { act: "test", address, title: module.title, url: module.url, module, isDone }];
  };
  const share = (parts) => (parts.length ? parts.filter(({ isDone }) => isDone).length / parts.length : 1);

  /** How far one is: `{percent, hours (left, null where the course does not say), next (a part, or null)}`. */
  const progressOf = (plan) => {
    const modules = plan.modules.map((module) => ({ module, parts: partsOf(plan, module) }));
    const all = modules.flatMap(({ parts }) => parts);
    const isCounted = modules.some(({ module }) => module.hours);
    const left = isCounted
      ? modules.reduce((sum, { module, parts }) => sum + (module.hours ?? 0) * (1 - share(parts)), 0)
      : plan.hours && plan.hours * (1 - share(all));
    return {
      percent: Math.floor(share(all) * 100),
      hours: left === undefined ? null : Math.ceil(left * 2) / 2,
      next: all.find(({ isDone }) => !isDone) ?? null,
    };
  };

  Object.assign(learning, { planOf, itemsOf, partsOf, progressOf });
})();
