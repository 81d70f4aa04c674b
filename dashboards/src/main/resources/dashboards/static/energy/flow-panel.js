import { html } from "lit";
import { nameOf, language, words } from "../i18n/language.js";
import { energy } from "../i18n/format.js";
import { panel } from "../parts/panel.js";
import { sign } from "../parts/signs.js";
import { saveCsv, savePng } from "../parts/export.js";
import { meterById, unitsOf } from "./meters.js";

/** Where the medium went in the period: main meters, floors and plant, systems; the rest is shown and never spread. */
export function flowPanel(page, resource) {
  const { meter, period, site } = page;
  const units = unitsOf(meter);
  const sub = `${units.quantity} · ${period.name}`;
  const file = `${site.id}-${meter.medium}-flow-${period.first}`;
  const draw = page.once("flow", [resource.value], () => (colours) => option(page, resource.value, colours));
  const wrong = resource.value?.nodes.filter((node) => node.cause) ?? [];
  return panel({
    title: words.flow, sub, resource, kind: "flow",
    empty: ({ nodes }) => (nodes.length ? undefined : { what: words.emptyPeriod(period.name), then: words.emptyHint }),
    actions: [
      { label: "CSV", run: () => saveCsv(file, ["from", "to", units.quantity], resource.value.links.map((link) => [link.source, link.target, link.value])) },
      { label: "PNG", run: () => savePng(file, { draw: (colours) => option(page, resource.value, colours), width: 960, height: 420, title: `${page.title} · ${words.flow}`, sub, taken: page.taken }) },
    ],
    body: ({ links, nodes }) => html`<figure aria-label="${words.flow} ${sub}">
      <e-chart role="img" aria-label="${words.flow}, ${sub}" .draw=${draw} @node=${({ detail }) => drill(page, detail)}></e-chart>
      ${wrong.map((node) => html`<p class="wrong">${sign("warning")} ${nodeName(site, node)} ${energy(node.value)} ${units.quantity}. ${node.cause.text[language]}</p>`)}
      <div class="aloud"><table><caption>${words.flow}, ${sub}</caption>
        ${links.map((link) => html`<tr><th scope="row">${named(site, nodes, link.source)} – ${named(site, nodes, link.target)}</th><td>${energy(link.value)} ${units.quantity}</td></tr>`)}</table></div>
    </figure>`,
  });
}

const named = (site, nodes, id) => nodeName(site, nodes.find((node) => node.id === id));

function nodeName(site, node) {
  const [kind, id] = parted(node.id);
  if (kind === "system") return words.systems[id] ?? id;
  if (kind === "rest") return words.rest;
  return nameOf(node) || id;
}

const parted = (id) => [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];

/** A click on a meter or a floor goes down to that meter. */
function drill(page, id) {
  const [kind, name] = parted(id);
  const down = kind === "meter" ? meterById(page.site, name) : kind === "zone" ? page.site.meters.find((one) => one.zone === name && one.medium === page.meter.medium && one.parent === page.meter.id) : undefined;
  if (down && down !== page.meter) page.go({ meter: down.id });
}

function option(page, { nodes, links }, colours) {
  const { site } = page;
  const shown = links.filter((link) => link.value > 0);
  const used = new Set(shown.flatMap((link) => [link.source, link.target]));
  const ink = (id) => { const [kind, name] = parted(id); return kind === "system" ? colours[name] ?? colours.t3 : kind === "rest" ? colours.t3 : colours.strong; };
  return {
    series: [{
      type: "sankey", left: 2, right: 120, top: 8, bottom: 8, nodeWidth: 6, nodeGap: 13, layoutIterations: 0, nodeAlign: "left", draggable: false, emphasis: { disabled: true },
      data: nodes.filter((node) => used.has(node.id)).map((node) => ({
        name: node.id, value: node.value, itemStyle: { color: parted(node.id)[0] === "meter" ? colours.t : ink(node.id), borderWidth: 0 },
        label: { formatter: `{name|${nodeName(site, node)}}{value|${energy(node.value)}}`, rich: { name: { color: colours.t, fontSize: 12, fontWeight: 600 }, value: { color: colours.t2, fontSize: 12, padding: [0, 0, 0, 5] } } },
      })),
      links: shown.map((link) => ({ ...link, lineStyle: { color: parted(link.target)[0] === "system" ? ink(link.target) : colours.strong, opacity: 0.34, curveness: 0.5 } })),
      label: { position: "right", distance: 5 },
    }],
  };
}
