package org.jiaogongti.platform.spending;

/** A duty of the charter that money may serve. */
public record Duty(String id, String clause, String name) {

    /** 建立经费保障制度: the clause of a payment that serves the work as a whole. */
    public static final String FUNDS = "五(三)4";
}
