import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { time } from "../i18n/format.js";
import { countText, since } from "./tiles.js";

/** Everybody in the house as one number against its capacity. */
export function houseTotal(view, house) {
  const share = house.count != null && house.capacity ? Math.min(1, house.count / house.capacity) : 0;
  const long = String(house.count ?? "").length > 3;
  return html`<section class="total ${house.state}" data-zone="house-total">
    <h2>${house.state === "partial" ? words.inHouseAtLeast : words.inHouse}</h2>
    <p class="number ${long ? "long" : ""}"><span>${countText(house)}</span>${house.capacity ? html`<small> / ${house.capacity}</small>` : nothing}</p>
    ${house.capacity ? html`<div class="gauge" aria-hidden="true"><i style="width:${share * 100}%"></i></div>` : nothing}
    <p class="note">${note(view, house)}</p>
  </section>`;
}

function note(view, house) {
  if (house.state === "unknown") return since(view, house);
  if (view.feed.phase === "stale") return words.asOf(time(view.feed.lastAt, view.zone));
  if (house.state !== "ok" || !house.capacity) return nothing;
  const left = house.capacity - house.count;
  return left >= 0 ? words.placesLeft(left) : words.placesOver(-left);
}

/** What today has seen so far: the most people at once and when, and how many came in where that is counted. */
export function todayPair({ day, zone }, place) {
  const most = day.reduce((best, step) => (step.max != null && step.max > (best?.max ?? 0) ? step : best), null);
  const came = day.some((step) => step.entries != null) ? day.reduce((all, step) => all + (step.entries ?? 0), 0) : null;
  const long = Math.max(most?.max ?? 0, came ?? 0) > 999;
  return html`<dl class="pair ${long ? "long" : ""}" style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
    <div><dt>${words.peakToday}</dt><dd>${most ? html`${most.max}<small>${time(most.at, zone)}</small>` : html`<span class="dash">–</span>`}</dd></div>
    ${came === null ? nothing : html`<div><dt>${words.entriesToday}</dt><dd>${came}</dd></div>`}
  </dl>`;
}
