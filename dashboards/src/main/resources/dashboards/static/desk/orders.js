import { block, endLockdown, lockDown, unlock } from "../data/acts.js";
import { nameOf, words } from "../i18n/language.js";

/** What the desk may order, each as the question that its dialog asks. */

export const lockdownOrder = ({ site }) => ({
  title: words.lockDownTitle(nameOf(site)), text: words.lockDownText(site.doors.length), reason: true, word: "LOCK",
  label: words.lockDoors(site.doors.length), danger: true, run: lockDown,
});

export const endLockdownOrder = ({ site }) => ({
  title: words.endLockdownTitle(nameOf(site)), text: words.endLockdownText(site.doors.length), reason: true, word: "OPEN",
  label: words.endLockdown, run: endLockdown,
});

export const unlockOrder = (door, name) => ({
  title: words.unlockTitle(name), text: words.unlockText, reason: true, label: words.unlock, run: (reason) => unlock(door, reason),
});

export const blockOrder = (credential, name) => ({
  title: words.blockTitle(words.credentialTypes[credential.type], credential.value), text: words.blockText(name), label: words.block, danger: true,
  run: () => block(credential),
});
