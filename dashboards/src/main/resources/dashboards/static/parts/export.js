import * as echarts from "echarts";
import { palette } from "./theme.js";

/** Saves rows as CSV that spreadsheets read as UTF-8. */
export function saveCsv(name, head, rows) {
  const cell = (value) => (/[",\n]/.test(String(value ?? "")) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? ""));
  const text = [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  save(new Blob(["\uFEFF", text, "\r\n"], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

const MARGIN = 24;
const HEAD = 64;

/** Saves a chart as it looks in the light theme, at twice its size, with its title and when it was taken. */
export function savePng(name, { draw, width, height, title, sub, taken }) {
  const colours = palette("light");
  const chart = echarts.init(document.createElement("div"), null, { renderer: "canvas", width, height, devicePixelRatio: 2 });
  chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 }, ...draw(colours, width, height) });
  const drawn = chart.renderToCanvas({ pixelRatio: 2 });
  const sheet = document.createElement("canvas");
  sheet.width = 2 * (width + 2 * MARGIN);
  sheet.height = 2 * (height + HEAD + 2 * MARGIN);
  const pen = sheet.getContext("2d");
  pen.fillStyle = colours.bg;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(drawn, 2 * MARGIN, 2 * (MARGIN + HEAD));
  chart.dispose();
  pen.scale(2, 2);
  const face = getComputedStyle(document.body).fontFamily;
  const write = (text, y, font, colour) => {
    pen.font = `${font} ${face}`;
    pen.fillStyle = colour;
    pen.fillText(text, MARGIN, y);
  };
  write(title, MARGIN + 16, "600 16px", colours.t);
  write(`${sub} · ${taken}`, MARGIN + 38, "400 12px", colours.t2);
  sheet.toBlob((blob) => save(blob, `${name}.png`));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
