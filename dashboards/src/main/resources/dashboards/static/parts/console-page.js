import { LitElement } from "lit";
import { LiveFeed } from "../data/live.js";
import { session } from "../data/session.js";
import { site, siteId } from "../data/site.js";
import { words } from "../i18n/language.js";
import "./theme.js";

const RETRY = 5_000;

/**
 * What pages of people at work have in common: the site, who is signed in, the live feed, and another try where the hub
 * does not answer. A page says which `topics` it hears, `opened()` once the feed is there, and `show()` whenever the
 * address has changed.
 */
export class ConsolePage extends LitElement {
  /** Why there is nothing to show, in words. */
  problem;

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("popstate", () => this.show());
    this.#begin();
  }

  async #begin() {
    try {
      [this.site, this.session] = await Promise.all([site(), session()]);
      this.problem = undefined;
      this.feed = new LiveFeed(siteId, this.topics);
      this.feed.addEventListener("change", () => this.requestUpdate());
      setInterval(() => this.requestUpdate(), 1_000);
      await this.opened();
      this.show();
    } catch (problem) {
      this.problem = problem.status === 403 ? words.noRight : problem.status === 404 ? words.noSuchSite : words.siteLost;
      setTimeout(() => this.#begin(), RETRY);
    }
    this.requestUpdate();
  }

  /** Goes to a link inside the page without loading the page anew; clicks that open a tab stay the browser's. */
  follow = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", event.currentTarget.href);
    this.show();
  };
}
