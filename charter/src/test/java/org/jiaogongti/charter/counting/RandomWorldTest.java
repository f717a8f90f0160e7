package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.BruteForce;
import org.jiaogongti.charter.worlds.CaseFolder;
import org.jiaogongti.charter.worlds.RandomWorlds;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.junit.jupiter.api.Test;

/** Laws that hold in every world, over many random ones. A failure names the seed that shows it. */
class RandomWorldTest {

    private static final Charter PLAIN = Charters.bundled("fenghua-2019");
    private static final Charter LATER = PLAIN.with(Charters.bundledOverlay("moe-exams-2021"));

    /** A world with its facts, decisions and day. */
    private record Sample(long seed, RandomWorlds random, SmallWorld world, Counting counting, List<Fact> facts,
            List<Waiver> waivers, LocalDate asOf) {

        static Sample of(long seed, int number) {
            RandomWorlds random = new RandomWorlds(seed);
            SmallWorld world = random.world();
            Counting counting = new Counting(seed % 2 == 0 ? PLAIN : LATER, world);
            List<Fact> facts = random.facts(world, number);
            Map<InstanceKey, Integer> targets = new HashMap<>();
            counting.instances().forEach(instance -> targets.put(instance.key(), instance.target()));
            facts.forEach(fact -> counting.instancesFrom(fact)
                    .forEach(instance -> targets.put(instance.key(), instance.target())));
            List<InstanceKey> keys = new ArrayList<>(targets.keySet());
            keys.sort(null);
            return new Sample(seed, random, world, counting, facts, random.waivers(keys, targets), random.asOf(world));
        }

        Evaluation whole() {
            return Evaluation.of(counting, facts, waivers, asOf);
        }

        String name() {
            return "seed " + seed;
        }
    }

    @Test
    void theTableOfTheCasesHoldsInEverySmallWorld() {
        for (long seed = 0; seed < 150; seed++) {
            Sample sample = Sample.of(seed, (int) (seed % 60));
            assertThat(CaseFolder.csv(sample.whole().progress())).as(sample.name()).isEqualTo(
                    BruteForce.csv(sample.world(), sample.facts(), sample.waivers(), sample.asOf(), seed % 2 == 1));
        }
    }

    @Test
    void manyChangesOneByOneComeToTheSameAsTheWholeSet() {
        for (long seed = 1000; seed < 1060; seed++) {
            Sample sample = Sample.of(seed, 60);
            Tally tally = new Tally(sample.counting(), sample.waivers(), LocalDate.of(2018, 1, 1));
            List<Fact> live = new ArrayList<>();
            LocalDate asOf = tally.asOf();
            for (Fact fact : sample.facts()) {
                tally.add(fact);
                live.add(fact);
                if (sample.random().below(3) == 0) {
                    int which = sample.random().below(live.size());
                    Fact after = sample.random().changed(sample.world(), live.get(which));
                    tally.change(live.get(which), after);
                    live.set(which, after);
                }
                if (sample.random().below(4) == 0) {
                    tally.withdraw(live.remove(sample.random().below(live.size())));
                }
                LocalDate day = asOf.plusDays(sample.random().below(60));
                tally.advanceTo(day);
                asOf = day;
            }
            assertThat(tally.progress()).as(sample.name())
                    .isEqualTo(Evaluation.of(sample.counting(), live, sample.waivers(), asOf).progress());
        }
    }

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        for (long seed = 2000; seed < 2040; seed++) {
            Sample sample = Sample.of(seed, 80);
            List<Fact> shuffled = new ArrayList<>(sample.facts());
            sample.random().shuffle(shuffled);
            assertThat(Evaluation.of(sample.counting(), shuffled, sample.waivers(), sample.asOf()).progress())
                    .as(sample.name()).isEqualTo(sample.whole().progress());
        }
    }

    @Test
    void takingARecordOutUndoesAddingIt() {
        for (long seed = 3000; seed < 3040; seed++) {
            Sample sample = Sample.of(seed, 40);
            Tally tally = new Tally(sample.counting(), sample.waivers(), sample.asOf());
            sample.facts().forEach(tally::add);
            List<Progress> before = tally.progress();
            Fact extra = sample.random().fact(sample.world());
            tally.add(extra);
            tally.withdraw(extra);
            assertThat(tally.progress()).as(sample.name()).isEqualTo(before);
        }
    }

    @Test
    void whatWasJudgedToCountIsWhatCounts() {
        for (long seed = 4000; seed < 4040; seed++) {
            Sample sample = Sample.of(seed, 60);
            for (Fact fact : sample.facts()) {
                List<Contribution> judged = new ArrayList<>();
                for (Judgement judgement : sample.counting().judge(fact)) {
                    Contribution contribution = judgement.contribution();
                    if (contribution != null) {
                        judged.add(contribution);
                    }
                    if (judgement.reasons().isEmpty() != judgement.counts()) {
                        throw new AssertionError(sample.name() + ": a reason, or a contribution: " + judgement);
                    }
                }
                assertThat(judged).as(sample.name()).containsExactlyInAnyOrderElementsOf(
                        sample.counting().contributionsOf(fact));
            }
        }
    }

    @Test
    void aMetInstanceStaysMetAsDaysGoBy() {
        for (long seed = 5000; seed < 5020; seed++) {
            Sample sample = Sample.of(seed, 120);
            Evaluation now = sample.whole();
            Evaluation later = Evaluation.of(sample.counting(), sample.facts(), sample.waivers(),
                    sample.asOf().plusDays(200));
            for (Progress progress : now.progress()) {
                if (progress.status() == Status.MET) {
                    assertThat(later.progress(progress.key())).as(sample.name() + " " + progress.key())
                            .satisfies(then -> assertThat(then.status()).isIn(Status.MET, Status.WAIVED));
                }
            }
        }
    }
}
