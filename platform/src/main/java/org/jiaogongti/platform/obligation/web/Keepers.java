package org.jiaogongti.platform.obligation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.platform.obligation.Kept;
import org.springframework.stereotype.Component;

/** All modules that keep what a duty asks for without anything being held. */
@Component
class Keepers {

    private final List<Kept.Source> sources;

    Keepers(List<Kept.Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** By duty, one a community. */
    Map<String, List<Kept>> of(Kept.Asked asked) {
        Map<String, List<Kept>> all = new HashMap<>();
        sources.forEach(source -> all.putAll(source.of(asked)));
        return all;
    }

    /** The duties one of them answers for, whatever the span. */
    Set<String> duties(Charter charter) {
        return charter.obligations().stream()
                .filter(duty -> !duty.counts() && sources.stream().anyMatch(source -> source.keeps(duty)))
                .map(Obligation::id).collect(Collectors.toUnmodifiableSet());
    }
}
