package org.jiaogongti.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Tally;
import org.jiaogongti.charter.reading.Charters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One record among many is corrected: it is taken out as it was and added as it is now, and the progress of an instance
 * that it moves is read. Must not depend on how many records there are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class ChangedRecordBenchmark {

    private static final int CHANGED = 1024;

    @Param({"1000", "100000", "10000000"})
    private int records;

    private final OccasionPart[] before = new OccasionPart[CHANGED];
    private final OccasionPart[] after = new OccasionPart[CHANGED];
    private final SyntheticRecords district = new SyntheticRecords();
    private final Counting counting = new Counting(Charters.bundled("fenghua-2019"), district);
    private final Tally tally = new Tally(counting, List.of(), district.lastDay());
    private int next;

    @Setup(Level.Trial)
    public void fill() {
        for (int i = 0; i < records; i++) {
            tally.add(district.record(i));
        }
        // Spread over all records; what replaces one is another record's content under its number.
        for (int i = 0; i < CHANGED; i++) {
            int number = (int) ((long) i * records / CHANGED);
            before[i] = district.record(number);
            after[i] = renamed(district.record(number + records), before[i].source());
        }
    }

    private static OccasionPart renamed(OccasionPart part, String source) {
        return new OccasionPart(source, part.part(), part.kind(), part.date(), part.community(), part.host(),
                part.ledBy(), part.ledByRank(), part.subject(), part.grades(), part.lessons(), part.participants(),
                part.filedOn(), part.approvedOn(), part.state());
    }

    @Benchmark
    public void change(Blackhole hole) {
        int i = next++ % CHANGED;
        OccasionPart then = before[i];
        tally.change(then, after[i]);
        before[i] = after[i];
        after[i] = then;
        counting.contributionsOf(after[i]).stream().findFirst()
                .ifPresent(contribution -> hole.consume(tally.progress(contribution.key())));
    }

    /** The same, answered by what the pages show: every effect of the record. */
    @Benchmark
    public List<Progress> effects() {
        int i = next++ % CHANGED;
        return counting.contributionsOf(before[i]).stream()
                .flatMap(contribution -> tally.progress(contribution.key()).stream()).toList();
    }
}
