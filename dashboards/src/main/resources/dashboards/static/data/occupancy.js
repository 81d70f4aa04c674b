import { ApiError, get, list } from "./api.js";
import { siteApi } from "./site.js";

const instant = (ms) => new Date(ms).toISOString();

/** Mean and maximum of a zone, among others, by steps; `from` and `to` are instants in ms. */
export const occupancyHistory = (zone, from, to, step) => list(`${siteApi}/occupancy/history`, {
  zone, step, from: instant(from), to: instant(to),
});

/** The same of several zones, added up; a step that one of them lacks counts what is known. */
export async function summedHistory(zones, from, to, step) {
  const steps = new Map();
  for (const items of await Promise.all(zones.map((zone) => occupancyHistory(zone, from, to, step)))) {
    for (const item of items) {
      const at = Date.parse(item.at);
      const sum = steps.get(at) ?? { at, mean: null, max: null };
      for (const key of ["mean", "max"]) if (item[key] != null) sum[key] = (sum[key] ?? 0) + item[key];
      steps.set(at, sum);
    }
  }
  return [...steps.values()].sort((a, b) => a.at - b.at);
}

/** How many people are usual in a zone on a date: {error, items: [{at, expected, low, high}]}, `at` in ms; no items where nothing is known yet. */
export const typicalDay = (zone, date) => outlook("typical", { zone, date });

/** How many will be in a zone until an instant in ms, in the same shape; `error` is the mean one, in people, measured on the past. */
export const forecast = (zone, until) => outlook("forecast", { zone, until: instant(until) });

async function outlook(kind, query) {
  try {
    const { error, items } = await get(`${siteApi}/occupancy/${kind}`, query);
    return { error, items: items.map((item) => ({ ...item, at: Date.parse(item.at) })) };
  } catch (problem) {
    if (problem instanceof ApiError && problem.status === 404) return { items: [] };
    throw problem;
  }
}
