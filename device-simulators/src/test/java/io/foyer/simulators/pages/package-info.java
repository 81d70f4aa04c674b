/** The whole as people meet it: recorded rooms read back by the API, and the pages in a real browser. */
package io.foyer.simulators.pages;
