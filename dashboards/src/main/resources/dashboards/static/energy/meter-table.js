import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { change, energy, number, percent } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { saveCsv } from "../parts/export.js";
import { meterName, unitsOf } from "./meters.js";
import { rateOf } from "./load-option.js";
import { totals } from "./readings.js";

const ratio = (now, before) => (now != null && before ? change(now / before - 1) : "–");
const against = ({ ratio }) => (ratio == null ? "–" : change(ratio));

/** The meters below this one, or below another, what each used, and what none of them saw. */
export function childrenPanel(page, resource, above = page.meter, title = words.children) {
  const { meter, period, site } = page;
  const units = unitsOf(meter);
  const summed = (all) => all.map((one) => ({ meter: one.meter, ...totals(one.slots) }));
  const versus = words.versusShort(period.compared.name);
  return panel({
    title, sub: `${units.quantity} · ${period.name}`, resource, kind: "table",
    actions: [{ label: "CSV", run: () => saveCsv(`${site.id}-${above.id}-children-${period.first}`, ["meter", units.quantity, `compared ${units.quantity}`], summed(resource.value.slice(1)).map((one) => [one.meter.id, one.quantity, one.before])) }],
    body: (all) => {
      const [whole, ...below] = summed(all);
      const most = Math.max(...below.map((one) => one.quantity ?? 0), 0);
      const metered = below.reduce((all, one) => all + (one.quantity ?? 0), 0);
      const rest = whole.quantity == null || below.some((one) => one.quantity == null) ? null : whole.quantity - metered;
      return html`<table class="meters"><thead><tr><th scope="col" colspan="2">${words.meter}</th><th scope="col" class="number">${units.quantity}</th><th scope="col" class="number">${versus}</th></tr></thead>
        <tbody>${below.map((one) => html`<tr>
          <th scope="row">${one.meter === meter ? html`<strong>${meterName(site, one.meter)}</strong>` : html`<a href=${page.address({ meter: one.meter.id })} @click=${page.follow}>${meterName(site, one.meter)}</a>`}</th>
          <td class="bar" aria-hidden="true"><i style="width:${most ? (100 * (one.quantity ?? 0)) / most : 0}%;background:var(--${one.meter.system ?? "strong"}, var(--strong))"></i></td>
          <td class="number"><strong>${quantity(one.quantity)}</strong>${one.estimated ? html` <small>${words.estimated}</small>` : nothing}</td>
          <td class="number">${against(one)}</td></tr>`)}
          ${rest === null ? nothing : html`<tr class="rest"><th scope="row">${words.rest}</th><td></td><td class="number">${energy(rest)}</td><td class="number">${whole.quantity ? percent(rest / whole.quantity) : ""}</td></tr>`}
          <tr class="rest"><th scope="row">${words.total}</th><td></td><td class="number"><strong>${quantity(whole.quantity)}</strong></td><td class="number">${against(whole)}</td></tr>
        </tbody></table>`;
    },
  });
}

const quantity = (value) => (value == null ? "–" : energy(value));

/** Without meters below: the period's steps one by one; the chosen one is the one written out in the chart. */
export function stepsPanel(page, resource) {
  const { meter, period } = page;
  const units = unitsOf(meter);
  const day = period.range === "day";
  return panel({
    title: words.steps[period.range], sub: `${units.quantity} · ${period.name}`, resource, kind: "table",
    empty: (slots) => (slots.some((slot) => slot.item) ? undefined : { what: words.emptyPeriod(period.name), then: words.firstReadingHint }),
    body: (slots) => html`<div class="scroll" tabindex="0" role="region" aria-label=${words.steps[period.range]}><table class="steps">
      <thead><tr><th scope="col">${words.start}</th><th scope="col" class="number">${units.quantity}</th>${period.stepHours ? html`<th scope="col" class="number">${units.rate}</th>` : nothing}<th scope="col" class="number">${words.versusShort(period.compared.name)}</th></tr></thead>
      <tbody>${slots.map((slot, i) => slot.item ? html`<tr aria-selected=${i === page.chosen ? "true" : nothing} @click=${() => page.choose(i)}>
        <th scope="row">${period.slotName(slot.at)}</th>
        <td class="number">${number(slot.item.quantity, day || slot.item.quantity < 10 ? 2 : slot.item.quantity >= 100 ? 0 : 1)}${slot.item.estimated ? html` <small>${words.estimated}</small>` : nothing}</td>
        ${period.stepHours ? html`<td class="number">${slot.running ? "–" : number(rateOf(slot), units.decimals)}</td>` : nothing}
        <td class="number">${slot.running ? "–" : ratio(slot.item.quantity, slot.before?.quantity)}</td></tr>` : nothing)}</tbody></table></div>`,
  });
}
