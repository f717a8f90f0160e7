package org.jiaogongti.platform.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.OccasionLives;
import org.jiaogongti.platform.activity.OccasionLives.Came;
import org.jiaogongti.platform.activity.OccasionLives.By;
import org.jiaogongti.platform.activity.OccasionLives.Life;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Roster;
import org.springframework.stereotype.Component;

/** What becomes of planned occasions until they are held: who is invited. */
@Component
final class LifeLoad {

    private final OccasionLives lives;
    private final Groups groups;

    LifeLoad(OccasionLives lives, Groups groups) {
        this.lives = lives;
        this.groups = groups;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Map<UUID, Roster> rosters = groups.all(world.date()).stream()
                .collect(Collectors.toMap(roster -> roster.community().id(), Function.identity()));
        lives.takeOver(world.occasions().stream()
                .filter(each -> each.state() == OccasionState.PLANNED && each.announced() != null)
                .map(each -> new Life(each.id(), invited(each, keys, rosters))).toList());
    }

    /** The subject's guidance group comes to what is planned together. */
    private static List<Came> invited(SampleOccasion planned, SampleKeys keys, Map<UUID, Roster> rosters) {
        SampleOccasion.Part main = planned.parts().getFirst();
        String subject = main.subject();
        Roster roster = rosters.get(keys.of(planned.community()));
        boolean together = Stream.of("joint-planning", "research-activity").anyMatch(main.kind()::equals);
        if (subject == null || roster == null || !together) {
            return List.of();
        }
        LocalDateTime at = Objects.requireNonNull(planned.announced()).plusMinutes(12);
        By host = new By(keys.accountOf(planned.leader()), at.toLocalDate(), RecordLoad.instant(at));
        return roster.of(Body.GUIDANCE_GROUP).stream().filter(seat -> subject.equals(seat.subject()))
                .map(seat -> new Came(seat.person(), Objects.requireNonNull(seat.school()), Way.INVITED, host, null))
                .toList();
    }
}
