package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.activity.Announcement;
import org.jiaogongti.platform.activity.Announcement.Audience;
import org.jiaogongti.platform.activity.Announcement.Entry;
import org.jiaogongti.platform.activity.Announcement.What;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.model.LifeLine.Mark;
import org.jiaogongti.platform.activity.model.LifeLine.Stage;
import org.jiaogongti.platform.activity.model.SigningUp.Answer;
import org.jiaogongti.platform.activity.model.SigningUp.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may sign up on which day, and how far an occasion is. */
class SigningUpTest {

    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 12, 4);
    private static final Who TEACHER = new Who(ID, ID, false, Set.of("科学"), false);

    private static Occasion occasion(State state) {
        Occasion.Said said = new Occasion.Said(DAY, "", ID, ID, ID, ID, null, List.of(),
                List.of(new Occasion.Part("research-activity", 1)), "科学", List.of(), "", "", Map.of());
        return new Occasion(ID, 1, said, state, false,
                new Occasion.Entry(ID, "示例", Instant.EPOCH, DAY.minusDays(20), DAY.minusDays(20)), null, null,
                List.of());
    }

    private static Announcement announced(What what, Entry entry, Audience audience) {
        return new Announcement(1, what, entry, audience, 3, DAY.minusDays(1), "", ID, "示例", DAY.minusDays(9),
                Instant.EPOCH);
    }

    private static Answer answer(@Nullable Announcement announcement, Who who, int daysBefore) {
        return SigningUp.answer(occasion(State.PLANNED), announcement, who, DAY.minusDays(daysBefore));
    }

    @Test
    void aTeacherOfTheCommunitySignsUpUntilTheLastDay() {
        Announcement open = announced(What.ANNOUNCED, Entry.OPEN, Audience.COMMUNITY);
        assertThat(answer(open, TEACHER, 1)).isEqualTo(Answer.MAY);
        assertThat(answer(open, TEACHER, 0)).isEqualTo(Answer.CLOSED);
        assertThat(answer(open, TEACHER, -1)).isEqualTo(Answer.OVER);
        assertThat(answer(open, new Who(ID, null, false, Set.of("科学"), false), 5)).isEqualTo(Answer.ELSEWHERE);
        assertThat(answer(open, new Who(null, null, false, Set.of(), false), 5)).isEqualTo(Answer.NOBODY);
        assertThat(answer(open, new Who(ID, ID, false, Set.of(), true), -9)).isEqualTo(Answer.LISTED);
    }

    @Test
    void aResearcherComesForNoSchoolAndInTheirSubject() {
        Who researcher = new Who(ID, null, true, Set.of("科学"), false);
        assertThat(answer(announced(What.ANNOUNCED, Entry.OPEN, Audience.COMMUNITY), researcher, 1))
                .isEqualTo(Answer.MAY);
        Announcement subject = announced(What.ANNOUNCED, Entry.OPEN, Audience.SUBJECT);
        assertThat(answer(subject, researcher, 1)).isEqualTo(Answer.MAY);
        assertThat(answer(subject, new Who(ID, null, true, Set.of("数学"), false), 1)).isEqualTo(Answer.OTHER_SUBJECT);
    }

    @Test
    void anAnnouncementCanBeNarrowAndCanBeTakenBack() {
        Announcement subject = announced(What.ANNOUNCED, Entry.OPEN, Audience.SUBJECT);
        assertThat(answer(subject, TEACHER, 5)).isEqualTo(Answer.MAY);
        assertThat(answer(subject, new Who(ID, ID, false, Set.of("数学"), false), 5)).isEqualTo(Answer.OTHER_SUBJECT);
        assertThat(answer(announced(What.ANNOUNCED, Entry.INVITED, Audience.COMMUNITY), TEACHER, 5))
                .isEqualTo(Answer.BY_INVITATION);
        assertThat(answer(announced(What.TAKEN_BACK, Entry.OPEN, Audience.COMMUNITY), TEACHER, 5))
                .isEqualTo(Answer.NOT_ANNOUNCED);
        assertThat(answer(null, TEACHER, 5)).isEqualTo(Answer.NOT_ANNOUNCED);
        for (State gone : List.of(State.HELD, State.CANCELLED, State.WITHDRAWN)) {
            assertThat(SigningUp.answer(occasion(gone), subject, TEACHER, DAY.minusDays(5))).isEqualTo(Answer.OVER);
        }
    }

    private static Step step(Step.What what, int daysBefore) {
        return new Step(what, null, "", ID, "示例" + what.name(), DAY.minusDays(daysBefore), Instant.EPOCH);
    }

    private static List<String> line(State state, int counted, Step... steps) {
        return LifeLine.of(occasion(state), List.of(steps), counted).stream()
                .map(each -> each.stage() + " " + each.mark()).toList();
    }

    @Test
    void theLineGoesFromThePlanToWhatItCountsFor() {
        Step planned = step(Step.What.RECORDED, 20);
        Step announced = step(Step.What.ANNOUNCED, 9);
        assertThat(line(State.PLANNED, 0, planned)).containsExactly("PLANNED DONE", "ANNOUNCED NEXT", "HELD LATER",
                "RECORDED LATER", "COUNTED LATER");
        assertThat(line(State.PLANNED, 0, planned, announced)).containsExactly("PLANNED DONE", "ANNOUNCED DONE",
                "HELD NEXT", "RECORDED LATER", "COUNTED LATER");
        assertThat(line(State.PLANNED, 0, planned, announced, step(Step.What.UNANNOUNCED, 8))).startsWith(
                "PLANNED DONE", "ANNOUNCED NEXT");
        assertThat(line(State.HELD, 2, planned, announced, step(Step.What.HELD, 0))).containsExactly("PLANNED DONE",
                "ANNOUNCED DONE", "HELD DONE", "RECORDED DONE", "COUNTED DONE");
        assertThat(line(State.HELD, 0, step(Step.What.RECORDED, -1))).containsExactly("HELD DONE", "RECORDED DONE",
                "COUNTED STOPPED");
        assertThat(line(State.CANCELLED, 0, planned, announced, step(Step.What.CANCELLED, 1))).containsExactly(
                "PLANNED DONE", "ANNOUNCED DONE", "CANCELLED STOPPED");
        assertThat(LifeLine.of(occasion(State.HELD), List.of(planned, step(Step.What.HELD, 0)), 1))
                .filteredOn(each -> each.stage() == Stage.RECORDED && each.mark() == Mark.DONE)
                .extracting(LifeLine::actorName).containsExactly("示例HELD");
    }
}
