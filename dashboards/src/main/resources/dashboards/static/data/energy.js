import { get, list } from "./api.js";
import { siteApi } from "./site.js";

const instant = (ms) => new Date(ms).toISOString();

/** The hub counts bytes; people read gigabytes. */
const SCALE = { network: 1e-9 };

/**
 * A meter's quantities by steps in kWh, m³ or GB, those that are known; `at` and, where the highest quarter-hour of the
 * step is known, `demandAt` are instants in ms.
 */
export async function energyHistory(meter, from, to, step) {
  const items = await list(`${siteApi}/energy/history`, { meter: meter.id, step, from: instant(from), to: instant(to) });
  const scale = SCALE[meter.medium] ?? 1;
  return items.filter((item) => item.quantity != null).map((item) => ({
    ...item, at: Date.parse(item.at), quantity: item.quantity * scale,
    demandAt: item.demandAt ? Date.parse(item.demandAt) : step === "15m" ? Date.parse(item.at) : undefined,
  }));
}

/** What a zone used while it was empty: {quantity, share, total, aboveStandby, unknown} in kWh, the share from 0 to 1. */
export const energyWaste = (zone, from, to) => get(`${siteApi}/energy/waste`, { zone, from: instant(from), to: instant(to) });

/**
 * A meter's electricity by people and area: {quantity, personHours, countedShare, perPersonHour, areaM2, perM2, co2Kg,
 * co2Provisional, coalKg}; a figure is null where nothing tells it.
 */
export const energyIntensity = (meter, from, to) => get(`${siteApi}/energy/intensity`, { meter: meter.id, from: instant(from), to: instant(to) });

/** What a meter usually uses, by hours: [{at, low, high}] in kWh or m³; nine hours of ten lie from low to high. */
export async function energyUsual(meter, from, to) {
  const { items } = await get(`${siteApi}/energy/baseline`, { meter: meter.id, from: instant(from), to: instant(to) });
  return items.map(({ at, low, high }) => ({ at: Date.parse(at), low, high }));
}

/** The site's electricity by the four items of a building: {total, items: [{item, name, quantity}], rest} in kWh. */
export const energyItems = (from, to) => get(`${siteApi}/energy/items`, { from: instant(from), to: instant(to) });

/** What runs day and night: {base, night, weekend, day} in kW, {share, quantityPerMonth, costPerMonth}; null where unknown. */
export async function energyBaseLoad(meter, from, to) {
  const found = await get(`${siteApi}/energy/base-load`, { meter: meter.id, from: instant(from), to: instant(to) });
  return { ...found, costPerMonth: amount(found.costPerMonth) };
}

/** How a month (2026-11) will end: {budget, soFar, projected, plusMinus} as {quantity, cost} or null, {share, weeks}. */
export async function energyBudget(meter, month) {
  const found = await get(`${siteApi}/energy/budget`, { meter: meter.id, month });
  const scale = SCALE[meter.medium] ?? 1;
  const read = (part) => part && { quantity: part.quantity == null ? null : part.quantity * scale, cost: amount(part.cost) };
  return { ...found, budget: read(found.budget), soFar: read(found.soFar), projected: read(found.projected), plusMinus: read(found.plusMinus) };
}

/** What each system of each zone used while nobody was there, the largest saving first. */
export async function energyWasteSystems(from, to) {
  const { items } = await get(`${siteApi}/energy/waste/systems`, { from: instant(from), to: instant(to) });
  return items.map((item) => ({ ...item, cost: amount(item.cost), savingPerMonth: amount(item.savingPerMonth) }));
}

/** What meters used on days unlike all before: [{meter, from, until, quantity, cost, cause, text}], newest first. */
export async function energyUnlike(site, from, to) {
  const { items } = await get(`${siteApi}/energy/anomalies`, { from: instant(from), to: instant(to) });
  const scale = (meter) => SCALE[site.meters.find((one) => one.id === meter)?.medium] ?? 1;
  return items.map((item) => ({ ...item, quantity: item.quantity * scale(item.meter), cost: amount(item.cost) }));
}

/**
 * What a meter's use costs by steps: [{at, cost, bands: [{name, quantity, cost}], fixed, demand, provisional}], amounts in
 * the site's currency or null where a price is not known. Only for a meter with a tariff, whose history has costs.
 */
export async function energyCost(meter, from, to, step) {
  const items = await list(`${siteApi}/energy/cost`, { meter: meter.id, step, from: instant(from), to: instant(to) });
  return items.map((item) => ({ ...item, at: Date.parse(item.at), cost: amount(item.cost), fixed: amount(item.fixed), demand: amount(item.demand), bands: item.bands.map((band) => ({ ...band, cost: amount(band.cost) })) }));
}

const amount = (text) => (text == null ? null : Number(text));

/** The present quarter-hour beside what is agreed: {now, projected, endsAt, contractedKw, margin, month: {max, at}} in kW. */
export const energyDemand = (meter) => get(`${siteApi}/energy/demand`, { meter: meter.id });

/** Where a medium went: {nodes: [{id, name, value, cause}], links: [{source, target, value}]} in kWh, m³ or GB. */
export async function energyFlow(medium, from, to) {
  const { nodes, links } = await get(`${siteApi}/energy/flow`, { medium, from: instant(from), to: instant(to) });
  const scaled = (one) => ({ ...one, value: one.value * (SCALE[medium] ?? 1) });
  return { nodes: nodes.map(scaled), links: links.map(scaled) };
}
