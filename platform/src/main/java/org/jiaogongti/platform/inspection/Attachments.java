package org.jiaogongti.platform.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Something said with files: it is tried first, so that no file is kept for what is refused; the bytes are received outside of
 * a transaction; then it is said for good, with its files, or not at all.
 */
@Component
class Attachments {

    private final EvidenceFiles files;
    private final TransactionTemplate transaction;

    Attachments(EvidenceFiles files, TransactionTemplate transaction) {
        this.files = files;
        this.transaction = transaction;
    }

    /**
     * Says it.
     *
     * @param saying writes in the transaction it is called in
     * @param attaching adds the files to what was said
     */
    Outcome with(Collection<Upload> uploads, Supplier<Outcome> saying,
            BiFunction<Outcome, List<Received.Stored>, Outcome> attaching) {
        List<Received.Stored> stored = new ArrayList<>();
        if (!uploads.isEmpty()) {
            Outcome tried = Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return saying.get();
            }));
            if (tried instanceof Outcome.Refused) {
                return tried;
            }
            for (Upload upload : uploads) {
                switch (files.receive(upload)) {
                    case Received.Stored kept -> stored.add(kept);
                    case Received.Refused no -> {
                        return new Outcome.Refused(no.key(), no.numbers());
                    }
                }
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Outcome outcome = attaching.apply(saying.get(), stored);
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /** The files beside what was said; the answer is what was said, or why a file cannot be kept. */
    Outcome attach(Actor actor, UUID holder, UUID school, List<Received.Stored> stored, Outcome said) {
        for (Received.Stored file : stored) {
            switch (files.attach(actor, holder, school, file)) {
                case EvidenceFiles.Added.Kept _ -> {
                }
                case EvidenceFiles.Added.No no -> {
                    return new Outcome.Refused(no.key(), no.numbers());
                }
                case EvidenceFiles.Added.Absent _ -> {
                    return Outcome.no("inspection.refused.file");
                }
            }
        }
        return said;
    }
}
