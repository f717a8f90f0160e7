package org.jiaogongti.platform.obligation.web;

import java.util.List;

/** The whole notice, passage by passage, its clauses with anchors. */
public record NoticeView(String title, String index, String issuer, String issued, List<Passage> passages) {

    /**
     * One line of the notice.
     *
     * @param anchor empty where the line is no clause
     * @param heading whether it is a heading
     * @param charterHref where its duties are, empty where none
     */
    public record Passage(String anchor, String address, boolean heading, String text, String charterHref) {}
}
