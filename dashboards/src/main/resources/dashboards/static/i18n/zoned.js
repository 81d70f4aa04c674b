import { fields } from "./format.js";

/** Calendar arithmetic in a site's time zone. A date is "2026-11-23"; an instant is in epoch milliseconds. */
export const dateOf = (instant, zone) => {
  const f = fields(instant, zone);
  return `${f.year}-${f.month}-${f.day}`;
};

/** The instant at which a date begins in a zone, right across changes of the clock. */
export function startOf(date, zone) {
  const wanted = Date.parse(`${date}T00:00:00Z`);
  let instant = wanted;
  for (let round = 0; round < 2; round++) instant -= wallClock(instant, zone) - wanted;
  return instant;
}

export const addDays = (date, days) => {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};

/** The first of the month that is so many months on. */
export const addMonths = (date, months) => {
  const moved = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 10);
};

/** The Monday of the week of a date. */
export const monday = (date) => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Hours since local midnight, as the clock on the wall counts them. */
export const hourOf = (instant, zone) => {
  const f = fields(instant, zone);
  return +f.hour + f.minute / 60 + f.second / 3600;
};

function wallClock(instant, zone) {
  const f = fields(instant, zone);
  return Date.UTC(+f.year, f.month - 1, +f.day, +f.hour, +f.minute, +f.second);
}
