package org.jiaogongti.measurement.irt;

/** All parameters of a fit: items, and each group's mean and variance of theta. Mutable; a fit owns two or three. */
final class State {

    final double[][] items;
    final double[] mean;
    final double[] variance;

    State(double[][] items, double[] mean, double[] variance) {
        this.items = items;
        this.mean = mean;
        this.variance = variance;
    }

    State copy() {
        double[][] copies = new double[items.length][];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = items[i].clone();
        }
        return new State(copies, mean.clone(), variance.clone());
    }

    void set(State other) {
        for (int i = 0; i < items.length; i++) {
            System.arraycopy(other.items[i], 0, items[i], 0, items[i].length);
        }
        System.arraycopy(other.mean, 0, mean, 0, mean.length);
        System.arraycopy(other.variance, 0, variance, 0, variance.length);
    }
}
