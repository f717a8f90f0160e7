package org.jiaogongti.platform.community;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Names of schools and communities for sign-in and accounts: read once in a while, since the header of every page asks. */
@Component
class KnownPlaces implements Places {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Schools schools;
    private final Communities communities;
    private final TransactionOperations transactions;
    private final BusinessClock clock;
    private final Map<String, Known> byDistrict = new ConcurrentHashMap<>();

    KnownPlaces(Schools schools, Communities communities, TransactionOperations transactions,
            BusinessClock clock) {
        this.schools = schools;
        this.communities = communities;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Known(List<Place> schools, List<Place> communities, List<String> subjects, int members,
            Instant at) {}

    @Override
    public List<Place> schools() {
        return known().schools();
    }

    @Override
    public List<Place> communities() {
        return known().communities();
    }

    @Override
    public List<String> subjects() {
        return known().subjects();
    }

    /** Schools that belong to a community on the business date. */
    int members() {
        return known().members();
    }

    private Known known() {
        String district = Scope.required().code();
        Known known = byDistrict.get(district);
        if (known == null || known.at().plus(FRESH).isBefore(clock.now())) {
            known = Objects.requireNonNull(transactions.execute(_ -> read()));
            byDistrict.put(district, known);
        }
        return known;
    }

    private Known read() {
        return new Known(schools.all().stream().map(school -> new Place(school.id(), school.name())).toList(),
                communities.all().stream().map(community -> new Place(community.id(), community.name())).toList(),
                schools.subjects(), communities.members(clock.today()), clock.now());
    }
}
