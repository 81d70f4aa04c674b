#!/bin/sh
# lib-recur 0.17.1 (org.dmfs, Maven Central), seen on 2026-11-27 with JDK 17.
# Two rules of RFC 5545 by year come out otherwise than the standard has them, without an error:
#   FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO gives Mondays of years that have no week 53 (ISO 8601 and RFC 5545, 3.3.10): 2027-12-27
#     is in week 52, 2029-12-31 in week 1 of 2030. After 2026-12-28 the next one due is 2032-12-27.
#   FREQ=YEARLY;BYMONTHDAY=15 gives one day a year. BYMONTHDAY expands a year (RFC 5545, table in 3.3.10), so the 15th of
#     all twelve months is due.
# All other weeks (1 to 52, -1 to -52) come out right over 60 years. Foyer refuses these two (RecurrenceRules).
# Output seen:
#   week 53 from 2026-12-28: 2026-12-28 2027-12-27 2029-12-31
#   the 15th from 2026-01-15: 2026-01-15 2027-01-15 2028-01-15
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.dmfs</groupId><artifactId>lib-recur</artifactId><version>0.17.1</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat >Years.java <<'JAVA'
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

public class Years {
    public static void main(String[] none) throws Exception {
        System.out.println("week 53 from 2026-12-28:" + days("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", new DateTime(2026, 11, 28)));
        System.out.println("the 15th from 2026-01-15:" + days("FREQ=YEARLY;BYMONTHDAY=15", new DateTime(2026, 0, 15)));
    }

    private static String days(String rule, DateTime first) throws Exception {
        RecurrenceRuleIterator times =
                new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT).iterator(first);
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            DateTime day = times.nextDateTime();
            days.append(String.format(" %d-%02d-%02d", day.getYear(), day.getMonth() + 1, day.getDayOfMonth()));
        }
        return days.toString();
    }
}
JAVA
seen=$(java -cp 'lib/*' Years.java)
echo "$seen"
[ "$seen" = "week 53 from 2026-12-28: 2026-12-28 2027-12-27 2029-12-31
the 15th from 2026-01-15: 2026-01-15 2027-01-15 2028-01-15" ] || { echo "this has changed: look at RecurrenceRules again" >&2; exit 1; }
