package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.register.Author;
import org.jiaogongti.platform.register.GraduationChanges;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.Requirement.What;
import org.jiaogongti.platform.register.RevisionSheet;
import org.jiaogongti.platform.register.RevisionWeek;
import org.jiaogongti.platform.register.RevisionWeek.Slot;
import org.springframework.stereotype.Component;

/**
 * Invented graduation years: requirements met, answered, of two views, overdue, to come and withdrawn; a revision calendar with a
 * row replaced; sheets that some schools took. The last community has written nothing yet.
 */
@Component
final class GraduationLoad {

    private static final String YEAR = "2024-2025";
    private static final LocalDate SET = LocalDate.of(2024, 9, 9);

    private final GraduationChanges changes;

    GraduationLoad(GraduationChanges changes) {
        this.changes = changes;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Told told = new Told(world, keys, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
        world.communities().subList(0, world.communities().size() - 1).forEach(told::community);
        changes.setUp(new GraduationChanges.Past(told.requirements(), told.steps(), told.weeks(), told.sheets(),
                told.sheetSteps()), new Author(keys.accountOf("示例职员01"), "示例职员01"));
    }

    /** What has been written so far. */
    private record Told(SampleWorld world, SampleKeys keys, List<Requirement> requirements,
            List<Requirement.Step> steps,
            List<RevisionWeek> weeks, List<RevisionSheet> sheets, List<RevisionSheet.Step> sheetSteps) {

        void community(SampleWorld.Community community) {
            String lead = community.lead();
            String first = community.members().get(0);
            String second = community.members().get(1);
            Requirement books = requirement(community, first, "六年级教研组按共同体的复习安排备课，每周一起备一次，备课本留在学校", "2024-10-25");
            say(books, What.DONE, "每周二下午一起备课，已经备了 6 次。", "2024-10-23", first);
            say(books, What.MET, "看了备课本，和说的一样。", "2024-10-28", lead);
            Requirement slow = requirement(community, second, "六年级教研组按共同体的复习安排备课，每周一起备一次，备课本留在学校", "2024-10-25");
            say(slow, What.DONE, "已经按安排备课。", "2024-10-24", second);
            say(slow, What.PARTLY_MET, "备课本只有 3 次，十月下旬没有。", "2024-10-29", lead);
            requirement(community, second, "把本校六年级教师名单和教研时间报牵头学校，方便排共同备课", "2024-11-08");
            Requirement sheet = requirement(community, first, "用共用的复习单上一节复习课，写下哪几题要调整", "2024-11-15");
            say(sheet, What.PARTLY, "两个班用了，第三个班下周用。", "2024-11-14", first);
            requirement(community, community.members().getLast(), "寒假前理出各学科的复习重点，一科一页", "2025-01-10");
            Requirement withdrawn = requirement(community, second, "统一安排一次六年级限时练习", "2024-11-29");
            say(withdrawn, What.WITHDRAWN, "跨校的同步检测不再办，改用共用的复习单。", "2024-09-20", lead);
            calendar(community);
        }

        private Requirement requirement(SampleWorld.Community community, String school, String words, String due) {
            Requirement requirement = new Requirement(SampleIds.of(SET, "requirement " + school + words),
                    community.id(), YEAR, keys.of(school), words, LocalDate.parse(due), SET, office(community.lead()),
                    List.of());
            requirements.add(requirement);
            return requirement;
        }

        private void say(Requirement requirement, What what, String words, String on, String school) {
            LocalDate day = LocalDate.parse(on);
            steps.add(new Requirement.Step(SampleIds.of(day, "requirement step " + what + requirement.id()),
                    requirement.id(), what, words, day, day, office(school)));
        }

        private void calendar(SampleWorld.Community community) {
            String lead = community.lead();
            String first = community.members().get(0);
            week(community, SET, 6, "数学", "分数乘法和比", lead);
            week(community, SET, 6, "语文", "民间故事单元整理", first);
            week(community, SET, 12, "数学", "圆的周长和面积", lead);
            week(community, SET.plusDays(40), 12, "数学", "圆：周长、面积和组合图形", first);
            week(community, SET, 12, "科学", "能量的转换", lead);
            week(community, SET, 18, "语文", "古诗文和习作整理", lead);
            RevisionSheet shared = sheet(community, 6, "数学", "分数乘法和比复习单", "2024-10-08");
            taken(shared, lead);
            taken(shared, first);
            sheet(community, 12, "数学", "圆的复习单（纸质）", "2024-11-18");
        }

        private void week(SampleWorld.Community community, LocalDate on, int week, String subject, String content,
                String leads) {
            weeks.add(new RevisionWeek(SampleIds.of(on, "revision " + week + subject + community.id()),
                    new Slot(community.id(), SampleCalendar.CURRENT, week, subject), content, keys.of(leads), on,
                    office(community.lead())));
        }

        private RevisionSheet sheet(SampleWorld.Community community, int week, String subject, String title,
                String on) {
            LocalDate day = LocalDate.parse(on);
            RevisionSheet sheet = new RevisionSheet(SampleIds.of(day, "revision sheet " + title + community.id()),
                    new Slot(community.id(), SampleCalendar.CURRENT, week, subject), title, day,
                    office(community.lead()), List.of());
            sheets.add(sheet);
            return sheet;
        }

        private void taken(RevisionSheet sheet, String school) {
            UUID taker = keys.of(school);
            sheetSteps.add(new RevisionSheet.Step(SampleIds.of(sheet.on(), "sheet taken " + taker + sheet.id()),
                    sheet.id(), taker, RevisionSheet.What.TAKEN, sheet.on(), office(school)));
        }

        private String office(String school) {
            return world.people().stream()
                    .filter(person -> school.equals(person.school()) && person.rank() == Rank.PRINCIPAL)
                    .map(SampleWorld.Person::name).findFirst().orElse("示例校长01");
        }
    }
}
