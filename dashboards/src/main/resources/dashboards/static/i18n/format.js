import { language } from "./language.js";

const partsOf = new Map();

/** Calendar fields of an instant in a time zone: {year, month, day, weekday, hour, minute, second}, numbers as two digits. */
export function fields(instant, timeZone) {
  if (!partsOf.has(timeZone)) {
    partsOf.set(timeZone, new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
      timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
      weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }));
  }
  const found = {};
  for (const { type, value } of partsOf.get(timeZone).formatToParts(new Date(instant))) found[type] = value;
  return found;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** 14:32 */
export const time = (instant, zone) => { const f = fields(instant, zone); return `${f.hour}:${f.minute}`; };
/** 14:32:06 */
export const timeWithSeconds = (instant, zone) => { const f = fields(instant, zone); return `${f.hour}:${f.minute}:${f.second}`; };
/** 11月23日, 23 Nov */
export const day = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${+f.month}月${+f.day}日` : `${+f.day} ${MONTHS[f.month - 1]}`;
};
/** 11月23日 周一, Mon 23 Nov */
export const weekday = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${day(instant, zone)} ${f.weekday}` : `${f.weekday} ${day(instant, zone)}`;
};
/** 2026年11月23日 周一, Mon 23 Nov 2026 */
export const longDay = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${f.year}年${weekday(instant, zone)}` : `${weekday(instant, zone)} ${f.year}`;
};
/** 周一 23, Mo 23: the row of a calendar. */
export const shortWeekday = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${f.weekday} ${+f.day}` : `${f.weekday.slice(0, 2)} ${+f.day}`;
};
/** An instant of another day than now: 22 Nov 14:32; 31 Dec 2018 */
const afar = (instant, now, zone) => {
  const then = fields(instant, zone);
  const present = fields(now, zone);
  if (then.year !== present.year) return language === "zh" ? `${then.year}年${day(instant, zone)}` : `${day(instant, zone)} ${then.year}`;
  if (then.month !== present.month || then.day !== present.day) return `${day(instant, zone)} ${time(instant, zone)}`;
  return undefined;
};
/** An instant as short as it is clear from now: 14:32:06; 22 Nov 14:32; 31 Dec 2018 */
export const moment = (instant, now, zone) => afar(instant, now, zone) ?? timeWithSeconds(instant, zone);
/** The same without seconds: 14:32; 22 Nov 14:32; 31 Dec 2018 */
export const brief = (instant, now, zone) => afar(instant, now, zone) ?? time(instant, zone);
/** 2026年11月, Nov 2026 */
export const month = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${f.year}年${+f.month}月` : `${MONTHS[f.month - 1]} ${f.year}`;
};
/** 11月, Nov */
export const monthShort = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${+f.month}月` : MONTHS[f.month - 1];
};
/** 11月, November */
export const monthName = (instant, zone) => {
  const f = fields(instant, zone);
  return language === "zh" ? `${+f.month}月` : LONG_MONTHS[f.month - 1];
};

/** A number with a fixed count of decimals, thousands apart and a true minus. */
export const number = (value, decimals = 0) =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value).replace("-", "−");

/** A signed change in percent, one decimal: +10.2 % */
export const change = (ratio) => {
  const percents = Math.round(ratio * 1000) / 10;
  return `${percents > 0 ? "+" : ""}${number(percents || 0, 1)} %`;
};
/** A share in whole percent: 54 % */
export const percent = (share) => `${number(share * 100)} %`;
/** Energy in kWh: none over 100, one below. */
export const energy = (kwh) => number(kwh, Math.abs(kwh) >= 100 ? 0 : 1);

/** Money: whole from 100 on, with cents below; ¥ or $ where the currency has such a sign. */
export const money = (value, currency) => new Intl.NumberFormat("en-US", {
  style: "currency", currency, currencyDisplay: "narrowSymbol", ...(Math.abs(value) >= 100 ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
}).format(value).replace("-", "−");
