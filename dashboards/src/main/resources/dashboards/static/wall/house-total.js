import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { brief } from "../i18n/format.js";
import { comparison, usualNow } from "./usual.js";
import { countText, since } from "./tiles.js";

/** Everybody in the house as one number against its capacity. */
export function houseTotal(view, house) {
  const share = house.count != null && house.capacity ? Math.min(1, house.count / house.capacity) : 0;
  const usual = usualNow(view);
  const long = String(house.count ?? "").length > 3;
  return html`<section class="total ${house.state}" data-zone="house-total">
    <h2>${house.state === "partial" ? words.inHouseAtLeast : words.inHouse}</h2>
    <p class="number ${long ? "long" : ""}"><span>${countText(house)}</span>${house.capacity ? html`<small> / ${house.capacity}</small>` : nothing}</p>
    ${house.capacity ? html`<div class="gauge" aria-hidden="true"><i style="width:${share * 100}%"></i>${
      usual && view.feed.phase !== "unknown" ? html`<b style="left:${Math.min(1, usual.expected / house.capacity) * 100}%"></b>` : nothing}</div>` : nothing}
    <p class="note">${note(view, house, usual)}</p>
  </section>`;
}

function note(view, house, usual) {
  if (house.state === "unknown") return since(view, house);
  if (view.feed.phase === "stale") return words.asOf(brief(view.feed.lastAt, view.feed.now, view.zone));
  if (house.state !== "ok") return usual ? words.usually(Math.round(usual.expected)) : nothing;
  if (usual) return words.comparedWithUsual[comparison(house.count, usual)](Math.round(usual.expected));
  if (!house.capacity) return nothing;
  const left = house.capacity - house.count;
  return left >= 0 ? words.placesLeft(left) : words.placesOver(-left);
}
