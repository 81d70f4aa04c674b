import { html, nothing } from "lit";
import { energyBaseLoad, energyBudget, energyDemand, energyFlow, energyIntensity, energyItems, energyUnlike, energyUsual, energyWaste, energyWasteSystems } from "../data/energy.js";
import { timeWithSeconds, weekday } from "../i18n/format.js";
import { nameOf, words } from "../i18n/language.js";
import { alarmsPanel } from "../parts/alarms-panel.js";
import { ConsolePage } from "../parts/console-page.js";
import { lockdownBanner } from "../parts/lockdown.js";
import { topBar } from "../parts/top-bar.js";
import { basePanel, itemsPanel } from "./base-panel.js";
import { factsPanel } from "./facts-panel.js";
import { controls } from "./controls.js";
import { figures } from "./figures.js";
import { flowPanel } from "./flow-panel.js";
import { heatPanel } from "./heat-panel.js";
import { loadPanel } from "./load-panel.js";
import { childrenPanel, stepsPanel } from "./meter-table.js";
import { childrenOf, mediaOf, meterById, meterName, rootsOf, unitsOf } from "./meters.js";
import { Period, RANGES, today } from "./period.js";
import { costOf, eachSeries, highest, hourByDay, priced, series, soFar } from "./readings.js";
import { Resource } from "../data/resource.js";
import { unlikePanel } from "./unlike-panel.js";
import { wasteList } from "./waste-list.js";
import { wastePanel } from "./waste-panel.js";

const REFRESH = 60_000;
const FIRST_FRAME = 1_500;

/** What is of many days changes little in a minute. */
const SLOW = ["heat", "usual", "unlike", "wastes", "baseLoad", "items"];
const SLOW_TURN = 15;
const BASE_DAYS = 28;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The energy page: one meter over one period, its parts, its waste. What is shown is in the address. */
class EnergyPage extends ConsolePage {
  #kept = new Map();
  #read = Object.fromEntries(["series", "soFar", "waste", "heat", "below", "beside", "usual", "unlike", "costs", "demand", "flow", "intensity", "budget", "wastes", "baseLoad", "items"].map((key) => [key, new Resource(() => this.requestUpdate())]));
  #asOf;
  #picked;
  #pointed;
  #shownRow;
  #shownList;

  topics = "energy,alarms";

  /** Waits a little for the hub's clock, which says which step is running. */
  opened() {
    this.feed.addEventListener("change", () => this.#heard());
    let turn = 0;
    setInterval(() => {
      turn = (turn + 1) % SLOW_TURN;
      if (this.period?.contains(this.feed.now)) Object.entries(this.#read).forEach(([key, one]) => one.state === "ready" && (turn === 0 || !SLOW.includes(key)) && one.again());
    }, REFRESH);
    return Promise.race([new Promise((heard) => this.feed.addEventListener("change", heard, { once: true })), pause(FIRST_FRAME)]);
  }

  /** What a quarter-hour will come to is new with each reading of the meter, as the alarm is. */
  #heard() {
    const asOf = this.meter && this.feed.meters.get(this.meter.id)?.asOf;
    if (asOf !== this.#asOf && this.#demands && this.#read.demand.state === "ready") this.#read.demand.again();
    this.#asOf = asOf;
  }

  /** Reads the address and loads what it asks for. */
  show() {
    const asked = new URLSearchParams(location.search);
    const medium = mediaOf(this.site).find((one) => one === asked.get("medium")) ?? mediaOf(this.site)[0];
    this.meter = meterById(this.site, asked.get("meter")) ?? (medium && rootsOf(this.site, medium)[0]);
    if (!this.meter) return this.requestUpdate();
    const zone = this.site.timeZone;
    const date = /^\d{4}-\d{2}-\d{2}$/.test(asked.get("date")) && !isNaN(Date.parse(asked.get("date"))) ? asked.get("date") : today(this.feed.now, zone);
    this.period = new Period(RANGES.includes(asked.get("range")) ? asked.get("range") : "day", date, zone);
    this.#picked = this.#pointed = this.heatAt = undefined;
    document.title = `${this.title} · ${nameOf(this.site)} · Foyer`;
    this.#load();
  }

  #load() {
    const { meter, period, site } = this;
    const read = this.#read;
    const loaded = read.series.load(() => series(meter, period, this.feed.now));
    read.soFar.load(() => soFar(meter, period));
    read.costs.load(async () => {
      await loaded;
      return priced(read.series.value?.map((slot) => slot.item) ?? []) ? costOf(meter, period) : null;
    });
    if (this.#hasUsual) read.usual.load(() => energyUsual(meter, period.from, period.to));
    if (this.#demands) read.demand.load(() => energyDemand(meter));
    if (this.#isWhole) read.unlike.load(() => energyUnlike(site, this.baseRange.from, this.baseRange.to));
    if (this.#isWhole) read.flow.load(() => energyFlow(meter.medium, period.from, Math.min(period.to, this.feed.now)));
    const until = Math.min(period.to, this.feed.now);
    if (this.#people) read.intensity.load(() => energyIntensity(meter, period.from, until));
    if (this.#budgets) read.budget.load(() => energyBudget(meter, period.lastDay.slice(0, 7)));
    if (this.#isWhole && meter.medium === "electricity") {
      read.wastes.load(() => energyWasteSystems(this.longer.from, Math.min(this.longer.to, this.feed.now)));
      read.items.load(() => energyItems(period.from, until));
      read.baseLoad.load(() => energyBaseLoad(meter, this.baseRange.from, this.baseRange.to));
    }
    const latest = today(this.feed.now, site.timeZone);
    read.heat.load(() => hourByDay(meter, period.contains(this.feed.now) ? latest : period.lastDay, site.timeZone));
    if (this.#wastes && !this.#isWhole) read.waste.load(() => energyWaste(meter.zone, period.from, period.to));
    const below = childrenOf(site, meter);
    if (below.length) read.below.load(() => eachSeries([meter, ...below], period, this.feed.now));
    if (this.#above) read.beside.load(() => eachSeries([this.#above, ...childrenOf(site, this.#above)], period, this.feed.now));
    this.requestUpdate();
  }

  get #people() { return this.meter?.medium === "electricity" && this.period.from < this.feed.now; }

  /** A month's budget is for a meter that has one, and for a main meter; a year has twelve. */
  get #budgets() { return this.period.range !== "year" && this.period.from < this.feed.now && (this.meter.budget || !meterById(this.site, this.meter.parent)); }

  /** The month around a day or a week, else the period: so long something must go on to be called waste. */
  get longer() { return this.period.range === "day" || this.period.range === "week" ? this.period.within : this.period; }

  /** Four weeks up to the end of the period. */
  get baseRange() { return this.period.before(this.feed.now, BASE_DAYS); }

  get #wastes() { return this.meter.medium === "electricity" && this.site.zones.some((zone) => zone.id === this.meter.zone); }

  /** Power is agreed for a meter of electricity, and projected while its quarter-hour runs. */
  get #demands() { return this.meter?.medium === "electricity" && this.period.contains(this.feed.now); }

  /** A main meter with meters below has something to tell of where it went. */
  get #isWhole() { return !meterById(this.site, this.meter.parent) && childrenOf(this.site, this.meter).length > 0; }

  /** The usual range is of hours, and of what people use. */
  get #hasUsual() { return this.period.stepHours && this.meter.medium !== "network"; }

  get #above() { return meterById(this.site, this.meter.parent); }

  get title() { return words.titleOf(words.media[this.meter.medium], meterName(this.site, this.meter)); }

  /** When an export is taken, in words. */
  get taken() { return words.exported(`${weekday(this.feed.now, this.site.timeZone)} ${timeWithSeconds(this.feed.now, this.site.timeZone)}`); }

  /** This page's address with some of it changed; null takes a part out. */
  address(changes) {
    const next = new URL(location.href);
    for (const [key, value] of Object.entries(changes)) value == null ? next.searchParams.delete(key) : next.searchParams.set(key, value);
    return next.pathname + next.search;
  }

  go(changes) {
    history.pushState(null, "", this.address(changes));
    this.show();
  }

  /** The step that is written out: under the pointer, else picked, else the highest of a day that is over. */
  get chosen() {
    const picked = this.#pointed ?? this.#picked;
    if (picked !== undefined) return picked;
    const slots = this.#read.series.value;
    if (!slots || this.period.range !== "day" || this.period.contains(this.feed.now)) return undefined;
    const index = slots.indexOf(highest(slots));
    return index < 0 ? undefined : index;
  }

  choose(index) {
    this.#picked = index;
    this.#pointed = undefined;
    this.requestUpdate();
  }

  point(index) {
    if (index === this.#pointed || (index == null && this.#pointed === undefined)) return;
    this.#pointed = index ?? undefined;
    this.requestUpdate();
  }

  pointHeat(at) {
    this.heatAt = at ?? undefined;
    this.requestUpdate();
  }

  /** The present in the shown period: to the minute, with the live rate where the feed is live. */
  get nowMark() {
    const { feed, meter, period } = this;
    if (!period.contains(feed.now) || feed.phase === "unknown") return undefined;
    const entry = feed.meters.get(meter.id);
    return { at: Math.floor(feed.now / 60_000) * 60_000, rate: feed.phase === "live" && entry ? unitsOf(meter).live(entry) : undefined };
  }

  /** What `make` gave for the same parts before, so that a chart is drawn anew only for a reason. */
  once(key, parts, make) {
    const kept = this.#kept.get(key);
    if (kept && kept.parts.every((part, i) => Object.is(part, parts[i]))) return kept.made;
    const made = make();
    this.#kept.set(key, { parts, made });
    return made;
  }

  /** Brings the chosen row into its list's view; a period still running begins at its newest row. */
  updated() {
    const list = this.querySelector(".steps")?.closest(".scroll");
    const row = list?.querySelector("tr[aria-selected]");
    if (row && row !== this.#shownRow && this.#pointed === undefined) list.scrollTop = row.offsetTop - list.clientHeight / 2;
    else if (list && list !== this.#shownList && this.period.contains(this.feed.now)) list.scrollTop = list.scrollHeight;
    this.#shownRow = row;
    this.#shownList = list;
  }

  /** A main meter: what needs somebody, where it went, and the meters below. */
  #whole() {
    const read = this.#read;
    const { meter } = this;
    return html`<div class="panels">
        ${loadPanel(this, read.series, read.costs, this.#demands ? read.demand : undefined, this.#hasUsual ? read.usual.value : undefined)}
        <div>${alarmsPanel(this)}${unlikePanel(this, read.unlike)}</div>
      </div>
      <div class="panels three">
        ${flowPanel(this, read.flow)}
        ${heatPanel(this, read.heat)}
        ${meter.medium === "electricity" ? wasteList(this, read.wastes) : nothing}
      </div>
      <div class="panels">
        ${childrenPanel(this, read.below)}
        ${meter.medium === "electricity" ? html`<div>${basePanel(this, read.baseLoad)}${itemsPanel(this, read.items)}</div>` : nothing}
      </div>`;
  }

  #drilled() {
    const read = this.#read;
    return html`<div class="panels">
      ${loadPanel(this, read.series, read.costs, this.#demands ? read.demand : undefined, this.#hasUsual ? read.usual.value : undefined)}
      ${childrenOf(this.site, this.meter).length ? childrenPanel(this, read.below) : stepsPanel(this, read.series)}
      ${heatPanel(this, read.heat)}
      ${this.#wastes ? wastePanel(this, read.waste) : nothing}
      ${this.#above ? childrenPanel(this, read.beside, this.#above, words.beside(meterName(this.site, this.#above))) : nothing}
      ${factsPanel(this, read.series)}
    </div>`;
  }

  render() {
    if (!this.site || !this.feed) return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
    const read = this.#read;
    return html`${this.feed.lockdown ? lockdownBanner() : nothing}${topBar({ site: this.site, feed: this.feed, session: this.session, here: "energy" })}
      ${!this.site.meters.length ? html`<p class="problem">${words.noMeters}</p>` : !this.meter ? nothing : html`<main>
        ${controls(this)}
        ${figures(this, { ...read, waste: this.#wastes && !this.#isWhole ? read.waste : undefined, demand: this.#demands ? read.demand : undefined, intensity: this.#people ? read.intensity : undefined, budget: this.#budgets ? read.budget : undefined })}
        ${this.#isWhole ? this.#whole() : this.#drilled()}
      </main>`}`;
  }
}

customElements.define("energy-page", EnergyPage);
