import { language } from "../i18n/language.js";
import { addDays, addMonths, dateOf, monday, startOf } from "../i18n/zoned.js";
import { day, fields, longDay, month, shortWeekday, time } from "../i18n/format.js";

export const RANGES = ["day", "week", "month", "year"];

const HOUR = 3_600_000;
const STEPS = { day: "15m", week: "1h", month: "1d", year: "1mo" };

/** A day, week, month or year of the site's calendar around a date: its instants, its steps, and what it is compared to. */
export class Period {
  constructor(range, date, zone) {
    this.range = range;
    this.date = date;
    this.zone = zone;
    this.step = STEPS[range];
    this.first = { day: date, week: monday(date), month: addMonths(date, 0), year: `${date.slice(0, 4)}-01-01` }[range];
    this.end = this.#after(1);
    this.from = startOf(this.first, zone);
    this.to = startOf(this.end, zone);
  }

  #after(count) {
    if (this.range === "day") return addDays(this.first, count);
    if (this.range === "week") return addDays(this.first, 7 * count);
    return addMonths(this.first, this.range === "month" ? count : 12 * count);
  }

  /** The period one earlier or later. */
  moved(count) { return new Period(this.range, this.#after(count), this.zone); }

  /** A day is compared with the same weekday a week before, all else with the period before. */
  get compared() { return this.range === "day" ? new Period("day", addDays(this.date, -7), this.zone) : this.moved(-1); }

  /** Hours of one step where all steps are alike. */
  get stepHours() { return this.range === "day" ? 0.25 : this.range === "week" ? 1 : undefined; }

  /** The instants at which the steps begin. */
  get slots() {
    const found = [];
    if (this.stepHours) {
      for (let at = this.from; at < this.to; at += this.stepHours * HOUR) found.push(at);
    } else {
      const next = (date) => (this.range === "month" ? addDays(date, 1) : addMonths(date, 1));
      for (let date = this.first; date < this.end; date = next(date)) found.push(startOf(date, this.zone));
    }
    return found;
  }

  contains(instant) { return instant >= this.from && instant < this.to; }

  /** The longer period that this one is a part of, up to this one's end; a year has none. */
  get within() {
    if (this.range === "year") return null;
    const last = addDays(this.end, -1);
    return new Period(this.range === "month" ? "year" : "month", last, this.zone);
  }

  /** So many whole days before its end, or before today where the period goes on. */
  before(now, days) {
    const end = this.contains(now) ? dateOf(now, this.zone) : this.end;
    return { from: startOf(addDays(end, -days), this.zone), to: startOf(end, this.zone) };
  }

  get lastDay() { return addDays(this.end, -1); }

  /** The days of the period up to an instant in it. */
  spanTo(now) { return span(this.from, Math.max(this.from, Math.min(this.to - 1, now)), this.zone); }

  /** The period in full words, and short for a comparison. */
  get title() { return this.range === "day" ? longDay(this.from, this.zone) : this.name; }

  get name() {
    if (this.range === "day") return day(this.from, this.zone);
    if (this.range === "week") return span(this.from, startOf(this.lastDay, this.zone), this.zone);
    if (this.range === "month") return month(this.from, this.zone);
    return language === "zh" ? `${this.first.slice(0, 4)}年` : this.first.slice(0, 4);
  }

  /** A step in words, for a row of a table: 09:30; Mon 23 09:00; 23 Nov; Nov 2026. */
  slotName(at) {
    if (this.range === "day") return time(at, this.zone);
    if (this.range === "week") return `${shortWeekday(at, this.zone)} ${time(at, this.zone)}`;
    return this.range === "month" ? day(at, this.zone) : month(at, this.zone);
  }
}

/** 16–22 Nov, 28 Sep – 4 Oct; 11月16–22日 */
export function span(from, to, zone) {
  const a = fields(from, zone);
  const b = fields(to, zone);
  if (a.month !== b.month) return `${day(from, zone)} – ${day(to, zone)}`;
  if (a.day === b.day) return day(from, zone);
  return language === "zh" ? `${+a.month}月${+a.day}–${+b.day}日` : `${+a.day}–${day(to, zone)}`;
}

export const today = (now, zone) => dateOf(now, zone);
