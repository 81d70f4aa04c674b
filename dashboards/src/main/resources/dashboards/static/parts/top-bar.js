import { html, nothing } from "lit";
import { signOut } from "../data/session.js";
import { nameOf, otherLanguage, secondName, tag, words } from "../i18n/language.js";
import { brief, timeWithSeconds } from "../i18n/format.js";
import { demoTime } from "./demo-time.js";
import { languageChoice } from "./language-choice.js";
import { mark } from "./mark.js";
import { root } from "../data/root.js";

/** The bar over every console page: whose house, which page, how fresh, which language, who, and the one thing to be ordered at any time. */
export const topBar = ({ site, feed, session, here, act = nothing }) => html`<header class="topbar">
  <a class="home" href=${root} aria-label="Foyer">${mark(18)}</a>
  <p class="site">${nameOf(site)} <span lang=${tag(otherLanguage)}>${secondName(site)}</span></p>
  <nav aria-label=${words.pages}>
    ${pagesOf(session.role).map((page) => html`<a href="${root}${page}/${encodeURIComponent(site.id)}" aria-current=${page === here ? "page" : nothing}>${words[page]}</a>`)}
  </nav>
  <p class="fresh ${feed.phase}" role="status">${demoTime(site)}${fresh(feed, site.timeZone)}</p>
  ${languageChoice("中", "EN")}
  ${session.user ? html`<p class="user">${session.user} · <button type="button" class="bare" @click=${signOut}>${words.signOut}</button></p>` : nothing}
  ${act}
</header>`;

/** The pages that a role may see. */
export const pagesOf = (role) => (role === "desk" || role === "admin" ? ["wall", "energy", "desk"] : role === "wall" ? ["wall"] : ["wall", "energy"]);

function fresh(feed, zone) {
  const elsewhere = new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
  const place = elsewhere ? html`<span class="zone">${words.siteTime(zone)} · </span>` : nothing;
  if (feed.phase === "loading") return html`${place}${words.connecting}`;
  if (feed.phase === "live") return html`${place}<i class="dot"></i>${words.live} · <time>${timeWithSeconds(feed.now, zone)}</time>`;
  return html`${place}${ageOf(feed, zone)}`;
}

/** How old what the feed last said is: as of 14:31, 40 s ago. */
export function ageOf(feed, zone) {
  const seconds = Math.floor(feed.age / 1000);
  return words.asOfAge(brief(feed.lastAt, feed.now, zone), seconds < 120 ? words.seconds(seconds) : words.minutes(Math.floor(seconds / 60)));
}
