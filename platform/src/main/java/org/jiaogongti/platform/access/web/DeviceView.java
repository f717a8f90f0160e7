package org.jiaogongti.platform.access.web;

import org.jiaogongti.platform.access.Devices;

/** A remembered device, and whether it is the one in hand. */
public record DeviceView(Devices.Device device, boolean here) {}
