package org.jiaogongti.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.FoundedDistrict;
import org.jiaogongti.platform.access.Founding;
import org.jiaogongti.platform.sample.SampleWorld;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A bureau sets up its whole district in one sitting, from spreadsheets, in an installation that was empty before. */
@EmptyPlatformTest
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DistrictFromTablesTest {

    private static final String FORMED = "2019.9.11";

    private final FoundedDistrict founded;
    private final SampleWorld world = SampleWorld.at(LocalDate.of(2024, 11, 20));

    DistrictFromTablesTest(Districts districts, Founding founding, Accounts accounts,
            PlatformTransactionManager transactions) {
        this.founded = new FoundedDistrict(districts, founding, accounts, new TransactionTemplate(transactions));
    }

    private Visitor administrator(Visitor visitor) {
        founded.ensureThroughPages(visitor);
        FoundedDistrict.signInWithCode(visitor, FoundedDistrict.LOGIN, FoundedDistrict.DISTRICT);
        return visitor;
    }

    /** Every table by the words of its own template, in the order of the page. */
    private Map<String, TableFile> tables() {
        Map<String, TableFile> tables = new LinkedHashMap<>();
        tables.put("periods", table(List.of("名称", "种类", "起", "止", "期中周的周一"),
                world.periods().stream().map(period -> List.of(period.name(), switch (period.kind()) {
                    case TERM -> "学期";
                    case SCHOOL_YEAR -> "学年";
                    case CALENDAR_YEAR -> "年度";
                    case ROUND -> "轮";
                }, period.days().first().toString(), period.days().last().toString(),
                        period.midtermWeek() == null ? "" : period.midtermWeek().toString())).toList()));
        tables.put("closed-days", table(List.of("日期", "名称"), List.of(List.of("2024-10-01", "国庆"))));
        tables.put("subjects", table(List.of("学科"), world.subjects().stream().map(List::of).toList()));
        tables.put("schools",
                table(List.of("学校名称", "简称", "学校标识码", "学校类别", "城乡类型"), world.schools().stream()
                        .map(school -> List.of(school.name(), school.shortName(), school.code(), "小学", "城区"))
                        .toList()));
        String central = world.schools().getFirst().name();
        String other = world.schools().getLast().name();
        tables.put("campuses", table(List.of("教学点", "中心校", "类别", "起", "止"),
                List.of(List.of("示例东山教学点", central, "教学点", "2014.9.1", "2022-08-31"),
                        List.of("示例东山教学点", other, "教学点", "2022年9月1日", ""))));
        tables.put("areas", table(List.of("学校", "种类", "归属", "起", "止"),
                List.of(List.of(central, "街道", "示例街道", "2014-09-01", ""),
                        List.of(central, "协作区", "示例协作区", "2014-09-01", "2019-08-31"))));
        tables.put("positions", table(List.of("学校", "校区", "纬度", "经度"),
                List.of(List.of(central, "", "29.661", "121.412"), List.of(other, "本部", "29.702", "121.481"),
                        List.of(other, "示例东山教学点", "29.71", "121.49"))));
        tables.put("journeys", table(List.of("出发学校", "到达学校", "分钟", "公里"),
                List.of(List.of(central, world.schools().get(1).name(), "１２", "3.80"))));
        tables.put("staff-counts", table(List.of("学校名称", "起始日期", "专任教师数"), world.schools().stream()
                .flatMap(school -> school.staffCounts(world.date()).stream().map(count -> List.of(school.name(),
                        count.from().toString(), Integer.toString(count.teachers()))))
                .toList()));
        tables.put("communities", table(List.of("共同体名称", "简称"), world.communities().stream()
                .map(community -> List.of(community.name(), community.shortName())).toList()));
        List<List<String>> members = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        List<List<String>> weak = new ArrayList<>();
        for (SampleWorld.Community community : world.communities()) {
            community.schools().forEach(school -> members.add(List.of(community.name(), school,
                    school.equals(community.lead()) ? "牵头校" : "成员校", FORMED, "")));
            world.subjects().forEach(subject -> groups.add(List.of(community.shortName(), subject, FORMED)));
            community.weak().forEach(each -> weak.add(List.of(community.name(), each.school(), each.subject(),
                    each.from().toString(), each.to() == null ? "" : String.valueOf(each.to()))));
        }
        tables.put("memberships", table(List.of("共同体", "学校", "身份", "起始日期", "结束日期"), members));
        tables.put("subject-groups", table(List.of("共同体", "学科", "起始日期"), groups));
        tables.put("weak-subjects", table(List.of("共同体", "学校", "学科", "起始日期", "结束日期"), weak));
        tables.put("supported-schools", table(List.of("学校", "起", "止", "依据", "文号"),
                List.of(List.of(other, "2019.9.11", "2022-08-31", "示例监测", "示例〔2019〕1 号"),
                        List.of(other, "2023年9月1日", "", "=示例决定", ""))));
        tables.putAll(people());
        tables.putAll(registers(weak.getFirst(), other));
        tables.putAll(teaching(Objects.requireNonNull(tables.get("postings")).rows()));
        return tables;
    }

    private Map<String, TableFile> people() {
        List<List<String>> people = new ArrayList<>();
        List<List<String>> ranks = new ArrayList<>();
        List<List<String>> posts = new ArrayList<>();
        for (SampleWorld.Person person : world.people()) {
            String number = "FH%05d".formatted(people.size() + 1);
            people.add(List.of(number, person.name()));
            if (person.rank() != null) {
                ranks.add(List.of(number, switch (person.rank()) {
                    case PRINCIPAL -> "校长";
                    case VICE_PRINCIPAL -> "副校长";
                    case CADRE -> "中层干部";
                    case BACKBONE -> "名优骨干教师";
                    case TEACHER -> "教师";
                }, FORMED));
            }
            String school = person.school();
            if (school != null) {
                posts.add(List.of(number, "教师", school, FORMED));
            }
        }
        Map<String, TableFile> tables = new LinkedHashMap<>();
        tables.put("people", table(List.of("工号", "姓名"), people));
        tables.put("ranks", table(List.of("工号", "身份", "起"), ranks));
        tables.put("postings", table(List.of("工号", "岗位", "学校", "起"), posts));
        String home = posts.getFirst().get(2);
        String other = posts.stream().map(post -> post.get(2)).filter(school -> !school.equals(home)).findFirst()
                .orElseThrow();
        tables.put("placements",
                table(List.of("工号", "派出学校", "接收学校", "身份", "在编", "青年教师", "起", "止"), List.of(List.of(
                        posts.getFirst().getFirst(), home, other, "教师", "是", "√", "2024.9.1", "2025年6月30日"))));
        String mentor = posts.stream().filter(post -> post.get(2).equals(other)).findFirst().orElseThrow().getFirst();
        String mentee = posts.getFirst().getFirst();
        tables.put("mentoring",
                table(List.of("师傅工号", "徒弟工号", "导师学校", "徒弟学校", "协议", "签订日期", "几周见一次", "起", "止"),
                        List.of(List.of(mentor, mentee, other, home, "青蓝结对协议 1 号", "2024.9.1", "4", "2024.9.2",
                                "2025年6月30日"))));
        tables.put("mentoring-meetings", table(List.of("导师工号", "徒弟工号", "日期", "做了什么", "分钟"),
                List.of(List.of(mentor, mentee, "2024.9.18", "听一节课", "45"),
                        List.of(mentor, mentee, "2024年10月16日", "评一节课", "40"))));
        return tables;
    }

    /** What is done about a weak subject and a weak school, what became of them, and who is paired. */
    private Map<String, TableFile> registers(List<String> weak, String supported) {
        String school = weak.get(1);
        String subject = weak.get(2);
        Map<String, TableFile> tables = new LinkedHashMap<>();
        tables.put("weak-measures", table(List.of("学校", "学科", "列入日期", "做什么", "期限", "定下日期", "负责人工号"),
                List.of(List.of(school, subject, weak.get(3), "每月一次同课异构", "2025.1.10", "2024.9.10", "FH00001"),
                        List.of(supported, "整校", "2023.9.1", "牵头校派管理干部", "2024年12月31日", "2024-09-10", ""))));
        tables.put("weak-reviews", table(List.of("学校", "学科", "列入日期", "学期", "变化", "说明"),
                List.of(List.of(school, subject, weak.get(3), "2023-2024-2", "好转", "课堂观察十二节，多数学生会说算理"),
                        List.of(supported, "", "2023.9.1", "2023-2024-2", "没有变化", "领导班子刚调整"))));
        tables.put("lesson-pairs", table(List.of("主讲学校", "接收学校", "结对形式", "协议", "起", "止"),
                List.of(List.of(world.schools().getFirst().name(), supported, "专递课堂,同步课堂", "示例教〔2024〕9 号",
                        "2024.9.2", "2025.6.30"))));
        return tables;
    }

    /** Two teachers of one school, three classes, one of them at its teaching point. */
    private Map<String, TableFile> teaching(List<List<String>> posts) {
        String school = world.schools().getLast().name();
        List<String> staff = posts.stream().filter(post -> post.get(2).equals(school)).map(List::getFirst).toList();
        Map<String, TableFile> tables = new LinkedHashMap<>();
        tables.put("classes", table(List.of("学校", "教学点", "年级", "班号", "人数", "起"),
                List.of(List.of(school, "", "三年级", "1", "42", "2024.9.1"),
                        List.of(school, "", "三", "2", "", "2024年9月1日"),
                        List.of(school, "示例东山教学点", "1", "1", "９", "2024-09-01"))));
        tables.put("bells", table(List.of("学校", "节次", "上课", "下课", "起", "止"),
                List.of(List.of(school, "第1节", "8:20", "9:00", "2024-09-01", ""),
                        List.of(school, "2", "9:10", "9:50", "2024-09-01", "2025-04-30"),
                        List.of(school, "第二节", "9：20", "10:00", "2025-05-01", ""))));
        tables.put("timetables", table(List.of("学期", "学校", "教学点", "班级", "星期", "节次", "学科", "教师"),
                List.of(List.of("2024-2025-1", school, "", "三(1)班", "周一", "第1节", "数学", staff.getFirst()),
                        List.of("2024-2025-1", school, "", "302", "星期一", "1", "语文", staff.get(1)),
                        List.of("2024-2025-1", school, "示例东山教学点", "一年级1班", "周一", "2", "数学",
                                staff.getFirst()))));
        SampleWorld.Community community = world.communities().getFirst();
        String member = community.members().getFirst();
        tables.put("occasions", table(
                List.of("日期", "记录学校", "类型", "节数", "同时还做了", "在哪所学校", "带队学校", "教师", "身份", "学科", "年级", "课题", "参加"),
                List.of(List.of("2024.10.15", community.lead(), "示范课", "2", "专题讲座", member, community.lead(), "示例教师甲",
                        "名优骨干教师", "数学", "五年级2班", "小数乘法", member + "：6"))));
        return tables;
    }

    private static TableFile table(List<String> heads, List<List<String>> rows) {
        return new TableFile("表", heads, rows);
    }

    @Test
    @Order(1)
    void theWholeDistrictGoesInAndItsDutiesAreThere(Visitor visitor) {
        administrator(visitor);
        Page list = visitor.get("/tables");
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        boolean xlsx = true;
        for (Map.Entry<String, TableFile> table : tables().entrySet()) {
            byte[] file = xlsx ? table.getValue().xlsx() : table.getValue().csv();
            Page upload = visitor.follow(new Multipart(visitor).send(table.getKey(),
                    table.getKey() + (xlsx ? ".xlsx" : ".csv"), file));
            assertThat(upload.status()).as(upload.toString()).isEqualTo(200);
            assertThat(upload.html().select("td .st.late")).as(table.getKey() + upload.text()).isEmpty();
            Page done = visitor.submit(upload, "form[action$=/acceptance]", Map.of());
            assertThat(done.status()).as(done.toString()).isEqualTo(303);
            assertThat(visitor.follow(done).html().select("h1 ~ p .st.done")).isNotEmpty();
            xlsx = !xlsx;
        }
        Page board = visitor.get("/board?term=2024-2025-1");
        assertThat(board.status()).isEqualTo(200);
        assertThat(board.html().select("a[href^=/duties/]")).hasSizeGreaterThan(50);
    }

    @Test
    @Order(2)
    void whatIsGivenOutComesInAgainWithoutAChange(Visitor visitor) {
        administrator(visitor);
        for (String kind : tables().keySet()) {
            Page file = visitor.get("/tables/" + kind + "/rows.xlsx");
            assertThat(file.status()).isEqualTo(200);
            Page upload = visitor.follow(new Multipart(visitor).send(kind, "again.xlsx", file.bytes()));
            assertThat(upload.html().select("td .st.done, td .st.going, td .st.late")).as(kind + upload.text())
                    .isEmpty();
            assertThat(upload.html().select("td .st.waived")).as(kind).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void badRowsComeBackWithTheirReasonGoodOnesGoInAndAllOfItCanBeTakenBack(Visitor visitor) {
        administrator(visitor);
        String before = visitor.get("/tables/schools/rows.csv").text();
        byte[] file = """
                全区学校一览（2024年）,,,
                校名*（必填）,所在地,类别,标识码
                示例新校甲,农村,完小,2133999901
                示例新校乙,火星,完小,2133999902
                示例新校丙,农村,完小,2133999901
                示例新校甲,农村,完小,2133999901
                ,农村,完小,
                示例新校丁,城区,小学,213399
                """.getBytes(Charset.forName("GB18030"));
        Page upload = visitor.follow(new Multipart(visitor).send("schools", "学校.csv", file));
        assertThat(upload.html().select("td .st.done")).hasSize(1);
        assertThat(upload.html().select("td .st.waived")).hasSize(1);
        assertThat(upload.html().select("td .st.late")).hasSize(4);
        assertThat(upload.text()).contains("火星").contains("2133999901 已经是 示例新校甲 的");
        String here = upload.address().getPath();
        String returned = visitor.get(here + "/returned.csv").text();
        assertThat(returned.lines().toList()).hasSize(5);
        assertThat(returned).contains("示例新校乙").contains("城区、城镇、乡村").doesNotContain("示例新校甲,农村");

        Page done = visitor.submit(upload, "form[action$=/acceptance]", Map.of());
        assertThat(done.status()).isEqualTo(303);
        assertThat(visitor.get("/tables/schools/rows.csv").text()).contains("示例新校甲");
        Page twice = visitor.submit(upload, "form[action$=/acceptance]", Map.of());
        assertThat(twice.location()).as("a second press gets the same answer").isEqualTo(done.location());
        assertThat(visitor.get("/tables/schools/rows.csv").text().split("示例新校甲", -1)).hasSize(2 + 1);

        Page shown = visitor.get(here);
        Page undone = visitor.submit(shown, "form[action$=/withdrawal]", Map.of());
        assertThat(undone.status()).isEqualTo(303);
        assertThat(visitor.get("/tables/schools/rows.csv").text()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void whatIsUsedElsewhereCannotBeTakenBack(Visitor visitor) {
        administrator(visitor);
        Page list = visitor.get("/tables");
        String address = list.html().select("table.tb tr:contains(communities.) a").attr("href");
        Page upload = visitor.get(address);
        Page refused = visitor.submit(upload, "form[action$=/withdrawal]", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(visitor.get("/tables/communities/rows.csv").text().lines().toList()).hasSize(6);
    }

    @Test
    @Order(5)
    void aHeadingOnceMappedIsUnderstoodTheNextTime(Visitor visitor) {
        administrator(visitor);
        byte[] file = "停课的那一天,名称\n2024-12-31,示例停课".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Page upload = visitor.follow(new Multipart(visitor).send("closed-days", "停课.csv", file));
        assertThat(upload.html().select("td .st.late")).hasSize(1);
        Page mapped = visitor.follow(
                visitor.submit(upload, "form[action$=/mapping]", Map.of("column.day", "0", "column.name", "1")));
        assertThat(mapped.html().select("td .st.done")).hasSize(1);
        Page again = visitor.follow(new Multipart(visitor).send("closed-days", "停课2.csv", file));
        assertThat(again.html().select("td .st.done")).hasSize(1);
    }

    @Test
    @Order(6)
    void aFileThatIsNoTableIsAnsweredInWordsAndLeavesNothing(Visitor visitor) {
        administrator(visitor);
        Page refused = new Multipart(visitor).send("schools", "旧.xls",
                new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("旧.xls").contains("另存为");
        assertThat(visitor.get("/tables").text()).doesNotContain("旧.xls");
    }

    /** A lesson, a plan, a day outside the calendar, a row of no kind; the lesson alone moves what is done. */
    @Test
    @Order(8)
    void occasionsShowWhatTheyMoveCountOnceAndAreTakenBackAsAWhole(Visitor visitor) {
        administrator(visitor);
        SampleWorld.Community community = world.communities().getFirst();
        String rows = """
                日期\t记录学校\t类型\t节数\t在哪所学校\t带队学校\t教师\t身份\t学科\t年级\t课题
                2024-10-16\tL\t示范课\t1\tM\tL\t示例教师乙\t骨干\t数学\t五\t分数
                2024-12-11\tL\t示范课\t1\tM\tL\t示例教师乙\t骨干\t数学\t五\t计划
                2035-10-16\tL\t示范课\t1\tM\tL\t示例教师乙\t骨干\t数学\t五\t太远
                2024-10-17\tL\t没有这种\t1\tM\tL\t示例教师乙\t骨干\t数学\t五\t分数
                """;
        byte[] file = rows.replace("L", community.lead()).replace("M", community.members().getFirst())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String before = visitor.get("/board.csv?term=2024-2025-1").text();
        Page upload = visitor.follow(new Multipart(visitor).send("occasions", "活动.csv", file));
        assertThat(upload.html().select("td .st.done")).as(upload.text()).hasSize(2);
        assertThat(upload.html().select("td .st.late")).hasSize(2);
        assertThat(upload.html().select("details.kc li:contains(示范课)").text()).as("what moves").contains("→");
        Page done = visitor.submit(upload, "form[action$=/acceptance]", Map.of());
        assertThat(done.status()).isEqualTo(303);
        assertThat(visitor.follow(done).text()).contains("项责任随之变动");
        assertThat(visitor.get("/board.csv?term=2024-2025-1").text()).isNotEqualTo(before);
        Page again = visitor.follow(new Multipart(visitor).send("occasions", "活动.csv", file));
        assertThat(again.html().select("td .st.waived")).as("it is there once").hasSize(2);
        assertThat(again.html().select("td .st.done")).isEmpty();
        Page shown = visitor.get(upload.address().getPath());
        assertThat(visitor.submit(shown, "form[action$=/withdrawal]", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get("/board.csv?term=2024-2025-1").text()).isEqualTo(before);
        Page anew = visitor.follow(new Multipart(visitor).send("occasions", "活动.csv", file));
        assertThat(anew.html().select("td .st.done")).as("what was taken back may come again").hasSize(2);
    }

    /** At the point in period 1, when the same teacher is at the main place: the school's other row does no harm. */
    @Test
    @Order(7)
    void aTeacherAtTwoPlacesAtOnceIsAnErrorOfTheRow(Visitor visitor) {
        administrator(visitor);
        List<List<String>> lessons = Objects.requireNonNull(tables().get("timetables")).rows();
        List<String> first = lessons.getFirst();
        String file = "学期,学校,校区,班级,星期,节次,学科,教师\n" + String.join(",", "2024-2025-1", first.get(1), "示例东山教学点",
                "一1班", "周一", "1", "语文", first.getLast()) + "\n";
        Page upload = visitor.follow(new Multipart(visitor).send("timetables", "课表.csv",
                file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(upload.html().select("td .st.late")).hasSize(1);
        assertThat(upload.text()).contains("三年级1班").contains("两处只能留一处");
    }

    /** Reviews are never deleted, and yet an import of them can be taken back, and come again. */
    @Test
    @Order(9)
    void registersAreTakenBackAndComeAgain(Visitor visitor) {
        administrator(visitor);
        for (String kind : List.of("weak-measures", "weak-reviews", "lesson-pairs")) {
            byte[] rows = visitor.get("/tables/" + kind + "/rows.csv").bytes();
            String list = visitor.get("/tables").html().select("table.tb tr:contains(" + kind + ".) a").attr("href");
            Page undone = visitor.submit(visitor.get(list), "form[action$=/withdrawal]", Map.of());
            assertThat(undone.status()).as(kind + undone.text()).isEqualTo(303);
            assertThat(visitor.get("/tables/" + kind + "/rows.csv").text().lines().count()).as(kind).isEqualTo(1);
            Page again = visitor.follow(new Multipart(visitor).send(kind, "again.csv", rows));
            assertThat(again.html().select("td .st.late, td .st.waived")).as(kind + again.text()).isEmpty();
            assertThat(visitor.submit(again, "form[action$=/acceptance]", Map.of()).status()).isEqualTo(303);
            assertThat(visitor.get("/tables/" + kind + "/rows.csv").bytes()).isEqualTo(rows);
        }
    }

    /** Outcomes of goals: a row that names what is told from records stays out, a second file corrects, taking back says so. */
    @Test
    @Order(10)
    void outcomesComeInAreCorrectedAndTakenBack(Visitor visitor) {
        administrator(visitor);
        String heads = "目标,谁的,测的日子,数值,标准误,人数,自由度,来源\n";
        String good = "省监测全省中上水平,,2024.6.18,%s,3.1,1240,,反馈报告第3页\n";
        Page upload = visitor.follow(new Multipart(visitor).send("outcomes", "结果.csv",
                (heads + good.formatted("7") + "教学管理水平,,2024.6.18,90,,,,自评\n省监测全省中上水平,龙津实验学校教学共同体,2024.6.18,3,,,,报告\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(upload.html().select("td .st.done")).as(upload.text()).hasSize(1);
        assertThat(upload.text()).contains("由记录算出").contains("不按这里分开说");
        assertThat(visitor.submit(upload, "form[action$=/acceptance]", Map.of()).status()).isEqualTo(303);
        Page changed = visitor.follow(new Multipart(visitor).send("outcomes", "更正.csv",
                (heads + good.formatted("-7.50")).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(visitor.submit(changed, "form[action$=/acceptance]", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get("/tables/outcomes/rows.csv").text())
                .contains("省监测全省中上水平,,2024-06-18,'-7.5,3.1,1240,,反馈报告第3页");
        assertThat(visitor.get("/goals?round=2").text()).contains("−7.5 分");
    }
}
