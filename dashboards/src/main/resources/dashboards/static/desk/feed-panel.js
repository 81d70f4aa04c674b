import { html, nothing } from "lit";
import { timeWithSeconds } from "../i18n/format.js";
import { namedAmong, words } from "../i18n/language.js";
import { saveCsv } from "../parts/export.js";
import { sign } from "../parts/signs.js";
import { ageOf } from "../parts/top-bar.js";
import { keyOf } from "./why-reading.js";

const ROWS = 100;

/** The decisions at the doors as they come, newest first; one of them is chosen. */
export function feedPanel(page) {
  const { feed, site } = page;
  const late = feed.phase === "stale" || feed.phase === "unknown";
  const rows = page.shown.slice(0, ROWS);
  const refused = feed.events.filter((one) => one.outcome === "denied").length;
  const decisions = feed.events.filter((one) => one.type !== "gap");
  return html`<section class="panel feed" aria-busy=${feed.phase === "loading"}>
    <header><h2>${words.doorsLive}</h2>
      <p class=${late ? "aged" : nothing}>${late ? ageOf(feed, site.timeZone) : words.lastSwipes(decisions.length, refused)}</p>
      <button type="button" class="bare export" aria-pressed=${page.refusedOnly} @click=${() => { page.refusedOnly = !page.refusedOnly; page.requestUpdate(); }}>${words.refusedOnly}</button>
      <button type="button" class="bare export" aria-label="${words.doorsLive} CSV" @click=${() => save(page, decisions)}>CSV</button>
    </header>
    ${feed.phase === "unknown" ? html`<p class="notice">${words.feedLost}</p>` : nothing}
    ${rows.length ? html`<ol class="scroll" tabindex="0" aria-label=${words.doorsLive}>${rows.map((one) => (one.type === "gap" ? gap(one) : row(page, one)))}</ol>`
      : feed.phase === "loading" ? html`<div class="loading" aria-hidden="true"><i></i><i></i><i></i></div>`
      : html`<div class="empty"><p><strong>${page.refusedOnly ? words.noRefusals : words.noSwipes}</strong></p></div>`}
  </section>`;
}

const gap = ({ missed }) => html`<li class="gap">${words.missedSwipes(missed)}</li>`;

function row(page, event) {
  const denied = event.outcome === "denied";
  const kind = denied ? "refused" : event.direction === "out" ? "left" : "granted";
  return html`<li class=${kind} aria-current=${keyOf(event) === page.chosen ? "true" : nothing}>
    <button type="button" class="bare" @click=${() => page.choose(event)}>
      <time datetime=${event.at}>${timeWithSeconds(Date.parse(event.at), page.site.timeZone)}</time>
      ${sign(kind)}
      <strong>${whose(page, event)}</strong>
      <span>${doorOf(page, event)}${event.direction === "out" ? words.wayOut : ""}</span>
      ${denied ? html`<em>${words.reasons[event.reason] ?? event.reason}</em><span class="why">${words.why}</span>` : html`<span class="aloud">${words.granted}</span>`}
    </button></li>`;
}

/** The member's name, or the credential that belongs to none. */
export const whose = (page, event) => (event.member ? page.nameOf(event.member) : words.unnamed(words.credentialTypes[event.credentialType], event.credential));

export const doorOf = ({ site }, { door, device }) => (door ? namedAmong(site.doors, door) : device);

const save = (page, decisions) => saveCsv(`${page.site.id}-swipes`, ["at", "door", "direction", "member", "name", "credential", "outcome", "reason"],
  decisions.map((one) => [one.at, one.door, one.direction, one.member, one.member ? page.nameOf(one.member) : "", one.credential, one.outcome, one.reason]));
