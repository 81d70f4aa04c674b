const RETRY = 8_000;

/**
 * Something read from the hub for one panel: "loading", "ready" with a value, or "failed" with the time of the next
 * try by itself. A refresh keeps the value on show; a newer request makes an older answer void.
 */
export class Resource {
  state = "loading";
  value;
  retryAt;
  #request = 0;
  #read;
  #changed;
  #timer;

  constructor(changed) { this.#changed = changed; }

  /** Reads anew; what was there before is forgotten. */
  load(read) {
    this.state = "loading";
    this.value = undefined;
    this.#read = read;
    return this.again();
  }

  /** Reads the same again. */
  async again() {
    const mine = ++this.#request;
    clearTimeout(this.#timer);
    try {
      const value = await this.#read();
      if (mine !== this.#request) return;
      this.value = value;
      this.state = "ready";
    } catch {
      if (mine !== this.#request) return;
      if (this.state !== "ready") this.state = "failed";
      this.retryAt = performance.now() + RETRY;
      this.#timer = setTimeout(() => this.again(), RETRY);
    }
    this.#changed();
  }

  get secondsToRetry() { return Math.max(0, Math.ceil((this.retryAt - performance.now()) / 1000)); }
}
