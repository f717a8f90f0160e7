package org.jiaogongti.platform.activity.model;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;

/** Two people changed the same occasion: where they differ, matter by matter, and what comes of choosing. */
public final class Conflict {

    private Conflict() {}

    /** What is chosen as a whole: fields that make sense only together. A field of a kind would be refused without it. */
    public enum Matter {
        DATE, HOST, LEADER, PEOPLE, KIND, SUBJECT, TOPIC, PARTICIPANTS, ALSO_IN
    }

    private static boolean alike(Matter matter, Said a, Said b) {
        return switch (matter) {
            case DATE -> a.date().equals(b.date()) && a.dayPart().equals(b.dayPart());
            case HOST -> Objects.equals(a.host(), b.host()) && Objects.equals(a.site(), b.site());
            case LEADER -> Objects.equals(a.leader(), b.leader()) && a.leaderRank() == b.leaderRank();
            case PEOPLE -> a.people().equals(b.people());
            case KIND -> a.mainKind().equals(b.mainKind()) && sameTicks(a.parts(), b.parts())
                    && a.fields().equals(b.fields());
            case SUBJECT -> Objects.equals(a.subject(), b.subject()) && sameTicks(a.grades(), b.grades())
                    && a.className().equals(b.className());
            case TOPIC -> a.topic().equals(b.topic());
            case PARTICIPANTS -> a.participants().equals(b.participants());
            case ALSO_IN -> sameTicks(a.alsoIn(), b.alsoIn());
        };
    }

    /** The order in which somebody ticked says nothing. */
    private static boolean sameTicks(List<?> some, List<?> others) {
        return new HashSet<>(some).equals(new HashSet<>(others));
    }

    /** The matters in which they differ; none where the second sending of a form finds its own words. */
    public static Set<Matter> between(Said mine, Said theirs) {
        Set<Matter> different = EnumSet.allOf(Matter.class);
        different.removeIf(matter -> alike(matter, mine, theirs));
        return different;
    }

    /** My entry with the chosen matters as the other one has them. */
    public static OccasionEntry taking(OccasionEntry mine, OccasionEntry theirs, Set<Matter> chosen) {
        OccasionEntry day = chosen.contains(Matter.DATE) ? theirs : mine;
        OccasionEntry place = chosen.contains(Matter.HOST) ? theirs : mine;
        OccasionEntry lead = chosen.contains(Matter.LEADER) ? theirs : mine;
        OccasionEntry went = chosen.contains(Matter.PEOPLE) ? theirs : mine;
        OccasionEntry done = chosen.contains(Matter.KIND) ? theirs : mine;
        OccasionEntry lesson = chosen.contains(Matter.SUBJECT) ? theirs : mine;
        return new OccasionEntry(mine.token(), mine.school(), day.date(), day.dayPart(), place.host(), lead.leader(),
                lead.leaderRank(), went.people(), done.mainKind(), done.lessons(), lesson.subject(), lesson.grades(),
                lesson.className(), (chosen.contains(Matter.TOPIC) ? theirs : mine).topic(),
                (chosen.contains(Matter.PARTICIPANTS) ? theirs : mine).participants(), done.fields(),
                (chosen.contains(Matter.ALSO_IN) ? theirs : mine).alsoIn(), mine.same());
    }
}
