package org.jiaogongti.platform.activity;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the modules that keep something about an occasion that it changed, inside the caller's transaction. */
@Component
class Follow {

    private final OccasionReadings readings;
    private final ObjectProvider<Aside.Source> sources;

    Follow(OccasionReadings readings, ObjectProvider<Aside.Source> sources) {
        this.readings = readings;
        this.sources = sources;
    }

    void changed(Actor actor, UUID id) {
        Occasion now = readings.find(id).orElseThrow();
        sources.orderedStream().forEach(source -> source.follow(actor, now));
    }
}
