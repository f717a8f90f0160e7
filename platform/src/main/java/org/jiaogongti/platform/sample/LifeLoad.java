package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Announcement;
import org.jiaogongti.platform.activity.Announcement.Audience;
import org.jiaogongti.platform.activity.Announcement.Entry;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.Minute;
import org.jiaogongti.platform.activity.Moved.Spot;
import org.jiaogongti.platform.activity.OccasionLives;
import org.jiaogongti.platform.activity.OccasionLives.By;
import org.jiaogongti.platform.activity.OccasionLives.Came;
import org.jiaogongti.platform.activity.OccasionLives.Life;
import org.jiaogongti.platform.activity.OccasionLives.Shift;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of planned occasions until they are held, and the minutes of those that were: announced with places left, full
 * with a queue, only planned, taken back, moved, called off with people on the list; settled and corrected minutes, and none.
 */
@Component
final class LifeLoad {

    private static final Set<String> TOGETHER = Set.of("joint-planning", "research-activity");
    private static final Set<String> TALKED = Set.of("joint-planning", "research-activity", "leadership-meeting",
            "lecture");
    private static final int WEEKS = 6;
    private static final int TOLD_DAYS = 9;

    private final OccasionLives lives;
    private final Groups groups;

    LifeLoad(OccasionLives lives, Groups groups) {
        this.lives = lives;
        this.groups = groups;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Map<UUID, Roster> rosters = groups.all(world.date()).stream()
                .collect(Collectors.toMap(roster -> roster.community().id(), Function.identity()));
        Telling telling = new Telling(world, keys, rosters);
        world.occasions().stream().filter(each -> !each.isWithdrawn() && each.joined() == null).forEach(telling::tell);
        lives.takeOver(telling.lives);
        lives.tell(Actor.system(), telling.lives, RecordLoad.instant(world.date().minusDays(TOLD_DAYS).atStartOfDay()));
    }

    /** What is told, occasion by occasion; the first of a sort gets the story. */
    private static final class Telling {

        private final SampleWorld world;
        private final SampleKeys keys;
        private final Map<UUID, Roster> rosters;
        private final List<Life> lives = new ArrayList<>();
        private int together;
        private int lessons;
        private int talks;

        Telling(SampleWorld world, SampleKeys keys, Map<UUID, Roster> rosters) {
            this.world = world;
            this.keys = keys;
            this.rosters = rosters;
        }

        void tell(SampleOccasion occasion) {
            LocalDate today = world.date();
            boolean recent = occasion.date().isAfter(today.minusWeeks(WEEKS));
            if (!recent) {
                return;
            }
            String kind = occasion.parts().getFirst().kind();
            if (occasion.state() == OccasionState.HELD && TALKED.contains(kind)) {
                minutes(occasion);
            } else if (occasion.announced() != null && (occasion.state() == OccasionState.PLANNED
                    || occasion.state() == OccasionState.CANCELLED)) {
                if (TOGETHER.contains(kind)) {
                    together(occasion);
                } else {
                    lesson(occasion);
                }
            }
        }

        private By by(String person, LocalDateTime at) {
            return new By(keys.accountOf(person), person, at.toLocalDate(), RecordLoad.instant(at));
        }

        private Announcement announced(int number, SampleOccasion of, Entry entry, Audience audience,
                @Nullable Integer places, String words, By by) {
            return new Announcement(number, Announcement.What.ANNOUNCED, entry, audience, places,
                    of.date().minusDays(1).isBefore(by.on()) ? of.date() : of.date().minusDays(1), words, by.actor(),
                    by.name(), by.on(), by.at());
        }

        private static LocalDateTime at(SampleOccasion occasion) {
            return Objects.requireNonNull(occasion.announced());
        }

        /** The subject's guidance group comes to what is planned together; every fourth was moved by a week. */
        private void together(SampleOccasion occasion) {
            together++;
            By host = by(occasion.leader(), at(occasion).plusMinutes(12));
            boolean research = occasion.parts().getFirst().kind().equals("research-activity");
            Announcement told = announced(1, occasion, research ? Entry.OPEN : Entry.INVITED,
                    research ? Audience.SUBJECT : Audience.COMMUNITY, null, "请带本学期的教案和一份学生作业。", host);
            List<Shift> shifts = together % 4 == 1
                    ? List.of(new Shift(spot(occasion, occasion.date().minusDays(7)), spot(occasion, occasion.date()),
                            "那天全区统一监测，教师走不开", by(occasion.leader(), at(occasion).plusHours(3))))
                    : List.of();
            List<Announcement> announcements = together % 5 == 0 ? List.of() : List.of(told);
            lives.add(new Life(occasion.id(), invited(occasion, host), announcements,
                    announcements.isEmpty() ? List.of() : shifts, List.of(), null));
        }

        private Spot spot(SampleOccasion occasion, LocalDate day) {
            String slot = occasion.slot();
            return new Spot(day, slot == null ? "" : (slot.startsWith("上午") ? "am-" : "pm-") + slot.charAt(3),
                    keys.of(occasion.host()), "");
        }

        private List<Came> invited(SampleOccasion planned, By host) {
            String subject = planned.parts().getFirst().subject();
            Roster roster = rosters.get(keys.of(planned.community()));
            return subject == null || roster == null
                    ? List.of()
                    : roster.of(Body.GUIDANCE_GROUP).stream().filter(seat -> subject.equals(seat.subject()))
                            .map(seat -> new Came(seat.person(), Objects.requireNonNull(seat.school()), Way.INVITED,
                                    host, null))
                            .toList();
        }

        /** Lessons are open: with places left, full, only planned, or taken back, in turn. */
        private void lesson(SampleOccasion occasion) {
            int story = lessons++ % 4;
            By host = by(occasion.leader(), at(occasion).plusMinutes(20));
            if (story == 2) {
                return;
            }
            Announcement told = announced(1, occasion, Entry.OPEN, Audience.COMMUNITY, story == 1 ? 3 : 20,
                    story == 1 ? "教室小，只能坐三位外校老师。" : "到校后先到教务处签到。", host);
            List<Announcement> announcements = new ArrayList<>(List.of(told));
            if (story == 3) {
                By again = by(occasion.leader(), at(occasion).plusHours(20));
                announcements.add(new Announcement(2, Announcement.What.TAKEN_BACK, told.entry(), told.audience(),
                        told.places(), told.until(), "上课的班级还没有定，定了再公布", again.actor(), again.name(), again.on(),
                        again.at()));
            }
            lives.add(new Life(occasion.id(), signedUp(occasion, story == 1 ? 6 : 4, story == 1), announcements,
                    List.of(), List.of(), null));
        }

        /** Teachers of the community's schools, those of the subject first; one of a full list left again. */
        private List<Came> signedUp(SampleOccasion occasion, int number, boolean left) {
            String subject = occasion.parts().getFirst().subject();
            List<String> schools = world.communities().stream()
                    .filter(community -> community.name().equals(occasion.community())).findFirst().orElseThrow()
                    .schools();
            List<Person> people = world.people().stream().filter(person -> person.school() != null
                    && schools.contains(person.school()) && !person.name().equals(occasion.leader())
                    && (subject == null || subject.equals(person.subject()))).limit(number).toList();
            List<Came> came = new ArrayList<>();
            for (Person person : people) {
                LocalDateTime at = at(occasion).plusMinutes(45 + 17L * came.size());
                boolean leaves = left && came.size() == 1;
                came.add(new Came(person.id(), keys.of(Objects.requireNonNull(person.school())), Way.SIGNED_UP,
                        by(person.name(), at), leaves ? by(person.name(), at.plusHours(2)) : null));
            }
            return came;
        }

        /** Two of three have minutes; some are settled, some of these corrected. */
        private void minutes(SampleOccasion held) {
            talks++;
            if (talks % 3 == 0) {
                return;
            }
            LocalDateTime at = held.date().atTime(17, 25);
            By author = by(held.leader(), at);
            String subject = held.parts().getFirst().subject();
            String text = "议题：%s\n议了什么：%s教师逐一说课，围绕学生容易错的地方改教案。\n定了什么：两周内各校试教一次，带学生作业回来再议。\n谁来做：%s汇总教案，放进共同体资料。"
                    .formatted(held.topic(), subject == null ? "各校" : subject, held.leader());
            List<Minute> written = new ArrayList<>();
            written.add(new Minute(1, text, "", author.actor(), author.name(), author.on(), author.at()));
            By closed = talks % 4 == 1 ? by(held.leader(), at.plusMinutes(30)) : null;
            if (closed != null && talks % 8 == 1 && held.date().isBefore(world.date())) {
                By again = by(held.leader(), at.plusHours(15));
                written.add(new Minute(2, text.replace("两周内", "三周内"), "期中有监测，试教推后一周", again.actor(),
                        again.name(), again.on(), again.at()));
            }
            lives.add(new Life(held.id(), List.of(), List.of(), List.of(), written, closed));
        }
    }
}
