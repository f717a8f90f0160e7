package org.jiaogongti.platform.agenda.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.Moved;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.activity.OccasionDays.Seat;
import org.jiaogongti.platform.agenda.ClashNote;
import org.jiaogongti.platform.agenda.ClashNote.Obstacle;
import org.jiaogongti.platform.agenda.ClashNote.Wanted;
import org.jiaogongti.platform.agenda.model.Span;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** Days, times and clashes in words. */
public record Words(Messages m) {

    /** 11-20. */
    public static String day(LocalDate day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    /** 11月20日 周三. */
    public String longDay(LocalDate day) {
        return m.t("agenda.day", day.getMonthValue(), day.getDayOfMonth(), weekday(day));
    }

    public String weekday(LocalDate day) {
        return m.t("agenda.weekday." + day.getDayOfWeek().getValue());
    }

    /** 10:00–10:40 where bells say so, else the part of the day in words; empty where nothing is said. */
    public String time(Dated dated, @Nullable Span span) {
        return span != null && span.told() ? clock(span.from()) + "–" + clock(span.to()) : part(dated);
    }

    /** The begin alone, for narrow places. */
    public String begin(Dated dated, @Nullable Span span) {
        return span != null && span.told() ? clock(span.from()) : part(dated);
    }

    private String part(Dated dated) {
        String part = dated.occasion().said().dayPart();
        return part.isEmpty() ? "" : m.t("activity.part." + part);
    }

    private static String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    public static String shape(Dated dated, LocalDate today) {
        return switch (dated.occasion().state()) {
            case WITHDRAWN, CANCELLED -> "waived";
            case PLANNED -> dated.day().isBefore(today) ? "soon" : "todo";
            case HELD -> dated.occasion().disputed() ? "soon" : "done";
        };
    }

    public String state(Dated dated) {
        Occasion occasion = dated.occasion();
        return m.t(occasion.disputed() && occasion.state() == Occasion.State.HELD
                ? "activity.state.DISPUTED"
                : "activity.state." + occasion.state().name());
    }

    /** How the person whose calendar it is stands on the list; empty where they are on none. */
    public String seat(Dated dated) {
        Seat seat = dated.seat();
        return seat == null
                ? ""
                : seat.hasPlace() ? m.t("agenda.seat." + seat.way()) : m.t("agenda.seat.waiting", seat.waiting());
    }

    /** From where it moved and why; empty where it did not. */
    public String moved(Dated dated) {
        Moved moved = dated.moved();
        if (moved == null) {
            return "";
        }
        String part = moved.from().part();
        return m.t("agenda.moved.from",
                longDay(moved.from().day()) + (part.isEmpty() ? "" : " " + m.t("activity.part." + part)),
                moved.reason());
    }

    public static boolean gone(Dated dated) {
        return dated.occasion().state() == Occasion.State.CANCELLED;
    }

    public String people(Dated dated) {
        return String.join(m.t("agenda.and"), dated.occasion().said().people());
    }

    /** What is in the way of a plan, a line each. */
    public List<String> obstacles(ClashNote note) {
        return note.obstacles().stream().map(this::obstacle).toList();
    }

    private String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Other(Wanted wanted, Dated other) -> other.readable()
                    ? m.t("agenda.clash.other", wanted(wanted), other.title(), other.place(), part(other))
                    : m.t("agenda.clash.hidden", wanted(wanted));
            case Obstacle.Taught(Wanted wanted, Lesson lesson, String place) -> lesson == null
                    ? m.t("agenda.clash.busy", wanted(wanted))
                    : wanted.kind() == Wanted.Kind.PUPILS
                            ? m.t("agenda.clash.class", wanted(wanted), lesson.subject(), lesson.period())
                            : m.t("agenda.clash.lesson", wanted(wanted), place, lesson.name().text(), lesson.subject(),
                                    lesson.period());
        };
    }

    private String wanted(Wanted wanted) {
        return m.t("agenda.wanted." + wanted.kind().name(), wanted.name());
    }

    /** What can be done about it. */
    public String remedy(ClashNote note) {
        return note.free().isEmpty()
                ? m.t("agenda.clash.no-free")
                : m.t("agenda.clash.free", periods(note.free()));
    }

    private String periods(Collection<Bell> bells) {
        return bells.stream().map(bell -> m.t("agenda.period", bell.period(), clock(bell.starts()), clock(bell.ends())))
                .collect(Collectors.joining(m.t("agenda.and")));
    }
}
