import { get, list } from "./api.js";
import { siteApi } from "./site.js";

const instant = (ms) => new Date(ms).toISOString();

/** A meter's quantities by steps; every item's `at` as an instant in ms. */
export async function energyHistory(meter, from, to, step) {
  const items = await list(`${siteApi}/energy/history`, { meter, step, from: instant(from), to: instant(to) });
  return items.map((item) => ({ ...item, at: Date.parse(item.at) }));
}

/** What a zone used while it was empty: {quantity, share, aboveStandby, unknown} in kWh, the share from 0 to 1. */
export const energyWaste = (zone, from, to) => get(`${siteApi}/energy/waste`, { zone, from: instant(from), to: instant(to) });
