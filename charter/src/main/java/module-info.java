/** The charter engine: a notice as machine-readable duties. Knows no Spring, SQL, HTTP, logging or clock. */
module org.jiaogongti.charter {
    requires static org.jspecify;
    requires org.snakeyaml.engine.v2;
    requires org.apache.commons.statistics.distribution;
    requires transitive org.apache.commons.numbers.fraction;

    exports org.jiaogongti.charter;
    exports org.jiaogongti.charter.appraising;
    exports org.jiaogongti.charter.archive;
    exports org.jiaogongti.charter.calendar;
    exports org.jiaogongti.charter.counting;
    exports org.jiaogongti.charter.explaining;
    exports org.jiaogongti.charter.goals;
    exports org.jiaogongti.charter.notice;
    exports org.jiaogongti.charter.reading;
    exports org.jiaogongti.charter.revising;
    exports org.jiaogongti.charter.whatif;
}
