import { nameOf, words } from "../i18n/language.js";

/** The site's meters as a tree, and what a medium is measured in. */

export const MEDIA = ["electricity", "water", "network"];

/** Units of quantity and rate, and the live rate of a meter's entry in that unit (undefined where none came). */
const UNITS = {
  electricity: { quantity: "kWh", rate: "kW", decimals: 1, live: (entry) => entry.powerW == null ? undefined : entry.powerW / 1000 },
  water: { quantity: "m³", rate: "m³/h", decimals: 1, live: (entry) => entry.flowM3h ?? undefined },
  network: { quantity: "GB", rate: "GB/h", decimals: 1, live: () => undefined },
};
export const unitsOf = (meter) => UNITS[meter.medium];

export const mediaOf = (site) => MEDIA.filter((medium) => site.meters.some((meter) => meter.medium === medium));
export const meterById = (site, id) => site.meters.find((meter) => meter.id === id);
export const rootsOf = (site, medium) => site.meters.filter((meter) => meter.medium === medium && !meterById(site, meter.parent));
export const childrenOf = (site, meter) => site.meters.filter((one) => one.parent === meter.id);

/** From the root down to a meter. */
export function pathTo(site, meter) {
  const parent = meterById(site, meter.parent);
  return parent ? [...pathTo(site, parent), meter] : [meter];
}

/** All meters of a medium, parents before children: [{meter, depth}]. */
export const listed = (site, medium) => {
  const below = (meter, depth) => [{ meter, depth }, ...childrenOf(site, meter).flatMap((child) => below(child, depth + 1))];
  return rootsOf(site, medium).flatMap((root) => below(root, 0));
};

/** A meter's name: its own, else its zone's and, below another meter or where a zone has several, its system's. */
export function meterName(site, meter) {
  if (meter.name) return nameOf(meter);
  const zone = site.zones.find((one) => one.id === meter.zone);
  const system = words.systems[meter.system] ?? meter.system;
  const parent = meterById(site, meter.parent);
  if (!zone) return system ?? meter.id;
  if (!system) return nameOf(zone);
  const inParentsZone = parent && parent.zone === meter.zone;
  return inParentsZone ? system : `${nameOf(zone)} · ${system}`;
}
