import { html, nothing } from "lit";
import { brief } from "../i18n/format.js";
import { language, namedAmong, words } from "../i18n/language.js";
import { sign } from "../parts/signs.js";
import { panel } from "../parts/panel.js";

/** The sensors that cannot be believed or are not heard, with what was seen; how many are well. */
export function sensorsPanel({ feed, site }, sensors) {
  const all = sensors.value ?? [];
  const troubled = all.filter((one) => one.faults.length || !one.known);
  return panel({
    title: words.sensors, sub: sensors.state === "ready" ? words.sensorsWell(all.length, all.length - troubled.length) : "", resource: sensors, kind: "sensors",
    empty: () => (troubled.length ? undefined : { what: words.allWell, then: all.length ? words.allWellHint : words.noSensors }),
    body: () => html`<ul class="scroll" tabindex="0" aria-label=${words.sensors}>${troubled.map((one) => row(feed, site, one))}</ul>`,
  });
}

const row = (feed, site, sensor) => html`<li>
  ${sign(sensor.faults.length ? "warning" : "unknown")}
  <p><strong>${sensor.device}</strong> <span>${place(site, sensor)}</span></p>
  <time>${sensor.known ? "" : sensor.heard ? words.notHeardSince(brief(Date.parse(sensor.heard), feed.now, site.timeZone)) : words.neverHeard}</time>
  ${sensor.faults.map((fault) => html`<p class="text">${fault.text[language]}</p>`)}
  ${sensor.faults.length ? html`<small>${words.notCounted}</small>` : nothing}
</li>`;

function place(site, { zone, from, to }) {
  const name = (id) => (id === "outside" ? words.outside : namedAmong(site.zones, id));
  return zone ? name(zone) : `${name(from)} – ${name(to)}`;
}
