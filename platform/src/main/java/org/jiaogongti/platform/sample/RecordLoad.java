package org.jiaogongti.platform.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.springframework.stereotype.Component;

/** What was held and planned, counted. */
@Component
final class RecordLoad {

    private final Contributions contributions;

    RecordLoad(Contributions contributions) {
        this.contributions = contributions;
    }

    void load(SampleWorld world, SampleKeys keys) {
        contributions.count(world.occasions().stream().filter(SampleOccasion::isFact)
                .map(occasion -> new SourcedFacts(new Source("occasion", occasion.id()), facts(occasion, keys)))
                .toList());
    }

    private static List<OccasionPart> facts(SampleOccasion held, SampleKeys keys) {
        Map<String, Integer> people = new LinkedHashMap<>();
        held.participants().forEach((school, number) -> people.put(keys.of(school).toString(), number));
        List<OccasionPart> facts = new ArrayList<>();
        for (SampleOccasion.Part part : held.parts()) {
            facts.add(new OccasionPart(held.id().toString(), part.kind(), part.kind(), held.date(),
                    keys.of(held.community()).toString(), keys.of(held.host()).toString(),
                    keys.of(held.ledBy()).toString(), held.rank(), part.subject(), part.grades(), part.lessons(),
                    people, held.filedOn(), held.approvedOn(), held.state()));
        }
        return facts;
    }
}
