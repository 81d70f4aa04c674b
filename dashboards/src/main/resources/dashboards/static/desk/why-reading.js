import { credentialOf, explain, member } from "../data/doors.js";
import { Resource } from "../data/resource.js";

/** What tells one decision from another. */
export const keyOf = ({ received, device, credential }) => `${received} ${device} ${credential}`;

/** What is read about the decision that somebody chose: the person, and what the door's rules say. */
export class WhyReading {
  event;
  reading;

  constructor(changed) { this.reading = new Resource(changed); }

  show(event) {
    this.event = event;
    this.reading.load(async () => {
      if (!event.member || !event.door) return { person: {} };
      const [person, credential] = await Promise.all([member(event.member), credentialOf(event)]);
      return { person, credential, explanation: credential && (await explain(credential, event)) };
    });
  }
}
