package org.jiaogongti.platform.reminder.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.reminder.Delivery;
import org.jiaogongti.platform.reminder.Due.Sort;
import org.jiaogongti.platform.reminder.ReminderSettings.Sheet;
import org.jiaogongti.platform.reminder.Robot;
import org.jiaogongti.platform.reminder.Trials.Result;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's page of reminders.
 *
 * @param problem message key of what went wrong; empty at first
 * @param result of a test message that was just sent
 */
public record SettingsView(Sheet sheet, String problem, @Nullable Result result) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    public String usual() {
        return text(sheet.rules().usual());
    }

    /** Blank where a sort takes the usual days. */
    public String lead(Sort sort) {
        return text(sheet.rules().leads().getOrDefault(sort.code(), List.of()));
    }

    private static String text(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    public String where(Robot robot, Messages m) {
        UUID school = robot.school();
        return school == null ? m.t("reminder.robot.all") : sheet.schools().getOrDefault(school, "");
    }

    /** What became of a delivery, in words. */
    public String outcome(Delivery delivery, Messages m) {
        if (delivery.outcome() == null) {
            return m.t("reminder.going.waiting");
        }
        String came = m.t("reminder.outcome." + delivery.outcome())
                + (delivery.detail().isEmpty() ? "" : " " + delivery.detail());
        if (!delivery.failed()) {
            return came;
        }
        return delivery.due() == null
                ? m.t("reminder.going.given-up", delivery.tries(), came)
                : m.t("reminder.going.retry", delivery.tries(), came,
                        MINUTE.format(delivery.due().atZone(BusinessClock.ZONE)));
    }

    public String mark(Delivery delivery) {
        if (delivery.outcome() == null) {
            return "todo";
        }
        return delivery.givenUp() ? "late" : delivery.failed() ? "soon" : "done";
    }

    public String said(Result came, Messages m) {
        return m.t("reminder.outcome." + came.outcome()) + (came.detail().isEmpty() ? "" : " " + came.detail());
    }
}
