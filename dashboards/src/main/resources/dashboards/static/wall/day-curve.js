import { html, nothing, svg } from "lit";
import { words } from "../i18n/language.js";
import { hourOf } from "../i18n/zoned.js";
import { time } from "../i18n/format.js";

/** Hours of the day shown: 07:00 to 22:00, and wider where people are there earlier or later. */
export function hoursShown(day, zone, now) {
  const busy = day.filter((step) => step.mean >= 0.5).map((step) => hourOf(step.at, zone));
  const from = Math.min(7, Math.floor(Math.min(...busy, now)));
  const to = Math.max(22, Math.ceil(Math.max(...busy, now)));
  return from < 6 || to > 23 ? { from: 0, to: 24, labels: [0, 6, 12, 18] } : { from, to, labels: [8, 12, 16, 20] };
}

/** The line through the means of the steps, broken where nothing is known. */
export function path(day, zone, step, x, y) {
  let line = "";
  let joined = false;
  for (const { at, mean } of day) {
    if (mean == null) {
      joined = false;
      continue;
    }
    line += `${joined ? "L" : "M"}${x(hourOf(at, zone) + step / 2).toFixed(1)} ${y(mean).toFixed(1)}`;
    joined = true;
  }
  return line;
}

const STEP = 5 / 60;

/** Today in the whole house: the curve, its capacity, four hours, and where it stands now. */
export function dayCurve(view, house, width, height) {
  const { feed, zone, day } = view;
  const now = hourOf(feed.now, zone);
  const hours = hoursShown(day, zone, now);
  const foot = height - 52;
  const top = 8;
  const highest = Math.max(house.capacity ?? 1, house.count ?? 0, ...day.map((step) => step.mean ?? 0)) * (house.capacity ? 1 : 1.15);
  const x = (hour) => ((hour - hours.from) / (hours.to - hours.from)) * width;
  const y = (people) => foot - (people / highest) * (foot - top);
  const live = feed.phase === "live";
  const known = feed.phase !== "loading" && feed.phase !== "unknown" && house.count != null;
  const last = feed.phase === "live" ? now : feed.lastAt === undefined ? now : hourOf(feed.lastAt, zone);
  const limit = house.capacity ? y(house.capacity) : null;
  const half = (label) => Math.max(40, Math.min(width - 40, x(label)));
  return html`<figure class="curve ${feed.phase}" aria-label=${words.curveToday}>
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${limit === null ? nothing : svg`
        <path class="limit" d="M0 ${limit}H${width}"/>
        <text class="axis" x="0" y=${limit + 36}>${words.limit(house.capacity)}</text>`}
      ${feed.phase === "unknown" ? svg`<rect class="hatched" x=${x(last)} y=${top} width=${Math.max(0, x(now) - x(last))} height=${foot - top}/>` : nothing}
      <path class="today" d=${path(day, zone, STEP, x, y) + (known && live && day.length ? `L${x(now)} ${y(house.count)}` : "")}/>
      <path class="ground" d="M0 ${foot}H${width}"/>
      ${hours.labels.map((hour) => svg`<path class="ground" d="M${x(hour)} ${foot}v8"/>
        <text class="axis" text-anchor="middle" x=${half(hour)} y=${foot + 42}>${String(hour).padStart(2, "0")}:00</text>`)}
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
    <path class="ground" d="M0 ${height - 1.5}H${width}"/><path class="line" d=${path(day, view.zone, STEP, x, y)}/></svg>`;
}
