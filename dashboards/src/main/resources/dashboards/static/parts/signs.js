import { html, svg } from "lit";

/** Signs are told apart by their shape; the words beside them say the same. */
const shapes = {
  granted: svg`<path d="M1.5 7.5l3.7 3.8L12.5 3" fill="none" stroke="currentColor" stroke-width="2"/>`,
  refused: svg`<path d="M2 2l10 10M12 2L2 12" fill="none" stroke="currentColor" stroke-width="2.4"/>`,
  left: svg`<path d="M1 7h11M8 3l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.8"/>`,
  alarm: svg`<path d="M7 1l6.5 12H.5z"/>`,
  warning: svg`<path d="M7 .5L13.5 7 7 13.5.5 7z"/>`,
  unknown: svg`<circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3 2.6"/>`,
};

export const sign = (kind) => html`<svg class="sign ${kind}" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${shapes[kind]}</svg>`;
