package org.jiaogongti.charter.whatif;

import java.util.Map;

/**
 * What one more of a unit costs in teachers' time: an assumption, shown wherever its result is.
 *
 * @param minutes by unit (节, 次, 名 …); a unit that is missing costs nothing
 * @param note how the minutes come about
 */
public record Load(Map<String, Integer> minutes, String note) {

    /** One class period and its preparation and way; one occasion of half a day. */
    public static final Load ASSUMED = new Load(Map.of("节", 160, "次", 240),
            "假设：一节课 = 上课 40 分钟 + 备课 80 分钟 + 路上 40 分钟；一次活动 = 半天 240 分钟；派人不计。");

    public Load {
        minutes = Map.copyOf(minutes);
    }

    /** Hours, rounded up. */
    public int hours(Map<String, Integer> amounts) {
        long total = 0;
        for (Map.Entry<String, Integer> amount : amounts.entrySet()) {
            total += (long) amount.getValue() * minutes.getOrDefault(amount.getKey(), 0);
        }
        return Math.toIntExact(Math.ceilDiv(total, 60L));
    }
}
