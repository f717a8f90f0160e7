package org.jiaogongti.platform.obligation.web;

import java.util.List;

/** All open points of the notice and how they are read. */
public record ReadingsView(List<Point> points) {

    /**
     * One open point.
     *
     * @param waits which facts are still missing to tell the ways apart, empty where choosing another changes numbers
     */
    public record Point(String id, String name, String question, List<Way> ways, String decided, String waits,
            List<Duty> duties) {}

    /** One way to read it. */
    public record Way(boolean inForce, String name, String meaning) {}

    /** A duty that depends on it. */
    public record Duty(String id, String clause, String name, String href) {}
}
