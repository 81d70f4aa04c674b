import { html } from "lit";
import { number, percent } from "../i18n/format.js";
import { nameOf, words } from "../i18n/language.js";
import { saveCsv } from "../parts/export.js";
import { panel } from "../parts/panel.js";
import { childrenOf, reading, rootsOf } from "../wall/house.js";
import { count } from "./inside-panel.js";

const LEAST_HOURS = 1; // before, a share is chance

/** Every zone as a tree: how many, between which numbers, and how often such a count was right. */
export function countsPanel(page, accuracy) {
  const { feed, site } = page;
  return panel({
    title: words.countsTitle, sub: words.countsSub, resource: accuracy, kind: "counts",
    actions: [{ label: "CSV", run: () => save(page, accuracy.value) }],
    body: (items) => {
      const known = new Map(items.map((one) => [one.zone, one]));
      return html`<table><thead><tr><th>${words.zone}</th><th class="number">${words.countNow}</th><th class="number">${words.between}</th>
          <th class="number">${words.withinOne}</th><th class="number">${words.withinTenth}</th><th class="number">${words.measuredHours}</th></tr></thead>
        <tbody>${tree(site).map(({ zone, depth }) => row(feed, zone, depth, known.get(zone.id)))}</tbody></table>
        <p class="hint">${words.accuracyHint}</p>`;
    },
  });
}

function row(feed, zone, depth, accuracy) {
  const now = reading(feed, zone);
  const measured = accuracy?.hours >= LEAST_HOURS ? accuracy : undefined;
  const { low, high } = now.count == null ? {} : feed.zones.get(zone.id);
  return html`<tr><th style="padding-left:${depth * 18}px">${nameOf(zone)}</th>
    <td class="number">${now.state === "partial" ? html`<small>${words.atLeast}</small> ` : ""}${count(now)}</td>
    <td class="number">${low == null ? "–" : high == null ? `${low}+` : `${low}–${high}`}</td>
    <td class="number">${share(measured?.withinOne)}</td><td class="number">${share(measured?.withinTenPercent)}</td>
    <td class="number">${measured ? number(measured.hours) : "–"}</td></tr>`;
}

const share = (value) => (value == null ? "–" : percent(value));

/** The zones with their depth, each below its parent. */
const tree = (site, zones = rootsOf(site), depth = 0) => zones.flatMap((zone) => [{ zone, depth }, ...tree(site, childrenOf(site, zone.id), depth + 1)]);

const save = ({ feed, site }, items) => saveCsv(`${site.id}-accuracy`, ["zone", "count", "low", "high", "within one", "within a tenth", "hours"],
  items.map((one) => {
    const now = feed.zones.get(one.zone);
    return [one.zone, now?.count, now?.low, now?.high, one.withinOne, one.withinTenPercent, one.hours];
  }));
