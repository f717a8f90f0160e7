package org.jiaogongti.platform.sample;

import java.util.List;
import java.util.function.Consumer;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the sample world into a new demo database while the application starts: after every bean is there, before the
 * web server listens.
 */
@Component
@ConditionalOnBooleanProperty("jgt.sample.load")
final class DemoStart implements SmartLifecycle {

    private final List<SampleLoader> loaders;
    private final BusinessClock clock;
    private final Consumer<String> says;
    private volatile boolean running;

    DemoStart(List<SampleLoader> loaders, BusinessClock clock, SampleProgress progress) {
        this.loaders = loaders;
        this.clock = clock;
        this.says = progress;
        loaders.forEach(loader -> loader.prepare(clock.today()));
    }

    @Override
    public void start() {
        loaders.forEach(loader -> loader.load(clock.today(), says));
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, whose phase lies just below the highest number. */
    @Override
    public int getPhase() {
        return 0;
    }
}
