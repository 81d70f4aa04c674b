import { LitElement, html, nothing } from "lit";
import { words } from "../i18n/language.js";

/**
 * Asks for what an order needs before a person gives it: a reason for the trail, or a word to type where much hangs on
 * it. It closes when the hub has done it; a refusal stays to be read.
 */
class ActDialog extends LitElement {
  static properties = { act: { state: true }, problem: { state: true }, busy: { state: true } };

  createRenderRoot() { return this; }

  /** @param act {title, text, reason, word, label, danger, run}; `run` is given the reason and ends when it is done */
  ask(act) {
    [this.act, this.problem, this.busy] = [act, undefined, false];
    this.updateComplete.then(() => this.querySelector("dialog").showModal());
  }

  async #give(event) {
    event.preventDefault();
    if (this.busy) return;
    const given = new FormData(event.target);
    if (this.act.word && given.get("word") !== this.act.word) return void (this.problem = words.typeWord(this.act.word));
    this.busy = true;
    try {
      await this.act.run(given.get("reason"));
      this.querySelector("dialog").close();
    } catch (problem) {
      this.problem = problem.status ? problem.message : words.hubSilent;
    }
    this.busy = false;
  }

  render() {
    const { act } = this;
    if (!act) return nothing;
    return html`<dialog aria-labelledby="act-title" @close=${() => { this.act = undefined; }}>
      <form method="dialog" @submit=${this.#give}>
        <h2 id="act-title">${act.title}</h2>
        <p>${act.text}</p>
        ${act.reason ? html`<label>${words.reasonForTrail}<input name="reason" required maxlength="200" autocomplete="off" autofocus></label>` : nothing}
        ${act.word ? html`<label>${words.typeWord(act.word)}<input name="word" class="word" required autocomplete="off" autocapitalize="characters"></label>` : nothing}
        ${this.problem ? html`<p class="fault" role="alert">${this.problem}</p>` : nothing}
        <p class="choice"><button class=${act.danger ? "danger" : "primary"} ?disabled=${this.busy}>${act.label}${this.busy ? "…" : ""}</button>
          <button type="button" ?autofocus=${!act.reason} @click=${() => this.querySelector("dialog").close()}>${words.cancel}</button></p>
      </form></dialog>`;
  }
}

customElements.define("act-dialog", ActDialog);
