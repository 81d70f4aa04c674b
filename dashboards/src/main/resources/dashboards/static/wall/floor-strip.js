import { html, nothing } from "lit";
import { nameOf, otherLanguage, secondName, tag, words } from "../i18n/language.js";
import { reading } from "./house.js";
import { countText } from "./tiles.js";

/** The floor on show in one line: how many, how many more, and its free desks where desks have sensors. */
export function floorStrip(view, { floor, zones }, place) {
  const now = reading(view.feed, floor);
  const sensed = new Set(view.site.devices.filter((device) => device.kind === "presence").map((device) => device.zone));
  const desks = zones.filter((zone) => sensed.has(zone.id)).map((zone) => ({ state: reading(view.feed, zone).state, desks: view.feed.zones.get(zone.id)?.desks }));
  const known = desks.filter((one) => one.state === "ok" && one.desks);
  const free = known.flatMap((one) => Object.values(one.desks)).filter((taken) => taken === false).length;
  const part = known.length < desks.length;
  const left = now.state === "ok" && now.capacity ? Math.max(0, now.capacity - now.count) : null;
  return html`<dl class="strip" style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
    <div><dt>${nameOf(floor)}<small lang=${tag(otherLanguage)}>${secondName(floor)}</small></dt>
      <dd>${countText(now)}${now.capacity ? html`<small> / ${now.capacity}</small>` : nothing}</dd></div>
    <div><dt>${words.roomFor}</dt><dd>${left ?? html`<span class="dash">–</span>`}</dd></div>
    ${known.length ? html`<div><dt>${part ? words.freeDesksAtLeast : words.freeDesks}</dt><dd>${free}${part ? html`<span class="plus">+</span>` : nothing}</dd></div>` : nothing}
  </dl>`;
}
