import * as echarts from "echarts";
import { LitElement } from "lit";
import { palette } from "./theme.js";

const scheme = matchMedia("(prefers-color-scheme: dark)");

/**
 * A chart in its place. `draw(colours, width, height)` gives the ECharts option; the element redraws when that function,
 * its size or the theme changes, and never animates. Fires "point" with the value under the pointer on both axes (null
 * when it leaves), "pick" with the same on a click, and "node" with the name of a node that was clicked.
 */
class EChart extends LitElement {
  static properties = { draw: { attribute: false } };
  #chart;
  #size;

  createRenderRoot() { return this; }

  async connectedCallback() {
    super.connectedCallback();
    this.#size = new ResizeObserver(() => {
      this.#chart?.resize();
      this.requestUpdate();
    });
    scheme.addEventListener("change", this.#recolour);
    await Promise.all(["400 12px Inter", "600 12px Inter"].map((font) => document.fonts.load(font))); // labels are measured
    if (!this.isConnected) return;
    this.#chart = echarts.init(this, null, { renderer: "svg" });
    const surface = this.#chart.getZr();
    surface.on("mousemove", (event) => this.#tell("point", event));
    surface.on("globalout", () => this.dispatchEvent(new CustomEvent("point", { detail: null })));
    surface.on("click", (event) => this.#tell("pick", event));
    this.#chart.on("click", ({ dataType, name }) => dataType === "node" && this.dispatchEvent(new CustomEvent("node", { detail: name })));
    this.#size.observe(this);
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
    scheme.removeEventListener("change", this.#recolour);
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  #recolour = () => this.requestUpdate();

  #tell(type, { offsetX, offsetY }) {
    if (!this.#chart.getOption()?.grid?.length) return;
    if (!this.#chart.containPixel("grid", [offsetX, offsetY])) return this.dispatchEvent(new CustomEvent("point", { detail: null }));
    this.dispatchEvent(new CustomEvent(type, { detail: this.#chart.convertFromPixel("grid", [offsetX, offsetY]) }));
  }

  updated() {
    if (!this.#chart || !this.draw) return;
    const font = getComputedStyle(this).fontFamily;
    const option = this.draw(palette(), this.clientWidth, this.clientHeight);
    this.#chart.setOption({ animation: false, textStyle: { fontFamily: font, fontSize: 12 }, ...option }, { notMerge: true });
  }
}

customElements.define("e-chart", EChart);
