package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import java.util.List;

/** Names as they are common in Shanghai; nobody is meant. */
final class Names {
    private static final List<String> FAMILY =
            List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "杰", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英", "思远", "子涵",
            "雨桐", "浩然", "欣怡", "梓萱", "一诺", "佳琪", "晓东", "文静", "志强", "海燕");
    private static final List<String> COMPANY =
            List.of("蓝鲸科技", "拾光设计", "远帆咨询", "青禾传媒", "星野游戏", "云杉数据", "半岛建筑", "木棉教育", "海桐法务", "知更鸟出版", "北辰生物", "鹿鸣影像");

    private Names() {}

    static String person(Chance chance) {
        return chance.one(FAMILY) + chance.one(GIVEN);
    }

    static String company(Chance chance) {
        return chance.one(COMPANY);
    }
}
