import { html, nothing } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { styleMap } from "lit/directives/style-map.js";
import { language, nameOf, otherLanguage, secondName, tag, words } from "../i18n/language.js";
import { brief } from "../i18n/format.js";
import { levelOf, reading } from "./house.js";
import { fit, widthOf } from "./fit.js";
import { spark } from "./day-curve.js";

const GAP = 16;

/** Places of n tiles in a field: rows of equal height, as even as can be unless their number is given, the fuller rows below. */
export function places(n, width, height, given) {
  const shape = (rows) => Math.abs(Math.log((width / Math.ceil(n / rows)) / (height / rows) / 1.7));
  let rows = given ?? 1;
  for (let more = 2; !given && more <= n; more++) if (shape(more) < shape(rows)) rows = more;
  const found = [];
  for (let row = 0, first = 0; row < rows; row++) {
    const columns = Math.floor((n + row) / rows);
    const tall = (height - GAP * (rows - 1)) / rows;
    const wide = (width - GAP * (columns - 1)) / columns;
    for (let column = 0; column < columns; column++) {
      found[first + column] = { x: column * (wide + GAP), y: row * (tall + GAP), width: wide, height: tall };
    }
    first += columns;
  }
  return found;
}

/** One zone in its place: name top left; count top right where there is room, else at the foot. */
export function tile(view, zone, place, { plain = false } = {}) {
  const padding = view.shrinks ? 12 : 16;
  const now = reading(view.feed, zone);
  const live = view.feed.phase === "live";
  const level = live ? levelOf(zone.id, now) : null;
  const wide = place.width >= (view.shrinks ? 310 : 400);
  const roomy = place.width >= 400 || (place.height >= 240 && !wide) ? 84 : wide || place.height >= 180 ? 72 : 60;
  const inner = place.width - 2 * padding;
  const wraps = !wide && fit(zone, inner).wraps;
  const size = wraps && place.height < 200 ? 48 : roomy;
  const limit = now.count == null ? "" : now.capacity ? `/${now.capacity}` : words.people;
  const countWidth = widthOf(`${now.count ?? "–"}${now.state === "partial" ? "+" : ""}`, size) + (limit ? widthOf(limit, 28) + 6 : 0);
  const beside = inner - (wide ? countWidth + padding : 0);
  const name = fit(zone, beside);
  const under = now.state === "unknown" ? since(view, now) : view.shrinks && place.width < 240 ? "" : secondName(zone);
  const short = now.since ? words.since(brief(now.since, view.feed.now, view.zone)) : "";
  const unknown = now.state === "unknown";
  const [second, secondSize] = [[under, 26], [unknown ? short : "", 26], [unknown ? short : "", 24]]
    .find(([text, size]) => text && widthOf(text, size, unknown ? 600 : 500) <= beside) ?? [""];
  const kind = {
    tile: true, wide, plain, wraps, full: level === 4, unknown, loading: now.state === "loading",
    quiet: level === null && !unknown && now.state !== "loading", [`load-${level}`]: level !== null,
  };
  const box = { left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px`, height: `${place.height}px` };
  return html`<section class=${classMap(kind)} style=${styleMap(box)} data-zone=${zone.id}>
    <h3 style="font-size:${name.size}px">${name.text}</h3>
    ${second ? html`<p class="second" lang=${tag(unknown ? language : otherLanguage)} style="font-size:${secondSize}px">${second}</p>` : nothing}
    <p class="count" style="font-size:${size}px">${countText(now)}${limit && (wide || countWidth <= inner)
      ? html`<span class="capacity">${limit}</span>` : nothing}</p>
    ${level === null ? nothing : html`<span class="aloud">${words.levels[level]}</span>`}
    ${!plain && !unknown ? spark(view, zone, inner, place.height - (wide ? 122 : 224)) : nothing}
  </section>`;
}

/** The count as it may be said: the number, the known part with a plus, or a dash. */
export const countText = (now) => now.count == null ? html`<span class="dash">–</span>`
  : now.state === "partial" ? html`<span class="aloud">${words.atLeast} </span>${now.count}<span class="plus">+</span>` : now.count;

export const since = (view, now) => (now.since ? words.unknownSince(brief(now.since, view.feed.now, view.zone)) : words.unknown);

/** A floor without a plan: its zones as a field of tiles. */
export function tiles(view, zones, width, height, rows) {
  const all = places(zones.length, width, height, rows);
  return html`<div class="tiles" style="width:${width}px;height:${height}px" role="group" aria-label=${words.plan}>
    ${zones.map((zone, i) => tile(view, zone, all[i]))}
  </div>`;
}
