package org.jiaogongti.platform.agenda.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jiaogongti.platform.agenda.Feed;
import org.jiaogongti.platform.agenda.Feeds.Named;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.QrPath;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's feeds, and the one that may be made here.
 *
 * @param offer whose calendar the page was asked about
 * @param problem in words, or empty
 * @param shown the address that was just made, or null
 */
public record FeedsView(List<Named> feeds, Named offer, String problem, @Nullable Shown shown, Messages m) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public FeedsView {
        feeds = List.copyOf(feeds);
    }

    /**
     * An address that is seen once.
     *
     * @param web the same for a click that opens the calendar program
     */
    public record Shown(String address, String web, QrPath qr) {}

    public String name(Named named) {
        String whose = named.own()
                ? m.t("agenda.title.own")
                : !named.open()
                        ? m.t("agenda.feed.closed")
                        : named.name().isEmpty() ? m.t("agenda.title.all") : m.t("agenda.title.of", named.name());
        String subject = named.feed().of().subject();
        return subject.isEmpty() ? whose : m.t("agenda.title.subject", whose, subject);
    }

    public String made(Feed feed) {
        return feed.made().format(MINUTE);
    }

    /** Empty where it was never fetched. */
    public String used(Feed feed) {
        return feed.used() == null ? "" : feed.used().format(MINUTE);
    }

    public String of() {
        return Addressing.of(offer.feed().of(), offer.own());
    }

    public String subject() {
        return offer.feed().of().subject();
    }
}
