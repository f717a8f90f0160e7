package org.jiaogongti.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.cli.facts.FactsDirectory;
import org.jspecify.annotations.Nullable;

/** Records without errors, and a charter to count them by. */
record Case(Charter charter, FactsDirectory facts, Counting counting) {

    /** Null where the records have errors, which have then been given to {@code errors} line by line. */
    static @Nullable Case read(CaseOptions options, Charter charter, Consumer<String> errors) {
        FactsDirectory facts = options.facts(charter);
        if (!facts.problems().anyErrors()) {
            Counting counting = new Counting(charter, facts.world());
            facts.checkWaiverTargets(ownTargets(counting));
            if (!facts.problems().anyErrors()) {
                return new Case(charter, facts, counting);
            }
        }
        facts.problems().errors().forEach(problem -> errors.accept(problem.toString()));
        return null;
    }

    private static Map<InstanceKey, Integer> ownTargets(Counting counting) {
        Map<InstanceKey, Integer> targets = new HashMap<>();
        for (Instance instance : counting.instances()) {
            targets.put(instance.key(), instance.target());
        }
        return targets;
    }

    void printNotes(Consumer<String> err) {
        facts.problems().notes().forEach(note -> err.accept(note.toString()));
    }
}
