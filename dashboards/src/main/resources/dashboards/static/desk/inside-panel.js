import { html, nothing } from "lit";
import { timeWithSeconds } from "../i18n/format.js";
import { words } from "../i18n/language.js";
import { ageOf } from "../parts/top-bar.js";
import { floorsOf, labelOf, reading, rootsOf, total } from "../wall/house.js";

/** How many are in the house by the sensors, on each floor, and by their badges. */
export function insidePanel(page, muster) {
  const { feed, site } = page;
  const house = total(rootsOf(site).map((zone) => reading(feed, zone)));
  const floors = floorsOf(site).filter(({ floor }) => floor?.id);
  const late = feed.phase === "stale" || feed.phase === "unknown";
  const people = muster.state === "ready" ? muster.value : undefined;
  return html`<section class="panel inside">
    <header><h2>${words.inside}</h2><p class=${late ? "aged" : nothing}>${late ? ageOf(feed, site.timeZone) : timeWithSeconds(feed.now, site.timeZone)}</p></header>
    <div class="total ${feed.phase}">
      <p class="muster">${house.state === "partial" ? html`<small>${words.atLeast}</small>` : nothing}${count(house)}</p>
      <dl>
        ${people ? html`<div><dt>${words.membersIn}</dt><dd>${people.filter((one) => one.member).length}</dd></div>
          <div><dt>${words.visitorsIn}</dt><dd>${people.filter((one) => one.visit).length}</dd></div>` : nothing}
      </dl>
      <dl>${floors.map(({ floor }) => html`<div><dt>${labelOf(floor)}</dt><dd>${count(reading(feed, floor))}</dd></div>`)}</dl>
    </div>
    <p class="hint">${words.insideHint}</p>
  </section>`;
}

/** 164; 160+ where a part is unknown; a dash where all of it is. */
export const count = ({ state, count }) => (count == null ? "–" : state === "partial" ? `${count}+` : `${count}`);
