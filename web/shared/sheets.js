// Figures of a table (figures.js) as what other programs read.
import { generateXlsxFileSync } from "../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";

const isNumber = (cell) => cell && "value" in cell;
const written = (cell, decimal) => (isNumber(cell) ? String(cell.value).replace(".", decimal) : safe(cell?.text ?? ""));
// A name that a spreadsheet would take for a formula is kept a name.
const safe = (text) => (/^[=@+\-\t]/.test(text) ? `'${text}` : text);

// Comma and point, or semicolon and comma, as spreadsheets with that decimal sign read a file; with the mark by which they know UTF-8.
export function csvOf(sheet, decimal) {
  const between = decimal === "," ? ";" : ",";
  const field = (text) => (/["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return "\ufeff" + [sheet.head.map((text) => safe(text)), ...sheet.rows.map((row) => row.map((cell) => written(cell, decimal)))]
    .map((row) => row.map(field).join(between)).join("\r\n") + "\r\n";
}

export const tsvOf = (sheet, decimal) => [sheet.head, ...sheet.rows.map((row) => row.map((cell) => written(cell, decimal)))]
  .map((row) => row.map((text) => text.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\r\n");

// As a number format of spreadsheets: "+0.0;-0.0;0.0", `0.0" %"`.
function formatOf({ digits, signed, suffix }) {
  const plain = `0${digits ? `.${"0".repeat(digits)}` : ""}${suffix ? `" ${suffix}"` : ""}`;
  return signed ? `+${plain};-${plain};${plain}` : plain;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

// For the clipboard: the number stands beside its text as Excel (x:num), LibreOffice (sdval) and Google Sheets read it, so that no
// decimal sign has to be guessed.
export function htmlOf(sheet, lang) {
  const locale = lang === "id" ? "id-ID" : "en-GB";
  const number = (cell) => {
    const text = cell.value.toLocaleString(locale, { minimumFractionDigits: cell.digits, maximumFractionDigits: cell.digits, useGrouping: false });
    const format = `0${cell.digits ? `.${"0".repeat(cell.digits)}` : ""}`;
    return `<td align="right" x:num="${cell.value}" sdval="${cell.value}" sdnum="1033;0;${format}" data-sheets-value="${
      escaped(JSON.stringify({ 1: 3, 3: cell.value }))}" style="mso-number-format:'${format.replace(".", "\\.")}'">${text}</td>`;
  };
  const text = (cell, tag = "td") => `<${tag} style="mso-number-format:'\\@'" data-sheets-value="${
    escaped(JSON.stringify({ 1: 2, 2: cell?.text ?? "" }))}">${escaped(cell?.text ?? "")}</${tag}>`;
  const row = (cells) => `<tr>${cells.join("")}</tr>`;
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="0">${
    row(sheet.head.map((head) => text({ text: head }, "th")))}${
    sheet.rows.map((cells) => row(cells.map((cell) => (isNumber(cell) ? number(cell) : cell ? text(cell) : "<td></td>")))).join("")}</table></body></html>`;
}

// A workbook of the figures and of where they come from; `about`: [[name, text]]. Resolves to a Blob.
export function xlsxOf(sheet, about, words) {
  const cell = (one) => (isNumber(one) ? { value: one.value, type: Number, format: formatOf(one) } : one?.text ? { value: one.text, type: String } : null);
  const widths = sheet.head.map((head, c) => ({ width: Math.min(48, Math.max(9, Math.min(24, head.length),
    ...sheet.rows.map((row) => (row[c]?.text ?? "").length + 1))) }));
  const bold = (text) => ({ value: text, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" });
  return generateXlsxFileSync([
    { sheet: words.sheet, columns: widths, stickyRowsCount: 1, stickyColumnsCount: 1,
      data: [sheet.head.map((head) => (head ? bold(head) : null)), ...sheet.rows.map((row) => row.map(cell))] },
    { sheet: words.about, columns: [{ width: 18 }, { width: 90 }],
      data: about.map(([name, value]) => [bold(name), { value, type: String, wrap: true }]) },
  ], {}, undefined, (content) => new TextEncoder().encode(content));
}
