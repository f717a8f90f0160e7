package org.jiaogongti.platform.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.History;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.sample.SampleOccasion.Recorded;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was held and planned, with all that was said about it. */
@Component
final class RecordLoad {

    private final History history;

    RecordLoad(History history) {
        this.history = history;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Map<UUID, SampleOccasion> joined = new LinkedHashMap<>();
        for (SampleOccasion occasion : world.occasions()) {
            if (occasion.joined() != null) {
                joined.put(occasion.joined().with(), occasion);
            }
        }
        history.takeOver(Actor.system(), world.occasions().stream()
                .map(occasion -> told(occasion, joined.get(occasion.id()), keys)).toList());
    }

    /** The school whose record it is: the leading one, unless the host told its own side. */
    static String side(SampleOccasion occasion) {
        boolean byHost = occasion.recordedByHost();
        return byHost ? occasion.host() : occasion.ledBy();
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessClock.ZONE).toInstant();
    }

    private static History.Told told(SampleOccasion held, @Nullable SampleOccasion twin, SampleKeys keys) {
        LocalDateTime entered = entered(held);
        String by = held.recorded() == null ? held.leader() : held.recorded().by();
        LocalDate day = entered.toLocalDate();
        Recorded recorded = held.recorded();
        String behalf = recorded == null ? null : recorded.onBehalfOf();
        SampleOccasion.Joined joined = held.joined();
        Occasion occasion = new Occasion(held.id(), 1, said(held, keys), state(held),
                held.state() == org.jiaogongti.charter.OccasionState.DISPUTED,
                new Entry(keys.accountOf(by), by, instant(entered), day, day), joined == null ? null : joined.with(),
                behalf == null ? null : new Behalf(keys.of(behalf), Role.BUREAU_CLERK.name()), List.of(),
                new Papers(held.filedOn(), held.approvedOn()));
        return new History.Told(occasion, steps(held, twin, keys, entered, by));
    }

    private static LocalDateTime entered(SampleOccasion held) {
        if (held.recorded() != null) {
            return held.recorded().at();
        }
        LocalDateTime announced = held.announced();
        if (announced == null) {
            throw new IllegalStateException("Nobody entered " + held);
        }
        return announced;
    }

    private static State state(SampleOccasion held) {
        if (held.isWithdrawn()) {
            return State.WITHDRAWN;
        }
        return held.ended() != null ? State.CANCELLED : held.recorded() == null ? State.PLANNED : State.HELD;
    }

    static Said said(SampleOccasion held, SampleKeys keys) {
        Map<UUID, Integer> participants = new LinkedHashMap<>();
        held.participants().forEach((school, people) -> participants.put(keys.of(school), people));
        SampleOccasion.Part main = held.parts().getFirst();
        return new Said(held.date(), slot(held.slot()), keys.of(held.community()), keys.of(side(held)),
                keys.of(held.host()), keys.of(held.ledBy()), held.rank(), List.of(held.leader()),
                held.parts().stream().map(part -> new Part(part.kind(), part.lessons())).toList(), main.subject(),
                main.grades(), held.schoolClass(), held.topic(), participants).at(SampleSites.site(held, keys));
    }

    /** 上午第2节 is {@code am-2}. */
    private static String slot(@Nullable String slot) {
        return slot == null ? "" : (slot.startsWith("上午") ? "am-" : "pm-") + slot.charAt(3);
    }

    private static List<Step> steps(SampleOccasion held, @Nullable SampleOccasion twin, SampleKeys keys,
            LocalDateTime entered, String by) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(What.RECORDED, null, "", by, entered, keys));
        if (held.answer() != null) {
            steps.add(step(held.answer().agrees() ? What.CAME : What.NOT_SO, keys.of(answering(held)),
                    held.answer().words(), held.answer().by(), held.answer().at(), keys));
        }
        if (held.settled() != null) {
            boolean bureau = held.settled().byBureau();
            steps.add(step(bureau ? What.STANDS : What.CAME, bureau ? null : keys.of(answering(held)), "",
                    bureau ? clerkBesides(by) : held.settled().by(), held.settled().at(), keys));
        }
        if (twin != null && twin.joined() != null && twin.recorded() != null) {
            steps.add(step(What.JOINED, keys.of(side(twin)), "", twin.recorded().by(), twin.joined().at(), keys));
        }
        if (held.ended() != null) {
            steps.add(step(held.isWithdrawn() ? What.WITHDRAWN : What.CANCELLED, null, held.ended().reason(),
                    held.ended().by(), held.ended().at(), keys));
        }
        return steps;
    }

    /** Nobody decides about their own entry, and one clerk records on behalf of schools. */
    private static String clerkBesides(String recorder) {
        return recorder.equals("示例职员01") ? "示例职员02" : "示例职员01";
    }

    /** The other one of host and leading school. */
    private static String answering(SampleOccasion held) {
        return side(held).equals(held.host()) ? held.ledBy() : held.host();
    }

    private static Step step(What what, @Nullable UUID school, String words, String by, LocalDateTime at,
            SampleKeys keys) {
        return new Step(what, school, words, keys.accountOf(by), by, at.toLocalDate(), instant(at));
    }
}
