package org.jiaogongti.platform.obligation;

import java.util.List;
import org.jiaogongti.charter.Fact;

/** All facts of one record, for loading many records at once. */
public record SourcedFacts(Source source, List<? extends Fact> facts) {

    public SourcedFacts {
        facts = List.copyOf(facts);
    }
}
