package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Something held or planned, as it stands.
 *
 * @param version rises with every change of what it says or of its state
 * @param joinedInto the entry it was joined to, which counts for both
 */
public record Occasion(UUID id, int version, Said said, State state, boolean disputed, Entry entry,
        @Nullable UUID joinedInto, @Nullable Behalf behalf, List<UUID> asked, Papers papers) {

    /** One about which no paper is known. */
    public Occasion(UUID id, int version, Said said, State state, boolean disputed, Entry entry,
            @Nullable UUID joinedInto, @Nullable Behalf behalf, List<UUID> asked) {
        this(id, version, said, state, disputed, entry, joinedInto, behalf, asked, Papers.NONE);
    }

    public Occasion {
        asked = List.copyOf(asked);
    }

    /** The same that says something else. */
    Occasion saying(Said other) {
        return new Occasion(id, version, other, state, disputed, entry, joinedInto, behalf, asked, papers);
    }

    /** Where it stands by its recorder's words; answers of the other school come on top. */
    public enum State {
        PLANNED, HELD, CANCELLED, WITHDRAWN
    }

    /**
     * What it says.
     *
     * @param date the day it was held or will be; it decides what it counts for
     * @param dayPart a code such as {@code am-2}, or empty
     * @param school the side whose record it is
     * @param people names as given, the leading one first
     * @param parts the main part first
     * @param participants people of each school
     * @param fields what the kinds ask besides, by the field's code; an empty field is not there
     * @param alsoIn further communities it belongs to; each evaluates it for itself
     * @param site the host's campus or teaching point where it was held, or null at its main place
     */
    public record Said(LocalDate date, String dayPart, UUID community, UUID school, @Nullable UUID host,
            @Nullable UUID leader, @Nullable Rank leaderRank, List<String> people, List<Part> parts,
            @Nullable String subject, List<String> grades, String className, String topic,
            Map<UUID, Integer> participants, Map<String, FieldValue> fields, List<UUID> alsoIn, @Nullable Site site) {

        public Said {
            people = List.copyOf(people);
            parts = List.copyOf(parts);
            grades = List.copyOf(grades);
            participants = Map.copyOf(participants);
            fields = Map.copyOf(fields);
            alsoIn = List.copyOf(alsoIn);
        }

        /** Of one community and without further fields. */
        public Said(LocalDate date, String dayPart, UUID community, UUID school, @Nullable UUID host,
                @Nullable UUID leader, @Nullable Rank leaderRank, List<String> people, List<Part> parts,
                @Nullable String subject, List<String> grades, String className, String topic,
                Map<UUID, Integer> participants) {
            this(date, dayPart, community, school, host, leader, leaderRank, people, parts, subject, grades, className,
                    topic, participants, Map.of(), List.of(), null);
        }

        /** All communities it belongs to, the record's own one first. */
        public List<UUID> communities() {
            List<UUID> all = new ArrayList<>(List.of(community));
            all.addAll(alsoIn);
            return all;
        }

        /** Whether it was held over the network: by its nature, or because the record says so. */
        public boolean online() {
            return fields.containsKey(KindField.ONLINE) || parts.stream().anyMatch(part -> ActivityKinds.shipped()
                    .find(part.kind()).filter(ActivityKind::online).isPresent());
        }

        /** The same with its place at one of the host's campuses, or at its main place. */
        public Said at(@Nullable Site other) {
            return new Said(date, dayPart, community, school, host, leader, leaderRank, people, parts, subject, grades,
                    className, topic, participants, fields, alsoIn, other);
        }

        /** The same with other numbers of people. */
        public Said attended(Map<UUID, Integer> people) {
            return new Said(date, dayPart, community, school, host, leader, leaderRank, this.people, parts, subject,
                    grades, className, topic, people, fields, alsoIn, site);
        }

        /** The same on another day or at another place. */
        public Said moved(LocalDate day, String part, @Nullable UUID school, @Nullable Site place) {
            return new Said(day, part, community, this.school, school, leader, leaderRank, people, parts, subject,
                    grades, className, topic, participants, fields, alsoIn, place);
        }

        public String mainKind() {
            return parts.getFirst().kind();
        }

        /** Whether another one differs in something duties are counted from, not only in words. */
        public boolean countsAlike(Said other) {
            return date.equals(other.date) && community.equals(other.community)
                    && Objects.equals(host, other.host) && Objects.equals(site, other.site)
                    && Objects.equals(leader, other.leader)
                    && leaderRank == other.leaderRank && parts.equals(other.parts)
                    && Objects.equals(subject, other.subject) && grades.equals(other.grades)
                    && participants.equals(other.participants) && alsoIn.equals(other.alsoIn)
                    && online() == other.online();
        }
    }

    /**
     * A campus (校区), 完小 or teaching point of the host.
     *
     * @param school its id where it is a school of its own as well, which may then owe by itself; else null
     */
    public record Site(String name, @Nullable UUID school) {}

    /**
     * One kind done at it.
     *
     * @param lessons 1 where the kind counts occasions
     */
    public record Part(String kind, int lessons) {}

    /**
     * Who entered it and when.
     *
     * @param at real time, for the ten minutes of undo
     * @param on the business day, for late entries
     * @param answerFrom the business day from which the other school has seven days to answer
     */
    public record Entry(UUID recorder, String recorderName, Instant at, LocalDate on, LocalDate answerFrom) {

        /** Last day on which the other school may say 不对. */
        public LocalDate answerBy() {
            return answerFrom.plusDays(7);
        }
    }

    /**
     * Entered for a school by somebody else (代录).
     *
     * @param role code of the role in which it was done
     */
    public record Behalf(UUID school, String role) {}

    /**
     * What was handed in about it beforehand; nothing changes these days but the filing itself.
     *
     * @param filedOn the day of 报备
     * @param approvedOn the day its plan was approved (审核)
     */
    public record Papers(@Nullable LocalDate filedOn, @Nullable LocalDate approvedOn) {

        public static final Papers NONE = new Papers(null, null);

        /** These, and the other's where these say nothing: two entries of one occasion. */
        public Papers or(Papers other) {
            return new Papers(filedOn == null ? other.filedOn : filedOn,
                    approvedOn == null ? other.approvedOn : approvedOn);
        }
    }

    /** The same with other papers. */
    public Occasion with(Papers other) {
        return new Occasion(id, version, said, state, disputed, entry, joinedInto, behalf, asked, other);
    }
}
