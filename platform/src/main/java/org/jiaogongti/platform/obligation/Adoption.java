package org.jiaogongti.platform.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.AmendmentStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.NewInstance;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A district takes a charter as its own. */
@Service
public class Adoption {

    private final LedgerStore ledger;
    private final ProgressStore progress;
    private final RulesInForce rulesInForce;
    private final CharterLibrary library;
    private final AmendmentStore editions;
    private final Rederivation rederivation;
    private final Ids ids;
    private final BusinessClock clock;

    Adoption(LedgerStore ledger, ProgressStore progress, RulesInForce rulesInForce,
            CharterLibrary library, AmendmentStore editions,
            Rederivation rederivation, Ids ids, BusinessClock clock) {
        this.ledger = ledger;
        this.progress = progress;
        this.rulesInForce = rulesInForce;
        this.library = library;
        this.editions = editions;
        this.rederivation = rederivation;
        this.ids = ids;
        this.clock = clock;
    }

    /** Charters that can be adopted. */
    public List<String> charters() {
        return library.charters();
    }

    /** Adopts a charter with every later law that stands beside it. */
    @Transactional
    public void adopt(String charter, @Nullable UUID account) {
        adopt(charter, library.overlays(charter), account);
    }

    /**
     * Adopts a charter from a file of the district's own, with every later law that stands beside a charter of its name.
     *
     * @throws org.jiaogongti.charter.reading.InvalidCharter where it has errors
     */
    @Transactional
    public void adopt(CharterText text, @Nullable UUID account) {
        String id = Charters.of(WholeFile.NAME, text).id();
        UUID edition = ids.next();
        editions.insertEdition(edition, text, clock.now());
        adopt(DistrictCharters.named(edition), library.overlays(id), account);
    }

    /** Adopts a charter with these later laws; what is recorded already is judged again. */
    @Transactional
    public void adopt(String charter, List<String> overlays, @Nullable UUID account) {
        Optional<Head> before = ledger.hold();
        Head head = new Head(ids.next(), charter, overlays, before.map(Head::appliedTo).orElse(clock.today()));
        ledger.adopt(ids.next(), head, clock.now(), account);
        Rules rules = rulesInForce.of(head);
        if (before.isPresent()) {
            rederivation.everything(rules);
            return;
        }
        List<NewInstance> instances = new ArrayList<>();
        rules.instances().forEach(instance -> instances.add(new NewInstance(instance, null, null)));
        progress.put(instances);
    }
}
