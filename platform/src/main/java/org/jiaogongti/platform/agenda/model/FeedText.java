package org.jiaogongti.platform.agenda.model;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;

/**
 * Events as a calendar after RFC 5545. The same events give the same text, byte for byte: the stamp of an event is its last
 * change and not the moment of asking, so a program that has it already is told so.
 */
public final class FeedText {

    /** The bureau's zone, which has had one offset since 1991. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LINE_OCTETS = 75;
    /** Mobile numbers and the numbers of identity cards, however they are spaced: a topic may hold one by mistake. */
    private static final Pattern LONG_NUMBER = Pattern
            .compile("(?<!\\d)(?:(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d){8}|\\d{17}[\\dXx])(?!\\d)");

    private FeedText() {}

    public static String of(String name, List<FeedEvent> events) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//jiaogongti//agenda//ZH");
        calendar.setName(plain(name));
        calendar.addExperimentalProperty("X-WR-CALNAME", plain(name));
        calendar.addExperimentalProperty("X-WR-TIMEZONE", ZONE.getId());
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), zone()));
        events.forEach(event -> calendar.addEvent(written(event)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(text.toString());
    }

    private static VTimezone zone() {
        VTimezone zone = new VTimezone(ZONE.getId());
        StandardTime standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1991, 9, 15, 1, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(true, 8, 0));
        standard.setTimezoneOffsetTo(new UtcOffset(true, 8, 0));
        standard.addTimezoneName("CST");
        zone.addStandardTime(standard);
        return zone;
    }

    private static VEvent written(FeedEvent event) {
        VEvent written = new VEvent();
        written.setUid(new Uid(event.id() + "@jiaogongti"));
        Date changed = Date.from(event.changed());
        written.setDateTimeStamp(changed);
        written.setLastModified(changed);
        written.setSequence(event.sequence());
        written.setStatus(switch (event.standing()) {
            case CONFIRMED -> Status.confirmed();
            case TENTATIVE -> Status.tentative();
            case CANCELLED -> Status.cancelled();
        });
        written.setSummary(plain(event.title()));
        written.setLocation(plain(event.place()));
        written.setDescription(plain(event.more()));
        written.setUrl(event.href());
        Span span = event.span();
        if (span == null) {
            written.setDateStart(new DateStart(day(event.day())));
            written.setDateEnd(new DateEnd(day(event.day().plusDays(1))));
            written.setTransparency(Transparency.transparent());
        } else {
            written.setDateStart(new DateStart(at(event.day(), span.from())));
            written.setDateEnd(new DateEnd(at(event.day(), span.to())));
        }
        return written;
    }

    /** A day has no zone: it is written as its own numbers. */
    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0,
                false), false);
    }

    private static ICalDate at(LocalDate day, LocalTime time) {
        Instant instant = day.atTime(time).atZone(ZONE).toInstant();
        return new ICalDate(Date.from(instant), true);
    }

    /** Without long numbers and without what no calendar can show. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        LONG_NUMBER.matcher(text).replaceAll("…").codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Lines of at most 75 octets, never broken within a character. */
    static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 20);
        int octets = 0;
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            String one = Character.toString(c);
            at += one.length();
            if (c == '\n' || c == '\r') {
                out.append(one);
                octets = 0;
                continue;
            }
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(one);
            octets += size;
        }
        return out.toString();
    }
}
