/* A list as it is shown, taken along: as CSV that Excel reads, or as a workbook with a sheet for each list of the page. */

(() => {
  const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
  const MOST_NAME = 31; // characters of the name of a sheet
  const NARROWEST = 8;
  const BROADEST = 60;

  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const textOf = (cell) => {
    if (cell.dataset.value !== undefined) return cell.dataset.value;
    const items = [...cell.querySelectorAll("li")];
    return items.length ? items.map((item) => plain(item.textContent)).join("; ") : plain(cell.textContent);
  };

  /** The columns of a table, each with what gives its text; a column may hold several, which the head names. */
  const columnsOf = (table) =>
    [...table.tHead.rows[0].cells].flatMap((head, at) => {
      if ("unsaved" in head.dataset) return [];
      if (!head.dataset.heads) return [{ head: plain(head.textContent), of: (row) => textOf(row.cells[at]) }];
      return head.dataset.heads.split("|").map((name, field) => ({
        head: name,
        of: (row) => plain(row.cells[at].querySelector(`[data-field="${field}"]`)?.textContent ?? ""),
      }));
    });
  /** The shown rows by list: its name, its heads, and its lines; tables that are parts of one list are one. */
  const sheetsOf = (rows) => {
    const sheets = new Map();
    for (const table of document.querySelectorAll("table[data-sheet]")) {
      const columns = columnsOf(table);
      const name = table.dataset.sheet;
      if (!sheets.has(name)) sheets.set(name, { name, heads: columns.map(({ head }) => head), lines: [] });
      const mine = rows.filter((row) => row.closest("table") === table);
      sheets.get(name).lines.push(...mine.map((row) => columns.map(({ of }) => of(row))));
    }
    return [...sheets.values()].filter(({ lines }) => lines.length);
  };

  const give = (content, type, ending) => {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([content], { type }));
    const title = plain(document.querySelector("h1").lastChild.textContent).replace(/[\\/:*?"<>|]/g, "_");
    const today = new Date().toLocaleDateString("sv");
    link.href = address;
    link.download = `${title} ${today}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  };

  /* CSV: with the mark without which Excel garbles Chinese, and with `'` before what a spreadsheet took for a formula. */
  const harmless = (text) => (STARTS_FORMULA.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const csvLine = (cells) => cells.map((cell) => quoted(harmless(cell))).join(",");
  const csv = (rows) => {
    const sheets = sheetsOf(rows);
    const parts = sheets.map(({ name, heads, lines }) =>
      [...(sheets.length > 1 ? [[name]] : []), heads, ...lines].map(csvLine).join("\r\n"),
    );
    give(`\ufeff${parts.join("\r\n\r\n")}\r\n`, "text/csv;charset=utf-8", "csv");
  };

  /* XLSX: every cell is text, so nothing is taken for a formula; heads stand still and can be filtered. */
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML may not hold them
  const xml = (text) => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, "").replace(/[&<>"]/g, (one) => ENTITIES[one]);
  const column = (at) => (at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + column(at % 26));
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

  const rowXml = (cells, at, style) => {
    const each = cells.map(
      (text, index) =>
        `<c r="${column(index)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`,
    );
    return `<row r="${at}">${each.join("")}</row>`;
  };
  const breadth = (text) => [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);
  const widths = ({ heads, lines }) =>
    heads.map((head, at) => {
      const most = Math.max(breadth(head), ...lines.map((line) => breadth(line[at])));
      const width = Math.min(BROADEST, Math.max(NARROWEST, most + 2));
      return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
    });
  const sheetXml = (sheet) => {
    const { heads, lines } = sheet;
    const rows = [rowXml(heads, 1, 1), ...lines.map((line, at) => rowXml(line, at + 2, 2))];
    const still = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    return (
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${still}</sheetView></sheetViews>` +
      `<cols>${widths(sheet).join("")}</cols><sheetData>${rows.join("")}</sheetData>` +
      `<autoFilter ref="A1:${column(heads.length - 1)}${lines.length + 1}"/></worksheet>`
    );
  };
  const STYLES =
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>' +
    '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>' +
    '<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
    '</cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    "</styleSheet>";
  const relation = (id, type, target) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (each) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;

  const bookXml = (sheets) => {
    const named = sheets.map(({ name }, at) => {
      const short = xml(name.replace(/[[\]\\/:*?]/g, " ").slice(0, MOST_NAME));
      return `<sheet name="${short}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`;
    });
    return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join("")}</sheets></workbook>`;
  };
  const typesXml = (sheets) => {
    const part = (path, type) => `<Override PartName="${path}" ContentType="${TYPES}.${type}+xml"/>`;
    return (
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}` +
      `${sheets.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")).join("")}</Types>`
    );
  };
  const xlsx = (rows) => {
    const sheets = sheetsOf(rows);
    const { strToU8, zipSync } = window.Shouce.zip;
    const files = {
      "[Content_Types].xml": typesXml(sheets),
      "_rels/.rels": relations([relation(1, "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": bookXml(sheets),
      "xl/_rels/workbook.xml.rels": relations([
        ...sheets.map((_, at) => relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`)),
        relation(sheets.length + 1, "styles", "styles.xml"),
      ]),
      "xl/styles.xml": STYLES,
    };
    sheets.forEach((sheet, at) => {
      files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
    });
    const packed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
    give(zipSync(packed), `${TYPES}.sheet`, "xlsx");
  };

  window.Shouce.saving = { csv, xlsx };
})();
