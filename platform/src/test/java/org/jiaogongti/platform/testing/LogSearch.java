package org.jiaogongti.platform.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a log what must not be there: by the very value where it is known, and by its form where anybody's would do. */
final class LogSearch {

    private static final String EDGE_BEFORE = "(?<![0-9A-Za-z])";
    private static final String EDGE_AFTER = "(?![0-9A-Za-z])";

    private static final Map<String, Pattern> FORMS = Map.of(
            "a mobile number", form("1[3-9][0-9]{9}"),
            "an identity number",
            form("[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"),
            "a token of the interface", form("jgt_[A-Za-z0-9_.-]{20,}"),
            "a link or a token", form("[0-9]{6}[.-][A-Za-z0-9_-]{43}"),
            "a signed token", form("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_.-]{10,}"));

    private LogSearch() {}

    private static Pattern form(String of) {
        return Pattern.compile(EDGE_BEFORE + "(?:" + of + ")" + EDGE_AFTER);
    }

    /** What was found, each with its line, without the secret itself. */
    static List<String> findings(String name, String log, Collection<String> secrets) {
        List<String> found = new ArrayList<>();
        for (String secret : secrets) {
            int at = log.indexOf(secret);
            if (at >= 0) {
                found.add(place(name, log, at) + ": a password or token that a test used (" + secret.charAt(0) + "…, "
                        + secret.length() + " characters)");
            }
        }
        FORMS.forEach((what, form) -> {
            Matcher matcher = form.matcher(log);
            while (matcher.find()) {
                found.add(place(name, log, matcher.start()) + ": " + what + " (" + matcher.group().substring(0, 3)
                        + "…)");
            }
        });
        return found;
    }

    private static String place(String name, String log, int at) {
        return name + ":" + (log.substring(0, at).lines().count() + (at > 0 && log.charAt(at - 1) == '\n' ? 1 : 0));
    }
}
