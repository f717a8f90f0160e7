package org.jiaogongti.platform.appraisal.store;

import java.time.ZoneOffset;
import org.jiaogongti.platform.appraisal.Author;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How every row here says who wrote it and when. */
final class Signed {

    private Signed() {}

    static StatementSpec by(Author author, StatementSpec insert) {
        return insert.param("actor", author.accountId()).param("actorName", author.name()).param("day", author.on())
                .param("at", author.at().atOffset(ZoneOffset.UTC));
    }
}
