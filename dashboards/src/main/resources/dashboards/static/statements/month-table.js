import { html } from "lit";
import { words } from "../i18n/language.js";
import { tenantName } from "./statement-sheet.js";
import { money, total } from "./sums.js";

const columns = (statement) => [
  total(statement.bands.map((line) => line.amount)),
  total(statement.shares.map((line) => line.amount)),
  total([statement.fixed, statement.demand]),
  statement.net,
  statement.tax,
  statement.total,
];

/** All statements of a month, one a row; the last row is the main meters' bills. */
export function monthTable(page, statements) {
  const currency = page.site.currency;
  const rows = statements.map((statement) => ({ statement, amounts: columns(statement) }));
  const sums = rows[0].amounts.map((_, i) => total(rows.map((row) => row.amounts[i])));
  const cells = (amounts) => amounts.map((amount) => html`<td class="number">${money(amount, currency)}</td>`);
  return html`<table class="month">
    <thead><tr><th scope="col">${words.tenant}</th>
      ${[words.ownUse, words.commonShare, words.charges, words.net, words.taxShort, words.total].map((word) => html`<th scope="col" class="number">${word}</th>`)}
      <th scope="col">${words.version}</th></tr></thead>
    <tbody>${rows.map(({ statement, amounts }) => html`<tr>
      <th scope="row"><a href=${page.address({ tenant: statement.tenant })} @click=${page.follow}>${tenantName(statement.tenant)}</a></th>
      ${cells(amounts)}
      <td>${statement.version ?? words.notIssued}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${words.total}</th>${cells(sums)}<td></td></tr></tfoot>
  </table>`;
}
