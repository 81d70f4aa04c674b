import { html, nothing, svg } from "lit";
import { words } from "../i18n/language.js";
import { hourOf } from "../i18n/zoned.js";
import { time } from "../i18n/format.js";
import { areaThrough, labelSpots, lineThrough } from "./curve-shapes.js";

const STEP = 5 / 60;

/** Hours of the day shown: 07:00 to 22:00, and wider where people are there earlier or later. */
export function hoursShown(day, zone, now) {
  const busy = day.filter((step) => step.mean >= 0.5).map((step) => hourOf(step.at, zone));
  const from = Math.min(7, Math.floor(Math.min(...busy, now)));
  const to = Math.max(22, Math.ceil(Math.max(...busy, now)));
  return from < 6 || to > 23 ? { from: 0, to: 24, labels: [3, 9, 15, 21] } : { from, to, labels: [8, 12, 16, 20] };
}

/** The steps of a day as points {hour, mean} in the middle of each. */
const middles = (day, zone) => day.map(({ at, mean }) => ({ hour: hourOf(at, zone) + STEP / 2, mean }));

/** The steps of an outlook as points that are between two hours. */
const outlined = (items, zone, { from, to }) => items.map((item) => ({ ...item, hour: hourOf(item.at, zone) })).filter(({ hour }) => hour >= from && hour <= to);

/** Today in the whole house: the curve over what is usual, what is to come, the capacity, four hours, and where it stands now. */
export function dayCurve(view, house, width, height) {
  const { feed, zone, day, outlook } = view;
  const now = hourOf(feed.now, zone);
  const live = feed.phase === "live";
  const known = feed.phase !== "loading" && feed.phase !== "unknown" && house.count != null;
  const hours = hoursShown(day, zone, now);
  const foot = height - 52;
  const top = 8;
  const band = outlined(outlook.usual, zone, hours);
  const coming = known && live ? [{ hour: now, expected: house.count, low: house.count, high: house.count },
    ...outlined(outlook.ahead.filter(({ at }) => at > feed.now), zone, hours)] : [];
  const heights = [house.count ?? 0, ...day.map((step) => step.mean ?? 0), ...band.map(({ high }) => high), ...coming.map(({ high }) => high)];
  const highest = house.capacity ? Math.max(house.capacity, ...heights) : Math.max(1, ...heights) * 1.15;
  const x = (hour) => ((hour - hours.from) / (hours.to - hours.from)) * width;
  const y = (people) => foot - (people / highest) * (foot - top);
  const last = live || feed.lastAt === undefined ? now : hourOf(feed.lastAt, zone);
  const limit = house.capacity ? y(house.capacity) : null;
  const today = middles(day, zone);
  const labels = labelSpots({ x, y, width, foot, capacity: house.capacity, now, today, band, coming, error: outlook.error });
  const half = (label) => Math.max(40, Math.min(width - 40, x(label)));
  return html`<figure class="curve ${feed.phase}" aria-label=${words.curveToday}>
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${limit === null ? nothing : svg`<path class="limit" d="M0 ${limit}H${width}"/>`}
      <path class="band" d=${areaThrough(band, x, y)}/>
      ${coming.length > 1 ? svg`<path class="band" d=${areaThrough(coming, x, y)}/><path class="ahead" d=${lineThrough(coming, "expected", x, y)}/>` : nothing}
      ${feed.phase === "unknown" ? svg`<rect class="hatched" x=${x(last)} y=${top} width=${Math.max(0, x(now) - x(last))} height=${foot - top}/>` : nothing}
      <path class="today" d=${lineThrough(today, "mean", x, y) + (known && live && day.length ? `L${x(now)} ${y(house.count)}` : "")}/>
      <path class="ground" d="M0 ${foot}H${width}"/>
      ${hours.labels.map((hour) => svg`<path class="ground" d="M${x(hour)} ${foot}v8"/>
        <text class="axis" text-anchor="middle" x=${half(hour)} y=${foot + 42}>${String(hour).padStart(2, "0")}:00</text>`)}
      ${labels.map(({ text, kind, left, base }) => svg`<text class=${kind} x=${left} y=${base}>${text}</text>`)}
      ${known ? svg`${day.length ? svg`<path class="now" d="M${x(last)} ${y(house.count)}V${foot}"/>` : nothing}<circle class="now" cx=${x(last)} cy=${y(house.count)} r="10"/>` : nothing}
      ${day.length || feed.phase === "loading" ? nothing : svg`<text class="sentence" x="0" y=${foot - 32}>${view.historyLost ? words.historyLost : words.noCountsYet}</text>`}
    </svg>
    <div class="aloud"><table><caption>${words.curveToday}</caption>
      ${day.filter((step) => new Date(step.at).getUTCMinutes() === 0).map((step) => html`<tr><th scope="row">${time(step.at, zone)}</th><td>${step.mean == null ? words.unknown : Math.round(step.mean)}</td></tr>`)}
    </table></div>
  </figure>`;
}

/** Today in one zone, without words: its own line against its own capacity. */
export function spark(view, zone, width, height) {
  const day = view.days.get(zone.id) ?? [];
  if (height < 50 || day.length < 2) return nothing;
  const now = hourOf(view.feed.now, view.zone);
  const { from, to } = hoursShown(view.day, view.zone, now);
  const highest = Math.max(zone.capacity ?? 1, ...day.map((step) => step.mean ?? 0));
  const x = (hour) => ((hour - from) / (to - from)) * width;
  const y = (people) => height - 4 - (people / highest) * (height - 8);
  return html`<svg class="spark" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path class="ground" d="M0 ${height - 1.5}H${width}"/><path class="line" d=${lineThrough(middles(day, view.zone), "mean", x, y)}/></svg>`;
}
