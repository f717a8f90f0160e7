package org.jiaogongti.platform.bin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.bin.Deletions.Others;
import org.jiaogongti.platform.bin.store.BinStore;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.purpose.Certificate;
import org.jiaogongti.platform.purpose.Certificate.Cause;
import org.jiaogongti.platform.purpose.Certificates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases by night what nobody has brought back within its days, and lets stay what something leans on. */
@Component
public class Emptying {

    /** So many things in one transaction. */
    private static final int AT_ONCE = 200;

    private final BinStore store;
    private final Others others;
    private final Certificates certificates;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Emptying(BinStore store, Others others, Certificates certificates, Journal journal,
            TransactionTemplate transaction) {
        this.store = store;
        this.others = others;
        this.certificates = certificates;
        this.journal = journal;
        this.transaction = transaction;
    }

    @Bean
    static Job emptyBin(Emptying emptying) {
        return Job.daily("empty-bin", 3, 10, (district, day) -> Report.of(emptying.run(district, day).stream()
                .mapToInt(Certificate::pupils).sum()));
    }

    /** Everything in a district whose last day was before a day; what is gone is certified in the transaction that erased it. */
    public List<Certificate> run(District district, LocalDate day) {
        return Scope.call(district, () -> {
            List<Certificate> written = new ArrayList<>();
            int taken;
            do {
                taken = Objects.requireNonNull(transaction.execute(_ -> some(day, written)));
            } while (taken > 0);
            return written;
        });
    }

    /** How many left the bin. */
    private int some(LocalDate day, List<Certificate> written) {
        List<Deleted> over = store.over(day, AT_ONCE);
        Map<UUID, String> keeps = others.keeps(over);
        byKind(over.stream().filter(each -> keeps.containsKey(each.id())).toList()).forEach(this::keep);
        Comparator<UUID> bureauFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        TreeMap<UUID, List<Deleted>> bins = new TreeMap<>(bureauFirst);
        over.stream().filter(each -> !keeps.containsKey(each.id()))
                .forEach(each -> bins.computeIfAbsent(each.thing().school(), _ -> new ArrayList<>()).add(each));
        bins.forEach((school, things) -> written.add(erase(school, things, day)));
        return over.size();
    }

    private static Map<String, List<UUID>> byKind(List<Deleted> some) {
        return some.stream().map(Deleted::thing).collect(Collectors.groupingBy(Deleted.Thing::kind, TreeMap::new,
                Collectors.mapping(Deleted.Thing::id, Collectors.toList())));
    }

    private void keep(String kind, List<UUID> things) {
        others.owner(kind).keep(things);
        store.remove(kind, things);
        journal.write(Actor.system(), "DeletionKept", "bin", null, Map.of("kind", kind, "things",
                things.stream().map(UUID::toString).sorted().toList()));
    }

    private Certificate erase(@Nullable UUID school, List<Deleted> deleted, LocalDate day) {
        TreeMap<String, Integer> places = new TreeMap<>();
        TreeSet<String> lines = new TreeSet<>();
        byKind(deleted).forEach((kind, things) -> {
            Map<String, Integer> gone = new HashMap<>();
            others.attached().orderedStream().forEach(each -> each.erase(kind, things)
                    .forEach((table, rows) -> gone.merge(table, rows, Integer::sum)));
            others.owner(kind).erase(things).forEach((table, rows) -> gone.merge(table, rows, Integer::sum));
            gone.forEach((table, rows) -> {
                if (rows > 0) {
                    places.merge(table, rows, Integer::sum);
                }
            });
            things.forEach(thing -> lines.add(kind + " " + thing + "\n"));
            places.merge("bin.entry", things.size(), Integer::sum);
            store.remove(kind, things);
        });
        return certificates.write(new Certificates.Gone("BinEmptied", "bin", null, null, school, Cause.BIN,
                deleted.size(), places, lines, day));
    }
}
