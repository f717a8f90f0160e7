package org.jiaogongti.platform.head;

import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.journal.ChainEnd;
import org.jiaogongti.platform.journal.Verification.Broken;
import org.jiaogongti.platform.journal.Verification.Result;

/**
 * What a kept head says about the chain as it is now.
 *
 * @param signer whose signature is under it
 * @param chain whether the chain still passes through it
 */
public record HeadCheck(Signer signer, Chain chain) {

    /** Whose signature is under a head. */
    public enum Signer {
        /** This installation's, or the key that was named. */
        OURS,
        /** It fits, and the key is none that is known here. */
        UNKNOWN,
        /** It does not fit what stands above it. */
        FORGED
    }

    /** Whether the chain passes through a head. */
    public enum Chain {
        AGREES,
        /** The line is another one: lines up to it were rewritten. */
        REWRITTEN,
        /** The chain ends before it. */
        CUT_OFF,
        /** A line up to it is not as it was written. */
        BROKEN,
        /** There is no such district. */
        NO_DISTRICT
    }

    /**
     * @param keys public keys that may have signed it
     * @param walk what the walk over its district's chain found; empty where there is no such district
     * @param line the line of that number, as it is now
     */
    public static HeadCheck of(HeadFile file, Set<String> keys, Optional<Result> walk, Optional<ChainEnd> line) {
        Signer signer = Signer.FORGED;
        if (file.signed()) {
            signer = keys.contains(file.key()) || keys.contains(file.fingerprint()) ? Signer.OURS : Signer.UNKNOWN;
        }
        return new HeadCheck(signer, walk.map(result -> chain(file, result, line)).orElse(Chain.NO_DISTRICT));
    }

    private static Chain chain(HeadFile file, Result walk, Optional<ChainEnd> line) {
        if (walk instanceof Broken broken && broken.number() <= file.end().lines()) {
            return Chain.BROKEN;
        }
        if (line.isEmpty()) {
            return Chain.CUT_OFF;
        }
        return line.get().equals(file.end()) ? Chain.AGREES : Chain.REWRITTEN;
    }

    public boolean good() {
        return signer == Signer.OURS && chain == Chain.AGREES;
    }
}
