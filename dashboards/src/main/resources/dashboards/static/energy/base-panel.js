import { html, nothing } from "lit";
import { nameOf, words } from "../i18n/language.js";
import { energy, money, number, percent } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { saveCsv } from "../parts/export.js";
import { span } from "./period.js";

/** What runs day and night: beside what runs by day, as a share of all, and in money. */
export function basePanel(page, resource) {
  const { meter, site, baseRange } = page;
  const zone = site.timeZone;
  const sub = `kW · ${span(baseRange.from, baseRange.to - 1, zone)}`;
  return panel({
    title: words.baseLoad, sub, resource, kind: "base",
    empty: ({ base }) => (base == null ? { what: words.emptyPeriod(span(baseRange.from, baseRange.to - 1, zone)), then: words.firstReadingHint } : undefined),
    actions: [{ label: "CSV", run: () => saveCsv(`${site.id}-${meter.id}-base-load`, ["base kW", "night kW", "weekend kW", "day kW", "share", "kWh a month", "cost a month"], [["base", "night", "weekend", "day", "share", "quantityPerMonth", "costPerMonth"].map((key) => resource.value[key])]) }],
    body: (load) => html`<p class="figure"><span class="number">${number(load.base, 1)}</span> <span class="unit">kW</span>
        <strong>${load.share == null ? nothing : `· ${percent(load.share)} ${words.ofEnergy}`}${load.costPerMonth == null ? nothing : ` · ${money(load.costPerMonth, site.currency)} ${words.aMonth}`}</strong></p>
      <dl class="rows bars">${["night", "weekend", "day"].map((key) => bar(words.baseParts[key], load[key], load))}</dl>`,
  });
}

const bar = (label, value, { night, weekend, day }) => html`<div><dt>${label}</dt>
  <dd class="bar" aria-hidden="true"><i style="width:${value == null ? 0 : (100 * value) / Math.max(night ?? 0, weekend ?? 0, day ?? 0, 0.001)}%"></i></dd>
  <dd>${value == null ? "–" : `${number(value, 1)} kW`}</dd></div>`;

/** The site's electricity by the four items of a building; the rest has none. */
export function itemsPanel({ site, period }, resource) {
  return panel({
    title: words.items, sub: `kWh · ${period.name}`, resource, kind: "items",
    empty: ({ total }) => (total === 0 ? { what: words.emptyPeriod(period.name), then: words.firstReadingHint } : undefined),
    actions: [{ label: "CSV", run: () => saveCsv(`${site.id}-items-${period.first}`, ["item", "kWh"], [...resource.value.items.map((one) => [one.item, one.quantity]), ["rest", resource.value.rest]]) }],
    body: ({ items, rest, total }) => html`<dl class="rows bars">
      ${items.map((one) => share(nameOf(one), one.quantity, total))}${share(words.itemsRest, rest, total)}</dl>`,
  });
}

const share = (label, quantity, total) => html`<div><dt>${label}</dt>
  <dd class="bar" aria-hidden="true"><i style="width:${Math.max(0, Math.min(100, (100 * quantity) / total))}%"></i></dd>
  <dd>${energy(quantity)} · ${percent(quantity / total)}</dd></div>`;
