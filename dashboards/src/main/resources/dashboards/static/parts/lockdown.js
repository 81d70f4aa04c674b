import { html, svg } from "lit";
import { otherLanguage, otherWords, tag, words } from "../i18n/language.js";

/** Over a page while its site is locked down: in both languages, without who ordered it and why. */
export const lockdownBanner = () => html`<p class="lockdown" role="alert">
  <svg viewBox="0 0 20 26" aria-hidden="true">${svg`<path fill-rule="evenodd" d="M3 11V8a7 7 0 0 1 14 0v3h3v15H0V11zM7 11h6V8a3 3 0 0 0-6 0z"/>`}</svg>
  <strong>${words.lockdown}</strong> <span lang=${tag(otherLanguage)}>${otherWords.lockdown}</span>
</p>`;
