import { html, nothing } from "lit";
import { demoTime } from "../parts/demo-time.js";
import { mark } from "../parts/mark.js";
import { nameOf, otherLanguage, secondName, shortOf, tag, words } from "../i18n/language.js";
import { brief, time, weekday } from "../i18n/format.js";
import { reading, total } from "./house.js";
import { countText } from "./tiles.js";

/** The mark and the house; the clock, the day, and how old the data is. */
export const header = ({ site, zone, feed }) => html`<header>
  ${mark(52)}
  <div class="names"><h1>${nameOf(site)}</h1><p class="second" lang=${tag(otherLanguage)}>${secondName(site)}</p></div>
  <div class="clock">
    <p class="time">${demoTime(site)}${time(feed.now, zone)}</p>
    <p class="age">${weekday(feed.now, zone)} · ${age(feed)}</p>
  </div>
</header>`;

const age = ({ phase, age }) => {
  if (phase === "loading") return words.connecting;
  const seconds = Math.floor(age / 1000);
  if (phase === "live") return words.dataAge(seconds);
  return html`<strong class="warn">${words.connectionLost(seconds < 120 ? words.seconds(seconds) : words.minutes(Math.floor(seconds / 60)))}</strong>`;
};

/** How many are on a floor, or in the zones of a page that is none, and how many there may be. */
export function floorFigure(view, { floor, zones }) {
  const now = floor?.id ? reading(view.feed, floor) : total(zones.map((zone) => reading(view.feed, zone)));
  return html`<span class="number">${countText(now)}${now.capacity ? html`<small> / ${now.capacity}</small>` : nothing}</span>`;
}

/** One tab a floor with its count; the floor on show carries the heavy rule. */
export const floorTabs = (view, shown, place) => html`<ul class="tabs" aria-label=${words.floors} style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
  ${view.pages.map((page, i) => {
    const { floor } = page;
    const short = shortOf(floor);
    return html`<li aria-current=${i === shown}>
      <p class="name">${short ?? nameOf(floor)}${short && short !== nameOf(floor) ? html` <small>${nameOf(floor)}</small>` : nothing}</p>
      <p>${floorFigure(view, page)}</p>
    </li>`;
  })}
</ul>`;

/** The words of the load scale; while the feed is lost, the words for that. */
export function legend(view, zones, place) {
  const { feed, zone } = view;
  const lost = feed.phase === "stale" || feed.phase === "unknown";
  const anyUnknown = zones.some((one) => reading(feed, one).state === "unknown");
  const desks = zones.some((one) => feed.zones.get(one.id)?.desks);
  return html`<div class="legend" style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
    ${lost
      ? html`<p class="warn" role="status">${feed.phase === "stale" ? words.showingAsOf(brief(feed.lastAt, feed.now, zone)) : words.allUnknownSince(brief(feed.lastAt, feed.now, zone))}</p>`
      : words.levels.map((word, level) => html`<span><i class="swatch load-${level}"></i>${word}</span>`)}
    ${desks && feed.phase !== "unknown" ? html`<span class="last"><i class="swatch taken"></i>${words.taken}</span><span><i class="swatch free"></i>${words.free}</span>` : nothing}
    ${anyUnknown ? html`<span class=${desks && feed.phase !== "unknown" ? "" : "last"}><i class="swatch hatch"></i>${words.unknown}</span>` : nothing}
  </div>`;
}
