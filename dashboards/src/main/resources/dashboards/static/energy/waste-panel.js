import { html, nothing } from "lit";
import { nameOf, words } from "../i18n/language.js";
import { energy, money, percent } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { saveCsv } from "../parts/export.js";

/** What the meter's zone used in the period while nobody was there. */
export function wastePanel(page, resource) {
  const { meter, period, site } = page;
  const zone = site.zones.find((one) => one.id === meter.zone);
  return panel({
    title: words.waste, sub: `${period.name} · ${nameOf(zone)}`, resource, kind: "waste",
    empty: (waste) => !shareKnown(waste) ? { what: "–", then: waste.total > 0 ? words.wasteAbsent : words.emptyPeriod(period.name) } : waste.quantity === 0 ? { what: words.nothingWasted, then: words.whileEmpty + ` 0 kWh · ${period.name}` } : undefined,
    actions: [{ label: "CSV", run: () => saveCsv(`${site.id}-${meter.zone}-waste-${period.first}`, ["from", "until", "kWh", "share", "above standby kWh", "unknown kWh"], [[new Date(period.from).toISOString(), new Date(period.to).toISOString(), resource.value.quantity, resource.value.share, resource.value.aboveStandby, resource.value.unknown]]) }],
    body: (waste) => html`<p class="figure"><span class="number">${energy(waste.quantity)}</span> <span class="unit">kWh</span> <strong>· ${percent(waste.share)}${waste.cost == null ? nothing : ` · ${money(waste.cost, site.currency)}`}</strong></p>
      <div class="gauge" aria-hidden="true"><i style="width:${Math.min(100, waste.share * 100)}%"></i></div>
      <dl class="rows">
        ${row(words.whileEmpty, `${energy(waste.quantity)} kWh`)}
        ${row(words.ofAll, percent(waste.share))}
        ${waste.aboveStandby == null ? nothing : row(words.aboveStandby, `${energy(waste.aboveStandby)} kWh`)}
        ${waste.unknown ? row(words.wasteUnknown, `${energy(waste.unknown)} kWh`) : nothing}
      </dl>`,
  });
}

/** A share can only be told of something used at a time when it was known whether anybody was there. */
export const shareKnown = ({ total = Infinity, unknown = 0 }) => total > 0 && (unknown === 0 || unknown < total * 0.999);

const row = (label, value) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
