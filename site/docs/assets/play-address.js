/* The address of a moment that is played, with the way there: `#play=outage/symptom/lights`.

   Where several answers lead to the same moment, `lights.2` is the second of them. */

(() => {
  if (!window.Shouce.playing) return;
  const KEY = "#play=";
  const nameOf = ({ id }) => id.replace(/^node-/, "");
  const waysOut = (moment) => [...moment.ways, ...(moment.limit ? [moment.limit.way] : [])];
  const waysTo = (from, to) => waysOut(from).filter((way) => way.to === to.id);

  /** The address of a path, whose every place is a moment and the `way` that led to it, or none. */
  const hashOf = (path) => {
    const places = path.map(({ moment, way }, at) => {
      const number = way ? waysTo(path[at - 1].moment, moment).indexOf(way) : 0;
      return nameOf(moment) + (number > 0 ? `.${number + 1}` : "");
    });
    return KEY + places.join("/");
  };

  /** The path that an address names: null when it names none; `isCut` where it no longer leads through. */
  const pathOf = (hash, moments) => {
    if (!hash.startsWith(KEY)) return null;
    let path = [];
    let isCut = false;
    for (const place of hash.slice(KEY.length).split("/")) {
      const [name, number = "1"] = place.split(".");
      const moment = moments.get(`node-${name}`);
      const before = path.at(-1)?.moment;
      const way = (moment && before && waysTo(before, moment)[Number(number) - 1]) ?? null;
      const leadsOn = moment && (way || !(before || isCut));
      isCut ||= !leadsOn;
      path = leadsOn ? [...path, { moment, way }] : moment ? [{ moment, way: null }] : [];
    }
    return { path, isCut };
  };

  Object.assign(window.Shouce.playing, { hashOf, pathOf, waysOut });
})();
