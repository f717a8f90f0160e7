package org.jiaogongti.platform.ledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.ledger.LedgerAsked;
import org.jiaogongti.platform.ledger.LedgerPurpose;
import org.jiaogongti.platform.obligation.Span.Width;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What stands in the address or form of a ledger. */
record LedgerTyped(MultiValueMap<String, String> fields) {

    private static final int MOST_DUTIES = 100;

    private String text(String name) {
        String given = fields.getFirst(name);
        return given == null ? "" : given.strip();
    }

    LedgerAsked asked() {
        List<String> duties = new ArrayList<>();
        fields.getOrDefault("duty", List.of()).stream().filter(duty -> !duty.isBlank()).distinct().limit(MOST_DUTIES)
                .forEach(duties::add);
        return new LedgerAsked(duties, text("term"), Width.of(text("span")), days().orElse(null), text("community"),
                fields.containsKey("school") ? text("school") : null);
    }

    /** A message key where the days typed are none; empty where they are right or left out. */
    String problem() {
        boolean typed = !text("first").isEmpty() || !text("last").isEmpty();
        return typed && days().isEmpty() ? "ledger.days.wrong" : "";
    }

    private Optional<DateRange> days() {
        LocalDate first = day(text("first"));
        LocalDate last = day(text("last"));
        return first == null || last == null || last.isBefore(first)
                ? Optional.empty()
                : Optional.of(new DateRange(first, last));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    LedgerPurpose purpose() {
        for (LedgerPurpose purpose : LedgerPurpose.values()) {
            if (purpose.name().equals(text("purpose"))) {
                return purpose;
            }
        }
        return LedgerPurpose.NAMELESS;
    }

    boolean small() {
        return text("small").equals("yes");
    }
}
