package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Explanation.Verdict;
import io.foyer.hub.domain.definition.BilingualText;

/** The texts of a reason, in Chinese and English, for the person at the door and for the desk. */
public final class ReasonText {
    private ReasonText() {}

    /** The answer of one rule: its objection, or that the rule does not object, or that nobody asked the rule. */
    static BilingualText of(AccessReason reason, Verdict answer) {
        BilingualText objection = of(reason);
        return switch (answer) {
            case OBJECTS -> objection;
            case PASSES -> new BilingualText("不成立：" + objection.zh(), "Not so: " + objection.en());
            case NOT_ASKED -> new BilingualText("未问及：" + objection.zh(), "Not asked: " + objection.en());
        };
    }

    public static BilingualText of(AccessReason reason) {
        return switch (reason) {
            case UNKNOWN_DOOR -> new BilingualText("此读卡器没有对应的门", "This reader stands at no door");
            case DOOR_DISABLED -> new BilingualText("此门已停用", "This door is out of use");
            case STALE_SWIPE -> new BilingualText("刷卡消息到得太晚，请再刷一次", "The swipe came too late, please try again");
            case TOO_MANY_ATTEMPTS ->
                new BilingualText("密码输错次数过多，请稍后再试", "Too many wrong PINs, please try again later");
            case UNKNOWN_CREDENTIAL -> new BilingualText("不认识这张凭证", "This credential is not known here");
            case CREDENTIAL_BLOCKED -> new BilingualText("凭证已挂失或停用", "This credential is blocked");
            case CREDENTIAL_EXPIRED -> new BilingualText("凭证已过期", "This credential has expired");
            case LOCKDOWN -> new BilingualText("全楼封锁中", "The house is locked down");
            case MEMBERSHIP_NOT_STARTED -> new BilingualText("会籍尚未开始", "The membership has not started yet");
            case MEMBERSHIP_EXPIRED -> new BilingualText("会籍已到期", "The membership has expired");
            case MEMBERSHIP_SUSPENDED -> new BilingualText("会籍已暂停", "The membership is suspended");
            case NO_RIGHT -> new BilingualText("会籍不含此区域", "The membership does not include this place");
            case OUTSIDE_HOURS -> new BilingualText("不在可用时段内", "Outside the membership's hours");
            case HOLIDAY -> new BilingualText("节假日不开放", "Closed on this holiday");
            case VISITS_USED_UP -> new BilingualText("次数已用完", "All visits of this pass are used up");
            case NO_BOOKING -> new BilingualText("此时段没有您的预订", "You have no booking here at this time");
            case PIN_REQUIRED -> new BilingualText("此门还需要密码", "This door needs a PIN as well");
            case PIN_WRONG -> new BilingualText("密码不正确", "The PIN is wrong");
            case INTERLOCK -> new BilingualText("请先关好另一道门", "Please wait until the other door is closed");
            case ALREADY_INSIDE -> new BilingualText("您已在此区域内", "You are inside already");
            case NOT_INSIDE -> new BilingualText("没有您的进入记录", "You have not come in here");
            case ZONE_FULL -> new BilingualText("此区域已满", "This place is full");
            case GRANTED -> new BilingualText("请进", "Welcome");
        };
    }
}
