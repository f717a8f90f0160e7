package org.jiaogongti.platform.burden;

import java.util.List;
import java.util.Optional;

/** The kinds of form that schools fill in. */
public enum FormKind {

    /** 记活动: a new record. */
    RECORD("/activities"),
    /** 批量录入. */
    BATCH("/activities/batch"),
    /** 报备、交方案. */
    FILING("/activities/{id}/filing"),
    /** 来过、不对, an answer to a question or to advice. */
    ANSWER("/activities/{id}/answers", "/filings/{id}/answer", "/recommendations/{id}/answers"),
    /** 改记录、办完了、取消. */
    CHANGE("/activities/{id}", "/activities/{id}/held", "/activities/{id}/cancellation", "/activities/{id}/withdrawal",
            "/activities/{id}/join", "/activities/{id}/separation"),
    /** 人员名册、结对. */
    REGISTER("/people", "/people/{id}", "/people/{id}/postings", "/people/{id}/postings/{posting}/end",
            "/people/{id}/ranks", "/people/{id}/titles", "/people/{id}/subjects", "/people/{id}/employments",
            "/mentoring", "/mentoring/{id}/meetings", "/mentoring/{id}/end", "/groups/{community}/seats",
            "/groups/{community}/seats/{seat}/end"),
    /** 监护人同意情况. */
    CONSENT("/purposes/{id}/answers");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> routes;

    FormKind(String... routes) {
        this.routes = List.of(routes);
    }

    /** The kind behind a route, its path as the controller writes it. */
    public static Optional<FormKind> of(String route) {
        for (FormKind kind : values()) {
            if (kind.routes.contains(route)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public List<String> routes() {
        return routes;
    }
}
