package io.foyer.hub.domain.flow;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.flow.RestCause.RestFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds why a meter shows less than the meters below. */
final class RestCheck {
    /** The error that a meter of class 1 may have (IEC 62053-21), as a part of one. */
    private static final double CLASS_1 = 0.01;

    private static final int THOUSAND = 1000;

    private final MeterTree tree;
    private final Map<String, MeterTotal> totals;

    RestCheck(MeterTree tree, Map<String, MeterTotal> totals) {
        this.tree = tree;
        this.totals = totals;
    }

    /** @param rest the meter's total less the totals of the known meters below, negative */
    RestCause cause(Meter meter, List<Meter> below, long rest) {
        MeterTotal own = total(meter);
        return first(below, one -> own.quarters() < total(one).quarters())
                .map(one -> tree.isReadByHand(meter)
                        ? of(
                                RestFault.HAND_READ,
                                meter,
                                "人工抄表，尚未抄到与下级表相同的时间",
                                "it is read by hand, and was not read for as long as the meters below")
                        : of(
                                RestFault.LATE_METER,
                                meter,
                                "上级表的读数比下级表少",
                                "it has told of less time than the meters below"))
                .or(() -> first(below, one -> isThousandfold(one, own, rest))
                        .map(one -> of(
                                RestFault.WRONG_UNIT,
                                one,
                                "读数像是大了一千倍，请查单位",
                                "it shows about a thousand times too much: check the unit")))
                .or(() -> first(below, one -> !tree.isWithin(one, meter) && fitsWithout(one, rest))
                        .map(one -> of(
                                RestFault.WRONG_PARENT,
                                one,
                                "所在区域不在上级表的区域内，请查上级",
                                "its zone is not in the zone of the meter above: check `parent`")))
                .or(() -> first(below, one -> isBesideItself(one, below) && fitsWithout(one, rest))
                        .map(one -> of(
                                RestFault.COUNTED_TWICE,
                                one,
                                "同级的表已经包含它，请把它放到那只表之下",
                                "a meter beside it measures the same already: put it below that meter")))
                .or(() -> Optional.of(of(
                                RestFault.READING_TIMES,
                                meter,
                                "差值在表计精度和读数时差之内",
                                "the difference is within what such meters may differ"))
                        .filter(cause -> -rest <= own.quantity() * CLASS_1))
                .orElseGet(() -> of(
                        RestFault.UNKNOWN,
                        meter,
                        "下级表之和大于本表，请对照抄表",
                        "the meters below show more than it does: read them by hand"));
    }

    private Optional<Meter> first(List<Meter> below, Predicate<Meter> question) {
        return below.stream()
                .filter(one -> totals.containsKey(one.id()))
                .filter(question)
                .findFirst();
    }

    private boolean isThousandfold(Meter one, MeterTotal own, long rest) {
        long quantity = total(one).quantity();
        return quantity > own.quantity() && rest + quantity - quantity / THOUSAND >= 0;
    }

    private boolean fitsWithout(Meter one, long rest) {
        return rest + total(one).quantity() >= 0;
    }

    private boolean isBesideItself(Meter one, List<Meter> below) {
        return below.stream()
                .anyMatch(other -> !other.equals(one)
                        && tree.isWithin(one, other)
                        && (other.system() == null || other.system().equals(one.system())));
    }

    private MeterTotal total(Meter meter) {
        return totals.getOrDefault(meter.id(), new MeterTotal(0, 0));
    }

    private static RestCause of(RestFault kind, Meter meter, String zh, String en) {
        BilingualText name = meter.title();
        return new RestCause(kind, meter.id(), new BilingualText(name.zh() + "：" + zh, name.en() + ": " + en));
    }
}
