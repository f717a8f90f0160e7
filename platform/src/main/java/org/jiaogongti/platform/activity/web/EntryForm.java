package org.jiaogongti.platform.activity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of the form, to and from what was typed. */
final class EntryForm {

    private static final String LESSONS = "lessons_";
    private static final String PEOPLE = "p_";

    private EntryForm() {}

    /** Only fields that the form has are read; whatever else was sent is ignored. */
    static OccasionEntry read(MultiValueMap<String, String> sent, ActivityKinds kinds) {
        String mainKind = first(sent, "mainKind");
        List<String> also = sent.getOrDefault("also", List.of());
        Map<String, String> lessons = new LinkedHashMap<>();
        for (ActivityKind kind : kinds.all()) {
            if (also.contains(kind.code()) || kind.code().equals(mainKind)) {
                lessons.put(kind.code(), first(sent, LESSONS + kind.code()));
            }
        }
        Map<String, String> participants = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(PEOPLE)) {
                participants.put(name.substring(PEOPLE.length()), values.getFirst());
            }
        });
        return new OccasionEntry(token(first(sent, "token")), first(sent, "school"), first(sent, "date"),
                first(sent, "dayPart"), first(sent, "host"), first(sent, "leader"), first(sent, "leaderRank"),
                first(sent, "people"), mainKind, lessons, first(sent, "subject"),
                sent.getOrDefault("grades", List.of()), first(sent, "className"), first(sent, "topic"), participants,
                first(sent, "same"));
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    /** A form without a proper token is sent as a new one. */
    private static UUID token(String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /** An occasion as the form shows it for changing. */
    static OccasionEntry of(Occasion occasion) {
        Said said = occasion.said();
        Map<String, String> lessons = new LinkedHashMap<>();
        said.parts().forEach(part -> lessons.put(part.kind(), Integer.toString(part.lessons())));
        Map<String, String> participants = new LinkedHashMap<>();
        said.participants().forEach((school, people) -> participants.put(school.toString(), people.toString()));
        return new OccasionEntry(occasion.id(), said.school().toString(), said.date().toString(), said.dayPart(),
                text(said.host()), text(said.leader()), said.leaderRank() == null ? "" : said.leaderRank().name(),
                String.join("、", said.people()), said.mainKind(), lessons, said.subject() == null ? "" : said.subject(),
                said.grades(), said.className(), said.topic(), participants, "");
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
