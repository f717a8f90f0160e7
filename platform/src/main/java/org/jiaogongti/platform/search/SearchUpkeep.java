package org.jiaogongti.platform.search;

import java.util.List;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Gives rows that an earlier build wrote what a search needs: initials are not known to the database, so a migration
 * cannot. Rows written since have it from the beginning.
 */
@Component
public class SearchUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(SearchUpkeep.class);
    private static final int BATCH = 500;

    private final List<Table> tables;

    SearchUpkeep(List<Table> tables) {
        this.tables = List.copyOf(tables);
    }

    /** A table whose rows are found by pieces. */
    public interface Table {

        /** Completes up to so many rows in one transaction and says how many there were. */
        int complete(int most);
    }

    /** At the start beside the first pages, and at night for what was written in another way. */
    @Bean
    static Job completeSearch(SearchUpkeep upkeep) {
        return Job.daily("complete-search", 3, 30, (district, _) -> Report.of(upkeep.complete(district))).andAtStart();
    }

    /** How many rows of a district had to be completed. */
    public int complete(District district) {
        return Scope.call(district, () -> {
            int rows = 0;
            for (Table table : tables) {
                for (int done = table.complete(BATCH); done > 0; done = table.complete(BATCH)) {
                    rows += done;
                }
            }
            if (rows > 0) {
                LOG.info("District {}: {} rows can be found now", district.code(), rows);
            }
            return rows;
        });
    }
}
