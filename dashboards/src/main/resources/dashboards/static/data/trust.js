import { ask, get } from "./api.js";
import { siteApi } from "./site.js";

/** How far each zone's count is from the truth: [{zone, withinOne, withinTenPercent, hours}], shares from 0 to 1 or null. */
export const accuracy = async () => (await get(`${siteApi}/occupancy/accuracy`)).items;

/** The sensors that count people: [{device, kind, zone, from, to, known, heard, faults: [{type, since, text}]}]. */
export const sensors = async () => (await get(`${siteApi}/occupancy/sensors`)).items;

/** Rooms that are booked now and in which nobody has been for a while: [{zone, booking, from, until, emptySince}]. */
export const emptyRooms = async () => (await get(`${siteApi}/rooms/empty`)).items;

/** Says that a person has seen an alarm. */
export const acknowledge = (alarm) => ask(`${siteApi}/alarms/${encodeURIComponent(alarm)}/acknowledge`, { method: "POST" });
