package org.jiaogongti.platform.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos and scans of receipts: their bytes come first, outside of the transaction in which the payment is written. */
@Component
class Receipts {

    private static final int MOST = 10;

    private final EvidenceFiles files;
    private final TransactionTemplate transaction;

    Receipts(EvidenceFiles files, TransactionTemplate transaction) {
        this.files = files;
        this.transaction = transaction;
    }

    EvidenceFiles files() {
        return files;
    }

    /** Receives the bytes and then writes, or writes nothing where either is refused. */
    Outcome with(List<Upload> uploads, Function<List<Received.Stored>, Outcome> writing) {
        if (uploads.size() > MOST) {
            return Outcome.no("files", "spending.refused.files", MOST);
        }
        List<Received.Stored> stored = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (files.receive(upload)) {
                case Received.Stored kept -> stored.add(kept);
                case Received.Refused no -> {
                    return new Outcome.Refused("files", no.key(), no.numbers());
                }
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Outcome outcome = writing.apply(stored);
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /** Puts the files beside a payment; what is answered is why one cannot be kept. */
    Optional<Outcome> attach(Actor actor, UUID expense, UUID school, List<Received.Stored> stored) {
        for (Received.Stored file : stored) {
            if (files.attach(actor, expense, school, file) instanceof EvidenceFiles.Added.No no) {
                return Optional.of(new Outcome.Refused("files", no.key(), no.numbers()));
            }
        }
        return Optional.empty();
    }

    boolean full(Expense expense, int more) {
        return expense.receipts() + more > MOST;
    }
}
