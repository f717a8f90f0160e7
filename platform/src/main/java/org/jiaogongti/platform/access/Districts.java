package org.jiaogongti.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.store.DistrictStore;
import org.jiaogongti.platform.access.store.DistrictStore.DistrictRow;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The districts of this installation. */
@Service
public class Districts {

    private final DistrictStore store;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    /** Names never change, so what was read once stays true; a district that is not here is looked up. */
    private final Map<District, String> names = new ConcurrentHashMap<>();

    Districts(DistrictStore store, BusinessClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** A district by its code and name. */
    public record Named(District district, String name) {}

    /** By code; jobs go through them one by one. */
    public List<District> all() {
        return named().stream().map(Named::district).toList();
    }

    /** By code. */
    public List<Named> named() {
        List<DistrictRow> rows = store.all();
        names.putAll(rows.stream().collect(Collectors.toMap(DistrictRow::district, DistrictRow::name)));
        return rows.stream().map(row -> new Named(row.district(), row.name())).toList();
    }

    /** The district that everybody means when there is only one. */
    public Optional<District> only() {
        List<Named> all = named();
        return all.size() == 1 ? Optional.of(all.getFirst().district()) : Optional.empty();
    }

    public boolean any() {
        return !names.isEmpty() || !named().isEmpty();
    }

    public Optional<String> name(District district) {
        if (!names.containsKey(district)) {
            named();
        }
        return Optional.ofNullable(names.get(district));
    }

    @Transactional
    public void add(District district, String name) {
        store.insert(district, name, clock.now());
        events.publishEvent(new DistrictAdded(district));
    }
}
