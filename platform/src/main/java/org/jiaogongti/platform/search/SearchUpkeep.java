package org.jiaogongti.platform.search;

import java.util.List;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives rows that an earlier build wrote what a search needs: initials are not known to the database, so a migration
 * cannot. Rows written since have it from the beginning.
 */
@Component
public class SearchUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(SearchUpkeep.class);
    private static final int BATCH = 500;

    private final Districts districts;
    private final List<Table> tables;

    SearchUpkeep(Districts districts, List<Table> tables) {
        this.districts = districts;
        this.tables = List.copyOf(tables);
    }

    /** A table whose rows are found by pieces. */
    public interface Table {

        /** Completes up to so many rows in one transaction and says how many there were. */
        int complete(int most);
    }

    /** At the start beside the first pages, and at night for what was written in another way. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    void begin() {
        Thread.ofVirtual().name("search-upkeep").start(this::completeAll);
    }

    private void completeAll() {
        try {
            districts.all().forEach(this::complete);
        } catch (RuntimeException failed) {
            // Rows without pieces are missing from results; the next night tries again.
            LOG.error("the search's index was not completed", failed);
        }
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
