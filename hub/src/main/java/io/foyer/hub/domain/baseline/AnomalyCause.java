package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.definition.BilingualText;

/** What a use that is unlike all others most likely comes from; the surest first. */
public enum AnomalyCause {
    GAP(
            "没有读数，用量按时间平均分摊：请检查表计的连接",
            "no readings came, and the use was spread evenly over the gap: look at the meter's connection"),
    WRONG_UNIT("用量是平常的上百倍：读数的单位很可能有误", "hundreds of times the usual: the readings most likely came in another unit"),
    STUCK(
            "读数停住不动而平常都有用量：表计或其读取卡住，或已断电",
            "the register stood still where there is always use: the meter or its reader is stuck, or the power was off"),
    DOUBLED(
            "每个小时都约为平常的两倍：重复计量，或接入了第二条回路",
            "about twice the usual in every hour: counted twice, or a second circuit at the meter"),
    SHIFTED(
            "全天的走势早了或晚了一小时：定时器或设备的时钟没有调整",
            "the day's course came an hour early or late: a time switch or a device's clock is wrong"),
    DAY_OFF_MISSED(
            "休息日按工作日运行：时间表不知道这个假日，或有人加班",
            "a day off ran like a working day: a schedule does not know the holiday, or somebody worked"),
    WORKDAY_MISSED(
            "工作日像休息日一样运行：日历里缺少假日，或已停工",
            "a working day ran like a day off: a holiday that the calendar does not have, or a stoppage"),
    LEFT_ON("夜里没有降下来：有设备忘了关", "at night it did not come down: something was left on"),
    BASE_LOAD(
            "每个小时相差同样多：一直运行的设备增加或减少了",
            "the same difference in every hour: something that always runs was added or taken away"),
    SPIKE(
            "只有一两个小时偏离：试运行、同时启动，或一个错误读数",
            "one or two hours alone stand out: a test run, many starts at once, or a wrong reading"),
    DRIFT(
            "一天比一天偏离：磨损、滤网堵塞、泄漏，或设定被逐步改变",
            "further off day by day: wear, a blocked filter, a leak, or settings that creep"),
    MORE("比以往任何类似的日子都多：看看那时运行了什么", "more than on any such day before: see what ran then"),
    LESS("比以往任何类似的日子都少：看看那时停了什么", "less than on any such day before: see what was off then");

    private final String zh;
    private final String en;

    AnomalyCause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public BilingualText text() {
        return new BilingualText(zh, en);
    }
}
