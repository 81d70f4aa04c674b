import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { weekday } from "../i18n/format.js";
import { listed, mediaOf, meterName, pathTo } from "./meters.js";
import { RANGES, today } from "./period.js";
import { root } from "../data/root.js";

/** The title row: which meter, which medium, which period. */
export function controls(page) {
  const { site, meter, period } = page;
  const media = mediaOf(site);
  const path = pathTo(site, meter);
  const all = listed(site, meter.medium);
  return html`<div class="title-row">
    ${path.length === 1
      ? html`<h1>${page.title}</h1>`
      : html`<nav class="crumbs" aria-label=${words.meter}>${path.slice(0, -1).map((one) => html`<a href=${page.address({ meter: one.id })} @click=${page.follow}>${meterName(site, one)}</a><span aria-hidden="true"> / </span>`)}<h1>${meterName(site, meter)}</h1></nav>`}
    <span class="id">${meter.id}</span>
    ${media.length > 1 && path.length === 1 ? segments(words.medium, media, meter.medium, words.media, (medium) => page.go({ medium, meter: null })) : nothing}
    ${all.length > 1 ? html`<select class="control" aria-label=${words.meter} @change=${(event) => page.go({ meter: event.target.value })}>
      ${all.map(({ meter: one, depth }) => html`<option value=${one.id} ?selected=${one === meter}>${"\u2003".repeat(depth)}${meterName(site, one)}</option>`)}</select>` : nothing}
    <span class="space"></span>
    ${segments(words.range, RANGES, period.range, words.ranges, (range) => page.go({ range }))}
    <div class="stepper control">
      <button type="button" aria-label=${words.previous} @click=${() => page.go({ date: period.moved(-1).first })}>${arrow("M6 1L2 5l4 4")}</button>
      <label><span aria-hidden="true">${period.title}</span>
        <input type="date" aria-label="${words.date}: ${period.title}" .value=${period.date} max="9999-12-31" @click=${(event) => event.target.showPicker?.()}
          @change=${(event) => event.target.value && page.go({ date: event.target.value })}></label>
      <button type="button" aria-label=${words.next} ?disabled=${period.end > today(page.feed.now, site.timeZone)} @click=${() => page.go({ date: period.end })}>${arrow("M2 1l4 4-4 4")}</button>
    </div>
    ${page.session.role === "desk" ? nothing : html`<a class="control bills" href="${root}energy/${encodeURIComponent(site.id)}/statements">${words.statements}</a>`}
    <p class="control compared">${words.compare(period.range === "day" ? weekday(period.compared.from, site.timeZone) : period.compared.name)}</p>
  </div>`;
}

const arrow = (path) => html`<svg width="8" height="10" viewBox="0 0 8 10" aria-hidden="true"><path d=${path} fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;

const segments = (label, keys, shown, names, pick) => html`<div class="segments" role="group" aria-label=${label}>
  ${keys.map((key) => html`<button type="button" aria-pressed=${key === shown} @click=${() => pick(key)}>${names[key]}</button>`)}
</div>`;
