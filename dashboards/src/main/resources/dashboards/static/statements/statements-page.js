import { html, nothing } from "lit";
import { Resource } from "../data/resource.js";
import { siteId } from "../data/site.js";
import { root } from "../data/root.js";
import { exportOf, statementsOf } from "../data/statements.js";
import { month as monthName } from "../i18n/format.js";
import { nameOf, words } from "../i18n/language.js";
import { addMonths, dateOf, startOf } from "../i18n/zoned.js";
import { ConsolePage } from "../parts/console-page.js";
import { topBar } from "../parts/top-bar.js";
import { monthTable } from "./month-table.js";
import { sheet, tenantName } from "./statement-sheet.js";

/** What tenants owe for a month, and one statement as it goes on paper. Which month and whose is in the address. */
class StatementsPage extends ConsolePage {
  #read = new Resource(() => this.requestUpdate());
  #shown;

  topics = "alarms";

  opened() { return undefined; }

  /** Reads the address; a month that is not in it is the one before the present, which can be billed. */
  show() {
    const asked = new URLSearchParams(location.search);
    const running = dateOf(Date.now(), this.site.timeZone).slice(0, 7);
    this.latest = running;
    this.month = /^\d{4}-\d{2}$/.test(asked.get("month")) && asked.get("month") <= running ? asked.get("month") : addMonths(`${running}-01`, -1).slice(0, 7);
    this.tenant = asked.get("tenant") ?? tenantOfPath();
    document.title = `${words.statementsOf(this.#monthName)} · ${nameOf(this.site)} · Foyer`;
    if (this.month !== this.#shown) this.#read.load(() => statementsOf(this.month));
    this.#shown = this.month;
    this.requestUpdate();
  }

  get #monthName() { return monthName(startOf(`${this.month}-01`, this.site.timeZone), this.site.timeZone); }

  /** The page's address with some of it changed; null takes a part out. */
  address(changes) {
    const next = new URL(`${root}energy/${encodeURIComponent(siteId)}/statements`, location.origin);
    const all = { lang: new URLSearchParams(location.search).get("lang"), month: this.month, tenant: this.tenant, ...changes };
    for (const [key, value] of Object.entries(all)) if (value != null) next.searchParams.set(key, value);
    return next.pathname + next.search;
  }

  go(changes) {
    history.pushState(null, "", this.address(changes));
    this.show();
  }

  #controls() {
    const moved = (months) => addMonths(`${this.month}-01`, months).slice(0, 7);
    return html`<div class="title-row">
      ${this.tenant ? html`<a class="back" href=${this.address({ tenant: null })} @click=${this.follow}>${words.allStatements}</a>` : nothing}
      <h1>${this.tenant ? tenantName(this.tenant) : words.statementsOf(this.#monthName)}</h1>
      <span class="space"></span>
      <div class="stepper control">
        <button type="button" aria-label=${words.previous} @click=${() => this.go({ month: moved(-1) })}>‹</button>
        <label><span aria-hidden="true">${this.#monthName}</span>
          <input type="month" aria-label="${words.month}: ${this.#monthName}" .value=${this.month} max=${this.latest} @click=${(event) => event.target.showPicker?.()}
            @change=${(event) => event.target.value && this.go({ month: event.target.value })}></label>
        <button type="button" aria-label=${words.next} ?disabled=${this.month >= this.latest} @click=${() => this.go({ month: moved(1) })}>›</button>
      </div>
      <a class="export" href=${exportOf(this.month, this.tenant)} download>${this.tenant ? words.exportStatement : words.exportMonth}</a>
      <button type="button" @click=${() => print()}>${words.print}</button>
    </div>`;
  }

  #content() {
    const read = this.#read;
    if (read.state === "loading") return html`<div class="loading" role="status"><i></i><i></i><i></i></div>`;
    if (read.state === "failed") return html`<div class="failed" role="alert"><div><strong>${words.failed}</strong><p>${words.againIn(read.secondsToRetry)}</p></div></div>`;
    if (this.tenant) {
      const statement = read.value.find((one) => one.tenant === this.tenant);
      return statement ? sheet(this.site, statement) : html`<div class="empty"><strong>${words.noStatement}</strong></div>`;
    }
    return html`${monthTable(this, read.value)}
      ${read.value.length > 1 ? nothing : html`<div class="empty"><strong>${words.noTenants}</strong><p>${words.noTenantsHint}</p></div>`}`;
  }

  render() {
    if (!this.site || !this.feed || !this.month) return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
    return html`${topBar({ site: this.site, feed: this.feed, session: this.session, here: "energy" })}
      <main>${this.#controls()}${this.#content()}</main>`;
  }
}

/** Whose statement the address itself names, where the hub shows this page for one of the API. */
function tenantOfPath() {
  const found = /\/energy\/statements\/([^/]+)$/.exec(location.pathname);
  return found && decodeURIComponent(found[1]);
}

customElements.define("statements-page", StatementsPage);
