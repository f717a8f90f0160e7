package org.jiaogongti.platform.purpose;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.purpose.trial.store.ScoreStore;

/** A module that keeps pupil data as it must, in the test tree: its table, and how it erases. */
record Trial(ScoreStore store) implements Erasing {

    static final String SCHEMA = "CREATE SCHEMA trial";
    static final String SCORE = """
            CREATE TABLE trial.score (district text NOT NULL DEFAULT current_setting('jgt.district'), purpose uuid NOT NULL,
                pupil lib.pupil NOT NULL, batch uuid NOT NULL, score int NOT NULL, PRIMARY KEY (district, purpose, pupil, batch),
                FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id),
                FOREIGN KEY (district, purpose, pupil, batch)
                    REFERENCES purpose.retention (district, purpose, pupil, batch))
            """;

    @Override
    public Set<String> tables() {
        return Set.of("trial.score");
    }

    @Override
    public Map<String, Integer> erase(PupilAccess access, PupilKey pupil, UUID batch) {
        return Map.of("trial.score", store.erase(access, pupil, batch));
    }
}
