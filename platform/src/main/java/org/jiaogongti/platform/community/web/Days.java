package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Days in addresses and in words. */
final class Days {

    private Days() {}

    /** The day asked for; the other one where none is. */
    static LocalDate asked(String typed, LocalDate other) {
        if (typed.isBlank()) {
            return other;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no day " + typed, noDay);
        }
    }

    /** From when to when. */
    static String span(LocalDate from, @Nullable LocalDate to, Messages m) {
        return to == null
                ? m.t("community.since", from.toString())
                : m.t("community.span", from.toString(), to.toString());
    }
}
