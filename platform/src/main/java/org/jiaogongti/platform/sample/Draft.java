package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleOccasion.Answer;
import org.jiaogongti.platform.sample.SampleOccasion.Ended;
import org.jiaogongti.platform.sample.SampleOccasion.Joined;
import org.jiaogongti.platform.sample.SampleOccasion.Part;
import org.jiaogongti.platform.sample.SampleOccasion.Recorded;
import org.jiaogongti.platform.sample.SampleOccasion.Settled;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jspecify.annotations.Nullable;

/** An occasion while its story is being told. */
final class Draft {

    private static final List<String> SLOTS = List.of("上午第1节", "上午第2节", "上午第3节", "上午第4节", "下午第1节", "下午第2节", "下午第3节");

    final String key;
    final String community;
    final LocalDate date;
    final Chance chance;
    final List<Part> parts = new ArrayList<>();
    final Map<String, Integer> participants = new LinkedHashMap<>();
    String host = "";
    String ledBy = "";
    String leader = "";
    @Nullable
    Rank rank;
    String schoolClass = "";
    String topic = "";
    @Nullable
    String slot;
    @Nullable
    LocalDate filedOn;
    @Nullable
    LocalDate approvedOn;
    @Nullable
    LocalDateTime announced;
    @Nullable
    Recorded recorded;
    @Nullable
    Answer answer;
    @Nullable
    Settled settled;
    @Nullable
    Ended ended;
    int evidence;
    @Nullable
    Joined joined;
    boolean recordedByHost;

    Draft(String community, LocalDate date, String key) {
        this.key = key;
        this.community = community;
        this.date = date;
        this.chance = Chance.of("occasion", key);
        this.slot = chance.pick(SLOTS);
    }

    UUID id() {
        return SampleIds.of(date, "occasion " + key);
    }

    Draft at(String hostSchool) {
        host = hostSchool;
        return this;
    }

    Draft ledBy(Person person, String school) {
        leader = person.name();
        rank = person.rank();
        ledBy = school;
        return this;
    }

    Draft about(String what) {
        topic = what;
        return this;
    }

    Draft part(String kind, @Nullable String subject, List<String> grades, int lessons) {
        parts.add(new Part(kind, subject, grades, lessons));
        return this;
    }

    /** A lesson given to a class: the topic tells the grade. */
    Draft lesson(String kind, String subject, String title, int lessons) {
        topic = title;
        String grade = SampleTopics.grade(title);
        schoolClass = grade + "(" + chance.between(1, 4) + ")班";
        return part(kind, subject, List.of(grade), lessons);
    }

    Draft people(String school, int number) {
        participants.put(school, number);
        return this;
    }

    SampleOccasion told() {
        return new SampleOccasion(id(), community, date, slot, host, ledBy, leader, rank, schoolClass, topic,
                List.copyOf(parts), Collections.unmodifiableMap(new LinkedHashMap<>(participants)), filedOn, approvedOn,
                announced, recorded, answer, settled, ended, evidence, joined, recordedByHost);
    }

    static LocalDateTime time(LocalDate day, int hour, int minute) {
        return LocalDateTime.of(day, LocalTime.of(hour, minute));
    }
}
