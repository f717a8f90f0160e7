package org.jiaogongti.platform.agenda.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.activity.OccasionDays.Seat;
import org.jiaogongti.platform.agenda.Feeds.Fetched;
import org.jiaogongti.platform.agenda.model.FeedEvent;
import org.jiaogongti.platform.agenda.model.FeedEvent.Standing;
import org.jiaogongti.platform.agenda.model.FeedText;
import org.jiaogongti.platform.agenda.model.Span;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** A fetched calendar in words: what is done, where, by whom; of pupils nothing but their class. */
record FeedWords(Fetched fetched, Messages m, String base) {

    String text() {
        return FeedText.of(name(), fetched.occasions().stream().map(this::event).toList());
    }

    private String name() {
        String whose = fetched.own() || !fetched.name().isEmpty()
                ? m.t("agenda.title.of", fetched.name())
                : m.t("agenda.title.all");
        return fetched.subject().isEmpty() ? whose : m.t("agenda.title.subject", whose, fetched.subject());
    }

    private FeedEvent event(Dated dated) {
        @Nullable
        Span span = fetched.times().get(dated.id());
        Seat seat = dated.seat();
        Instant changed = Objects.requireNonNullElse(fetched.changes().get(dated.id()), dated.occasion().entry().at());
        return new FeedEvent(dated.id(), dated.occasion().version() - 1 + (seat == null ? 0 : seat.changes()),
                seat != null && seat.changed().isAfter(changed) ? seat.changed() : changed, standing(dated),
                dated.day(), span != null && span.told() ? span : null, title(dated), dated.place(),
                more(dated, span), base + dated.path());
    }

    private static Standing standing(Dated dated) {
        Seat seat = dated.seat();
        return Words.gone(dated)
                ? Standing.CANCELLED
                : seat == null || seat.hasPlace() ? Standing.CONFIRMED : Standing.TENTATIVE;
    }

    private String title(Dated dated) {
        Seat seat = dated.seat();
        return Words.gone(dated)
                ? m.t("agenda.feed.gone", dated.title())
                : seat != null && !seat.hasPlace()
                        ? m.t("agenda.feed.waiting", dated.title())
                        : dated.moved() == null ? dated.title() : m.t("agenda.feed.moved", dated.title());
    }

    private String more(Dated dated, @Nullable Span span) {
        Words words = new Words(m);
        List<String> lines = new ArrayList<>(List.of(dated.kinds()));
        String when = words.time(dated, span);
        if (!when.isEmpty()) {
            lines.add(when);
        }
        if (!dated.occasion().said().className().isEmpty()) {
            lines.add(dated.occasion().said().className());
        }
        if (!dated.occasion().said().people().isEmpty()) {
            lines.add(m.t("agenda.feed.people", words.people(dated)));
        }
        if (dated.moved() != null) {
            lines.add(words.moved(dated));
        }
        if (dated.seat() != null) {
            lines.add(m.t("agenda.feed.seat", words.seat(dated)));
        }
        lines.add(m.t("agenda.feed.state", words.state(dated), dated.side()));
        return String.join("\n", lines);
    }
}
