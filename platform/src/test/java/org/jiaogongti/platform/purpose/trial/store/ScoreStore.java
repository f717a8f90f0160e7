package org.jiaogongti.platform.purpose.trial.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.purpose.Category;
import org.jiaogongti.platform.purpose.PupilAccess;
import org.jiaogongti.platform.purpose.PupilKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store of pupil data as it must be: every method takes access, and rows are given of admitted pupils only. */
public class ScoreStore {

    private final JdbcClient jdbc;

    public ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean put(PupilAccess access, PupilKey pupil, UUID batch, int score) {
        return access.admit(Set.of(pupil), Category.SCORE).contains(pupil) && jdbc.sql("""
                insert into trial.score (purpose, pupil, batch, score) values (:purpose, :pupil, :batch, :score)
                """).param("purpose", access.purpose()).param("pupil", pupil.value()).param("batch", batch)
                .param("score", score).update() == 1;
    }

    public List<Integer> of(PupilAccess access, Set<PupilKey> pupils) {
        return access.admit(pupils, Category.SCORE).stream()
                .flatMap(pupil -> jdbc.sql("""
                        select score from trial.score where purpose = :purpose and pupil = :pupil
                        """).param("purpose", access.purpose()).param("pupil", pupil.value())
                        .query((row, n) -> row.getInt(1)).list()
                        .stream())
                .sorted().toList();
    }

    public int erase(PupilAccess access, PupilKey pupil, UUID batch) {
        access.admit(Set.of(pupil), Category.SCORE);
        return jdbc.sql("delete from trial.score where purpose = :purpose and pupil = :pupil and batch = :batch")
                .param("purpose", access.purpose()).param("pupil", pupil.value()).param("batch", batch).update();
    }
}
