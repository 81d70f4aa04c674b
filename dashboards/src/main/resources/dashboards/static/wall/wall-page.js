import { LitElement, html, nothing } from "lit";
import { LiveFeed } from "../data/live.js";
import { site, siteId } from "../data/site.js";
import { summedHistory, occupancyHistory } from "../data/occupancy.js";
import { nameOf, words } from "../i18n/language.js";
import { dateOf, startOf } from "../i18n/zoned.js";
import { floorsOf, levelOf, reading, rootsOf, total } from "./house.js";
import { header, floorTabs, legend } from "./header.js";
import { houseTotal, todayPair } from "./house-total.js";
import { dayCurve } from "./day-curve.js";
import { tiles } from "./tiles.js";
import { floorStrip } from "./floor-strip.js";
import { layout } from "./layout.js";
import "./floor-plan.js";

const FLOOR_TURN = 12_000;
const HISTORY_AGE = 60_000;
const RETRY = 5_000;
const MOST_SPARKS = 16;

/** The wall: who is where in a house, readable from 5 m, on a screen that nobody touches. */
class WallPage extends LitElement {
  #asked = new URLSearchParams(location.search);
  #view = { day: [], days: new Map(), historyLost: false, aspect: undefined };
  #turn = 0;
  #problem;

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    if (this.#asked.get("theme") === "light") document.documentElement.dataset.theme = "light";
    addEventListener("resize", () => this.requestUpdate());
    document.fonts.ready.then(() => this.requestUpdate());
    this.#begin();
  }

  async #begin() {
    try {
      const found = await site();
      const pages = floorsOf(found);
      const pinned = pages.findIndex(({ floor }) => floor?.id === this.#asked.get("floor"));
      this.#turn = Math.max(0, pinned);
      Object.assign(this.#view, { site: found, zone: found.timeZone, pages, roots: rootsOf(found), feed: new LiveFeed(siteId, "occupancy") });
      document.title = `${nameOf(found)} · Foyer`;
      this.#problem = undefined;
      this.#view.feed.addEventListener("change", () => this.requestUpdate());
      setInterval(() => this.requestUpdate(), 1_000);
      if (pages.length > 1 && pinned < 0) setInterval(() => this.#nextFloor(), FLOOR_TURN);
      this.#readHistory();
    } catch (problem) {
      this.#problem = problem.status === 403 ? words.noRight : problem.status === 404 ? words.noSuchSite : words.siteLost;
      setTimeout(() => this.#begin(), RETRY);
    }
    this.requestUpdate();
  }

  /** Today so far, again every minute; what was read stays on show while it cannot be read. */
  async #readHistory() {
    const view = this.#view;
    const from = startOf(dateOf(view.feed.now, view.zone), view.zone);
    try {
      view.day = await summedHistory(view.roots.map((zone) => zone.id), from, view.feed.now, "5m");
      const plain = view.pages.filter(({ floor }) => !floor?.plan).flatMap(({ zones }) => (zones.length <= MOST_SPARKS ? zones : []));
      for (const zone of plain) {
        const items = await occupancyHistory(zone.id, from, view.feed.now, "5m");
        view.days.set(zone.id, items.map(({ at, mean }) => ({ at: Date.parse(at), mean })));
      }
      view.historyLost = false;
    } catch {
      view.historyLost = true;
    }
    this.requestUpdate();
    setTimeout(() => this.#readHistory(), HISTORY_AGE);
  }

  /** Shows the next floor, unless somebody must see that a zone of this one is full. */
  #nextFloor() {
    const { pages, feed } = this.#view;
    const full = (zone) => levelOf(zone.id, reading(feed, zone)) === 4;
    if (feed.phase === "live" && pages[this.#turn].zones.some(full)) return;
    const show = () => {
      this.#turn = (this.#turn + 1) % pages.length;
      this.requestUpdate();
      return this.updateComplete;
    };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (document.startViewTransition && !still) document.startViewTransition(show);
    else show();
  }

  render() {
    const view = this.#view;
    if (!view.site) return this.#problem ? html`<p class="problem" role="alert">${this.#problem}</p>` : nothing;
    const page = view.pages[this.#turn];
    const house = total(view.roots.map((root) => reading(view.feed, root)));
    const at = layout(innerWidth, innerHeight, view.pages.length > 1, page?.floor?.plan && view.aspect);
    view.shrinks = at.portrait;
    return html`<main class="stage ${at.portrait ? "portrait" : "landscape"} ${view.feed.phase}"
        style="width:${at.width}px;height:${at.height}px;transform:translate(${at.left}px,${at.top}px) scale(${at.scale})">
      <svg width="0" height="0" aria-hidden="true"><defs><pattern id="foyer-hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="paper" width="12" height="12"/><rect class="stripe" width="2" height="12"/></pattern></defs></svg>
      ${header(view)}
      ${view.pages.length > 1 ? floorTabs(view, this.#turn, at.tabs) : nothing}
      ${houseTotal(view, house)}
      <div class="chart" style="left:${at.curve.x}px;top:${at.curve.y}px">${dayCurve(view, house, at.curve.width, at.curve.height)}</div>
      ${todayPair(view, at.pair)}
      <div class="field" style="left:56px;top:${at.field.y}px;width:${at.field.width}px;height:${at.field.height}px">
        ${page?.floor?.plan
          ? html`<floor-plan .view=${view} .page=${page} .width=${at.field.width} .height=${at.field.height} .beat=${view.feed.now}
              @measured=${({ detail }) => { view.aspect = detail; this.requestUpdate(); }}></floor-plan>`
          : page ? tiles(view, page.zones, at.field.width, at.field.height) : nothing}
      </div>
      ${legend(view, page, at.legend)}
      ${at.strip && page.floor ? floorStrip(view, page, at.strip) : nothing}
    </main>`;
  }
}

customElements.define("wall-page", WallPage);
