import { nameOf, otherLanguage, shortOf, words } from "../i18n/language.js";

/** What the wall makes of a site: its roots, its floors, and the reading of every zone. All of it pure. */

export const rootsOf = (site) => site.zones.filter((zone) => zone.id !== "outside" && (!zone.parent || zone.parent === "outside"));

export const childrenOf = (site, id) => site.zones.filter((zone) => zone.parent === id);

/** Pages of the wall: {floor, zones}, one a floor; without floors one page whose `floor` is absent. */
export function floorsOf(site) {
  const roots = rootsOf(site);
  const below = roots.length === 1 ? childrenOf(site, roots[0].id) : roots;
  const top = below.length ? below : roots;
  const rest = top.filter((zone) => zone.kind !== "floor");
  const pages = top.filter((zone) => zone.kind === "floor").map((floor) => {
    const zones = childrenOf(site, floor.id);
    return { floor, zones: zones.length ? zones : [floor] };
  });
  if (rest.length) pages.push({ floor: pages.length ? { id: null, name: { zh: words.elsewhere, en: words.elsewhere } } : undefined, zones: rest });
  return pages;
}

/**
 * What may be said of a zone now: {state, count, capacity, since}. `state` is "loading", "ok", "partial" (the count is
 * the known part) or "unknown", and never the last value once the feed is silent for too long.
 */
export function reading(feed, zone) {
  const entry = feed.zones.get(zone.id);
  const capacity = positive(entry?.capacity ?? zone.capacity);
  if (feed.phase === "loading") return { state: "loading", capacity };
  if (feed.phase === "unknown") return { state: "unknown", capacity, since: feed.lastAt };
  if (!entry || entry.count == null || entry.state === "unknown") {
    return { state: "unknown", capacity, since: entry && Date.parse(entry.since ?? entry.asOf) };
  }
  return { state: entry.state === "partial" ? "partial" : "ok", count: entry.count, capacity };
}

/** What a floor is called where there is little room: 2F, in whatever language it has a short name. */
export const labelOf = (floor) => (floor.id ? shortOf(floor) ?? floor.short?.[otherLanguage] ?? nameOf(floor) : "");

/** The floor on whose page a zone is, if the house has floors. */
export const floorOf = ({ pages }, zone) => pages.find(({ zones }) => zones.includes(zone))?.floor;

/** Several readings as one: unknown when all are, partial when some are. */
export function total(readings) {
  if (readings.length === 1) return readings[0];
  const known = readings.filter((one) => one.count != null);
  const capacity = readings.every((one) => one.capacity) ? sum(readings, "capacity") : undefined;
  if (!known.length) return { state: readings[0]?.state ?? "unknown", capacity, since: readings[0]?.since };
  const whole = known.length === readings.length && known.every((one) => one.state === "ok");
  return { state: whole ? "ok" : "partial", count: sum(known, "count"), capacity };
}

/** The free desks of zones whose desks have sensors: {free, part}, `part` where some desks are unknown, `free` absent where all are; or undefined without sensors. */
export function freeDesks({ feed, site }, zones) {
  const sensed = zones.map((zone) => ({
    zone, all: site.devices.filter((one) => one.kind === "presence" && one.zone === zone.id).length,
  })).filter(({ all }) => all);
  const known = sensed.flatMap(({ zone }) => (reading(feed, zone).count == null ? [] : Object.values(feed.zones.get(zone.id)?.desks ?? {})));
  if (!sensed.length) return undefined;
  if (!known.length) return {};
  return { free: known.filter((taken) => !taken).length, part: known.length < sum(sensed, "all") };
}

const THRESHOLDS = [0, 30, 60, 85, 100];
const SLACK = 3;
const lastLevels = new Map();

/**
 * The load level 0 to 4 of a zone, or null where none can be told. It falls only 3 points below the threshold at which
 * it rose, so that a count to and fro does not flicker.
 */
export function levelOf(id, { state, count, capacity }) {
  if (!capacity || count == null) return null;
  const share = (100 * count) / capacity;
  if (state === "partial" && share < 100) return null; // how full it really is, is not known
  const risen = THRESHOLDS.findLastIndex((from) => share >= from);
  const held = THRESHOLDS.findLastIndex((from) => share >= from - SLACK);
  const level = Math.min(held, Math.max(risen, lastLevels.get(id) ?? 0));
  lastLevels.set(id, level);
  return level;
}

const positive = (number) => (number > 0 ? number : undefined);
const sum = (readings, key) => readings.reduce((all, one) => all + one[key], 0);
