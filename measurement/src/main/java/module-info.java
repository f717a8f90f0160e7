/** Measurement: what results say and how sure one can be. Knows no Spring, SQL, HTTP, logging or clock. */
module org.jiaogongti.measurement {
    requires static org.jspecify;

    exports org.jiaogongti.measurement;
}
