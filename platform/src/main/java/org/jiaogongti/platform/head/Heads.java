package org.jiaogongti.platform.head;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.head.HeadFile.Before;
import org.jiaogongti.platform.head.HeadFile.Issue;
import org.jiaogongti.platform.head.HeadFile.Read;
import org.jiaogongti.platform.head.HeadFile.Whole;
import org.jiaogongti.platform.head.store.HeadStore;
import org.jiaogongti.platform.head.store.HeadStore.Kept;
import org.jiaogongti.platform.journal.ChainEnd;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.News;
import org.jiaogongti.platform.reminder.Stage;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal's head of each day: signed, kept, given out, and told to whoever asked for it. */
@Service
public class Heads {

    static final String PAGE = "/journal/heads";
    private static final String KIND = "head";
    private static final int SHOWN = 31;
    /** Who may be told each day: they see the page, and its letters are no use to others. */
    private static final Set<Posting> TOLD = Set.of(Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK,
            Role.INSPECTOR).stream().map(Posting::inDistrict).collect(Collectors.toUnmodifiableSet());

    private final HeadStore store;
    private final Journal journal;
    private final Telling telling;
    private final SigningKeys keys;
    private final BusinessClock clock;

    Heads(HeadStore store, Journal journal, Telling telling, SigningKeys keys, BusinessClock clock) {
        this.store = store;
        this.journal = journal;
        this.telling = telling;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whom it is told to, and in whose words. */
    @Component
    record Telling(News news, Holders holders, Districts districts, MessageBook book) {}

    /**
     * A head that was given out.
     *
     * @param filed whether it lies in the folder
     * @param file null where what the database has is no head any more
     * @param ours whether it is still as this installation signed it
     */
    public record Sheet(long number, LocalDate day, long lines, boolean filed, @Nullable HeadFile file, boolean ours) {}

    /**
     * What the page shows.
     *
     * @param rows newest first
     * @param next the day from which the next page goes on, or null at the end
     * @param waiting how many do not lie in the folder yet
     * @param fingerprint of the key that signs; empty before the first one
     * @param told how many people are told each day
     * @param me whether the reader is one of them
     */
    public record Page(List<Sheet> rows, @Nullable LocalDate next, int waiting, String fingerprint, int told,
            boolean me) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Gives out the head of a day, the first time it is asked for. After days on which no server ran there is one for all of them,
     * which says since when.
     */
    @Transactional
    boolean give(District district, LocalDate day) {
        Optional<ChainEnd> end = journal.end();
        Optional<Kept> last = store.last();
        if (end.isEmpty() || last.filter(kept -> !kept.day().isBefore(day)).isPresent()) {
            return false;
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        long number = last.map(Kept::number).orElse(0L) + 1;
        Issue issue = new Issue(telling.districts().name(district).orElse(district.code()), number, day,
                last.map(kept -> new Before(kept.day(), kept.lines())).orElse(null), now);
        HeadFile file = HeadFile.signed(end.get(), issue, keys.secret());
        if (!store.add(number, day, end.get().lines(), file.text())) {
            return false;
        }
        tell(file);
        journal.write(Actor.system(), "HeadGivenOut", KIND, null,
                Map.of("number", number, "lines", end.get().lines(), "sm3", end.get().sm3()));
        return true;
    }

    /** What a letter says is enough to check by: {@code ./jgt journal verify --head} takes it as it stands there. */
    private void tell(HeadFile file) {
        Set<UUID> asked = new HashSet<>(store.recipients());
        if (asked.isEmpty()) {
            return;
        }
        Set<UUID> entitled = telling.holders().of(TOLD).values().stream().flatMap(Set::stream)
                .collect(Collectors.toSet());
        asked.retainAll(entitled);
        ChainEnd end = file.end();
        String title = telling.book().in(Language.ZH).t("head.told", file.issue().day().toString(),
                end.district() + ":" + end.lines() + ":" + end.sm3());
        telling.news().tellAccounts(Actor.system(), new News.Item(new Matter(KIND, "daily"), Stage.Kind.GIVEN_OUT,
                title, PAGE, file.issue().day(), null, ""), asked);
    }

    @Transactional(readOnly = true)
    public Page page(Actor actor, LocalDate until) {
        List<Kept> found = store.until(until, SHOWN + 1);
        Set<String> known = keys.publicKeys();
        List<UUID> told = store.recipients();
        return new Page(found.stream().limit(SHOWN).map(kept -> sheet(kept, known)).toList(),
                found.size() > SHOWN ? found.getLast().day() : null, store.waiting(), keys.fingerprint().orElse(""),
                told.size(), told.contains(actor.accountId()));
    }

    /** The one of a day; empty where there is none, or what the database has is no head. */
    @Transactional(readOnly = true)
    public Optional<HeadFile> find(LocalDate day) {
        return store.find(day).flatMap(kept -> Optional.ofNullable(file(kept)));
    }

    /** Whether it was another state before. */
    @Transactional
    public boolean tellMe(Actor actor, boolean daily) {
        boolean changed = daily ? store.addRecipient(actor.accountId()) : store.dropRecipient(actor.accountId());
        if (changed) {
            journal.write(actor, daily ? "HeadLettersAsked" : "HeadLettersEnded", "account", actor.accountId(),
                    Map.of());
        }
        return changed;
    }

    @Transactional(readOnly = true)
    List<Kept> unfiled(int most) {
        return store.unfiled(most);
    }

    @Transactional
    void filed(long number) {
        store.filed(number, clock.now());
    }

    static @Nullable HeadFile file(Kept kept) {
        Read read = HeadFile.read(kept.text());
        return read instanceof Whole whole ? whole.file() : null;
    }

    private static Sheet sheet(Kept kept, Set<String> known) {
        HeadFile file = file(kept);
        boolean ours = file != null && known.contains(file.key()) && file.signed()
                && file.issue().number() == kept.number() && file.issue().day().equals(kept.day())
                && file.end().lines() == kept.lines();
        return new Sheet(kept.number(), kept.day(), kept.lines(), kept.filed(), file, ours);
    }
}
