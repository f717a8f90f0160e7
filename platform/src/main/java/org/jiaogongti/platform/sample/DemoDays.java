package org.jiaogongti.platform.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The demo's date, which stands still until somebody moves it on: what takes days, such as the time in which schools are
 * heard, can be tried in one sitting. Elsewhere there is nothing to find here.
 */
@Service
@Transactional(readOnly = true)
public class DemoDays {

    /** Beside the files of the demo, so that it goes when they go; it outlives a restart, as does what was done by then. */
    private static final String KEPT = "business-date";

    private final Installation installation;
    private final BusinessClock clock;
    private final Calendars calendars;
    private final Journal journal;

    DemoDays(Installation installation, BusinessClock clock, Calendars calendars, Journal journal) {
        this.installation = installation;
        this.clock = clock;
        this.calendars = calendars;
        this.journal = journal;
        if (installation.demo() && Files.exists(file())) {
            clock.moveTo(kept());
        }
    }

    /** Where the date can go. */
    public record Reach(LocalDate today, LocalDate last) {

        /** The first days that can be asked for with one click. */
        public List<LocalDate> next() {
            return List.of(today.plusDays(1), today.plusDays(7)).stream().filter(day -> !day.isAfter(last)).toList();
        }
    }

    /** The answer to a day that was asked for. */
    public sealed interface Moved {

        /** The date is now that day. */
        record Done(LocalDate today) implements Moved {}

        /** Nothing has changed; the key of the message says why. */
        record Refused(String key) implements Moved {}
    }

    public Reach reach() {
        if (!installation.demo()) {
            throw new Absent("page of the demo", "day");
        }
        LocalDate last = calendars.current().periods().stream().map(Period::days).map(days -> days.last())
                .max(Comparator.naturalOrder()).orElse(clock.today());
        return new Reach(clock.today(), last);
    }

    /** Moves the date on. It never goes back: what was done by then would lie in the future. */
    @Transactional
    public Moved moveOn(Actor actor, @Nullable LocalDate day) {
        Reach reach = reach();
        if (day == null) {
            return new Moved.Refused("sample.day.refused.none");
        }
        if (!day.isAfter(reach.today())) {
            return new Moved.Refused("sample.day.refused.back");
        }
        if (day.isAfter(reach.last())) {
            return new Moved.Refused("sample.day.refused.far");
        }
        journal.write(actor, "DemoDateMoved", "demo", null,
                Map.of("from", reach.today().toString(), "to", day.toString()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                keep(day);
                clock.moveTo(day);
            }
        });
        return new Moved.Done(day);
    }

    private Path file() {
        return installation.data().resolve(KEPT);
    }

    private LocalDate kept() {
        try {
            return LocalDate.parse(Files.readString(file()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(file() + " cannot be read.\nDelete it, or start with --fresh.", e);
        }
    }

    private void keep(LocalDate day) {
        try {
            Path half = Files.writeString(file().resolveSibling(KEPT + ".new"), day + "\n");
            Files.move(half, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file() + " cannot be written.\nMake room in the data folder.", e);
        }
    }
}
