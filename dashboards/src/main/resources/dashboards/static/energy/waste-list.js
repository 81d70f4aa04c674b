import { html, nothing } from "lit";
import { language, words } from "../i18n/language.js";
import { energy, money, percent } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { saveCsv } from "../parts/export.js";

/** What systems used while their zones were empty, and what that is worth a month; the largest saving first. */
export function wasteList({ site, longer, feed }, resource) {
  const sub = `${longer.spanTo(feed.now)} · ${words.whileEmpty}`;
  const columns = ["zone", "system", "kWh while empty", "cost", "above standby kWh", "saving kWh a month", "saving a month"];
  return panel({
    title: words.waste, sub, resource, kind: "waste list",
    empty: (items) => (items.length ? undefined : { what: words.nothingWasted, then: words.wasteNone }),
    actions: [{ label: "CSV", run: () => saveCsv(`${site.id}-waste-${longer.first}`, columns, resource.value.map((one) => [one.zone, one.system, one.quantity, one.cost, one.aboveStandby, one.savingKwhPerMonth, one.savingPerMonth])) }],
    body: (items) => {
      const cost = sum(items, "cost");
      return html`<p class="figure"><span class="number">${energy(sum(items, "quantity"))}</span> <span class="unit">kWh</span>
          <strong>· ${percent(sum(items, "quantity") / sum(items, "total"))}${cost == null ? nothing : ` · ${money(cost, site.currency)}`}</strong>
          <span class="above">${words.aboveStandby} <strong>${energy(sum(items, "aboveStandby"))} kWh</strong></span></p>
        <ul class="savings scroll" tabindex="0" aria-label=${words.waste}>${items.filter((one) => one.savingKwhPerMonth >= 0.5).map((one) => row(one, site))}</ul>`;
    },
  });
}

/** The hub's sentence ends with its figures, which stand in columns here. */
const row = (one, site) => html`<li><strong>${one.text[language].split(/: |：/)[0]}</strong>
  <p class="worth">${one.savingPerMonth == null ? nothing : html`<strong>${money(one.savingPerMonth, site.currency)}</strong> ${words.aMonth}`}</p>
  <small>${words.usedWhileEmpty(energy(one.quantity))}</small><small>${energy(one.savingKwhPerMonth)} kWh ${words.aMonth}</small></li>`;

const sum = (items, key) => items.reduce((all, one) => (all == null || one[key] == null ? null : all + one[key]), 0);
