package org.jiaogongti.platform.appraisal.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.platform.appraisal.SchemeEdition;
import org.jiaogongti.platform.appraisal.Schemes.Offer;
import org.jiaogongti.platform.appraisal.Schemes.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The schemes by year, and the form for another one.
 *
 * @param possible what was handed in, read and found good, or null
 * @param problem the message of what was refused, or empty
 * @param says what is wrong in the file, or empty
 */
public record SchemesView(Shelf shelf, Words words, @Nullable Scheme possible, String problem, String says,
        Map<String, String> fields) {

    public String typed(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The text in the form: what was typed, or the offered scheme that was chosen to start from. */
    public String text() {
        String typed = fields.get("text");
        if (typed != null) {
            return typed;
        }
        return shelf.offers().stream().filter(offer -> offer.id().equals(typed("kind"))).map(Offer::text).findFirst()
                .orElse(shelf.editions().isEmpty() ? "" : shelf.editions().getFirst().text());
    }

    /** Until which year an edition holds: the one before the next edition of its kind begins, or still. */
    public boolean current(SchemeEdition edition) {
        return shelf.editions().stream().filter(each -> each.kind() == edition.kind()).findFirst()
                .filter(newest -> Objects.equals(newest.id(), edition.id())).isPresent();
    }

    public String line(SchemeEdition edition) {
        return words.m().t("appraisal.scheme.line", edition.document(), edition.actorName(), edition.on().toString());
    }

    public List<String> sentences() {
        return possible == null ? List.of() : words.sentences(possible);
    }
}
