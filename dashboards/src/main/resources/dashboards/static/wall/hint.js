import { html, nothing, svg } from "lit";
import { nameOf, shortOf, words } from "../i18n/language.js";
import { time } from "../i18n/format.js";
import { freeDesks, labelOf, reading } from "./house.js";
import { widthOf } from "./fit.js";
import { countText } from "./tiles.js";

/** Zones where somebody may sit down for a while without having booked or rented anything. */
const KINDS = new Set(["hot-desks", "desks", "quiet", "reading", "library", "lounge", "cafe"]);
const QUIET = 0.3;
const SLACK = 0.1;

/** The emptiest zone in which one may sit, with its floor and reading; the one of before stays while it is about as good. */
export function quietest(view) {
  const found = view.pages.flatMap(({ floor, zones }, page) => zones.map((zone) => ({ zone, floor, page, now: reading(view.feed, zone) })))
    .filter(({ zone, now }) => KINDS.has(zone.kind) && now.state === "ok" && now.capacity && now.count < now.capacity)
    .map((one) => ({ ...one, share: one.now.count / one.now.capacity }));
  if (!found.length) return undefined;
  const best = found.reduce((least, one) => (one.share < least.share ? one : least));
  const before = found.find(({ zone }) => zone.id === view.lastQuiet);
  const chosen = before && before.share <= best.share + SLACK && before.share < QUIET ? before : best;
  view.lastQuiet = chosen.zone.id;
  return chosen;
}

/** Until when a zone stays quiet by its forecast: an instant in ms, or nothing where that is not known or it is not quiet. */
function quietUntil({ quiet, feed }, { zone, now, share }) {
  if (share >= QUIET || quiet.zone !== zone.id) return undefined;
  return quiet.items.find(({ at, expected }) => at > feed.now && expected >= QUIET * now.capacity)?.at;
}

/** How many desks are free, or without desk sensors the most people of today; and where it is quietest now. */
export function hintPair(view, shown, place) {
  const desks = freeDesks(view, view.site.zones);
  const left = Math.round(place.width * 0.34);
  const right = place.width - left - 41;
  return html`<dl class="pair" style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
    <div style="width:${left}px">${desks ? freeDesksItem(desks, left) : mostToday(view)}</div>
    <div>${corner(view, shown, right)}</div>
  </dl>`;
}

const freeDesksItem = ({ free, part }, width) => {
  const label = part ? words.freeDesksAtLeast : words.freeDesks;
  return html`<dt class=${widthOf(label, 32) > width ? "small" : ""}>${label}</dt>
    <dd class="number">${free ?? html`<span class="dash">–</span>`}${part ? html`<span class="plus">+</span>` : nothing}</dd>`;
};

function mostToday({ day, zone }) {
  const most = day.reduce((best, step) => (step.max != null && step.max > (best?.max ?? 0) ? step : best), null);
  return html`<dt>${words.peakToday}</dt>
    <dd class="number">${most ? most.max : html`<span class="dash">–</span>`}</dd>
    <dd class="detail">${most ? time(most.at, zone) : nothing}</dd>`;
}

function corner(view, shown, width) {
  const found = view.feed.phase === "live" ? quietest(view) : undefined;
  if (!found) {
    const waits = view.feed.phase === "loading";
    return html`<dt>${words.quietCorner}</dt><dd class="where unsure">${waits ? nothing : words.notSureNow}</dd>`;
  }
  const { zone, floor, page, now } = found;
  const away = shown === undefined ? 0 : page - shown;
  const label = floor ? labelOf(floor) : "";
  const short = shortOf(zone) ?? nameOf(zone);
  const room = width - (away ? 48 : 0);
  const texts = [`${label} ${nameOf(zone)}`, `${label} ${short}`, short].map((text) => text.trim());
  const { text, size } = texts.flatMap((text) => [44, 36, 32].map((size) => ({ text, size })))
    .find(({ text, size }) => widthOf(text, size) <= room) ?? { text: texts[2], size: 28 };
  const until = quietUntil(view, found);
  return html`<dt>${words.quietestNow}</dt>
    <dd class="where" style="font-size:${size}px">${away ? arrow(away > 0) : nothing}<span>${text}</span></dd>
    <dd class="detail">${countText(now)} / ${words.peopleOf(now.capacity)}${until ? html` · ${words.quietUntil(time(until, view.zone))}` : nothing}</dd>`;
}

const arrow = (up) => html`<svg class="arrow" viewBox="0 0 36 36" width="36" height="36" role="img" aria-label=${up ? words.upstairs : words.downstairs}>
  ${svg`<path d=${up ? "M18 33V5M6 17L18 5L30 17" : "M18 3V31M6 19L18 31L30 19"}/>`}</svg>`;
