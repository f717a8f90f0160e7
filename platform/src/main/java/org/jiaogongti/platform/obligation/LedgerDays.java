package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a day begin: what counts from it on, counts. Doing it twice does nothing. */
@Service
public class LedgerDays {

    private final LedgerStore ledger;
    private final ProgressStore progress;

    LedgerDays(LedgerStore ledger, ProgressStore progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    /** Moves the current district's ledger to a day, also back (a demo may be started at an earlier date). False where it is there already. */
    @Transactional
    public boolean moveTo(LocalDate day) {
        return ledger.hold().filter(head -> !head.appliedTo().equals(day)).map(head -> {
            progress.advance(head.appliedTo(), day);
            ledger.appliedTo(day);
            return true;
        }).orElse(false);
    }
}
