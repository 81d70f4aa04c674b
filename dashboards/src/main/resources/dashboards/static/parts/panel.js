import { html, nothing } from "lit";
import { words } from "../i18n/language.js";
import { sign } from "./signs.js";

/** One panel: a rule, a title with unit and period, its exports, and what is in it; or why there is nothing in it. */
export function panel({ title, sub, actions = [], resource, empty, body, kind = "", aged = false }) {
  const ready = resource.state === "ready";
  const bare = ready ? empty?.(resource.value) : undefined;
  return html`<section class="panel ${kind}" aria-busy=${resource.state === "loading"}>
    <header><h2>${title}</h2><p class=${aged ? "aged" : nothing}>${sub}</p>
      ${ready && !bare ? actions.map(({ label, run }) => html`<button type="button" class="bare export" aria-label="${title} ${label}" @click=${run}>${label}</button>`) : nothing}
    </header>
    ${resource.state === "loading" ? html`<div class="loading" aria-hidden="true"><i></i><i></i><i></i></div>`
      : resource.state === "failed" ? failed(resource)
      : bare ? html`<div class="empty"><p><strong>${bare.what}</strong></p><p>${bare.then}</p></div>`
      : body(resource.value)}
  </section>`;
}

const failed = (resource) => html`<div class="failed" role="alert">
  ${sign("alarm")}
  <div><p><strong>${words.failed}</strong></p><p>${words.failedHint}</p>
    <p><button type="button" @click=${() => resource.again()}>${words.tryAgain}</button> <span aria-hidden="true">${words.againIn(resource.secondsToRetry)}</span></p></div>
</div>`;
