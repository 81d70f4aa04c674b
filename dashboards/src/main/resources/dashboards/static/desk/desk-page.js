import { html, nothing } from "lit";
import { member, muster } from "../data/doors.js";
import { Resource } from "../data/resource.js";
import { accuracy, emptyRooms, sensors } from "../data/trust.js";
import { longDay } from "../i18n/format.js";
import { nameOf, words } from "../i18n/language.js";
import { ConsolePage } from "../parts/console-page.js";
import { lockdownBanner } from "../parts/lockdown.js";
import { topBar } from "../parts/top-bar.js";
import "./act-dialog.js";
import { alarmsPanel } from "../parts/alarms-panel.js";
import { countsPanel } from "./counts-panel.js";
import { doorOf, feedPanel, whose } from "./feed-panel.js";
import { insidePanel } from "./inside-panel.js";
import { blockOrder, endLockdownOrder, lockdownOrder, unlockOrder } from "./orders.js";
import { emptyRoomsPanel } from "./rooms-panel.js";
import { sensorsPanel } from "./sensors-panel.js";
import { keyOf, WhyReading } from "./why-reading.js";
import { whyPanel } from "./why-panel.js";

const VIEWS = ["now", "counts"];
const REFRESH = 30_000;

/** The desk: what happens at the doors now and why, who is in, what needs somebody; and how far the counts can be believed. */
class DeskPage extends ConsolePage {
  #read = Object.fromEntries(["muster", "accuracy", "sensors", "emptyRooms"].map((key) => [key, new Resource(() => this.requestUpdate())]));
  #names = new Map();
  why = new WhyReading(() => this.requestUpdate());
  refusedOnly = false;

  topics = "occupancy,doors,alarms,events";

  opened() {
    addEventListener("keydown", (event) => this.#key(event));
    setInterval(() => Object.values(this.#read).forEach((one) => one.state === "ready" && one.again()), REFRESH);
    this.#read.muster.load(muster);
  }

  show() {
    const asked = new URLSearchParams(location.search).get("view");
    this.view = VIEWS.includes(asked) ? asked : "now";
    document.title = `${words.deskViews[this.view]} · ${nameOf(this.site)} · Foyer`;
    if (this.view === "counts") {
      this.#read.accuracy.load(accuracy);
      this.#read.sensors.load(sensors);
      this.#read.emptyRooms.load(emptyRooms);
    }
    this.requestUpdate();
  }

  #address(view) {
    const next = new URL(location.href);
    view === VIEWS[0] ? next.searchParams.delete("view") : next.searchParams.set("view", view);
    return next.pathname + next.search;
  }

  /** A member's name as far as it is known by now; the page is shown again when it is. */
  nameOf(id) {
    if (!this.#names.has(id)) {
      this.#names.set(id, id);
      member(id).then(({ name }) => { this.#names.set(id, name ?? id); this.requestUpdate(); }, () => this.#names.delete(id));
    }
    return this.#names.get(id);
  }

  /** The decisions on show, newest first, with the gaps between them. */
  get shown() { return this.feed.events.filter((one) => !this.refusedOnly || one.type === "gap" || one.outcome === "denied"); }

  choose(event) {
    this.chosen = keyOf(event);
    this.why.show(event);
    this.requestUpdate();
  }

  /** Opens the dialog of an order: "lockdown" (or its end), "unlock" or "block", the last two for the chosen decision. */
  order(kind) {
    const { event, reading } = this.why;
    const credential = reading.value?.credential;
    const order = kind === "lockdown" ? (this.feed.lockdown ? endLockdownOrder(this) : lockdownOrder(this))
      : kind === "unlock" && event?.door ? unlockOrder(event.door, doorOf(this, event))
      : kind === "block" && credential?.status === "active" ? blockOrder(credential, whose(this, event)) : undefined;
    if (!order) return;
    const run = async (reason) => { await order.run(reason); if (kind === "block") reading.again(); };
    this.querySelector("act-dialog").ask({ ...order, run });
  }

  /** `j` and `k` go through the decisions, `w` opens the newest refusal; never while somebody writes. */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, dialog")) return;
    const order = { L: "lockdown", u: "unlock", b: "block" }[event.key];
    if (order) return event.preventDefault(), this.order(order);
    if (this.view !== "now") return;
    const decisions = this.shown.filter((one) => one.type !== "gap");
    const at = decisions.findIndex((one) => keyOf(one) === this.chosen);
    const next = { j: decisions[at + 1], k: decisions[Math.max(0, at - 1)], w: decisions.find((one) => one.outcome === "denied") }[event.key];
    if (next) this.choose(next);
  }

  updated() { if (this.chosen) this.querySelector(".feed [aria-current]")?.scrollIntoView({ block: "nearest" }); }

  render() {
    if (!this.site || !this.feed) return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
    const { feed, site } = this;
    return html`${feed.lockdown ? lockdownBanner() : nothing}${topBar({ site, feed, session: this.session, here: "desk", act: this.#lockdown() })}
      <main>
        <div class="views"><nav aria-label=${words.desk}>${VIEWS.map((view) => html`<a href=${this.#address(view)} @click=${this.follow} aria-current=${view === this.view ? "page" : nothing}>${words.deskViews[view]}</a>`)}</nav>
          <p>${longDay(feed.now, site.timeZone)}</p></div>
        <h1 class="aloud">${words.desk}: ${words.deskViews[this.view]}</h1>
        ${this.view === "now" ? this.#now() : this.#counts()}
      </main><act-dialog></act-dialog>`;
  }

  #lockdown() {
    return html`<button type="button" class="lock" aria-keyshortcuts="Shift+L" @click=${() => this.order("lockdown")}>${this.feed.lockdown ? words.endLockdown : words.lockDown}…</button>`;
  }

  #now() {
    return html`<div class="columns now">
      ${feedPanel(this)}
      ${whyPanel(this, this.why)}
      <div class="column">${insidePanel(this, this.#read.muster)}${alarmsPanel(this)}</div>
    </div>`;
  }

  #counts() {
    const { accuracy, sensors, emptyRooms } = this.#read;
    return html`<div class="columns counts">
      ${countsPanel(this, accuracy)}
      <div class="column">${sensorsPanel(this, sensors)}${emptyRoomsPanel(this, emptyRooms)}</div>
    </div>`;
  }
}

customElements.define("desk-page", DeskPage);
