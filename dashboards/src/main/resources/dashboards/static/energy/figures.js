import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { brief, change, day, energy, moment, money, monthName, number, percent, time, weekday } from "../i18n/format.js";
import { startOf } from "../i18n/zoned.js";
import { span } from "./period.js";
import { highest, totals } from "./readings.js";
import { unitsOf } from "./meters.js";
import { shareKnown } from "./waste-panel.js";

const QUARTER = 15 * 60_000;
const SILENT_AFTER = 15 * 60_000; // beyond this the hub itself books a gap as estimated

/** The row of figures over the charts. Each has its unit and period, or a dash and why. */
export function figures(page, { series, soFar, waste, costs, demand, intensity, budget }) {
  const { meter, period, site } = page;
  const units = unitsOf(meter);
  return html`<div class="figures">
    ${powerNow(page, units)}
    ${demand?.value?.contractedKw ? projected(page, demand.value) : nothing}
    ${quantity(page, units, series, costs.value, intensity?.value)}
    ${meter.medium === "electricity" && !demand?.value?.contractedKw ? maximum(page, series) : nothing}
    ${period.within ? longer(page, units, soFar) : nothing}
    ${budget ? monthEnd(page, units, budget) : nothing}
    ${intensity ? perPerson(page, intensity) : nothing}
    ${waste ? empty(page, waste) : nothing}
  </div>`;
}

const figure = ({ label, resource, value, unit, lines = [], gauge, kind = "" }) => html`<div class="kpi ${kind}">
  <h2>${label}</h2>
  ${resource?.state === "loading" ? html`<i class="grey"></i>` : html`<p class="value">${value ?? "–"}${value == null ? nothing : html`<small>${unit}</small>`}</p>`}
  ${gauge == null ? nothing : html`<div class="gauge" aria-hidden="true"><i style="width:${Math.min(100, gauge * 100)}%"></i></div>`}
  ${resource && resource.state !== "ready" ? nothing : lines.filter(Boolean).map((line) => html`<p>${line}</p>`)}
  ${resource?.state === "failed" ? html`<p><button type="button" class="bare under" @click=${() => resource.again()}>${words.tryAgain}</button></p>` : nothing}
</div>`;

/** What is known of two things, on one line. */
const told = (one, other) => (one && other ? html`${one} · ${other}` : (one ?? other ?? nothing));

function powerNow({ feed, meter, site }, units) {
  const label = words.powerNow[meter.medium];
  const entry = feed.meters.get(meter.id);
  const zone = site.timeZone;
  if (feed.phase === "loading") return figure({ label, resource: { state: "loading" } });
  if (feed.phase === "unknown") return figure({ label, lines: [words.unknownSince(brief(feed.lastAt, feed.now, zone))] });
  const rate = entry && units.live(entry);
  const asOf = entry && Date.parse(entry.asOf);
  const at = asOf ? moment(asOf, feed.now, zone) : undefined;
  const isReadByHand = site.devices && !site.devices.some((device) => device.meter === meter.id);
  if (isReadByHand) return figure({ label, lines: [at ? words.readByHandAt(at) : words.noReading] });
  if (rate === undefined) return figure({ label, lines: [at ? words.lastReadingAt(at) : words.noReading] });
  if (feed.now - asOf > SILENT_AFTER) return figure({ label, lines: [words.unknownSince(at)] });
  const most = meter.maxPowerW ? meter.maxPowerW / 1000 : undefined;
  return figure({ label, value: number(rate, units.decimals), unit: units.rate, gauge: most && rate / most, kind: feed.phase, lines: [feed.phase === "stale" ? words.asOf(brief(feed.lastAt, feed.now, zone)) : words.lastReadingAt(at), most && words.meterLimit(number(most))] });
}

/** What the quarter-hour will come to beside what is agreed. */
function projected({ feed, site }, { projected, contractedKw, margin, endsAt }) {
  return figure({
    label: words.projectedDemand(time(Date.parse(endsAt), site.timeZone)), kind: feed.phase, value: projected == null ? null : number(projected, 1), unit: "kW",
    gauge: projected == null ? undefined : projected / contractedKw,
    lines: [html`${words.contracted(number(contractedKw))}${margin == null ? nothing : html` · <strong class=${margin < 0 ? "over" : nothing}>${margin < 0 ? words.overContract(number(-margin, 1)) : words.margin(number(margin, 1))}</strong>`}`],
  });
}

function quantity({ period, feed, site }, units, resource, costs, means) {
  const now = feed.now;
  const running = period.contains(now);
  const label = !running ? period.name : period.range === "day" ? words.todayTo(time(now, site.timeZone)) : words.periodTo(period.name, day(now, site.timeZone));
  const sums = resource.state === "ready" ? totals(resource.value) : {};
  const other = period.compared.name;
  return figure({
    label, resource, value: sums.quantity == null ? null : energy(sums.quantity), unit: units.quantity,
    lines: [
      told(costs?.cost == null ? undefined : html`<strong>${money(costs.cost, site.currency)}</strong>`, means?.co2Kg == null ? undefined : words.co2(number(means.co2Kg, means.co2Kg < 10 ? 1 : 0))),
      sums.quantity == null ? words.noData : sums.ratio != null ? html`<strong>${change(sums.ratio)}</strong> ${words.versus(running ? words.samePeriod(other, period.range) : other)}` : html`${other}: ${words.noData}`,
      !sums.before ? nothing : running && period.range === "day" ? html`${words.upTo(time(sums.until, site.timeZone))}: ${energy(sums.over)} / ${energy(sums.before)} ${units.quantity}`
        : html`${energy(sums.before)} ${units.quantity}`,
      sums.estimated ? words.partlyEstimated : nothing,
    ],
  });
}

function maximum({ period, site }, resource) {
  const peak = resource.value && highest(resource.value)?.item;
  const zone = site.timeZone;
  const quarter = peak?.demandAt && `${time(peak.demandAt, zone)}–${time(peak.demandAt + QUARTER, zone)}`;
  return figure({
    label: words.maxDemand, resource, value: peak ? number(peak.maxDemandKw, 1) : null, unit: "kW",
    lines: [peak ? html`<strong>${quarter}</strong>` : words.noData, peak && weekday(peak.demandAt ?? peak.at, zone)],
  });
}

function longer({ site, period, feed }, units, resource) {
  const zone = site.timeZone;
  const known = resource.value;
  const last = Math.min(period.to - 1, feed.now);
  const label = period.range === "month" ? words.yearTo(period.first.slice(0, 4), day(last, zone)) : known ? span(known.from, Math.max(known.from, last), zone) : monthName(period.from, zone);
  const peakDay = known?.peak && day(known.peak.demandAt ?? known.peak.at, zone);
  return figure({
    label, resource, value: known?.quantity == null ? null : energy(known.quantity), unit: units.quantity,
    lines: [known?.cost == null ? nothing : html`<strong>${money(known.cost, site.currency)}</strong>${known.demand ? ` ${words.withDemand(money(known.demand, site.currency))}` : ""}`,
      units.quantity !== "kWh" ? nothing : known?.peak?.maxDemandKw ? html`${words.maxShort} <strong>${number(known.peak.maxDemandKw, 1)} kW</strong> · ${peakDay}` : words.noData],
  });
}

/** How the month will end beside its budget, with the range in which it should. */
function monthEnd({ period, site, feed }, units, resource) {
  const found = resource.value;
  const name = monthName(startOf(period.lastDay, site.timeZone), site.timeZone);
  const over = !period.contains(feed.now) && found && found.projected?.quantity === found.soFar.quantity;
  const key = found?.budget ? (found.budget.cost == null ? "quantity" : "cost") : found?.projected?.cost == null ? "quantity" : "cost";
  const written = (part) => (part?.[key] == null ? null : key === "cost" ? money(part[key], site.currency) : energy(part[key]));
  const unit = [key === "quantity" ? units.quantity : "", found?.budget ? `/ ${written(found.budget)}` : ""].join(" ").trim();
  const range = found?.plusMinus?.[key] != null && found.projected?.[key] ? found.plusMinus[key] / found.projected[key] : null;
  return figure({
    label: over ? words.monthBudget(name, !!found?.budget) : words.monthProjected(name, !!found?.budget), resource, value: found && written(found.projected), unit, gauge: found?.share ?? undefined,
    lines: !found ? [] : [
      found.projected?.[key] == null ? words.noProjection
        : told(found.share == null ? undefined : html`<strong class=${found.share > 1 ? "over" : nothing}>${percent(found.share)}</strong> ${words.ofBudget}`, over ? undefined : range == null ? words.noRange : `±${percent(range)}`),
      over || written(found.soFar) == null ? nothing : words.spent(written(found.soFar), found.budget?.[key] ? percent(found.soFar[key] / found.budget[key]) : undefined)],
  });
}

function perPerson({ period }, resource) {
  const found = resource.value;
  const area = found?.perM2 == null ? nothing : html`<strong>${number(found.perM2, found.perM2 < 10 ? 2 : 1)}</strong> kWh/m² · ${number(found.areaM2)} m²`;
  return figure({
    label: words.intensity(period.name), resource, value: found?.perPersonHour == null ? null : number(found.perPersonHour, 2), unit: `kWh/${words.personHour}`,
    lines: !found ? [] : [area, found.perPersonHour == null ? (found.countedShare === 0 ? words.noCounts : found.countedShare < 0.9 ? words.countedOnly(percent(found.countedShare)) : words.nobody) : words.personHours(number(found.personHours))],
  });
}

function empty({ period, site }, resource) {
  const waste = resource.value;
  const known = waste && shareKnown(waste);
  return figure({
    label: words.usedEmpty(period.name), resource, value: known ? number(waste.share * 100) : null, unit: "%", gauge: known ? waste.share : undefined,
    lines: !known ? [waste?.total > 0 ? words.noCounts : words.noData] : [html`<strong>${energy(waste.quantity)} kWh${waste.cost == null ? nothing : ` · ${money(waste.cost, site.currency)}`}</strong>`, waste.aboveStandby == null ? nothing : `${words.aboveStandby} ${energy(waste.aboveStandby)} kWh`],
  });
}
