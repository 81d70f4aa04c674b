import { get } from "./api.js";
import { siteApi } from "./site.js";

/** Each room with the times for which it is booked in the rest of the day: by zone, [{from, until}] in ms and in order. */
export async function roomTimes() {
  const { items } = await get(`${siteApi}/rooms`);
  return new Map(items.map(({ zone, booked }) => [
    zone, booked.map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) })),
  ]));
}
