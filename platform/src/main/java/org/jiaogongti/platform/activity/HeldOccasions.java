package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.activity.store.DayListing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that was held in some days, for whoever draws a sample; entries of two sides that were joined are one. */
@Service
@Transactional(readOnly = true)
public class HeldOccasions {

    private final DayListing listing;

    HeldOccasions(DayListing listing) {
        this.listing = listing;
    }

    /** What a school recorded, by id. */
    public List<HeldOccasion> ofSchool(UUID school, DateRange days) {
        return listing.held(school, null, days);
    }

    /** What was recorded in a community, by id. */
    public List<HeldOccasion> ofCommunity(UUID community, DateRange days) {
        return listing.held(null, community, days);
    }
}
