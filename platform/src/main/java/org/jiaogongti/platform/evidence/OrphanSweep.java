package org.jiaogongti.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.evidence.store.EvidenceStore;
import org.jiaogongti.platform.evidence.store.FileDepot;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files whose row never came: a save that failed or a server that was killed in between. */
@Component
public class OrphanSweep {

    /** A save takes seconds; a day leaves room for everything slower. */
    private static final Duration AGE = Duration.ofDays(1);

    private final Districts districts;
    private final FileDepot depot;
    private final EvidenceStore store;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    /** Never inside another transaction: its lock must not last longer than the removal. */
    private final TransactionTemplate alone;

    OrphanSweep(Districts districts, FileDepot depot, EvidenceStore store, BusinessClock clock,
            TransactionTemplate transaction) {
        this.districts = districts;
        this.depot = depot;
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
        this.alone = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The first district's run looks after the files of districts that are not here. */
    @Bean
    static Job sweepFiles(OrphanSweep sweep) {
        return Job.daily("sweep-files", 4, 0, (district, _) -> Report.of(sweep.sweep(district)
                + (sweep.districts.all().getFirst().equals(district) ? sweep.sweepUnknown() : 0)));
    }

    /** Files of districts that are not here: an import of a whole district that was killed leaves them. Returns how many. */
    public int sweepUnknown() {
        Set<String> known = districts.all().stream().map(District::code).collect(Collectors.toSet());
        int removed = 0;
        try {
            for (String district : depot.districts()) {
                if (!known.contains(district)) {
                    for (String hash : depot.hashesOlderThan(district, AGE, clock.now())) {
                        depot.remove(district, hash);
                        removed++;
                    }
                }
            }
            return removed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The data directory cannot be swept.\nCheck its rights.", unreadable);
        }
    }

    /** How many files of a district were removed. */
    public int sweep(District district) {
        try {
            int removed = depot.removeLeftovers(AGE, clock.now());
            List<String> old = depot.hashesOlderThan(district.code(), AGE, clock.now());
            Set<String> known = Scope.call(district, () -> transaction.execute(status -> store.known(old)));
            for (String hash : old) {
                if (!known.contains(hash) && drop(district, hash)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The data directory cannot be swept.\nCheck its rights.", unreadable);
        }
    }

    /**
     * Removes the bytes of a file that has no row. Whoever gives the same content a row again waits meanwhile, and then finds
     * that its bytes are gone; false where it has a row.
     */
    boolean drop(District district, String hash) {
        return Scope.call(district, () -> Boolean.TRUE.equals(alone.execute(_ -> {
            store.lockBytes(hash, true);
            if (!store.known(List.of(hash)).isEmpty()) {
                return false;
            }
            try {
                depot.remove(district.code(), hash);
                return true;
            } catch (IOException unwritable) {
                throw new UncheckedIOException("File " + hash
                        + " cannot be removed.\nCheck the rights of the data directory.", unwritable);
            }
        })));
    }
}
