package org.jiaogongti.platform.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes what nobody closed on its day, so that the occasion knows who came; the page says that it was closed by itself. */
@Component
class Nights {

    private final RollGround ground;
    private final TransactionTemplate transaction;

    Nights(RollGround ground, TransactionTemplate transaction) {
        this.ground = ground;
        this.transaction = transaction;
    }

    @Bean
    static Job closeRolls(Nights nights) {
        return Job.daily("close-rolls", 0, 20, (_, day) -> Job.Report.of(nights.close(day)));
    }

    /** How many were closed; each in a transaction of its own, so that one that cannot be does not keep the others. */
    int close(LocalDate day) {
        List<UUID> open = Objects.requireNonNull(transaction.execute(_ -> ground.rolls().forgotten(day)));
        open.forEach(occasion -> transaction.executeWithoutResult(_ -> ground.rolls().lock(occasion)
                .filter(sealed -> sealed.roll().isOpen()).ifPresent(_ -> ground.close(Actor.system(), occasion))));
        return open.size();
    }
}
