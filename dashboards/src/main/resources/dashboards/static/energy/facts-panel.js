import { html } from "lit";
import { nameOf, words } from "../i18n/language.js";
import { moment, number, time } from "../i18n/format.js";
import { unitsOf } from "./meters.js";

/** What the site file says about the meter, and what is known of its readings in the period. */
export function factsPanel(page, series) {
  const { feed, meter, period, site } = page;
  const units = unitsOf(meter);
  const asOf = feed.meters.get(meter.id)?.asOf;
  const zone = site.zones.find((one) => one.id === meter.zone);
  const gaps = series.value?.filter((slot) => slot.item?.estimated) ?? [];
  const facts = [
    [words.lastReading, asOf ? moment(Date.parse(asOf), feed.now, site.timeZone) : words.noReading],
    [words.place, zone ? nameOf(zone) : meter.zone],
    [words.system, meter.system ? (words.systems[meter.system] ?? meter.system) : null],
    [words.meterMost, meter.maxPowerW ? `${number(meter.maxPowerW / 1000)} kW` : null],
    [words.rollover, meter.registerMax ? `${number(meter.registerMax, 2)} ${units.quantity}` : null],
    [words.gaps(period.name), series.state !== "ready" ? "–" : gaps.length ? words.estimatedSteps(gaps.length, slotOf(period, gaps[0])) : words.noGaps],
  ].filter(([, value]) => value != null);
  return html`<section class="panel facts"><header><h2>${words.meter}</h2><p>${meter.id}</p></header>
    <dl class="rows">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

const slotOf = (period, slot) => (period.range === "day" ? time(slot.at, period.zone) : period.slotName(slot.at));
