import { html, nothing } from "lit";
import { HOUSE } from "../data/statements.js";
import { longDay, number, percent, time } from "../i18n/format.js";
import { language, nameOf, words } from "../i18n/language.js";
import { meterById, meterName } from "../energy/meters.js";
import { money } from "./sums.js";

const UNITS = { electricity: "kWh", water: "m³", network: "B" };
const DIGITS = { minimumFractionDigits: 0, maximumFractionDigits: 6 };

const exact = (value) => new Intl.NumberFormat("en-US", DIGITS).format(value).replace("-", "−");

/** A statement as it goes on paper: what was read, what is owed for it, and what a reader must know. */
export const sheet = (site, statement) => html`<article class="sheet">
  <header>
    <div><p class="name">${nameOf(site)}</p><p class="name">${tenantName(statement.tenant)}</p></div>
    <div>
      <h2>${words.statement}</h2>
      <p>${day(statement.from, site)} – ${day(Date.parse(statement.to) - 1, site)}</p>
      <p class=${statement.version ? "" : "provisional"}>${statement.version ? words.versionOf(statement.version, moment(statement.issued, site)) : words.provisionalTo(moment(statement.to, site))}</p>
    </div>
  </header>
  ${statement.registers.length ? registers(site, statement) : nothing}
  ${amounts(site, statement)}
  ${notes(statement)}
</article>`;

export const tenantName = (tenant) => (tenant === HOUSE ? words.house : tenant);

const day = (instant, site) => longDay(instant, site.timeZone);
const moment = (instant, site) => `${longDay(instant, site.timeZone)} ${time(instant, site.timeZone)}`;

const registers = (site, statement) => html`<table class="registers">
  <caption>${words.registersTitle}</caption>
  <thead><tr><th scope="col">${words.meter}</th><th scope="col" class="number">${words.registerFrom}</th><th scope="col" class="number">${words.registerTo}</th><th scope="col" class="number">${words.quantity}</th></tr></thead>
  <tbody>${statement.registers.map((row) => html`<tr>
    <th scope="row">${named(site, row.meter)}${row.quantity < 0 ? html` <small>${words.takenOff}</small>` : nothing}</th>
    ${reading(site, row.from, row.fromAt)}${reading(site, row.to, row.toAt)}
    <td class="number">${exact(row.quantity)} ${UNITS[row.medium]}</td></tr>`)}</tbody>
</table>`;

const reading = (site, register, at) => html`<td class="number">${register == null ? "—" : html`${exact(register)}<br><small>${moment(at, site)}</small>`}</td>`;

const named = (site, id) => { const meter = meterById(site, id); return meter ? meterName(site, meter) : id; };

function amounts(site, statement) {
  const bills = [...new Set([...statement.bands, ...statement.shares, ...statement.charges].map((line) => line.meter))];
  const of = (lines, meter) => lines.filter((line) => line.meter === meter);
  return html`<table class="amounts">
    <thead><tr><th scope="col">${words.item}</th><th scope="col" class="number">${words.quantity}</th><th scope="col" class="number">${words.price}</th><th scope="col" class="number">${words.amount}</th></tr></thead>
    ${bills.map((meter) => {
      const share = of(statement.shares, meter)[0];
      return html`<tbody>
        <tr class="bill"><th scope="rowgroup" colspan="4">${words.media[share.medium]}</th></tr>
        ${of(statement.bands, meter).map((band) => row(statement, words.ownBand(words.bands[band.name] ?? band.name), `${exact(band.quantity)} ${UNITS[band.medium]}`, band.price == null ? "" : exact(band.price), band.amount))}
        ${share.quantity || Number(share.amount) ? row(statement, shareWords(share, statement.tenant), `${exact(share.quantity)} ${UNITS[share.medium]}`, "", share.amount) : nothing}
        ${of(statement.charges, meter).filter((charge) => Number(charge.amount)).map((charge) => row(statement, charge.kind === "demand" ? words.demandCharge : words.fixedCharge, "", "", charge.amount))}
      </tbody>`;
    })}
    <tfoot>
      ${Number(statement.taxPercent) ? html`${sum(statement, words.net, statement.net)}${sum(statement, words.tax(exact(statement.taxPercent)), statement.tax)}` : nothing}
      ${sum(statement, words.total, statement.total, "total")}
    </tfoot>
  </table>`;
}

const shareWords = (share, tenant) => (tenant === HOUSE ? words.sharedOut(percent(-share.part)) : words.shareOf(`${number(share.part * 100, 2)} %`, share.by));

const row = (statement, item, quantity, price, amount) => html`<tr><th scope="row">${item}</th><td class="number">${quantity}</td><td class="number">${price}</td><td class="number">${money(amount, statement.currency)}</td></tr>`;

const sum = (statement, item, amount, kind = "") => html`<tr class=${kind}><th scope="row" colspan="3">${item}</th><td class="number">${money(amount, statement.currency)}</td></tr>`;

function notes(statement) {
  const all = [...statement.notes.map((note) => note[language]), ...(statement.estimated ? [words.estimatedNote] : [])];
  return all.length ? html`<section class="notes"><h3>${words.noteTitle}</h3><ul>${all.map((note) => html`<li>${note}</li>`)}</ul></section>` : nothing;
}
