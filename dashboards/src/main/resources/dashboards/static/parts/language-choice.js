import { html } from "lit";
import { choose, language, tag, words } from "../i18n/language.js";

/** 中 / EN: the language on show is bold, the other a button. */
export const languageChoice = (chinese, english) => html`<div class="languages" role="group" aria-label=${words.languageChoice}>
  ${option("zh", chinese)}<span aria-hidden="true"> / </span>${option("en", english)}
</div>`;

const option = (code, label) => html`<button type="button" class="bare" lang=${tag(code)} aria-pressed=${code === language} @click=${() => choose(code)}>${label}</button>`;
