package org.jiaogongti.platform.obligation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.shell.Messages;

/** Names of periods in words. */
public final class PeriodNames {

    private static final Pattern TERM = Pattern.compile("(\\d{4})-(\\d{4})-([12])");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})-(\\d{4})");

    private PeriodNames() {}

    /** {@code 2024-2025-1} is 2024学年第一学期; names that follow no pattern stay. */
    public static String of(String name, Messages m) {
        Matcher term = TERM.matcher(name);
        if (term.matches()) {
            return m.t("obligation.period.term." + term.group(3), term.group(1));
        }
        Matcher year = YEAR.matcher(name);
        return year.matches() ? m.t("obligation.period.year", year.group(1)) : name;
    }
}
