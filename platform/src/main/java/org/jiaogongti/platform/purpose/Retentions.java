package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.purpose.Certificate.Cause;
import org.jiaogongti.platform.purpose.Certificates.Gone;
import org.jiaogongti.platform.purpose.store.PurposeStore;
import org.jiaogongti.platform.purpose.store.RetentionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of what is kept of pupils. A row of pupil data refers to its clock, so its owner sets the clock first; when it
 * has run out, the owner erases and the clock goes, and a certificate says so.
 */
@Service
@Transactional
public class Retentions {

    /** So many clocks in one transaction. */
    private static final int AT_ONCE = 500;

    private final RetentionStore store;
    private final PurposeStore purposes;
    private final Certificates certificates;

    Retentions(RetentionStore store, PurposeStore purposes, Certificates certificates) {
        this.store = store;
        this.purposes = purposes;
        this.certificates = certificates;
    }

    /** A clock that has run out. */
    public record Due(UUID purpose, PupilKey pupil, UUID batch, Cause cause) {}

    /**
     * How a purpose's clocks stand.
     *
     * @param waiting whose event has not come
     * @param over that must go today, or should have
     * @param month due within 30 days, those over not counted
     * @param quarter due within 90 days, those of the month counted
     */
    public record Standing(UUID purpose, int waiting, int running, int over, int month, int quarter) {}

    /** Sets a clock that stands until its event comes. One that is there stays as it is. */
    public void hold(PupilAccess access, PupilKey pupil, UUID batch) {
        store.hold(access.purpose(), pupil, batch);
    }

    /** What is kept of a pupil in a batch begins to count on a day. A clock that runs can be set earlier, never later. */
    public void begin(PupilAccess access, PupilKey pupil, UUID batch, LocalDate day) {
        Purpose purpose = purposes.find(access.purpose()).orElseThrow();
        store.begin(access.purpose(), pupil, batch, day, purpose.terms().keeping().due(day));
    }

    @Transactional(readOnly = true)
    public List<Standing> standings(LocalDate day) {
        return store.standings(day);
    }

    /**
     * Certificates, newest first.
     *
     * @param before only lines with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<Certificate> certificates(@Nullable Long before, int size) {
        return store.certificates(before, size);
    }

    /**
     * Erases what has run out by a day, up to a number of clocks: call it again until no certificate comes. Either all of
     * it is gone and certified, or nothing is.
     */
    List<Certificate> erase(LocalDate day, Collection<Erasing> owners) {
        purposes.all().stream().filter(Purpose::confirmed).forEach(purpose -> {
            LocalDate last = purpose.terms().to();
            if (last != null && last.isBefore(day)) {
                store.beginAll(purpose.id(), last, purpose.terms().keeping().due(last));
            }
        });
        Map<UUID, Map<Cause, List<Due>>> due = store.due(day, AT_ONCE).stream().collect(Collectors.groupingBy(
                Due::purpose, TreeMap::new, Collectors.groupingBy(Due::cause, TreeMap::new, Collectors.toList())));
        List<Certificate> written = new ArrayList<>();
        due.forEach((purpose, causes) -> causes.forEach(
                (cause, clocks) -> written.add(erased(purpose, cause, clocks, day, owners))));
        return written;
    }

    private Certificate erased(UUID purpose, Cause cause, List<Due> clocks, LocalDate day, Collection<Erasing> owners) {
        PupilAccess access = PupilViews.toErase(purpose, day);
        TreeMap<String, Integer> places = new TreeMap<>();
        TreeSet<String> lines = new TreeSet<>();
        Set<PupilKey> pupils = new HashSet<>();
        for (Due clock : clocks) {
            for (Erasing owner : owners) {
                owner.erase(access, clock.pupil(), clock.batch()).forEach((table, rows) -> {
                    places.merge(table, rows, Integer::sum);
                    lines.add(clock.pupil().value() + " " + clock.batch() + " " + table + " " + rows + "\n");
                });
            }
            remove(clock);
            pupils.add(clock.pupil());
        }
        access.close();
        return certificates.write(new Gone("PupilDataErased", Purposes.KIND, purpose, purpose, null, cause,
                pupils.size(), places, lines, day));
    }

    private void remove(Due clock) {
        try {
            store.remove(clock);
        } catch (DataIntegrityViolationException left) {
            throw new IllegalStateException("Rows of a pupil are still there after every owner has erased, for purpose "
                    + clock.purpose() + ".\nLet the module that owns the table of the constraint below implement "
                    + "Erasing for it. Nothing was erased.", left);
        }
    }
}
