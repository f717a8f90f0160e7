package org.jiaogongti.platform.access;

import java.util.Optional;

/**
 * Who acts, on a route that is open to everybody: an account whose session counts, or nobody. A controller takes it as an
 * argument.
 */
public record Perhaps(Optional<Actor> actor) {}
