import { svg, html } from "lit";

/** The mark: a door in its frame. */
export const mark = (width) => html`<svg class="mark" viewBox="0 0 52 62" width=${width} height=${(width * 62) / 52} aria-hidden="true">
  ${svg`<path d="M0 0h52v62h-6V6H6v56H0z"/><path d="M16 17h20v45H16z"/>`}
</svg>`;
