package org.jiaogongti.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
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

/** Everything from the beginning: all duties of six school years over all records. Must grow as the records do. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class EvaluationBenchmark {

    @Param({"1000", "10000", "100000", "1000000"})
    private int records;

    private final SyntheticRecords district = new SyntheticRecords();
    private final Charter charter = Charters.bundled("fenghua-2019");
    private List<OccasionPart> facts = List.of();

    @Setup(Level.Trial)
    public void make() {
        facts = district.list(records);
    }

    @Benchmark
    public Evaluation evaluate() {
        return Evaluation.of(new Counting(charter, district), facts, List.of(),
                district.lastDay());
    }
}
