package org.jiaogongti.platform.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jiaogongti.platform.journal.model.Digests;
import org.jiaogongti.platform.journal.model.Line;
import org.jiaogongti.platform.journal.store.Head;
import org.jiaogongti.platform.journal.store.KeptLine;
import org.jiaogongti.platform.journal.store.LineReader;
import org.jspecify.annotations.Nullable;

/** Walks a district's chain from its first line and names the first one that is not as it was written. */
public final class Verification {

    /** What the walk found. */
    public sealed interface Result {}

    /**
     * Every line is as it was written.
     *
     * @param sm3 hash of the last line, to be kept elsewhere: it stands for all before it
     */
    public record Sound(String district, long lines, String sm3) implements Result {}

    /** The first line that is not as it was written. */
    public record Broken(String district, long number, Fault fault) implements Result {}

    /** What is wrong with a line. */
    public enum Fault {
        /** Its fields or its place were changed: the hash is another. */
        CHANGED,
        /** It is not there, though later ones are. */
        MISSING,
        /** It does not follow the line before it. */
        OUT_OF_PLACE,
        /** What it said was changed. */
        PAYLOAD_CHANGED,
        /** What it said is gone, and no line tells of an erasure. */
        PAYLOAD_MISSING,
        /** The chain ends before it, though its head is known to be later. */
        CUT_OFF,
        /** It stands behind the end of the chain. */
        ADDED,
        /** It is not the line whose hash was kept elsewhere. */
        NOT_THE_KEPT_HEAD
    }

    /** A head written down earlier, on paper or in another system. */
    public record KeptHead(String district, long number, String sm3) {}

    private final LineReader reader;

    /** Over connections that work as the application's role inside a transaction with the district set. */
    public Verification(DataSource connections) {
        this.reader = new LineReader(connections);
    }

    /** Heads of other districts among {@code kept} are left aside. */
    public Result verify(String district, List<KeptHead> kept) {
        Set<Long> erased = reader.erasedLines();
        Optional<Head> head = reader.head();
        Walk walk = new Walk(district, erased, head.map(Head::number).orElse(0L),
                kept.stream().filter(one -> one.district().equals(district)).toList());
        reader.walk(walk::step);
        return walk.end(head);
    }

    /** A line of the chain as it is now, to hold against what was given out; its hashes are proved by the walk alone. */
    public Optional<ChainEnd> line(long number) {
        return reader.line(number);
    }

    private static final class Walk {

        private final String district;
        private final Set<Long> erased;
        private final long last;
        private final List<KeptHead> kept;
        private long number;
        private Digests previous = Digests.NONE;
        private @Nullable Broken broken;

        Walk(String district, Set<Long> erased, long last, List<KeptHead> kept) {
            this.district = district;
            this.erased = new HashSet<>(erased);
            this.last = last;
            this.kept = kept;
        }

        /** Returns whether to go on. */
        boolean step(KeptLine kept) {
            number++;
            Line line = kept.line();
            Digests digests = line.digests();
            if (line.number() != number) {
                broken = new Broken(district, number, Fault.MISSING);
            } else if (number > last) {
                broken = new Broken(district, number, Fault.ADDED);
            } else if (!digests.equals(kept.digests())) {
                broken = new Broken(district, number, Fault.CHANGED);
            } else if (!line.previous().equals(previous)) {
                broken = new Broken(district, number, Fault.OUT_OF_PLACE);
            } else {
                payload(kept);
                keptHead(digests);
            }
            previous = digests;
            return broken == null;
        }

        private void payload(KeptLine kept) {
            if (kept.payload().isEmpty()) {
                if (!erased.contains(number)) {
                    broken = new Broken(district, number, Fault.PAYLOAD_MISSING);
                }
            } else if (!kept.payload().get().equals(kept.line().payload())) {
                broken = new Broken(district, number, Fault.PAYLOAD_CHANGED);
            }
        }

        private void keptHead(Digests digests) {
            if (kept.stream().anyMatch(one -> one.number() == number && !one.sm3().equals(digests.sm3Hex()))) {
                broken = new Broken(district, number, Fault.NOT_THE_KEPT_HEAD);
            }
        }

        Result end(Optional<Head> head) {
            if (broken != null) {
                return broken;
            }
            if (number < last) {
                return new Broken(district, number + 1, Fault.CUT_OFF);
            }
            if (head.isPresent() && number > 0 && !head.get().digests().equals(previous)) {
                return new Broken(district, number, Fault.CHANGED);
            }
            if (kept.stream().anyMatch(one -> one.number() > number)) {
                return new Broken(district, number + 1, Fault.CUT_OFF);
            }
            return new Sound(district, number, previous.sm3Hex());
        }
    }
}
