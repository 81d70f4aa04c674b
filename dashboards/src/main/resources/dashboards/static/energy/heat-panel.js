import { html } from "lit";
import { words } from "../i18n/language.js";
import { day, energy, number, shortWeekday, weekday } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { saveCsv, savePng } from "../parts/export.js";
import { hatch } from "./load-option.js";
import { unitsOf } from "./meters.js";
import { span } from "./period.js";

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10];

/** Five round values that part six classes, by the highest hour of all. */
export function thresholds(highest) {
  const round = (value) => {
    const scale = 10 ** Math.floor(Math.log10(value));
    return ROUND.map((step) => step * scale).reduce((best, step) => (Math.abs(step - value) < Math.abs(best - value) ? step : best));
  };
  const found = [0.15, 0.3, 0.45, 0.65, 0.85].map((share) => round(share * (highest || 1)));
  return found.every((value, i) => !i || value > found[i - 1]) ? found : [0.15, 0.3, 0.45, 0.65, 0.85].map((share) => share * (highest || 1));
}

/** Fourteen days by hours; the newest day last, hours without data hatched. */
export function heatPanel(page, resource) {
  const { meter, site } = page;
  const units = unitsOf(meter);
  const zone = site.timeZone;
  const days = resource.value?.days;
  const sub = `${words.perHour(units.quantity)}${days ? ` · ${span(days[0], days.at(-1), zone)}` : ""}`;
  const file = `${site.id}-${meter.id}-hour-by-day`;
  const draw = page.once("heat", [resource.value, page.heatAt, Math.floor(page.feed.now / 3_600_000)], () => (colours, width, height) => option(page, resource.value, units, colours, width, height));
  const move = (event) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!by) return;
    event.preventDefault();
    const [hour, row] = page.heatAt ?? [12, 13];
    page.pointHeat([Math.max(0, Math.min(23, hour + by[0])), Math.max(0, Math.min(13, row + by[1]))]);
  };
  return panel({
    title: words.heat, sub, resource, kind: "heat",
    empty: ({ cells }) => (cells.length ? undefined : { what: words.emptyPeriod(span(days[0], days.at(-1), zone)), then: words.firstReadingHint }),
    actions: [
      { label: "CSV", run: () => saveCsv(file, ["day", "hour", units.quantity, "estimated"], resource.value.cells.map((cell) => [day(days[cell.day], zone), cell.hour, cell.quantity, cell.estimated])) },
      { label: "PNG", run: () => savePng(file, { draw: (colours, width, height) => option(page, resource.value, units, colours, width, height), width: 960, height: 340, title: `${page.title} · ${words.heat}`, sub, taken: page.taken }) },
    ],
    body: ({ cells }) => html`<figure aria-label="${words.heat} ${sub}">
      <e-chart tabindex="0" role="img" aria-label="${words.heat}, ${sub}" .draw=${draw} @keydown=${move}
        @point=${({ detail }) => page.pointHeat(detail && [Math.floor(detail[0]), detail[1]])}></e-chart>
      <p class="readout" role="status">${written(page, cells, days, units, zone)}</p>
      <div class="aloud"><table><caption>${words.heat}, ${sub}</caption>
        ${days.map((start, row) => html`<tr><th scope="row">${day(start, zone)}</th>${Array.from({ length: 24 }, (_, hour) => html`<td>${value(cells, hour, row) === undefined ? words.noData : energy(value(cells, hour, row))}</td>`)}</tr>`)}
      </table></div></figure>`,
  });
}

const value = (cells, hour, row) => cells.find((cell) => cell.day === row && cell.hour === hour)?.quantity;

function written(page, cells, days, units, zone) {
  if (!page.heatAt) return words.heatHint;
  const [hour, row] = page.heatAt;
  const quantity = value(cells, hour, row);
  const clock = (h) => `${String(h).padStart(2, "0")}:00`;
  return html`<strong>${quantity === undefined ? words.noData : `${energy(quantity)} ${units.quantity}`}</strong> · ${weekday(days[row], zone)} ${clock(hour)}–${clock(hour + 1)}`;
}

function option(page, { days, cells }, units, colours, width, height) {
  const zone = page.site.timeZone;
  const limits = thresholds(Math.max(...cells.map((cell) => cell.quantity)));
  const classOf = (quantity) => limits.filter((limit) => quantity >= limit).length;
  const past = (hour, row) => days[row] + hour * 3_600_000 <= page.feed.now;
  const data = days.flatMap((_, row) => Array.from({ length: 24 }, (_, hour) => [hour, row, value(cells, hour, row) ?? -1])).filter(([hour, row]) => past(hour, row));
  const text = { color: colours.t3, fontSize: 12, fontWeight: 400 };
  return {
    grid: { left: 56, right: 4, top: 4, bottom: 56 },
    xAxis: { type: "value", min: 0, max: 24, interval: 6, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { ...text, align: "left", formatter: (hour) => (hour === 24 ? "" : `${String(hour).padStart(2, "0")}:00`) } },
    yAxis: { type: "category", inverse: true, data: days.map((start) => shortWeekday(start, zone)), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { ...text, interval: 0, fontSize: 12 } },
    series: [{
      type: "custom", silent: true, data, encode: { x: 0, y: 1 },
      renderItem: (_, api) => {
        const [x, middle] = api.coord([api.value(0), api.value(1)]);
        const [wide, tall] = api.size([1, 1]);
        const quantity = api.value(2);
        const focus = page.heatAt && page.heatAt[0] === api.value(0) && page.heatAt[1] === api.value(1);
        const fill = quantity < 0 ? hatch(colours.line, colours.bg) : colours.heat[classOf(quantity)];
        return { type: "rect", shape: { x: x + 0.75, y: middle - tall / 2 + 0.75, width: wide - 1.5, height: tall - 1.5 }, style: { fill, stroke: focus ? colours.t : undefined, lineWidth: focus ? 2 : 0 } };
      },
    }],
    graphic: legend(limits, units, colours, width, height),
  };
}

/** The six classes under the map, written out at their round values. */
function legend(limits, units, colours, width, height) {
  const texts = [`<${short(limits[0])}`, ...limits.slice(0, 4).map(short), `${short(limits[4])}+ ${units.quantity}`];
  const step = Math.min(74, (width - 120) / 6);
  const start = 56;
  return texts.flatMap((text, i) => [
    { type: "rect", silent: true, shape: { x: start + i * step, y: height - 18, width: 12, height: 12 }, style: { fill: colours.heat[i], stroke: i ? undefined : colours.strong, lineWidth: i ? 0 : 0.5 } },
    { type: "text", silent: true, x: start + i * step + 18, y: height - 18, style: { text, fill: colours.t2, font: `12px ${getComputedStyle(document.body).fontFamily}` } },
  ]);
}

const short = (limit) => number(limit, limit < 1 ? 2 : limit < 10 && limit % 1 ? 1 : 0);
