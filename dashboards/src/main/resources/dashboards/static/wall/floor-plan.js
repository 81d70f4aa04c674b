import { LitElement, html, nothing } from "lit";
import { siteId } from "../data/site.js";
import { ask } from "../data/api.js";
import { levelOf, reading } from "./house.js";
import { tile, tiles } from "./tiles.js";
import { root } from "../data/root.js";

const drawings = new Map();
const CORE_SIZE = 24;

/** A floor's drawing, its zones filled by their load, with name and count of each written over it. */
class FloorPlan extends LitElement {
  static properties = { view: { attribute: false }, page: { attribute: false }, width: {}, height: {}, beat: {}, wordless: {} };
  #measured;
  #drawing;
  #shown;
  #failed;

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (changed.has("page") && this.page.floor.id !== this.#shown) this.#load(this.page.floor.id);
  }

  async #load(floor) {
    this.#shown = floor;
    this.#failed = false;
    this.#drawing = undefined;
    try {
      if (!drawings.has(floor)) drawings.set(floor, clean(await (await ask(`${root}plans/${encodeURIComponent(siteId)}/${encodeURIComponent(floor)}.svg`, {})).text()));
      if (floor !== this.#shown) return;
      this.#drawing = drawings.get(floor).cloneNode(true);
      const { width, height } = this.#drawing.viewBox.baseVal;
      this.dispatchEvent(new CustomEvent("measured", { detail: width / height }));
    } catch {
      if (floor === this.#shown) this.#failed = true;
    }
    this.requestUpdate();
  }

  render() {
    if (this.#failed) return tiles(this.view, this.page.zones, this.width, this.height);
    if (!this.#drawing) return nothing;
    const box = this.#drawing.viewBox.baseVal;
    const scale = Math.min(this.width / box.width, this.height / box.height);
    const wide = box.width * scale;
    const tall = box.height * scale;
    this.#drawing.setAttribute("width", wide);
    this.#drawing.setAttribute("height", tall);
    return html`<div class="plan" style="width:${wide}px;height:${tall}px;left:${(this.width - wide) / 2}px;${this.wordless ? "" : `--core:${CORE_SIZE / scale}px`}">
      ${this.#drawing}
      ${!this.wordless && this.#drawing.isConnected ? this.#labels() : nothing}
    </div>`;
  }

  /** The first round puts the drawing in place; only then can its zones be measured. */
  updated() {
    if (!this.#drawing) return;
    this.#colour();
    if (this.#measured === this.#drawing) return;
    this.#measured = this.#drawing;
    this.requestUpdate();
  }

  #labels() {
    return this.page.zones.map((zone) => {
      const shape = this.#drawing.getElementById(zone.id);
      return shape ? tile(this.view, zone, placeOf(shape), { plain: true }) : nothing;
    });
  }

  #colour() {
    const { feed, site } = this.view;
    for (const zone of this.page.zones) {
      const now = reading(feed, zone);
      const level = feed.phase === "live" ? levelOf(zone.id, now) : null;
      const state = now.state === "unknown" || now.state === "loading" ? now.state : level === null ? "quiet" : `load-${level}`;
      const shape = this.#drawing.getElementById(zone.id);
      if (shape) shape.dataset.state = state;
      const desks = feed.zones.get(zone.id)?.desks ?? {};
      for (const device of site.devices.filter((one) => one.kind === "presence" && one.zone === zone.id)) {
        const desk = this.#drawing.getElementById(device.id);
        if (!desk) continue;
        const taken = now.state === "unknown" ? undefined : desks[device.id];
        desk.dataset.desk = taken === true ? "taken" : taken === false ? "free" : "unknown";
        desk.dataset.on = state;
      }
    }
  }
}

/** Where a shape of the drawing stands, in px of the design. */
function placeOf(shape) {
  const box = shape.getBBox();
  const to = shape.getCTM();
  return { x: box.x * to.a + to.e, y: box.y * to.d + to.f, width: box.width * to.a, height: box.height * to.d };
}

/** A drawing is only a drawing: scripts, foreign content and links to elsewhere are taken out. */
function clean(text) {
  const drawing = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (drawing.localName !== "svg" || !drawing.viewBox?.baseVal?.width) throw new Error("a plan is an SVG with a viewBox");
  for (const element of drawing.querySelectorAll("script, foreignObject, style, image, a")) element.remove();
  for (const element of [drawing, ...drawing.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith("on") || (name.endsWith("href") && !value.startsWith("#"))) element.removeAttribute(name);
    }
  }
  drawing.setAttribute("aria-hidden", "true");
  return document.importNode(drawing, true);
}

customElements.define("floor-plan", FloorPlan);
