import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { brief, time } from "../i18n/format.js";
import { freeDesks } from "./house.js";
import { countText, freeDesksItem, since } from "./tiles.js";

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
  if (view.feed.phase === "stale") return words.asOf(brief(view.feed.lastAt, view.feed.now, view.zone));
  if (house.state !== "ok" || !house.capacity) return nothing;
  const left = house.capacity - house.count;
  return left >= 0 ? words.placesLeft(left) : words.placesOver(-left);
}

/** The most people at once today and when; beside it how many came in where that is counted, else the free desks. */
export function todayPair(view, place) {
  const { day, zone, site } = view;
  const most = day.reduce((best, step) => (step.max != null && step.max > (best?.max ?? 0) ? step : best), null);
  const came = site.countsEntries && day.some((step) => step.entries != null) ? day.reduce((all, step) => all + (step.entries ?? 0), 0) : null;
  const desks = came === null ? freeDesks(view, site.zones) : undefined;
  const long = Math.max(most?.max ?? 0, came ?? 0) > 999;
  return html`<dl class="pair ${long ? "long" : ""}" style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
    <div><dt>${words.peakToday}</dt><dd>${most ? html`${most.max}<small>${time(most.at, zone)}</small>` : html`<span class="dash">–</span>`}</dd></div>
    ${came === null ? nothing : html`<div><dt>${words.entriesToday}</dt><dd>${came}</dd></div>`}
    ${desks ? freeDesksItem(desks) : nothing}
  </dl>`;
}
