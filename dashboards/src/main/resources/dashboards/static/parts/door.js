import { html } from "lit";

/** The mark as a picture, half the page wide; its foot is below every screen. */
export const door = () => html`<div class="door" aria-hidden="true"><svg viewBox="0 0 52 400">
  <path d="M0 0h52v400h-5.8V5.8H5.8V400H0z"/><path d="M15.8 17h20.4v383H15.8z"/></svg></div>`;
