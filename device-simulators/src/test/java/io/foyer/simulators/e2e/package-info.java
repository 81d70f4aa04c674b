/** The hub as a process of its own, met only through its contract: for tests of the whole. */
package io.foyer.simulators.e2e;
