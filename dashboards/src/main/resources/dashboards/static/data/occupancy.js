import { list } from "./api.js";
import { siteApi } from "./site.js";

/** Mean, maximum, entries and exits of a zone by steps; `from` and `to` are instants in ms. */
export const occupancyHistory = (zone, from, to, step) => list(`${siteApi}/occupancy/history`, {
  zone, step, from: new Date(from).toISOString(), to: new Date(to).toISOString(),
});

/** The same of several zones, added up; a step that one of them lacks counts what is known. */
export async function summedHistory(zones, from, to, step) {
  const steps = new Map();
  for (const items of await Promise.all(zones.map((zone) => occupancyHistory(zone, from, to, step)))) {
    for (const item of items) {
      const at = Date.parse(item.at);
      const sum = steps.get(at) ?? { at, mean: null, max: null, entries: null };
      for (const key of ["mean", "max", "entries"]) if (item[key] != null) sum[key] = (sum[key] ?? 0) + item[key];
      steps.set(at, sum);
    }
  }
  return [...steps.values()].sort((a, b) => a.at - b.at);
}
