package org.jiaogongti.platform.obligation.store;

import java.time.LocalDate;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Facts as rows: what is searched for in columns, the whole fact as JSON. */
final class FactCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FactCodec() {}

    static String kind(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.kind();
            case Placement _ -> Rules.PLACEMENT;
        };
    }

    static @Nullable String community(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.community();
            case Placement _ -> null;
        };
    }

    static LocalDate firstDay(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.date();
            case Placement placement -> placement.start();
        };
    }

    static LocalDate lastDay(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.date();
            case Placement placement -> placement.end() == null ? LocalDate.MAX : placement.end();
        };
    }

    static String write(Fact fact) {
        return JSON.writeValueAsString(fact);
    }

    static Fact read(String kind, String body) {
        if (kind.equals(Rules.PLACEMENT)) {
            return JSON.readValue(body, Placement.class);
        }
        return JSON.readValue(body, OccasionPart.class);
    }
}
