import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { energy, money } from "../i18n/format.js";
import { unitsOf } from "./meters.js";

/** Bands are told apart by ink, the dearest darkest: the interface has no colour for money. */
const INKS = ["strong", "t3", "t2", "t"];

/** A band's name in the page's language, else as the tariff has it. */
export const bandName = (name) => words.bands[name] ?? name;

/** What the period cost, band by band, as one bar with its words; nothing without a tariff. */
export function costBar({ meter, period, site }, resource) {
  const costs = resource.state === "ready" ? resource.value : undefined;
  if (!costs?.bands.length) return nothing;
  const units = unitsOf(meter);
  const price = (band) => (band.cost ?? 0) / (band.quantity || 1);
  const bands = [...costs.bands].sort((a, b) => price(a) - price(b));
  const ink = (i) => INKS[Math.round((i * (INKS.length - 1)) / Math.max(1, bands.length - 1))];
  const sum = bands.reduce((all, band) => all + (band.cost ?? 0), 0);
  return html`<div class="cost">
    <h3>${words.costOf(period.name)} ${costs.cost == null ? "–" : money(costs.cost, site.currency)}</h3>
    <div class="stack" aria-hidden="true">${bands.map((band, i) => html`<i style="width:${sum ? (100 * (band.cost ?? 0)) / sum : 0}%;background:var(--${ink(i)})"></i>`)}</div>
    <ul>${bands.map((band, i) => html`<li><i style="background:var(--${ink(i)})" aria-hidden="true"></i><strong>${bandName(band.name)} ${band.cost == null ? "–" : money(band.cost, site.currency)}</strong> ${energy(band.quantity)} ${units.quantity}</li>`)}
      ${costs.fixed ? html`<li><strong>${words.fixedCharge} ${money(costs.fixed, site.currency)}</strong></li>` : nothing}
      ${costs.demand ? html`<li><strong>${words.demandCharge} ${money(costs.demand, site.currency)}</strong></li>` : nothing}
      ${costs.provisional ? html`<li>${words.provisional}</li>` : nothing}</ul>
  </div>`;
}

/** The stretches of one band in a day, for what stands behind the load: [{name, label, rank, from, to}], instants in ms. */
export function stretches({ site }, costs) {
  const found = [];
  const { bands, quarters } = costs ?? { bands: [], quarters: [] };
  const price = (name) => { const { cost, quantity } = bands.find((band) => band.name === name) ?? {}; return cost && quantity ? cost / quantity : undefined; };
  const prices = bands.map((band) => price(band.name)).filter(Boolean);
  const rank = (one) => (prices.length < 2 || !one ? undefined : one === Math.max(...prices) ? "peak" : one === Math.min(...prices) ? "valley" : undefined);
  const label = (name) => `${bandName(name)}${price(name) ? ` ${money(price(name), site.currency)}` : ""}`;
  for (const { at, band } of quarters) {
    const last = found.at(-1);
    if (last?.name === band && last.to === at) last.to = at + QUARTER;
    else found.push({ name: band, label: label(band), rank: rank(price(band)), from: at, to: at + QUARTER });
  }
  return found;
}

const QUARTER = 15 * 60_000;
