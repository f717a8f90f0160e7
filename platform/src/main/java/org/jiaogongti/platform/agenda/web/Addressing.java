package org.jiaogongti.platform.agenda.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.agenda.AgendaQuery.View;
import org.springframework.web.util.UriUtils;

/** Whose calendar it is as an address writes it: {@code me}, {@code all}, {@code school:} and an id. */
final class Addressing {

    static final String OWN = "me";
    static final String ALL = "all";

    private Addressing() {}

    /** Empty for what is none. */
    static Optional<Of> read(String of, String subject) {
        if (of.isEmpty() || of.equals(OWN)) {
            return Optional.of(new Of(null, null, null, subject, false));
        }
        if (of.equals(ALL)) {
            return Optional.of(new Of(null, null, null, subject, true));
        }
        int colon = of.indexOf(':');
        try {
            UUID id = UUID.fromString(of.substring(colon + 1));
            return switch (of.substring(0, Math.max(colon, 0))) {
                case "person" -> Optional.of(new Of(id, null, null, subject, false));
                case "school" -> Optional.of(new Of(null, id, null, subject, false));
                case "community" -> Optional.of(new Of(null, null, id, subject, false));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static String of(Of of, boolean own) {
        if (own) {
            return OWN;
        }
        return of.person() != null
                ? "person:" + of.person()
                : of.school() != null
                        ? "school:" + of.school()
                        : of.community() != null ? "community:" + of.community() : ALL;
    }

    static String agenda(View view, LocalDate day, Of of, boolean own) {
        return "/agenda?view=" + view.name().toLowerCase(Locale.ROOT) + "&day=" + day + "&of=" + of(of, own)
                + subject(of);
    }

    static String feeds(Of of, boolean own) {
        return "/agenda/feeds?of=" + of(of, own) + subject(of);
    }

    private static String subject(Of of) {
        return of.subject().isEmpty() ? "" : "&subject=" + UriUtils.encode(of.subject(), StandardCharsets.UTF_8);
    }
}
