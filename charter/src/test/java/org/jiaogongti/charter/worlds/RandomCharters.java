package org.jiaogongti.charter.worlds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.goals.Direction;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.reading.CharterText;

/** Small charters with duties of every kind and goals of every direction, in block and flow style, and differences that fit them. */
public final class RandomCharters {

    private static final String SENTENCE = "第二轮工作安排根据第一轮考核评估情况再做调整";
    private static final List<String> KINDS = List.of("次数", "人员", "文件", "成果");
    private static final List<String> AMOUNTS = List.of("至少: 3", "不少于: 1, 不多于: 4", "未定: { 数量: 原文没有写 }");

    private final RandomWorlds random;
    private final String notice;
    private int next = 50;

    /** @param notice the notice that they quote */
    public RandomCharters(long seed, String notice) {
        this.random = new RandomWorlds(seed);
        this.notice = notice;
    }

    /** A charter's files. */
    public CharterText charter() {
        StringBuilder text = new StringBuilder("""
                章程: x
                标题: x
                原文文件: notice.txt
                索引号: x
                发布: { 机构: x, 日期: 2019-09-11 }
                轮次:
                  - { 名称: 第一轮, 自: 2019-10-01, 至: 2022-12-30 }
                  - { 名称: 第二轮, 自: 2022-12-31, 至: 2025-12-30 }
                责任:
                """);
        for (int i = 0; i < 6; i++) {
            List<String> fields = duty("Q" + (10 + i));
            text.append(random.below(2) == 0
                    ? "  - { " + String.join(", ", fields) + " } # 第 " + i + " 条\n"
                    : "  - " + String.join("\n    ", fields.stream().flatMap(each -> lines(each).stream()).toList())
                            + "   # 说明\n");
        }
        if (random.below(4) > 0) {
            text.append("目标:\n");
            for (int i = 0; i < 4; i++) {
                text.append(goal("G" + (1 + i)));
            }
        }
        return new CharterText(text.toString(), notice);
    }

    /** A range stands in two lines. */
    private static List<String> lines(String field) {
        return field.startsWith("不少于") ? List.of(field.split(", ")) : List.of(field);
    }

    private List<String> duty(String id) {
        String kind = random.pick(KINDS);
        List<String> fields = new ArrayList<>(List.of("编号: " + id, "条款: 四(三)", "原文: " + SENTENCE, "名称: 名" + id,
                "种类: " + kind, "谁来做: 牵头校", "多久: " + random.pick(List.of("每学期", "每学年")),
                "数: { 什么: " + (kind.equals("次数") ? "专题讲座" : "材料") + ", 单位: 次 }"));
        fields.add(1 + random.below(fields.size() - 1), random.pick(AMOUNTS));
        return fields;
    }

    private String goal(String id) {
        Direction direction = random.pick(List.of(Direction.values()));
        String second = random.below(3) == 0 ? "" : "\n      第二轮:\n" + aims(direction, "        ", "2024");
        return """
                  - 编号: %s
                    条款: 四(三)
                    原文: %s
                    名称: 名%s
                    指标: { 什么: 量, 单位: 分, 方向: %s, 种类: 结果 }
                    谁的: 全区
                    轮次:
                      第一轮:
                %s%s
                """.indent(0).formatted(id, SENTENCE, id, direction.word(), aims(direction, "        ", "2021"),
                second);
    }

    private String aims(Direction direction, String indent, String year) {
        return indent + "基线: " + baseline() + "\n" + indent + "预期: " + target(direction, ", 决定: 甲, 依据: 乙") + "\n"
                + indent + "各年: { " + year + ": " + target(direction, ", 决定: 甲, 依据: 乙") + " }";
    }

    private String baseline() {
        return switch (random.below(3)) {
            case 0 -> "{ 待定: 由局里定 }";
            case 1 -> "{ 日: 2019-12-30, 值: " + number() + ", 来源: \"某：件\" }";
            default -> "{ 日: 2019-12-30, 值: " + number() + ", 误差: " + random.below(9) + ", 来源: 某件 }";
        };
    }

    private String target(Direction direction, String decided) {
        String margin = random.below(3) == 0 ? ", 余量: " + random.below(5) : "";
        return switch (random.below(5)) {
            case 0 -> "{ 待定: 以后定 }";
            default -> direction == Direction.RANGE
                    ? "{ 下限: -" + random.below(50) + ", 上限: " + number() + margin + decided + " }"
                    : "{ 值: " + (random.below(4) == 0 ? "-" : "") + number() + margin + decided + " }";
        };
    }

    private String number() {
        return (51 + random.below(99)) + (random.below(2) == 0 ? "" : "." + (1 + random.below(9)));
    }

    /** A difference's file that fits a charter; numbers are such as it has not. */
    public String difference(Charter charter, LocalDate from) {
        StringBuilder text = new StringBuilder("修订: 第二轮\n章程: x\n自: " + from + "\n改动:\n");
        for (Obligation duty : charter.obligations()) {
            if (duty.changes().dropped() == null && random.below(2) == 0) {
                change(text, "责任: " + duty.id(), duty(duty));
            }
        }
        for (Goal goal : charter.goals()) {
            ExpectedOutcome known = goal.in("第二轮").orElse(null);
            if ((known == null || known.ended() == null) && random.below(2) == 0) {
                change(text, "目标: " + goal.id(), known != null && random.below(4) == 0
                        ? List.of("不再要求: 是")
                        : aimed(goal, known == null));
            }
        }
        change(text, "新增: { " + String.join(", ", duty("Q" + next++)) + " }", random.below(2) == 0
                ? List.of("原话: 再办")
                : List.of());
        if (random.below(2) == 0) {
            String id = "G" + next++;
            Direction direction = random.pick(List.of(Direction.values()));
            change(text, "新增目标: { 编号: " + id + ", 条款: 四(三), 原文: " + SENTENCE + ", 名称: 名, 指标: { 什么: 量, 单位: 分, 方向: "
                    + direction.word() + ", 种类: 结果 }, 谁的: [全区, 共同体], 轮次: { 第二轮: { 基线: " + baseline() + ", 预期: "
                    + target(direction, ", 决定: 甲, 依据: 乙") + " } } }", List.of());
        }
        return text.toString();
    }

    private List<String> duty(Obligation duty) {
        List<String> fields = new ArrayList<>();
        switch (random.below(5)) {
            case 0 -> fields.add("不再要求: 是");
            case 1 -> fields.add("至少: " + (10 + next++));
            case 2 -> fields.addAll(List.of("不少于: 2", "不多于: " + (10 + next++)));
            case 3 -> fields.addAll(List.of("至少: " + (10 + next++), often(duty)));
            default -> fields.add(often(duty));
        }
        return fields;
    }

    /** Another one than there is, in whichever way it came to be. */
    private static String often(Obligation duty) {
        String now = duty instanceof Obligation.Uncounted told
                ? told.asked(LocalDate.MAX).recurrence().word()
                : duty.changes().rules().stream().filter(rule -> rule.recurrence() != null)
                        .reduce((_, later) -> later).map(rule -> String.valueOf(rule.recurrence()))
                        .orElse(duty.head().recurrence().word());
        return "多久: " + (now.equals("每轮") || now.equals("ROUND") ? "每学年" : "每轮");
    }

    private List<String> aimed(Goal goal, boolean whole) {
        List<String> fields = new ArrayList<>();
        int which = random.below(3);
        if (whole || which == 0) {
            fields.add("基线: { 日: 2022-12-30, 值: " + (300 + next++) + ", 来源: 某件 }");
        }
        if (whole || which != 2) {
            fields.add("预期: { 待定: 第 " + next++ + " 次再定 }");
        }
        if (which == 2) {
            fields.add("各年: { 2025: " + target(goal.indicator().direction(), "").replace("以后定", "第 " + next++ + " 次再定")
                    .replace("值: -", "值: ").replace("值: ", "值: 9") + " }");
        }
        return fields;
    }

    private void change(StringBuilder text, String what, List<String> fields) {
        text.append("  - ").append(what).append('\n');
        fields.forEach(field -> text.append("    ").append(field).append('\n'));
        text.append("    决定: 示例领导0").append(random.below(9)).append("\n    依据: 示例文〔2024〕").append(random.below(99))
                .append(" 号\n");
        if (random.below(2) == 0) {
            text.append("    针对: \"问题 ").append(random.below(9)).append("：少\"\n");
        }
    }
}
