package org.jiaogongti.platform.access;

import java.util.Map;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.seal.Seals;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Before the first request: the key file is shown to open every district, and what still lies unsealed is sealed. */
@Component
final class SealsAtStart implements SmartInitializingSingleton {

    private final Districts districts;
    private final Mending mending;

    SealsAtStart(Districts districts, Mending mending) {
        this.districts = districts;
        this.mending = mending;
    }

    @Override
    public void afterSingletonsInstantiated() {
        districts.all().forEach(district -> Scope.run(district, mending::mend));
    }

    /** One district's part, in one transaction. */
    @Component
    static class Mending {

        private final Seals seals;
        private final SecondFactors factors;
        private final Journal journal;

        Mending(Seals seals, SecondFactors factors, Journal journal) {
            this.seals = seals;
            this.factors = factors;
            this.journal = journal;
        }

        @Transactional
        public void mend() {
            int rewrapped = seals.rewrap();
            if (rewrapped > 0) {
                journal.write(Actor.system(), "DataKeysRewrapped", "district", null, Map.of("keys", rewrapped));
            }
            factors.sealAll();
        }
    }
}
