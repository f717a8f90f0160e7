package org.jiaogongti.platform.credit.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.credit.Credit;
import org.jiaogongti.platform.credit.CreditRecord;
import org.jiaogongti.platform.credit.Showing;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.QrPath;
import org.jspecify.annotations.Nullable;

/**
 * One's own record, or one that is shown.
 *
 * @param typed what stands in the form of showing
 * @param problem its field to message key
 * @param made the link that was just made, or null
 */
public record CreditView(CreditRecord record, List<Showing> showings, List<Showing> shownToMe, LocalDate today,
        Map<String, String> typed, Map<String, String> problem, @Nullable Made made, Messages m) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int USUAL_DAYS = 14;

    /** A link that is seen once. */
    public record Made(String address, QrPath qr, LocalDate last) {}

    /** From when to when it was, or that the kind's rule says the hours. */
    public String basis(Credit line) {
        HeldTime time = line.time();
        return time == null ? m.t("credit.basis.kind") : m.t("credit.basis.time", time.began() + "–" + time.ended());
    }

    public String role(Credit line) {
        return m.t(line.first() ? "credit.first" : line.signedIn() ? "credit.signed" : "credit.part");
    }

    public String until() {
        return typed.getOrDefault("until", today.plusDays(USUAL_DAYS).toString());
    }

    public String what() {
        return typed.getOrDefault("what", "");
    }

    /** Whom it is shown to, or what its link is for. */
    public String whom(Showing showing) {
        return showing.byLink() ? m.t("credit.link.of", showing.readerName()) : showing.readerName();
    }

    /** Without needless noughts. */
    public static String hours(BigDecimal hours) {
        return hours.signum() == 0 ? "0" : hours.stripTrailingZeros().toPlainString();
    }

    public String year(String name) {
        return m.t("credit.year", name.substring(0, Math.min(4, name.length())));
    }

    /** 教研活动 12、校本研修 8. */
    public String sums() {
        return record.byCategory().entrySet().stream()
                .map(entry -> m.t("credit.sum", entry.getKey(), hours(entry.getValue())))
                .collect(Collectors.joining(m.t("credit.and")));
    }

    public String last() {
        return typed.getOrDefault("last", today.plusDays(USUAL_DAYS).toString());
    }

    public String reader() {
        return typed.getOrDefault("reader", "");
    }

    public String word(Showing showing) {
        if (showing.endedAt() != null) {
            return m.t("credit.showing.ended");
        }
        return showing.open(today)
                ? m.t("credit.showing.open", showing.lastDay().toString())
                : m.t("credit.showing.over", showing.lastDay().toString());
    }

    public String looks(Showing showing) {
        return showing.looks().isEmpty()
                ? m.t("credit.looks.none")
                : m.t("credit.looks", showing.looks().stream().map(CreditView::minute)
                        .collect(Collectors.joining(m.t("credit.and"))));
    }

    private static String minute(Instant at) {
        return MINUTE.format(ZonedDateTime.ofInstant(at, BusinessClock.ZONE));
    }
}
