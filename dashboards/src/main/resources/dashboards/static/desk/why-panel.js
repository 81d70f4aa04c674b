import { html, nothing } from "lit";
import { timeWithSeconds } from "../i18n/format.js";
import { language, words } from "../i18n/language.js";
import { sign } from "../parts/signs.js";
import { panel } from "../parts/panel.js";
import { doorOf, whose } from "./feed-panel.js";

/** Who stands at the door, and what each rule says of it: the one that objects as a solid block. */
export function whyPanel(page, why) {
  const { event, reading } = why;
  if (!event) {
    return html`<section class="panel why"><header><h2>${words.whyTitle}</h2></header>
      <div class="empty"><p><strong>${words.chooseRefusal}</strong></p><p>${words.chooseHint}</p></div></section>`;
  }
  const sub = `${timeWithSeconds(Date.parse(event.at), page.site.timeZone)} · ${doorOf(page, event)} · ${words.ways[event.direction]}`;
  return panel({
    title: event.outcome === "denied" ? words.whyRefused : words.whyGranted, sub, resource: reading, kind: "why",
    body: ({ person, credential, explanation }) => html`
      <p class="person">${whose(page, event)}</p>
      <p class="of">${person.company ? `${person.company} · ` : ""}${words.credentialTypes[event.credentialType]} ${event.credential}${credential?.status === "blocked" ? ` · ${words.blocked}` : ""}</p>
      ${acts(page, event, credential)}
      ${explanation ? rules(event, explanation) : html`<ol class="rules">${outcome(event)}</ol>${event.member ? html`<p class="notice">${words.credentialGone}</p>` : nothing}`}`,
  });
}

const acts = (page, event, credential) => html`<p class="acts">
  ${event.door ? html`<button type="button" aria-keyshortcuts="u" @click=${() => page.order("unlock")}>${words.unlock}… <kbd>U</kbd></button>` : nothing}
  ${credential?.status === "active" ? html`<button type="button" aria-keyshortcuts="b" @click=${() => page.order("block")}>${words.block}… <kbd>B</kbd></button>` : nothing}
</p>`;

function rules(event, { rules, reason }) {
  const changed = reason !== event.reason;
  const asked = rules.filter((one) => one.answer !== "not-asked");
  const rest = rules.filter((one) => one.answer === "not-asked");
  return html`${changed ? html`<p class="notice">${words.changedSince(words.reasons[event.reason] ?? event.reason)}</p>` : nothing}
    <ol class="rules">
      ${asked.map((one) => (one.answer === "objects" ? objection(one) : html`<li>${sign("granted")}<span>${words.rules[one.rule] ?? one.rule}</span></li>`))}
      ${reason === "granted" ? html`<li class="granted">${sign("granted")}<strong>${words.reasons.granted}</strong></li>` : nothing}
    </ol>
    ${rest.length ? html`<p class="rest">${words.notAsked(rest.map((one) => words.rules[one.rule] ?? one.rule))}</p>` : nothing}`;
}

const objection = ({ rule, text }) => html`<li class="objects">${sign("refused")}<p><strong>${words.reasons[rule] ?? rule}</strong> <code>${rule}</code></p><p>${text[language]}</p></li>`;

const outcome = (event) => event.outcome === "denied"
  ? html`<li class="objects">${sign("refused")}<p><strong>${words.reasons[event.reason] ?? event.reason}</strong> <code>${event.reason}</code></p></li>`
  : html`<li class="granted">${sign("granted")}<strong>${words.reasons.granted}</strong></li>`;
