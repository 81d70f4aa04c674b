import { html, nothing } from "lit";
import { words } from "../i18n/language.js";

/** Says that the clock beside it is the demo's, whatever the reader's own says. */
export const demoTime = (site) => (site.demoTime ? html`<span class="demo">${words.demoTime}</span> ` : nothing);
