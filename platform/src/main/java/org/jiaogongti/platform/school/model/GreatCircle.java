package org.jiaogongti.platform.school.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jiaogongti.platform.school.Position;

/** Distances over the surface of the earth, and what a car makes of them. */
public final class GreatCircle {

    /** Mean radius of the earth, kilometres (IUGG). */
    private static final double RADIUS = 6371.0088;
    /** Roads are longer than the straight line; 1.3 to 1.4 is usual where there are hills. */
    private static final double DETOUR = 1.4;
    /** On country roads and through towns, kilometres an hour. */
    private static final double SPEED = 40;
    /** Getting in, parking, walking to the door. */
    private static final int SETTING_OUT = 5;
    private static final int STEP = 5;

    private GreatCircle() {}

    /** By the haversine formula, which keeps its digits for near places; one decimal. */
    public static BigDecimal kilometres(Position one, Position other) {
        double north = Math.toRadians(other.latitude() - one.latitude());
        double east = Math.toRadians(other.longitude() - one.longitude());
        double half = square(Math.sin(north / 2)) + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude())) * square(Math.sin(east / 2));
        double distance = 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
        return BigDecimal.valueOf(distance).setScale(1, RoundingMode.HALF_UP);
    }

    /** By car, rounded up to five minutes, because an estimate should not look exact. */
    public static int minutes(BigDecimal kilometres) {
        double driving = kilometres.doubleValue() * DETOUR / SPEED * 60;
        return (int) Math.ceil((driving + SETTING_OUT) / STEP) * STEP;
    }

    private static double square(double number) {
        return number * number;
    }
}
