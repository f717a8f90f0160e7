package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A planned occasion went to another day or place (改期). The latest of an occasion tells where it was expected before. */
public record Moved(UUID occasion, Spot from, Spot to, String reason, String actorName, LocalDate on) {

    /**
     * When and where.
     *
     * @param site the host's campus or teaching point, or empty
     */
    public record Spot(LocalDate day, String part, @Nullable UUID host, String site) {

        public static Spot of(Occasion.Said said) {
            return new Spot(said.date(), said.dayPart(), said.host(), said.site() == null ? "" : said.site().name());
        }
    }
}
