package org.jiaogongti.platform.obligation.web;

import java.nio.charset.StandardCharsets;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.obligation.Span;
import org.springframework.web.util.UriUtils;

/** Addresses of pages and anchors; a slash inside a counterpart is written as a tilde. */
final class Addresses {

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

    static String anchor(String clause) {
        return ClauseAddress.anchor(clause);
    }

    static String clause(String clause) {
        return ClauseAddress.of(clause);
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
