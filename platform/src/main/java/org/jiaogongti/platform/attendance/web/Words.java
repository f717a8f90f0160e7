package org.jiaogongti.platform.attendance.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.platform.activity.Turnouts.Gathering;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.attendance.Roll;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;

/** Sign-ins in words, for the templates of this module. */
public record Words(Messages m) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    public String minute(Instant at) {
        return MINUTE.format(ZonedDateTime.ofInstant(at, BusinessClock.ZONE));
    }

    public String moment(Instant at) {
        return MOMENT.format(ZonedDateTime.ofInstant(at, BusinessClock.ZONE));
    }

    /** {@code 11月20日 周三 上午第2节}. */
    public String when(Gathering gathering) {
        LocalDate date = gathering.date();
        String day = m.t("activity.day", Integer.toString(date.getMonthValue()),
                Integer.toString(date.getDayOfMonth()), m.t("activity.weekday." + date.getDayOfWeek().getValue()),
                Integer.toString(date.getYear()));
        return gathering.dayPart().isEmpty() ? day : day + " " + m.t("activity.part." + gathering.dayPart());
    }

    public String who(Gathering gathering) {
        return String.join(m.t("activity.and"), gathering.people());
    }

    /** How somebody signed in, and by whose hand. */
    public String how(Arrival arrival) {
        List<String> words = new ArrayList<>(List.of(m.t("attendance.way." + arrival.way().name())));
        if (!arrival.by().isEmpty() && arrival.way() != Arrival.Way.HOST && arrival.way() != Arrival.Way.PAPER) {
            words.add(m.t("attendance.accepted"));
        }
        if (!arrival.note().isEmpty()) {
            words.add(arrival.note());
        }
        return String.join(" · ", words);
    }

    /** Why the host has to look, and what to do about it. */
    public String why(Arrival waiting) {
        return m.t("attendance.why." + (waiting.why() == null ? Arrival.Why.UNKNOWN : waiting.why()).name(),
                waiting.name(), waiting.schoolName());
    }

    public String hint(Arrival waiting) {
        return m.t("attendance.why.hint." + (waiting.why() == null ? Arrival.Why.UNKNOWN : waiting.why()).name());
    }

    /** {@code 482 913}. */
    public String digits(String pin) {
        return pin.substring(0, 3) + " " + pin.substring(3);
    }

    public String closed(Roll.Closed closed, int signed) {
        return closed.byItself()
                ? m.t("attendance.closed.itself", moment(closed.at()), signed)
                : m.t("attendance.closed", moment(closed.at()), closed.name(), signed);
    }

    /** 8:30–11:10. */
    public static String time(HeldTime held) {
        return held.began() + "–" + held.ended();
    }
}
