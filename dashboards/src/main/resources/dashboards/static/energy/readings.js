import { energyCost, energyHistory } from "../data/energy.js";
import { addDays, hourOf, startOf } from "../i18n/zoned.js";

/** What the panels show, put together from the hub's histories. */

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
  const items = await energyHistory(meter, period.from, period.to, period.step);
  return new Map(items.map((item) => [item.at, item]));
}

/** Steps in which a period's cost is asked: as long as they can be, because each amount is rounded once. */
const COST_STEPS = { day: "1d", week: "1d", month: "1mo", year: "1mo" };

/**
 * What a meter cost in a period: {cost, bands: [{name, quantity, cost}], fixed, demand, provisional} and for a day
 * `quarters`, [{at, band}] of the quarter-hours so far. A cost is null where a part of it is not known.
 */
export async function costOf(meter, period) {
  const items = await energyCost(meter, period.from, period.to, COST_STEPS[period.range]);
  const bands = new Map();
  for (const one of items.flatMap((item) => item.bands)) {
    const band = bands.get(one.name) ?? { name: one.name, quantity: 0, cost: 0 };
    bands.set(one.name, { name: one.name, quantity: band.quantity + one.quantity, cost: added(band.cost, one.cost) });
  }
  const quarters = period.range === "day" ? await energyCost(meter, period.from, period.to, "15m") : [];
  return {
    cost: items.reduce((all, item) => added(all, item.cost), 0), bands: [...bands.values()],
    fixed: items.reduce((all, item) => added(all, item.fixed), 0), demand: items.reduce((all, item) => added(all, item.demand ?? 0), 0),
    provisional: items.some((item) => item.provisional),
    quarters: quarters.filter((item) => item.bands.length === 1).map((item) => ({ at: item.at, band: item.bands[0].name })),
  };
}

/** Whether steps of a history have a price: the meter has a tariff. */
export const priced = (items) => items.some((item) => item?.cost != null);

const added = (a, b) => (a == null || b == null ? null : a + b);

/** The step with the highest quarter-hour in it, or null. Its item says how much and when. */
export function highest(slots) {
  const known = slots.filter((slot) => slot.item?.maxDemandKw != null);
  return known.reduce((best, slot) => (slot.item.maxDemandKw > (best?.item.maxDemandKw ?? -1) ? slot : best), null);
}

/** What a meter used from the start of the longer period to the end of this one: {range, from, quantity, peak, cost, demand}. */
export async function soFar(meter, period) {
  const longer = period.within;
  if (!longer) return null;
  const items = await energyHistory(meter, longer.from, period.to, longer.range === "year" ? "1mo" : "1d");
  const costs = priced(items) ? await energyCost(meter, longer.from, period.to, "1mo") : undefined;
  const peak = items.reduce((best, item) => (item.maxDemandKw > (best?.maxDemandKw ?? 0) ? item : best), null);
  return { range: longer.range, from: longer.from, quantity: items.length ? sum(items) : null, peak, cost: costs?.length ? costs.reduce((all, one) => added(all, one.cost), 0) : null, demand: costs?.reduce((all, one) => all + (one.demand ?? 0), 0) };
}

/** The same of several meters: [{meter, slots}]. */
export const eachSeries = (meters, period, now) => Promise.all(meters.map(async (meter) => ({ meter, slots: await series(meter, period, now) })));

/**
 * Sum of a series, null where nothing is known; and how it compares: `ratio` and `before` over the steps that are over
 * in both periods, so that a period still running is set against as much of the other; `over` is this period's sum over
 * them and `until` their end.
 */
export function totals(slots) {
  const known = slots.filter((slot) => slot.item);
  const both = slots.filter((slot) => slot.item && slot.before && !slot.running);
  const before = sum(both.map((slot) => slot.before));
  return {
    quantity: known.length ? sum(known.map((slot) => slot.item)) : null,
    before: both.length ? before : null,
    over: sum(both.map((slot) => slot.item)),
    until: both.at(-1)?.until,
    ratio: before ? sum(both.map((slot) => slot.item)) / before - 1 : null,
    estimated: known.some((slot) => slot.item.estimated),
  };
}

/** Fourteen days by hours up to a date: {days: [start], cells: [{day, hour, quantity, estimated}]}. */
export async function hourByDay(meter, lastDate, zone) {
  const days = Array.from({ length: 14 }, (_, i) => startOf(addDays(lastDate, i - 13), zone));
  const items = await energyHistory(meter, days[0], startOf(addDays(lastDate, 1), zone), "1h");
  const cells = items.map((item) => ({
    day: days.findLastIndex((start) => item.at >= start), hour: Math.floor(hourOf(item.at, zone)), quantity: item.quantity, estimated: item.estimated,
  }));
  return { days, cells };
}

const sum = (items) => items.reduce((all, item) => all + item.quantity, 0);
