package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.ProgressStore.Read;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The rules of each district, kept until their version changes. Building them reads the whole organisation once; asking
 * whether they still hold rides in a select that is made anyway.
 */
@Component
class RulesInForce {

    private final LedgerStore ledger;
    private final ObjectProvider<WorldSource> world;
    private final ObjectProvider<KindNames> kinds;
    private final DistrictCharters library;
    private final ConcurrentHashMap<String, Rules> byDistrict = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<List<Object>, Charter> charters = new ConcurrentHashMap<>();

    RulesInForce(LedgerStore ledger, ObjectProvider<WorldSource> world,
            ObjectProvider<KindNames> kinds, DistrictCharters library) {
        this.ledger = ledger;
        this.world = world;
        this.kinds = kinds;
        this.library = library;
    }

    /** The rules in the version a ledger row names. */
    Rules of(Head head) {
        Rules known = byDistrict.get(Scope.required().code());
        if (known != null && known.version().equals(head.version())) {
            return known;
        }
        WorldSource.Loaded loaded = world.getObject().load();
        Charter charter = charters.computeIfAbsent(List.of(head.charter(), head.overlays()),
                _ -> library.read(head));
        Rules fresh = new Rules(head.version(), new Counting(charter, loaded.world()),
                loaded.labels().naming(kinds.getObject().names()));
        byDistrict.put(Scope.required().code(), fresh);
        return fresh;
    }

    /** The rules as they were last read here, without asking whether they still hold: for what may lag a moment. */
    Optional<Rules> known() {
        return Optional.ofNullable(byDistrict.get(Scope.required().code()));
    }

    /** One select; empty where the district has adopted no charter. */
    Optional<Rules> current() {
        return ledger.read().map(this::of);
    }

    /**
     * Reads by the rules known so far, and again by the new ones where they turn out to be old: one select, unless the
     * rules have just changed.
     */
    Optional<Seen> reading(Function<Rules, Read> read) {
        Rules known = byDistrict.get(Scope.required().code());
        if (known == null) {
            Optional<Rules> first = current();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            known = first.get();
        }
        Read result = read.apply(known);
        Optional<Head> head = result.head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        if (head.get().version().equals(known.version())) {
            return Optional.of(new Seen(known, head.get(), result));
        }
        Rules fresh = of(head.get());
        return Optional.of(new Seen(fresh, head.get(), read.apply(fresh)));
    }

    /** What was read, and the rules it was read by. */
    record Seen(Rules rules, Head head, Read read) {}
}
