package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.Category;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.Purposes;
import org.jiaogongti.platform.purpose.Purposes.Registered;
import org.jiaogongti.platform.purpose.Terms;
import org.jiaogongti.platform.purpose.Terms.Basis;
import org.jiaogongti.platform.purpose.Terms.Keeping;
import org.springframework.stereotype.Component;

/** Two purposes: one in force by a duty by law, one that needs consent and waits for its second person. No pupil, no consent. */
@Component
final class PurposeLoad {

    private static final String ADMIN = "示例管理员01";
    private static final String LEADER = "示例领导01";

    private final Purposes purposes;

    PurposeLoad(Purposes purposes) {
        this.purposes = purposes;
    }

    void load(SampleWorld world, SampleKeys keys) {
        LocalDate today = world.date();
        Actor admin = office(ADMIN, Role.BUREAU_ADMIN, keys);
        Actor leader = office(LEADER, Role.BUREAU_LEADER, keys);
        done(purposes.confirm(leader, done(purposes.propose(admin, survey(today)))));
        done(purposes.propose(admin, tutoring(today)));
    }

    private static Actor office(String name, Role role, SampleKeys keys) {
        return new Actor(keys.accountOf(name), keys.of(name), name, Set.of(Posting.inDistrict(role)));
    }

    private static UUID done(Registered outcome) {
        return switch (outcome) {
            case Registered.Done done -> done.id();
            case Registered.Refused refused ->
                throw new IllegalStateException("A purpose of the sample world was refused: " + refused.problems());
        };
    }

    private static Terms survey(LocalDate today) {
        return new Terms("质量监测抽样结果分析", """
                分析上级组织的义务教育质量监测的抽样结果，了解各校在课程标准各部分的达成情况，用来改进教学和安排教研。
                不用来评价教师，不给学生和学校排名，不向学生和家长反馈个人结果。""",
                Set.of(Category.GRADE_AND_CLASS, Category.RESPONSE),
                new Basis(Ground.STATUTE, "《中华人民共和国义务教育法》第八条", "个人信息保护影响评估报告（示例）〔2024〕1 号", today.minusDays(68),
                        LEADER),
                Set.of(Role.BUREAU_LEADER, Role.RESEARCHER), new Keeping(365, "本次监测的分析报告印发后"), """
                        您的孩子可能被抽中参加上级组织的质量监测。结果不记姓名，只用来了解全区和各校的教学情况，不影响孩子的评价。""",
                today.minusDays(50), null);
    }

    private static Terms tutoring(LocalDate today) {
        return new Terms("薄弱知识点个别辅导", """
                根据本校作业和期末考试的逐题情况，找出孩子还没有掌握的知识点，由任课教师安排个别辅导。
                只供任课教师使用，不排名，不公布，不用于招生和评优。""",
                Set.of(Category.GRADE_AND_CLASS, Category.NAME, Category.RESPONSE, Category.WORK),
                new Basis(Ground.CONSENT, "", "个人信息保护影响评估报告（示例）〔2024〕3 号", today.minusDays(6), LEADER),
                Set.of(Role.TEACHER), new Keeping(60, "本学期结束后"), """
                        老师想根据孩子的作业和试卷，找出还没有掌握的地方，给孩子安排有针对性的辅导。要不要参加由您决定。""",
                today.plusDays(82), today.plusDays(226));
    }
}
