import { html, nothing, svg } from "lit";
import { nameOf, otherLanguage, secondName, tag, words } from "../i18n/language.js";
import { time } from "../i18n/format.js";
import { floorOf, labelOf, reading } from "./house.js";
import { fit, widthOf } from "./fit.js";

const SOON = 30 * 60_000;

/** The rooms of a house, those of the floor on show first, as many as there is room for; none until the bookings were read. */
export function roomsOn({ rooms, site }, page, most) {
  if (!rooms) return [];
  const all = site.zones.filter((zone) => rooms.has(zone.id));
  const here = new Set(page?.zones.map((zone) => zone.id));
  return [...all.filter((zone) => here.has(zone.id)), ...all.filter((zone) => !here.has(zone.id))].slice(0, most);
}

/** The end of a booking and of those that follow it without a gap. */
const endOf = (times, i) => (times[i + 1] && times[i + 1].from <= times[i].until ? endOf(times, i + 1) : times[i].until);

/** What may be said of a room at an instant: {mark, text}; `mark` is free, soon, used or unsure. */
export function roomState(feed, zone, times, timeZone) {
  const now = feed.now;
  const ahead = times.filter(({ until }) => until > now);
  const booked = ahead[0]?.from <= now;
  const until = booked ? endOf(ahead, 0) : ahead[0]?.from;
  const at = until && time(until, timeZone);
  const { state, count } = reading(feed, zone);
  if (feed.phase === "unknown" || (state === "unknown" && feed.phase !== "stale")) return { mark: "unsure", text: "–" };
  const byBooking = booked ? { mark: "used", text: words.bookedTo(at) }
    : until === undefined ? { mark: "free", text: words.freeAllDay }
    : until - now <= SOON ? { mark: "soon", text: words.bookedFrom(at) } : { mark: "free", text: words.freeTo(at) };
  const known = count > 0 ? { mark: "used", text: booked ? words.inUseTo(at) : words.inUse } : byBooking;
  return feed.phase === "stale" ? { ...known, stale: true } : known;
}

/** One cell a room: free, booked or in use, and until when. */
export function roomStrip(view, rooms, place) {
  const gap = 16;
  const width = (place.width - gap * (place.columns - 1)) / place.columns;
  return html`<ul class="rooms" aria-label=${words.rooms} style="left:${place.x}px;top:${place.y}px;width:${place.width}px;grid-template-columns:repeat(${place.columns},${width}px)">
    ${rooms.map((zone) => cell(view, zone, width))}
  </ul>`;
}

function cell(view, zone, width) {
  const { mark, text, stale } = view.feed.phase === "loading" ? {} : roomState(view.feed, zone, view.rooms.get(zone.id) ?? [], view.zone);
  const floor = floorOf(view, zone);
  const place = floor ? labelOf(floor) : "";
  const aside = place ? widthOf(place, 26, 500) + 12 : 0;
  const name = fit(zone, width - aside);
  const second = secondName(zone);
  const room = width - aside - widthOf(name.text, name.size) - 12;
  return html`<li class="room ${mark ?? ""} ${stale ? "stale" : ""}" data-room=${zone.id}>
    <p class="name"><span style="font-size:${name.size}px">${name.text}</span>
      ${second && widthOf(second, 26, 500) <= room ? html`<small lang=${tag(otherLanguage)}>${second}</small>` : nothing}
      ${place ? html`<small class="floor">${place}</small>` : nothing}</p>
    <p class="state">${mark ? markOf(mark) : nothing}<span>${text ?? nothing}</span></p>
  </li>`;
}

const SHAPES = {
  free: svg`<circle cx="13" cy="13" r="10"/>`,
  soon: svg`<circle cx="13" cy="13" r="10"/><path class="solid" d="M13 3a10 10 0 0 0 0 20z"/>`,
  used: svg`<circle class="solid" cx="13" cy="13" r="12"/>`,
  unsure: svg`<circle cx="13" cy="13" r="10" stroke-dasharray="9 6.7"/>`,
};

const markOf = (mark) => html`<svg class="mark-of-room" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">${SHAPES[mark]}</svg>`;
