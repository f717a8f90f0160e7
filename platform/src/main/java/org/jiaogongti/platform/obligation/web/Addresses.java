package org.jiaogongti.platform.obligation.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jiaogongti.charter.counting.InstanceKey;
import org.springframework.web.util.UriUtils;

/** Addresses of pages and anchors; a slash inside a counterpart is written as a tilde. */
final class Addresses {

    private static final Map<Character, Integer> NUMERALS = Map.of('一', 1, '二', 2, '三', 3, '四', 4, '五', 5, '六', 6,
            '七', 7, '八', 8, '九', 9, '十', 10);

    private Addresses() {}

    static String instance(InstanceKey key) {
        return "/duties/" + part(key.duty()) + "/" + part(key.bearer()) + "/"
                + part(key.counterpart().replace('/', '~')) + "/" + part(key.period());
    }

    /** The counterpart as the engine knows it. */
    static String counterpart(String inAddress) {
        return inAddress.replace('~', '/');
    }

    static String cell(String duty, String community, Span span) {
        return "/duties/" + part(duty) + "/" + part(community) + "?" + span.query();
    }

    static String record(String duty) {
        return "/activities/new?duty=" + part(duty);
    }

    /** {@code 三(二)3} stands at {@code c-3-2-3}. */
    static String anchor(String clause) {
        StringBuilder anchor = new StringBuilder("c");
        boolean digits = false;
        for (int at = 0; at < clause.length(); at++) {
            char sign = clause.charAt(at);
            Integer numeral = NUMERALS.get(sign);
            if (numeral != null) {
                anchor.append('-').append(numeral);
                digits = false;
            } else if (Character.isDigit(sign)) {
                anchor.append(digits ? "" : "-").append(sign);
                digits = true;
            }
        }
        return anchor.toString();
    }

    static String clause(String clause) {
        return "/charter/notice#" + anchor(clause);
    }

    /** The part of the notice shown together: {@code 三(二)} of {@code 三(二)3}, {@code 五} of {@code 五(三)2}. */
    static String charterPart(String clause) {
        int close = clause.indexOf(')');
        return clause.startsWith("三") && close > 0 ? clause.substring(0, close + 1) : clause.substring(0, 1);
    }

    static String charter(String clause) {
        return "/charter?part=" + part(charterPart(clause)) + "#" + anchor(clause);
    }

    static String part(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
