import { LitElement, html, nothing } from "lit";
import { session, signOut } from "../data/session.js";
import { sites } from "../data/site.js";
import { nameOf, otherLanguage, secondName, tag, words } from "../i18n/language.js";
import { languageChoice } from "../parts/language-choice.js";
import { door } from "../parts/door.js";
import "../parts/theme.js";
import { pagesOf } from "../parts/top-bar.js";
import { root } from "../data/root.js";

const RETRY = 8_000;

/** Leads to the pages of every site. */
class HomePage extends LitElement {
  static properties = { sites: { state: true }, session: { state: true }, failed: { state: true } };

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    document.title = "Foyer";
    this.#load();
  }

  async #load() {
    try {
      [this.sites, this.session] = await Promise.all([sites(), session()]);
      this.failed = false;
    } catch {
      this.failed = true;
      setTimeout(() => this.#load(), RETRY);
    }
  }

  #site(site) {
    const at = encodeURIComponent(site.id);
    return html`<li><h2>${nameOf(site)} <span lang=${tag(otherLanguage)}>${secondName(site)}</span></h2>
      <nav aria-label=${nameOf(site)}>${pagesOf(this.session?.role).map((page) => html`<a href="${root}${page}/${at}">${words[page]}</a>`)}</nav></li>`;
  }

  render() {
    return html`<main>
      ${languageChoice("中文", "English")}
      <h1>Foyer</h1>
      <p class="claim">${words.claim}</p>
      ${this.failed ? html`<p class="hint" role="alert">${words.hubSilent}</p>` : nothing}
      ${this.sites ? html`<ul class="sites" aria-label=${words.sites}>${this.sites.map((site) => this.#site(site))}</ul>` : nothing}
      ${this.sites?.length === 0 ? html`<p class="hint">${words.noSites}</p>` : nothing}
      ${this.session ? html`<p class="hint">${this.session.user} · <button type="button" class="bare" @click=${signOut}>${words.signOut}</button></p>` : nothing}
    </main>${door()}`;
  }
}

customElements.define("home-page", HomePage);
