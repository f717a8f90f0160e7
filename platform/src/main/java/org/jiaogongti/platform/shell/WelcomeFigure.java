package org.jiaogongti.platform.shell;

import java.util.List;

/**
 * A public figure on the page before sign-in.
 *
 * @param count how many there are
 * @param key of the words below
 * @param numbers what the words need besides
 */
public record WelcomeFigure(int count, String key, List<String> numbers) {

    public WelcomeFigure {
        numbers = List.copyOf(numbers);
    }

    public WelcomeFigure(int count, String key) {
        this(count, key, List.of());
    }

    /** Implemented by the modules that have such figures. */
    public interface Source {

        List<WelcomeFigure> figures();
    }
}
