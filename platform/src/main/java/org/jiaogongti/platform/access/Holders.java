package org.jiaogongti.platform.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.store.HolderStore;
import org.jiaogongti.platform.access.store.HolderStore.Granted;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts behind a post today: whoever holds it, and whoever stands in for them. Disabled accounts are nobody. */
@Service
@Transactional(readOnly = true)
public class Holders {

    private final HolderStore store;
    private final List<PostingSource> sources;
    private final BusinessClock clock;

    Holders(HolderStore store, List<PostingSource> sources, BusinessClock clock) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Three selects and one for each source, whatever the number of posts. Posts that nobody holds are missing. */
    public Map<Posting, Set<UUID>> of(Collection<Posting> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        LocalDate today = clock.today();
        Set<Role> roles = asked.stream().map(Posting::role).collect(Collectors.toSet());
        Map<UUID, Set<Posting>> byPerson = new HashMap<>();
        sources.forEach(source -> source.holders(roles, today)
                .forEach((person, held) -> byPerson.computeIfAbsent(person, _ -> new HashSet<>()).addAll(held)));
        Map<Posting, Set<UUID>> held = new HashMap<>();
        store.accounts(byPerson.keySet()).forEach((person, account) -> byPerson.getOrDefault(person, Set.of())
                .forEach(posting -> held.computeIfAbsent(posting, _ -> new HashSet<>()).add(account)));
        store.granted(roles)
                .forEach(each -> held.computeIfAbsent(each.posting(), _ -> new HashSet<>()).add(each.account()));
        List<Granted> deputies = store.deputies(roles, today).stream()
                .filter(each -> held.getOrDefault(each.posting(), Set.of()).contains(each.absent())).toList();
        deputies.forEach(each -> held.computeIfAbsent(each.posting(), _ -> new HashSet<>()).add(each.account()));
        held.keySet().retainAll(Set.copyOf(asked));
        return held;
    }

    /** The accounts of some people, by person. */
    public Map<UUID, UUID> accounts(Collection<UUID> people) {
        return people.isEmpty() ? Map.of() : store.accounts(people);
    }

    /** Names for pages; never to be stored with what was done. */
    public Map<UUID, String> names(Collection<UUID> accounts) {
        return accounts.isEmpty() ? Map.of() : store.names(accounts);
    }
}
