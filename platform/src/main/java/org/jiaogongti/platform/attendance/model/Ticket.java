package org.jiaogongti.platform.attendance.model;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.District;
import org.jspecify.annotations.Nullable;

/**
 * What opens a page of signing in: the district, the occasion, what was shown, when, and a mark that only the occasion's secret
 * makes. Nothing of it is kept. A ticket that came from a code is good on the phone that scanned it, and on no other.
 *
 * @param number the step of a code, else the minute in which it was given
 * @param person for whom a pass was given, else null
 */
public record Ticket(District district, UUID occasion, Kind kind, long number, @Nullable UUID person, String mark) {

    /** Long enough to find one's name, too short to be passed on. */
    public static final Duration TIME = Duration.ofMinutes(20);

    private static final Pattern FORM = Pattern
            .compile(
                    "([1-9][0-9]{5})\\.([A-Za-z0-9_-]{22})\\.([cspa])([0-9a-z]{1,9})\\.([A-Za-z0-9_-]{22})?\\.([A-Za-z0-9_-]{16})");

    /** What it stands for. */
    public enum Kind {
        /** What the host's screen shows to be scanned. */
        CODE,
        /** A code was scanned. */
        SCAN,
        /** Digits were typed. */
        PIN,
        /** Nothing yet: a page taken along into a hall without network, where the digits are still to be typed. */
        APART;

        private String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }

        private static Kind of(String letter) {
            for (Kind kind : values()) {
                if (kind.letter().equals(letter)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of ticket: " + letter);
        }
    }

    /** A new one. {@code bound} is what only the phone it is for has, or empty. */
    public static Ticket make(Codes codes, District district, UUID occasion, Kind kind, long number,
            @Nullable UUID person, String bound) {
        Ticket bare = new Ticket(district, occasion, kind, number, person, "");
        return new Ticket(district, occasion, kind, number, person, codes.mark(bare.said(bound)));
    }

    /** Empty for what cannot be one. */
    public static Optional<Ticket> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String person = matcher.group(5);
        return Optional.of(new Ticket(new District(matcher.group(1)), id(matcher.group(2)), Kind.of(matcher.group(3)),
                Long.parseLong(matcher.group(4), 36), person == null ? null : id(person), matcher.group(6)));
    }

    public String text() {
        return body() + "." + mark;
    }

    private String body() {
        UUID whose = person;
        return district.code() + "." + short22(occasion) + "." + kind.letter() + Long.toString(number, 36) + "."
                + (whose == null ? "" : short22(whose));
    }

    private String said(String bound) {
        return body() + "|" + bound;
    }

    /** Whether it was made with this secret, for this phone. */
    public boolean holds(Codes codes, String bound) {
        return codes.marked(said(bound), mark);
    }

    public static long minute(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), 60);
    }

    /** Whether it is still time to find one's name. */
    public boolean inTime(Instant now) {
        long age = minute(now) - number;
        return age >= 0 && age <= TIME.toMinutes();
    }

    private static String short22(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The last two bits of twenty-two letters say nothing; they are let be. */
    private static UUID id(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
