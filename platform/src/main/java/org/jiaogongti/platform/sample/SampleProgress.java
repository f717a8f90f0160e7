package org.jiaogongti.platform.sample;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where the loading of the sample world tells how far it is: the console of the person who started the demo. */
@Component
final class SampleProgress implements Consumer<String> {

    @Override
    public void accept(String line) {
        System.out.println("  " + line);
    }
}
