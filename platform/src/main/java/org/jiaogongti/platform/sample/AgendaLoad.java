package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.History;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.springframework.stereotype.Component;

/**
 * Open lessons still to come, which no duty counts: one whose teacher is asked for in two places, one in a class that has
 * another subject then, two in one room, one called off, and a day with more than a month's cell can show.
 */
@Component
final class AgendaLoad {

    private static final String FIRST = "居敬小学";
    private static final String SECOND = "育才学校";
    private static final String ROOM = "录播教室";
    private static final LocalDate ENTERED = LocalDate.of(2024, 11, 15);

    private final History history;

    AgendaLoad(History history) {
        this.history = history;
    }

    void load(SampleWorld world, SampleKeys keys) {
        if (world.date().isBefore(ENTERED)) {
            return;
        }
        Teller teller = new Teller(world, keys, new ArrayList<>());
        List<Person> teachers = world.people().stream()
                .filter(person -> FIRST.equals(person.school()) && person.subject() != null).toList();
        Person twice = teachers.getFirst();
        teller.tell(new Lesson(LocalDate.of(2024, 12, 10), "am-2", FIRST, twice, "五年级1班", "一题多解"), State.PLANNED);
        teller.tell(new Lesson(LocalDate.of(2024, 12, 10), "am-2", SECOND, twice, "五年级1班", "送一节公开课"), State.PLANNED);
        teller.tell(new Lesson(LocalDate.of(2024, 12, 11), "pm-1", FIRST, teachers.get(1), ROOM, "说课录像"),
                State.PLANNED);
        teller.tell(new Lesson(LocalDate.of(2024, 12, 11), "pm-1", FIRST, teachers.get(2), ROOM, "片段教学录像"),
                State.PLANNED);
        teller.tell(new Lesson(LocalDate.of(2024, 12, 12), "am-3", FIRST, teachers.get(3), "四年级2班", "复习课怎么上"),
                State.CANCELLED);
        for (int i = 0; i < 6; i++) {
            teller.tell(new Lesson(LocalDate.of(2024, 12, 13), "", FIRST, teachers.get(i), "", "家长开放日"),
                    State.PLANNED);
        }
        history.takeOver(Actor.system(), teller.told());
    }

    private record Lesson(LocalDate date, String part, String host, Person teacher, String room, String topic) {}

    private record Teller(SampleWorld world, SampleKeys keys, List<History.Told> told) {

        void tell(Lesson lesson, State state) {
            String clerk = world.people().stream().filter(person -> person.posts().stream()
                    .anyMatch(post -> post.kind() == SampleWorld.PostKind.SCHOOL_CLERK && FIRST.equals(post.school())))
                    .findFirst().orElseThrow(() -> new IllegalStateException(FIRST + " has no clerk.")).name();
            String community = world.communities().stream().filter(each -> each.lead().equals(FIRST)).findFirst()
                    .orElseThrow(() -> new IllegalStateException(FIRST + " leads no community.")).name();
            Said said = new Said(lesson.date(), lesson.part(), keys.of(community), keys.of(FIRST),
                    keys.of(lesson.host()), keys.of(FIRST), null, List.of(lesson.teacher().name()),
                    List.of(new Part("open-lesson", 1)), lesson.teacher().subject(), List.of(), lesson.room(),
                    lesson.topic(), Map.of(), Map.of("open-to", new FieldValue.Words("本共同体")), List.of(), null);
            UUID id = SampleIds.of(ENTERED, "agenda " + lesson.date() + lesson.host() + lesson.teacher().name());
            List<Step> steps = new ArrayList<>(List.of(step(What.RECORDED, "", clerk, ENTERED)));
            if (state == State.CANCELLED) {
                steps.add(step(What.CANCELLED, "授课教师外出培训", clerk, ENTERED.plusDays(4)));
            }
            told.add(new History.Told(new Occasion(id, steps.size(), said, state, false,
                    new Entry(keys.accountOf(clerk), clerk, RecordLoad.instant(ENTERED.atTime(15, 40)), ENTERED,
                            ENTERED),
                    null, null, List.of()), steps));
        }

        private Step step(What what, String words, String by, LocalDate day) {
            return new Step(what, null, words, keys.accountOf(by), by, day, RecordLoad.instant(day.atTime(15, 40)));
        }
    }
}
