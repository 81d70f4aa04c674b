import { words } from "../i18n/language.js";
import { energy, monthShort, number } from "../i18n/format.js";

/** The ECharts options of the load panel: a step line over hours, or bars over days and months. */

const HOUR = 3_600_000;

/** The mean rate over a step: kWh to kW, m³ to m³/h. A step that is still running has none yet: readings lag behind it. */
export const rateOf = (slot) => (slot.item && !slot.running ? slot.item.quantity / ((slot.until - slot.at) / HOUR) : null);

const grid = { left: 44, right: 8, top: 40, bottom: 30 };
const label = (colours) => ({ color: colours.t3, fontSize: 12, fontWeight: 400 });
const axes = (colours, x) => ({
  grid,
  xAxis: { axisLine: { show: true, onZero: false, lineStyle: { color: colours.strong } }, axisTick: { show: false }, splitLine: { show: false }, ...x, axisLabel: { ...label(colours), ...x.axisLabel } },
  yAxis: { type: "value", min: 0, splitNumber: 4, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: colours.line } }, axisLabel: { ...label(colours), formatter: (value) => number(value, [0, 1, 2].find((places) => Math.abs(value - +value.toFixed(places)) < 1e-9) ?? 2) } },
});

/** Mean power over a day or a week. `chosen` is the index of the slot written out, `now` the instant and live rate. */
export function lineOption({ slots, period, units, chosen, now, labels, faded, bands = [], contract, usual = [] }, colours) {
  const ink = faded ? colours.t3 : colours.t;
  const hours = (instant) => (instant - period.from) / HOUR;
  const whole = hours(period.to);
  const rate = (slot, key) => (key === "item" ? rateOf(slot) : slot.before ? slot.before.quantity / period.stepHours : null);
  const spot = chosen != null && slots[chosen]?.item && !slots[chosen].running ? slots[chosen] : null;
  const framed = axes(colours, {
      type: "value", min: 0, max: whole, interval: period.range === "day" ? 3 : 24,
      axisLabel: { formatter: (hour) => (hour >= whole ? "" : labels(period.from + hour * HOUR)), align: period.range === "day" ? "center" : "left", padding: period.range === "day" ? 0 : [0, 0, 0, 4] },
  });
  if (contract) framed.yAxis.max = ({ max }) => Math.max(max, contract * 1.05);
  return {
    ...framed,
    series: [
      ...range(usual, hours, whole, colours),
      { ...line(corners(slots, (slot) => rate(slot, "before"), hours), colours.t3, 1.25, "dotted"), z: 1, ...named(slots, rate, hours, period, colours, chosen) },
      { ...line(corners(slots, (slot) => (slot.item?.estimated ? null : rate(slot, "item")), hours, now), ink, 2), z: 3, ...nowLine(now, hours, whole, colours, units) },
      { ...line(corners(slots, (slot) => (slot.item?.estimated ? rate(slot, "item") : null), hours), ink, 2, "dotted"), z: 3, ...estimatedAreas(slots, hours, colours) },
      tariff(bands, contract, hours, colours),
      ...(spot ? [spotOn(spot, hours, rate(spot, "item"), whole, period, units, colours)] : []),
    ],
  };
}

/** The usual range as one shape, from the middle of an hour to the middle of the next. */
function range(usual, hours, whole, colours) {
  if (!usual.length) return [];
  const middles = usual.map(({ at, low, high }) => ({ x: hours(at) + 0.5, low, high }));
  const all = [{ ...middles[0], x: Math.max(0, middles[0].x - 0.5) }, ...middles, { ...middles.at(-1), x: Math.min(whole, middles.at(-1).x + 0.5) }];
  const shape = (params, api) => params.dataIndex > 0 ? undefined : {
    type: "polygon", style: { fill: colours.band },
    shape: { points: [...all.map((one) => api.coord([one.x, one.high])), ...all.toReversed().map((one) => api.coord([one.x, one.low]))] },
  };
  return [{ type: "custom", silent: true, z: 0.5, renderItem: shape, data: all.map((one) => [one.x, one.high]) }];
}

/** Behind the load: the bands of the tariff with their names, and the power that is agreed with the supplier. */
function tariff(bands, contract, hours, colours) {
  const tint = { peak: { color: colours.t, opacity: 0.06 }, valley: colours.dark ? { color: "#000", opacity: 0.38 } : { color: colours.s1 } };
  const area = ({ label: text, rank, from, to }) => [
    { xAxis: hours(from), itemStyle: tint[rank] ?? { opacity: 0 }, label: { show: hours(to) - hours(from) >= 1.25, formatter: text } }, { xAxis: hours(to) },
  ];
  const agreed = contract && { silent: true, symbol: "none", lineStyle: { color: colours.bad, type: [7, 4], width: 1.5 }, label: { position: "insideStartBottom", color: colours.bad, fontWeight: 600, formatter: words.contracted(number(contract)) }, data: [{ yAxis: contract }] };
  return {
    type: "line", data: [], silent: true, z: 0,
    markArea: { silent: true, label: { position: "top", distance: 6, color: colours.t2, fontSize: 12 }, data: bands.map(area) },
    ...(agreed ? { markLine: agreed } : {}),
  };
}

/** The compared line says which day it is, where it is the upper line far around and nothing else is written. */
function named(slots, rate, hours, period, colours, chosen = Infinity) {
  const reach = Math.ceil(slots.length * 0.04);
  const height = (slot) => Math.max(rate(slot, "item") ?? 0, rate(slot, "before") ?? 0);
  let best;
  for (let i = reach; i < slots.length - reach; i++) {
    const around = slots.slice(i - reach, i + reach + 1);
    const before = rate(slots[i], "before");
    if (before === null || Math.abs(i - chosen) < 4 * reach || around.some((slot) => slot.running)) continue;
    const ahead = !slots[i].item;
    if (ahead && slots.slice(Math.max(0, i - 4 * reach), i).some((slot) => slot.item)) continue;
    const clear = ahead || around.every((slot) => height(slot) <= before * 1.001);
    const lead = ahead ? before * 0.5 : before - rate(slots[i], "item");
    if (clear && lead > (best?.lead ?? 0)) best = { i, before, lead, ahead };
  }
  if (!best) return {};
  const label = { show: true, position: "top", align: best.ahead ? "left" : "center", distance: 6, color: colours.t3, formatter: period.compared.name };
  return { markPoint: { silent: true, symbol: "circle", symbolSize: 0.1, label, data: [{ coord: [hours(slots[best.i].at), best.before] }] } };
}

/**
 * A step line told by its corners, so that a gap stays a gap and the last step has its width. In the step that is still
 * running it goes on at the live rate up to now.
 */
function corners(slots, value, hours, now) {
  const points = [];
  for (const slot of slots) {
    const height = value(slot);
    if (slot.running && now?.rate !== undefined) points.push([hours(slot.at), now.rate], [hours(now.at), now.rate]);
    else if (height === null) points.push([hours(slot.at), null]);
    else points.push([hours(slot.at), height], [hours(slot.until), height]);
  }
  return points;
}

const line = (data, color, width, type = "solid") => ({ type: "line", data, symbol: "none", silent: true, connectNulls: false, lineStyle: { color, width, type, join: "round" } });

/** Late in the day there is no room at the right of the line: then the value stands before it, above the curve. */
function nowLine(now, hours, whole, colours, units) {
  if (!now) return {};
  const x = hours(now.at);
  const bare = { silent: true, symbol: "none", lineStyle: { color: colours.t, width: 1, type: "solid" }, label: { show: false }, data: [{ xAxis: x }] };
  if (now.rate === undefined) return { markLine: bare };
  const late = x > 0.88 * whole;
  const text = { show: true, position: late ? "left" : "right", offset: [0, late ? -12 : 0], distance: 6, padding: [1, 4], backgroundColor: colours.bg, color: colours.t, fontWeight: 600, formatter: words.now(number(now.rate, units.decimals)) };
  return { markLine: bare, markPoint: { silent: true, symbol: "circle", symbolSize: 9, itemStyle: { color: colours.t, borderColor: colours.bg, borderWidth: 2 }, label: text, data: [{ coord: [x, now.rate] }] } };
}

/** The chosen step: a dot, and its facts on the side where there is room. */
function spotOn(slot, hours, rate, whole, period, units, colours) {
  const x = (hours(slot.at) + hours(slot.until)) / 2;
  const right = x < whole * 0.72;
  const until = period.range === "day" ? `${period.slotName(slot.at)}–${period.slotName(slot.until)}` : period.slotName(slot.at);
  const facts = `${until} · ${number(slot.item.quantity, period.range === "day" ? 2 : 1)} ${units.quantity}${slot.item.estimated ? ` · ${words.estimated}` : ""}`;
  return {
    type: "scatter", z: 5, silent: true, symbol: "circle", symbolSize: 9, data: [[x, rate]], itemStyle: { opacity: 1, color: colours.t, borderColor: colours.bg, borderWidth: 2 },
    label: { show: true, position: "top", distance: 8, align: right ? "left" : "right", formatter: `{value|${number(rate, units.decimals)} ${units.rate}}\n{facts|${facts}}`,
      rich: { value: { color: colours.t, fontSize: 16, fontWeight: 600, lineHeight: 22, align: right ? "left" : "right" }, facts: { color: colours.t2, fontSize: 12, lineHeight: 16, align: right ? "left" : "right" } } },
  };
}

/** Estimated stretches are hatched behind the line. */
function estimatedAreas(slots, hours, colours) {
  const data = slots.filter((slot) => slot.item?.estimated).map((slot) => [{ xAxis: hours(slot.at) }, { xAxis: hours(slot.until) }]);
  return data.length ? { markArea: { silent: true, itemStyle: { color: hatch(colours.line, colours.bg) }, data } } : {};
}

/** Quantity by day or month as bars; the compared period as a thin step line. */
export function barOption({ slots, period, units, chosen, now, ink }, colours) {
  const fill = colours[ink] ?? colours.t3;
  const bars = slots.map((slot, i) => {
    if (!slot.item) return { value: null };
    const current = now && now.at >= slot.at && now.at < slot.until;
    const color = slot.item.estimated ? hatch(fill, colours.bg) : i === chosen || (chosen == null && current) ? colours.t : fill;
    return { value: slot.item.quantity, itemStyle: { color, borderColor: slot.item.estimated ? fill : undefined, borderWidth: slot.item.estimated ? 1 : 0 } };
  });
  const spot = chosen != null && slots[chosen]?.item;
  return {
    ...axes(colours, { type: "category", data: slots.map((slot) => (period.range === "year" ? monthShort(slot.at, period.zone) : period.slotName(slot.at))), axisLabel: { interval: period.range === "month" ? (i) => i % 7 === 0 : 0 } }),
    series: [
      { type: "bar", data: bars, barWidth: "60%", silent: true, markPoint: spot ? { silent: true, symbolSize: 0, label: { show: true, position: "top", distance: 4, color: colours.t, fontWeight: 600, formatter: `${energy(spot.quantity)} ${units.quantity}` }, data: [{ coord: [chosen, spot.quantity] }] } : undefined },
      { type: "line", step: "middle", symbol: "none", silent: true, data: slots.map((slot) => slot.before?.quantity ?? null), lineStyle: { color: colours.t, width: 1.25 } },
    ],
  };
}

const patterns = new Map();

/** Diagonal lines on paper, for what is not measured. */
export function hatch(ink, paper) {
  const key = ink + paper;
  if (!patterns.has(key)) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = paper;
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.beginPath();
    for (const x of [-8, 0, 8]) {
      pen.moveTo(x, 8);
      pen.lineTo(x + 8, 0);
    }
    pen.stroke();
    patterns.set(key, { image: tile, repeat: "repeat" });
  }
  return patterns.get(key);
}
