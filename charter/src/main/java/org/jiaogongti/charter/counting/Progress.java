package org.jiaogongti.charter.counting;

/**
 * Where an instance stands on a day.
 *
 * @param counted not capped at the target
 * @param target after a waiver in force has lowered it
 */
public record Progress(Instance instance, Status status, int counted, int target) {

    public InstanceKey key() {
        return instance.key();
    }

    /** What is left to do; 0 where nothing is. */
    public int left() {
        return Math.max(0, target - counted);
    }
}
