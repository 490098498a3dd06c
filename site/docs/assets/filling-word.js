/* The Word file of a filled form, made in the browser: the fillable file as it is, with values put into its controls.

   The same controls get the same content as `generators/filling` gives them. The file lies beside its form as a script,
   since a page that is opened from a stick may load nothing else. */

(() => {
  const { capitals } = window.Shouce.filling;
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  const W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
  const XML = "http://www.w3.org/XML/1998/namespace";
  const DOCUMENT = "word/document.xml";
  const CUSTOM = "docProps/custom.xml";
  const NEXT_IDS = 1_000_000;

  const child = (node, name, space = W) =>
    [...node.children].find((one) => one.localName === name && one.namespaceURI === space);
  const all = (node, name, space = W) => [...node.getElementsByTagNameNS(space, name)];
  const valOf = (node) => node?.getAttributeNS(W, "val") ?? "";
  const tagOf = (control) => valOf(child(child(control, "sdtPr"), "tag"));
  const isA = (control, name) => control.localName === "sdt" && Boolean(child(child(control, "sdtPr"), name, W15));

  /** The blanks of a form, each with the part of it that a control is, by the tag of the control. */
  const tagsOf = (definition) =>
    new Map(
      definition.blanks.flatMap((blank) => Object.entries(blank.parts).map(([tag, part]) => [tag, [blank, part]])),
    );

  /** Runs of text as a control holds them; a line break becomes `w:br`. */
  const runOf = (document, text) => {
    const run = document.createElementNS(W, "w:r");
    text.split("\n").forEach((line, index) => {
      if (index) run.append(document.createElementNS(W, "w:br"));
      const said = document.createElementNS(W, "w:t");
      said.setAttributeNS(XML, "xml:space", "preserve");
      said.textContent = line;
      run.append(said);
    });
    return run;
  };

  const showDate = (value, shown) => {
    const [year, month = "01", day = "01", hour = "00", minute = "00"] = value.split(/[- :T]/);
    const parts = {
      yyyy: year,
      MM: month,
      M: String(Number(month)),
      dd: day,
      d: String(Number(day)),
      HH: hour,
      H: String(Number(hour)),
      mm: minute,
    };
    return {
      text: shown.replace(/yyyy|MM|M|dd|d|HH|H|mm/g, (token) => parts[token]),
      stored: `${year}-${month}-${day}T${hour}:${minute}:00Z`,
    };
  };

  const tick = (box, content) => {
    child(box, "checked", W14).setAttributeNS(W14, "w14:val", "1");
    const code = child(box, "checkedState", W14)?.getAttributeNS(W14, "val") ?? "2611";
    all(content, "t")[0].textContent = String.fromCodePoint(parseInt(code, 16));
  };

  /** What a control says for *value*; null when it stays as it is, as a box that is not the one chosen. */
  const textOf = (blank, part, value, listed) => {
    if (part === ":words") return capitals(value);
    if (blank.decimals && /\d$/.test(value)) {
      const [whole, rest = ""] = value.split(".");
      return `${whole}.${rest.padEnd(blank.decimals, "0")}`;
    }
    return [value]
      .flat()
      .map((id) => listed.get(id) ?? id)
      .join("、");
  };

  const put = (control, blank, part, value) => {
    const properties = child(control, "sdtPr");
    const content = child(control, "sdtContent");
    const box = child(properties, "checkbox", W14);
    if (box) {
      const chosen =
        part === "" || part === ":box"
          ? value === true || (part === ":box" && Boolean(value))
          : [value].flat().includes(part);
      if (chosen) tick(box, content);
      return;
    }
    const date = child(properties, "date");
    const items = all(properties, "listItem").map((item) => [
      item.getAttributeNS(W, "value"),
      item.getAttributeNS(W, "displayText"),
    ]);
    let text;
    if (date && !/^\d/.test(value)) {
      date.removeAttributeNS(W, "fullDate");
      text = value; // 无
    } else if (date) {
      const said = showDate(value, valOf(child(date, "dateFormat")));
      date.setAttributeNS(W, "w:fullDate", said.stored);
      text = said.text;
    } else {
      text = textOf(blank, part, value, new Map(items));
    }
    child(properties, "showingPlcHdr")?.remove();
    content.replaceChildren(runOf(control.ownerDocument, text));
  };

  /** One more row like *last*: numbers of its own, no bookmarks (a name may stand once only), the next number printed. */
  const addRow = (last, number) => {
    const row = last.cloneNode(true);
    for (const name of ["bookmarkStart", "bookmarkEnd"]) for (const mark of all(row, name)) mark.remove();
    for (const properties of all(row, "sdtPr")) {
      const id = child(properties, "id");
      if (id) id.setAttributeNS(W, "w:val", String((Number(valOf(id)) % NEXT_IDS) + NEXT_IDS * number));
    }
    for (const cell of all(row, "tc")) {
      const said = all(cell, "t");
      if (!all(cell, "sdt").length && said.length === 1 && /^\d+$/.test(said[0].textContent))
        said[0].textContent = String(number);
    }
    last.after(row);
    return row;
  };

  /** The rows of a register as the document has them, with as many more as *count* asks for. */
  const rowsOf = (document, register, count) => {
    const section = all(document, "sdt").find((one) => isA(one, "repeatingSection") && tagOf(one) === register.tag);
    const rows = [...child(section, "sdtContent").children].filter((one) => isA(one, "repeatingSectionItem"));
    while (rows.length < count) rows.push(addRow(rows.at(-1), rows.length + 1));
    return rows;
  };

  /** Put everything into the controls of *node* that *find* knows a value for. */
  const fillIn = (node, blanksByTag, find) => {
    for (const control of all(node, "sdt")) {
      const [blank, part] = blanksByTag.get(tagOf(control)) ?? [];
      const value = blank && find(blank);
      if (value !== undefined) put(control, blank, part, value);
    }
  };

  /** A line in bold red above everything else. */
  const stamped = (document, text) => {
    const properties = document.createElementNS(W, "w:rPr");
    for (const [name, value] of Object.entries({ b: "1", color: "A3302B", sz: "28" })) {
      const property = document.createElementNS(W, `w:${name}`);
      property.setAttributeNS(W, "w:val", value);
      properties.append(property);
    }
    const run = runOf(document, text);
    run.prepend(properties);
    const line = document.createElementNS(W, "w:p");
    line.append(run);
    return line;
  };

  /** The properties of the file, saying that it is a practice copy: whoever reads forms refuses it. */
  const asPractice = (custom) => {
    const document = new DOMParser().parseFromString(custom, "application/xml");
    const variant = [...document.documentElement.children].find((one) => one.getAttribute("name") === "variant");
    variant.firstElementChild.textContent = "practice";
    return markupOf(document);
  };
  const markupOf = (document) => {
    const markup = new XMLSerializer().serializeToString(document).replace(/^<\?xml[^>]*\?>\s*/, "");
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${markup}`;
  };

  /**
   * The fillable Word file with values in it.
   * @param {Uint8Array} docx the fillable file
   * @param {object} definition of the form
   * @param {object} values `{block: {key: value}}`, `{block: {row: {key: value}}}`, a list of `{key: value}` for a register
   * @param {string} stamp of a practice copy: what stands above everything else; empty for a record
   * @returns {Uint8Array}
   */
  const fillWord = (docx, definition, values, stamp = "") => {
    const { unzipSync, zipSync, strFromU8, strToU8 } = window.Shouce.zip;
    const files = unzipSync(docx);
    const document = new DOMParser().parseFromString(strFromU8(files[DOCUMENT]), "application/xml");
    const byTag = tagsOf(definition);
    fillIn(document, byTag, (blank) => {
      const [block, row, key] = blank.place.split("|");
      return blank.column ? undefined : (row ? values[block]?.[row] : values[block])?.[key];
    });
    for (const [block, register] of Object.entries(definition.registers)) {
      const given = values[block] ?? [];
      const rows = given.length ? rowsOf(document, register, given.length) : [];
      for (const [index, row] of given.entries()) {
        fillIn(rows[index], byTag, (blank) => row[blank.place.split("|")[2]]);
      }
    }
    if (stamp) {
      all(document, "body")[0].prepend(stamped(document, stamp));
      files[CUSTOM] = strToU8(asPractice(strFromU8(files[CUSTOM])));
    }
    files[DOCUMENT] = strToU8(markupOf(document));
    return zipSync(files, { mtime: new Date(1980, 0, 1) });
  };

  const wordml = { W, W14, child, all, valOf, tagOf, isA, tagsOf };
  Object.assign(window.Shouce.filling, { fillWord, wordml });
})();
