import { html } from "lit";
import { time } from "../i18n/format.js";
import { namedAmong, words } from "../i18n/language.js";
import { panel } from "../parts/panel.js";

/** Rooms that are booked now while nobody is in them. */
export const emptyRoomsPanel = ({ site }, rooms) => panel({
  title: words.emptyRooms, sub: words.rightNow, resource: rooms, kind: "empty-rooms",
  empty: (items) => (items.length ? undefined : { what: words.noEmptyRooms, then: words.noEmptyRoomsHint }),
  body: (items) => html`<ul>${items.map((one) => html`<li>
    <p><strong>${namedAmong(site.zones, one.zone)}</strong></p>
    <time>${time(Date.parse(one.from), site.timeZone)}–${time(Date.parse(one.until), site.timeZone)}</time>
    <p class="text">${words.emptySince(time(Date.parse(one.emptySince), site.timeZone))}</p></li>`)}</ul>`,
});
