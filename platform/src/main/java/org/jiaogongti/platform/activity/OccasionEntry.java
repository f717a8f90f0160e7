package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, word for word, so that nothing is lost when it is refused. Schools are ids as text, the rest is
 * as typed.
 *
 * @param token the form it was sent with
 * @param host a school, and after a slash the name of its campus where it was held there
 * @param lessons what stands in the box of each ticked kind, the main one included
 * @param participants what stands in the box of each school
 * @param fields what stands in the box of each further field, by its code; for a number of each school by
 *        {@code code.school}
 * @param alsoIn further communities, their ids as text
 * @param same the entry of the other school it is to be joined to, {@code "no"} where the person said that it is not the
 *        same, empty where nobody was asked yet
 */
public record OccasionEntry(UUID token, String school, String date, String dayPart, String host, String leader,
        String leaderRank, String people, String mainKind, Map<String, String> lessons, String subject,
        List<String> grades, String className, String topic, Map<String, String> participants,
        Map<String, String> fields,
        List<String> alsoIn, String same) {

    public OccasionEntry {
        lessons = Map.copyOf(lessons);
        grades = List.copyOf(grades);
        participants = Map.copyOf(participants);
        fields = Map.copyOf(fields);
        alsoIn = List.copyOf(alsoIn);
    }

    /** Of one community and with nothing in further fields. */
    public OccasionEntry(UUID token, String school, String date, String dayPart, String host, String leader,
            String leaderRank, String people, String mainKind, Map<String, String> lessons, String subject,
            List<String> grades, String className, String topic, Map<String, String> participants, String same) {
        this(token, school, date, dayPart, host, leader, leaderRank, people, mainKind, lessons, subject, grades,
                className, topic, participants, Map.of(), List.of(), same);
    }

    /** An entry in which nothing is filled in but what is known of the person. */
    public static OccasionEntry empty(UUID token, String school, String date) {
        return new OccasionEntry(token, school, date, "", "", "", "", "", "", Map.of(), "", List.of(), "", "", Map.of(),
                "");
    }

    /** The same with another main kind and nothing else done. */
    public OccasionEntry asking(String kind) {
        return new OccasionEntry(token, school, date, dayPart, host, leader, leaderRank, people, kind, Map.of(),
                subject,
                grades, className, topic, participants, fields, alsoIn, same);
    }

    /** The same with other contents of the further fields. */
    public OccasionEntry with(Map<String, String> others) {
        return new OccasionEntry(token, school, date, dayPart, host, leader, leaderRank, people, mainKind, lessons,
                subject, grades, className, topic, participants, others, alsoIn, same);
    }

    /** The school in the box of the host. */
    public static String school(String host) {
        int slash = host.indexOf('/');
        return slash < 0 ? host : host.substring(0, slash);
    }

    /** The campus in the box of the host; empty at the school's main place. */
    public static String campus(String host) {
        int slash = host.indexOf('/');
        return slash < 0 ? "" : host.substring(slash + 1);
    }

    /** What the box of the host says for a school and, where there is one, its campus. */
    public static String host(String school, String campus) {
        return campus.isEmpty() ? school : school + "/" + campus;
    }

    public boolean ticked(String kind) {
        return lessons.containsKey(kind);
    }

    /** What stands in a box, empty where nothing does. */
    public static String box(Map<String, String> boxes, String key) {
        @Nullable
        String text = boxes.get(key);
        return text == null ? "" : text;
    }
}
