import { html } from "lit";

/** The mark as a picture, half the page wide. */
export const door = () => html`<div class="door" aria-hidden="true"><svg viewBox="0 0 52 80" preserveAspectRatio="xMidYMin slice">
  <path d="M0 0h52v80h-5.8V5.8H5.8V80H0z"/><path d="M15.8 17h20.4v63H15.8z"/></svg></div>`;
