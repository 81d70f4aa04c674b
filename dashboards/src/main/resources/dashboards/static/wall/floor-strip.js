import { html, nothing } from "lit";
import { nameOf, otherLanguage, secondName, tag, words } from "../i18n/language.js";
import { freeDesks, reading } from "./house.js";
import { countText, freeDesksItem } from "./tiles.js";

/** The floor on show in one line: how many, how many more, and its free desks where desks have sensors. */
export function floorStrip(view, { floor, zones }, place) {
  const now = reading(view.feed, floor);
  const desks = freeDesks(view, zones);
  const left = now.state === "ok" && now.capacity ? Math.max(0, now.capacity - now.count) : null;
  return html`<dl class="strip" style="left:${place.x}px;top:${place.y}px;width:${place.width}px">
    <div><dt>${nameOf(floor)}<small lang=${tag(otherLanguage)}>${secondName(floor)}</small></dt>
      <dd>${countText(now)}${now.capacity ? html`<small> / ${now.capacity}</small>` : nothing}</dd></div>
    <div><dt>${words.roomFor}</dt><dd>${left ?? html`<span class="dash">–</span>`}</dd></div>
    ${desks ? freeDesksItem(desks) : nothing}
  </dl>`;
}
