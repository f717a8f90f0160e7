package org.jiaogongti.platform.shell;

/** A public figure on the page before sign-in: how many there are, and the key of the words below. */
public record WelcomeFigure(int count, String key) {

    /** Implemented by the modules that have such figures. */
    public interface Source {

        java.util.List<WelcomeFigure> figures();
    }
}
