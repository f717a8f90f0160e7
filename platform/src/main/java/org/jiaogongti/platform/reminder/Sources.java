package org.jiaogongti.platform.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Due.Sort;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everybody who knows what is due. Looked up when asked, as they come after this module. */
@Component
class Sources {

    private final ObjectProvider<Due.Source> all;

    Sources(ObjectProvider<Due.Source> all) {
        this.all = all;
    }

    Optional<Due.Source> of(String kind) {
        return all.orderedStream().filter(source -> source.kind().equals(kind)).findFirst();
    }

    List<Sort> sorts() {
        return all.orderedStream().flatMap(source -> source.sorts().stream()).toList();
    }

    List<Due> open(LocalDate today, LocalDate until) {
        List<Due> open = new ArrayList<>();
        all.orderedStream().forEach(source -> open.addAll(source.open(today, until)));
        return open;
    }

    /** Those of some matters that are not done. */
    Set<Matter> stillOpen(LocalDate today, Collection<Matter> matters) {
        Map<String, List<String>> byKind = matters.stream().collect(
                Collectors.groupingBy(Matter::kind, Collectors.mapping(Matter::id, Collectors.toList())));
        Set<Matter> open = new HashSet<>();
        byKind.forEach((kind, ids) -> of(kind)
                .ifPresent(source -> source.open(today, ids).forEach(due -> open.add(due.matter()))));
        return open;
    }
}
