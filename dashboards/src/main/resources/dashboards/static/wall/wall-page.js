import { LitElement, html, nothing } from "lit";
import { LiveFeed } from "../data/live.js";
import { site, siteId } from "../data/site.js";
import { nameOf, words } from "../i18n/language.js";
import { floorsOf, levelOf, reading, rootsOf, total } from "./house.js";
import { readAgain } from "./readings.js";
import { layout } from "./layout.js";
import { stage } from "./stage.js";

const FLOOR_TURN = 12_000;
const READINGS_AGE = 60_000;
const RETRY = 5_000;

/** The wall: who is where in a house, readable from 5 m, on a screen that nobody touches. */
class WallPage extends LitElement {
  #asked = new URLSearchParams(location.search);
  #view = {
    day: [], days: new Map(), historyLost: false, rooms: undefined,
    outlook: { usual: [], ahead: [] }, quiet: { items: [] }, aspects: new Map(),
  };
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
      this.#take(await site());
      this.#problem = undefined;
    } catch (problem) {
      this.#problem = problem.status === 403 ? words.noRight : problem.status === 404 ? words.noSuchSite : words.siteLost;
      setTimeout(() => this.#begin(), RETRY);
      return this.requestUpdate();
    }
    const feed = (this.#view.feed = new LiveFeed(siteId, "occupancy"));
    feed.addEventListener("change", () => this.requestUpdate());
    feed.addEventListener("change", () => this.#readings(), { once: true });
    feed.addEventListener("snapshot", () => this.#siteAgain());
    setInterval(() => this.requestUpdate(), 1_000);
    setInterval(() => this.#nextFloor(), FLOOR_TURN);
    this.requestUpdate();
  }

  #take(found) {
    const before = this.#view.pages?.[this.#turn]?.floor?.id ?? this.#asked.get("floor");
    const pages = floorsOf(found);
    this.#turn = Math.max(0, pages.findIndex(({ floor }) => floor && floor.id === before));
    Object.assign(this.#view, { site: found, zone: found.timeZone, pages, roots: rootsOf(found) });
    document.title = `${nameOf(found)} · Foyer`;
  }

  /** After a change of the site's file, as after a restart, the feed begins anew: zones may have come or gone. */
  async #siteAgain() {
    try {
      this.#take(await site());
      this.requestUpdate();
    } catch {
      // The wall goes on with the site as it was.
    }
  }

  async #readings() {
    await readAgain(this.#view);
    this.requestUpdate();
    setTimeout(() => this.#readings(), READINGS_AGE);
  }

  /** Shows the next floor, unless one is asked for, or somebody must see that a zone of this one is full. */
  #nextFloor() {
    const { pages, feed } = this.#view;
    if (pages.length < 2 || pages.some(({ floor }) => floor.id && floor.id === this.#asked.get("floor"))) return;
    const full = (zone) => levelOf(zone.id, reading(feed, zone)) === 4;
    if (feed.phase === "live" && pages[this.#turn].zones.some(full)) return;
    const show = () => {
      this.#turn = (this.#turn + 1) % this.#view.pages.length;
      this.requestUpdate();
      return this.updateComplete;
    };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!document.startViewTransition || still || document.hidden) return show();
    document.startViewTransition(show).ready.catch(() => {}); // a window that is resized meanwhile skips the fade
  }

  render() {
    const view = this.#view;
    if (!view.feed) return this.#problem ? html`<p class="problem" role="alert">${this.#problem}</p>` : nothing;
    const page = view.pages[this.#turn];
    const at = layout(innerWidth, innerHeight, view.aspects.get(page?.floor?.id), view.rooms?.size ?? 0, view.pages.length, view.feed.lockdown);
    const measured = (floor, aspect) => {
      view.aspects.set(floor, aspect);
      this.requestUpdate();
    };
    return stage(view, this.#turn, total(view.roots.map((root) => reading(view.feed, root))), at, measured);
  }
}

customElements.define("wall-page", WallPage);
