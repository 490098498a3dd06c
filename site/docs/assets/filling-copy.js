/* What a filled copy holds: the values of its controls where they are plain to see. Everything else is told and left to
   people: what is struck out, hidden or changed with tracking, what is ticked twice (`filled.reading` decides on those). */

(() => {
  const { tidy, wordml } = window.Shouce.filling;
  const { W, W14, child, all, valOf, tagOf, isA, tagsOf } = wordml;
  const DOCUMENT = "word/document.xml";
  const CUSTOM = "docProps/custom.xml";
  const STYLES = "word/styles.xml";
  const OURS = "f_"; // what the names of our bookmarks begin with
  const LARGEST = 40_000_000; // bytes of a part; the largest form has a hundredth of it
  const UNSEEN = new Set(["strike", "dstrike", "vanish", "specVanish", "webHidden"]);
  const ODD = new Set([
    ...["del", "moveFrom", "ruby", "fldChar", "fldSimple", "instrText", "sym", "object", "pict", "drawing"],
    ...["AlternateContent", "oMath", "sdt"],
  ]);
  const SAID = { br: "\n", cr: "\n", tab: " ", noBreakHyphen: "-" };
  const isOn = (node) => !["0", "false", "off", "none"].includes(valOf(node).trim().toLowerCase());

  const parsed = (bytes) => {
    const text = window.Shouce.zip.strFromU8(bytes);
    if (text.includes("<!DOCTYPE")) throw new Error("document type");
    const document = new DOMParser().parseFromString(text, "application/xml");
    if (document.querySelector("parsererror")) throw new Error("no XML");
    return document;
  };
  /** The parts of a Word file that matter here; throws where it is none. */
  const opened = (bytes) => {
    const wanted = [DOCUMENT, CUSTOM, STYLES];
    const filter = ({ name, originalSize }) => wanted.includes(name) && originalSize <= LARGEST;
    const files = window.Shouce.zip.unzipSync(bytes, { filter });
    return Object.fromEntries(
      wanted.map((name) => [name, files[name] ? parsed(files[name]) : null]).filter(([, part]) => part),
    );
  };
  const propertiesOf = (custom) =>
    new Map(
      [...(custom?.documentElement.children ?? [])].map((one) => [one.getAttribute("name"), one.textContent.trim()]),
    );

  /** The styles that strike out or hide what they are given to, and those that are based on them. */
  const unseenStyles = (styles) => {
    const found = new Set();
    if (!styles) return found;
    const all_ = all(styles, "style");
    const idOf = (style) => style.getAttributeNS(W, "styleId");
    const isUnseen = (style) =>
      [...style.getElementsByTagNameNS(W, "*")].some((one) => UNSEEN.has(one.localName) && isOn(one));
    for (const style of all_.filter(isUnseen)) found.add(idOf(style));
    for (let before = -1; before < found.size; ) {
      before = found.size;
      for (const style of all_) if (found.has(valOf(child(style, "basedOn")))) found.add(idOf(style));
    }
    return found;
  };

  /** Reads the controls of one document. */
  const readerOf = (parts) => {
    const unseen = unseenStyles(parts[STYLES]);
    const isOddStyle = (node) => ["rStyle", "pStyle"].includes(node.localName) && unseen.has(valOf(node));
    const isOdd = (node) => ODD.has(node.localName) || (UNSEEN.has(node.localName) && isOn(node)) || isOddStyle(node);
    /** Whether what stands around a control takes it out. */
    const isInOdd = (control) => {
      for (let node = control.parentElement; node; node = node.parentElement) {
        if (["del", "moveFrom"].includes(node.localName)) return true;
        if (node.localName === "tr" && all(node, "trPr").some((one) => child(one, "del"))) return true;
        if (node.localName === "p" && [...(child(node, "pPr")?.children ?? [])].some(isOddStyle)) return true;
      }
      return false;
    };
    const textOf = (content) => {
      let text = "";
      for (const node of content.getElementsByTagNameNS(W, "*")) {
        if (node.localName === "p" && text) text += "\n";
        if (node.localName === "t") text += node.textContent;
        text += node.parentElement.localName === "r" ? (SAID[node.localName] ?? "") : "";
      }
      return tidy(text);
    };
    const box = (node, content) => {
      const isChecked = child(node, "checked", W14)?.getAttributeNS(W14, "val") ?? "0";
      const glyph = (name, usual) =>
        String.fromCodePoint(Number.parseInt(child(node, name, W14)?.getAttributeNS(W14, "val") || usual, 16));
      const checked = ["1", "true", "on"].includes(isChecked.trim().toLowerCase());
      const drawn = textOf(content);
      const isClear = drawn === (checked ? glyph("checkedState", "2612") : glyph("uncheckedState", "2610"));
      return { checked, isClear, text: drawn };
    };
    return (control) => {
      const properties = child(control, "sdtPr");
      const content = child(control, "sdtContent");
      const ticked = child(properties, "checkbox", W14);
      const hinted = child(properties, "showingPlcHdr");
      const listed = all(properties, "listItem").map((one) => [
        one.getAttributeNS(W, "displayText") || one.getAttributeNS(W, "value"),
        one.getAttributeNS(W, "value"),
      ]);
      return {
        odd: isInOdd(control) || [...content.getElementsByTagName("*")].some(isOdd),
        alias: valOf(child(properties, "alias")),
        hinted: Boolean(hinted) && isOn(hinted),
        grey: all(content, "rStyle").some((one) => valOf(one) === "PlaceholderText"),
        listed: new Map(listed),
        ...(ticked ? box(ticked, content) : { text: textOf(content) }),
      };
    };
  };

  /** The number of the row that each control of a register stands in, by its row of the table or its repeated item. */
  const rowsOf = () => {
    const seen = new Map();
    return (control, block) => {
      let row = control.parentElement;
      while (row && row.localName !== "tr" && !isA(row, "repeatingSectionItem")) row = row.parentElement;
      for (let up = row; up; up = up.parentElement) if (isA(up, "repeatingSectionItem")) row = up;
      const rows = seen.get(block) ?? [];
      seen.set(block, rows);
      if (!rows.includes(row)) rows.push(row);
      return rows.indexOf(row) + 1;
    };
  };

  const isLeaf = (control) => !all(control, "sdt").length;
  /** What is left of the name of a control whose tag is gone: the bookmark right before it, or the first one in it. */
  const bookmarkOf = (control) => {
    const before = [];
    for (let one = control.previousElementSibling; one?.localName === "bookmarkStart"; one = one.previousElementSibling)
      before.push(one);
    const names = [...before, ...all(control, "bookmarkStart")].map((one) => one.getAttributeNS(W, "name") ?? "");
    return names.find((name) => name.startsWith(OURS)) ?? "";
  };
  /** The tags of a fillable file by the bookmarks of its controls: LibreOffice keeps these where it drops the tags. */
  const bookmarksIn = (parts) =>
    new Map(
      all(parts[DOCUMENT], "sdt")
        .filter(isLeaf)
        .map((control) => [bookmarkOf(control), tagOf(control)]),
    );
  const around = (node, name) => {
    let up = node.parentElement;
    while (up && up.localName !== name) up = up.parentElement;
    return up;
  };
  /** The tag of each control: its own, or that of its bookmark, or in a row that has neither that of its column. */
  const namesIn = (parts, byTag, bookmarks) => {
    const controls = all(parts[DOCUMENT], "sdt").filter((control) => tagOf(control) || isLeaf(control));
    const names = new Map(
      controls.map((control) => [control, tagOf(control) || bookmarks.get(bookmarkOf(control)) || ""]),
    );
    const nameless = controls.filter((control) => !names.get(control));
    if (!nameless.length) return names;
    const columns = new Map();
    const placeOf = (control) => {
      const [cell, row] = [around(control, "tc"), around(control, "tr")];
      return cell && row ? `${all(row, "tc").indexOf(cell)} ${all(cell, "sdt").filter(isLeaf).indexOf(control)}` : "";
    };
    const columnsOf = (table) => columns.get(table) ?? columns.set(table, new Map()).get(table);
    for (const [control, tag] of names)
      if (tag && !tagOf(control) && byTag.get(tag)?.[0].column)
        columnsOf(around(control, "tbl")).set(placeOf(control), tag);
    for (const control of nameless) names.set(control, columnsOf(around(control, "tbl")).get(placeOf(control)) ?? "");
    return names;
  };

  /**
   * The controls of a copy.
   * @param {object} parts as `opened` gives them
   * @param {object} definition of the form
   * @param {Map<string, string>} bookmarks as `bookmarksIn` gives them, for a copy that lost its tags
   * @returns {{known: object[], strangers: object[]}} those of the form, each with its blank, part and row; the others
   */
  const controlsIn = (parts, definition, bookmarks = new Map()) => {
    const byTag = tagsOf(definition);
    const readControl = readerOf(parts);
    const rowOf = rowsOf();
    const known = [];
    const strangers = [];
    for (const [control, tag] of namesIn(parts, byTag, bookmarks)) {
      const isWrapper = isA(control, "repeatingSection") || isA(control, "repeatingSectionItem");
      if (!tag || isWrapper || !child(control, "sdtContent")) continue;
      const [blank, part] = byTag.get(tag) ?? [];
      const row = blank?.column ? rowOf(control, blank.place.split("|")[0]) : 0;
      (blank ? known : strangers).push({ tag, blank, part, row, ...readControl(control) });
    }
    return { known, strangers };
  };

  Object.assign(window.Shouce.filling, { opened, propertiesOf, controlsIn, bookmarksIn, DOCUMENT, CUSTOM });
})();
