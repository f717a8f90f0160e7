/** Measurement: what results say and how sure one can be. Knows no Spring, SQL, HTTP, logging or clock. */
module org.jiaogongti.measurement {
    requires static org.jspecify;
    requires org.apache.commons.statistics.distribution;

    exports org.jiaogongti.measurement;
    exports org.jiaogongti.measurement.alignment;
    exports org.jiaogongti.measurement.classical;
    exports org.jiaogongti.measurement.fairness;
    exports org.jiaogongti.measurement.irt;
    exports org.jiaogongti.measurement.diagnosis;
    exports org.jiaogongti.measurement.growth;
    exports org.jiaogongti.measurement.linking;
}
