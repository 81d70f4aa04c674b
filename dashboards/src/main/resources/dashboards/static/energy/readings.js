import { energyHistory } from "../data/energy.js";
import { addDays, hourOf, startOf } from "../i18n/zoned.js";

/** What the panels show, put together from the hub's histories. */

const QUARTER = 900_000;
const FINER = { "1mo": "1d", "1d": "15m", "1h": "15m" };

/**
 * The period's steps, each with its item or none, and beside it the item of the compared period. The step in
 * which `now` falls is still running.
 */
export async function series(meter, period, now) {
  const other = period.compared;
  const [items, before] = await Promise.all([read(meter, period), read(meter, other)]);
  const past = other.slots;
  const slots = period.slots;
  return slots.map((at, i) => {
    const end = slots[i + 1] ?? period.to;
    return { at, until: end, running: now >= at && now < end, item: items.get(at), before: before.get(past[i]) };
  });
}

async function read(meter, period) {
  const items = await energyHistory(meter.id, period.from, period.to, period.step);
  return new Map(items.filter((item) => item.quantity != null).map((item) => [item.at, item]));
}

/** The quarter-hour of the highest demand in a span: {at, until, kw}, or null. Looks into ever finer steps. */
export async function peakQuarter(meter, from, to, step) {
  const items = (await energyHistory(meter.id, from, to, step)).filter((item) => item.maxDemandKw != null);
  if (!items.length) return null;
  const most = items.reduce((best, item) => (item.maxDemandKw > best.maxDemandKw ? item : best));
  if (step === "15m") return { at: most.at, until: most.at + QUARTER, kw: most.maxDemandKw };
  const next = items[items.indexOf(most) + 1]?.at ?? to;
  const finer = await peakQuarter(meter, most.at, Math.min(next, to), FINER[step]);
  return finer ?? { at: most.at, until: next, kw: most.maxDemandKw };
}

/** What a meter used from the start of the longer period to the end of this one: {range, from, quantity, peak}. */
export async function soFar(meter, period) {
  const longer = period.within;
  if (!longer) return null;
  const items = await energyHistory(meter.id, longer.from, period.to, longer.range === "year" ? "1mo" : "1d");
  const known = items.filter((item) => item.quantity != null);
  const peak = known.reduce((best, item) => (item.maxDemandKw > (best?.maxDemandKw ?? 0) ? item : best), null);
  return { range: longer.range, from: longer.from, quantity: known.length ? sum(known) : null, peak };
}

/** The same of several meters: [{meter, slots}]. */
export const eachSeries = (meters, period, now) => Promise.all(meters.map(async (meter) => ({ meter, slots: await series(meter, period, now) })));

/**
 * Sum of a series, null where nothing is known; and how it compares: `ratio` and `before` over the steps that are over
 * in both periods, so that a period still running is set against as much of the other.
 */
export function totals(slots) {
  const known = slots.filter((slot) => slot.item);
  const both = slots.filter((slot) => slot.item && slot.before && !slot.running);
  const before = sum(both.map((slot) => slot.before));
  return {
    quantity: known.length ? sum(known.map((slot) => slot.item)) : null,
    before: both.length ? before : null,
    ratio: before ? sum(both.map((slot) => slot.item)) / before - 1 : null,
    estimated: known.some((slot) => slot.item.estimated),
  };
}

/** Fourteen days by hours up to a date: {days: [start], cells: [{day, hour, quantity, estimated}]}. */
export async function hourByDay(meter, lastDate, zone) {
  const days = Array.from({ length: 14 }, (_, i) => startOf(addDays(lastDate, i - 13), zone));
  const items = await energyHistory(meter.id, days[0], startOf(addDays(lastDate, 1), zone), "1h");
  const cells = items.filter((item) => item.quantity != null).map((item) => ({
    day: days.findLastIndex((start) => item.at >= start), hour: Math.floor(hourOf(item.at, zone)), quantity: item.quantity, estimated: item.estimated,
  }));
  return { days, cells };
}

const sum = (items) => items.reduce((all, item) => all + item.quantity, 0);
