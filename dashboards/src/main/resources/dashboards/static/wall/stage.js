import { html, nothing } from "lit";
import { nameOf, otherLanguage, secondName, tag } from "../i18n/language.js";
import { floorFigure, floorTabs, header, legend } from "./header.js";
import { houseTotal } from "./house-total.js";
import { dayCurve } from "./day-curve.js";
import { hintPair } from "./hint.js";
import { roomsOn, roomStrip } from "./room-strip.js";
import { tiles } from "./tiles.js";
import { lockdownBanner } from "../parts/lockdown.js";
import "./floor-plan.js";

const TILE = 164;
const GAP = 16;

/** All of a wall in its places; `measured` hears the shape of a floor's plan once it is known. */
export function stage(view, shown, house, at, measured) {
  view.shrinks = at.kind === "portrait";
  const page = view.pages[shown];
  const rooms = roomsOn(view, page, at.rooms.columns * at.rooms.rows);
  const several = view.pages.length > 1;
  return html`<main class="stage ${at.kind} ${view.feed.phase}"
      style="width:${at.width}px;${at.height ? `height:${at.height}px;` : ""}transform:translate(${at.left}px,${at.top}px) scale(${at.scale});--header:${at.header}px;--total:${at.total}px">
    <svg width="0" height="0" aria-hidden="true"><defs><pattern id="foyer-hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="paper" width="12" height="12"/><rect class="stripe" width="2" height="12"/></pattern></defs></svg>
    ${view.feed.lockdown ? lockdownBanner() : nothing}
    ${header(view)}
    ${several && at.tabs ? floorTabs(view, shown, at.tabs) : nothing}
    ${houseTotal(view, house)}
    <div class="chart" style="left:${at.curve.x}px;top:${at.curve.y}px">${dayCurve(view, house, at.curve.width, at.curve.height)}</div>
    ${hintPair(view, at.kind === "handheld" ? undefined : shown, at.pair)}
    ${rooms.length ? roomStrip(view, rooms, at.rooms) : nothing}
    ${at.kind === "handheld" ? everyFloor(view, at.field, measured) : field(view, page, at.field, measured)}
    ${legend(view, at.kind === "handheld" ? view.pages.flatMap(({ zones }) => zones) : page?.zones ?? [], at.legend)}
  </main>`;
}

function field(view, page, { x, y, width, height }, measured) {
  return html`<div class="field" style="left:${x}px;top:${y}px;width:${width}px;height:${height}px">
    ${page?.floor?.plan ? plan(view, page, width, height, measured) : page ? tiles(view, page.zones, width, height) : nothing}
  </div>`;
}

/** A phone scrolls through all floors: the plan in small without words, and below it a tile for each zone. */
const everyFloor = (view, { width, columns }, measured) => view.pages.map((page) => {
  const rows = Math.ceil(page.zones.length / columns);
  const aspect = view.aspects.get(page.floor?.id);
  return html`<section class="floor-on-phone">
    ${page.floor ? html`<h2><span>${nameOf(page.floor)} <small lang=${tag(otherLanguage)}>${secondName(page.floor)}</small></span>${floorFigure(view, page)}</h2>` : nothing}
    ${page.floor?.plan ? html`<div class="small-plan" style="height:${aspect ? width / aspect : 0}px">${plan(view, page, width, aspect ? width / aspect : width, measured, true)}</div>` : nothing}
    ${tiles(view, page.zones, width, rows * (TILE + GAP) - GAP, rows)}
  </section>`;
});

const plan = (view, page, width, height, measured, wordless = false) => html`<floor-plan .view=${view} .page=${page} .width=${width} .height=${height}
  .beat=${view.feed.now} .wordless=${wordless} @measured=${({ detail }) => measured(page.floor.id, detail)}></floor-plan>`;
