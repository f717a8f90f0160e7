package org.jiaogongti.platform.activity.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.model.Conflict;
import org.jiaogongti.platform.activity.model.Conflict.Matter;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.activity.model.EntryReading.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Both sides of an occasion that somebody else changed meanwhile.
 *
 * @param last what was done to it last and by whom, or null where nobody knows
 */
public record ConflictView(Occasion now, @Nullable Step last) {

    private static final String TAKE = "take_";

    /** One matter in which they differ, in words. */
    public record Row(String name, String label, String mine, String theirs) {}

    public List<Row> rows(OccasionEntry typed, Say say) {
        return EntryReading.read(typed, say.ground()) instanceof Read.Good good
                ? rows(good.said(), now.said(), say)
                : List.of();
    }

    private static List<Row> rows(Said mine, Said theirs, Say say) {
        return Conflict.between(mine, theirs).stream().map(matter -> new Row(TAKE + matter.name(), label(matter, say),
                words(matter, mine, say), words(matter, theirs, say))).toList();
    }

    private static String label(Matter matter, Say say) {
        return say.m().t("activity.conflict.matter." + matter.name().toLowerCase(Locale.ROOT));
    }

    private static String words(Matter matter, Said said, Say say) {
        String words = switch (matter) {
            case DATE -> say.longDay(said.date()) + " " + say.dayPart(said.dayPart());
            case HOST -> say.host(said);
            case LEADER -> said.leaderRank() == null
                    ? say.school(said.leader())
                    : say.school(said.leader()) + " · " + say.rank(said.leaderRank());
            case PEOPLE -> String.join(say.m().t("activity.and"), said.people());
            case KIND -> kind(said, say);
            case SUBJECT -> (said.subject() == null ? "" : said.subject()) + " " + say.group(said);
            case TOPIC -> said.topic();
            case PARTICIPANTS -> say.participants(said);
            case ALSO_IN -> say.alsoIn(said);
        };
        return words.isBlank() ? say.m().t("activity.blank") : words.strip();
    }

    private static String kind(Said said, Say say) {
        List<String> words = new ArrayList<>(List.of(say.parts(said)));
        say.filled(said).forEach(field -> Optional.ofNullable(said.fields().get(field.code())).ifPresent(
                value -> words.add(say.m().t("activity.conflict.field", field.name(), say.value(field, value)))));
        return String.join(" · ", words);
    }

    /** The matters in which the sender chose the other side. */
    static Set<Matter> chosen(MultiValueMap<String, String> sent) {
        Set<Matter> chosen = EnumSet.noneOf(Matter.class);
        Arrays.stream(Matter.values()).filter(matter -> "theirs".equals(sent.getFirst(TAKE + matter.name())))
                .forEach(chosen::add);
        return chosen;
    }
}
