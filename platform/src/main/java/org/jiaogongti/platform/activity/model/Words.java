package org.jiaogongti.platform.activity.model;

import java.util.StringJoiner;
import java.util.UUID;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jspecify.annotations.Nullable;

/** The text a search looks at. */
public final class Words {

    private Words() {}

    public static String of(Said said, Ground ground) {
        StringJoiner words = new StringJoiner(" ");
        words.add(said.topic()).add(said.className());
        said.people().forEach(words::add);
        if (said.subject() != null) {
            words.add(said.subject());
        }
        for (Part part : said.parts()) {
            words.add(ground.kinds().get(part.kind()).name());
        }
        ground.kinds().fields().forEach(field -> field(words, field, said.fields().get(field.code())));
        school(words, ground, said.school());
        school(words, ground, said.host());
        school(words, ground, said.leader());
        if (said.site() != null) {
            words.add(said.site().name());
        }
        return words.toString();
    }

    /** Texts and chosen words; nobody searches for an address or a number. */
    private static void field(StringJoiner words, KindField field, @Nullable FieldValue value) {
        if (value instanceof FieldValue.Words text && !(field.type() instanceof FieldType.Link)) {
            words.add(text.text());
        }
    }

    private static void school(StringJoiner words, Ground ground, @Nullable UUID school) {
        if (school != null) {
            words.add(ground.nameOf(school));
        }
    }
}
