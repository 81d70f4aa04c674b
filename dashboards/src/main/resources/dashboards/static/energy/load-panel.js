import { html } from "lit";
import { words } from "../i18n/language.js";
import { energy, number, shortWeekday, time } from "../i18n/format.js";
import { ageOf } from "../parts/top-bar.js";
import { panel } from "../parts/panel.js";
import { saveCsv, savePng } from "../parts/export.js";
import { costBar, stretches } from "./cost-bar.js";
import { barOption, lineOption, rateOf } from "./load-option.js";
import { unitsOf } from "./meters.js";
import "../parts/e-chart.js";

/** The period's load beside the compared one. `page.chosen` is the step written out; pointer, click and arrow keys move it. */
export function loadPanel(page, resource, costs, demand, usual) {
  const { meter, period, site } = page;
  const units = unitsOf(meter);
  const lines = period.stepHours !== undefined;
  const kind = lines ? `${units.rate} · ${period.range === "day" ? words.meanOf15 : words.meanOfHour}` : `${units.quantity} · ${period.range === "month" ? words.perDay : words.perMonth}`;
  const other = period.compared;
  const sub = `${kind} · ${period.name} / ${other.name}${usual?.length ? ` / ${words.usualRange}` : ""}`;
  const file = `${site.id}-${meter.id}-${period.range}-${period.first}`;
  const { phase } = page.feed;
  const aged = period.contains(page.feed.now) && (phase === "stale" || phase === "unknown");
  const terms = { usual: usual?.length ? usual : undefined, bands: stretches(page, costs.value), contract: period.range === "day" ? demand?.value?.contractedKw : undefined };
  const draw = page.once("load", [resource.value, period, page.chosen, page.nowMark?.at, page.nowMark?.rate, aged, costs.value, usual, demand?.value?.contractedKw], () => (colours) => option(page, resource.value, units, colours, aged, terms));
  return panel({
    title: words.load[meter.medium], sub: aged ? ageOf(page.feed, site.timeZone) : sub, aged, resource, kind: "load",
    empty: (slots) => slots.some((slot) => slot.item || slot.before) ? undefined
      : { what: words.emptyPeriod(period.name), then: period.contains(page.feed.now) ? words.emptyHint : words.firstReadingHint },
    actions: [
      { label: "CSV", run: () => saveCsv(file, ["from", "until", units.quantity, units.rate, "estimated", `compared ${units.quantity}`], resource.value.map(row)) },
      { label: "PNG", run: () => savePng(file, { draw: (colours) => option(page, resource.value, units, colours, aged, terms), width: 960, height: 360, title: `${page.title} · ${words.load[meter.medium]}`, sub, taken: page.taken }) },
    ],
    body: (slots) => html`<figure aria-label="${words.load[meter.medium]} ${sub}">
      <e-chart tabindex="0" role="img" aria-label="${words.load[meter.medium]}, ${sub}" .draw=${draw}
        @point=${({ detail }) => page.point(detail && slotAt(slots, period, detail[0]))}
        @pick=${({ detail }) => page.choose(slotAt(slots, period, detail[0]))}
        @keydown=${(event) => move(event, page, slots)}></e-chart>
      <p class="aloud" role="status">${page.chosen != null && slots[page.chosen] ? sentence(slots[page.chosen], period, units) : ""}</p>
      <div class="aloud"><table><caption>${words.load[meter.medium]}, ${sub}</caption>
        <tr><th scope="col">${words.start}</th><th scope="col">${units.quantity}, ${period.name}</th><th scope="col">${units.quantity}, ${other.name}</th></tr>
        ${slots.map((slot) => html`<tr><th scope="row">${period.slotName(slot.at)}</th><td>${cell(slot.item)}</td><td>${cell(slot.before)}</td></tr>`)}
      </table></div></figure>
      ${costBar(page, costs)}`,
  });
}

function option(page, slots, units, colours, faded, terms) {
  const { period, chosen, nowMark, meter } = page;
  const labels = (at) => (period.range === "day" ? time(at, period.zone) : shortWeekday(at, period.zone));
  const facts = { slots, period, units, chosen, now: nowMark, labels, faded, ink: meter.system, ...terms };
  return period.stepHours ? lineOption(facts, colours) : barOption(facts, colours);
}

const cell = (item) => (item ? `${number(item.quantity, 2)}${item.estimated ? ` ${words.estimated}` : ""}` : words.noData);
const sentence = (slot, period, units) => `${period.slotName(slot.at)}: ${slot.item ? `${energy(slot.item.quantity)} ${units.quantity}` : words.noData}`;
const row = (slot) => [new Date(slot.at).toISOString(), new Date(slot.until).toISOString(), slot.item?.quantity, rateOf(slot), slot.item?.estimated, slot.before?.quantity];

/** The step under a place on the x axis: hours of a line, the index of a bar. */
function slotAt(slots, period, x) {
  const index = period.stepHours ? Math.floor(x / period.stepHours) : Math.round(x);
  return slots[index]?.item && !(slots[index].running && period.stepHours) ? index : undefined;
}

function move(event, page, slots) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  let index = page.chosen ?? (step > 0 ? -1 : slots.length);
  do index += step; while (slots[index] && !slots[index].item);
  if (slots[index]) page.choose(index);
}
