package org.jiaogongti.platform.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expense.Over;
import org.jiaogongti.platform.spending.Expense.Payee;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jiaogongti.platform.spending.Expense.State;
import org.jspecify.annotations.Nullable;

/** What schools planned and spent in the sample world. Ceilings and amounts are invented and no place's rule. */
final class SpendingScript {

    private static final int YUAN = 100;
    private static final int HUNDRED = 100;

    private SpendingScript() {}

    /** A value of a category. */
    record Value(String code, String name, int position, Category.Unit unit, @Nullable Long ceiling,
            @Nullable Integer share, LocalDate from, LocalDate on, String document) {}

    static List<Value> categories() {
        return List.of(value("lecture", "讲课费", 1, Category.Unit.LESSON, 300, 0, "2023-01-01"),
                value("expert", "专家劳务费", 2, Category.Unit.PERSON_DAY, 800, 0, "2023-01-01"),
                value("travel", "交通费", 3, Category.Unit.PERSON_DAY, 80, 0, "2023-01-01"),
                value("material", "材料费", 4, Category.Unit.NONE, 0, 0, "2023-01-01"),
                value("printing", "印刷费", 5, Category.Unit.NONE, 0, 20, "2023-01-01"),
                value("training", "培训费", 6, Category.Unit.PERSON_DAY, 300, 40, "2023-01-01"),
                value("meal", "餐费", 7, Category.Unit.PERSON_DAY, 40, 10, "2023-01-01"),
                value("lecture", "讲课费", 1, Category.Unit.LESSON, 400, 0, "2024-01-01"),
                value("travel", "交通费", 3, Category.Unit.PERSON_DAY, 100, 0, "2025-01-01"));
    }

    private static Value value(String code, String name, int position, Category.Unit unit, int yuan, int share,
            String from) {
        LocalDate begins = LocalDate.parse(from);
        LocalDate on = begins.minusDays(begins.getYear() == 2025 ? 60 : 12);
        return new Value(code, name, position, unit, yuan == 0 ? null : Long.valueOf((long) yuan * YUAN),
                share == 0 ? null : Integer.valueOf(share), begins, on,
                "示例奉教财〔" + on.getYear() + "〕" + (on.getDayOfMonth() + 10) + " 号");
    }

    /** A budget, in fen by category. */
    record Budget(String school, int year, LocalDate on, String document, Map<String, Long> lines) {}

    static List<Budget> budgets() {
        return List.of(
                budget("居敬小学", "2023-02-14",
                        Map.of("lecture", 9000, "travel", 5000, "material", 4000, "training", 8000)),
                budget("育才学校", "2023-02-16", Map.of("travel", 3000, "material", 1000, "training", 4000)),
                budget("居敬小学", "2024-03-05", Map.of("lecture", 12_000, "travel", 6000, "material", 4000, "printing",
                        2000, "training", 10_000, "meal", 2000)),
                budget("居敬小学", "2024-09-10", Map.of("lecture", 12_000, "travel", 6000, "material", 5000, "printing",
                        2000, "training", 10_000, "meal", 2000)),
                budget("育才学校", "2024-03-07", Map.of("travel", 4000, "material", 1500, "printing", 500, "training",
                        6000, "meal", 800)),
                budget("岳林小学", "2024-03-04", Map.of("lecture", 10_000, "expert", 4000, "travel", 5000, "material",
                        6000)),
                budget("江口小学", "2024-03-11", Map.of("travel", 2500, "material", 1200, "meal", 600)),
                budget("溪口镇校", "2024-03-12", Map.of("travel", 3000, "training", 5000, "printing", 800)),
                budget("实验小学", "2024-03-06", Map.of("lecture", 12_000, "training", 9000)),
                budget("居敬小学", "2025-01-08", Map.of("lecture", 12_000, "travel", 7000, "material", 5000)));
    }

    private static Budget budget(String school, String on, Map<String, Integer> yuan) {
        LocalDate day = LocalDate.parse(on);
        return new Budget(school, day.getYear(), day,
                "示例校务会议 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日",
                yuan.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        line -> (long) line.getValue() * YUAN)));
    }

    /** What became of a payment. */
    enum Fate {
        APPROVED, WAITS, RETURNED, WITHDRAWN, REVERSED,
        /** Its reversal waits. */
        TAKING_BACK
    }

    /**
     * A payment as told.
     *
     * @param reason why it goes over, or why it is taken back
     */
    record Entry(String school, LocalDate day, String category, long fen, int quantity, Source source, Payee payee,
            String payeeName, String about, String duty, boolean forOccasion, String invoice, int receipts,
            String reason, Fate fate) {

        Entry grant() {
            return new Entry(school, day, category, fen, quantity, Source.GRANT, payee, payeeName, about, duty,
                    forOccasion, invoice, receipts, reason, fate);
        }

        Entry occasion() {
            return new Entry(school, day, category, fen, quantity, source, payee, payeeName, about, duty, true,
                    invoice, receipts, reason, fate);
        }

        Entry bare() {
            return new Entry(school, day, category, fen, quantity, source, payee, payeeName, about, duty, forOccasion,
                    "", 0, reason, fate);
        }

        Entry but(Fate other, String why) {
            return new Entry(school, day, category, fen, quantity, source, payee, payeeName, about, duty, forOccasion,
                    invoice, receipts, why, other);
        }
    }

    /** Oldest first. */
    static List<Entry> entries() {
        return Stream.of(lead(), member(), others()).flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::day)).toList();
    }

    private static List<Entry> lead() {
        return List.of(
                paid("居敬小学", "2023-04-12", "travel", "1280.00", 16, "送教下乡包车", "Q16"),
                paid("居敬小学", "2023-10-18", "material", "2360.50", 1, "示范课教具和学具", "Q21"),
                paid("居敬小学", "2024-03-20", "lecture", "1600.00", 4, "学业质量专题讲座", "Q23").grant(),
                paid("居敬小学", "2024-04-17", "travel", "1440.00", 18, "学术基地送教包车", "Q16"),
                paid("居敬小学", "2024-05-22", "training", "5400.00", 18, "成员校教师全员培训", "Q20"),
                paid("居敬小学", "2024-09-26", "material", "1875.80", 1, "示范课教具和学具", "Q21").occasion(),
                paid("居敬小学", "2024-10-16", "lecture", "2000.00", 5, "“教学评一致性”专题讲座", "Q23").grant().occasion(),
                paid("居敬小学", "2024-10-30", "printing", "680.00", 1, "共同体听课手册印刷", ""),
                paid("居敬小学", "2024-11-18", "travel", "960.00", 12, "送教到育才学校包车", "Q16").occasion()
                        .but(Fate.WAITS, ""));
    }

    private static List<Entry> member() {
        String school = "育才学校";
        return List.of(
                paid(school, "2023-05-10", "travel", "720.00", 9, "到牵头校听课研修", "Q24"),
                paid(school, "2023-11-08", "training", "2100.00", 7, "青年教师跟岗培训", "Q25"),
                paid(school, "2024-04-10", "travel", "880.00", 11, "到牵头校听课研修", "Q24"),
                paid(school, "2024-05-15", "training", "3000.00", 10, "学科教师外出培训", "").grant(),
                paid(school, "2024-09-24", "material", "1265.00", 1, "科学实验材料", "Q13"),
                paid(school, "2024-10-15", "material", "486.00", 1, "薄弱学科教研资料", "Q13").occasion()
                        .but(Fate.APPROVED, "本学期科学薄弱学科加开两次教研，实验耗材比年初估计的多。"),
                paid(school, "2024-10-22", "travel", "960.00", 12, "到牵头校听课研修包车", "Q24").occasion()
                        .but(Fate.REVERSED, "人数记错，实际去了 11 人，按 880 元重新记。"),
                paid(school, "2024-11-04", "travel", "880.00", 11, "到牵头校听课研修包车（更正）", "Q24").occasion(),
                paid(school, "2024-11-06", "printing", "210.00", 1, "教研活动材料复印", "").bare(),
                paid(school, "2024-11-12", "meal", "360.00", 9, "听课研修工作餐", "Q24").but(Fate.RETURNED, ""),
                paid(school, "2024-11-13", "material", "99.00", 1, "重复记的一笔", "").bare()
                        .but(Fate.WITHDRAWN, "先记下，核对后再说。"),
                paid(school, "2024-11-19", "meal", "320.00", 8, "听课研修工作餐", "Q24").occasion().but(Fate.WAITS, ""),
                paid(school, "2024-11-20", "travel", "400.00", 5, "学科组长外出教研交通", "").but(Fate.WAITS, ""));
    }

    private static List<Entry> others() {
        return List.of(
                paid("岳林小学", "2024-06-05", "expert", "1600.00", 2, "学校发展规划论证", "Q01").grant(),
                paid("岳林小学", "2024-10-23", "lecture", "1200.00", 3, "专题讲座", "Q23"),
                paid("锦屏小学", "2024-10-09", "printing", "540.00", 1, "集体备课资料印刷", "Q14")
                        .but(Fate.APPROVED, "学校还没有编预算，校长办公会同意先付。"),
                paid("江口小学", "2024-05-20", "meal", "400.00", 10, "共同体教研活动工作餐", "Q12"),
                paid("江口小学", "2024-11-07", "meal", "160.00", 4, "集体备课工作餐", "Q14")
                        .but(Fate.APPROVED, "两次活动安排在下午，接着晚上备课。"),
                paid("溪口镇校", "2024-10-28", "printing", "300.00", 1, "活动手册印刷", "")
                        .but(Fate.TAKING_BACK, "印刷厂退了款，活动手册改用电子版。"),
                paid("实验小学", "2024-09-18", "training", "4500.00", 15, "成员校教师全员培训", "Q20").bare(),
                paid("居敬小学", "2025-01-10", "travel", "900.00", 9, "期末送教包车", "Q16"));
    }

    private static Entry paid(String school, String on, String category, String yuan, int quantity, String about,
            String duty) {
        LocalDate day = LocalDate.parse(on);
        boolean person = category.equals("lecture") || category.equals("expert");
        int number = Math.floorMod(Objects.hash(school, on, category), 100_000_000);
        return new Entry(school, day, category, new BigDecimal(yuan).movePointRight(2).longValueExact(),
                quantity, Source.OWN, person ? Payee.EXPERT : Payee.COMPANY, person ? "" : "示例服务有限公司", about, duty,
                false, person ? "" : "SL" + day.getYear() + "%08d".formatted(number), 1, "", Fate.APPROVED);
    }

    /** What a payment goes over, from all that was told before it. */
    static Over over(Entry entry, List<Budget> budgets, List<Expense> before, UUID school) {
        long spent = entry.fen() + before.stream()
                .filter(each -> each.school().equals(school) && each.year() == entry.day().getYear()
                        && each.said().category().equals(entry.category()))
                .filter(each -> each.state() == State.APPROVED || each.state() == State.WAITING)
                .mapToLong(each -> each.said().fen()).sum();
        Map<String, Long> lines = budgets.stream()
                .filter(each -> each.school().equals(entry.school()) && each.year() == entry.day().getYear()
                        && !each.on().isAfter(entry.day()))
                .reduce((_, later) -> later).map(Budget::lines).orElse(Map.of());
        Integer share = categories().stream().filter(each -> each.code().equals(entry.category())).findFirst()
                .map(Value::share).orElse(null);
        long whole = lines.values().stream().mapToLong(Long::longValue).sum();
        return new Over(spent > lines.getOrDefault(entry.category(), 0L),
                share != null && spent * HUNDRED > whole * share);
    }
}
