package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.definition.Meter;

/** What a reader of a statement must know to trust its figures. */
final class StatementNotes {
    private StatementNotes() {}

    static BilingualText withoutTariff(Meter account) {
        return of(account, "没有费率，未计费", "it has no tariff, so nothing is owed for it");
    }

    static BilingualText discontinued(Meter meter) {
        return of(
                meter,
                "本月底数不连续（换表、归零、更正或漏抄），用量以账本为准",
                "its register did not go on through the month (replaced, restarted, corrected or silent): the ledger's quantity counts");
    }

    static BilingualText unmeasured(ShareBasis basis) {
        return basis == ShareBasis.AREA
                ? new BilingualText(
                        "有区域没有面积（areaM2），该部分未分摊", "a zone has no areaM2 in the site file, so it bears no share")
                : new BilingualText(
                        "有区域没有人数记录，该时段未分摊",
                        "nobody was counted in a zone for some days, so it bears no share for them");
    }

    static BilingualText unread() {
        return new BilingualText("本月没有任何读数，用量未知", "no meter was read in this month, so nobody knows what was used");
    }

    private static BilingualText of(Meter meter, String zh, String en) {
        BilingualText name = meter.title();
        return new BilingualText(name.zh() + "：" + zh, name.en() + ": " + en);
    }
}
