import { html, nothing } from "lit";
import { language, words } from "../i18n/language.js";
import { day, energy, money } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { saveCsv } from "../parts/export.js";
import { meterById, meterName, unitsOf } from "./meters.js";
import { span } from "./period.js";

/** Days of the last weeks on which a meter used what it never did on such a day, with their likely cause; the newest first. */
export function unlikePanel({ site, baseRange }, resource) {
  const columns = ["meter", "from", "until", "quantity", "cost", "cause", "text"];
  return panel({
    title: words.unlike, sub: span(baseRange.from, baseRange.to - 1, site.timeZone), resource, kind: "unlike",
    empty: (items) => (items.length ? undefined : { what: words.unlikeNone, then: words.unlikeHint }),
    actions: [{ label: "CSV", run: () => saveCsv(`${site.id}-unlike-days`, columns, resource.value.map((one) => [one.meter, one.from, one.until, one.quantity, one.cost, one.cause, one.text[language]])) }],
    body: (items) => html`<ul class="savings scroll" tabindex="0" aria-label=${words.unlike}>${items.map((one) => row(one, site))}</ul>`,
  });
}

function row(one, site) {
  const meter = meterById(site, one.meter);
  return html`<li><strong>${meter ? meterName(site, meter) : one.meter} · ${day(Date.parse(one.from), site.timeZone)}</strong>
    <p class="worth"><strong>${one.cost == null ? nothing : money(one.cost, site.currency)}</strong></p>
    <small>${one.text[language]}</small><small>${one.quantity > 0 ? "+" : ""}${energy(one.quantity)} ${meter ? unitsOf(meter).quantity : ""}</small></li>`;
}
