package org.jiaogongti.charter.reading;

import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.charter.notice.Notice;
import org.jiaogongti.charter.notice.Quote;
import org.jspecify.annotations.Nullable;

/** 条款 and 原文: the notice's own characters where they stand. */
final class QuoteReader {

    private final Source source;
    private final Notice notice;

    QuoteReader(Source source, Notice notice) {
        this.source = source;
        this.notice = notice;
    }

    /** The quote, or null where it does not stand there. */
    @Nullable
    Quote read(Fields fields) {
        String address = fields.text("条款");
        String words = fields.text("原文");
        if (address.isEmpty() || words.isEmpty()) {
            return null;
        }
        if (notice.clause(address).isEmpty()) {
            source.error(fields.at("条款"), "通知里没有条款“" + address + "”。", Suggestion.of(address,
                    notice.clauses().stream().map(Clause::address).toList()));
            return null;
        }
        Quote quote = notice.quote(address, words).orElse(null);
        if (quote == null) {
            source.error(fields.at("原文"), "“" + words + "”不在条款 " + address + " 里，或与原文有出入。",
                    nearestQuote(address, words));
        }
        return quote;
    }

    /** Where the words stand in another clause, or how far they agree. */
    private String nearestQuote(String address, String words) {
        Clause narrowest = null;
        for (Clause clause : notice.clauses()) {
            boolean narrower = narrowest == null || clause.text().length() < narrowest.text().length();
            if (narrower && notice.quote(clause.address(), words).isPresent()) {
                narrowest = clause;
            }
        }
        if (narrowest != null) {
            return "这句话在 " + narrowest.address() + "，请改“条款”。";
        }
        int agrees = words.length();
        while (agrees > 1 && notice.quote(address, words.substring(0, agrees)).isEmpty()) {
            agrees--;
        }
        String next = notice.quote(address, words.substring(0, agrees))
                .map(found -> notice.text().substring(found.end(), Math.min(notice.text().length(), found.end() + 12)))
                .map(text -> text.replace('\n', ' ')).orElse("");
        return agrees > 1
                ? "从原文逐字复制；前 " + agrees + " 个字一致，原文接下来是“" + next + "”。"
                : "从 " + address + " 的原文逐字复制，标点也要一样。";
    }
}
