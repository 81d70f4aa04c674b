import { html } from "lit";
import { acknowledge } from "../data/trust.js";
import { brief } from "../i18n/format.js";
import { language, namedAmong, words } from "../i18n/language.js";
import { sign } from "./signs.js";

/** What somebody should look at: alarms that stand, and ended ones that nobody has acknowledged. */
export function alarmsPanel({ feed, site }) {
  const alarms = [...feed.alarms.values()].sort((a, b) => b.since.localeCompare(a.since));
  return html`<section class="panel alarms">
    <header><h2>${words.needsSomebody}</h2><p>${alarms.length || ""}</p></header>
    ${alarms.length ? html`<ul class="scroll" tabindex="0" aria-label=${words.needsSomebody}>${alarms.map((alarm) => row(feed, site, alarm))}</ul>`
      : html`<p class="calm">${feed.phase === "loading" ? "–" : words.allQuiet}</p>`}
  </section>`;
}

const row = (feed, site, alarm) => html`<li class=${alarm.severity}>
  ${sign(alarm.severity === "critical" ? "alarm" : "warning")}
  <p><strong>${named(site, alarm.subject)}</strong> <span>${words.alarmTypes[alarm.type] ?? alarm.type}</span></p>
  <time datetime=${alarm.since}>${alarm.until ? words.over : words.since(brief(Date.parse(alarm.since), feed.now, site.timeZone))}</time>
  <p class="text">${alarm.text[language]}</p>
  ${alarm.acknowledged ? html`<small>${words.seenBy(alarm.acknowledgedBy)}</small>` : html`<button type="button" class="bare under" aria-label="${words.acknowledge}: ${named(site, alarm.subject)}" @click=${() => acknowledge(alarm.id)}>${words.acknowledge}</button>`}
</li>`;

/** A device, door, zone or meter by the name of the site file, else by its id. */
const named = (site, id) => namedAmong([site.devices, site.doors, site.zones, site.meters].flatMap((all) => all ?? []), id);
