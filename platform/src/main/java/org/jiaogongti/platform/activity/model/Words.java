package org.jiaogongti.platform.activity.model;

import java.util.StringJoiner;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jspecify.annotations.Nullable;

/** The text a search looks at. */
public final class Words {

    private Words() {}

    public static String of(Said said, Ground ground, ActivityKinds kinds) {
        StringJoiner words = new StringJoiner(" ");
        words.add(said.topic()).add(said.className());
        said.people().forEach(words::add);
        if (said.subject() != null) {
            words.add(said.subject());
        }
        for (Part part : said.parts()) {
            words.add(kinds.get(part.kind()).name());
        }
        school(words, ground, said.school());
        school(words, ground, said.host());
        school(words, ground, said.leader());
        return words.toString();
    }

    private static void school(StringJoiner words, Ground ground, @Nullable UUID school) {
        if (school != null) {
            words.add(ground.nameOf(school));
        }
    }
}
