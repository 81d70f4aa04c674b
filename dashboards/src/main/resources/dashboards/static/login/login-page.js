import { LitElement, html, nothing } from "lit";
import { signIn } from "../data/session.js";
import { words } from "../i18n/language.js";
import { languageChoice } from "../parts/language-choice.js";
import { door } from "../parts/door.js";
import "../parts/theme.js";
import { root } from "../data/root.js";

/** The door to all of it. */
class LoginPage extends LitElement {
  static properties = { busy: { state: true }, trouble: { state: true } };

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    document.title = `${words.signIn} · Foyer`;
  }

  firstUpdated() { this.querySelector("input").focus(); }

  async #submit(event) {
    event.preventDefault();
    const { user, password } = event.target;
    const empty = [user, password].find((field) => !field.value);
    if (empty) {
      this.trouble = { field: empty.name, text: words.required };
      return empty.focus();
    }
    this.busy = true;
    this.trouble = undefined;
    try {
      await signIn(user.value, password.value);
      location.assign(next());
    } catch ({ status }) {
      const text = status === 401 || status === 403 ? words.wrongPassword : status === 429 ? words.tooManyTries : words.hubSilent;
      this.trouble = { field: "password", text };
      this.busy = false;
      password.select();
    }
  }

  #field(name, label, type, autocomplete) {
    const trouble = this.trouble?.field === name ? this.trouble.text : undefined;
    return html`<label for=${name}>${label}</label>
      <input id=${name} name=${name} type=${type} autocomplete=${autocomplete} autocapitalize="none" spellcheck="false"
        aria-invalid=${trouble ? "true" : nothing} aria-describedby=${trouble ? `${name}-trouble` : nothing}>
      ${trouble ? html`<p class="trouble" id="${name}-trouble" role="alert"><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M7 1l6.5 12H.5z"/></svg>${trouble}</p>` : nothing}`;
  }

  render() {
    return html`<main>
      ${languageChoice("中文", "English")}
      <h1>Foyer</h1>
      <p class="claim">${words.claim}</p>
      <form novalidate @submit=${this.#submit}>
        ${this.#field("user", words.user, "text", "username")}
        ${this.#field("password", words.password, "password", "current-password")}
        <button class="primary" ?disabled=${this.busy}>${words.signIn}${this.busy ? "…" : ""}</button>
      </form>
      <p class="hint">${words.firstTime}</p>
    </main>${door()}`;
  }
}

/** Where to go afterwards: only ever a page of this hub. */
function next() {
  const wanted = new URL(new URLSearchParams(location.search).get("next") ?? root, location.origin);
  return wanted.origin === location.origin ? wanted.pathname + wanted.search : root;
}

customElements.define("login-page", LoginPage);
