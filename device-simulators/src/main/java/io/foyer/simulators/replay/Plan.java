package io.foyer.simulators.replay;

import io.foyer.simulators.setting.Account;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.Refusal;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one reading of the whole recording found, before the first message goes out: it is sound, and this large. */
record Plan(long rows, Instant first, Map<String, Account> accounts) {
    Plan {
        accounts = Map.copyOf(accounts);
    }

    /** @throws Refusal for the first row that is wrong or names a device that the site files do not know */
    static Plan check(Recording recording, Accounts known) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        Iterator<Message> messages = recording.messages();
        Instant first = Instant.MAX;
        long rows = 0;
        while (messages.hasNext()) {
            Message message = messages.next();
            if (!accounts.containsKey(message.device())) {
                String neededBy = message.row().place() + " (through "
                        + message.row().file().map().file() + ")";
                accounts.put(message.device(), known.of(message.device(), neededBy));
            }
            first = first.isBefore(message.at()) ? first : message.at();
            rows += message.endsRow() ? 1 : 0;
        }
        return new Plan(rows, first, accounts);
    }
}
