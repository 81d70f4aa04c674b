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
